#!/usr/bin/env python3
"""Writes language_model.safetensors: small prefix language models computed plainly from the formulas, with a full mask and full logits.

Nothing of the framework is used: sequences are written out by hand, attention has one mask of all pairs, the loss sees the logits of all ids and
removes those that are not allowed. Run it with a Python that has torch (made with 1.13.1; Debian: /usr/bin/python3 FILE).
"""

import math
import pathlib
import sys

import torch
from torch.nn import functional as F

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "T5" / "Reference"))
import reference_file  # noqa: E402

TEXT_WIDTH, TEXT_SLOT, TEXT_IDS = 5, 64, 192
VISUAL, LEVELS, CODES = 16, 2, 8
FIRST_VISUAL, FIRST_AUDIO = 256, 256 + VISUAL
IDS = FIRST_AUDIO + LEVELS * CODES
TIMES, ROWS, COLUMNS, FRAMES, INPUTS = 3, 2, 4, 40, 3
SPECIAL, TEXT, SEEN, HEARD = range(4)  # modalities

CASES = {
    "plain": dict(layers=2, heads=2, groups=2, norm=False, tied=True, halves=False, z=1e-4, smoothing=0.0),
    "grouped": dict(layers=2, heads=4, groups=2, norm=True, tied=False, halves=False, z=1e-2, smoothing=0.1),
    "halves": dict(layers=1, heads=2, groups=1, norm=False, tied=True, halves=True, z=1e-3, smoothing=0.0),
}
WIDTH, INNER = 16, 24


