#!/usr/bin/env python3
"""Writes magvit2.safetensors and published_names.txt: MAGVIT-v2 by PyTorch from its published layer table, for a small configuration.

Run it with a Python that has torch (made with 1.13.1; Debian: /usr/bin/python3 make_reference.py).
Parameters are not written: both sides compute them from their names, see `parameter`.
"""

import math
import pathlib
import sys

import numpy as np
import torch
import torch.nn.functional as F

sys.path.append(str(pathlib.Path(__file__).parents[3] / "TorchSharp.System.Tests/Parity/reference"))
import safetensors  # noqa: E402

FOLDER = pathlib.Path(__file__).parent
SMALL = dict(patch=1, channels=12, multipliers=(1, 2, 2, 4), blocks=2, bits=6)
PATCHED = dict(patch=2, channels=12, multipliers=(1, 2, 3), blocks=1, bits=6)
PAPER = dict(patch=1, channels=128, multipliers=(1, 2, 2, 4), blocks=4, bits=18)
TENSORS = {}


def noise(seed, count):
    """Numbers from -1 to 1 by a 32-bit hash of their positions."""
    x = np.arange(count, dtype=np.uint64) + np.uint64(seed)
    x &= np.uint64(0xFFFFFFFF)
    for shift, factor in ((16, 0x7FEB352D), (15, 0x846CA68B)):
        x ^= x >> np.uint64(shift)
        x = (x * np.uint64(factor)) & np.uint64(0xFFFFFFFF)
    x ^= x >> np.uint64(16)
    return (x >> np.uint64(8)).astype(np.float64) / 2**23 - 1


def parameter(name, shape, gain=1):
    seed = 2166136261
    for byte in name.encode():
        seed = ((seed ^ byte) * 16777619) & 0xFFFFFFFF
    values = noise(seed, math.prod(shape))
    if len(shape) > 1:
        values *= gain * math.sqrt(3 / math.prod(shape[1:]))
    else:
        values = values * 0.1 + (1 if name.endswith(".weight") else 0)
    return torch.tensor(values.reshape(shape), dtype=torch.float32, requires_grad=True)


def table(patch, channels, multipliers, blocks, bits):
    """Names and shapes of all parameters."""
    names, colours = {}, 3 * patch * patch
    widths = [channels * m for m in multipliers]
    top = len(widths) - 1

    def conv(name, inputs, outputs, kernel=3, bias=False):
        names[f"{name}.conv_1.weight"] = (outputs, inputs, kernel, kernel, kernel)
        if bias:
            names[f"{name}.conv_1.bias"] = (outputs,)

    def pair(name, weight, bias):
        names[f"{name}.weight"], names[f"{name}.bias"] = weight, bias

    def row(name, inputs, outputs):
        for block in range(blocks):
            here = f"{name}.{block}"
            pair(f"{here}.norm1", (inputs,), (inputs,))
            conv(f"{here}.conv1", inputs, outputs)
            pair(f"{here}.norm2", (outputs,), (outputs,))
            conv(f"{here}.conv2", outputs, outputs)
            if inputs != outputs:
                conv(f"{here}.nin_shortcut", inputs, outputs, kernel=1)
            inputs = outputs

    conv("encoder.conv_in", colours, channels)
    width = channels
    for level, here in enumerate(widths):
        row(f"encoder.down.{level}.block", width, here)
        width = here
        if level < top:
            conv(f"encoder.down.{level}.downsample", here, here, bias=True)
    row("encoder.mid_block", width, width)
    pair("encoder.norm_out", (width,), (width,))
    conv("encoder.conv_out", width, bits, kernel=1, bias=True)

    conv("decoder.conv_in", bits, width, bias=True)
    row("decoder.mid_block", width, width)
    for level in range(top, -1, -1):
        for part in ("gamma", "beta"):
            pair(f"decoder.adaptive.{level}.{part}", (width, bits), (width,))
        row(f"decoder.up.{level}.block", width, widths[level])
        width = widths[level]
        if level > 0:
            conv(f"decoder.up.{level}.upsample.conv1", width, width * (8 if top - level < 2 else 4), bias=True)
    pair("decoder.norm_out", (width,), (width,))
    conv("decoder.conv_out", width, colours, bias=True)
    return names


