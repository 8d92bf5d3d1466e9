"""Whether words are verse: a song or a poem, in which "I broke every wall" is no deed.

Verse rhymes where its lines end, and prose hardly ever does so twice in a few lines. Sounds are
compared by their letters, and the endings of grammar ("working", "testing") are no rhyme.
"""

import re
from collections.abc import Sequence
from itertools import islice

from chassis.hearing.text import Piece, all_words, clauses

FEWEST_RHYMES = 2
"""Of different sounds."""

RHYMING_SHARE = 0.2
"""Of the ends of lines, those that answer one before them."""

WITHIN = 4
"""Lines in which a rhyme is answered."""

FEWEST_LETTERS = 3
"""Of a sound in which a longer word rhymes."""

_GRAMMAR = re.compile(r"(?:ings?|ed|ers?|est|ions?|ment|ness|able|ous|ally|ely)$")
_ONE_SYLLABLE = re.compile(r"([^aeiouy]*)([aeiouy]+(?:[^aeiouy]+e?|e)?)$")
"""Its beginning, and the sound that rhymes."""


def is_verse(told: Sequence[Piece]) -> bool:
    """Whether lines that rhyme are a good part of it."""
    ends = [spoken[-1] for one in told for line in clauses(one) if (spoken := all_words(line.text))]
    rhymes = [sound for at, end in enumerate(ends) if (sound := _answered(end, ends[:at]))]
    return len(set(rhymes)) >= FEWEST_RHYMES and len(rhymes) >= RHYMING_SHARE * len(ends)


def _answered(end: str, before: Sequence[str]) -> str | None:
    """The sound in which `end` rhymes with another word among the last of those `before` it."""
    for other in islice(reversed(before), WITHIN):
        if sound := _sound_of(end, other) or _sound_of(other, end):
            return sound
    return None


def _sound_of(short: str, other: str) -> str | None:
    """That in which a word of one syllable rhymes with another, or with a longer one."""
    own, found = _ONE_SYLLABLE.fullmatch(short), _ONE_SYLLABLE.fullmatch(other)
    if own is None:
        return None
    is_alike = found[2] == own[2] and found[1] != own[1] if found else _ends_in(other, own[2])
    return own[2] if is_alike else None


def _ends_in(long: str, sound: str) -> bool:
    return len(sound) >= FEWEST_LETTERS and long.endswith(sound) and not _GRAMMAR.search(long)
