"""What shows within one clause: a sign counts only where its clause does not say that it was not
so, was wanted, or would be.
"""

from collections.abc import Iterator, Sequence

from chassis.hearing.found import Found, has_deed
from chassis.hearing.lexicon import Sign, signs
from chassis.hearing.substance import says_something
from chassis.hearing.text import Piece, readable
from chassis.hearing.unreal import is_unreal
from contracts.evidence import EvidenceType

_EVEN_UNREAL = {EvidenceType.REASONING, EvidenceType.TRADE_OFF, EvidenceType.REFLECTION}
_EVEN_INTENDED = _EVEN_UNREAL | {EvidenceType.OWN_ACTION, EvidenceType.SITUATION}
_EVEN_NEGATED = {EvidenceType.SITUATION, EvidenceType.REASONING}


def found_within(
    sentence: Piece, cut: Sequence[Piece], *, acted: bool, habit: bool, now: bool
) -> list[Found]:
    """What shows within one clause of the sentence."""
    found: list[Found] = []
    unreal = False
    for place, clause in enumerate(cut):
        unreal = habit or is_unreal(clause, carried=unreal)
        is_behind = bool(acted or has_deed(found) or signs().modal["caused"].search(clause.text))
        table = _clause_signs(clause, acted=is_behind, now=now)
        opening = signs().opening.items() if place == 0 else ()
        lost = {EvidenceType.TRADE_OFF} if _is_forced(clause, cut[place + 1 : place + 2]) else set()
        held = [
            kind
            for kind, sign in (*table, *opening)
            if kind not in lost and holds(kind, sign, clause, unreal=unreal)
        ]
        would_do = signs().modal["would_do"].search(clause.text)
        explains = not would_do and _explains(clause, sentence)
        if not (held or would_do or explains):
            continue
        words = readable(place, cut, sentence)
        found += [Found(kind, words) for kind in held if says_something(kind, words.text)]
        if would_do:
            found.append(Found(EvidenceType.OWN_ACTION, words, is_unreal=True))
        elif explains and has_deed(found):
            found.append(Found(EvidenceType.REASONING, words))
    return found


def _is_forced(clause: Piece, behind: Sequence[Piece]) -> bool:
    """Whether who one was left no choice: "it took longer because I was a trainee"."""
    modal = signs().modal
    by_standing = any(modal["by_standing"].search(one.text) for one in (clause, *behind))
    return by_standing and not modal["chosen"].search(clause.text)


def _explains(clause: Piece, sentence: Piece) -> bool:
    """Whether a clause behind a colon or a semicolon says what is so: "I asked the porter first; he
    sees everybody who comes in".
    """
    behind = sentence.text[: clause.start - sentence.start].rstrip()
    return behind.endswith((":", ";")) and bool(signs().modal["is_so"].search(clause.text))


def _clause_signs(clause: Piece, *, acted: bool, now: bool) -> Iterator[tuple[EvidenceType, Sign]]:
    no_scene = acted and signs().begins["aftermath"].match(clause.text)
    for kind, sign in signs().clause.items():
        if kind is not EvidenceType.SITUATION or not no_scene:
            yield kind, sign
    if now:
        yield from signs().now.items()
    if acted:
        yield from signs().late.items()


def holds(
    kind: EvidenceType, sign: Sign, clause: Piece, *, unreal: bool, searched: bool = False
) -> bool:
    if unreal and kind not in _EVEN_UNREAL:
        return False
    modal = signs().modal
    hit = sign.search(clause.text)
    if hit is None and not searched:
        return False
    before = clause.text[: hit.start() if hit else len(clause.text)]
    return not (
        (modal["intended"].search(clause.text) and kind not in _EVEN_INTENDED)
        or (modal["negated"].search(before) and kind not in _EVEN_NEGATED)
        or (kind is EvidenceType.OWN_ACTION and _is_no_deed(clause, before))
        or (kind is EvidenceType.MEASURE and modal["foreseen"].search(before))
        or (kind is EvidenceType.RESULT and _is_no_end(clause))
    )


def _is_no_deed(clause: Piece, before: str) -> bool:
    """Whether somebody else says so, or it only says when one came to where it happened."""
    is_arrival = bool(signs().begins["arrival"].match(clause.text))
    return is_arrival or bool(signs().modal["reported"].search(before))


def _is_no_end(clause: Piece) -> bool:
    """Whether a clause only sets out, explains, or says what would have come of it."""
    is_set_out = bool(signs().begins["subordinate"].match(clause.text))
    return is_set_out or bool(signs().modal["foreseen"].search(clause.text))
