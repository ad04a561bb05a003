#!/usr/bin/env python3
"""Writes sentencepiece.safetensors: three models, and the ids that the sentencepiece library gives for hostile texts.

Run it with a Python that has numpy and sentencepiece (made with 0.1.97; Debian: python3-sentencepiece, /usr/bin/python3 FILE).
"""

import io
import pathlib
import random

import numpy as np
import sentencepiece

import reference_file

LINES_EACH = 1200

SENTENCES = """
A red ball rolls slowly to the left across a wooden table, and a cat watches it.
Two astronauts walk on the moon; the Earth rises behind them in high definition.
Studies have been shown that owning a dog is good for you.
The year 2024 had 366 days, 12 months and about 8,784 hours, which is 31,622,400 seconds.
"What's that?" she asked (quietly) — "it's only the wind", he replied…
An oil painting of a sailing ship in a storm, in the style of the old masters.
Ein Mädchen läuft über die Straße, während der Regen auf die Dächer fällt.
Größe und Maß sind nicht dasselbe; fünf Füchse übten heute Vögel zählen.
Le garçon a mangé une crème brûlée à l'hôtel où naît la rivière.
El niño pequeño soñó con un pingüino que corría por la montaña.
Wyścig żółwi zakończył się później niż gęś zdążyła odlecieć.
Быстрая лиса прыгает через ленивую собаку на берегу реки.
Η γάτα κοιμάται κάτω από το τραπέζι της κουζίνας.
الكلب يجري في الحديقة تحت ضوء الشمس.
הילדה קוראת ספר ליד החלון.
猫が窓のそばで眠っている。雨が静かに降る。
一只红色的鸟飞过城市的上空。
고양이가 창가에서 조용히 자고 있다.
बिल्ली मेज के नीचे सो रही है।
แมวนอนหลับอยู่ใต้โต๊ะ
""".strip().splitlines()

# Ranges in which normalisation, segmentation or decoding do something special.
RANGES = [
    (0x00, 0x20), (0x20, 0x7F), (0x7F, 0xA1), (0xA1, 0x180), (0x2B0, 0x370), (0x370, 0x530), (0x590, 0x700), (0x900, 0x980), (0xE00, 0xE80),
    (0x1100, 0x1200), (0x1E00, 0x2000), (0x2000, 0x2070), (0x2070, 0x2190), (0x2150, 0x2190), (0x2460, 0x2600), (0x2E80, 0x3100),
    (0x3130, 0x3400), (0x4E00, 0x4F00), (0xAC00, 0xAE00), (0xE000, 0xE010), (0xF900, 0xFB50), (0xFB50, 0xFE00), (0xFE00, 0xFE70),
    (0xFE70, 0xFF00), (0xFF00, 0x10000), (0x10000, 0x10100), (0x1D400, 0x1D800), (0x1F100, 0x1F270), (0x1F300, 0x1F700),
    (0x2F800, 0x2FA20), (0xE0000, 0xE0080), (0xE0100, 0xE01F0), (0x10FF00, 0x110000),
]

SPECIAL = [
    "", " ", "   ", "\t\n", "\u3000", "\u00a0x\u00a0", "\u200b", "\u200d\u200c", "\ufeff", "\u2581", "\u2581\u2581 a \u2581", "\ufffd", "\0", "a\0b",
    "<unk>", "</s>", "<pad>", "<s>", "<0x0A>", "<mask>", "x<mask>y", "<mask><mask>", "<extra_id_0>", "Ⅷ", "ⅧⅧ",
    "keep  this", "ﬁn", "①②③", "½", "Å", "A\u030a",
    "\u1100\u1161\u11a8", "각", "e\u0301\u0323", "ｶﾞｷﾞ", "㍿", "ﷺ", "👩‍👩‍👧‍👦", "🇩🇪🇫🇷", "👍🏽", "a" * 3000, "ab " * 700, "▁" * 500, "語" * 800, "🙂" * 300,
    "a \t b", "tail \n", " lead", "Straße STRASSE ſtraße", "İstanbul ıI", "\u202eabc\u202c", "x\u00ad\u00ady", "\ud7a3\uffff\U0010ffff",
]

