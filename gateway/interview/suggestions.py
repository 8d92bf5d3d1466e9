"""What a suggestion is asked with: the gateway carries the briefing that the plan was made from."""

from chassis.errors import NotFound, Unavailable
from contracts.documents import FindFit
from contracts.interview import FindInterview, InterviewState, InterviewView, SuggestionView
from contracts.message import InterviewId
from contracts.suggestion import AskSuggestion
from gateway.session import mine


def asking_for(interview_id: InterviewId) -> AskSuggestion:
    """Raises NotFound where the fit that the plan was made from is gone, and as the fit does."""
    ask = mine()
    interview = ask.interview.find_interview(FindInterview(interview_id=interview_id))
    if interview.fit_id is None:
        raise NotFound("What this plan was made from has been deleted.")
    briefing = ask.documents.find_briefing(FindFit(fit_id=interview.fit_id))
    return AskSuggestion(interview_id=interview_id, briefing=briefing)


def suggestion_now(interview: InterviewView) -> SuggestionView | None:
    """Before the start; None elsewhere, and where it cannot be told at this moment."""
    if interview.state is not InterviewState.PLANNED or interview.fit_id is None:
        return None
    try:
        query = FindInterview(interview_id=interview.interview_id)
        return mine().interview.find_suggestion(query)
    except Unavailable:
        return None
