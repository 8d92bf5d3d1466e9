"""Answers as they count once something in them was taken back.

What was taken back is no evidence of anything and is not quoted as such; of the words that take it
back only those count that say what is right.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from chassis.hearing.text import Piece, all_words, content
from contracts.evidence import Evidence, EvidenceType, Span
from services.feedback.rules.answers import Answer
from services.feedback.rules.retractions import Retraction, retractions_in

FEWEST_WORDS = 3
"""Of what stands before a retracted figure, to be worth quoting without it."""

_WORD_END = re.compile(r"\W*\w+\W*$")
_WORD_START = re.compile(r"^[\s,;:–—-]+")
_JOINT = re.compile(r"[;:,–—]\s|\bbut\b")

Range = tuple[int, int]


def retractions_among(answers: Sequence[Answer]) -> list[Retraction]:
    """All that was taken back in one session, also of an earlier answer."""
    found: list[Retraction] = []
    said: list[Piece] = []
    for answer in answers:
        found += retractions_in(answer.own, said)
        said += answer.own
    return found


def without_retracted(answers: Sequence[Answer]) -> list[Answer]:
    """The answers as if the retracted figures had not been said."""
    found = retractions_among(answers)
    return [_without(answer, found) for answer in answers] if found else list(answers)


def _without(answer: Answer, found: Sequence[Retraction]) -> Answer:
    own, evidence = list(answer.own), list(answer.evidence)
    for one in found:
        own = [part for piece in own for part in _kept(piece, one)]
        evidence = [kept for each in evidence for kept in _kept_evidence(each, one)]
    return replace(answer, own=tuple(own), evidence=tuple(evidence))


def _kept(piece: Piece, one: Retraction) -> Iterator[Piece]:
    """What is left of a piece: the words around the figure, or what is right now."""
    if _is_within(piece, one.correction) and not _is_within(piece, one.said):
        start, end = _right(one)
        if start < end:
            yield piece.part(start - piece.start, end - piece.start)
        return
    start, end = one.place
    if piece.turn_id != one.said.turn_id or not (piece.start < end and start < piece.end):
        yield piece
        return
    before = piece.part(0, len(_cut(piece.text, start - piece.start)))
    rest = piece.text[end - piece.start :]
    after = piece.part(len(piece.text) - len(_WORD_START.sub("", rest)), len(piece.text))
    yield from (part for part in (before, after) if content(part.text))


def _kept_evidence(each: Evidence, one: Retraction) -> Iterator[Evidence]:
    """A quote up to the figure; a measure is nothing without it."""
    span = each.span
    if span.document_id == one.correction.turn_id and _touch(span, one.correction):
        start, end = _right(one)
        if not _is_within(one.correction, one.said):
            yield from _narrowed(each, max(start, span.start), min(end, span.end))
            return
    start, end = one.place
    if span.document_id != one.said.turn_id or not (span.start < end and start < span.end):
        yield each
    elif each.type is not EvidenceType.MEASURE:
        quote = _cut(span.quote, start - span.start)
        if len(all_words(quote)) >= FEWEST_WORDS:
            yield from _narrowed(each, span.start, span.start + len(quote))


def _narrowed(each: Evidence, start: int, end: int) -> Iterator[Evidence]:
    span = each.span
    if start < end:
        quote = span.quote[start - span.start : end - span.start]
        kept = span.model_copy(update={"start": start, "end": end, "quote": quote})
        yield each.model_copy(update={"span": kept})


def _right(one: Retraction) -> Range:
    """Of a correction: the part that says what is right, in its turn; empty where none does."""
    if one.now is None:
        return one.correction.start, one.correction.start
    text = one.correction.text
    start = max((j.end() for j in _JOINT.finditer(text, 0, one.now.start)), default=0)
    end = min((j.start() for j in _JOINT.finditer(text, one.now.end)), default=len(text))
    part = one.correction.part(start, end)
    return part.start, part.end


def _touch(span: Span, piece: Piece) -> bool:
    return span.start < piece.end and piece.start < span.end


def _is_within(piece: Piece, other: Piece) -> bool:
    is_same_turn = piece.turn_id == other.turn_id
    return is_same_turn and other.start <= piece.start and piece.end <= other.end


def _cut(text: str, at: int) -> str:
    """What stands before `at`, ending with a word that carries something."""
    kept = text[: max(at, 0)].rstrip()
    while kept and not content((_WORD_END.search(kept) or [kept])[0]):
        shorter = _WORD_END.sub("", kept).rstrip()
        if shorter == kept:
            return ""
        kept = shorter
    return kept
