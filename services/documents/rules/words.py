"""Words of a sentence, and whether two are forms of one."""

import re
from dataclasses import dataclass
from functools import cache

from services.documents.rules.lexicon import plain
from services.documents.rules.phrases import read

_WORD = re.compile(r"(?=\d*[^\W\d_])\w[\w.+#]*(?:[-’'][\w+#]+)*")
_FEWEST = 4
"""Letters that two forms of one word share at least; shorter words have an -s at most."""

_OF_Y = frozenset({"ies", "ied", "ier", "iers"})


@dataclass(frozen=True)
class Word:
    """`said` is plain; it stands at `start` to `end`."""

    said: str
    start: int
    end: int


def words_of(sentence: str) -> tuple[Word, ...]:
    """Those with a letter in them, in their order."""
    found = _WORD.finditer(sentence)
    return tuple(Word(_plain(each[0]), *each.span()) for each in found)


def are_alike(one: str, other: str) -> bool:
    """Whether two plain words are forms of one: negotiating, negotiated; wrote, written."""
    if one == other:
        return True
    known = _forms()
    if known.get(one, one) == known.get(other, other):
        return True
    shared = _shared(one, other)
    ends = {_undoubled(word, shared) for word in (one, other)}
    if "y" in ends:
        return shared >= _FEWEST - 1 and ends & _OF_Y != set()
    if shared < _FEWEST:
        return shared == _FEWEST - 1 and ends == {"", "s"}
    return ends <= _endings()


def _plain(word: str) -> str:
    """Without what makes it somebody's."""
    return re.sub(r"[’']s?$", "", plain(word.rstrip(".").replace("’", "'")))


def _shared(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _undoubled(word: str, shared: int) -> str:
    """What stands behind the common beginning: "ed" in planned, after plan."""
    end = word[shared:]
    return end[1:] if shared and len(end) > 1 and end[0] == word[shared - 1] else end


@cache
def _forms() -> dict[str, int]:
    return {word: at for at, forms in enumerate(read("subject")["forms"]) for word in forms}


@cache
def _endings() -> frozenset[str]:
    return frozenset(read("subject")["endings"])
