"""The one story in what was said to a question: the best try at it, without what is no part of it.

In practice a question may be answered again. Each try is a telling of its own; a reply that shows
nothing ("fine"), pasted text and orders to the program belong to none. A reply with a scene of its
own and other words is another story.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chassis.hearing.customs import asks_for_custom
from chassis.hearing.detectors import detect
from chassis.hearing.text import Piece, sentences
from contracts.evidence import EvidenceType
from contracts.feedback import FeedbackReport, QuestionFeedback
from contracts.interview import Speaker, Turn
from contracts.message import TurnId
from services.feedback.rules.answering.junk import readable_sentences, why_unreadable
from services.feedback.rules.answering.occasions import hardly_share, opens, tries_in
from services.feedback.rules.answering.private import without_private
from services.feedback.rules.retracted.disowned import Disowned
from services.feedback.rules.retracted.withdrawn import standing

_AROUND_A_DEED = {EvidenceType.SITUATION, EvidenceType.RESULT}


@dataclass(frozen=True)
class Telling:
    """What of one try tells something, what it shows, and the turns that it stands in."""

    text: str
    shown: frozenset[EvidenceType]
    turns: frozenset[TurnId]
    opens: bool
    """Whether it sets a scene and does something in it, read by itself."""

    @property
    def is_story(self) -> bool:
        """Whether it tells what somebody did, and when or with what result."""
        return EvidenceType.OWN_ACTION in self.shown and bool(self.shown & _AROUND_A_DEED)


def best_telling(
    report: FeedbackReport, question: QuestionFeedback, disowned: Sequence[Disowned] = ()
) -> Telling | None:
    """The try that shows most, the last of equals, without the deeds that were taken back; None
    where no try is a story.
    """
    turns = [turn for turn in report.transcript.turns if turn.question_id == question.question_id]
    asked = " ".join(turn.text for turn in turns if turn.speaker is Speaker.INTERVIEWER)
    tries = [_parts(said, asked, question, disowned) for said in tries_in(turns)]
    told = [telling for parts in tries for telling in _tellings(parts)]
    return max(
        (one for one in reversed(told) if one.is_story),
        key=lambda one: len(one.shown),
        default=None,
    )


def _tellings(parts: Iterator[Telling]) -> Iterator[Telling]:
    """The stories of one try: a reply goes on with the one before it, or begins another."""
    whole: Telling | None = None
    for part in parts:
        if whole and _is_another(part, whole):
            yield whole
            whole = None
        whole = _joined(whole, part) if whole else part
    if whole:
        yield whole


def _parts(
    said: Sequence[Turn], asked: str, question: QuestionFeedback, disowned: Sequence[Disowned]
) -> Iterator[Telling]:
    """What each reply tells, without those that show nothing."""
    read = [turn for turn in said if why_unreadable(turn.text) is None]
    told = without_private(
        readable_sentences([each for turn in read for each in sentences(turn)], asked)
    )
    for one in disowned:
        told = standing(told, one)
    heard = detect(told, of_custom=asks_for_custom(question.question))
    shown = {(one.words.turn_id, one.type) for one in heard if not one.is_unreal}
    shown |= {
        (TurnId(one.evidence.span.document_id), one.evidence.type) for one in question.what_landed
    }
    for turn in read:
        kinds = frozenset(kind for at, kind in shown if at == turn.turn_id)
        if kinds:
            alone = [each for each in told if each.turn_id == turn.turn_id]
            yield Telling(_words(turn, told), kinds, frozenset({turn.turn_id}), opens(alone))


def _joined(one: Telling, more: Telling) -> Telling:
    text, opens = f"{one.text}\n\n{more.text}", one.opens or more.opens
    return Telling(text, one.shown | more.shown, one.turns | more.turns, opens)


def _is_another(part: Telling, whole: Telling) -> bool:
    """Whether both set a scene and do something in it, and hardly share a word."""
    return part.opens and whole.opens and hardly_share(part.text, whole.text)


def _words(turn: Turn, told: Sequence[Piece]) -> str:
    """What `turn` tells, word for word and in its paragraphs."""
    own = [each for each in told if each.turn_id == turn.turn_id]
    text = ""
    for before, each in zip((None, *own), own, strict=False):
        gap = turn.text[before.end : each.start] if before else ""
        between = gap if not gap.strip() else " "
        text += between + turn.text[each.start : each.end]
    return text
