"""Numbers as people write them, in digits and in words, and what they come to."""

import re
from dataclasses import dataclass

from chassis.branches import branched, unspaced

_SMALL = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = {word: number for number, word in enumerate(_SMALL, start=2)}
_WORDS |= {word: 10 * number for number, word in enumerate(_TENS, start=2)}
_WORDS |= {"one": 1, "dozen": 12, "hundred": 100}
_MANY = r"(?:(?:an?|one|two|three|four)\ )?(?:dozen|hundred)"
IN_WORDS = (
    rf"(?:{_MANY}|(?:{'|'.join(_TENS)})(?:[- ](?:one|{'|'.join(_SMALL[:8])}))?|{'|'.join(_SMALL)})"
)
DIGITS = r"""(?P<number>[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+(?![\w-])
    |\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s*
    (?P<unit>k|m|mm|bn|b|thousand|million|billion)?\+?"""
NUMBER = rf"(?:{DIGITS}|(?P<word>{IN_WORDS})\b)"

_UNITS = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mm": 1e6, "mn": 1e6, "million": 1e6}
_UNITS |= {"mio": 1e6, "tsd": 1e3, "tau": 1e3, "tys": 1e3, "mil": 1e6, "mln": 1e6, "mrd": 1e9}
_UNITS |= {"b": 1e9, "bn": 1e9, "billion": 1e9, "bil": 1e9}
_UNITS |= {"l": 1e5, "lac": 1e5, "lakh": 1e5, "lak": 1e5, "cr": 1e7, "cro": 1e7}
_THOUSANDS = re.compile(r"\d{1,3}(?:[,.\s'’]\d{3})+")
_BETWEEN_THOUSANDS = re.compile(r"[,.\s'’]")
_LAKHS = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")
"""As in India: "12,50,000"."""


@dataclass(frozen=True)
class Size:
    """`text[start:end]` says `number`: of people, or of whole units of `currency`."""

    number: int
    start: int
    end: int
    currency: str | None = None


def asked(words: str) -> re.Pattern[str]:
    """The expression, written over several lines with its spaces escaped, made ready for use."""
    return re.compile(branched(unspaced(words)), re.IGNORECASE)


def count(match: re.Match[str]) -> int:
    """What the `number` with its `unit`, or else the `word`, of a match comes to."""
    if word := match.groupdict().get("word"):
        return _in_words(word)
    written, unit = match["number"], (match["unit"] or "").lower().rstrip(".")
    is_pointed = "." not in written or not unit
    if _LAKHS.fullmatch(written) or (is_pointed and _THOUSANDS.fullmatch(written)):
        written = _BETWEEN_THOUSANDS.sub("", written)
    return round(float(written.replace(",", ".")) * _factor(unit))


def _in_words(said: str) -> int:
    parts = [_WORDS[part] for part in re.split(r"[- ]", said.lower()) if part not in {"a", "an"}]
    last = parts[-1]
    if last in (_WORDS["dozen"], _WORDS["hundred"]) and len(parts) > 1:
        return parts[0] * last
    return sum(parts)


def _factor(unit: str) -> float:
    """What a word behind a number multiplies it with, known by its beginning."""
    if unit.startswith("milliard"):
        return 1e9
    return _UNITS.get(unit) or _UNITS.get(unit[:3], 1)
