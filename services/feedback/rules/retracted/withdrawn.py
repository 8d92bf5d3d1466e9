"""Answers as they count once something in them was taken back.

What was taken back is no evidence of anything and is not quoted as such; of the words that take it
back only those count that say what is right.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from chassis.hearing.detectors import compares
from chassis.hearing.lexicon import even, signs
from chassis.hearing.text import Piece, all_words, content
from contracts.claims import ClaimKind
from contracts.evidence import Evidence, EvidenceType, Span
from contracts.message import TurnId
from services.feedback.rules.answering.answers import Answer
from services.feedback.rules.claimed.quotes import span_of
from services.feedback.rules.figures import Figure
from services.feedback.rules.retracted.disowned import Disowned, disowned_in
from services.feedback.rules.retracted.retractions import Retraction, retractions_in

FEWEST_WORDS, FEWEST_IN_DEED = 3, 2
"""Of what stands before a retracted figure, to be worth quoting without it: "I saved" tells a deed
whatever the sum.
"""

_SIGNS, _WRITTEN_OUT = "€$£", 100_000
_WORD_END = re.compile(r"\W*\w+\W*$")
_WORD_START = re.compile(r"^[\s,;:–—-]+")
_JOINT = re.compile(r"[;:,–—]\s|(?<=\w\w)[.!?]\s|\bbut\b")

Range = tuple[int, int]


def retractions_among(answers: Sequence[Answer]) -> list[Retraction]:
    """All figures that were taken back in one session, also of an earlier answer."""
    return [one for own, said in _in_order(answers) for one in retractions_in(own, said)]


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
        if content(part.text) and _WORD_END.search(part.text):
            yield part
        at = max(at, end)
    yield from (one for one in right if is_within(one, piece))


def _beside(each: Evidence, gone: Sequence[Piece]) -> Iterator[Evidence]:
    """A quote where nothing of it is gone; else what of it stands and shows the same by itself."""
    span = each.span
    whole = Piece(TurnId(span.document_id), span.start, span.end, even(span.quote))
    if not any(_touch(span, piece) for piece in gone):
        yield each
        return
    for stands in _outside(whole, gone, ()):
        part = stands.part(0, len(_cut(stands.text, len(stands.text))))
        if len(all_words(part.text)) >= FEWEST_WORDS and shows(each.type, part.text):
            yield from _narrowed(each, part.start, part.end)


def shows(kind: EvidenceType, text: str) -> bool:
    """Whether a part of what was evidence of `kind` has the sign of it."""
    sign = signs().clause.get(kind)
    return sign is not None and bool(sign.search(text))


def _of_right(evidence: Sequence[Evidence], one: Disowned) -> Iterator[Evidence]:
    """What shows something in what is right of a correction."""
    for each in evidence:
        for part in one.right:
            if _touch(each.span, part):
                start, end = max(part.start, each.span.start), min(part.end, each.span.end)
                yield from _narrowed(each, start, end)


def _without(answer: Answer, found: Sequence[Retraction]) -> Answer:
    own, evidence = list(answer.own), list(answer.evidence)
    is_compared = False
    for one in found:
        own = [part for piece in own for part in _kept(piece, one)]
        kept = (kept for each in evidence for kept in _kept_evidence(each, one, answer))
        evidence = list(dict.fromkeys(kept))
        is_compared |= one.now is not None and answer.holds(one.said) and compares(one.said)
    return replace(answer, own=tuple(own), evidence=tuple(evidence), is_compared=is_compared)


def _kept(piece: Piece, one: Retraction) -> Iterator[Piece]:
    """What is left of a piece: the words around the figure, or what is right now."""
    if is_within(piece, one.correction) and (one.is_mention or not is_within(piece, one.said)):
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


def _kept_evidence(each: Evidence, one: Retraction, answer: Answer) -> Iterator[Evidence]:
    """A quote without the figure; a measure is the figure that is right. What is right counts where
    that was said which it corrects, and as what that counted, if one answer holds both.
    """
    span = each.span
    if _touch(span, one.correction):
        start, end = _right(one)
        if one.is_mention or not is_within(one.correction, one.said):
            start, end = max(start, span.start), min(end, span.end)
            quote = even(span.quote)[start - span.start : end - span.start]
            is_shown = each.type is EvidenceType.MEASURE or shows(each.type, quote)
            if is_shown and answer.holds(one.said):
                yield from _narrowed(each, start, end)
            return
    start, end = one.place
    if span.document_id != one.said.turn_id or not (span.start < end and start < span.end):
        yield each
        return
    kept = [] if each.type is EvidenceType.MEASURE else list(_around_figure(each, one))
    yield from kept or _in_its_place(each, one, answer)


def _around_figure(each: Evidence, one: Retraction) -> Iterator[Evidence]:
    """What stands before the figure, where that is enough to be understood and shows it; else what
    stands behind, where that does.
    """
    span, (start, end) = each.span, one.place
    quote = _cut(span.quote, start - span.start)
    rest = _WORD_START.sub("", span.quote[max(end - span.start, 0) :])
    if shows(each.type, even(rest)) and not shows(each.type, even(quote)):
        yield from _narrowed(each, span.end - len(rest), span.end)
        return
    is_short = each.type is EvidenceType.OWN_ACTION or one.now is not None
    if len(all_words(quote)) >= (FEWEST_IN_DEED if is_short else FEWEST_WORDS):
        yield from _narrowed(each, span.start, span.start + len(quote))
    elif one.figure.kind is ClaimKind.DATE:  # what happened in a wrong year happened all the same
        yield from _narrowed(each, span.end - len(rest), span.end)


def _in_its_place(each: Evidence, one: Retraction, answer: Answer) -> Iterator[Evidence]:
    """The figure that is right, as what the wrong one was evidence of."""
    start, end = _right(one)
    if start < end and answer.holds(one.correction):
        right = one.correction.part(start - one.correction.start, end - one.correction.start)
        yield each.model_copy(update={"span": span_of(answer, right)})


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


def _touch(span: Span, piece: Piece) -> bool:
    return span.document_id == piece.turn_id and span.start < piece.end and piece.start < span.end


def is_within(piece: Piece, other: Piece) -> bool:
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
