"""Another plan that a model may suggest before the start: asked for, then taken or left."""

from enum import StrEnum

from contracts.documents import Briefing
from contracts.message import InterviewId, Message


class SuggestionState(StrEnum):
    """CLOSED where nothing can be asked: no model is named, nobody knows whose names to hide, a
    document is erased, the interview has begun, or what was offered was taken or left. NONE where
    a model gave nothing of use.
    """

    CLOSED = "closed"
    OPEN = "open"
    WAITING = "waiting"
    OFFERED = "offered"
    NONE = "none"


class AskSuggestion(Message):
    """`briefing` is what the interview was planned from; the gateway carries it. Asking twice is
    asking once.
    """

    interview_id: InterviewId
    briefing: Briefing


class SettleSuggestion(Message):
    """Take what is offered in the place of the plan, made from `version`, or leave it."""

    interview_id: InterviewId
    version: int | None
    is_taken: bool
