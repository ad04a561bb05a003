"""Writes NumPy arrays in the safetensors format: 8-byte little-endian header length, JSON header, raw data."""

import json
import struct

import numpy as np

TYPES = {"float32": "F32", "int64": "I64", "int32": "I32", "uint8": "U8", "bool": "BOOL"}


def write(path, arrays):
    # The widest first, so that every element lies at a multiple of its size.
    ordered = sorted(((name, np.ascontiguousarray(array)) for name, array in arrays.items()), key=lambda entry: -entry[1].itemsize)
    header, offset = {}, 0
    for name, array in ordered:
        header[name] = {"dtype": TYPES[array.dtype.name], "shape": list(array.shape), "data_offsets": [offset, offset + array.nbytes]}
        offset += array.nbytes
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + b"".join(array.tobytes() for _, array in ordered))
