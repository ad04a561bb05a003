"""Seconds of one training step of the prefix language model on text-to-video sequences, as one writes it in PyTorch 1.13."""
import math
import os
import time

import torch
import torch.nn.functional as F
from torch import nn

TEXT_SLOT, SPECIAL_IDS = 64, 256


class Norm(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(width))

    def forward(self, x):
        return x * torch.rsqrt(x.square().mean(-1, keepdim=True) + 1e-6) * self.weight


def rotate(x, cos, sin):
    a, b = x.chunk(2, -1)
    return x * cos + torch.cat([-b, a], -1) * sin


class FeedForward(nn.Module):
    def __init__(self, width, inner):
        super().__init__()
        self.norm = Norm(width)
        self.gate, self.up, self.down = nn.Linear(width, inner, False), nn.Linear(width, inner, False), nn.Linear(inner, width, False)

    def forward(self, x):
        y = self.norm(x)
        return x + self.down(F.silu(self.gate(y)) * self.up(y))


class Block(nn.Module):
    def __init__(self, width, heads, inner, norms):
        super().__init__()
        self.heads = heads
        self.norm = Norm(width)
        self.q, self.k, self.v, self.o = (nn.Linear(width, width, bias=False) for _ in range(4))
        self.q_norm, self.k_norm = (Norm(width // heads) if norms else nn.Identity() for _ in range(2))
        self.feed_forward = FeedForward(width, inner)

    def forward(self, x, cos, sin, mask):
        batch, length, width = x.shape
        y = self.norm(x)
        q, k, v = (layer(y).view(batch, length, self.heads, -1).transpose(1, 2) for layer in (self.q, self.k, self.v))
        q, k = rotate(self.q_norm(q), cos, sin), rotate(self.k_norm(k), cos, sin)
        scores = q @ k.transpose(-2, -1) / math.sqrt(width // self.heads) + mask
        return self.feed_forward(x + self.o((scores.softmax(-1) @ v).transpose(1, 2).reshape(batch, length, width)))


class Places(nn.Module):
    """Embeddings of where tokens lie: those of sound are there, and text-to-video does not use them."""

    def __init__(self, width, times, rows, columns, levels, frames):
        super().__init__()
        self.modality, self.time, self.row, self.column = (nn.Embedding(n, width) for n in (4, times, rows, columns))
        self.level, self.frame = nn.Embedding(levels, width), nn.Embedding(frames, width)

    def forward(self, places):
        modality, time_, row, column, visual = places
        return self.modality(modality) + visual[:, None] * (self.time(time_) + self.row(row) + self.column(column))


class SecondHalf(nn.Module):
    """What the low half of a code is predicted from."""

    def __init__(self, width, inner, values):
        super().__init__()
        self.high, self.feed_forward, self.norm = nn.Embedding(values, width), FeedForward(width, inner), Norm(width)

    def forward(self, x, high):
        return self.norm(self.feed_forward(x + self.high(high)))


class Model(nn.Module):
    """With codes of two halves a code is the sum of two rows, one of `half` for each value of its high bits and one for each of its low ones."""

    def __init__(self, width, layers, heads, inner, norms, codes, half, sounds, text_width, tables, inputs):
        super().__init__()
        self.codes, self.half = codes, half
        self.tokens = nn.Embedding(SPECIAL_IDS + (2 * half or codes) + sounds, width)
        self.second = SecondHalf(width, inner, half) if half else None
        self.text = nn.Linear(text_width, width)
        self.segment, self.place, self.next = nn.Embedding(1 + inputs, width), Places(width, *tables), Places(width, *tables)
        self.blocks = nn.ModuleList(Block(width, heads, inner, norms) for _ in range(layers))
        self.norm = Norm(width)
        for parameter in self.parameters():
            if parameter.dim() > 1:
                nn.init.normal_(parameter, 0, 0.02)

    def embed(self, ids):
        if not self.half:
            return self.tokens(ids)
        codes = (ids - SPECIAL_IDS).clamp(min=0)
        visual = ids >= SPECIAL_IDS
        high = self.tokens(torch.where(visual, SPECIAL_IDS + codes // self.half, ids))
        return high + self.tokens(SPECIAL_IDS + self.half + codes % self.half) * visual[..., None]

    def losses(self, x, codes):
        """The terms of the loss of states that predict codes."""
        rows = self.tokens.weight[SPECIAL_IDS:]
        if not self.half:
            return [(F.linear(x, rows[: self.codes]), codes)]
        high, low = codes // self.half, codes % self.half
        second = self.second(x, high)
        return [(F.linear(x, rows[: self.half]), high), (F.linear(second, rows[self.half : 2 * self.half]), low)]


class Subject:
    def __init__(self, name):
        numbers = [int(n) for n in os.environ[f"TRAIN_{name.upper()}"].split(",")]
        width, layers, heads, inner, norms, codes, half, levels, sounds, text_width, inputs, *tables = numbers[:15]
        batch, self.slot, self.prefix, times, rows, columns = numbers[15:]
        tables = (*tables[:3], levels, tables[3])
        self.model = Model(width, layers, heads, inner, norms, codes, half, levels * sounds, text_width, tables, inputs)
        self.optimizer = torch.optim.AdamW(self.model.parameters(), 1e-4, betas=(0.9, 0.95), weight_decay=0.1)
        visual = times * rows * columns
        self.length = self.prefix + 1 + visual + 2
        self.first = self.prefix + 1
        self.ids = torch.randint(SPECIAL_IDS, (batch, self.length))
        self.ids[:, self.first : self.first + visual] = SPECIAL_IDS + torch.randint(codes, (batch, visual))
        self.lengths = TEXT_SLOT - torch.arange(batch) * (TEXT_SLOT - 1) // max(1, batch - 1)
        self.embeddings = torch.randn(batch, TEXT_SLOT, text_width)
        modality, numbers = torch.zeros(self.length, dtype=torch.long), torch.arange(visual)
        modality[self.slot : self.slot + TEXT_SLOT] = 1
        modality[self.first : self.first + visual] = 2
        coordinates = torch.zeros(3, self.length, dtype=torch.long)
        coordinates[:, self.first : self.first + visual] = torch.stack(
            [numbers // (rows * columns), numbers // columns % rows, numbers % columns]
        )
        self.places = (modality, *coordinates, (modality == 2).float())
        self.segments = (torch.arange(self.length) < self.prefix).long()
        self.predicts = ((torch.arange(1, self.length + 1) >= self.prefix) & (torch.arange(1, self.length + 1) < self.length)).float()
        self.nexts = tuple(places.roll(-1) for places in self.places)
        head = width // heads
        angles = torch.outer(torch.arange(self.length), 10_000 ** (-torch.arange(0, head, 2) / head)).repeat(1, 2)
        self.cos, self.sin = angles.cos(), angles.sin()

    def loss(self):
        model, batch = self.model, len(self.ids)
        seen = torch.ones(self.length, self.length).tril().bool()
        seen[:, : self.prefix] = True
        seen = seen.expand(batch, -1, -1).clone()
        padding = torch.arange(TEXT_SLOT) >= self.lengths[:, None]
        seen[:, :, self.slot : self.slot + TEXT_SLOT] &= ~padding[:, None]
        mask = torch.zeros(batch, 1, self.length, self.length).masked_fill(~seen[:, None], -math.inf)
        x = model.embed(self.ids) + model.segment(self.segments) + model.place(self.places) + self.predicts[:, None] * model.next(self.nexts)
        text = F.pad(model.text(self.embeddings) * ~padding[:, :, None], (0, 0, self.slot, self.length - self.slot - TEXT_SLOT))
        x = x + text
        for block in model.blocks:
            x = block(x, self.cos, self.sin, mask)
        x = model.norm(x)
        last = self.length - 2
        losses = model.losses(x[:, self.first - 1 : last - 1].flatten(0, 1), self.ids[:, self.first : last].flatten() - SPECIAL_IDS)
        return sum(F.cross_entropy(logits, targets) + 1e-4 * logits.logsumexp(-1).square().mean() for logits, targets in losses)

    def step(self):
        start = time.perf_counter()
        self.optimizer.zero_grad(set_to_none=True)
        self.loss().backward()
        self.optimizer.step()
        return time.perf_counter() - start

    def parameters(self):
        return sum(parameter.numel() for parameter in self.model.parameters())


torch.manual_seed(0)
subjects = {}


def subject(name):
    if name not in subjects:
        subjects.clear()  # one at a time: they fill the memory
        subjects[name] = Subject(name)
    return subjects[name]


def parameters_mini():
    return subject("mini").parameters()


def step_mini():
    return subject("mini").step()


def parameters_300m():
    return subject("300m").parameters()


def step_300m():
    return subject("300m").step()
