"""The Descript audio codec (arXiv 2306.06546), written out over functional operators, with the names of its published files."""

import torch
import torch.nn.functional as F

DILATIONS = (1, 3, 9)


def shapes(encoder, decoder, strides, levels, codes, width):
    found = {}

    def conv(name, out, into, kernel, transposed=False):
        found[name + ".weight_v"] = (into, out, kernel) if transposed else (out, into, kernel)
        found[name + ".weight_g"] = (into if transposed else out, 1, 1)
        found[name + ".bias"] = (out,)

    def snake(name, channels):
        found[name + ".alpha"] = (1, channels, 1)

    def unit(name, channels):
        snake(name + ".block.0", channels)
        conv(name + ".block.1", channels, channels, 7)
        snake(name + ".block.2", channels)
        conv(name + ".block.3", channels, channels, 1)

    latent = encoder * 2 ** len(strides)
    conv("encoder.block.0", encoder, 1, 7)
    for place, stride in enumerate(strides, 1):
        for i in range(3):
            unit(f"encoder.block.{place}.block.{i}", encoder)
        snake(f"encoder.block.{place}.block.3", encoder)
        conv(f"encoder.block.{place}.block.4", 2 * encoder, encoder, 2 * stride)
        encoder *= 2
    snake(f"encoder.block.{len(strides) + 1}", latent)
    conv(f"encoder.block.{len(strides) + 2}", latent, latent, 3)
    for level in range(levels):
        conv(f"quantizer.quantizers.{level}.in_proj", width, latent, 1)
        conv(f"quantizer.quantizers.{level}.out_proj", latent, width, 1)
        found[f"quantizer.quantizers.{level}.codebook.weight"] = (codes, width)
    conv("decoder.model.0", decoder, latent, 7)
    for place, stride in enumerate(reversed(strides), 1):
        snake(f"decoder.model.{place}.block.0", decoder)
        conv(f"decoder.model.{place}.block.1", decoder // 2, decoder, 2 * stride, transposed=True)
        decoder //= 2
        for i in (2, 3, 4):
            unit(f"decoder.model.{place}.block.{i}", decoder)
    snake(f"decoder.model.{len(strides) + 1}", decoder)
    conv(f"decoder.model.{len(strides) + 2}", 1, decoder, 7)
    return found


def normed(w, name):
    v = w[name + ".weight_v"]
    return w[name + ".weight_g"] * v / v.flatten(1).norm(dim=1)[:, None, None]


def conv(x, w, name, **options):
    return F.conv1d(x, normed(w, name), w[name + ".bias"], **options)


def snake(x, w, name):
    alpha = w[name + ".alpha"]
    return x + torch.sin(alpha * x) ** 2 / (alpha + 1e-9)


def unit(x, w, name, dilation):
    y = conv(snake(x, w, name + ".block.0"), w, name + ".block.1", padding=3 * dilation, dilation=dilation)
    return x + conv(snake(y, w, name + ".block.2"), w, name + ".block.3")


def encode(x, w, strides, levels):
    x = conv(x, w, "encoder.block.0", padding=3)
    for place, stride in enumerate(strides, 1):
        for i, dilation in enumerate(DILATIONS):
            x = unit(x, w, f"encoder.block.{place}.block.{i}", dilation)
        x = snake(x, w, f"encoder.block.{place}.block.3")
        x = conv(x, w, f"encoder.block.{place}.block.4", stride=stride, padding=-(-stride // 2))
    x = snake(x, w, f"encoder.block.{len(strides) + 1}")
    residual, codes = conv(x, w, f"encoder.block.{len(strides) + 2}", padding=1), []
    for level in range(levels):
        name = f"quantizer.quantizers.{level}"
        inner = F.normalize(conv(residual, w, name + ".in_proj"), dim=1)
        table = F.normalize(w[name + ".codebook.weight"], dim=1)
        codes.append(torch.cdist(inner.transpose(1, 2), table[None]).argmin(-1))
        residual = residual - lookup(codes[-1], w, level)
    return torch.stack(codes, 1)


def lookup(code, w, level):
    name = f"quantizer.quantizers.{level}"
    return conv(w[name + ".codebook.weight"][code].transpose(1, 2), w, name + ".out_proj")


def decode(codes, w, strides):
    x = sum(lookup(codes[:, level], w, level) for level in range(codes.shape[1]))
    x = conv(x, w, "decoder.model.0", padding=3)
    for place, stride in enumerate(reversed(strides), 1):
        name = f"decoder.model.{place}.block"
        x = snake(x, w, name + ".0")
        x = F.conv_transpose1d(x, normed(w, name + ".1"), w[name + ".1.bias"], stride=stride, padding=-(-stride // 2))
        for i, dilation in enumerate(DILATIONS, 2):
            x = unit(x, w, f"{name}.{i}", dilation)
    x = snake(x, w, f"decoder.model.{len(strides) + 1}")
    return torch.tanh(conv(x, w, f"decoder.model.{len(strides) + 2}", padding=3))
