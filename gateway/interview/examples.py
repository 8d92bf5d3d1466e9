"""An invented interview, as the API's description shows it."""

from datetime import timedelta

from contracts.evidence import Engine, EngineKind, Twin
from contracts.interview import (
    InterviewList,
    InterviewRow,
    InterviewState,
    InterviewView,
    Mode,
    SuggestionView,
)
from contracts.replanning import PlanChange, PlanEdit
from contracts.room import Timing
from contracts.suggestion import SuggestionState
from gateway.documents.examples import FIT_ID
from gateway.example_interview import AT, INTERVIEW_ID, PLAN, SAID, TITLE, TURNS
from gateway.interview.forms import NewAnswer, NewDraft, NewInterview

PLANNED = InterviewView(
    interview_id=INTERVIEW_ID,
    state=InterviewState.PLANNED,
    mode=Mode.LIVE,
    title=TITLE,
    fit_id=FIT_ID,
    plan=PLAN,
    question_number=0,
    planned_at=AT,
    version=1,
)
LIVE = PLANNED.model_copy(
    update={
        "state": InterviewState.LIVE,
        "turns": TURNS[:2],
        "asked": TURNS[1],
        "question_number": 1,
        "timing": Timing(question_s=150, whole_s=1200, grace_s=15, is_paused=False),
        "started_at": AT,
        "version": 2,
    }
)
FINISHED = LIVE.model_copy(
    update={
        "state": InterviewState.FINISHED,
        "turns": TURNS,
        "asked": None,
        "timing": None,
        "finished_at": AT + timedelta(minutes=4),
        "version": 4,
    }
)
INTERVIEWS = InterviewList(
    interviews=(
        InterviewRow(
            interview_id=INTERVIEW_ID,
            state=InterviewState.FINISHED,
            mode=Mode.LIVE,
            title=TITLE,
            planned_at=AT,
            finished_at=AT + timedelta(minutes=4),
        ),
    )
)
NEW_INTERVIEW = NewInterview(fit_id=FIT_ID)
NEW_ANSWER = NewAnswer(turn_id=TURNS[2].turn_id, asked=TURNS[1].turn_id, text=SAID)
PLAN_CHANGE = PlanChange(do=PlanEdit.SET, question_id="k1", level=2, minutes=4)
NEW_DRAFT = NewDraft(asked=TURNS[1].turn_id, text="Our bill was growing")

SUGGESTING = SuggestionView(state=SuggestionState.WAITING)
SUGGESTION = SuggestionView(
    state=SuggestionState.OFFERED,
    plan=PLAN.model_copy(
        update={
            "engine": Engine(
                kind=EngineKind.MODEL,
                version="1.0.0",
                model="sample-1",
                input_hash="0" * 64,
                twin=Twin(version="1.0", agreement=0.5, dropped=1),
            )
        }
    ),
)
