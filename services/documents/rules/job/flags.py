"""Things in a job description that its reader should know of before anything else."""

import re
from collections import Counter

from services.documents.rules.phrases import phrases, read

_LETTERS = re.compile(r"[^\W\d_]+")
_FEWEST_LETTERS = 100
_FEWEST_KNOWN = 0.05
"""Of the words; in most languages every third is one of the small ones."""

_LAST_LATIN = "\u024f"
_READ = "english"


def red_flags(text: str, *, has_orders: bool, asks: bool, has_roles: bool) -> tuple[str, ...]:
    """Codes for a page to explain, in a fixed order; orders to an engine first.

    `asks` is whether anything was found that is asked for, beside the title; `has_roles` whether
    several roles are offered.
    """
    orders = ("instruction_in_text",) if has_orders else ()
    found = (code for code, words in phrases("flags").items() if words.search(text))
    several = ("several_roles",) if has_roles else ()
    return (*orders, *_of_language(text, asks=asks), *several, *found)


def _of_language(text: str, *, asks: bool) -> tuple[str, ...]:
    """Whether it is in another language than English, of which less is read or nothing at all.

    A text of names alone has none of the small words of any; a short one tells too little.
    """
    words = _LETTERS.findall(text.lower())
    letters = "".join(words)
    if len(letters) < _FEWEST_LETTERS:
        return ()
    spoken = _language_of(words)
    is_other_script = 2 * sum(letter > _LAST_LATIN for letter in letters) > len(letters)
    if asks and spoken != _READ and (spoken or is_other_script):
        return ("language_partly_read",)
    return () if asks or spoken == _READ else ("language_not_read",)


def _language_of(words: list[str]) -> str | None:
    counted = Counter(words)
    known = {
        name: sum(counted[word] for word in small)
        for name, small in read("languages")["small"].items()
    }
    best = max(known, key=lambda name: known[name])
    return best if known[best] >= _FEWEST_KNOWN * len(words) else None
