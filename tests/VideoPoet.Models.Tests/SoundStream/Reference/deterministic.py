"""Weights that both sides compute for themselves, so that only results are stored."""

import math

import numpy as np
import torch


def noise(count, seed):
    """Numbers from -1 to 1 that depend on their place and a seed."""
    places = np.arange(count, dtype=np.float64)
    waves = np.sin(places * 12.9898 + seed * 78.233) * 43758.5453
    return (waves - np.floor(waves)) * 2 - 1


def weight(name, shape, seed, magnitude):
    values = noise(math.prod(shape), seed)
    kind = name.rsplit(".", 1)[-1]
    if kind == "alpha":
        values = 1 + values / 2
    elif kind == "weight_g":
        values = magnitude + values / 4
    elif kind == "bias":
        values = values / 10
    elif kind == "counts":
        values = 3 + values
    elif kind not in ("embedding", "sums"):
        values = values * math.sqrt(3 / math.prod(shape[1:]))  # keeps the variance of what it is applied to
    return torch.tensor(values.reshape(shape), dtype=torch.float32)


def weights(shapes, magnitude=1.0):
    """Weights for {name: shape}; the seed of a name is its place in alphabetical order, weight norms lie around a magnitude."""
    return {name: weight(name, shapes[name], seed, magnitude) for seed, name in enumerate(sorted(shapes))}


def sound(seed, batch, samples):
    return torch.tensor(noise(batch * samples, seed).reshape(batch, 1, samples) * 0.7, dtype=torch.float32)
