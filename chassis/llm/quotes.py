"""Whether a quote really stands in a text, and where: the model says, the code looks.

Exact first; else the normalised text must match by 95 of 100 (`partial_ratio_alignment` of
rapidfuzz, https://rapidfuzz.github.io/RapidFuzz/), and the span that was found counts, not what
was said.
"""

from rapidfuzz import fuzz

LEAST_SCORE = 95.0
LEAST_CHARACTERS = 12
"""A shorter quote must stand as it is: at that length one letter makes another word."""


def find_quote(quote: str, text: str) -> tuple[int, int] | None:
    """`[start, end)` of `quote` in `text`; None where it does not stand there."""
    wanted = quote.strip()
    if not wanted:
        return None
    start = text.find(wanted)
    if start >= 0:
        return start, start + len(wanted)
    needle, (hay, places) = _normalised(wanted)[0], _normalised(text)
    if len(needle) < LEAST_CHARACTERS or len(needle) > len(hay):
        return None
    found = fuzz.partial_ratio_alignment(needle, hay, score_cutoff=LEAST_SCORE)
    if found is None or found.dest_start >= found.dest_end:
        return None
    return places[found.dest_start], places[found.dest_end - 1] + 1


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