class Network:
    def __init__(self, sizes, per_frame, edges="constant"):
        self.sizes, self.per_frame, self.top, self.edges = sizes, per_frame, len(sizes["multipliers"]) - 1, edges
        self.p = {name: parameter(name, shape) for name, shape in table(**sizes).items()}

    def conv(self, name, x, stride=(1, 1, 1)):
        weight, bias = self.p[f"{name}.conv_1.weight"], self.p.get(f"{name}.conv_1.bias")
        kernel = weight.shape[2]
        space = kernel // 2
        x = torch.cat([torch.zeros_like(x[:, :, :1]).expand(-1, -1, kernel - 1, -1, -1), x], 2)
        return F.conv3d(F.pad(x, (space,) * 4 + (0, 0), self.edges), weight, bias, stride=stride)

    def plain_norm(self, x):
        b, c, t, h, w = x.shape
        groups = math.gcd(math.gcd(32, max(c // 4, 1)), c)  # at least four channels each
        x = x.reshape(b, groups, c // groups, t, h, w)
        over = (2, 4, 5) if self.per_frame else (2, 3, 4, 5)
        mean = x.mean(over, keepdim=True)
        variance = (x - mean).pow(2).mean(over, keepdim=True)
        return ((x - mean) / (variance + 1e-6).sqrt()).reshape(b, c, t, h, w)

    def norm(self, name, x):
        return self.plain_norm(x) * self.p[f"{name}.weight"].view(1, -1, 1, 1, 1) + self.p[f"{name}.bias"].view(1, -1, 1, 1, 1)

    def swish(self, x):
        return x * torch.sigmoid(x)

    def row(self, name, x):
        for block in range(self.sizes["blocks"]):
            here = f"{name}.{block}"
            y = self.conv(f"{here}.conv1", self.swish(self.norm(f"{here}.norm1", x)))
            y = self.conv(f"{here}.conv2", self.swish(self.norm(f"{here}.norm2", y)))
            x = y + (self.conv(f"{here}.nin_shortcut", x) if f"{here}.nin_shortcut.conv_1.weight" in self.p else x)
        return x

    def adaptive(self, level, x, codes):
        here = f"decoder.adaptive.{level}"
        if self.per_frame:
            t = x.shape[2]
            # Which latent frame each frame belongs to: the first is alone.
            factor = min(2 ** (self.top - level), 4)
            owner = torch.tensor([(frame + factor - 1) // factor for frame in range(t)])
            values = codes.flatten(3)[:, :, owner]
        else:
            values = codes.flatten(2).unsqueeze(2)
        deviation = (values.var(-1, unbiased=True) + 1e-6).sqrt()
        mean = values.mean(-1)
        linear = lambda part, v: torch.einsum("oc,bct->bot", self.p[f"{here}.{part}.weight"], v) + self.p[f"{here}.{part}.bias"].view(1, -1, 1)
        spread = lambda v: v[..., None, None]
        return spread(linear("gamma", deviation)) * self.plain_norm(x) + spread(linear("beta", mean))

    def upsample(self, level, x):
        factor = 2 if self.top - level < 2 else 1
        out = self.unfold(self.conv(f"decoder.up.{level}.upsample.conv1", x), factor, 2)
        if factor == 1:
            return out
        return out[:, :, 1:] if self.per_frame else torch.cat([out[:, :, :1], out[:, :, 2:]], 2)

    def unfold(self, y, time, space):
        b, c, t, h, w = y.shape
        out = y.new_empty(b, c // (space * space * time), t * time, h * space, w * space)
        channels = out.shape[1]
        for dt in range(time):
            for dh in range(space):
                for dw in range(space):
                    first = ((dt * space + dh) * space + dw) * channels
                    out[:, :, dt::time, dh::space, dw::space] = y[:, first:first + channels]
        return out

    def encode(self, x):
        patch = self.sizes["patch"]
        x = torch.cat([x[..., dh::patch, dw::patch] for dh in range(patch) for dw in range(patch)], 1)
        x = self.conv("encoder.conv_in", x)
        for level in range(self.top + 1):
            x = self.row(f"encoder.down.{level}.block", x)
            if level < self.top:
                x = self.conv(f"encoder.down.{level}.downsample", x, (2 if self.top - level < 3 else 1, 2, 2))
        x = self.row("encoder.mid_block", x)
        return self.conv("encoder.conv_out", self.swish(self.norm("encoder.norm_out", x)))

    def decode(self, codes):
        x = self.row("decoder.mid_block", self.conv("decoder.conv_in", codes))
        for level in range(self.top, -1, -1):
            x = self.row(f"decoder.up.{level}.block", self.adaptive(level, x, codes))
            if level > 0:
                x = self.upsample(level, x)
        return self.unfold(self.conv("decoder.conv_out", self.swish(self.norm("decoder.norm_out", x))), 1, self.sizes["patch"])


def all_codes(bits):
    return torch.tensor([[2.0 * (code >> bit & 1) - 1 for bit in range(bits)] for code in range(2**bits)])


def soft(latents, temperature):
    """p(c|z) = softmax_c(-|z - c|^2 / temperature) over every code, [latents, codes]."""
    distance = (latents[:, None] - all_codes(latents.shape[1])[None]).pow(2).sum(-1)
    return torch.softmax(-distance / temperature, -1)


def entropies(latents, temperature, groups):
    """Per-sample entropy over all codes at once; batch entropy by groups of bits."""
    rows = latents.movedim(1, -1).flatten(0, -2)
    p = soft(rows, temperature)
    sample = -(p * (p + 1e-30).log()).sum(-1).mean()
    usage = [soft(part, temperature).mean(0) for part in rows.chunk(groups, -1)]
    return sample, sum(-(q * (q + 1e-5).log()).sum() for q in usage)


def ids_of(latents):
    return sum((latents[:, bit] > 0).long() << bit for bit in range(latents.shape[1]))


def tokenizer(name, sizes, per_frame, edges="constant"):
    network = Network(sizes, per_frame, edges)
    pixels = torch.tensor(noise(7, 2 * 3 * 9 * 16 * 16).reshape(2, 3, 9, 16, 16), dtype=torch.float32)
    latents = network.encode(pixels)
    hard = torch.where(latents > 0, 1.0, -1.0)
    decoded = network.decode(latents + (hard - latents).detach())
    sample, batch = entropies(latents, temperature=0.5, groups=2)
    commitment = (latents - hard.detach()).pow(2).mean()
    weight = 0.1 * (1 + 3 * (1 - 500 / 2000))
    loss = (decoded - pixels).pow(2).mean() + weight * (sample - batch) + 0.25 * commitment
    loss.backward()
    print(name, "latents nearest to 0:", latents.abs().min().item(), "loss:", loss.item())
    keep = {
        "latents": latents, "ids": ids_of(latents), "decoded": decoded, "sample_entropy": sample, "batch_entropy": batch,
        "commitment": commitment, "loss": loss,
        "gradient_norms": torch.stack([network.p[name].grad.norm() for name in sorted(network.p)]),
    }
    for watched in ("encoder.conv_in.conv_1.weight", "encoder.down.1.downsample.conv_1.bias", "encoder.conv_out.conv_1.weight",
                    "decoder.adaptive.2.gamma.weight", "decoder.adaptive.0.beta.bias", "decoder.up.2.upsample.conv1.conv_1.bias",
                    "decoder.up.1.block.0.norm1.weight", "decoder.conv_out.conv_1.weight"):
        keep[f"gradient/{watched}"] = network.p[watched].grad
    for kept, value in keep.items():
        TENSORS[f"{name}/{kept}"] = value
    TENSORS["pixels"] = pixels


def quantizer():
    latents = torch.tensor(noise(11, 3 * 8 * 5 * 2 * 2).reshape(3, 8, 5, 2, 2), dtype=torch.float32)
    TENSORS["quantizer/latents"] = latents
    for temperature in (0.01, 1.0):
        for groups in (1, 2, 4):
            sample, batch = entropies(latents, temperature, groups)
            TENSORS[f"quantizer/{temperature}/sample"] = sample
            TENSORS[f"quantizer/{temperature}/batch{groups}"] = batch


def halve(x):
    line = torch.tensor([1.0, 3.0, 3.0, 1.0]) / 8
    cube = torch.einsum("i,j,k->ijk", line, line, line)
    padding = []
    for size in reversed(x.shape[2:]):
        total = 3 if size % 2 else 2
        padding += [total // 2, total - total // 2]
    return F.conv3d(F.pad(x, padding), cube.expand(x.shape[1], 1, 4, 4, 4), stride=2, groups=x.shape[1])


class Judge:
    """The discriminator, for clips of 9 frames of 16 x 16 pixels."""

    def __init__(self, channels=4, gain=4):
        names, width = {"conv_in": (channels, 3, 3)}, channels
        for block, multiplier in enumerate((2, 4, 4, 4, 4)):
            here, outputs = f"blocks.{block}", multiplier * channels
            names |= {f"{here}.conv1": (width, width, 3), f"{here}.conv2": (outputs, width, 3), f"{here}.skip": (outputs, width, 1)}
            width = outputs
        names["conv_out"] = (width, width, 3)
        self.p = p = {}
        for name, (outputs, inputs, kernel) in names.items():
            p[f"{name}.weight"] = parameter(f"{name}.weight", (outputs, inputs, kernel, kernel, kernel), gain)
            if not name.endswith("skip"):
                p[f"{name}.bias"] = parameter(f"{name}.bias", (outputs,))
        # 9 → 5 → 3 → 2 → 1 → 1 frames and 16 → 8 → 4 → 2 → 1 → 1 rows and columns.
        for name, shape in {"dense1": (width, width), "dense2": (1, width)}.items():
            p[f"{name}.weight"], p[f"{name}.bias"] = parameter(f"{name}.weight", shape, gain), parameter(f"{name}.bias", shape[:1])

    def __call__(self, pixels):
        p = self.p
        act = lambda x: F.leaky_relu(x, 0.2)
        conv = lambda name, x: F.conv3d(x, p[f"{name}.weight"], p.get(f"{name}.bias"), padding=p[f"{name}.weight"].shape[2] // 2)
        x = act(conv("conv_in", pixels))
        for block in range(5):
            here = f"blocks.{block}"
            branch = act(conv(f"{here}.conv2", halve(act(conv(f"{here}.conv1", x)))))
            x = (branch + conv(f"{here}.skip", halve(x))) / math.sqrt(2)
        x = act(conv("conv_out", x)).flatten(1)
        return (act(x @ p["dense1.weight"].T + p["dense1.bias"]) @ p["dense2.weight"].T + p["dense2.bias"])[:, 0]


def penalty_of(logits, pixels):
    (slope,) = torch.autograd.grad(logits.sum(), pixels, create_graph=True)
    return slope.pow(2).sum((1, 2, 3, 4)).mean()


def discriminator(frames=9, size=16):
    judge = Judge()
    pixels = torch.tensor(noise(13, 2 * 3 * frames * size * size).reshape(2, 3, frames, size, size), dtype=torch.float32, requires_grad=True)
    logits = judge(pixels)
    penalty = penalty_of(logits, pixels)
    penalty.backward()
    p = judge.p
    print("discriminator logits:", logits.tolist(), "penalty:", penalty.item(), "largest gradient:", p["conv_in.weight"].grad.abs().max().item())
    TENSORS.update({
        "discriminator/pixels": pixels, "discriminator/logits": logits, "discriminator/penalty": penalty,
        "discriminator/gradient/conv_in.weight": p["conv_in.weight"].grad,
        "discriminator/gradient/blocks.2.conv1.weight": p["blocks.2.conv1.weight"].grad,
    })


def features(frames, channels=(4, 6)):
    """Maps of a small feature network: root mean squares of its answers around each second place, unit length, times a scale a channel."""
    maps, x, inputs = [], frames, 3
    for level, outputs in enumerate(channels):
        here = f"levels.{level}.convolution"
        x = F.conv2d(x, parameter(f"{here}.weight", (outputs, inputs, 3, 3)), parameter(f"{here}.bias", (outputs,)), padding=1)
        squares, ones = (F.pad(y, (1, 1, 1, 1)).unfold(2, 4, 2).unfold(3, 4, 2).sum((-1, -2)) for y in (x.clamp_min(0).pow(2), torch.ones_like(x)))
        x = (squares / ones + 1e-6).sqrt()
        maps.append(x / (x.pow(2).sum(1, keepdim=True) + 0.01).sqrt() * parameter(f"scales.{level}", (outputs,)).view(1, -1, 1, 1))
        inputs = outputs
    return maps


def objective():
    """Everything that both networks learn from, with all terms large enough to be seen."""
    network, judge = Network(SMALL, per_frame=True), Judge()
    still = noise(17, 2 * 3 * 16 * 16).reshape(2, 3, 1, 16, 16) * 0.8
    moving = noise(19, 2 * 3 * 9 * 16 * 16).reshape(2, 3, 9, 16, 16) * 0.15
    real = torch.tensor(still + moving, dtype=torch.float32)
    latents = network.encode(real)
    hard = torch.where(latents > 0, 1.0, -1.0)
    decoded = network.decode(latents + (hard - latents).detach())

    weight = torch.ones_like(real[:, 0])
    change = (real[:, :, 1:] - real[:, :, :-1]).abs().mean(1)
    for frame in range(9):
        near = [change[:, other] for other in (frame - 1, frame) if 0 <= other < 8]
        weight[:, frame] += 2 * (torch.stack(near).max(0).values / 0.1).clamp(0, 1)
    difference = (decoded - real).pow(2).mean(1)
    reconstruction = (difference * weight).sum() / weight.sum()

    frames = lambda clip: clip.transpose(1, 2).flatten(0, 1)
    perceptual = sum((a - b.detach()).pow(2).sum(1).mean() for a, b in zip(features(frames(decoded)), features(frames(real))))
    sample, batch = entropies(latents, temperature=0.5, groups=2)
    commitment = (latents - hard.detach()).pow(2).mean()
    logits = judge(decoded)
    adversarial = F.softplus(-logits).mean()
    total = (10 * reconstruction + 30 * perceptual + 0.1 * (1 + 3 * (1 - 500 / 2000)) * (sample - batch) + 0.25 * commitment + 0.7 * adversarial)
    names = sorted(network.p)
    gradients = torch.autograd.grad(total, [network.p[name] for name in names])

    real.requires_grad_()
    real_logits, decoded_logits = judge(real), judge(decoded.detach())
    balance = F.relu(real_logits.mean() + 3.2).pow(2) + F.relu(-3.1 - decoded_logits.mean()).pow(2)
    judged = F.softplus(-real_logits).mean() + F.softplus(decoded_logits).mean() + 10 * penalty_of(real_logits, real) + 0.5 * balance
    judge_names = sorted(judge.p)
    judge_gradients = torch.autograd.grad(judged, [judge.p[name] for name in judge_names], allow_unused=True)
    assert all(gradient is not None for gradient in judge_gradients)
    print("objective:", total.item(), [x.item() for x in (reconstruction, perceptual, adversarial)], "discriminator:", judged.item(),
          real_logits.tolist(), decoded_logits.tolist(), "balance:", balance.item(), "latents nearest to 0:", latents.abs().min().item())
    TENSORS.update({
        "objective/real": real, "objective/total": total, "objective/reconstruction": reconstruction, "objective/perceptual": perceptual,
        "objective/adversarial": adversarial, "objective/discriminator": judged,
        "objective/gradient_norms": torch.stack([gradient.norm() for gradient in gradients]),
        "objective/discriminator_gradient_norms": torch.stack([gradient.norm() for gradient in judge_gradients]),
        "objective/gradient/encoder.conv_in.conv_1.weight": gradients[names.index("encoder.conv_in.conv_1.weight")],
        "objective/discriminator_gradient/conv_in.weight": judge_gradients[judge_names.index("conv_in.weight")],
    })


def published_names():
    shapes = table(**PAPER)
    count = sum(math.prod(shape) for shape in shapes.values())
    assert count == 370_547_349, count
    lines = [f"{name} {'x'.join(map(str, shape))}" for name, shape in sorted(shapes.items())]
    (FOLDER / "published_names.txt").write_text("\n".join(lines) + "\n")


tokenizer("causal", SMALL, per_frame=True)
tokenizer("published", SMALL, per_frame=False)
tokenizer("patched", PATCHED, per_frame=True)
tokenizer("replicated", PATCHED, per_frame=True, edges="replicate")
quantizer()
discriminator()
objective()
published_names()
safetensors.write(FOLDER / "magvit2.safetensors", TENSORS)
