"""Characters as a reader sees them: ligatures opened, spaces plain, what has no shape removed."""

import re
import unicodedata
from collections.abc import Callable

_LIGATURES = {
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st",
    0xFB06: "st",
}  # fmt: skip
_SPACES = dict.fromkeys([0x00A0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
_BREAKS = dict.fromkeys([0x000B, 0x000C, 0x0085, 0x2028, 0x2029], "\n")
_CONTROLS = dict.fromkeys([*range(9), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0)])
_SELECTORS = dict.fromkeys(range(0xFE00, 0xFE10))
_HYPHENS = {0x2010: "-", 0x2011: "-", 0x00AD: None}
_PLAIN = {**_LIGATURES, **_SPACES, **_BREAKS, **_CONTROLS, **_SELECTORS, **_HYPHENS}

_SHAPELESS = {
    "zero_width": re.compile("[\u200b-\u200f\u2060-\u2064\u180e\u061c\ufeff]+"),
    "direction": re.compile("[\u202a-\u202e\u2066-\u2069]+"),
    "tag": re.compile("[\U000e0000-\U000e007f]+"),
}
"""Tag characters mirror ASCII and show nothing (Unicode 15.1, section 23.9)."""

_WIDE_GAP = re.compile(r"[ \t]{64,}")
"""Wider than any layout. Left alone, a gap of 200,000 spaces costs every pattern that looks for the
end of a gap the square of it.
"""
_LINE_ENDS = re.compile(r"[ \t]*\r?\n|[ \t]*\r")
_EMPTY_LINES = re.compile(r"\n{3,}")

Hide = Callable[[str, str, int], None]


def clean(text: str, hide: Hide) -> str:
    """Plain characters in NFC; `hide(reason, shown, count)` is told of each run without a shape.

    Tag characters are shown as the ASCII that they stand for, the others by their numbers.
    """
    if not text.isascii():
        for reason, pattern in _SHAPELESS.items():
            for run in pattern.findall(text):
                hide(reason, _shown(run), len(run))
            text = pattern.sub("", text)
        text = unicodedata.normalize("NFC", text)
    return text.translate(_PLAIN)


def tidy(text: str) -> str:
    """No spaces at line ends, at most one empty line in a row, none around the whole.

    A gap within a line is at most 64 characters wide.
    """
    text = _WIDE_GAP.sub(" " * 64, text)
    return _EMPTY_LINES.sub("\n\n", _LINE_ENDS.sub("\n", text)).strip(" \t\n")


def _shown(run: str) -> str:
    if run[0] >= "\U000e0000":
        return "".join(chr(ord(c) - 0xE0000) if 0xE0020 <= ord(c) < 0xE007F else " " for c in run)
    return " ".join(f"U+{ord(character):04X}" for character in run)
