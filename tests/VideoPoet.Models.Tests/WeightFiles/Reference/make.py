"""Writes the reference files with PyTorch: checkpoints in each form, and their tensors once more as safetensors written by hand.

Run it in this folder: python3 make.py
"""

import collections
import pathlib
import sys

import torch

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parents[2] / "TorchSharp.System.Tests" / "Parity" / "reference"))

import safetensors  # noqa: E402


def tensors():
    torch.manual_seed(7)
    base = torch.randn(4, 6)
    result = collections.OrderedDict()
    for name in ("float64", "float32", "float16", "bfloat16"):
        result[f"types.{name}"] = torch.randn(3, 5).to(getattr(torch, name))
    for name in ("int64", "int32", "int16", "int8", "uint8"):
        result[f"types.{name}"] = torch.randint(0, 100, (7,)).to(getattr(torch, name))
    result["types.bool"] = torch.rand(9) > 0.5
    result["whole"] = base
    result["rows"] = base[1:3]  # shares the storage of 'whole'
    result["columns"] = base[:, 2:5]
    result["transposed"] = base.t()
    result["permuted"] = torch.randn(2, 3, 4).permute(2, 0, 1)
    result["number"] = torch.tensor(3.25)
    result["nothing"] = torch.zeros(0, 4)
    result["parameter"] = torch.nn.Parameter(torch.randn(2, 2))
    return result


def main():
    state = tensors()
    safetensors.write(HERE / "expected.safetensors", state)
    torch.save(state, HERE / "state.pt")
    torch.save(state, HERE / "legacy.pt", _use_new_zipfile_serialization=False)

    network = torch.nn.Sequential(torch.nn.Conv1d(2, 3, 3), torch.nn.BatchNorm1d(3))
    torch.save(network, HERE / "network.pt")
    optimizer = torch.optim.Adam(network.parameters(), lr=1e-3)
    network(torch.randn(4, 2, 8)).square().sum().backward()
    optimizer.step()
    torch.save(
        {"epoch": 3, "global_step": 2 ** 40, "pytorch-lightning_version": "1.9.0", "state_dict": network.state_dict(),
         "optimizer_states": [optimizer.state_dict()], "lr_schedulers": [], "loops": None, "best": -0.5, "done": True},
        HERE / "lightning.pt")
    safetensors.write(HERE / "lightning.safetensors", network.state_dict())


if __name__ == "__main__":
    main()
