"""Whether a quote really stands in a text, and where: the model says, the code looks.

Whole words only, and exact first; else the normalised text must match by 95 of 100
(`partial_ratio_alignment` of rapidfuzz, https://rapidfuzz.github.io/RapidFuzz/), and the span that
was found counts, not what was said.
"""

import re

from rapidfuzz import fuzz

LEAST_SCORE = 95.0
LEAST_CHARACTERS = 12
"""A shorter quote must stand as it is: at that length one letter makes another word."""


def find_quote(quote: str, text: str) -> tuple[int, int] | None:
    """`[start, end)` of `quote` in `text`; None where it does not stand there."""
    wanted = quote.strip()
    if not wanted:
        return None
    stands = re.search(_whole(wanted), text)
    if stands is not None:
        return stands.span()
    needle, (hay, places) = _normalised(wanted)[0], _normalised(text)
    if len(needle) < LEAST_CHARACTERS or len(needle) > len(hay):
        return None
    found = fuzz.partial_ratio_alignment(needle, hay, score_cutoff=LEAST_SCORE)
    if found is None or found.dest_start >= found.dest_end:
        return None
    start, end = places[found.dest_start], places[found.dest_end - 1] + 1
    return _widened(text, start, end)


def _whole(wanted: str) -> str:
    """An expression for these words where they are neither begun nor ended within a word."""
    before = r"(?<!\w)" if _is_letter(wanted[0]) else ""
    after = r"(?!\w)" if _is_letter(wanted[-1]) else ""
    return before + re.escape(wanted) + after


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """With the rest of the words at both ends."""
    while start > 0 and _is_letter(text[start]) and _is_letter(text[start - 1]):
        start -= 1
    while end < len(text) and _is_letter(text[end - 1]) and _is_letter(text[end]):
        end += 1
    return start, end


def _is_letter(char: str) -> bool:
    return char.isalnum() or char == "_"


def _normalised(text: str) -> tuple[str, list[int]]:
    """In lower case, letters and digits with single spaces, and where each stands in `text`."""
    kept: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        small = char.lower()
        if char.isalnum() and len(small) == 1:
            kept.append(small)
            places.append(place)
        elif kept and kept[-1] != " ":
            kept.append(" ")
            places.append(place)
    return "".join(kept).rstrip(), places
