"""An invented interview that was asked and answered: examples of every area are made around it."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from contracts.evidence import Competency, Engine, EngineKind, EvidenceType
from contracts.interview import (
    InterviewPlan,
    Probe,
    Question,
    QuestionKind,
    Speaker,
    Transcript,
    Turn,
    TurnKind,
)
from contracts.message import InterviewId, TurnId
from gateway.documents.examples import JOB_ID, RESUME_ID

AT = datetime(2026, 11, 23, 10, 5, tzinfo=UTC)
INTERVIEW_ID = InterviewId(UUID("01936f6e-0000-7000-8000-000000000031"))
TITLE = "Backend engineer"
DISCLOSURE = "You are talking to Mira, an AI recruiter for practice."
ASKED = "Tell me about a time when you moved a running system to something new."
SAID = (
    "Our bill was growing every month. I wrote the plan, moved 40 services to Python with a team "
    "of 5, and the bill fell by 30 %. I would start with the largest one next time."
)

QUESTION = Question(
    id="k1",
    kind=QuestionKind.BEHAVIOURAL,
    text=ASKED,
    texts=(
        "Tell me about a time when you changed a tool that you worked with.",
        "Tell me about a time when your team changed a tool that it shared with others.",
        ASKED,
    ),
    competencies=(Competency.DELIVERY, Competency.CHANGE),
    because="The job asks for four years of Python; your résumé shows one large move.",
    requirement_id="q1",
    expects=(
        EvidenceType.SITUATION,
        EvidenceType.OWN_ACTION,
        EvidenceType.RESULT,
        EvidenceType.MEASURE,
    ),
    level=3,
    seconds=150,
    probes=(Probe(if_missing=EvidenceType.MEASURE, ask="What changed, in numbers?"),),
)
PLAN = InterviewPlan(
    interview_id=INTERVIEW_ID,
    disclosure=DISCLOSURE,
    minutes=20,
    rubric="mira-bars 1.0.0",
    questions=(QUESTION,),
    engine=Engine(kind=EngineKind.RULES, version="1.0", input_hash="0" * 64),
)


def _turn(number: int, speaker: Speaker, kind: TurnKind, text: str) -> Turn:
    return Turn(
        turn_id=TurnId(UUID(int=INTERVIEW_ID.int + 16 + number)),
        number=number,
        speaker=speaker,
        kind=kind,
        question_id=None if kind is TurnKind.DISCLOSURE else "k1",
        text=text,
        said_at=AT + timedelta(minutes=number),
    )


TURNS = (
    _turn(0, Speaker.INTERVIEWER, TurnKind.DISCLOSURE, DISCLOSURE),
    _turn(1, Speaker.INTERVIEWER, TurnKind.QUESTION, ASKED),
    _turn(2, Speaker.CANDIDATE, TurnKind.ANSWER, SAID),
)
TRANSCRIPT = Transcript(
    interview_id=INTERVIEW_ID,
    title=TITLE,
    plan=PLAN,
    turns=TURNS,
    finished_at=AT + timedelta(minutes=4),
    resume_id=RESUME_ID,
    job_description_id=JOB_ID,
)
