"""Letter-spaced print: where spaces between all letters part nothing, and wider ones part words."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from services.documents.extract.glyphs import Glyph

WORD_GAP = 0.15
"""In font heights: what parts words, beyond what the line leaves between all its letters."""

_SPACED = 0.06
_FEWEST = 4
_KERNED = 10
"""One gap in so many may be closed up by kerning."""


def needless(glyphs: Sequence[Glyph], places: Sequence[int]) -> set[int]:
    """Of spaces that were only guessed, those that stand between letters of one word.

    A place is the number of the glyph that the space stands before. Only of a line that leaves
    room between all its letters any are needless. Its largest print measures them all: small
    capitals stand as far apart as the large ones before them.
    """
    most = max((size for _, _, _, _, size, _, _ in glyphs), default=0) or 1
    gaps = [
        (left - right) / most
        for (_, _, right, _, _, _, _), (_, left, _, _, _, _, _) in pairwise(glyphs)
    ]
    if len(glyphs) < _FEWEST or not any(text.isalpha() for text, *_ in glyphs):
        return set()
    if sorted(gaps)[len(gaps) // _KERNED] < _SPACED:
        return set()
    widest = median(gaps) + WORD_GAP
    return {place for place in places if 0 < place <= len(gaps) and gaps[place - 1] <= widest}
