"""The learning rates that every scheduler sets: the first one and that after each of twelve steps."""

import torch
from torch.optim import lr_scheduler

from reference.recorder import check


def rates(make, step=lambda scheduler, i: scheduler.step()):
    def run():
        parameter = torch.nn.Parameter(torch.zeros(1))
        optimiser = torch.optim.SGD([parameter], 0.5)
        scheduler = make(optimiser)
        result = [optimiser.param_groups[0]["lr"]]
        for i in range(12):
            optimiser.step()
            step(scheduler, i)
            result.append(optimiser.param_groups[0]["lr"])
        return torch.tensor(result, dtype=torch.float64)
    return run


METRICS = [1.0, 0.9, 0.91, 0.92, 0.93, 0.8, 0.81, 0.82, 0.83, 0.84, 0.85, 0.86]
SCHEDULERS = {
    "step": lambda o: lr_scheduler.StepLR(o, 3, 0.5),
    "multi_step": lambda o: lr_scheduler.MultiStepLR(o, [2, 5, 9], 0.3),
    "exponential": lambda o: lr_scheduler.ExponentialLR(o, 0.9),
    "cosine": lambda o: lr_scheduler.CosineAnnealingLR(o, 12, 0.05),
    "linear": lambda o: lr_scheduler.LinearLR(o, 0.2, 1.0, 6),
    "constant": lambda o: lr_scheduler.ConstantLR(o, 0.25, 4),
    "polynomial": lambda o: lr_scheduler.PolynomialLR(o, 10, 2.0),
    "lambda": lambda o: lr_scheduler.LambdaLR(o, lambda epoch: 1 / (1 + epoch)),
    "multiplicative": lambda o: lr_scheduler.MultiplicativeLR(o, lambda epoch: 0.95),
    "one_cycle": lambda o: lr_scheduler.OneCycleLR(o, 1.0, total_steps=14, cycle_momentum=False),
    "cyclic": lambda o: lr_scheduler.CyclicLR(o, 0.1, 0.7, 4, cycle_momentum=False),
    "sequential": lambda o: lr_scheduler.SequentialLR(o, [lr_scheduler.LinearLR(o, 0.1, 1.0, 4), lr_scheduler.ExponentialLR(o, 0.8)], [4]),
}

for name, make in SCHEDULERS.items():
    check(name, rates(make))
check("plateau", rates(lambda o: lr_scheduler.ReduceLROnPlateau(o, factor=0.5, patience=1), lambda scheduler, i: scheduler.step(METRICS[i])))
