#!/usr/bin/env python3
"""Draws the test picture and computes what OpenCV should make of it, from the formulas and with numpy only.

    python3 make_references.py

writes, beside this script, frame0.ppm and frame1.ppm (the same scene, turned and moved by MOTION) and the references
gray.pgm, cubic.ppm, linear.ppm, area.ppm and blur.ppm, all made from frame0.ppm in double precision.
"""
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
WIDTH, HEIGHT = 96, 72
ANGLE, SHIFT = 0.03, (1.7, -1.2)  # radians; pixels to the right and down. FlowTests repeats them.


def scene(x, y):
    """A textured scene, as a function of continuous coordinates: [height, width, red/green/blue] in 0..255."""
    smooth = lambda distance: 1 / (1 + np.exp(-np.clip(2 * distance, -60, 60)))
    texture = np.sin(0.55 * x + 0.21 * y) + np.sin(0.13 * x - 0.47 * y + 1) + np.sin(0.31 * x + 0.39 * y + 2)
    disc = smooth(18 - np.hypot(x - 30, y - 34))
    box = smooth(13 - np.abs(x - 68)) * smooth(11 - np.abs(y - 38))
    red = 110 + 22 * texture + 80 * disc - 40 * box
    green = 120 + 18 * texture - 50 * disc + 60 * box + 0.4 * y
    blue = 100 + 20 * texture - 30 * disc + 0.7 * x
    return np.stack([red, green, blue], -1)


def render(angle, shift):
    """The scene after every point moved: turned about the picture's centre, then shifted."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(float)
    cx, cy = (WIDTH - 1) / 2, (HEIGHT - 1) / 2
    u, v = x - cx - shift[0], y - cy - shift[1]
    c, s = np.cos(angle), np.sin(angle)
    return scene(cx + c * u + s * v, cy - s * u + c * v)


def bytes_of(image):
    return np.clip(np.rint(image), 0, 255).astype(np.uint8)


def save(name, image):
    kind = b"P6" if image.ndim == 3 else b"P5"
    (HERE / name).write_bytes(b"%s\n%d %d\n255\n" % (kind, image.shape[1], image.shape[0]) + bytes_of(image).tobytes())


def weights(length, new_length, reach, kernel):
    """[new_length, length]: how much of each pixel goes into each new one; outside, the edge pixel counts."""
    matrix = np.zeros((new_length, length))
    for i in range(new_length):
        centre = (i + 0.5) * length / new_length - 0.5
        first = int(np.floor(centre)) - reach + 1
        for j in range(first, first + 2 * reach):
            matrix[i, min(max(j, 0), length - 1)] += kernel(abs(centre - j))
    return matrix


def separable(image, rows, columns):
    return np.einsum("ai,bj,ij...->ab...", rows, columns, image)


def cubic_kernel(d, a=-0.75):
    return (a + 2) * d**3 - (a + 3) * d**2 + 1 if d <= 1 else a * d**3 - 5 * a * d**2 + 8 * a * d - 4 * a


def resized(image, width, height, reach, kernel):
    return separable(image, weights(HEIGHT, height, reach, kernel), weights(WIDTH, width, reach, kernel))


def area(image, factor):
    h, w, c = image.shape
    return image.reshape(h // factor, factor, w // factor, factor, c).mean((1, 3))


def blur_matrix(length, size, sigma):
    offsets = np.arange(size) - size // 2
    taps = np.exp(-offsets**2 / (2 * sigma**2))
    matrix = np.zeros((length, length))
    for i in range(length):
        for offset, tap in zip(offsets, taps / taps.sum()):
            j = abs(i + offset)  # mirrored without the edge pixel
            matrix[i, j if j < length else 2 * length - 2 - j] += tap
    return matrix


def main():
    save("frame0.ppm", render(0, (0, 0)))
    save("frame1.ppm", render(ANGLE, SHIFT))
    picture = bytes_of(render(0, (0, 0))).astype(float)
    save("gray.pgm", picture @ [0.299, 0.587, 0.114])
    save("cubic.ppm", resized(picture, 61, 101, 2, cubic_kernel))
    save("linear.ppm", resized(picture, 61, 101, 1, lambda d: max(1 - d, 0)))
    save("area.ppm", area(picture, 3))
    save("blur.ppm", separable(picture, blur_matrix(HEIGHT, 7, 1.5), blur_matrix(WIDTH, 7, 1.5)))


if __name__ == "__main__":
    main()
