"""Seconds of one training step of a transformer block, as one writes it in PyTorch 1.13."""
import math
import time

import torch
from torch import nn

WIDTH, HEADS, LENGTH, BATCH = 512, 8, 1024, 4


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.attention_norm = nn.LayerNorm(WIDTH)
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.mlp_norm = nn.LayerNorm(WIDTH)
        self.up = nn.Linear(WIDTH, 4 * WIDTH)
        self.down = nn.Linear(4 * WIDTH, WIDTH)

    def forward(self, x):
        batch, length, width = x.shape
        q, k, v = self.qkv(self.attention_norm(x)).view(batch, length, 3, HEADS, width // HEADS).permute(2, 0, 3, 1, 4)
        scores = (q / math.sqrt(width // HEADS)) @ k.transpose(-2, -1)
        attended = (scores.softmax(-1) @ v).transpose(1, 2).reshape(batch, length, width)
        x = x + self.out(attended)
        return x + self.down(nn.functional.gelu(self.up(self.mlp_norm(x))))


torch.manual_seed(0)
block = Block()
optimizer = torch.optim.AdamW(block.parameters())
x = torch.randn(BATCH, LENGTH, WIDTH)


def step():
    optimizer.zero_grad(set_to_none=True)
    block(x).square().mean().backward()
    optimizer.step()


def seconds(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def fp32():
    return seconds(step)