class Sequence:
    """Positions one after another: id, allowed ids, modality, coordinates, number of the input (0: output), learnt or not."""

    def __init__(self):
        self.positions, self.prefix, self.slot = [], None, None

    def mark(self, token, output=False):
        return self.add(output, token, (token, token + 1), SPECIAL, {}, 0 if output else 1)

    def text(self):
        self.slot = len(self.positions)
        for i in range(TEXT_SLOT):
            self.add(False, TEXT_IDS + i, (TEXT_IDS, TEXT_IDS + TEXT_SLOT), TEXT, {}, 1)
        return self

    def visual(self, codes, shape, number=0, given=0):
        times, rows, columns = shape
        for i, code in enumerate(codes):
            place = dict(time=i // (rows * columns), row=i // columns % rows, column=i % columns)
            self.add(number == 0, FIRST_VISUAL + code, (FIRST_VISUAL, FIRST_AUDIO), SEEN, place, number, i >= given * rows * columns)
        return self

    def audio(self, codes, frames, number=0):
        for i, code in enumerate(codes):
            level = i // frames
            first = FIRST_AUDIO + level * CODES
            self.add(number == 0, first + code, (first, first + CODES), HEARD, dict(level=level, frame=i % frames), number)
        return self

    def add(self, output, token, allowed, modality, place, number, learnt=True):
        if output and self.prefix is None:
            self.prefix = len(self.positions)
        self.positions.append(dict(id=token, allowed=allowed, place=dict(place, modality=modality), number=number, learnt=output and learnt))
        return self


def random_codes(count, codes):
    return torch.randint(codes, (count,)).tolist()


def batches():
    """Two batches of three sequences, each with one prefix length and one length; the text lengths; and the name of what they show."""
    bos, eos, bot, eot, bov_i, eov_i, boa_i, eoa_i, bov, eov, boa, eoa = range(1, 13)
    video, audio_video, size, frames = 32, 34, 97, 129
    shape = (2, 2, 3)
    count = math.prod(shape)

    def from_text(given):
        start = Sequence().mark(bos).mark(video).mark(size).mark(frames).mark(bot).text().mark(eot)
        return start.mark(bov, True).visual(random_codes(count, VISUAL), shape, given=given).mark(eov, True).mark(eos, True)

    def with_sound():
        start = Sequence().mark(bos).mark(audio_video).mark(size).mark(frames)
        start.mark(bov_i).visual(random_codes(count, VISUAL), shape, number=1).mark(eov_i)
        start.mark(bov_i).visual(random_codes(6, VISUAL), (1, 2, 3), number=2).mark(eov_i)
        start.mark(boa_i).audio(random_codes(LEVELS * 6, CODES), 6, number=1).mark(eoa_i)
        start.mark(bov, True).visual(random_codes(count, VISUAL), shape).mark(eov, True)
        return start.mark(boa, True).audio(random_codes(LEVELS * 31, CODES), 31).mark(eoa, True).mark(eos, True)

    return {"text": ([from_text(0), from_text(1), from_text(0)], [7, 64, 0]), "sound": ([with_sound(), with_sound()], [0, 0])}


def shapes(layers, heads, groups, norm, tied, halves, **_):
    half = math.isqrt(VISUAL)
    rows = IDS - VISUAL + 2 * half if halves else IDS
    yield "tok_emb.weight", (rows, WIDTH)
    yield "text_proj.weight", (WIDTH, TEXT_WIDTH)
    yield "text_proj.bias", (WIDTH,)
    yield "positions.segment.weight", (1 + INPUTS, WIDTH)
    for table in ("place", "next"):
        for name, size in (("modality", 4), ("time", TIMES), ("row", ROWS), ("column", COLUMNS), ("level", LEVELS), ("frame", FRAMES)):
            yield f"positions.{table}.{name}.weight", (size, WIDTH)
    head = WIDTH // heads
    for i in range(layers):
        yield f"layers.{i}.attn_norm.weight", (WIDTH,)
        yield f"layers.{i}.attn.wq.weight", (WIDTH, WIDTH)
        yield f"layers.{i}.attn.wk.weight", (groups * head, WIDTH)
        yield f"layers.{i}.attn.wv.weight", (groups * head, WIDTH)
        yield f"layers.{i}.attn.wo.weight", (WIDTH, WIDTH)
        if norm:
            yield f"layers.{i}.attn.q_norm.weight", (head,)
            yield f"layers.{i}.attn.k_norm.weight", (head,)
        yield f"layers.{i}.mlp_norm.weight", (WIDTH,)
        yield f"layers.{i}.mlp.w_gate.weight", (INNER, WIDTH)
        yield f"layers.{i}.mlp.w_up.weight", (INNER, WIDTH)
        yield f"layers.{i}.mlp.w_down.weight", (WIDTH, INNER)
    yield "final_norm.weight", (WIDTH,)
    if halves:
        yield "second_half.high.weight", (half, WIDTH)
        yield "second_half.mlp_norm.weight", (WIDTH,)
        yield "second_half.mlp.w_gate.weight", (INNER, WIDTH)
        yield "second_half.mlp.w_up.weight", (INNER, WIDTH)
        yield "second_half.mlp.w_down.weight", (WIDTH, INNER)
        yield "second_half.norm.weight", (WIDTH,)
    if not tied:
        yield "lm_head.weight", (rows, WIDTH)


def norm(x, weight):
    return x / (x.square().mean(-1, keepdim=True) + 1e-6).sqrt() * weight


def swiglu(x, w, name):
    return (F.silu(x @ w[f"{name}.w_gate.weight"].T) * (x @ w[f"{name}.w_up.weight"].T)) @ w[f"{name}.w_down.weight"].T


def rotated(x):
    """x: [heads, positions, head]; complex numbers instead of halves."""
    half = x.shape[-1] // 2
    angles = torch.outer(torch.arange(x.shape[1]).double(), 10_000.0 ** (-torch.arange(half).double() / half))
    numbers = torch.complex(x[..., :half].double(), x[..., half:].double()) * torch.polar(torch.ones_like(angles), angles)
    return torch.cat([numbers.real, numbers.imag], -1).float()


def embed(sequence, text, w, halves):
    half = math.isqrt(VISUAL)
    rows = []
    for i, position in enumerate(sequence.positions):
        token = position["id"]
        if halves and FIRST_VISUAL <= token < FIRST_AUDIO:
            high, low = divmod(token - FIRST_VISUAL, half)
            row = w["tok_emb.weight"][FIRST_VISUAL + high] + w["tok_emb.weight"][FIRST_VISUAL + half + low]
        else:
            row = w["tok_emb.weight"][token if not halves or token < FIRST_VISUAL else token - VISUAL + 2 * half]
        if sequence.slot is not None and 0 <= i - sequence.slot < len(text):
            row = row + w["text_proj.weight"] @ text[i - sequence.slot] + w["text_proj.bias"]
        row = row + w["positions.segment.weight"][position["number"]]
        for name, value in position["place"].items():
            row = row + w[f"positions.place.{name}.weight"][value]
        if sequence.prefix <= i + 1 < len(sequence.positions):
            for name, value in sequence.positions[i + 1]["place"].items():
                row = row + w[f"positions.next.{name}.weight"][value]
        rows.append(row)
    return torch.stack(rows)


def hidden(sequence, text, w, layers, heads, groups, norm_heads, halves):
    x = embed(sequence, text, w, halves)
    length, head = len(x), WIDTH // heads
    seen = torch.ones(length, length).tril().bool()
    seen[:, : sequence.prefix] = True
    if sequence.slot is not None:
        seen[:, sequence.slot + len(text) : sequence.slot + TEXT_SLOT] = False
    for i in range(layers):
        y = norm(x, w[f"layers.{i}.attn_norm.weight"])
        q, k, v = (
            (y @ w[f"layers.{i}.attn.w{name}.weight"].T).view(length, count, head).transpose(0, 1)
            for name, count in (("q", heads), ("k", groups), ("v", groups))
        )
        if norm_heads:
            q, k = norm(q, w[f"layers.{i}.attn.q_norm.weight"]), norm(k, w[f"layers.{i}.attn.k_norm.weight"])
        k, v = (z.repeat_interleave(heads // groups, 0) for z in (rotated(k), v))
        scores = (rotated(q) @ k.transpose(1, 2) / math.sqrt(head)).masked_fill(~seen, -math.inf)
        x = x + (scores.softmax(-1) @ v).transpose(0, 1).reshape(length, WIDTH) @ w[f"layers.{i}.attn.wo.weight"].T
        x = x + swiglu(norm(x, w[f"layers.{i}.mlp_norm.weight"]), w, f"layers.{i}.mlp")
    return norm(x, w["final_norm.weight"])


def token_loss(logits, target, z, smoothing):
    """Cross-entropy and the loss with what is added."""
    log_divisor = logits.logsumexp(0)
    cross_entropy = log_divisor - logits[target]
    spread = torch.full_like(logits, smoothing / (len(logits) - 1))
    spread[target] = 1 - smoothing
    return cross_entropy, (spread * (log_divisor - logits)).sum() + z * log_divisor**2


def loss(sequence, states, w, tied, halves, z, smoothing):
    head = w["tok_emb.weight" if tied else "lm_head.weight"]
    half = math.isqrt(VISUAL)
    total, tokens, logits_of = 0, torch.zeros(len(states)), torch.zeros(len(states), IDS)
    for i, position in enumerate(sequence.positions):
        first, end = position["allowed"]
        if not position["learnt"]:
            continue
        state, target = states[i - 1], position["id"] - first
        if halves and first == FIRST_VISUAL:
            high, low = divmod(target, half)
            mixed = state + w["second_half.high.weight"][high]
            second = mixed + swiglu(norm(mixed, w["second_half.mlp_norm.weight"]), w, "second_half.mlp")
            second = norm(second, w["second_half.norm.weight"])
            parts = [
                token_loss(head[FIRST_VISUAL : FIRST_VISUAL + half] @ state, high, z, smoothing),
                token_loss(head[FIRST_VISUAL + half : FIRST_VISUAL + 2 * half] @ second, low, z, smoothing),
            ]
        elif end - first == 1:
            parts = []  # the only id there is
        else:
            shift = -VISUAL + 2 * half if halves else 0
            all_logits = head @ state
            logits = all_logits[first + shift : end + shift]
            logits_of[i, first:end] = logits.detach()
            parts = [token_loss(logits, target, z, smoothing)]
        for cross_entropy, added in parts:
            tokens[i] += cross_entropy.detach()
            total = total + added
    return total, tokens, logits_of


def main():
    torch.manual_seed(5)
    arrays = {}
    for name, (sequences, lengths) in batches().items():
        texts = torch.zeros(len(sequences), TEXT_SLOT, TEXT_WIDTH)
        for row, length in enumerate(lengths):
            texts[row, :length] = torch.randn(length, TEXT_WIDTH)
        arrays[f"{name}/ids"] = torch.tensor([[position["id"] for position in sequence.positions] for sequence in sequences])
        arrays[f"{name}/text"] = texts
        arrays[f"{name}/text_lengths"] = torch.tensor(lengths)
        for case, c in CASES.items():
            if f"{case}/weight/final_norm.weight" not in arrays:
                for weight, shape in shapes(**c):
                    scale = 1 / math.sqrt(shape[-1]) if len(shape) > 1 else 0.1
                    arrays[f"{case}/weight/{weight}"] = torch.randn(shape) * scale + (len(shape) == 1 and not weight.endswith("bias"))
            start = f"{case}/weight/"
            w = {key[len(start) :]: value.clone().requires_grad_() for key, value in arrays.items() if key.startswith(start)}
            total, tokens, logits, states = 0, [], [], []
            for sequence, text, length in zip(sequences, texts, lengths):
                x = hidden(sequence, text[:length], w, c["layers"], c["heads"], c["groups"], c["norm"], c["halves"])
                added, of_tokens, of_logits = loss(sequence, x, w, c["tied"], c["halves"], c["z"], c["smoothing"])
                total = total + added
                states.append(x.detach())
                tokens.append(of_tokens)
                logits.append(of_logits)
            total.backward()
            arrays[f"{name}/{case}/sum"] = total.detach()
            arrays[f"{name}/{case}/tokens"] = torch.stack(tokens)
            arrays[f"{name}/{case}/hidden"] = torch.stack(states)
            if not c["halves"]:
                arrays[f"{name}/{case}/logits"] = torch.stack(logits)[:, sequences[0].prefix :, FIRST_VISUAL:]
            for key, value in w.items():
                if value.grad is not None and value.grad.abs().max() > 0:
                    # Of the large table only what these batches touch.
                    kept = value.grad[FIRST_VISUAL:] if key in ("tok_emb.weight", "lm_head.weight") else value.grad
                    arrays[f"{name}/{case}/gradient/{key}"] = kept
    reference_file.write(pathlib.Path(__file__).with_name("language_model.safetensors"), {key: value.numpy() for key, value in arrays.items()})


main()
