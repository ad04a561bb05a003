using F = TorchSharp.torch.nn.functional;

namespace VideoPoet.Engines.Tests.Parity.Cases;

/// <summary>Loss functions, with every reduction, weights, ignored targets and smoothing.</summary>
internal static class LossCases
{
    private static readonly (string Name, nn.Reduction Reduction)[] Reductions =
        [("none", nn.Reduction.None), ("mean", nn.Reduction.Mean), ("sum", nn.Reduction.Sum)];

    public static CaseTable Table
    {
        get
        {
            var table = new CaseTable("loss")
            {
                { "cross_entropy_smoothing", (x, t) => F.cross_entropy(x, t, label_smoothing: 0.1) },
                { "cross_entropy_ignored", (x, t) => F.cross_entropy(x, t) },
                { "cross_entropy_ignored_index", (x, t) => F.cross_entropy(x, t, ignore_index: 3) },
                { "cross_entropy_weights", (x, t, w) => F.cross_entropy(x, t, w.detach()) },
                {
                    "cross_entropy_everything", (x, t, w) =>
                        F.cross_entropy(x, t, w.detach(), ignore_index: 2, reduction: nn.Reduction.Sum, label_smoothing: 0.2)
                },
                { "cross_entropy_probabilities", (x, t) => F.cross_entropy(x, t.softmax(1)) },
                { "cross_entropy_sequence", (x, t) => F.cross_entropy(x, t) },
                { "nll", (x, t) => F.nll_loss(F.log_softmax(x, 1), t) },
                { "nll_weights_sum", (x, t, w) => F.nll_loss(F.log_softmax(x, 1), t, w.detach(), nn.Reduction.Sum) },
                { "smooth_l1", (a, b) => F.smooth_l1_loss(a, b) },
                { "smooth_l1_beta_sum", (a, b) => F.smooth_l1_loss(a, b, nn.Reduction.Sum, beta: 0.5) },
                { "huber", (a, b) => F.huber_loss(a, b) },
                { "huber_delta", (a, b) => F.huber_loss(a, b, delta: 0.7) },
                { "bce", (p, t) => F.binary_cross_entropy(p, t) },
                {
                    "bce_with_logits_weights", (a, t, w) =>
                        F.binary_cross_entropy_with_logits(a, t.detach(), pos_weights: w.detach())
                },
                { "kl_div", (a, b) => F.kl_div(F.log_softmax(a, 1), F.log_softmax(b, 1), log_target: true) },
                {
                    "kl_div_probabilities_sum", (a, b) =>
                        F.kl_div(F.log_softmax(a, 1), F.softmax(b, 1), log_target: false, reduction: nn.Reduction.Sum)
                },
                { "hinge_embedding", (x, y) => F.hinge_embedding_loss(x, y.detach(), margin: 1.5) },
                { "margin_ranking", (a, b, y) => F.margin_ranking_loss(a, b, y, margin: 0.3) },
                { "cosine_embedding", (a, b, y) => F.cosine_embedding_loss(a, b, y.detach(), margin: 0.2) },
                { "soft_margin", (x, y) => F.soft_margin_loss(x, y.detach()) },
                { "triplet_margin", (a, p, n) => F.triplet_margin_loss(a, p, n, margin: 0.7) },
                { "multi_margin", (x, t) => F.multi_margin_loss(x, t) },
                { "poisson_nll", (x, t) => F.poisson_nll_loss(x, t.detach()) },
                { "hinge_for_discriminators", (real, fake) => [F.relu(1 - real).mean() + F.relu(1 + fake).mean(), -fake.mean()] },
            };
            foreach (var (name, reduction) in Reductions)
            {
                table.Add($"cross_entropy_{name}", (x, t) => F.cross_entropy(x, t, reduction: reduction));
                table.Add($"mse_{name}", (a, b) => F.mse_loss(a, b, reduction));
                table.Add($"l1_{name}", (a, b) => F.l1_loss(a, b, reduction));
                table.Add($"bce_with_logits_{name}", (a, t) => F.binary_cross_entropy_with_logits(a, t, reduction: reduction));
            }

            return table;
        }
    }
}
