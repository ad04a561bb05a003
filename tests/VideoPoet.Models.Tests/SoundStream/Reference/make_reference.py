#!/usr/bin/env python3
"""Writes reference.safetensors, dac-small.pt and dac-16khz.txt: SoundStream, the Descript audio codec and the losses, computed by PyTorch.

Run it with a Python that has torch (made with 1.13.1; Debian: /usr/bin/python3 make_reference.py).
"""

import pathlib
import sys

import torch

import adversarial
import dac
import soundstream
from deterministic import sound, weights

HERE = pathlib.Path(__file__).parent
sys.path.append(str(HERE.parents[2] / "TorchSharp.System.Tests/Parity/reference"))
import safetensors  # noqa: E402, the writer that all references share

TENSORS = {}


def keep(prefix, **tensors):
    TENSORS.update({f"{prefix}/{name}": value.detach() for name, value in tensors.items()})


def small_soundstream():
    strides, levels = (2, 3), 3
    w = weights(soundstream.shapes(channels=4, strides=strides, embedding=6, levels=levels, codes=8))
    waveform = sound(1, 2, 60)
    codes = soundstream.quantise(soundstream.encode(waveform, w, strides), w, 2)[1]
    decoded = soundstream.decode(soundstream.quantise(soundstream.encode(waveform, w, strides), w, 2)[0], w, strides)
    keep("soundstream", codes=codes, decoded=decoded)

    trained = {name: value.requires_grad_(not name.startswith("quantizer")) for name, value in w.items()}
    latent = soundstream.encode(waveform, trained, strides)
    values, codes, errors = soundstream.quantise(latent, trained, levels)
    reconstruction = soundstream.decode(latent + (values - latent).detach(), trained, strides)
    (reconstruction.square().sum() + errors.mean()).backward()
    keep("soundstream/training", waveform=reconstruction, codes=codes, commitment=errors.mean())
    keep("soundstream/gradient", **{name: w[name].grad for name in ("encoder.layers.0.conv.weight", "decoder.layers.0.conv.weight")})
    keep("soundstream/after", **soundstream.moving_averages(latent.detach(), codes, w))


def small_dac():
    strides = (2, 3)
    w = weights(dac.shapes(encoder=4, decoder=16, strides=strides, levels=3, codes=8, width=2), magnitude=0.6)
    codes = dac.encode(sound(2, 2, 60), w, strides, levels=2)
    keep("dac", codes=codes, decoded=dac.decode(codes, w, strides))
    torch.save({"state_dict": w, "metadata": {"kwargs": {"encoder_rates": list(strides), "n_codebooks": 3}}}, HERE / "dac-small.pt")


def published_dac():
    shapes = dac.shapes(encoder=64, decoder=1536, strides=(2, 4, 5, 8), levels=12, codes=1024, width=8)
    lines = [f"{name} {'x'.join(map(str, shape))}" for name, shape in sorted(shapes.items())]
    (HERE / "dac-16khz.txt").write_text("\n".join(lines) + "\n")


def small_discriminator():
    waves, window, hop = 2, 128, 32
    w = weights(adversarial.shapes(waves, wave_channels=4, spectrum_channels=2, window=window), magnitude=1.4)
    real = adversarial.judge(sound(3, 2, 1024), w, waves, window, hop)
    decoded = adversarial.judge(sound(4, 2, 1024), w, waves, window, hop)
    mean = lambda values: torch.stack(list(values)).mean()
    pairs = list(zip(real, decoded))
    keep("discriminator", **{f"logits{i}": logits for i, (logits, _) in enumerate(real)})
    keep(
        "discriminator/loss",
        discriminator=mean((1 - r[0]).clamp_min(0).mean() + (1 + d[0]).clamp_min(0).mean() for r, d in pairs),
        generator=mean((1 - d[0]).clamp_min(0).mean() for d in decoded),
        features=mean((a - b).abs().mean() for r, d in pairs for a, b in zip(r[1], d[1])),
    )


def mel():
    real, decoded = sound(5, 2, 3000), sound(6, 2, 3000).requires_grad_()
    loss = adversarial.mel_loss(real, decoded)
    loss.backward()
    keep("mel", shortest=adversarial.mel_spectrogram(real, 64)[:, :20], loss=loss, gradient=decoded.grad)


torch.set_num_threads(1)
small_soundstream()
small_dac()
published_dac()
small_discriminator()
mel()
safetensors.write(HERE / "reference.safetensors", TENSORS)
