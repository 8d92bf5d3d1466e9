"""Things in a job description that its reader should know of before anything else."""

import re

from services.documents.rules.phrases import phrases, read

_LETTERS = re.compile(r"[^\W\d_]+")
_FEWEST_LETTERS = 100
_FEWEST_KNOWN = 0.05
"""Of the words; in English and German every third is one of the small ones."""


def red_flags(text: str, *, has_orders: bool, asks: bool) -> tuple[str, ...]:
    """Codes for a page to explain, in a fixed order; orders to an engine first.

    `asks` is whether anything was found that is asked for, beside the title.
    """
    orders = ("instruction_in_text",) if has_orders else ()
    foreign = () if asks or _is_in_known_language(text) else ("language_not_read",)
    found = (code for code, words in phrases("flags").items() if words.search(text))
    return (*orders, *foreign, *found)


def _is_in_known_language(text: str) -> bool:
    """Whether it has the small words of a language that the rules read, or is too short to tell."""
    words = _LETTERS.findall(text.lower())
    small = set(read("languages")["small_words"])
    is_short = sum(map(len, words)) < _FEWEST_LETTERS
    return is_short or sum(word in small for word in words) >= _FEWEST_KNOWN * len(words)
