"""The PyTorch side of a benchmark: reads function names from standard input, calls them in the given script, writes their numbers."""
import runpy
import sys

import torch

script, threads = sys.argv[1:]
torch.set_num_threads(int(threads))
functions = runpy.run_path(script)
for line in sys.stdin:
    print(repr(float(functions[line.strip()]())), flush=True)
