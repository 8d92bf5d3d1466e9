"""The API of another plan that a model suggests."""

from uuid import UUID

from apiflask import APIBlueprint
from flask import Blueprint, url_for

from contracts.interview import FindInterview
from contracts.message import InterviewId, Message
from contracts.suggestion import SettleSuggestion
from gateway.documents.sending_examples import WOULD_SEND
from gateway.freshness import version_asked, version_tag
from gateway.interview import examples
from gateway.interview.forms import Settled
from gateway.interview.suggestions import asking_for
from gateway.operation import KEYED, Located, operation
from gateway.session import mine

api: Blueprint = APIBlueprint(
    "suggestion_api",
    __name__,
    url_prefix="/api/v1/interviews/<uuid:interview_id>/suggestion",
    tag="Interviews",
)


@api.get("")
@operation(examples.SUGGESTION, fails=("not-found",))
def find_suggestion(interview_id: UUID) -> Message:
    """Another plan that a model suggests, or why there is none"""
    query = FindInterview(interview_id=InterviewId(interview_id))
    return mine().interview.find_suggestion(query)


@api.post("")
@operation(examples.SUGGESTING, status=202, fails=("not-found", "conflict", "not-ready", *KEYED))
def ask_suggestion(interview_id: UUID) -> Located:
    """Have a model suggest another plan; the plan stays until it is taken

    Only before the start, and only where a model is named. Asking twice is asking once.
    """
    view = mine().interview.ask_suggestion(asking_for(InterviewId(interview_id)))
    return view, {"Location": url_for(".find_suggestion", interview_id=interview_id)}


@api.get("/sending")
@operation(WOULD_SEND, fails=("not-found", "conflict", "not-ready"))
def preview_suggestion(interview_id: UUID) -> Message:
    """What would be sent to a provider to have another plan suggested"""
    return mine().interview.preview_suggestion(asking_for(InterviewId(interview_id)))


@api.post("/settle")
@operation(
    examples.PLANNED,
    takes=Settled(is_taken=True),
    fails=("not-found", "conflict", "changed-meanwhile", "version-needed", *KEYED),
)
def settle_suggestion(interview_id: UUID, body: Settled) -> Located:
    """Take what a model suggests in the place of the plan, or leave it

    Taken, the plan of the rules stays beside it: `restore` is back to that.
    """
    command = SettleSuggestion(
        interview_id=InterviewId(interview_id), version=version_asked(), is_taken=body.is_taken
    )
    interview = mine().interview.settle_suggestion(command)
    return interview, {"ETag": version_tag(interview.version)}
