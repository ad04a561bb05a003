"""Seconds of one decoding step with a KV cache, as one writes it in eager PyTorch 1.13: the blocks, and with the output layer."""
import math
import os
import time

import torch
import torch.nn.functional as F
from torch import nn


class Norm(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(width))

    def forward(self, x):
        return x * torch.rsqrt(x.square().mean(-1, keepdim=True) + 1e-6) * self.weight


def rotate(x, cos, sin):
    a, b = x.chunk(2, -1)
    return x * cos + torch.cat([-b, a], -1) * sin


class Block(nn.Module):
    def __init__(self, width, heads, inner, length):
        super().__init__()
        self.heads = heads
        self.attention_norm, self.mlp_norm = Norm(width), Norm(width)
        self.q, self.k, self.v, self.o = (nn.Linear(width, width, bias=False) for _ in range(4))
        self.gate, self.up, self.down = nn.Linear(width, inner, False), nn.Linear(width, inner, False), nn.Linear(inner, width, False)
        self.keys, self.values = (torch.randn(1, heads, length + 1, width // heads) for _ in range(2))

    def forward(self, x, cos, sin, position):
        width = x.shape[-1]
        y = self.attention_norm(x)
        q, k, v = (layer(y).view(1, 1, self.heads, -1).transpose(1, 2) for layer in (self.q, self.k, self.v))
        q = rotate(q, cos, sin)
        self.keys[:, :, position : position + 1] = rotate(k, cos, sin)
        self.values[:, :, position : position + 1] = v
        scores = q @ self.keys[:, :, : position + 1].transpose(-2, -1) / math.sqrt(width // self.heads)
        x = x + self.o((scores.softmax(-1) @ self.values[:, :, : position + 1]).transpose(1, 2).reshape(1, 1, width))
        y = self.mlp_norm(x)
        return x + self.down(F.silu(self.gate(y)) * self.up(y))


class Subject:
    def __init__(self, name):
        self.width, layers, heads, inner, codes, self.position = (int(n) for n in os.environ[f"DECODE_{name.upper()}"].split(","))
        self.blocks = [Block(self.width, heads, inner, self.position) for _ in range(layers)]
        self.norm = Norm(self.width)
        self.head = torch.randn(codes, self.width) * 0.02
        head = self.width // heads
        angles = self.position * 10_000 ** (-torch.arange(0, head, 2) / head)
        self.cos, self.sin = angles.cos().repeat(2), angles.sin().repeat(2)

    @torch.no_grad()
    def step(self, repeats, with_head):
        x = torch.randn(1, 1, self.width)
        start = time.perf_counter()
        for _ in range(repeats):
            y = x
            for block in self.blocks:
                y = block(y, self.cos, self.sin, self.position)
            y = self.norm(y)
            if with_head:
                F.linear(y[:, -1], self.head).softmax(-1).multinomial(1)
        return (time.perf_counter() - start) / repeats


torch.manual_seed(0)
subjects = {}


def subject(name):
    if name not in subjects:
        subjects.clear()  # one at a time: they fill the memory
        subjects[name] = Subject(name)
    return subjects[name]


def body_mini():
    return subject("mini").step(20, False)


def whole_mini():
    return subject("mini").step(20, True)


def body_300m():
    return subject("300m").step(3, False)


def whole_300m():
    return subject("300m").step(3, True)
