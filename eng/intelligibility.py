#!/usr/bin/env python3
"""How well decoded speech is understood: STOI, and the words that a recogniser gets wrong.

usage: eng/intelligibility.py CLIPS DECODED

CLIPS is the folder `speech` of eng/real-clips.sh, DECODED one with a wav file of the same name for each clip. It needs Debian's python3-scipy and,
for the words, pocketsphinx and pocketsphinx-en-us. STOI is the short-time objective intelligibility of Taal et al., IEEE TASLP 19 (2011): the
correlation of the envelopes of 15 bands of a third of an octave over 384 ms.
"""
import re
import subprocess
import sys
import tempfile
import wave
from pathlib import Path

import numpy as np
from scipy.signal import resample_poly

RATE, FRAME, TRANSFORM, BANDS, LOWEST, SEGMENT = 10_000, 256, 512, 15, 150, 30
CLIPPING = 1 + 10 ** (15 / 20)
SILENCE_DB = 40
MODEL = Path("/usr/share/pocketsphinx/model/en-us")


def read(path):
    with wave.open(str(path)) as file:
        assert file.getframerate() == 16_000, f"{path}: expected 16 kHz"
        return np.frombuffer(file.readframes(file.getnframes()), np.int16)[:: file.getnchannels()] / 32_768


def bands():
    frequencies = np.linspace(0, RATE, TRANSFORM + 1)[: TRANSFORM // 2 + 1]
    matrix = np.zeros((BANDS, len(frequencies)))
    for band in range(BANDS):
        edges = [np.argmin((frequencies - LOWEST * 2 ** ((2 * band + side) / 6)) ** 2) for side in (-1, 1)]
        matrix[band, edges[0]:edges[1]] = 1
    return matrix


def frames(sound):
    window = np.hanning(FRAME + 2)[1:-1]
    return np.stack([sound[i:i + FRAME] * window for i in range(0, len(sound) - FRAME + 1, FRAME // 2)])


def joined(pieces):
    sound = np.zeros(FRAME // 2 * (len(pieces) + 1))
    for i, piece in enumerate(pieces):
        sound[i * FRAME // 2:i * FRAME // 2 + FRAME] += piece
    return sound


def stoi(real, decoded):
    length = min(len(real), len(decoded))
    real, decoded = (frames(resample_poly(sound[:length], 5, 8)) for sound in (real, decoded))
    loudness = 20 * np.log10(np.linalg.norm(real, axis=1) + 1e-12)
    heard = loudness > loudness.max() - SILENCE_DB
    envelope = bands()
    real, decoded = (
        np.sqrt(envelope @ (np.abs(np.fft.rfft(frames(joined(pieces[heard])), TRANSFORM, axis=1)) ** 2).T) for pieces in (real, decoded))
    correlations = []
    for end in range(SEGMENT, real.shape[1] + 1):
        x, y = real[:, end - SEGMENT:end], decoded[:, end - SEGMENT:end]
        gain = np.linalg.norm(x, axis=1, keepdims=True) / (np.linalg.norm(y, axis=1, keepdims=True) + 1e-15)
        y = np.minimum(gain * y, x * CLIPPING)
        x, y = x - x.mean(1, keepdims=True), y - y.mean(1, keepdims=True)
        correlations.append((x * y).sum(1) / (np.linalg.norm(x, axis=1) * np.linalg.norm(y, axis=1) + 1e-15))
    return float(np.mean(correlations))


def recognised(sounds):
    with tempfile.TemporaryDirectory() as folder:
        for name, sound in sounds.items():
            (sound * 32_767).astype("<i2").tofile(f"{folder}/{name}.raw")
        Path(folder, "names").write_text("\n".join(sounds) + "\n")
        subprocess.run(
            ["pocketsphinx_batch", "-adcin", "yes", "-cepdir", folder, "-cepext", ".raw", "-ctl", f"{folder}/names", "-hmm", MODEL / "en-us",
             "-lm", MODEL / "en-us.lm.bin", "-dict", MODEL / "cmudict-en-us.dict", "-hyp", f"{folder}/words", "-logfn", "/dev/null",
             "-cmn", "batch", "-remove_noise", "no"], check=True)
        lines = (re.match(r"(.*) \((\S+) (-?\d+)\)$", line) for line in Path(folder, "words").read_text().splitlines())
        return {line[2]: [re.sub(r"\(\d+\)", "", word) for word in line[1].split()] for line in lines}


def edits(said, heard):
    row = np.arange(len(heard) + 1)
    for i, word in enumerate(said, 1):
        above, row[0] = row.copy(), i
        for j, other in enumerate(heard, 1):
            row[j] = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (word != other))
    return int(row[-1])


def main(clips, decoded):
    said = {}
    for line in (clips / "transcription").read_text().splitlines():
        words, name = re.match(r"<s> (.*) </s> \((.*)\)", line).groups()
        said[name] = words.split()
    real, copies = ({name: read(folder / f"{name}.wav") for name in sorted(said)} for folder in (clips, decoded))
    heard = [recognised(sounds) for sounds in (real, copies)]
    for name in said:
        wrong = [edits(said[name], words[name]) for words in heard]
        print(f"{name}  STOI {stoi(real[name], copies[name]):.3f}  wrong of {len(said[name])} words: "
              f"{wrong[0]} in the original, {wrong[1]} decoded: {' '.join(heard[1][name])}")
    print(f"mean STOI {np.mean([stoi(real[name], copies[name]) for name in said]):.3f}; wrong of {sum(map(len, said.values()))} words: "
          + " and ".join(str(sum(edits(said[name], words[name]) for name in said)) for words in heard))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
