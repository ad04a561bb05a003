#!/usr/bin/env python3
"""Writes network.safetensors: small T5s computed from the published formulas, and the names of the encoders' tensors of published sizes.

Run it with a Python that has torch (made with 1.13.1; Debian: /usr/bin/python3 FILE).
"""

import math
import pathlib

import numpy as np
import torch
from torch import nn

import reference_file

LENGTH = 150  # beyond the largest distance that has a bucket of its own

SMALL = {
    "gated": dict(width=24, layers=3, heads=3, head_width=5, feed_forward=40, vocabulary=50, gated=True),
    "plain": dict(width=16, layers=2, heads=4, head_width=8, feed_forward=32, vocabulary=30, gated=False),
}

PUBLISHED = {
    "t5-small": dict(width=512, layers=6, heads=8, head_width=64, feed_forward=2048, vocabulary=32128, gated=False),
    "t5-3b": dict(width=1024, layers=24, heads=32, head_width=128, feed_forward=16384, vocabulary=32128, gated=False),
    "t5-v1_1-small": dict(width=512, layers=8, heads=6, head_width=64, feed_forward=1024, vocabulary=32128, gated=True),
    "t5-v1_1-xl": dict(width=2048, layers=24, heads=32, head_width=64, feed_forward=5120, vocabulary=32128, gated=True),
}


def parameters(width, layers, heads, head_width, feed_forward, vocabulary, gated):
    """Names and shapes in the order of the network."""
    yield "shared.weight", (vocabulary, width)
    for block in range(layers):
        attention, dense = f"encoder.block.{block}.layer.0", f"encoder.block.{block}.layer.1"
        for name in "qkv":
            yield f"{attention}.SelfAttention.{name}.weight", (heads * head_width, width)
        yield f"{attention}.SelfAttention.o.weight", (width, heads * head_width)
        if block == 0:
            yield f"{attention}.SelfAttention.relative_attention_bias.weight", (32, heads)
        yield f"{attention}.layer_norm.weight", (width,)
        for name in ("wi_0", "wi_1") if gated else ("wi",):
            yield f"{dense}.DenseReluDense.{name}.weight", (feed_forward, width)
        yield f"{dense}.DenseReluDense.wo.weight", (width, feed_forward)
        yield f"{dense}.layer_norm.weight", (width,)
    yield "encoder.final_layer_norm.weight", (width,)


def decoder_parameters(width, layers, heads, head_width, feed_forward, vocabulary, gated):
    for block in range(layers):
        prefix = f"decoder.block.{block}.layer"
        for layer, attention in enumerate(("SelfAttention", "EncDecAttention")):
            for name in "qkv":
                yield f"{prefix}.{layer}.{attention}.{name}.weight", (heads * head_width, width)
            yield f"{prefix}.{layer}.{attention}.o.weight", (width, heads * head_width)
            yield f"{prefix}.{layer}.layer_norm.weight", (width,)
        for name in ("wi_0", "wi_1") if gated else ("wi",):
            yield f"{prefix}.2.DenseReluDense.{name}.weight", (feed_forward, width)
        yield f"{prefix}.2.DenseReluDense.wo.weight", (width, feed_forward)
        yield f"{prefix}.2.layer_norm.weight", (width,)
    yield "decoder.block.0.layer.0.SelfAttention.relative_attention_bias.weight", (32, heads)
    yield "decoder.final_layer_norm.weight", (width,)
    yield "lm_head.weight", (vocabulary, width)


def bucket(distance, count):
    """The published formula in floating point; double precision, and a hair more, keep the exact powers on their side."""
    exact = count // 2
    if distance < exact:
        return distance
    return min(count - 1, exact + int(math.log(distance / exact) / math.log(128 / exact) * (count - exact) + 1e-9))


def both_sides(distance):
    return bucket(abs(distance), 16) + (16 if distance > 0 else 0)


def behind(distance):
    return bucket(max(0, -distance), 32)


def distance_bias(table, length, bucket_of):
    buckets = torch.tensor([[bucket_of(key - query) for key in range(length)] for query in range(length)])
    return table[buckets].permute(2, 0, 1)


def norm(x, weight):
    return x / torch.sqrt((x * x).mean(-1, keepdim=True) + 1e-6) * weight


def gelu(x):
    return 0.5 * x * (1 + torch.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x ** 3)))


def attention(weights, prefix, queries, sources, heads, bias, seen):
    q, k, v = (
        torch.einsum("bld,hed->bhle", x, weights[f"{prefix}.{name}.weight"].unflatten(0, (heads, -1)))
        for name, x in (("q", queries), ("k", sources), ("v", sources)))
    scores = torch.where(seen, torch.einsum("bhqe,bhke->bhqk", q, k) + bias, torch.tensor(-1e10))
    attended = torch.einsum("bhqk,bhke->bqhe", scores.softmax(-1), v).flatten(2)
    return attended @ weights[f"{prefix}.o.weight"].T


