"""What a browser or a program may send about interviews."""

from typing import Annotated

from pydantic import Field

from contracts.interview import MAX_ANSWER_CHARACTERS, Answer, Mode, PlanChange
from contracts.message import FitId, InterviewId, Message, TurnId


class NewInterview(Message):
    """Planned from a fit report. Both modes give their feedback at the end for now."""

    fit_id: FitId
    mode: Mode = Mode.LIVE


class NewAnswer(Message):
    """`turn_id` is yours: the same one twice is one answer, so a resend is harmless.

    `asked` is the turn you answer, as the interview names it: an answer to another one than the
    open one is refused.
    """

    turn_id: TurnId
    asked: TurnId | None = None
    text: Annotated[str, Field(min_length=1, max_length=MAX_ANSWER_CHARACTERS)]

    def to(self, interview_id: InterviewId) -> Answer:
        return Answer(
            interview_id=interview_id, turn_id=self.turn_id, asked=self.asked, text=self.text
        )


class PlanForm(PlanChange):
    """`version` is what the form was made from."""

    version: Annotated[int, Field(ge=0)]

    def change(self) -> PlanChange:
        return PlanChange(**self.model_dump(exclude={"version"}))
