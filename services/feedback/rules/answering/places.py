"""Where evidence stands in what was said to one question."""

import re
from collections.abc import Sequence

from chassis.hearing.found import Found
from chassis.hearing.text import Piece
from contracts.evidence import DocumentKind, Evidence, Span
from contracts.interview import Turn

_TO_FIGURE = re.compile(r"^.*\d")
"""What a figure measures and the figure; not what the clause goes on to say."""


def evidence_of(found: Sequence[Found], said: Sequence[Turn]) -> list[Evidence]:
    texts = {turn.turn_id: turn.text for turn in said}
    return [
        Evidence(type=one.type, span=span_of_words(one.words, texts[one.words.turn_id]))
        for one in found
    ]


def holding(own: Sequence[Piece], evidence: Sequence[Evidence]) -> list[Piece]:
    """The sentences that hold some of it."""
    at = [(one.span.document_id, one.span.start) for one in evidence]
    return [
        sentence
        for sentence in own
        if any(
            turn == sentence.turn_id and sentence.start <= start < sentence.end
            for turn, start in at
        )
    ]


def is_among(sentence: Piece, others: Sequence[Piece]) -> bool:
    """Whether it is one of them, or what is left of one."""
    return any(
        sentence.turn_id == one.turn_id and one.start <= sentence.start < one.end for one in others
    )


def span_of_words(words: Piece, text: str) -> Span:
    return Span(
        document=DocumentKind.TRANSCRIPT,
        document_id=words.turn_id,
        start=words.start,
        end=words.end,
        quote=text[words.start : words.end],
    )


def without_spans(spans: Sequence[Span], sentence: Piece) -> str:
    text = sentence.text
    for span in sorted(spans, key=lambda span: -span.start):
        if span.document_id == sentence.turn_id:
            start, end = (max(0, at - sentence.start) for at in (span.start, span.end))
            text = text[:start] + _TO_FIGURE.sub(" ", text[start:end]) + text[end:]
    return text
