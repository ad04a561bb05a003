#!/usr/bin/env python3
"""Writes perceptual.safetensors and the names and shapes of published weights: LPIPS over torchvision's VGG-16, and torchvision's ResNet-50.

Run it with a Python that has torch and torchvision (made with 1.13 and 0.14; Debian: /usr/bin/python3 make_reference.py).
Weights and frames are not written: both sides compute them, see `value`.
"""

import math
import pathlib
import sys

import torch
import torch.nn.functional as F
import torchvision

FOLDER = pathlib.Path(__file__).parent
sys.path += [str(FOLDER.parents[1] / "SoundStream/Reference"), str(FOLDER.parents[2] / "TorchSharp.System.Tests/Parity/reference")]
from deterministic import noise  # noqa: E402
import safetensors  # noqa: E402

LPIPS_CHANNELS = (64, 128, 256, 512, 512)
LPIPS_LAYERS = (3, 8, 15, 22, 29)  # relu1_2, relu2_2, relu3_3, relu4_3, relu5_3
TENSORS = {}


def value(name, shape, seed):
    """A tensor of a checkpoint, by the kind that its name tells."""
    if name.endswith("num_batches_tracked"):
        return torch.tensor(seed)
    values = torch.tensor(noise(math.prod(shape), seed))
    if name.startswith("lin"):
        values = values.abs() / 100
    elif name.endswith("running_var"):
        values = 1 + values / 2
    elif len(shape) == 1:
        values = values / 10 + (name.endswith("weight"))
    else:
        values = values * math.sqrt(6 / math.prod(shape[1:]))  # keeps the variance through rectifiers
    return values.reshape(shape).float()


def state(file, shapes):
    """Writes names and shapes, and returns the values; the seed of a name is its place."""
    lines = [f"{name} {'x'.join(map(str, shape))}".rstrip() for name, shape in shapes.items()]
    (FOLDER / file).write_text("\n".join(lines) + "\n")
    return {name: value(name, shape, seed) for seed, (name, shape) in enumerate(shapes.items())}


def frames(seed, height, width):
    return torch.tensor(noise(2 * 3 * height * width, seed).reshape(2, 3, height, width)).float()


def keep(name, distance, decoded):
    distance.mean().backward()
    print(name, distance.tolist(), "largest gradient:", decoded.grad.abs().max().item())
    TENSORS.update({f"{name}/distance": distance, f"{name}/gradient": decoded.grad})


def vgg():
    model = torchvision.models.vgg16()
    shapes = {name: tuple(tensor.shape) for name, tensor in model.state_dict().items()}
    weights = state("vgg16.txt", shapes)
    model.features.load_state_dict({name[len("features."):]: tensor for name, tensor in weights.items() if name.startswith("features.")})
    heads = state("lpips-vgg.txt", {f"lin{i}.model.1.weight": (1, count, 1, 1) for i, count in enumerate(LPIPS_CHANNELS)})
    shift, scale = torch.tensor([-.030, -.088, -.188]).view(1, 3, 1, 1), torch.tensor([.458, .448, .450]).view(1, 3, 1, 1)

    def features(x):
        x, found = (x - shift) / scale, []
        for place, layer in enumerate(model.features):
            x = layer(x)
            if place in LPIPS_LAYERS:
                found.append(x.clone())  # the next rectifier works in place
        return found

    decoded, real = frames(1, 32, 40).requires_grad_(), frames(2, 32, 40)
    distance = 0
    for stage, (a, b) in enumerate(zip(features(decoded), features(real))):
        difference = a / (a.norm(dim=1, keepdim=True) + 1e-10) - b / (b.norm(dim=1, keepdim=True) + 1e-10)
        distance = distance + F.conv2d(difference ** 2, heads[f"lin{stage}.model.1.weight"]).mean((1, 2, 3))
    keep("vgg", distance, decoded)


def resnet():
    model = torchvision.models.resnet50().eval()
    model.load_state_dict(state("resnet50.txt", {name: tuple(tensor.shape) for name, tensor in model.state_dict().items()}))
    mean, deviation = torch.tensor([.485, .456, .406]).view(1, 3, 1, 1), torch.tensor([.229, .224, .225]).view(1, 3, 1, 1)

    def logits(x):
        x = F.interpolate(x, (64, 64), mode="bilinear", align_corners=False, antialias=True)
        return model(((x + 1) / 2 - mean) / deviation)

    # One direction is smaller than what the network looks at, the other larger.
    decoded, real = frames(1, 48, 80).requires_grad_(), frames(2, 48, 80)
    TENSORS["resnet/logits"] = logits(real)
    keep("resnet", (logits(decoded) - logits(real)).square().mean(1), decoded)


vgg()
resnet()
safetensors.write(FOLDER / "perceptual.safetensors", TENSORS)
