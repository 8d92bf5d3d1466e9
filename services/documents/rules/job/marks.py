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


def _in_series(found: Sequence[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Those with the same letter as one beside it, and the number before or behind its own."""
    for at, one in enumerate(found):
        beside = [*found[max(0, at - 1) : at], *found[at + 1 : at + 2]]
        if any(_is_next(one, other) or _is_next(other, one) for other in beside):
            yield one


def _is_next(one: re.Match[str], other: re.Match[str]) -> bool:
    return one["letter"] == other["letter"] and int(one["number"]) + 1 == int(other["number"])
