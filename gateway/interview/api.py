"""The API about interviews."""

from uuid import UUID

from apiflask import APIBlueprint
from flask import Blueprint, url_for

from contracts.interview import (
    FindInterview,
    FinishInterview,
    ListInterviews,
    StartInterview,
)
from contracts.message import InterviewId, Message, Scope
from contracts.replanning import ChangePlan, PlanChange, RepeatInterview
from gateway.border import refuse_body
from gateway.example_interview import TRANSCRIPT
from gateway.freshness import version_asked, version_tag
from gateway.interview import examples
from gateway.interview.forms import NewAnswer, NewInterview
from gateway.interview.planning import plan
from gateway.operation import KEYED, Located, operation
from gateway.privacy.erasure import erase
from gateway.privacy.examples import CASE
from gateway.session import mine

api: Blueprint = APIBlueprint(
    "interview_api", __name__, url_prefix="/api/v1/interviews", tag="Interviews"
)


@api.get("")
@operation(examples.INTERVIEWS)
def list_interviews() -> Message:
    """All interviews, newest first"""
    return mine().interview.list_interviews(ListInterviews())


@api.post("")
@operation(
    examples.PLANNED,
    status=201,
    takes=examples.NEW_INTERVIEW,
    fails=("not-found", "conflict", "not-ready", *KEYED),
)
def plan_interview(body: NewInterview) -> Located:
    """Plan an interview from a fit report: its questions, each with its reason"""
    interview = plan(body)
    address = url_for(".find_interview", interview_id=interview.interview_id)
    return interview, {"Location": address}


@api.post("/<uuid:interview_id>/again")
@operation(examples.PLANNED, status=201, fails=("not-found", "conflict", "invalid-input", *KEYED))
def repeat_interview(interview_id: UUID) -> Located:
    """Plan a finished interview once more: the same questions, worded as they were asked

    Levels of the same question can be compared; `/progress` does. It takes nothing: mode,
    difficulty and pace stay as they were. Where its résumé or job description is deleted: 409.
    """
    refuse_body()
    command = RepeatInterview(interview_id=InterviewId(interview_id))
    interview = mine().interview.repeat_interview(command)
    address = url_for(".find_interview", interview_id=interview.interview_id)
    return interview, {"Location": address}


@api.get("/<uuid:interview_id>")
@operation(examples.LIVE, fails=("not-found",))
def find_interview(interview_id: UUID) -> Message:
    """An interview with its plan, its turns and the open question"""
    return mine().interview.find_interview(_query(interview_id))


@api.post("/<uuid:interview_id>/plan")
@operation(
    examples.PLANNED,
    takes=examples.PLAN_CHANGE,
    fails=("not-found", "conflict", "invalid", "changed-meanwhile", "version-needed", *KEYED),
)
def change_plan(interview_id: UUID, body: PlanChange) -> Located:
    """Change the plan before the start: one question, or the level of all

    `do` says what; after the start the questions are fixed, and the answer is 409. `restore` is
    back to the questions that Mira planned.
    """
    command = ChangePlan(
        interview_id=InterviewId(interview_id), version=version_asked(), change=body
    )
    interview = mine().interview.change_plan(command)
    return interview, {"ETag": version_tag(interview.version)}


@api.post("/<uuid:interview_id>/start")
@operation(examples.LIVE, fails=("not-found", "conflict", "invalid-input", *KEYED))
def start_interview(interview_id: UUID) -> Message:
    """Start; starting twice is starting once

    It takes nothing: mode, difficulty and pace are chosen when the interview is planned.
    """
    refuse_body()
    return mine().interview.start_interview(StartInterview(interview_id=InterviewId(interview_id)))


@api.post("/<uuid:interview_id>/answers")
@operation(examples.LIVE, takes=examples.NEW_ANSWER, fails=("not-found", "conflict", *KEYED))
def answer(interview_id: UUID, body: NewAnswer) -> Message:
    """Answer what was asked last"""
    return mine().interview.answer(body.to(InterviewId(interview_id)))


@api.post("/<uuid:interview_id>/finish")
@operation(examples.FINISHED, fails=("not-found", "conflict", "invalid-input", *KEYED))
def finish_interview(interview_id: UUID) -> Message:
    """Finish; finishing twice is one finish. Then ask for `/report`"""
    refuse_body()
    return mine().interview.finish_interview(
        FinishInterview(interview_id=InterviewId(interview_id))
    )


@api.get("/<uuid:interview_id>/transcript")
@operation(TRANSCRIPT, fails=("not-found", "conflict"))
def find_transcript(interview_id: UUID) -> Message:
    """What was said, whole, once the interview is finished"""
    return mine().interview.find_transcript(_query(interview_id))


@api.delete("/<uuid:interview_id>")
@operation(CASE, status=202, fails=("not-found",))
def delete_interview(interview_id: UUID) -> Located:
    """Delete an interview with its transcript, scores and report"""
    return erase(Scope.SESSION, interview_id)


def _query(interview_id: UUID) -> FindInterview:
    return FindInterview(interview_id=InterviewId(interview_id))
