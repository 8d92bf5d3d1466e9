"""Words of a sentence, and whether two are forms of one."""

import re
from dataclasses import dataclass
from functools import cache

from services.documents.rules.amounts import IN_WORDS
from services.documents.rules.lexicon import plain
from services.documents.rules.phrases import any_of, read

_WORD = re.compile(r"(?<!\d)(?=\d*[^\W\d_])\w[\w.+#]*(?:[-’'][\w+#]+)*")
_AMOUNT = re.compile(r"\d[\d.,]*(?:[kmbxhs]|mn|bn|st|nd|rd|th|am|pm)?", re.IGNORECASE)
BEGINNING = 3
"""Letters in which two forms of a word agree, but for those that `forms_of` tells."""

_FEWEST = 4
"""Letters that two forms of one word share at least; shorter words have an -s at most."""

_LONGEST_SHARED = 2
"""Letters that the endings of two forms may begin with alike: supervising, supervision."""

_OF_Y = frozenset({"ies", "ied", "ier", "iers"})
_OF_SHORT = frozenset({frozenset({"", "s"}), frozenset({"y", "ies"})})


@dataclass(frozen=True)
class Word:
    """`said` is plain; it stands at `start` to `end`."""

    said: str
    start: int
    end: int


def words_of(sentence: str) -> tuple[Word, ...]:
    """Those with a letter in them that are no amounts ("10k", "3rd"), in their order."""
    of_time = {each.start(each.lastgroup or 0) for each in _of_time().finditer(sentence)}
    found = (
        each
        for each in _WORD.finditer(sentence)
        if not _AMOUNT.fullmatch(each[0]) and each.start() not in of_time
    )
    return tuple(Word(_plain(each[0]), *each.span()) for each in found)


def are_alike(one: str, other: str) -> bool:
    """Whether two plain words are forms of one: negotiating, negotiated; wrote, written."""
    if one == other:
        return True
    known = _forms()
    if known.get(one, one) == known.get(other, other):
        return True
    shared = _shared(one, other)
    if shared < _FEWEST:
        return shared == BEGINNING and _ends(one, other, shared) in _OF_SHORT
    cuts = range(max(_FEWEST, shared - _LONGEST_SHARED), shared + 1)
    return any(_ends(one, other, cut) <= _endings() for cut in cuts) or any(
        "y" in (ends := _ends(one, other, cut)) and ends & _OF_Y for cut in cuts
    )


def forms_of(word: str) -> tuple[str, ...]:
    """The forms of it that begin in another way."""
    at = _forms().get(word)
    return tuple(read("subject")["forms"][at]) if at is not None else ()


def is_bare(one: str, other: str) -> bool:
    """Whether `other` is the thing of what `one` does: the bank of banking."""
    return one.endswith("ing") and one.removesuffix("ing") in (other, other.removesuffix("s"))


def _ends(one: str, other: str, cut: int) -> frozenset[str]:
    return frozenset(_undoubled(word, cut) for word in (one, other))


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
def _of_time() -> re.Pattern[str]:
    """Till and minutes as words of time: no till of a shop, and no minutes of a meeting."""
    behind = any_of(read("subject")["until"])
    return re.compile(
        rf"(?<!\bthe )(?<!\ba )(?<!\bour )\b(?P<word>till) {behind}\b"
        rf"|(?:\d|\b(?:{IN_WORDS}|few))[ -]?(?P<minutes>minutes?)\b",
        re.IGNORECASE,
    )


@cache
def _forms() -> dict[str, int]:
    return {word: at for at, forms in enumerate(read("subject")["forms"]) for word in forms}


@cache
def _endings() -> frozenset[str]:
    return frozenset(read("subject")["endings"])
