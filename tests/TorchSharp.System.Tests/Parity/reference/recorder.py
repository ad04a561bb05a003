"""Runs cases and keeps their tensors under `topic/case/role`.

Roles: in0.. (inputs), cot0.. (cotangents of the outputs), state.NAME (a module's state before), and the expected out0.., grad0.. (gradients of
the inputs), grad.NAME (gradients of parameters), after.NAME (a module's state afterwards).
"""

import zlib

import torch

CASES = set()
TENSORS = {}
_topic = ""
_random = torch.Generator()


def begin(topic):
    global _topic
    _topic = topic
    _random.manual_seed(zlib.crc32(topic.encode()))


def randn(*shape, dtype=torch.float32):
    return torch.randn(shape, generator=_random, dtype=torch.float64).to(dtype)


def uniform(*shape, low=0.0, high=1.0, dtype=torch.float32):
    return (low + (high - low) * torch.rand(shape, generator=_random, dtype=torch.float64)).to(dtype)


def integers(low, high, *shape, dtype=torch.int64):
    return torch.randint(low, high, shape, generator=_random).to(dtype)


def booleans(*shape):
    return torch.rand(shape, generator=_random) < 0.5


def permutation(count):
    return torch.randperm(count, generator=_random)


def record(case, role, tensor):
    name = f"{_topic}/{case}/{role}"
    if name in TENSORS:
        raise ValueError(f"{name} is there twice")
    CASES.add(f"{_topic}/{case}")
    TENSORS[name] = tensor.detach().clone()


def check(case, function, *inputs, grad=True):
    """Records inputs, outputs and, where PyTorch can differentiate and grad is true, the inputs' gradients for random cotangents."""
    for i, value in enumerate(inputs):
        record(case, f"in{i}", value)
    leaves = [value.clone().requires_grad_(grad and value.is_floating_point()) for value in inputs]
    outputs = function(*leaves)
    outputs = (outputs,) if isinstance(outputs, torch.Tensor) else tuple(outputs)
    for i, value in enumerate(outputs):
        record(case, f"out{i}", value)
    _differentiate(case, outputs, {f"grad{i}": leaf for i, leaf in enumerate(leaves) if leaf.requires_grad})


def check_module(case, module, *inputs, training=True):
    """Records a module's state, its outputs, the gradients of inputs and parameters, and its state afterwards."""
    module.train(training)
    with torch.no_grad():
        for parameter in module.parameters():
            parameter.copy_(randn(*parameter.shape))
        for name, buffer in module.named_buffers():
            if buffer.is_floating_point():
                buffer.copy_(uniform(*buffer.shape, low=0.5, high=2.0))
    for name, value in module.state_dict().items():
        record(case, f"state.{name}", value)
    for i, value in enumerate(inputs):
        record(case, f"in{i}", value)
    leaves = [value.clone().requires_grad_(value.is_floating_point()) for value in inputs]
    output = module(*leaves)
    record(case, "out0", output)
    targets = {f"grad{i}": leaf for i, leaf in enumerate(leaves) if leaf.requires_grad}
    targets |= {f"grad.{name}": parameter for name, parameter in module.named_parameters()}
    _differentiate(case, (output,), targets)
    for name, buffer in module.named_buffers():
        record(case, f"after.{name}", buffer)


def _differentiate(case, outputs, targets):
    differentiable = [(i, value) for i, value in enumerate(outputs) if value.requires_grad]
    if not differentiable:
        return
    cotangents = [randn(*value.shape, dtype=value.dtype) for _, value in differentiable]
    for (i, _), cotangent in zip(differentiable, cotangents):
        record(case, f"cot{i}", cotangent)
    gradients = torch.autograd.grad([value for _, value in differentiable], list(targets.values()), cotangents, allow_unused=True)
    for role, gradient in zip(targets, gradients):
        if gradient is not None:
            record(case, role, gradient)
