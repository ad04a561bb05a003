"""Losses as modules."""

import torch
from torch import nn

from reference.recorder import booleans, check, integers, randn, uniform

a, b = randn(4, 5), randn(4, 5)
logits, targets, weights = randn(6, 5), integers(0, 5, 6), uniform(5, low=0.5, high=2)
signs = integers(0, 2, 4).float() * 2 - 1
lengths = torch.tensor([3, 2])

check("mse", nn.MSELoss(), a, b)
check("mse_sum", nn.MSELoss(reduction="sum"), a, b)
check("l1", nn.L1Loss(), a, b)
check("smooth_l1", nn.SmoothL1Loss(beta=0.5), a, b)
check("huber", nn.HuberLoss(delta=0.5), a, b)
check("cross_entropy", nn.CrossEntropyLoss(), logits, targets)
check("cross_entropy_options", lambda x, t, w: nn.CrossEntropyLoss(w.detach(), ignore_index=2, reduction="sum")(x, t), logits, targets, weights)
check("nll", lambda x, t: nn.NLLLoss()(x.log_softmax(1), t), logits, targets)
check("bce", lambda x, t: nn.BCELoss()(x.sigmoid(), t.detach()), a, booleans(4, 5).float())
check("bce_with_logits", lambda x, t: nn.BCEWithLogitsLoss()(x, t.detach()), a, booleans(4, 5).float())
check("kl_div", lambda x, y: nn.KLDivLoss(log_target=True)(x.log_softmax(1), y.log_softmax(1)), a, b)
check("hinge_embedding", lambda x, y: nn.HingeEmbeddingLoss(margin=0.8)(x, y.detach()), randn(4), signs)
check("margin_ranking", lambda x, y, t: nn.MarginRankingLoss(margin=0.2)(x, y, t.detach()), randn(4), randn(4), signs)
check("cosine_embedding", lambda x, y, t: nn.CosineEmbeddingLoss(margin=0.2)(x, y, t.detach()), a, b, signs)
check("triplet_margin", nn.TripletMarginLoss(margin=0.7, swap=True), a, b, randn(4, 5))
check("soft_margin", lambda x, t: nn.SoftMarginLoss()(x, t.detach()), randn(4), signs)
check("multi_margin", nn.MultiMarginLoss(margin=0.5), logits, targets)
check("multi_label_margin", nn.MultiLabelMarginLoss(), randn(2, 4), torch.tensor([[3, 0, -1, 1], [1, -1, 0, 0]]))
check("multi_label_soft_margin", lambda x, t: nn.MultiLabelSoftMarginLoss()(x, t.detach()), a, booleans(4, 5).float())
check("poisson_nll", lambda x, t: nn.PoissonNLLLoss()(x, t.detach()), randn(6), uniform(6, high=4))
check("gaussian_nll", lambda x, t, v: nn.GaussianNLLLoss(full=True)(x, t, v), randn(6), randn(6), uniform(6, low=0.5, high=2))
check("ctc", lambda x, t, n, m: nn.CTCLoss()(x.log_softmax(2), t, n, m), randn(7, 2, 5), integers(1, 5, 2, 3), torch.tensor([7, 6]), lengths)
check("cosine_similarity", nn.CosineSimilarity(), a, b)
check("pairwise_distance", nn.PairwiseDistance(p=1), a, b)
