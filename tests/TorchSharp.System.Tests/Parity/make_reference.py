#!/usr/bin/env python3
"""Writes reference.safetensors: what PyTorch answers to every parity case.

Run it with a Python that has torch (made with 1.13.1; Debian: /usr/bin/python3 make_reference.py). Every topic seeds its own
generator, so the file is the same at every run. A case that is added here needs its C# counterpart in Cases/, and the other way round:
the tests fail on a case that only one side has.
"""

import importlib
import pathlib
import sys

import torch

sys.dont_write_bytecode = True

from reference import recorder, safetensors

TOPICS = [
    "creation", "conversion", "arithmetic", "in_place", "special", "comparison", "reduction", "ordering", "indexing", "shape", "matrix", "decomposition",
    "convolution", "normalisation", "activation", "padding", "resampling", "pooling", "loss", "criterion", "attention", "fourier", "optimiser",
    "scheduler", "module", "training",
]


def main():
    # One thread: sums are then added in one order, whatever the machine.
    torch.set_num_threads(1)
    for topic in TOPICS:
        recorder.begin(topic)
        importlib.import_module(f"reference.{topic}")
    target = pathlib.Path(__file__).with_name("reference.safetensors")
    safetensors.write(target, recorder.TENSORS)
    print(f"{len(recorder.CASES)} cases, {len(recorder.TENSORS)} tensors, {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
