"""Writes reference.txt: the measures of samples that the tests make by the same formulas, computed with numpy and scipy.

Run: /usr/bin/python3 make_reference.py (Debian's python3-numpy and python3-scipy).
"""

import math
import pathlib

import numpy as np
from scipy.signal import convolve2d

FRAMES, HEIGHT, WIDTH = 3, 19, 26
SAMPLES, RATE = 5000, 16000


def frames(salt):
    f, y, x, c = np.meshgrid(np.arange(FRAMES), np.arange(HEIGHT), np.arange(WIDTH), np.arange(3), indexing="ij")
    smooth = (7 * x + 11 * y + 23 * f + 40 * c) % 256
    grain = (x * x * 31 + y * 17 * x + f * 13 + c * 7) * salt % 64
    return np.clip(smooth + grain - 32 * (salt > 0), 0, 255)


def sound(salt):
    i = np.arange(SAMPLES)
    tone = 0.4 * np.sin(2 * math.pi * 440 * i / RATE) + 0.05 * np.sin(2 * math.pi * 3100 * i / RATE)
    grain = ((i * 7919 + 13) % 1009 / 1009 - 0.5) * 0.1 * salt
    return (tone * (1 - 0.3 * salt) + grain + 0.02).astype(np.float32).astype(np.float64)


def psnr(a, b):
    return 10 * math.log10(255**2 / np.mean((a - b) ** 2))


def ssim(a, b):
    axis = np.arange(-5, 6)
    window = np.exp(-(axis[:, None] ** 2 + axis[None, :] ** 2) / (2 * 1.5**2))
    window /= window.sum()

    def mean(plane):
        return convolve2d(plane, window, mode="valid")

    values = []
    for x, y in ((a[f, :, :, c].astype(float), b[f, :, :, c].astype(float)) for f in range(FRAMES) for c in range(3)):
        mx, my = mean(x), mean(y)
        vx, vy, cov = mean(x * x) - mx**2, mean(y * y) - my**2, mean(x * y) - mx * my
        c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
        values.append(np.mean((2 * mx * my + c1) * (2 * cov + c2) / ((mx**2 + my**2 + c1) * (vx + vy + c2))))
    return np.mean(values)


def signal_to_distortion(s, estimate):
    s, estimate = s - s.mean(), estimate - estimate.mean()
    target = np.dot(estimate, s) / np.dot(s, s) * s
    return 10 * math.log10(np.sum(target**2) / np.sum((target - estimate) ** 2))


def log_mel(samples, window=1024, hop=256, bands=80):
    mel = np.linspace(0, 2595 * math.log10(1 + RATE / 2 / 700), bands + 2)
    corners = 700 * (10 ** (mel / 2595) - 1)
    frequencies = np.fft.rfftfreq(window, 1 / RATE)
    triangles = np.stack([np.interp(frequencies, corners[b : b + 3], [0, 1, 0], left=0, right=0) for b in range(bands)])
    hann = np.hanning(window + 1)[:-1] * 4 / window
    starts = range(0, max(1, len(samples) - window + 1), hop)
    padded = np.pad(samples, (0, max(0, window - len(samples))))
    return np.stack([np.log(np.maximum(triangles @ np.abs(np.fft.rfft(hann * padded[s : s + window])), 1e-4)) for s in starts])


def mel_distance(a, b):
    return np.mean(np.abs(log_mel(a) - log_mel(b)))


a, b = frames(0), frames(5)
s, e = sound(0), sound(1)
numbers = {
    "psnr": psnr(a, b),
    "ssim": ssim(a, b),
    "signal_to_distortion": signal_to_distortion(s, e),
    "mel_distance": mel_distance(s, e),
    "mel_distance_short": mel_distance(s[:700], e[:700]),
}
target = pathlib.Path(__file__).with_name("reference.txt")
target.write_text("".join(f"{name} {value:.12g}\n" for name, value in numbers.items()))
