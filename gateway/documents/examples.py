"""An invented résumé, job description and fit, as the API's description shows them."""

from datetime import UTC, datetime
from uuid import UUID

from contracts.analysis import (
    Closing,
    Contact,
    FitItem,
    FitReport,
    FitScore,
    FitStatus,
    Gap,
    GapKind,
    JobAnalysis,
    NextFact,
    Requirement,
    RequirementKind,
    ResumeAnalysis,
    Role,
    ScopeComparison,
    ScopeLevel,
    Seniority,
    Skill,
    Strength,
    Text,
    Tier,
    WorkScope,
)
from contracts.corrections import Corrections, EntryCorrection, OwnEntry
from contracts.documents import (
    DocumentList,
    FitView,
    JobDescriptionView,
    RequestFit,
    ResumeView,
    WorkState,
)
from contracts.evidence import Certainty, Competency, DocumentKind, Engine, EngineKind, Span
from contracts.extraction import ExtractionReport, ExtractionState, Hidden
from contracts.message import FitId, JobDescriptionId, Progress, ResumeId

AT = datetime(2026, 11, 23, 10, 5, tzinfo=UTC)
RESUME_ID = ResumeId(UUID("01936f6e-0000-7000-8000-000000000011"))
JOB_ID = JobDescriptionId(UUID("01936f6e-0000-7000-8000-000000000012"))
FIT_ID = FitId(UUID("01936f6e-0000-7000-8000-000000000013"))

RESUME_TEXT = """Robin Sample
robin@example.org

Backend engineer
Harbour Light, 2021-03 to present
- Moved 40 services to Python and cut the bill by 30 %.
- Led a team of 5 and wrote the plan for two regions.

Skills: Python, PostgreSQL, RabbitMQ, Harbour pilotage
"""
JOB_TEXT = """Backend engineer

You must have four years of Python.
You must know Kubernetes.
Knowledge of PostgreSQL is nice to have.
You will lead a team of 8.
"""


def resume_span(quote: str) -> Span:
    return _span(RESUME_TEXT, quote, DocumentKind.RESUME, RESUME_ID)


def job_span(quote: str) -> Span:
    return _span(JOB_TEXT, quote, DocumentKind.JOB_DESCRIPTION, JOB_ID)


def _span(text: str, quote: str, kind: DocumentKind, document_id: UUID) -> Span:
    start = text.index(quote)
    return Span(
        document=kind,
        document_id=document_id,
        start=start,
        end=start + len(quote),
        quote=quote,
    )


def _said(words: str, certainty: Certainty = Certainty.SURE) -> Text:
    return Text(value=words, span=resume_span(words), certainty=certainty)


ENGINE = Engine(kind=EngineKind.RULES, version="1.0", input_hash="0" * 64)
_LED = resume_span("Led a team of 5")
SCOPE = WorkScope(people=5, level=ScopeLevel.LEAD, evidence=(_LED,))
MOVED = resume_span("Moved 40 services to Python and cut the bill by 30 %")

ANALYSIS = ResumeAnalysis(
    resume_id=RESUME_ID,
    extraction=ExtractionReport(
        state=ExtractionState.OK,
        format="pdf",
        pages=1,
        columns=1,
        characters=len(RESUME_TEXT),
        hidden=(Hidden(reason="white", characters=11, page=1, preview="hidden text"),),
    ),
    contact=Contact(
        name=_said("Robin Sample"),
        email=_said("robin@example.org"),
    ),
    roles=(
        Role(
            id="r1",
            title=_said("Backend engineer"),
            employer=_said("Harbour Light", Certainty.LIKELY),
            start="2021-03",
            dates_certainty=Certainty.SURE,
            is_current=True,
            scope=SCOPE,
        ),
    ),
    skills=(
        Skill(
            certainty=Certainty.SURE,
            id="python",
            label="Python",
            tier=Tier.OUTCOME,
            years=5.7,
            last_used="2026-11",
            evidence=(MOVED,),
        ),
        Skill(
            certainty=Certainty.SURE,
            id="postgresql",
            label="PostgreSQL",
            tier=Tier.LISTED,
            evidence=(resume_span("PostgreSQL"),),
        ),
    ),
    listed=(Text(value="Harbour pilotage", span=resume_span("Harbour pilotage")),),
    scope=SCOPE,
    years_total=5.7,
    engine=ENGINE,
)

