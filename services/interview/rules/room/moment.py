"""Where a session stands when something is said."""

from dataclasses import dataclass
from datetime import datetime

from contracts.interview import Mode, Question, Speaker, Turn, TurnKind
from services.interview.domain import Session

_STOPPABLE = {TurnKind.CARE, TurnKind.CONFIRMATION}
"""After these the word that ends the session is not asked for twice."""

_AROUND = {TurnKind.BETWEEN, TurnKind.RETRY}
"""In these words stand around the question, or it is not in them: it is read as it was asked."""


@dataclass(frozen=True)
class Moment:
    """The session, its open question, and what of it was said last."""

    session: Session
    question: Question
    open_turn: Turn
    at: datetime

    @property
    def is_live(self) -> bool:
        return self.session.setting.mode is Mode.LIVE

    @property
    def is_between(self) -> bool:
        return self.open_turn.kind is TurnKind.BETWEEN

    @property
    def last(self) -> TurnKind:
        """The kind of what the interviewer said last."""
        return self.session.turns[-1].kind

    @property
    def is_stop_expected(self) -> bool:
        return self.last in _STOPPABLE

    @property
    def is_in_care(self) -> bool:
        """Whether a word of care stands last, or a pause after it."""
        ours = (
            turn.kind
            for turn in reversed(self.session.turns)
            if turn.speaker is Speaker.INTERVIEWER and turn.kind is not TurnKind.PAUSE
        )
        return next(ours, None) is TurnKind.CARE

    @property
    def is_later(self) -> bool:
        """Whether nothing was answered to the open question yet, and something before it."""
        is_any = any(turn.kind is TurnKind.ANSWER for turn in self.session.turns)
        return is_any and not self.told

    @property
    def is_last_question(self) -> bool:
        return self.question == self.session.plan.questions[-1]

    @property
    def is_follow_up(self) -> bool:
        return self.open_turn.kind is TurnKind.PROBE

    @property
    def asked(self) -> str:
        """The open question as it was asked, word for word."""
        return next(
            turn.text
            for turn in self.session.turns
            if turn.kind is TurnKind.QUESTION and turn.question_id == self.question.id
        )

    @property
    def open_words(self) -> str:
        """The open question or follow-up, as it is read once more."""
        return self.asked if self.open_turn.kind in _AROUND else self.open_turn.text

    @property
    def since(self) -> tuple[Turn, ...]:
        """What was said since that which is open."""
        return self.session.turns[self.open_turn.number + 1 :]

    @property
    def told(self) -> list[str]:
        """What was answered to the open question so far."""
        return [
            turn.text
            for turn in self.session.turns
            if turn.kind is TurnKind.ANSWER and turn.question_id == self.question.id
        ]