def feed_forward(weights, prefix, x, gated):
    if gated:
        inner = gelu(x @ weights[f"{prefix}.wi_0.weight"].T) * (x @ weights[f"{prefix}.wi_1.weight"].T)
    else:
        inner = torch.relu(x @ weights[f"{prefix}.wi.weight"].T)
    return inner @ weights[f"{prefix}.wo.weight"].T


def encode(weights, ids, mask, layers, heads, gated, **_):
    x = weights["shared.weight"][ids]
    bias = distance_bias(weights["encoder.block.0.layer.0.SelfAttention.relative_attention_bias.weight"], ids.shape[1], both_sides)
    for block in range(layers):
        prefix = f"encoder.block.{block}.layer"
        h = norm(x, weights[f"{prefix}.0.layer_norm.weight"])
        x = x + attention(weights, f"{prefix}.0.SelfAttention", h, h, heads, bias, mask[:, None, None, :])
        x = x + feed_forward(weights, f"{prefix}.1.DenseReluDense", norm(x, weights[f"{prefix}.1.layer_norm.weight"]), gated)
    return norm(x, weights["encoder.final_layer_norm.weight"])


def loss(weights, encoded, mask, read, targets, layers, heads, gated, **_):
    """The mean cross entropy of the targets that are not -100."""
    x = weights["shared.weight"][read]
    bias = distance_bias(weights["decoder.block.0.layer.0.SelfAttention.relative_attention_bias.weight"], read.shape[1], behind)
    causal = torch.ones(read.shape[1], read.shape[1], dtype=torch.bool).tril()
    for block in range(layers):
        prefix = f"decoder.block.{block}.layer"
        h = norm(x, weights[f"{prefix}.0.layer_norm.weight"])
        x = x + attention(weights, f"{prefix}.0.SelfAttention", h, h, heads, bias, causal)
        h = norm(x, weights[f"{prefix}.1.layer_norm.weight"])
        x = x + attention(weights, f"{prefix}.1.EncDecAttention", h, encoded, heads, 0, mask[:, None, None, :])
        x = x + feed_forward(weights, f"{prefix}.2.DenseReluDense", norm(x, weights[f"{prefix}.2.layer_norm.weight"]), gated)
    logits = norm(x, weights["decoder.final_layer_norm.weight"]) @ weights["lm_head.weight"].T
    kept = targets >= 0
    return -logits.log_softmax(-1)[kept].gather(1, targets[kept][:, None]).mean()


def draw(shapes):
    weights = {}
    for key, shape in shapes:
        if len(shape) == 1:
            value = 1 + 0.2 * torch.randn(shape)
        else:
            value = torch.randn(shape) * (1 if "relative" in key or "shared" in key else 0.5 * shape[1] ** -0.5)
        weights[key] = nn.Parameter(value)
    return weights


def values(weights):
    stored = {f"weight/{key}": value.detach() for key, value in weights.items()}
    return stored | {f"gradient/{key}": value.grad for key, value in weights.items()}


def encoder(name, sizes):
    weights = draw(parameters(**sizes))
    ids = torch.randint(0, sizes["vocabulary"], (2, LENGTH))
    mask = torch.ones(2, LENGTH, dtype=torch.bool)
    mask[1, 41:] = False
    output = encode(weights, ids, mask, **sizes)
    direction = torch.randn_like(output) * mask[..., None]
    (output * direction).sum().backward()
    arrays = {"ids": ids, "mask": mask, "output": output.detach(), "direction": direction} | values(weights)
    return {f"{name}/{key}": value.numpy() for key, value in arrays.items()}


def pretraining(sizes):
    weights = draw([*parameters(**sizes), *decoder_parameters(**sizes)])
    # The second text is shorter; id 1 ends each, and 0 fills up.
    inputs, targets = (torch.randint(2, sizes["vocabulary"], (2, length)) for length in (12, LENGTH))
    inputs[:, -1], targets[:, -1] = 1, 1
    inputs[1, 6:], targets[1, 30:] = torch.tensor([1] + [0] * 5), torch.tensor([1] + [-100] * (LENGTH - 31))
    read = torch.cat([torch.zeros(2, 1, dtype=torch.long), targets[:, :-1]], 1).clamp(min=0)
    mask = inputs != 0
    value = loss(weights, encode(weights, inputs, mask, **sizes), mask, read, targets, **sizes)
    value.backward()
    arrays = {"inputs": inputs, "targets": targets, "loss": value.detach()} | values(weights)
    return {f"pretraining/{key}": value.numpy() for key, value in arrays.items()}


def main():
    torch.manual_seed(5)
    arrays = {}
    for name, sizes in SMALL.items():
        arrays |= encoder(name, sizes)
    arrays |= pretraining(SMALL["plain"])
    for name, sizes in PUBLISHED.items():
        text = "\n".join(f"{key} [{', '.join(map(str, shape))}]" for key, shape in parameters(**sizes))
        arrays[f"names/{name}"] = np.frombuffer(text.encode(), np.uint8)
    reference_file.write(pathlib.Path(__file__).with_name("network.safetensors"), arrays)


main()
