"""Seconds of encoding and of decoding one clip with MAGVIT-v2, as one writes it in PyTorch 1.13."""
import math
import os
import time

import torch
import torch.nn.functional as F
from torch import nn


class CausalConv(nn.Module):
    def __init__(self, inputs, outputs, kernel=3, stride=(1, 1, 1), bias=False):
        super().__init__()
        self.past = kernel - 1
        self.conv = nn.Conv3d(inputs, outputs, kernel, stride, (0, kernel // 2, kernel // 2), bias=bias)

    def forward(self, x):
        return self.conv(F.pad(x, (0, 0, 0, 0, self.past, 0)))


def per_frame(norm, x):
    b, c, t, h, w = x.shape
    return norm(x.transpose(1, 2).reshape(b * t, c, h, w)).view(b, t, c, h, w).transpose(1, 2)


class Norm(nn.Module):
    def __init__(self, channels, affine=True):
        super().__init__()
        groups = math.gcd(32, max(channels // 4, 1), channels)
        self.norm = nn.GroupNorm(groups, channels, 1e-6, affine)

    def forward(self, x):
        return per_frame(self.norm, x)


class Block(nn.Module):
    def __init__(self, inputs, outputs):
        super().__init__()
        self.norm1, self.conv1 = Norm(inputs), CausalConv(inputs, outputs)
        self.norm2, self.conv2 = Norm(outputs), CausalConv(outputs, outputs)
        self.skip = nn.Identity() if inputs == outputs else CausalConv(inputs, outputs, kernel=1)

    def forward(self, x):
        y = self.conv1(F.silu(self.norm1(x)))
        return self.conv2(F.silu(self.norm2(y))) + self.skip(x)


def row(count, inputs, outputs):
    return [Block(inputs if i == 0 else outputs, outputs) for i in range(count)]


class Upsample(nn.Module):
    def __init__(self, channels, time):
        super().__init__()
        self.time, self.conv = time, CausalConv(channels, 4 * time * channels, bias=True)

    def forward(self, x):
        b, c, t, h, w = x.shape
        x = self.conv(x).view(b, self.time, 2, 2, c, t, h, w).permute(0, 4, 5, 1, 6, 2, 7, 3)
        return x.reshape(b, c, t * self.time, 2 * h, 2 * w)[:, :, self.time - 1:]


class Adaptive(nn.Module):
    def __init__(self, channels, bits, frames):
        super().__init__()
        self.norm, self.frames = Norm(channels, affine=False), frames
        self.gamma, self.beta = nn.Linear(bits, channels), nn.Linear(bits, channels)

    def forward(self, x, codes):
        z = codes.transpose(1, 2).flatten(3)
        scale, shift = self.gamma((z.var(-1) + 1e-6).sqrt()), self.beta(z.mean(-1))
        return self.norm(x) * self.over_frames(scale, x) + self.over_frames(shift, x)

    def over_frames(self, values, x):
        return values.transpose(1, 2).repeat_interleave(self.frames, 2)[:, :, -x.shape[2]:, None, None]


def fold(pixels, patch):
    b, c, t, h, w = pixels.shape
    x = pixels.view(b, c, t, h // patch, patch, w // patch, patch).permute(0, 4, 6, 1, 2, 3, 5)
    return x.reshape(b, patch * patch * c, t, h // patch, w // patch)


def unfold(x, patch):
    b, c, t, h, w = x.shape
    x = x.view(b, patch, patch, c // patch ** 2, t, h, w).permute(0, 3, 4, 5, 1, 6, 2)
    return x.reshape(b, c // patch ** 2, t, h * patch, w * patch)


class Encoder(nn.Sequential):
    def __init__(self, patch, channels, widths, blocks, bits):
        layers, width = [CausalConv(3 * patch ** 2, channels)], channels
        for coarser, here in zip(range(len(widths) - 1, -1, -1), widths):
            layers += row(blocks, width, here)
            width = here
            if coarser > 0:
                layers.append(CausalConv(here, here, stride=(2 if coarser < 3 else 1, 2, 2), bias=True))
        super().__init__(*layers, *row(blocks, width, width), Norm(width), nn.SiLU(), CausalConv(width, bits, 1, bias=True))


class Decoder(nn.Module):
    def __init__(self, patch, widths, blocks, bits):
        super().__init__()
        width = widths[-1]
        self.start = nn.Sequential(CausalConv(bits, width, bias=True), *row(blocks, width, width))
        self.norms, self.levels = nn.ModuleList(), nn.ModuleList()
        for coarser, here in enumerate(reversed(widths)):
            self.norms.append(Adaptive(width, bits, min(2 ** coarser, 4)))
            layers = row(blocks, width, here)
            width = here
            if coarser < len(widths) - 1:
                layers.append(Upsample(width, 2 if coarser < 2 else 1))
            self.levels.append(nn.Sequential(*layers))
        self.end = nn.Sequential(Norm(width), nn.SiLU(), CausalConv(width, 3 * patch ** 2, bias=True))

    def forward(self, codes):
        x = self.start(codes)
        for norm, level in zip(self.norms, self.levels):
            x = level(norm(x, codes))
        return self.end(x)


class Tokenizer:
    """One clip of noise, and the networks of the sizes in an environment variable: pixels, frames, patch, channels, multipliers, blocks, bits."""

    def __init__(self, variable):
        size, frames, self.patch, channels, *multipliers, blocks, self.bits = map(int, os.environ[variable].split(","))
        torch.manual_seed(0)
        widths = [channels * multiplier for multiplier in multipliers]
        self.encoder, self.decoder = Encoder(self.patch, channels, widths, blocks, self.bits), Decoder(self.patch, widths, blocks, self.bits)
        self.pixels = torch.rand(1, 3, frames, size, size) * 2 - 1
        self.ids = torch.randint(1 << self.bits, (1, 1 + (frames - 1) // 4, size // 8, size // 8))
        self.places = torch.arange(self.bits).view(1, -1, 1, 1, 1)

    def parameters(self):
        return sum(parameter.numel() for network in (self.encoder, self.decoder) for parameter in network.parameters())

    @torch.no_grad()
    def encode(self):
        start = time.perf_counter()
        ((self.encoder(fold(self.pixels, self.patch)) > 0).long() << self.places).sum(1)
        return time.perf_counter() - start

    @torch.no_grad()
    def decode(self):
        start = time.perf_counter()
        codes = ((self.ids.unsqueeze(1) >> self.places) % 2 * 2 - 1).float()
        unfold(self.decoder(codes), self.patch).clamp_(-1, 1)
        return time.perf_counter() - start


_made = {}


def _tokenizer(variable):
    if variable not in _made:
        _made[variable] = Tokenizer(variable)
    return _made[variable]


def _function(variable, name):
    return lambda: getattr(_tokenizer(variable), name)()


for _size in ("mini", "paper"):
    for _name in ("parameters", "encode", "decode"):
        globals()[f"{_name}_{_size}"] = _function(f"TOKENIZER_{_size.upper()}", _name)
