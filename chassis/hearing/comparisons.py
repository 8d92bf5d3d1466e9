"""A state before set against a state after, where each is told in a sentence of its own.

"Scrap was 7 percent when I came. … It is 2.5 percent now." The first stands before the first deed
or says that it is of before; the second stands behind the deed. Both have a number, and they count
the same: by their unit, by a word that both clauses have, or by a pronoun in place of it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chassis.hearing.lexicon import Sign, sign_lists, signs
from chassis.hearing.text import Piece, clauses, content, readable
from contracts.evidence import EvidenceType

FEWEST = 2
"""States: one alone is told against none."""

_ROOT = 5
_TIMES = frozenset({"minute", "hour", "day", "night", "week", "month", "term", "season", "year"})
"""Units that measure the same, told in whichever of them."""

_COUNTS_TIMES = {"once": "time", "twice": "time"}
"""Numbers that say themselves what they count; "three times" has it as its unit."""

_PLURAL = re.compile(r"(?<=\w{2})s$")


@dataclass(frozen=True)
class _State:
    """A clause with a number: its unit, the roots of its words, and whether it names neither.

    `is_set_against`: it is what was foreseen, or how it had gone the last time.
    """

    words: Piece
    number: str
    unit: str
    roots: frozenset[str]
    is_bare: bool
    is_set_against: bool


def compared_across(sentences: Sequence[Piece]) -> list[Piece]:
    """The clauses behind the first deed whose number is told against one of before."""
    told = [one for one in sentences if content(one.text) or _has_number(one.text)]
    said = [one for sentence in told for one in _states(sentence)]
    if sum(state is not None for _, state in said) < FEWEST:
        return []
    return [*_told_on(said), *_told_back(said)]


def _told_on(said: Sequence[tuple[Piece, _State | None]]) -> Iterator[Piece]:
    """Those that say what is so now, behind what was before."""
    before: list[_State] = []
    acted = False
    for clause, state in said:
        if state:
            is_now = bool(_lists("of_now").search(clause.text)) or _is_foreseen(clause, before)
            if not (acted or is_now) or _is_of_before(clause):
                before.append(state)
            elif any(_compares(one, state) for one in _open_to(clause, before)):
                yield state.words
        acted = acted or _is_deed(clause)


def _is_foreseen(clause: Piece, before: Sequence[_State]) -> bool:
    """Whether it tells a deed for which something was foreseen."""
    return _is_deed(clause) and any(one.is_set_against for one in before)


def _open_to(clause: Piece, before: Sequence[_State]) -> list[_State]:
    """Those of `before` that a clause may be compared with: a deed only with what was foreseen."""
    if _tells_after(clause):
        return list(before)
    return [one for one in before if one.is_set_against and _is_deed(clause)]


def _told_back(said: Sequence[tuple[Piece, _State | None]]) -> Iterator[Piece]:
    """Those that say what was before only afterwards: "it was six. The year before, thirty". What
    was foreseen is set against the figure of a deed too.
    """
    after: list[_State] = []
    done: list[_State] = []
    acted = False
    for clause, state in said:
        is_deed = bool(state or not acted) and _is_deed(clause)
        if state and acted and _is_of_before(clause):
            told = [*(done[-1:] if state.is_set_against else []), *after[-2:]]
            yield from (one.words for one in told if _is_told_back(state, one))
        elif state and acted and _tells_after(clause):
            after.append(state)
        elif state and is_deed:
            done.append(state)
        acted = acted or is_deed


def _states(sentence: Piece) -> Iterator[tuple[Piece, _State | None]]:
    """The clauses of a sentence, each with what its number is of."""
    cut = _cut(sentence)
    for place, clause in enumerate(cut):
        yield clause, _state(place, cut, sentence)


def _cut(sentence: Piece) -> list[Piece]:
    """Its clauses; a bare "before" or "now" is one with what it is said of: "Now, 15"."""
    cut: list[Piece] = []
    for clause in clauses(sentence):
        if cut and _lists("bare_time").fullmatch(cut[-1].text):
            start = cut.pop().start
            cut.append(sentence.part(start - sentence.start, clause.end - sentence.start))
        else:
            cut.append(clause)
    return cut


def _state(place: int, cut: Sequence[Piece], sentence: Piece) -> _State | None:
    clause = cut[place]
    hit = next(_numbers(clause.text), None)
    if hit is None or _sets_out(clause, sentence):
        return None
    unit = _PLURAL.sub("", (hit["unit"] or "").lower())
    unit = "%" if unit in {"percent", "per cent"} else unit
    unit = unit or _COUNTS_TIMES.get(hit["number"].lower(), "")
    rest = clause.text[: hit.start()] + " " + clause.text[hit.end("number") :]
    roots = frozenset(word[:_ROOT] for word in content(rest) if word.isalpha())
    roots -= frozenset(_lists("no_object").findall(" ".join(roots)))
    is_bare = bool(_lists("pronoun").search(clause.text[: hit.start()])) or not roots
    is_set_against = bool(_lists("set_against").search(clause.text))
    words = readable(place, cut, sentence)
    return _State(words, hit["number"].lower(), unit, roots, is_bare, is_set_against)


def _sets_out(clause: Piece, sentence: Piece) -> bool:
    """Whether a "when" only says when: in "last year, when …" a time of before stands in front."""
    is_time = any(_lists(name).match(clause.text) for name in ("bare_time", "before_that"))
    if is_time or signs().begins["subordinate"].match(clause.text) is None:
        return False
    in_front = sentence.text[: clause.start - sentence.start]
    return not (_lists("of_before").search(in_front) and clause.text.lower().startswith("when"))


def _has_number(text: str) -> bool:
    return any(True for _ in _numbers(text))


def _numbers(text: str) -> Iterator[re.Match[str]]:
    for hit in _lists("number").finditer(text):
        if not _lists("no_amount").search(text[: hit.end()]):
            yield hit


def _is_of_before(clause: Piece) -> bool:
    return any(_lists(name).search(clause.text) for name in ("of_before", "set_against"))


def _compares(before: _State, after: _State) -> bool:
    if (before.number, before.unit) == (after.number, after.unit):
        return False
    if before.is_set_against and (not before.unit or {before.unit, after.unit} <= _TIMES):
        return True
    if before.number == after.number:
        return False
    is_same_unit = bool(before.unit) and before.unit == after.unit
    return is_same_unit or bool(before.roots & after.roots) or (after.is_bare and bool(before.unit))


def _is_told_back(before: _State, after: _State) -> bool:
    """What names nothing and is told behind it counts the same: "two faults now. Before, nine"."""
    return _compares(before, after) or (
        before.is_bare and bool(after.unit) and before.number != after.number
    )


def _tells_after(clause: Piece) -> bool:
    modal = signs().modal
    is_told = not (modal["unreal"].search(clause.text) or modal["intended"].search(clause.text))
    return is_told and bool(_lists("of_after").search(clause.text))


def _is_deed(clause: Piece) -> bool:
    is_told = signs().clause[EvidenceType.OWN_ACTION].search(clause.text)
    return bool(is_told) and not signs().modal["unreal"].search(clause.text)


def _lists(name: str) -> Sign:
    return sign_lists("comparisons.toml")[name]
