"""Words of an answer as a claim quotes them, and what they speak of."""

from chassis.hearing.text import Piece, content
from contracts.evidence import DocumentKind, Span
from services.feedback.rules.answering.answers import Answer

ROOT = 5
"""Letters with which words of one family begin."""


def matter(text: str) -> frozenset[str]:
    """The beginnings of the words that carry something."""
    return frozenset(word[:ROOT] for word in content(text) if not word[0].isdigit())


def span_of(answer: Answer, piece: Piece) -> Span:
    return Span(
        document=DocumentKind.TRANSCRIPT,
        document_id=piece.turn_id,
        start=piece.start,
        end=piece.end,
        quote=answer.verbatim(piece),
    )
