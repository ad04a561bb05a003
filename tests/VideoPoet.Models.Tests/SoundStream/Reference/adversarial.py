"""The discriminators and losses of SoundStream (arXiv 2107.03312), sections III-D and III-E."""

import math

import torch
import torch.nn.functional as F

GROWTH = (1, 2, 4, 4, 8, 8)
MEL_GROWTH = (1, 2, 4, 4)
WINDOWS = (64, 128, 256, 512, 1024, 2048)


def wave_widths(channels):
    return [channels, 4 * channels, 16 * channels, 64 * channels, 64 * channels]


def shapes(waves, wave_channels, spectrum_channels, window, mels=0, mel_channels=0):
    found = {}

    def conv(name, *shape):
        found[name + ".weight_v"] = shape
        found[name + ".weight_g"] = (shape[0],) + (1,) * (len(shape) - 1)
        found[name + ".bias"] = (shape[0],)

    conv("spectrum.network.layers.0", spectrum_channels, 2, 7, 7)
    width = spectrum_channels
    for i, growth in enumerate(GROWTH):
        name, wider = f"spectrum.network.layers.{i + 1}", growth * spectrum_channels
        conv(name + ".first", width, width, 3, 3)
        conv(name + ".second", wider, width, 3 + i % 2, 4)
        conv(name + ".skip", wider, width, 1, 1)
        width = wider
    conv("spectrum.network.layers.7", 1, width, 1, window // 128)
    for scale in range(waves):
        widths = wave_widths(wave_channels)
        conv(f"waves.{scale}.layers.0", widths[0], 1, 15)
        for i in range(4):
            conv(f"waves.{scale}.layers.{i + 1}", widths[i + 1], 4, 41)
        conv(f"waves.{scale}.layers.5", widths[-1], widths[-1], 5)
        conv(f"waves.{scale}.layers.6", 1, widths[-1], 3)
    for mel in range(mels):
        width = 1
        for i, growth in enumerate(MEL_GROWTH):
            conv(f"mels.{mel}.network.layers.{i}", growth * mel_channels, width, *((4, 4) if i else (7, 7)))
            width = growth * mel_channels
        conv(f"mels.{mel}.network.layers.{len(MEL_GROWTH)}", 1, width, 1, 8)
    return found


def normed(w, name):
    v = w[name + ".weight_v"]
    return w[name + ".weight_g"] * v / v.flatten(1).norm(dim=1).view(-1, *(1,) * (v.dim() - 1))


def leaky(x):
    return F.leaky_relu(x, 0.2)


def judge_wave(x, w, prefix):
    features, convolve = [], lambda i, **options: F.conv1d(x, normed(w, f"{prefix}.{i}"), w[f"{prefix}.{i}.bias"], **options)
    features.append(x := leaky(convolve(0, padding=7)))
    for i in range(1, 5):
        features.append(x := leaky(convolve(i, stride=4, padding=20, groups=x.shape[1] // 4)))
    features.append(x := leaky(convolve(5, padding=2)))
    return convolve(6, padding=1), features


def judge_spectrum(x, w, window, hop):
    spectra = torch.stft(x[:, 0], window, hop, window, torch.hann_window(window), return_complex=True)[:, :-1]
    x = torch.stack((spectra.real, spectra.imag), 1).transpose(2, 3)
    convolve = lambda y, name, **options: F.conv2d(y, normed(w, name), w[name + ".bias"], **options)
    features = [x := leaky(convolve(x, "spectrum.network.layers.0", padding=3))]
    for i in range(len(GROWTH)):
        name, stride = f"spectrum.network.layers.{i + 1}", (1 + i % 2, 2)
        y = convolve(leaky(convolve(x, name + ".first", padding=1)), name + ".second", stride=stride, padding=1)
        features.append(x := leaky(y + convolve(x[:, :, ::stride[0], ::stride[1]], name + ".skip")[:, :, : y.shape[2]]))
    return convolve(x, "spectrum.network.layers.7"), features


def judge_mel(x, w, prefix, window):
    x = mel_spectrogram(x, window).clamp_min(1e-2).log()[:, None]
    convolve = lambda i, **options: F.conv2d(x, normed(w, f"{prefix}.{i}"), w[f"{prefix}.{i}.bias"], **options)
    features = [x := leaky(convolve(0, padding=3))]
    for i in range(1, len(MEL_GROWTH)):
        features.append(x := leaky(convolve(i, stride=2, padding=(2, 1))))
    return convolve(len(MEL_GROWTH)), features


def judge(x, w, waves, window, hop, mel_windows=()):
    whole, outputs = x, [judge_spectrum(x, w, window, hop)]
    for scale in range(waves):
        outputs.append(judge_wave(x, w, f"waves.{scale}.layers"))
        x = F.avg_pool1d(x, 4, 2, 1, count_include_pad=False)
    outputs += [judge_mel(whole, w, f"mels.{i}.network.layers", mel) for i, mel in enumerate(mel_windows)]
    return outputs


def discriminator_loss(real, decoded):
    return mean((1 - r[0]).clamp_min(0).mean() + (1 + d[0]).clamp_min(0).mean() for r, d in zip(real, decoded))


def generator_loss(decoded):
    return mean((1 - d[0]).clamp_min(0).mean() for d in decoded)


def feature_loss(real, decoded):
    return mean((a - b).abs().mean() for r, d in zip(real, decoded) for a, b in zip(r[1], d[1]))


def mean(values):
    return torch.stack(list(values)).mean()


def mel_bands(count, transform, rate=16_000):
    mel = lambda hertz: 2595 * math.log10(1 + hertz / 700)
    corners = [700 * (10 ** (mel(rate / 2) * i / (count + 1) / 2595) - 1) for i in range(count + 2)]
    bins = [rate * k / transform for k in range(transform // 2 + 1)]
    rows = [
        [max(0.0, min((f - low) / (peak - low), (high - f) / (high - peak))) for f in bins]
        for low, peak, high in zip(corners, corners[1:], corners[2:])
    ]
    return torch.tensor(rows)


def mel_spectrogram(x, window):
    transform = max(window, 512)
    shape = torch.zeros(transform)
    start = (transform - window) // 2
    shape[start : start + window] = 0.5 - 0.5 * torch.cos(2 * math.pi * torch.arange(window) / window)
    frames = F.pad(x, (transform // 2, transform // 2), mode="reflect")[:, 0].unfold(-1, transform, window // 4)
    return torch.fft.rfft(frames * shape).abs() @ mel_bands(64, transform).T  # [batch, frames, bands]


def mel_loss(real, decoded, windows=WINDOWS, floor=1e-5, magnitude=1):
    total = 0
    for window in windows:
        a, b = mel_spectrogram(real, window), mel_spectrogram(decoded, window)
        logs = a.clamp_min(floor).log() - b.clamp_min(floor).log()
        total = total + magnitude * (a - b).abs().sum(-1).mean() + math.sqrt(window / 2) * logs.square().sum(-1).sqrt().mean()
    return total
