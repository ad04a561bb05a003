"""The losses of 200 training steps of two small networks, from given weights and data.

Smooth networks and small rates: a rounding difference of one step must not grow beyond 1e-4 over the others.
"""

import torch
import torch.nn.functional as F
from torch import nn

from reference.recorder import randn, record

STEPS = 200


def perceptron():
    return nn.Sequential(nn.Linear(8, 32), nn.Tanh(), nn.Linear(32, 16), nn.GELU(), nn.Linear(16, 1))


def convolutional():
    return nn.Sequential(
        nn.Conv2d(1, 8, 3, padding=1), nn.GroupNorm(2, 8), nn.SiLU(), nn.Conv2d(8, 8, 3, stride=2, padding=1), nn.GroupNorm(4, 8), nn.SiLU(),
        nn.AdaptiveAvgPool2d(2), nn.Flatten(), nn.Linear(32, 4))


def train(case, network, optimiser, loss, inputs, targets):
    record(case, "in0", inputs)
    record(case, "in1", targets)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.copy_(randn(*parameter.shape) * (0.3 if parameter.dim() > 1 else 0.1))
    for name, value in network.state_dict().items():
        record(case, f"state.{name}", value)
    losses = []
    stepper = optimiser(network.parameters())
    for _ in range(STEPS):
        stepper.zero_grad()
        value = loss(network(inputs), targets)
        value.backward()
        stepper.step()
        losses.append(value.item())
    record(case, "out0", torch.tensor(losses, dtype=torch.float64))
    print(f"training/{case}: loss {losses[0]:.4f} to {losses[-1]:.4f}")


points = randn(64, 8)
train("perceptron", perceptron(), lambda p: torch.optim.SGD(p, 0.05, momentum=0.9), F.mse_loss,
      points, (points[:, :1] * points[:, 1:2]).sin() + 0.5 * points[:, 2:3])

pictures, classes = randn(16, 1, 8, 8) * 0.5, torch.arange(16) % 4
for i, c in enumerate(classes.tolist()):
    pictures[i, 0, 4 * (c // 2):4 * (c // 2) + 4, 4 * (c % 2):4 * (c % 2) + 4] += 1.0
train("convolutional", convolutional(), lambda p: torch.optim.AdamW(p, 0.002, weight_decay=0.01), F.cross_entropy, pictures, classes)
