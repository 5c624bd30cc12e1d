#!/usr/bin/env python3
"""Builds models/fonts: the typefaces of the labels in reply pictures, cut down to what the texts need.

Source: Debian's fonts-noto-core and fonts-noto-cjk (Noto Sans Bold, SIL Open Font License 1.1). Alphabets keep whole Unicode blocks, so that
new texts need no new fonts; of Chinese, Japanese and Korean only the characters of locales/*/advice.json and chat.json (marks, report) are kept.
Every file is named for the ISO 15924 script that it writes, and its family is "Retake " + that name, whatever is installed on the machine.
"""
import json
import pathlib
import re

from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont

ROOT = pathlib.Path(__file__).resolve().parents[2]
NOTO = pathlib.Path("/usr/share/fonts/truetype/noto")
CJK = pathlib.Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc")
ASCII = range(0x20, 0x7F)
PUNCTUATION = [*range(0x2010, 0x2028), 0x2030, 0x2032, 0x2039, 0x203A, 0x20AC, 0x2192, 0x2212, 0xA0, 0xAB, 0xB0, 0xB7, 0xBB, 0xD7]
ALPHABETS = {
    # Latin with the marks of Turkish and Vietnamese, Greek, Cyrillic
    "Latn": ("NotoSans-Bold.ttf", [*range(0xA0, 0x250), *range(0x300, 0x330), *range(0x370, 0x400), *range(0x400, 0x530), *range(0x1E00, 0x1F00)]),
    "Arab": ("NotoSansArabic-Bold.ttf", [*range(0x600, 0x700)]),
    "Deva": ("NotoSansDevanagari-Bold.ttf", [*range(0x900, 0x980), 0x200C, 0x200D, 0x25CC]),
}
HAN = {"Hans": ("Noto Sans CJK SC", "zh"), "Jpan": ("Noto Sans CJK JP", "ja"), "Kore": ("Noto Sans CJK KR", "ko")}


def label_texts(language):
    """What the pictures write in a language: src/bots/reply/picture-labels.ts, card-labels.ts, week-labels.ts."""
    folder = ROOT / "locales" / language
    if not (folder / "chat.json").exists():
        return ""
    advice = json.loads((folder / "advice.json").read_text())
    chat = json.loads((folder / "chat.json").read_text())
    faq = json.loads((folder / "faq.json").read_text())
    return "".join([entry["name"] for entry in advice.values()] + list(chat["marks"].values()) + list(chat["report"]["ready"].values()) + [chat["card"][name] for name in ("title", "ready", "warn", "retake", "missing")] + list(chat["photos"].values()) + [chat["moderators"]["weekTitle"]] + list(chat["moderators"]["counts"].values()) + [topic["title"] for topic in faq.values() if "title" in topic])


coverage = {}


def write(font, characters, script):
    options = subset.Options(layout_features=["*"], hinting=False, desubroutinize=True, notdef_outline=True, name_IDs=[1, 2, 13, 14])
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters)
    cutter.subset(font)
    names = font["name"]
    names.names = [n for n in names.names if n.nameID in (13, 14)]
    family = f"Retake {script}"
    for name_id, text in ((1, family), (2, "Bold"), (4, f"{family} Bold"), (6, f"Retake{script}-Bold")):
        names.setName(text, name_id, 3, 1, 0x409)
    target = ROOT / "models" / "fonts" / f"{script}.ttf"
    font.save(target)
    coverage[script] = "".join(map(chr, sorted(c for c in font.getBestCmap() if c > 0x20)))
    print(target.name, target.stat().st_size // 1024, "KB,", len(font.getBestCmap()), "characters")


def main():
    for script, (file, block) in ALPHABETS.items():
        write(TTFont(NOTO / file, recalcTimestamp=False), [*ASCII, *PUNCTUATION, *block], script)
    for script, (family, language) in HAN.items():
        font = next(f for f in TTCollection(CJK).fonts if f["name"].getDebugName(1) == family)
        font.recalcTimestamp = False
        wide = [ord(c) for c in label_texts(language) if not re.match(r"\s", c)]
        write(font, [*ASCII, *PUNCTUATION, *wide, *map(ord, "、。「」（）：，？")], script)
    (ROOT / "models" / "fonts" / "coverage.json").write_text(json.dumps(coverage, ensure_ascii=False, indent=2) + "\n")


if __name__ == "__main__":
    main()
