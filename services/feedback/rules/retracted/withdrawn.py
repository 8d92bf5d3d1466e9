"""Answers as they count once something in them was taken back.

What was taken back is no evidence of anything and is not quoted as such; of the words that take it
back only those count that say what is right.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from chassis.hearing.detectors import compares
from chassis.hearing.lexicon import even
from chassis.hearing.text import Piece, all_words, content
from contracts.claims import ClaimKind
from contracts.evidence import Evidence
from contracts.message import TurnId
from services.feedback.rules.answering.answers import Answer
from services.feedback.rules.figures import Figure
from services.feedback.rules.retracted.denied import is_mention
from services.feedback.rules.retracted.disowned import Disowned, disowned_in
from services.feedback.rules.retracted.mended import (
    FEWEST_WORDS,
    WORD_END,
    WORD_START,
    cut_before,
    is_within,
    kept_evidence,
    narrowed,
    right_of,
    shows,
    touches,
)
from services.feedback.rules.retracted.retraction import Retraction, to_the_last
from services.feedback.rules.retracted.retractions import retractions_in

_SIGNS, _WRITTEN_OUT = "€$£", 100_000


def retractions_among(answers: Sequence[Answer]) -> list[Retraction]:
    """All figures that were taken back in one session, also of an earlier answer."""
    found = (retractions_in(own, said) for own, said in _in_order(answers))
    return to_the_last([one for each in found for one in each])


def disowned_among(answers: Sequence[Answer]) -> list[Disowned]:
    """All deeds and stories that were taken back in one session."""
    return [one for own, said in _in_order(answers) for one in disowned_in(own, said)]


def _in_order(answers: Sequence[Answer]) -> Iterator[tuple[Sequence[Piece], Sequence[Piece]]]:
    """What was said to each question, and all that was said before."""
    said: list[Piece] = []
    for answer in answers:
        yield answer.own, list(said)
        said += answer.own


def without_retracted(answers: Sequence[Answer]) -> list[Answer]:
    """The answers as if what was taken back had not been said."""
    deeds, figures = disowned_among(answers), retractions_among(answers)
    return [_without(answer, figures) for answer in without_disowned(answers, deeds)]


def without_disowned(answers: Sequence[Answer], found: Sequence[Disowned]) -> list[Answer]:
    """The answers without the deeds in `found`, and without the words that take them back."""
    return [_without_deeds(answer, found) for answer in answers] if found else list(answers)


def _without_deeds(answer: Answer, found: Sequence[Disowned]) -> Answer:
    own, evidence = list(answer.own), list(answer.evidence)
    for one in found:
        gone = [*one.said, one.correction]
        own = standing(own, one)
        kept = [part for each in evidence for part in _beside(each, gone)]
        evidence = [*kept, *_of_right(evidence, one)]
    order = {turn.turn_id: turn.number for turn in answer.said}
    evidence.sort(key=lambda e: (order.get(TurnId(e.span.document_id), 0), e.span.start))
    return replace(answer, own=tuple(own), evidence=tuple(evidence))


def standing(pieces: Sequence[Piece], one: Disowned) -> list[Piece]:
    """What of `pieces` stands once a deed is taken back."""
    gone = [*one.said, one.correction]
    return [part for piece in pieces for part in _outside(piece, gone, one.right)]


def _outside(piece: Piece, gone: Sequence[Piece], right: Sequence[Piece]) -> Iterator[Piece]:
    """What of a piece stands outside all that is gone, and what is right of that."""
    cuts = sorted(
        (max(one.start, piece.start) - piece.start, min(one.end, piece.end) - piece.start)
        for one in gone
        if one.turn_id == piece.turn_id and one.start < piece.end and piece.start < one.end
    )
    if not cuts:
        yield piece
        return
    at = 0
    for start, end in [*cuts, (len(piece.text), len(piece.text))]:
        part = piece.part(at, max(start, at))
        if content(part.text) and WORD_END.search(part.text):
            yield part
        at = max(at, end)
    yield from (one for one in right if is_within(one, piece))


def _beside(each: Evidence, gone: Sequence[Piece]) -> Iterator[Evidence]:
    """A quote where nothing of it is gone; else what of it stands and shows the same by itself."""
    span = each.span
    whole = Piece(TurnId(span.document_id), span.start, span.end, even(span.quote))
    if not any(touches(span, piece) for piece in gone):
        yield each
        return
    for stands in _outside(whole, gone, ()):
        part = stands.part(0, len(cut_before(stands.text, len(stands.text))))
        if len(all_words(part.text)) >= FEWEST_WORDS and shows(each.type, part.text):
            yield from narrowed(each, part.start, part.end)


def _of_right(evidence: Sequence[Evidence], one: Disowned) -> Iterator[Evidence]:
    """What shows something in what is right of a correction."""
    for each in evidence:
        for part in one.right:
            if touches(each.span, part):
                start, end = max(part.start, each.span.start), min(part.end, each.span.end)
                yield from narrowed(each, start, end)


def _without(answer: Answer, found: Sequence[Retraction]) -> Answer:
    own, evidence = list(answer.own), list(answer.evidence)
    is_compared = False
    for one in found:
        own = [part for piece in own for part in _kept(piece, one)]
        kept = (kept for each in evidence for kept in kept_evidence(each, one, answer))
        evidence = list(dict.fromkeys(kept))
        is_compared |= one.now is not None and answer.holds(one.said) and compares(one.said)
    return replace(answer, own=tuple(own), evidence=tuple(evidence), is_compared=is_compared)


def _kept(piece: Piece, one: Retraction) -> Iterator[Piece]:
    """What is left of a piece: the words around the figure, or what is right now."""
    if is_within(piece, one.correction) and (one.is_mention or not is_within(piece, one.said)):
        start, end = right_of(one)
        start, end = max(start, piece.start), min(end, piece.end)
        if start < end:
            yield piece.part(start - piece.start, end - piece.start)
        return
    start, end = one.place
    if piece.turn_id != one.said.turn_id or not (piece.start < end and start < piece.end):
        yield piece
        return
    if is_mention(piece.text[: max(start - piece.start, 0)]):
        return
    before = piece.part(0, len(cut_before(piece.text, start - piece.start)))
    rest = piece.text[end - piece.start :]
    after = piece.part(len(piece.text) - len(WORD_START.sub("", rest)), len(piece.text))
    yield from (part for part in (before, after) if content(part.text))


def dated_anew(sentence: Piece, found: Sequence[Retraction]) -> tuple[Piece, list[Retraction]]:
    """A sentence with the years that are right, and which of `found` put them there."""
    text, used = sentence.text, []
    for one in found:
        if one.figure.kind is ClaimKind.DATE and is_within(one.said, sentence):
            year = f"{one.now.value:.0f}" if one.now else "----"
            text = text[: one.figure.start] + year + text[one.figure.end :]
            used.append(one)
    return replace(sentence, text=text), used


def put_right(one: Retraction, now: Figure) -> tuple[Figure, Piece]:
    """The figure that is right and the sentence of the wrong one with it."""
    text, wrong = one.said.text, one.figure
    sign = text[wrong.start] if text[wrong.start] in _SIGNS else ""
    said = f"{sign}{now.value:g}" if now.value < _WRITTEN_OUT else f"{sign}{now.value:.0f}"
    number_end = wrong.start + len(said)
    end = number_end + wrong.end - wrong.number_end
    right = Figure(now.kind, now.value, now.unit, wrong.start, number_end, end)
    return right, replace(one.said, text=text[: wrong.start] + said + text[wrong.number_end :])
