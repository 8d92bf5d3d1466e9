"""Alternatives of an expression told apart by how they begin: the same matches, found sooner.

Python's `re` tries one alternative after the other wherever a word begins; with case ignored it
enters each of them. So "error|cost|complaint" is written as "error|c(?:ost|omplaint)".
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

_ATOM = re.compile(r"[^\\\[()|]+|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)
"""Letters and what else stands for itself here, an escape, a set, or a mark."""
_SPACED = re.compile(r"(\\.|\[\^?\]?(?:\\.|[^\]\\])*\])|\s+", re.DOTALL)
_GROUP = re.compile(r"\(\?(?::|P<\w+>)")
_OPENS = re.compile(r"\(\?(?::|=|!|P<\w+>)")
_LETTER = re.compile(r"[a-z](?![?*+{])")
_TIMES = tuple("?*+{")
_EDGE = r"\b"
_WORTH_A_LOOK = 4
"""So many first letters: then one look at the letter spares all of them where it is none of theirs.
"""


def branched(expression: str) -> str:
    """The same expression; for `re.compile` without VERBOSE, with or without IGNORECASE.

    Of two alternatives that begin with different letters no text matches both, and those that
    begin alike keep their order: so the same one matches as before. What begins otherwise keeps
    its place among all. Groups keep their names; their numbers may change.
    """
    alternatives = list(_alternatives(expression))
    joined = "|".join(_grouped(alternatives))
    letters = _first_letters(alternatives) if len(alternatives) > 1 else ""
    return f"(?=[{letters}])(?:{joined})" if len(letters) >= _WORTH_A_LOOK else joined


def unspaced(expression: str) -> str:
    """One that was written for VERBOSE, and has no comments, to be read as it stands."""
    return _SPACED.sub(lambda found: found[1] or "", expression)


def _alternatives(expression: str) -> Iterator[str]:
    for one in _split(expression):
        if one.startswith("(?:") and _end_of_group(one, 0) == len(one):
            yield from _alternatives(one[3:-1])
        else:
            yield one


def _split(expression: str) -> Iterator[str]:
    """At the bars that stand in no group."""
    depth = begin = 0
    for atom in _ATOM.finditer(expression):
        depth += (atom[0] == "(") - (atom[0] == ")")
        if atom[0] == "|" and not depth:
            yield expression[begin : atom.start()]
            begin = atom.end()
    yield expression[begin:]


def _end_of_group(expression: str, start: int) -> int:
    """Where the group that opens at `start` is closed again. Raises ValueError if nowhere."""
    depth = 0
    for atom in _ATOM.finditer(expression, start):
        depth += (atom[0] == "(") - (atom[0] == ")")
        if not depth:
            return atom.end()
    raise ValueError("a group that does not end")


def _grouped(alternatives: Iterable[str]) -> Iterator[str]:
    for kind, run in groupby(alternatives, _kind):
        if not kind:
            yield from map(_within, run)
            continue
        begun: dict[str, list[str]] = {}
        for each in run:
            begun.setdefault(_beginning(each), []).append(each)
        for beginning, some in begun.items():
            yield _joined(beginning, some)


def _joined(beginning: str, some: list[str]) -> str:
    if len(some) == 1:
        return _within(some[0])
    rest = branched("|".join(each.removeprefix(beginning) for each in some))
    is_one = len(list(_split(rest))) == 1
    return f"{beginning}{rest}" if is_one else f"{beginning}(?:{rest})"


def _kind(alternative: str) -> str:
    """Those of one kind exclude each other, or begin alike; empty where neither is known."""
    if alternative.startswith(_EDGE):
        return "edge"
    return "letter" if _LETTER.match(alternative) else ""


def _beginning(alternative: str) -> str:
    return _EDGE if alternative.startswith(_EDGE) else alternative[0]


def _first_letters(alternatives: Iterable[str]) -> str:
    """With which a match of any of them begins; empty where one may begin with something else."""
    known = [_first_letters_of(each) for each in alternatives]
    return "".join(sorted(set("".join(known)))) if all(known) else ""


def _first_letters_of(alternative: str) -> str:
    if _LETTER.match(alternative):
        return alternative[0]
    opens = _GROUP.match(alternative)
    end = _end_of_group(alternative, 0) if opens else 0
    if opens is None or alternative.startswith(_TIMES, end):
        return ""
    return _first_letters(_alternatives(alternative[opens.end() : end - 1]))


def _within(expression: str) -> str:
    """The groups in it branched; those with flags of their own, or behind a look back, as is."""
    pieces, at = [], 0
    while opened := _next_group(expression, at):
        start, end = opened
        pieces.append(expression[at:start])
        opens = _OPENS.match(expression, start)
        inner = f"{opens[0]}{branched(expression[opens.end() : end - 1])})" if opens else ""
        pieces.append(inner or expression[start:end])
        at = end
    return "".join([*pieces, expression[at:]])


def _next_group(expression: str, at: int) -> tuple[int, int] | None:
    """Where the next one from `at` on begins and ends."""
    for atom in _ATOM.finditer(expression, at):
        if atom[0] == "(":
            return atom.start(), _end_of_group(expression, atom.start())
    return None
