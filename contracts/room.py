"""How an interview is held: its difficulty, its pace, what is left of its time, and drafts."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from contracts.evidence import Level
from contracts.message import Count, InterviewId, Message, Slug, TurnId

GRACE_S = 15
"""After its time an answer is still taken for so long."""

MAX_ANSWER_CHARACTERS = 20_000

Pace = Annotated[int, Field(ge=1, le=3)]
"""How many times the planned time there is in a live session."""


class Difficulty(StrEnum):
    """Which wording of a question is asked: one that follows the answers, or always the same."""

    ADAPTIVE = "adaptive"
    ONE = "one"
    TWO = "two"
    THREE = "three"

    @property
    def level(self) -> Level | None:
        """The level that questions are held at; None where they follow the answers."""
        levels: dict[Difficulty, Level] = {
            Difficulty.ONE: 1,
            Difficulty.TWO: 2,
            Difficulty.THREE: 3,
        }
        return levels.get(self)


class Timing(Message):
    """What was left of a live session when this was told; `is_paused` while its clock stands."""

    question_s: Count
    whole_s: Count
    grace_s: Count
    is_paused: bool


class Unsent(Message):
    """A draft that was never sent: kept, and not scored."""

    question_id: Slug
    text: str


class SaveDraft(Message):
    """What is written so far to the open turn `asked`; the last one saved counts, empty is none."""

    interview_id: InterviewId
    asked: TurnId
    text: Annotated[str, Field(max_length=MAX_ANSWER_CHARACTERS)] = ""
