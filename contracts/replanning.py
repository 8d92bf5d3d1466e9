"""What can be changed of a plan before its interview starts, and planning one once more."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from contracts.evidence import Competency
from contracts.message import InterviewId, Message, Slug

MIN_QUESTIONS, MAX_QUESTIONS = 3, 8
MAX_QUESTION_CHARACTERS = 300
"""Of a question that the person writes."""

MAX_QUESTION_MINUTES = 10


class PlanEdit(StrEnum):
    """What can be done to a plan before the start. SET alone takes all questions if none is named;
    RESTORE is back to the questions that Mira planned.
    """

    SWAP = "swap"
    DROP = "drop"
    ADD = "add"
    WRITE = "write"
    MOVE = "move"
    SET = "set"
    RESTORE = "restore"


class PlanChange(Message):
    """One edit. SWAP, DROP and MOVE need a `question_id`, MOVE a `place` from 1, ADD and WRITE a
    `competency`, WRITE a `text`; SET sets a `level`, from 1, or `minutes`, or both. What an edit
    has no use for is refused.
    """

    do: PlanEdit
    question_id: Slug | None = None
    place: Annotated[int, Field(ge=1, le=MAX_QUESTIONS)] | None = None
    competency: Competency | None = None
    text: Annotated[str, Field(max_length=MAX_QUESTION_CHARACTERS)] = ""
    level: Annotated[int, Field(ge=1, le=3)] | None = None
    minutes: Annotated[float, Field(ge=1, le=MAX_QUESTION_MINUTES, multiple_of=0.5)] | None = None


class ChangePlan(Message):
    """`version` is that of the interview whose plan it was made from. Never after the start."""

    interview_id: InterviewId
    version: int | None
    change: PlanChange


class RepeatInterview(Message):
    """Plan a finished interview once more: the same questions, worded as they were asked."""

    interview_id: InterviewId
