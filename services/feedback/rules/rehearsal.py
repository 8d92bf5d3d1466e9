"""A session of nobody: read once at the start, so that no list is compiled later."""

from datetime import UTC, datetime
from uuid import UUID

from contracts.claims import ResumeFacts
from contracts.evidence import Competency, DocumentKind, Engine, EngineKind, Span
from contracts.interview import (
    InterviewPlan,
    Question,
    QuestionKind,
    Speaker,
    Transcript,
    Turn,
    TurnKind,
)
from contracts.message import InterviewId, TurnId

ANSWER = """\
In 2019 our depot lost a third of its drivers, and as team leader I had to keep 40 rounds running.
I wrote a new plan with Python because the old one had left no time for breaks. I weighed hiring
against fewer rounds, which would have cost us a customer. Late parcels fell from 30 to 4 a day.
I said a team of 5; no, it was 4. Next time I would ask the drivers first.
"""

_NOBODY = UUID(int=0)
_LINE = "Led a team of 5 drivers and cut late parcels from 30 to 4 a day with Python"
_QUESTION = Question(
    id="rehearsed",
    kind=QuestionKind.TECHNICAL,
    text="The job asks for “Python”. Tell me about a plan that you wrote with it.",
    competencies=(Competency.PLANNING, Competency.TECHNICAL_DEPTH),
    because="Nobody asks for it.",
    expects=(),
    level=1,
    seconds=60,
)


def transcript() -> Transcript:
    """One question and its answer."""
    return Transcript(
        interview_id=InterviewId(_NOBODY),
        title="Nothing",
        plan=InterviewPlan(
            interview_id=InterviewId(_NOBODY),
            disclosure="Nobody speaks.",
            minutes=1,
            rubric="rehearsed",
            questions=(_QUESTION,),
            engine=Engine(kind=EngineKind.RULES, version="1.0.0", input_hash="0" * 64),
        ),
        turns=(
            _turn(0, Speaker.INTERVIEWER, TurnKind.QUESTION, _QUESTION.text),
            _turn(1, Speaker.CANDIDATE, TurnKind.ANSWER, ANSWER),
        ),
        finished_at=datetime(2024, 1, 1, tzinfo=UTC),
        resume_id=None,
        job_description_id=None,
    )


def facts() -> ResumeFacts:
    """One line of a résumé to lay beside it."""
    line = Span(
        document=DocumentKind.RESUME, document_id=_NOBODY, start=0, end=len(_LINE), quote=_LINE
    )
    return ResumeFacts(lines=(line,))


def _turn(number: int, speaker: Speaker, kind: TurnKind, text: str) -> Turn:
    return Turn(
        turn_id=TurnId(UUID(int=number)),
        number=number,
        speaker=speaker,
        kind=kind,
        question_id=_QUESTION.id,
        text=text,
        said_at=datetime(2024, 1, 1, tzinfo=UTC),
    )
