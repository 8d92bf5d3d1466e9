"""Sentences of an answer that stand in the person's résumé: said again, and told to nobody new.

Of an answer that is mostly made of them they show nothing, whatever figures they hold: what was
given beforehand is no answer. A story of one's own may have a line of the résumé in it.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from chassis.hearing.relevance import root_of
from chassis.hearing.text import Piece, content, sentences, sentences_of
from contracts.claims import ResumeFacts
from contracts.evidence import Span
from contracts.interview import Transcript, Turn
from contracts.message import TurnId
from services.feedback.rules.answering.occasions import tries_in
from services.feedback.rules.answering.places import span_of_words

RECITED = "recited-resume"

SAME_SHARE = 0.8
"""Of the neighbouring content words of a sentence: told again freely, hardly half are the same."""

MOSTLY = 0.5
"""Of the content words of an answer."""

_Pair = tuple[str, str]


def with_recited(transcript: Transcript, facts: ResumeFacts | None) -> Transcript:
    """`transcript` with the sentences marked that show nothing because the lines in `facts` say
    the same; with none marked where there are no `facts`. Safe to repeat.
    """
    known = {
        pair
        for line in (facts.lines if facts else ())
        for piece in sentences_of(TurnId(line.document_id), line.quote)
        for pair in _pairs(piece)
    }
    recited = tuple(_recited(transcript, known)) if known else ()
    return transcript.model_copy(update={"recited": recited})


def without_recited(pieces: Sequence[Piece], transcript: Transcript) -> list[Piece]:
    """Those that are not marked."""
    marked = {(one.document_id, one.start) for one in transcript.recited}
    return [piece for piece in pieces if (piece.turn_id, piece.start) not in marked]


def _recited(transcript: Transcript, known: set[_Pair]) -> Iterator[Span]:
    for question in transcript.plan.questions:
        turns = [turn for turn in transcript.turns if turn.question_id == question.id]
        for said in tries_in(turns):
            yield from _recited_in(said, known)


def _recited_in(said: Sequence[Turn], known: set[_Pair]) -> Iterator[Span]:
    """Of one answer: all such sentences where they are most of it, and none where they are not."""
    pieces = [(piece, turn.text) for turn in said for piece in sentences(turn)]
    same = [(piece, text) for piece, text in pieces if _is_known(piece, known)]
    if sum(map(_weight, same)) >= MOSTLY * sum(map(_weight, pieces)):
        yield from (span_of_words(piece, text) for piece, text in same)


def _weight(placed: tuple[Piece, str]) -> int:
    return len(content(placed[0].text))


def _is_known(piece: Piece, known: set[_Pair]) -> bool:
    pairs = _pairs(piece)
    return bool(pairs) and sum(one in known for one in pairs) >= SAME_SHARE * len(pairs)


def _pairs(piece: Piece) -> list[_Pair]:
    return list(pairwise(map(root_of, content(piece.text))))
