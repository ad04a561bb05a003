#!/usr/bin/env python3
"""Writes reference.safetensors: weight norm and spectral norm by PyTorch, Adafactor from the formulas of its paper in NumPy.

Run it with a Python that has torch (made with 1.13.1; Debian: /usr/bin/python3 make_reference.py).
"""

import json
import pathlib
import struct

import numpy as np
import torch

TENSORS = {}


def keep(name, value):
    TENSORS[name] = np.ascontiguousarray(value.detach().numpy() if isinstance(value, torch.Tensor) else value)


def weight_norm():
    for dim in (0, 1):
        layer = torch.nn.utils.weight_norm(torch.nn.Conv1d(3, 4, 5, bias=False), dim=dim)
        layer.weight_g.data.mul_(torch.rand_like(layer.weight_g) + 0.5)
        signal = torch.randn(2, 3, 9)
        layer(signal).square().sum().backward()
        for name, value in {
            "v": layer.weight_v, "g": layer.weight_g, "weight": layer.weight, "signal": signal,
            "grad_v": layer.weight_v.grad, "grad_g": layer.weight_g.grad,
        }.items():
            keep(f"weight_norm{dim}/{name}", value)


def spectral_norm():
    layer = torch.nn.utils.parametrizations.spectral_norm(torch.nn.Conv2d(3, 6, 3, bias=False))
    raw = layer.parametrizations.weight.original
    norm = layer.parametrizations.weight[0]
    keep("spectral_norm/raw", raw)
    keep("spectral_norm/u", norm._u.clone())
    keep("spectral_norm/v", norm._v.clone())
    image = torch.randn(1, 3, 5, 5)
    layer(image).square().sum().backward()  # one power iteration, in training mode
    keep("spectral_norm/image", image)
    keep("spectral_norm/u_after", norm._u)
    keep("spectral_norm/v_after", norm._v)
    keep("spectral_norm/grad", raw.grad)
    layer.eval()
    keep("spectral_norm/weight_eval", layer.weight)


def adafactor(name, shape, steps=6, lr=1e-2, decay=-0.8, beta1=None, clip=1.0, weight_decay=0.0, scale=False):
    """Algorithm 4 and 5 of arXiv 1804.04235 in double precision, with the options that the optimiser has."""
    random = np.random.default_rng(len(name))
    parameter = random.standard_normal(shape)
    gradients = random.standard_normal((steps, *shape))
    keep(f"adafactor/{name}/start", parameter.astype(np.float32))
    keep(f"adafactor/{name}/gradients", gradients.astype(np.float32))
    parameter, gradients = parameter.astype(np.float32).astype(float), gradients.astype(np.float32).astype(float)
    rms = lambda x: np.sqrt(np.mean(x * x))
    row = np.zeros(shape[:-1])
    column = np.zeros(shape[:-2] + shape[-1:])
    whole, first = np.zeros(shape), np.zeros(shape)
    for t in range(1, steps + 1):
        gradient = gradients[t - 1]
        squares = gradient**2 + 1e-30
        forget = t**decay
        if len(shape) >= 2:
            row += forget * (squares.mean(-1) - row)
            column += forget * (squares.mean(-2) - column)
            moment = row[..., :, None] * column[..., None, :] / row.mean(-1)[..., None, None]
        else:
            whole += forget * (squares - whole)
            moment = whole
        update = gradient / np.sqrt(moment)
        update /= max(1.0, rms(update) / clip)
        if scale:
            update *= max(1e-3, rms(parameter))
        if beta1 is not None:
            first = beta1 * first + (1 - beta1) * update
            update = first
        parameter = parameter * (1 - weight_decay * lr) - lr * update
    keep(f"adafactor/{name}/end", parameter.astype(np.float32))


def write(path):
    header, data = {}, b""
    for name, array in TENSORS.items():
        assert array.dtype == np.float32, name
        header[name] = {"dtype": "F32", "shape": list(array.shape), "data_offsets": [len(data), len(data) + array.nbytes]}
        data += array.tobytes()
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)


torch.manual_seed(0)
torch.set_num_threads(1)
weight_norm()
spectral_norm()
adafactor("matrix", (4, 6))
adafactor("vector", (7,))
adafactor("kernel", (2, 3, 4), beta1=0.9, weight_decay=0.1)
adafactor("scaled", (5, 3), scale=True, clip=0.5)
write(pathlib.Path(__file__).with_name("reference.safetensors"))
