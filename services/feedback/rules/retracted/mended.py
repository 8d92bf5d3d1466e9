"""What is quoted of an answer in place of a figure that was put right.

A quote without the figure, where that still tells something. Else the words that mend it stand with
those that they mend: "Actually nine." is no quote that anybody could understand.
"""

import re
from collections.abc import Iterator

from chassis.hearing.lexicon import even, signs
from chassis.hearing.substance import says_something
from chassis.hearing.text import Piece, all_words, content
from contracts.claims import ClaimKind
from contracts.evidence import Evidence, EvidenceType, Span
from services.feedback.rules.answering.answers import Answer
from services.feedback.rules.quotes import span_of
from services.feedback.rules.retracted.retraction import Retraction
from services.feedback.rules.retracted.slips import ROUGHLY

FEWEST_WORDS, FEWEST_IN_DEED = 3, 2
"""Of what stands before a retracted figure, to be worth quoting without it: "I saved" tells a deed
whatever the sum.
"""

WORD_END = re.compile(r"[^\w%]*\w+\W*$")
WORD_START = re.compile(r"^[\s,;:–—-]+")
_JOINT = re.compile(r"[;:,–—]\s|(?:(?<=\w\w)|(?<=%))[.!?]\s|\bbut\b")

_TELLS = re.compile(
    r"\b(?:was|were|is|are|had|has|have|i|we|they|he|she|took|came|went)\b|’(?:s|re|d|ve)\b",
    re.IGNORECASE,
)
LONGEST_JOINED = 300
"""Characters of a quote that holds both."""

Range = tuple[int, int]


def kept_evidence(each: Evidence, one: Retraction, answer: Answer) -> Iterator[Evidence]:
    """A quote without the figure; a measure is the figure that is right. What is right counts where
    that was said which it corrects, and as what that counted, if one answer holds both.
    """
    span = each.span
    if _holds_both(span, one):
        yield each
        return
    if _is_joined_to(span, one):
        yield from _joined(each, one, answer)
        return
    if touches(span, one.correction):
        start, end = right_of(one)
        if one.is_mention or not is_within(one.correction, one.said):
            start, end = max(start, span.start), min(end, span.end)
            quote = even(span.quote)[start - span.start : end - span.start]
            is_shown = each.type is EvidenceType.MEASURE or shows(each.type, quote)
            if is_shown and not _is_bare(quote) and answer.holds(one.said):
                yield from narrowed(each, start, end)
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
    quote = cut_before(span.quote, start - span.start)
    rest = WORD_START.sub("", span.quote[max(end - span.start, 0) :])
    if shows(each.type, even(rest)) and not shows(each.type, even(quote)):
        yield from narrowed(each, span.end - len(rest), span.end)
        return
    is_short = each.type is EvidenceType.OWN_ACTION or one.now is not None
    is_deed = each.type is EvidenceType.OWN_ACTION
    if is_deed and not says_something(each.type, even(quote)) and _can_join(each, one):
        return
    if len(all_words(quote)) >= (FEWEST_IN_DEED if is_short else FEWEST_WORDS):
        yield from narrowed(each, span.start, span.start + len(quote))
    elif one.figure.kind is ClaimKind.DATE:  # what happened in a wrong year happened all the same
        yield from narrowed(each, span.end - len(rest), span.end)


def _in_its_place(each: Evidence, one: Retraction, answer: Answer) -> Iterator[Evidence]:
    """The figure that is right, as what the wrong one was evidence of."""
    start, end = right_of(one)
    right = one.correction.part(start - one.correction.start, end - one.correction.start)
    if each.type is not EvidenceType.MEASURE or _is_bare(right.text):
        yield from _joined(each, one, answer)
    elif answer.holds(one.correction):
        yield each.model_copy(update={"span": span_of(answer, right)})


def _joined(each: Evidence, one: Retraction, answer: Answer) -> Iterator[Evidence]:
    """The quote with all that stands between it and the end of what mends it."""
    if _can_join(each, one):
        end = one.correction.end
        whole = Piece(one.correction.turn_id, each.span.start, end, "")
        yield each.model_copy(update={"span": span_of(answer, whole)})


def _can_join(each: Evidence, one: Retraction) -> bool:
    """Whether what is right stands behind in the same turn, near enough for one quote."""
    says_right = one.now is not None or ROUGHLY.search(one.correction.text)
    length = one.correction.end - each.span.start
    is_behind = each.span.document_id == one.correction.turn_id and length > 0
    return bool(says_right) and is_behind and length <= LONGEST_JOINED


def _holds_both(span: Span, one: Retraction) -> bool:
    """Whether a quote has the words that mend it already, behind those that they mend."""
    start, end = one.place
    is_behind = end <= one.correction.start and one.said.turn_id == one.correction.turn_id
    is_here = span.document_id == one.said.turn_id
    return is_here and is_behind and span.start < start and one.correction.end <= span.end


def _is_joined_to(span: Span, one: Retraction) -> bool:
    """Whether a quote that was mended ends with a figure that is mended once more."""
    is_here = span.document_id == one.said.turn_id == one.correction.turn_id
    return is_here and span.start < one.said.start and span.end == one.said.end


def _is_bare(text: str) -> bool:
    """Whether it tells nothing by itself: "25 percent", "more like nine"."""
    return not _TELLS.search(text)


def narrowed(each: Evidence, start: int, end: int) -> Iterator[Evidence]:
    span = each.span
    if start < end:
        quote = span.quote[start - span.start : end - span.start]
        kept = span.model_copy(update={"start": start, "end": end, "quote": quote})
        yield each.model_copy(update={"span": kept})


def right_of(one: Retraction) -> Range:
    """Of a correction: the part that says what is right, in its turn; empty where none does."""
    if one.now is None:
        return one.correction.start, one.correction.start
    text = one.correction.text
    start = max((j.end() for j in _JOINT.finditer(text, 0, one.now.start)), default=0)
    end = min((j.start() for j in _JOINT.finditer(text, one.now.end)), default=len(text))
    part = one.correction.part(start, end)
    return part.start, part.end


def shows(kind: EvidenceType, text: str) -> bool:
    """Whether a part of what was evidence of `kind` has the sign of it."""
    sign = signs().clause.get(kind)
    return sign is not None and bool(sign.search(text))


def touches(span: Span, piece: Piece) -> bool:
    return span.document_id == piece.turn_id and span.start < piece.end and piece.start < span.end


def is_within(piece: Piece, other: Piece) -> bool:
    is_same_turn = piece.turn_id == other.turn_id
    return is_same_turn and other.start <= piece.start and piece.end <= other.end


def cut_before(text: str, at: int) -> str:
    """What stands before `at`, ending with a word that carries something."""
    kept = text[: max(at, 0)].rstrip()
    while kept and not content((WORD_END.search(kept) or [kept])[0]):
        shorter = WORD_END.sub("", kept).rstrip()
        if shorter == kept:
            return ""
        kept = shorter
    return kept
