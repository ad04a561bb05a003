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
}

for name, make in OPTIMISERS.items():
    check(name, steps(make), initial, gradients, grad=False)
for name, limit, kind in (("clip_grad_norm", 1.0, 2.0), ("clip_grad_norm_unchanged", 100.0, 2.0), ("clip_grad_norm_infinity", 0.5, float("inf"))):
    check(name, clip_norm(limit, kind), randn(3, 4), randn(5), grad=False)
check("clip_grad_value", clip_value, randn(3, 4), grad=False)
