namespace VideoPoet.Engines.Tests.Parity.Cases;

/// <summary>Losses as modules.</summary>
internal static class CriterionCases
{
    public static CaseTable Table => new("criterion")
    {
        { "mse", (x, t) => nn.MSELoss().call(x, t) },
        { "mse_sum", (x, t) => nn.MSELoss(nn.Reduction.Sum).call(x, t) },
        { "l1", (x, t) => nn.L1Loss().call(x, t) },
        { "smooth_l1", (x, t) => nn.SmoothL1Loss(beta: 0.5).call(x, t) },
        { "huber", (x, t) => nn.HuberLoss(0.5).call(x, t) },
        { "cross_entropy", (x, t) => nn.CrossEntropyLoss().call(x, t) },
        { "cross_entropy_options", (x, t, w) => nn.CrossEntropyLoss(w.detach(), ignore_index: 2, reduction: nn.Reduction.Sum).call(x, t) },
        { "nll", (x, t) => nn.NLLLoss().call(x.log_softmax(1), t) },
        { "bce", (x, t) => nn.BCELoss().call(x.sigmoid(), t.detach()) },
        { "bce_with_logits", (x, t) => nn.BCEWithLogitsLoss().call(x, t.detach()) },
        { "kl_div", (x, y) => nn.KLDivLoss(log_target: true).call(x.log_softmax(1), y.log_softmax(1)) },
        { "hinge_embedding", (x, y) => nn.HingeEmbeddingLoss(margin: 0.8).call(x, y.detach()) },
        { "margin_ranking", (x, y, t) => nn.MarginRankingLoss(margin: 0.2).call(x, y, t.detach()) },
        { "cosine_embedding", (x, y, t) => nn.CosineEmbeddingLoss(margin: 0.2).call(x, y, t.detach()) },
        { "triplet_margin", (x, p, n) => nn.TripletMarginLoss(margin: 0.7, swap: true).call(x, p, n) },
        { "soft_margin", (x, t) => nn.SoftMarginLoss().call(x, t.detach()) },
        { "multi_margin", (x, t) => nn.MultiMarginLoss(margin: 0.5).call(x, t) },
        { "multi_label_margin", (x, t) => nn.MultiLabelMarginLoss().call(x, t) },
        { "multi_label_soft_margin", (x, t) => nn.MultiLabelSoftMarginLoss().call(x, t.detach()) },
        { "poisson_nll", (x, t) => nn.PoissonNLLLoss().call(x, t.detach()) },
        { "ctc", (x, t, n, m) => nn.CTCLoss().call(x.log_softmax(2), t, n, m) },
        { "cosine_similarity", (x, y) => nn.CosineSimilarity().call(x, y) },
        { "pairwise_distance", (x, y) => nn.PairwiseDistance(p: 1).call(x, y) },
    };
}
