"""The one story in what was said to a question: the best try at it, without what is no part of it.

In practice a question may be answered again. Each try is a telling of its own; a reply that shows
nothing ("fine"), pasted text and orders to the program belong to none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from contracts.evidence import EvidenceType
from contracts.feedback import FeedbackReport, QuestionFeedback
from contracts.interview import Speaker, Turn, TurnKind
from contracts.message import TurnId
from services.feedback.rules.detectors import detect
from services.feedback.rules.junk import readable_sentences, why_unreadable
from services.feedback.rules.text import Piece, sentences

_AROUND_A_DEED = {EvidenceType.SITUATION, EvidenceType.RESULT}


@dataclass(frozen=True)
class Telling:
    """What of one try tells something, what it shows, and the turns that it stands in."""

    text: str
    shown: frozenset[EvidenceType]
    turns: frozenset[TurnId]

    @property
    def is_story(self) -> bool:
        """Whether it tells what somebody did, and when or with what result."""
        return EvidenceType.OWN_ACTION in self.shown and bool(self.shown & _AROUND_A_DEED)


def best_telling(report: FeedbackReport, question: QuestionFeedback) -> Telling | None:
    """The try that shows most, the last of equals; None where no try is a story."""
    turns = [turn for turn in report.transcript.turns if turn.question_id == question.question_id]
    asked = " ".join(turn.text for turn in turns if turn.speaker is Speaker.INTERVIEWER)
    told = [_telling(each, asked, question) for each in tries_in(turns)]
    return max(
        (one for one in reversed(told) if one.is_story),
        key=lambda one: len(one.shown),
        default=None,
    )


def tries_in(turns: Sequence[Turn]) -> Iterator[list[Turn]]:
    """The answers in `turns` of one question, try by try: each begins where it was asked again."""
    one: list[Turn] = []
    for turn in turns:
        if turn.kind is TurnKind.RETRY:
            yield one
            one = []
        elif turn.kind is TurnKind.ANSWER:
            one.append(turn)
    yield one


def _telling(said: Sequence[Turn], asked: str, question: QuestionFeedback) -> Telling:
    read = [turn for turn in said if why_unreadable(turn.text) is None]
    told = readable_sentences([each for turn in read for each in sentences(turn)], asked)
    shown = {(one.words.turn_id, one.type) for one in detect(told) if not one.is_unreal}
    shown |= {
        (TurnId(one.evidence.span.document_id), one.evidence.type) for one in question.what_landed
    }
    ours = [turn for turn in read if any(turn.turn_id == at for at, _ in shown)]
    kept = frozenset(turn.turn_id for turn in ours)
    return Telling(
        text="\n\n".join(_words(turn, told) for turn in ours),
        shown=frozenset(kind for at, kind in shown if at in kept),
        turns=kept,
    )


def _words(turn: Turn, told: Sequence[Piece]) -> str:
    """What `turn` tells, word for word and in its paragraphs."""
    own = [each for each in told if each.turn_id == turn.turn_id]
    text = ""
    for before, each in zip((None, *own), own, strict=False):
        gap = turn.text[before.end : each.start] if before else ""
        between = gap if not gap.strip() else " "
        text += between + turn.text[each.start : each.end]
    return text