_PYTHON = Requirement(
    id="q1",
    kind=RequirementKind.SKILL,
    strength=Strength.MUST,
    any_of=("python",),
    looked_for=("Python",),
    min_years=4.0,
    span=job_span("four years of Python"),
    competencies=(Competency.TECHNICAL_DEPTH,),
)
_KUBERNETES = Requirement(
    id="q2",
    kind=RequirementKind.SKILL,
    strength=Strength.MUST,
    any_of=("kubernetes",),
    looked_for=("Kubernetes",),
    span=job_span("You must know Kubernetes"),
)
_POSTGRESQL = Requirement(
    id="q3",
    kind=RequirementKind.SKILL,
    strength=Strength.NICE,
    any_of=("postgresql",),
    looked_for=("PostgreSQL",),
    span=job_span("Knowledge of PostgreSQL"),
)
JOB_ANALYSIS = JobAnalysis(
    job_description_id=JOB_ID,
    title=Text(value="Backend engineer", span=job_span("Backend engineer")),
    seniority=Seniority.SENIOR,
    requirements=(_PYTHON, _KUBERNETES, _POSTGRESQL),
    scope=WorkScope(people=8, evidence=(job_span("lead a team of 8"),)),
    competencies=(Competency.TECHNICAL_DEPTH, Competency.LEADERSHIP),
    engine=ENGINE,
)
FIT_REPORT = FitReport(
    fit_id=FIT_ID,
    resume_id=RESUME_ID,
    job_description_id=JOB_ID,
    score=FitScore(value=0.48, low=0.48, high=0.57, formula="fit-1.0"),
    items=(
        FitItem(
            requirement=_PYTHON,
            tier=3,
            most=3,
            weight=3,
            status=FitStatus.MET,
            reason="used for 5.7 years, with an outcome",
            evidence=(MOVED,),
        ),
        FitItem(
            requirement=_KUBERNETES,
            tier=0,
            most=0,
            weight=3,
            status=FitStatus.MISSING,
            reason="not found",
        ),
        FitItem(
            requirement=_POSTGRESQL,
            tier=1,
            most=3,
            weight=1,
            status=FitStatus.PARTIAL,
            reason="listed, not shown in a role",
            evidence=(resume_span("PostgreSQL"),),
        ),
    ),
    scope=(ScopeComparison(dimension="people", asked="8", shown="5", is_met=False),),
    gaps=(
        Gap(
            requirement_id="q2",
            kind=GapKind.MISSING,
            impact=0.43,
            close_by=(Closing.LEARN, Closing.EXPECT_QUESTION),
        ),
        Gap(
            requirement_id="q3",
            kind=GapKind.UNPROVEN,
            impact=0.1,
            close_by=(Closing.ADD_LINE, Closing.PREPARE_STORY),
        ),
    ),
    strengths=("q1",),
    next_fact=NextFact(
        requirement_id="q2", ask="Have you used Kubernetes, and in which role?", gain=0.43
    ),
    engine=ENGINE,
)

CORRECTIONS = Corrections(
    location="Turku, Finland",
    languages=(EntryCorrection(now=OwnEntry(title="Finnish", detail="fluent")),),
    skills_added=("Kubernetes",),
)
_STARTED = Progress(stage="read", done=0, total=2)
_FINISHED = Progress(stage="done", done=2, total=2)
RESUME_WAITING = ResumeView(
    resume_id=RESUME_ID,
    title="Robin Sample",
    state=WorkState.WAITING,
    progress=_STARTED,
    added_at=AT,
    version=1,
)
RESUME = RESUME_WAITING.model_copy(
    update={
        "state": WorkState.DONE,
        "progress": _FINISHED,
        "version": 2,
        "analysis": ANALYSIS,
        "text": RESUME_TEXT,
    }
)
JOB_WAITING = JobDescriptionView(
    job_description_id=JOB_ID,
    title="Backend engineer",
    state=WorkState.WAITING,
    progress=_STARTED,
    added_at=AT,
    version=1,
)
JOB = JOB_WAITING.model_copy(
    update={
        "state": WorkState.DONE,
        "progress": _FINISHED,
        "version": 2,
        "analysis": JOB_ANALYSIS,
        "text": JOB_TEXT,
    }
)
FIT_WAITING = FitView(
    fit_id=FIT_ID,
    resume_id=RESUME_ID,
    job_description_id=JOB_ID,
    resume_title="Robin Sample",
    job_title="Backend engineer",
    state=WorkState.WAITING,
    progress=_STARTED,
    added_at=AT,
    version=1,
)
FIT = FIT_WAITING.model_copy(
    update={
        "state": WorkState.DONE,
        "progress": _FINISHED,
        "version": 2,
        "report": FIT_REPORT,
    }
)
DOCUMENTS = DocumentList(
    resumes=(RESUME_WAITING,), job_descriptions=(JOB_WAITING,), fits=(FIT_WAITING,)
)
FIT_WANTED = RequestFit(resume_id=RESUME_ID, job_description_id=JOB_ID)
