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
    TENSORS.update({f"{prefix}/{name}": value.detach().clone() for name, value in tensors.items()})


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
    keep("discriminator", **{f"logits{i}": logits for i, (logits, _) in enumerate(real)})
    keep(
        "discriminator/loss",
        discriminator=adversarial.discriminator_loss(real, decoded),
        generator=adversarial.generator_loss(decoded),
        features=adversarial.feature_loss(real, decoded),
    )


def mel():
    real, decoded = sound(5, 2, 3000), sound(6, 2, 3000).requires_grad_()
    loss = adversarial.mel_loss(real, decoded)
    loss.backward()
    keep("mel", shortest=adversarial.mel_spectrogram(real, 64)[:, :20], loss=loss, gradient=decoded.grad)


def objective():
    waves, window, hop, mels = 2, 128, 32, (64, 128)
    w = weights(adversarial.shapes(waves, 4, 2, window, len(mels), mel_channels=2), magnitude=1.4)
    trained = {name: value.requires_grad_() for name, value in w.items()}
    real, decoded = sound(7, 2, 1024), sound(8, 2, 1024).requires_grad_()
    judge = lambda x: adversarial.judge(x, trained, waves, window, hop, mels)
    keep("objective", **{f"logits{i}": logits for i, (logits, _) in enumerate(judge(real))})

    of_discriminator = adversarial.discriminator_loss(judge(real), judge(decoded.detach()))
    of_discriminator.backward()
    names = ("mels.1.network.layers.2.weight_v", "spectrum.network.layers.0.weight_g", "waves.0.layers.3.bias")
    keep("objective/gradient", **{name: w[name].grad for name in names})

    of_real, of_decoded = judge(real), judge(decoded)
    features = adversarial.feature_loss([(logits, [f.detach() for f in kept]) for logits, kept in of_real], of_decoded)
    terms = {
        "mel": adversarial.mel_loss(real, decoded, windows=(64, 256), floor=0.5, magnitude=0.3),
        "wave": (real - decoded).abs().mean(),
        "adversarial": adversarial.generator_loss(of_decoded),
        "features": features,
    }
    total = 0.01 * terms["mel"] + 6 * terms["wave"] + 0.7 * 2 + 1.5 * terms["adversarial"] + 10 * terms["features"]
    total.backward()
    keep("objective", total=total, discriminator=of_discriminator, gradient_of_decoded=decoded.grad, **terms)


torch.set_num_threads(1)
small_soundstream()
small_dac()
published_dac()
small_discriminator()
mel()
objective()
safetensors.write(HERE / "reference.safetensors", TENSORS)