MALFORMED = [
    b"\x80", b"\xff", b"\xc0\x80", b"\xc1\xbf", b"\xe0\x80\x80", b"\xe0\x9f\xbf", b"\xed\xa0\x80", b"\xed\xbf\xbf",
    b"\xf0\x80\x80\x80", b"\xf4\x90\x80\x80",
    b"\xf8\x88\x80\x80\x80", b"\xe2\x96", b"a\xe2\x96", b"\xe2\x96\x81\xe2", b"\xf0\x9f\x99", b"\xf0\x9f\x99 x",
    b"\xe2\x28\xa1", b"ok\xc3", b"\xef\xbf\xbd\xef",
]


def words(rng):
    parts = " ".join(rng.choice(SENTENCES) for _ in range(2)).split(" ")
    start = rng.randrange(len(parts))
    spaces = [" ", " ", " ", "  ", "\t", "\n", "\u3000", "\u00a0", ""]
    return "".join(part + rng.choice(spaces) for part in parts[start:start + rng.randint(1, 12)])


def unicode_text(rng):
    def character():
        low, high = rng.choice(RANGES)
        code = rng.randrange(low, high)
        return chr(code) if not 0xD800 <= code < 0xE000 else "\ufffd"
    return "".join(character() for _ in range(rng.randint(1, 24)))


def mixed(rng):
    return "".join(rng.choice([words, unicode_text])(rng)[:rng.randint(1, 16)] for _ in range(rng.randint(2, 5)))


def damaged(rng):
    data = bytearray(mixed(rng).encode())
    for _ in range(rng.randint(1, 4)):
        data[rng.randrange(len(data))] = rng.randrange(256)
    return bytes(data)


def noise(rng):
    return bytes(rng.randrange(256) for _ in range(rng.randint(1, 20)))


def texts(rng):
    fixed = [text.encode() for text in SPECIAL + SENTENCES] + MALFORMED
    makers = [words, unicode_text, mixed, damaged, noise]
    made = [makers[index % len(makers)](rng) for index in range(LINES_EACH - len(fixed))]
    return fixed + [text.encode() if isinstance(text, str) else text for text in made]


def corpus():
    rng = random.Random(3)
    return [words(rng) for _ in range(4000)] + SENTENCES * 20


def train(**options):
    stream = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(corpus()), model_writer=stream, model_type="unigram", hard_vocab_limit=False, num_threads=1,
        character_coverage=0.995, minloglevel=2, **options)
    return stream.getvalue()


MODELS = {
    # As T5's own.
    "t5": dict(vocab_size=800, pad_id=0, eos_id=1, unk_id=2, bos_id=-1, normalization_rule_name="nmt_nfkc"),
    "bytes": dict(
        vocab_size=1000, byte_fallback=True, normalization_rule_name="nfkc_cf",
        user_defined_symbols=["<mask>", "Ⅷ", "keep  this"], control_symbols=["<cls>"]),
    "suffix": dict(
        vocab_size=700, treat_whitespace_as_suffix=True, normalization_rule_name="identity", remove_extra_whitespaces=False,
        user_defined_symbols=["<mask>", "ab "]),
}


def main():
    arrays = {}
    for seed, (name, options) in enumerate(MODELS.items()):
        model = train(**options)
        processor = sentencepiece.SentencePieceProcessor(model_proto=model)
        lines = texts(random.Random(seed))
        ids = [processor.encode(line) for line in lines]
        arrays[f"{name}/model"] = np.frombuffer(model, np.uint8)
        arrays[f"{name}/texts"] = np.frombuffer(b"".join(lines), np.uint8)
        arrays[f"{name}/text_ends"] = np.cumsum([len(line) for line in lines]).astype(np.int32)
        arrays[f"{name}/ids"] = np.array(sum(ids, []), np.int32)
        arrays[f"{name}/id_ends"] = np.cumsum([len(line) for line in ids]).astype(np.int32)
        unknown = sum(line.count(processor.unk_id()) for line in ids)
        print(name, "pieces", len(processor), "model bytes", len(model), "texts", len(lines), "ids", sum(map(len, ids)), "unknown", unknown)
    reference_file.write(pathlib.Path(__file__).with_name("sentencepiece.safetensors"), arrays)


main()
