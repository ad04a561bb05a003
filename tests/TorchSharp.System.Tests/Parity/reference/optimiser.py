"""Ten steps of every optimiser over given gradients, and the clipping of gradients. The output is the parameter after every step."""

import torch

from reference.recorder import check, randn

initial, gradients = randn(3, 4), randn(10, 3, 4)


def steps(make):
    def run(initial, gradients):
        parameter = torch.nn.Parameter(initial.clone())
        optimiser = make([parameter])
        trajectory = []
        for gradient in gradients:
            parameter.grad = gradient.clone()
            optimiser.step()
            trajectory.append(parameter.detach().clone())
        return torch.stack(trajectory)
    return run


def clip_norm(limit, kind):
    def run(a, b):
        parameters = [torch.nn.Parameter(torch.zeros_like(x)) for x in (a, b)]
        parameters[0].grad, parameters[1].grad = a.clone(), b.clone()
        norm = torch.nn.utils.clip_grad_norm_(parameters, limit, kind)
        return norm, parameters[0].grad, parameters[1].grad
    return run


def clip_value(a):
    parameter = torch.nn.Parameter(torch.zeros_like(a))
    parameter.grad = a.clone()
    torch.nn.utils.clip_grad_value_([parameter], 0.5)
    return parameter.grad


class NAdam(torch.optim.Optimizer):
    """NAdam as in Dozat's paper and in PyTorch from 2.0 on; 1.13 multiplies the next momentum product by the present momentum twice."""

    def __init__(self, parameters, lr, betas=(0.9, 0.999), eps=1e-8, momentum_decay=4e-3):
        super().__init__(parameters, dict(lr=lr, betas=betas, eps=eps, momentum_decay=momentum_decay))

    @torch.no_grad()
    def step(self):
        group = self.param_groups[0]
        (beta1, beta2), lr, decay = group["betas"], group["lr"], group["momentum_decay"]
        for p in group["params"]:
            state = self.state[p]
            if not state:
                state.update(step=0, product=1.0, mean=torch.zeros_like(p), square=torch.zeros_like(p))
            state["step"] += 1
            momentum, following = (beta1 * (1 - 0.5 * 0.96 ** (step * decay)) for step in (state["step"], state["step"] + 1))
            state["product"] *= momentum
            state["mean"].mul_(beta1).add_(p.grad, alpha=1 - beta1)
            state["square"].mul_(beta2).addcmul_(p.grad, p.grad, value=1 - beta2)
            denominator = (state["square"] / (1 - beta2 ** state["step"])).sqrt_().add_(group["eps"])
            p.addcdiv_(p.grad, denominator, value=-lr * (1 - momentum) / (1 - state["product"]))
            p.addcdiv_(state["mean"], denominator, value=-lr * following / (1 - state["product"] * following))


OPTIMISERS = {
    "sgd": lambda p: torch.optim.SGD(p, 0.1),
    "sgd_momentum": lambda p: torch.optim.SGD(p, 0.1, momentum=0.9, dampening=0.1, weight_decay=0.01),
    "sgd_nesterov": lambda p: torch.optim.SGD(p, 0.1, momentum=0.9, nesterov=True),
    "adam": lambda p: torch.optim.Adam(p, 0.01),
    "adam_decay": lambda p: torch.optim.Adam(p, 0.01, (0.8, 0.99), 1e-6, weight_decay=0.1),
    "adam_amsgrad": lambda p: torch.optim.Adam(p, 0.01, amsgrad=True),
    "adam_maximise": lambda p: torch.optim.Adam(p, 0.01, maximize=True),
    "adamw": lambda p: torch.optim.AdamW(p, 0.01, weight_decay=0.1),
    "adamw_amsgrad": lambda p: torch.optim.AdamW(p, 0.01, (0.9, 0.95), weight_decay=0.01, amsgrad=True),
    "rmsprop": lambda p: torch.optim.RMSprop(p, 0.01),
    "rmsprop_centred": lambda p: torch.optim.RMSprop(p, 0.01, 0.9, weight_decay=0.01, momentum=0.5, centered=True),
    "adagrad": lambda p: torch.optim.Adagrad(p, 0.1, lr_decay=0.01, weight_decay=0.01),
    "adadelta": lambda p: torch.optim.Adadelta(p, 1.0, 0.9, 1e-6),
    "adamax": lambda p: torch.optim.Adamax(p, 0.02),
    "nadam": lambda p: NAdam(p, 0.02),
    "radam": lambda p: torch.optim.RAdam(p, 0.02),
    "rprop": lambda p: torch.optim.Rprop(p, 0.01),
}

for name, make in OPTIMISERS.items():
    check(name, steps(make), initial, gradients, grad=False)
for name, limit, kind in (("clip_grad_norm", 1.0, 2.0), ("clip_grad_norm_unchanged", 100.0, 2.0), ("clip_grad_norm_infinity", 0.5, float("inf"))):
    check(name, clip_norm(limit, kind), randn(3, 4), randn(5), grad=False)
check("clip_grad_value", clip_value, randn(3, 4), grad=False)
