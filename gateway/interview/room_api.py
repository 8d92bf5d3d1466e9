"""The API about what is written and not sent, and about one answer in practice."""

from uuid import UUID

from apiflask import APIBlueprint
from flask import Blueprint

from contracts.interview import FindInterview
from contracts.message import InterviewId, Message
from gateway.feedback.examples import JUDGED
from gateway.interview import examples
from gateway.interview.forms import NewDraft
from gateway.interview.judging import judged
from gateway.operation import operation
from gateway.session import mine

api: Blueprint = APIBlueprint(
    "room_api", __name__, url_prefix="/api/v1/interviews", tag="Interviews"
)


@api.put("/<uuid:interview_id>/draft")
@operation(examples.LIVE, takes=examples.NEW_DRAFT, fails=("not-found", "conflict"))
def save_draft(interview_id: UUID, body: NewDraft) -> Message:
    """Keep what is written so far; the same twice is one, empty is none"""
    return mine().interview.save_draft(body.to(InterviewId(interview_id)))


@api.get("/<uuid:interview_id>/questions/<question_id>/feedback")
@operation(JUDGED, fails=("not-found",))
def judge_answer(interview_id: UUID, question_id: str) -> Message:
    """In practice, what the last try at a question shows; nothing of it is kept"""
    query = FindInterview(interview_id=InterviewId(interview_id))
    return judged(mine().interview.find_interview(query), question_id)
