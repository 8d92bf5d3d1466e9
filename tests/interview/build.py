"""Whole valid briefings and sessions, of invented people; say only what matters."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from uuid import UUID

from contracts.analysis import (
    Bullet,
    Contact,
    FitItem,
    FitReport,
    FitStatus,
    JobAnalysis,
    Metric,
    Requirement,
    RequirementKind,
    ResumeAnalysis,
    Role,
    Seniority,
    Strength,
    Text,
)
from contracts.documents import Briefing
from contracts.evidence import Competency, DocumentKind, Engine, EngineKind, Span
from contracts.extraction import ExtractionReport, ExtractionState
from contracts.interview import (
    Answer,
    InterviewPlan,
    InterviewState,
    InterviewView,
    Mode,
    Speaker,
    StartInterview,
    Transcript,
    Turn,
    TurnKind,
)
from contracts.message import FitId, InterviewId, JobDescriptionId, ResumeId, TurnId
from contracts.room import Difficulty
from contracts.work import Duty
from services.interview import domain, views
from services.interview.domain import Interviewer, Session, Setting, Step
from services.interview.rules.plan.planner import RulesPlanner
from services.interview.rules.room.interviewer import RulesInterviewer

RESUME = ResumeId(UUID(int=1))
JOB = JobDescriptionId(UUID(int=2))
FIT = FitId(UUID(int=3))
INTERVIEW = InterviewId(UUID(int=4))
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
ENGINE = Engine(kind=EngineKind.RULES, version="1.0.0", input_hash="0" * 64)

CLAIMS = (
    "Cut the nightly billing run from 6 hours to 40 minutes",
    "Moved 14 services to a shared release train",
    "Mentored two juniors",
)
MUSTS = ("5+ years of Python", "Experience with Kafka or similar", "Strong written communication")
DUTIES = ("Run the on-call rota with two other teams", "Plan the quarterly migration work")


def a_span(document: DocumentKind, quote: str, start: int = 0) -> Span:
    owner = RESUME if document is DocumentKind.RESUME else JOB
    return Span(
        document=document, document_id=owner, start=start, end=start + len(quote), quote=quote
    )


def a_briefing(
    *,
    claims: Sequence[str] = CLAIMS,
    musts: Sequence[str] = MUSTS,
    met: Sequence[int] = (0,),
    duties: Sequence[str] = DUTIES,
    seniority: Seniority = Seniority.MID,
    title: str | None = "Billing Engineer",
) -> Briefing:
    """The musts numbered in `met` are met; the others are missing."""
    items = tuple(an_item(number, text, is_met=number in met) for number, text in enumerate(musts))
    job = JobAnalysis(
        job_description_id=JOB,
        title=Text(value=title, span=a_span(DocumentKind.JOB_DESCRIPTION, title))
        if title
        else None,
        seniority=seniority,
        requirements=tuple(item.requirement for item in items),
        duties=tuple(
            Duty(
                id=f"d{number}",
                span=a_span(DocumentKind.JOB_DESCRIPTION, text, 1000 + 200 * number),
                competencies=(Competency.PLANNING, Competency.COLLABORATION),
            )
            for number, text in enumerate(duties)
        ),
        competencies=(Competency.DELIVERY, Competency.PROBLEM_SOLVING),
        engine=ENGINE,
    )
    fit = FitReport(
        fit_id=FIT, resume_id=RESUME, job_description_id=JOB, score=None, items=items, engine=ENGINE
    )
    return Briefing(fit_id=FIT, resume=a_resume(claims), job=job, fit=fit)


def an_item(number: int, text: str, *, is_met: bool) -> FitItem:
    asked = Requirement(
        id=f"q{number}",
        kind=RequirementKind.SKILL,
        strength=Strength.MUST,
        span=a_span(DocumentKind.JOB_DESCRIPTION, text, 100 + 200 * number),
        competencies=(Competency.TECHNICAL_DEPTH, Competency.LEARNING),
    )
    status, tier = (FitStatus.MET, 3) if is_met else (FitStatus.MISSING, 0)
    return FitItem(requirement=asked, tier=tier, weight=3, status=status, reason="", evidence=())


def a_resume(claims: Sequence[str]) -> ResumeAnalysis:
    bullets = tuple(a_bullet(number, text) for number, text in enumerate(claims))
    title = Text(value="Engineer", span=a_span(DocumentKind.RESUME, "Engineer"))
    return ResumeAnalysis(
        resume_id=RESUME,
        extraction=ExtractionReport(
            state=ExtractionState.OK, format="text", pages=1, columns=1, characters=900
        ),
        contact=Contact(),
        roles=(Role(id="r1", title=title, bullets=bullets),),
        skills=(),
        engine=ENGINE,
    )


def a_bullet(number: int, text: str) -> Bullet:
    span = a_span(DocumentKind.RESUME, text, 100 + 200 * number)
    counted = any(character.isdigit() for character in text)
    metric = Metric(value=1.0, unit="%", span=span)
    return Bullet(id=f"r1b{number}", span=span, metrics=(metric,) if counted else ())


def a_plan(briefing: Briefing | None = None) -> InterviewPlan:
    return RulesPlanner().plan(INTERVIEW, briefing or a_briefing()).plan


class Rehearsal:
    """A session without a database: the interviewer, somebody who answers, and a clock.

    It decides as the service does, by the domain.
    """

    def __init__(
        self,
        plan: InterviewPlan | None = None,
        *,
        mode: Mode = Mode.LIVE,
        difficulty: Difficulty = Difficulty.ADAPTIVE,
        interviewer: Interviewer | None = None,
    ) -> None:
        self.interviewer = interviewer or RulesInterviewer()
        self.now = NOON
        self.session = Session(
            interview_id=INTERVIEW,
            state=InterviewState.PLANNED,
            setting=Setting(mode, difficulty),
            title="Billing Engineer",
            plan=plan or a_plan(),
            quotes={},
            planned_at=NOON,
            fit_id=FIT,
            resume_id=RESUME,
            job_description_id=JOB,
        )
        self._take(
            domain.start(self.session, self.interviewer, StartInterview(interview_id=INTERVIEW))
        )

    @property
    def plan(self) -> InterviewPlan:
        return self.session.plan

    @property
    def turns(self) -> tuple[Turn, ...]:
        return self.session.turns

    def say(self, text: str, *, after_s: int = 5) -> Turn:
        """Say it `after_s` seconds later; what the interviewer says in return."""
        self.wait(after_s)
        turn_id = TurnId(UUID(int=5000 + len(self.turns)))
        asked = self.session.asked.turn_id if self.session.asked else turn_id
        cmd = Answer(interview_id=INTERVIEW, turn_id=turn_id, asked=asked, text=text)
        step = domain.answer(self.session, self.interviewer, cmd, self.now)
        self._take(step)
        if step:
            domain.refuse_late(step)
        return self.turns[-1]

    def wait(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    def look(self) -> InterviewView:
        """What the person sees who comes back now."""
        self._take(domain.keep_time(self.session, self.interviewer, self.now))
        return views.view(self.session, self.now)

    def finish(self) -> None:
        self._take(domain.finish(self.session, self.interviewer))

    @property
    def is_over(self) -> bool:
        return self.turns[-1].kind is TurnKind.CLOSING

    @property
    def open_question(self) -> str | None:
        return self.turns[-1].question_id

    def transcript(self) -> Transcript:
        over = replace(self.session, finished_at=self.session.finished_at or self.now)
        return views.transcript(over)

    def _take(self, step: Step | None) -> None:
        if step is not None:
            ids = count(1000 + len(self.turns))
            self.session = domain.after(
                self.session, step, self.now, lambda: TurnId(UUID(int=next(ids)))
            )


def a_turn(
    number: int, speaker: Speaker, kind: TurnKind, text: str, question_id: str | None
) -> Turn:
    return Turn(
        turn_id=TurnId(UUID(int=1000 + number)),
        number=number,
        speaker=speaker,
        kind=kind,
        question_id=question_id,
        text=text,
        said_at=NOON + timedelta(seconds=20 * number),
    )
