"""Marks before lines that a list has elsewhere, or none: codes of criteria, quoted mail."""

import re
from collections.abc import Iterator, Sequence

_CODED = re.compile(
    r"^[ \t]*(?P<mark>[-*•][ \t]+)?(?P<code>(?P<letter>[A-Z])(?P<number>\d{1,2}))"
    r"(?P<end>[.):]?[ \t]+)(?=\S)",
    re.MULTILINE,
)
_QUOTED = re.compile(r"^(?:>[ \t]?)+", re.MULTILINE)
_QUOTES_MORE = re.compile(r"^>[ \t]*(?:$|[-*•>]|\d{1,2}[.)])", re.MULTILINE)
_OR_ALONE = re.compile(
    r"(?<=[^\s:;])(?P<join>[ \t]*\n(?:[ \t]*\n)?[ \t]*(?:[-–—*•][ \t]*)?"
    r"\(?(?P<or>or|oder|ou|and/or)\)?[ \t]*(?:[-–—][ \t]*)?:?[ \t]*\n"
    r"(?:[ \t]*\n)?[ \t]*(?:(?:[-*•·o]|\d{1,2}[.)])[ \t]+)?)(?=[^\W_])",
    re.IGNORECASE,
)
"""An "or" on a line of its own: what stands above it and below it is one point with a choice."""

_FEWEST = 2


def plainly(text: str) -> str:
    """`text` with marks that the rest of us knows, of the same length to the letter.

    "E1 A degree" above "E2 A licence" are points, and what stands behind ">" in a forwarded mail
    stands there for itself.
    """
    if len(_QUOTES_MORE.findall(text)) >= _FEWEST:
        text = _QUOTED.sub(lambda found: " " * len(found[0]), text)
    letters = list(text)
    for found in _in_series(list(_CODED.finditer(text))):
        start, end = found.start("code"), found.end("end")
        letters[start:end] = f"{' ' if found['mark'] else '-'}{' ' * (end - start - 1)}"
    return "".join(letters)


def in_one_line(text: str) -> str:
    """`text` with each "or" that has a line of its own in the line of what it parts, of the same
    length to the letter: "a degree", "or", "four years of work" is one point with a choice.
    """
    return _OR_ALONE.sub(lambda found: _in_line(found["join"], found["or"]), text)


def _in_line(join: str, word: str) -> str:
    """The word alone, as long as all of it."""
    at = join.lower().index(word.lower())
    return " " * at + word.lower() + " " * (len(join) - at - len(word))


def _in_series(found: Sequence[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Those with the same letter as one beside it, and the number before or behind its own."""
    for at, one in enumerate(found):
        beside = [*found[max(0, at - 1) : at], *found[at + 1 : at + 2]]
        if any(_is_next(one, other) or _is_next(other, one) for other in beside):
            yield one


def _is_next(one: re.Match[str], other: re.Match[str]) -> bool:
    return one["letter"] == other["letter"] and int(one["number"]) + 1 == int(other["number"])
