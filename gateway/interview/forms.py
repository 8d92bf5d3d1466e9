"""What a browser or a program may send about interviews."""

from typing import Annotated

from pydantic import Field

from contracts.interview import Answer, Mode, StartInterview
from contracts.message import FitId, InterviewId, Message, TurnId
from contracts.replanning import PlanChange
from contracts.room import MAX_ANSWER_CHARACTERS, Difficulty, Pace, SaveDraft


class NewInterview(Message):
    """Planned from a fit report. Live is timed, at the pace; practice has no clock."""

    fit_id: FitId
    mode: Mode = Mode.LIVE
    difficulty: Difficulty = Difficulty.ADAPTIVE
    pace: Pace = 1


class NewStart(Message):
    """How the interview is held; what is not chosen stays as it was planned."""

    mode: Mode | None = None
    difficulty: Difficulty | None = None
    pace: Pace | None = None

    def to(self, interview_id: InterviewId) -> StartInterview:
        return StartInterview(
            interview_id=interview_id,
            mode=self.mode,
            difficulty=self.difficulty,
            pace=self.pace,
        )


class NewDraft(Message):
    """What is written so far to the open turn `asked`."""

    asked: TurnId
    text: Annotated[str, Field(max_length=MAX_ANSWER_CHARACTERS)] = ""

    def to(self, interview_id: InterviewId) -> SaveDraft:
        return SaveDraft(interview_id=interview_id, asked=self.asked, text=self.text)


class DraftForm(NewDraft):
    """The form of an answer, saved instead of sent: its `turn_id` is for the sending."""

    turn_id: TurnId | None = None


class NewAnswer(Message):
    """`turn_id` is yours: the same one twice is one answer, so a resend is harmless.

    `asked` is the turn you answer, as the interview names it: an answer to another one than the
    open one is refused. If its time is over, the answer is refused and kept with what is unsent.
    """

    turn_id: TurnId
    asked: TurnId
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


class Settled(Message):
    """Whether a suggested plan is taken in the place of the plan, or left."""

    is_taken: bool


class SettleForm(Settled):
    """`version` is what the form was made from."""

    version: Annotated[int, Field(ge=0)]
