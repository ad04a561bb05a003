"""Loss functions, with every reduction, weights, ignored targets and smoothing."""

import torch
import torch.nn.functional as F

from reference.recorder import booleans, check, integers, randn, uniform

logits, targets, weights = randn(6, 5), torch.tensor([0, 3, 1, 4, 2, 3]), uniform(5, low=0.5, high=2)
ignored = torch.tensor([0, -100, 1, 4, -100, 3])
a, b = randn(4, 5) * 2, randn(4, 5)
probabilities = uniform(4, 5, low=0.05, high=0.95)
signs = integers(0, 2, 6).float() * 2 - 1

for reduction in ("none", "mean", "sum"):
    check(f"cross_entropy_{reduction}", lambda x, t, r=reduction: F.cross_entropy(x, t, reduction=r), logits, targets)
    check(f"mse_{reduction}", lambda a, b, r=reduction: F.mse_loss(a, b, reduction=r), a, b)
    check(f"l1_{reduction}", lambda a, b, r=reduction: F.l1_loss(a, b, reduction=r), a, b)
    check(f"bce_with_logits_{reduction}", lambda a, t, r=reduction: F.binary_cross_entropy_with_logits(a, t, reduction=r), a, probabilities)
check("cross_entropy_smoothing", lambda x, t: F.cross_entropy(x, t, label_smoothing=0.1), logits, targets)
check("cross_entropy_ignored", lambda x, t: F.cross_entropy(x, t), logits, ignored)
check("cross_entropy_ignored_index", lambda x, t: F.cross_entropy(x, t, ignore_index=3), logits, targets)
check("cross_entropy_weights", lambda x, t, w: F.cross_entropy(x, t, w.detach()), logits, targets, weights)
check("cross_entropy_everything", lambda x, t, w: F.cross_entropy(
    x, t, w.detach(), ignore_index=2, reduction="sum", label_smoothing=0.2), logits, targets, weights)
check("cross_entropy_probabilities", lambda x, t: F.cross_entropy(x, t.softmax(1)), logits, randn(6, 5))
check("cross_entropy_sequence", lambda x, t: F.cross_entropy(x, t), randn(2, 5, 4), integers(0, 5, 2, 4))
check("nll", lambda x, t: F.nll_loss(F.log_softmax(x, 1), t), logits, targets)
check("nll_weights_sum", lambda x, t, w: F.nll_loss(F.log_softmax(x, 1), t, w.detach(), reduction="sum"), logits, targets, weights)
check("smooth_l1", lambda a, b: F.smooth_l1_loss(a, b), a, b)
check("smooth_l1_beta_sum", lambda a, b: F.smooth_l1_loss(a, b, reduction="sum", beta=0.5), a, b)
check("huber", lambda a, b: F.huber_loss(a, b), a, b)
check("huber_delta", lambda a, b: F.huber_loss(a, b, delta=0.7), a, b)
check("bce", lambda p, t: F.binary_cross_entropy(p, t), probabilities, booleans(4, 5).float())
check("bce_with_logits_weights", lambda a, t, w: F.binary_cross_entropy_with_logits(a, t.detach(), pos_weight=w.detach()),
      a, booleans(4, 5).float(), weights)
check("kl_div", lambda a, b: F.kl_div(F.log_softmax(a, 1), F.log_softmax(b, 1), log_target=True), a, b)
check("kl_div_probabilities_sum", lambda a, b: F.kl_div(F.log_softmax(a, 1), F.softmax(b, 1), reduction="sum"), a, b)
check("hinge_embedding", lambda x, y: F.hinge_embedding_loss(x, y.detach(), margin=1.5), randn(6), signs)
check("margin_ranking", lambda a, b, y: F.margin_ranking_loss(a, b, y, margin=0.3), randn(6), randn(6), signs)
check("cosine_embedding", lambda a, b, y: F.cosine_embedding_loss(a, b, y.detach(), margin=0.2), randn(6, 4), randn(6, 4), signs)
check("soft_margin", lambda x, y: F.soft_margin_loss(x, y.detach()), randn(6), signs)
check("triplet_margin", lambda a, p, n: F.triplet_margin_loss(a, p, n, margin=0.7), randn(4, 6), randn(4, 6), randn(4, 6))
check("multi_margin", lambda x, t: F.multi_margin_loss(x, t), logits, targets)
check("poisson_nll", lambda x, t: F.poisson_nll_loss(x, t.detach()), randn(6), uniform(6, high=4))
check("hinge_for_discriminators", lambda real, fake: (F.relu(1 - real).mean() + F.relu(1 + fake).mean(), -fake.mean()), randn(8), randn(8))
