"""SoundStream (arXiv 2107.03312), section III, written out over functional operators."""

import torch
import torch.nn.functional as F

DILATIONS = (1, 3, 9)


def shapes(channels, strides, embedding, levels, codes):
    """{name: shape} of the whole tokenizer."""
    found = {}

    def conv(name, *shape, bias=None):
        found[name + ".weight"] = shape
        found[name + ".bias"] = (bias or shape[0],)

    def units(prefix, place, width):
        for _ in DILATIONS:
            conv(f"{prefix}.{place}.dilated.conv", width, width, 7)
            conv(f"{prefix}.{place}.pointwise", width, width, 1)
            place += 1
        return place

    width, place = channels, 1
    conv("encoder.layers.0.conv", channels, 1, 7)
    for stride in strides:
        place = units("encoder.layers", place, width)
        conv(f"encoder.layers.{place}.conv", 2 * width, width, 2 * stride)
        width, place = 2 * width, place + 1
    conv(f"encoder.layers.{place}.conv", embedding, width, 3)
    place = 1
    conv("decoder.layers.0.conv", width, embedding, 7)
    for stride in reversed(strides):
        conv(f"decoder.layers.{place}.conv", width, width // 2, 2 * stride, bias=width // 2)
        width, place = width // 2, place + 1
        place = units("decoder.layers", place, width)
    conv(f"decoder.layers.{place}.conv", 1, width, 7)
    for level in range(levels):
        found[f"quantizer.levels.{level}.embedding"] = found[f"quantizer.levels.{level}.sums"] = (codes, embedding)
        found[f"quantizer.levels.{level}.counts"] = (codes,)
    return found


def causal(x, w, name, stride=1, dilation=1):
    kernel = w[name + ".weight"].shape[-1]
    x = F.pad(x, (dilation * (kernel - 1) + 1 - stride, 0))
    return F.conv1d(x, w[name + ".weight"], w[name + ".bias"], stride=stride, dilation=dilation)


def upsample(x, w, name, stride):
    return F.conv_transpose1d(x, w[name + ".weight"], w[name + ".bias"], stride=stride)[..., : x.shape[-1] * stride]


def unit(x, w, name, dilation):
    return x + F.conv1d(F.elu(causal(x, w, name + ".dilated.conv", dilation=dilation)), w[name + ".pointwise.weight"], w[name + ".pointwise.bias"])


def encode(x, w, strides):
    x, place = causal(x, w, "encoder.layers.0.conv"), 1
    for stride in strides:
        for dilation in DILATIONS:
            x, place = unit(F.elu(x), w, f"encoder.layers.{place}", dilation), place + 1
        x, place = causal(F.elu(x), w, f"encoder.layers.{place}.conv", stride=stride), place + 1
    return causal(F.elu(x), w, f"encoder.layers.{place}.conv")


def decode(x, w, strides):
    x, place = causal(x, w, "decoder.layers.0.conv"), 1
    for stride in reversed(strides):
        x, place = upsample(F.elu(x), w, f"decoder.layers.{place}.conv", stride), place + 1
        for dilation in DILATIONS:
            x, place = unit(F.elu(x), w, f"decoder.layers.{place}", dilation), place + 1
    return causal(F.elu(x), w, f"decoder.layers.{place}.conv")


def quantise(latent, w, levels):
    """Sums of codewords, codes [batch, levels, frames] and the squared error that each level leaves, [levels]."""
    residual, total, codes, errors = latent.transpose(1, 2), 0, [], []
    for level in range(levels):
        table = w[f"quantizer.levels.{level}.embedding"]
        code = (residual.detach()[:, :, None] - table).square().sum(-1).argmin(-1)
        errors.append((residual - table[code]).square().mean())
        residual, total = residual - table[code], total + table[code]
        codes.append(code)
    return total.transpose(1, 2), torch.stack(codes, 1), torch.stack(errors)


def moving_averages(latent, codes, w, decay=0.99, smoothing=1e-5):
    """The codebooks after one step."""
    residual, changed = latent.transpose(1, 2), {}
    for level in range(codes.shape[1]):
        name = f"quantizer.levels.{level}"
        table, code = w[name + ".embedding"], codes[:, level]
        chosen = F.one_hot(code, len(table)).float()
        counts = decay * w[name + ".counts"] + (1 - decay) * chosen.sum((0, 1))
        sums = decay * w[name + ".sums"] + (1 - decay) * torch.einsum("btk,btd->kd", chosen, residual)
        share = (counts + smoothing) / (counts.sum() + len(table) * smoothing)
        changed |= {name + ".counts": counts, name + ".sums": sums, name + ".embedding": sums / (share * counts.sum())[:, None]}
        residual = residual - table[code]
    return changed
