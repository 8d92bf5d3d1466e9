"""What a candidate took back: "sorry, it was 5, not 12". The correction counts, the first does not.

What was taken back is no evidence of anything and is not quoted as such.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from chassis.hearing.text import Piece, all_words, content
from contracts.evidence import Evidence, EvidenceType
from services.feedback.rules.answers import Answer
from services.feedback.rules.figures import Figure, bare_numbers_in

FEWEST_WORDS = 3
"""Of what stands before a retracted figure, to be worth quoting without it."""

_CUE = re.compile(
    r"\b(?:sorry|correction|i mean|i meant|i misspoke|i should say|let me correct"
    r"|to correct myself|no, actually|actually, no|wait, no|rather)\b",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    r"^\W*(?:(?:well|no|oh|or|and|but)\b\W*)*"
    r"(?:(?:actually|really|in fact|in truth|to be (?:exact|precise|honest)|strictly(?: speaking)?)"
    r"\b\W*(?:it|that|this|there|they|we|he|she|i)\s+(?:was|were)\b"
    r"|(?:it|that|there|they|we)\s+(?:was|were)\b[^.?!]*?\b(?:actually|really|in fact|in truth)\b)",
    re.IGNORECASE,
)
"""Says how it was, against what was said before; it corrects only what it names."""
_NOT = re.compile(
    r"\b(?:not|instead of|rather than)\s+(?:a team of\s+|about\s+|the\s+)?$", re.IGNORECASE
)
_WORD_END = re.compile(r"\W*\w+\W*$")


@dataclass(frozen=True)
class Retraction:
    """A figure that was taken back, where it stands, and where the words stand that did so."""

    figure: Figure
    said: Piece
    correction: Piece
    now: Figure | None

    @property
    def place(self) -> tuple[int, int]:
        """Of the figure's number, in its turn."""
        return self.said.start + self.figure.start, self.said.start + self.figure.number_end


def retractions_in(sentences: Sequence[Piece]) -> list[Retraction]:
    """In the order of the corrections."""
    found: list[Retraction] = []
    for place, sentence in enumerate(sentences):
        said = _correction(sentence)
        if said is None:
            continue
        begins, at, is_by_name = said
        before = _before(sentences[:place], sentence, begins)
        after = bare_numbers_in(sentence.text[at:])
        taken_back, now = _told_apart(sentence.text[at:], after)
        if is_by_name and taken_back is None:
            continue
        meant = _meant(before, taken_back, now)
        if meant is not None and (now is not None or taken_back is not None):
            shifted = _shifted(now, at, meant[0]) if now else None
            found.append(Retraction(meant[0], meant[1], sentence, shifted))
    return found


def without_retracted(answer: Answer) -> Answer:
    """The answer as if the retracted figures had not been said."""
    places = {(one.said.turn_id, one.place) for one in retractions_in(answer.own)}
    if not places:
        return answer
    own, evidence = list(answer.own), list(answer.evidence)
    for turn, (start, end) in places:
        own = [_trimmed_piece(p, start, end) if p.turn_id == turn else p for p in own]
        evidence = [
            kept
            for one in evidence
            for kept in (_trimmed(one, start, end) if one.span.document_id == turn else (one,))
        ]
    return replace(answer, own=tuple(own), evidence=tuple(evidence))


def _correction(sentence: Piece) -> tuple[int, int, bool] | None:
    """Where words of correction begin and where what they correct does, and whether they correct
    only what is named; None where nothing is corrected.
    """
    if cue := _CUE.search(sentence.text):
        return cue.start(), cue.end(), False
    return (0, 0, True) if _PLAIN.search(sentence.text) else None


def _before(earlier: Sequence[Piece], sentence: Piece, until: int) -> list[tuple[Figure, Piece]]:
    """Every number said before the correction, the latest last."""
    said = [(figure, piece) for piece in earlier for figure in bare_numbers_in(piece.text)]
    return [*said, *((one, sentence) for one in bare_numbers_in(sentence.text) if one.end <= until)]


def _told_apart(text: str, numbers: Sequence[Figure]) -> tuple[Figure | None, Figure | None]:
    """Of "5, not 12": what is taken back, if it is named, and what is right."""
    taken = next((one for one in numbers if _NOT.search(text[: one.start])), None)
    return taken, next((one for one in numbers if one is not taken), None)


def _meant(
    before: Sequence[tuple[Figure, Piece]], taken_back: Figure | None, now: Figure | None
) -> tuple[Figure, Piece] | None:
    """The figure that a correction is about: the one that it names, else the last of its kind."""
    for figure, piece in reversed(before):
        if taken_back is not None:
            is_meant = figure.value == taken_back.value
        else:
            is_meant = now is not None and _may_become(figure, now)
        if is_meant:
            return figure, piece
    return None


def _may_become(figure: Figure, now: Figure) -> bool:
    """Only what says what it counts is taken back without being named."""
    is_other = bool(figure.unit) and figure.value != now.value
    return is_other and (not now.unit or figure.is_like(now))


def _shifted(now: Figure, by: int, like: Figure) -> Figure:
    """A correction's figure at its place in the sentence; it counts what the first one did."""
    unit = (now.kind, now.unit) if now.unit else (like.kind, like.unit)
    return Figure(unit[0], now.value, unit[1], now.start + by, now.number_end + by, now.end + by)


def _trimmed(one: Evidence, start: int, end: int) -> Iterator[Evidence]:
    """What is left of a quote without the figure; a measure is nothing without it."""
    span = one.span
    if not (span.start < end and start < span.end):
        yield one
    elif one.type is not EvidenceType.MEASURE:
        quote = _cut(span.quote, start - span.start)
        if len(all_words(quote)) >= FEWEST_WORDS:
            kept = span.model_copy(update={"end": span.start + len(quote), "quote": quote})
            yield one.model_copy(update={"span": kept})


def _trimmed_piece(piece: Piece, start: int, end: int) -> Piece:
    if not (piece.start < end and start < piece.end):
        return piece
    return piece.part(0, len(_cut(piece.text, start - piece.start)))


def _cut(text: str, at: int) -> str:
    """What stands before `at`, ending with a word that carries something."""
    kept = text[: max(at, 0)].rstrip()
    while kept and not content((_WORD_END.search(kept) or [kept])[0]):
        shorter = _WORD_END.sub("", kept).rstrip()
        if shorter == kept:
            return ""
        kept = shorter
    return kept
