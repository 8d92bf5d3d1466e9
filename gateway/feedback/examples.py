"""An invented feedback report, as the API's description shows it."""

from datetime import UTC, datetime
from typing import Literal

from contracts.documents import WorkState
from contracts.evidence import (
    Competency,
    DocumentKind,
    Engine,
    EngineKind,
    Evidence,
    EvidenceType,
    Measured,
    Span,
    Status,
)
from contracts.feedback import (
    Anchor,
    Cell,
    CompetencyRubric,
    CompetencyScore,
    Delivery,
    FeedbackReport,
    Fix,
    JudgedAnswer,
    Landed,
    Overall,
    QuestionFeedback,
    ReportList,
    ReportRow,
    ReportView,
    Rubric,
    Scorecard,
)
from contracts.message import Progress
from gateway.example_interview import (
    ASKED,
    INTERVIEW_ID,
    QUESTION,
    SAID,
    TITLE,
    TRANSCRIPT,
)

AT = datetime(2026, 11, 23, 10, 10, tzinfo=UTC)


def evidence(kind: EvidenceType, quote: str) -> Evidence:
    """A quote of the one answer in the example, at its place in that answer."""
    start = SAID.index(quote)
    span = Span(
        document=DocumentKind.TRANSCRIPT,
        document_id=TRANSCRIPT.turns[2].turn_id,
        start=start,
        end=start + len(quote),
        quote=quote,
    )
    return Evidence(type=kind, span=span)


ACTION = evidence(EvidenceType.OWN_ACTION, "moved 40 services to Python with a team of 5")
RESULT = evidence(EvidenceType.RESULT, "the bill fell by 30 %")
SCORECARD = Scorecard(
    cells=(
        Cell(
            question_id="k1",
            competency=Competency.DELIVERY,
            level=Measured(status=Status.SCORED, value=4),
            evidence=(ACTION, RESULT),
            missing=(EvidenceType.TRADE_OFF,),
        ),
        Cell(
            question_id="k1",
            competency=Competency.CHANGE,
            level=Measured(status=Status.INSUFFICIENT, why="other-subject"),
            missing=(EvidenceType.REASONING,),
        ),
    ),
    competencies=(
        CompetencyScore(competency=Competency.DELIVERY, status=Status.SCORED, value=4.0, cells=1),
        CompetencyScore(
            competency=Competency.CHANGE,
            status=Status.INSUFFICIENT,
            value=None,
            cells=0,
            why="other-subject",
        ),
    ),
    overall=Overall(status=Status.INSUFFICIENT, value=None, answers_scored=1, answers_asked=1),
    delivery=Delivery(is_measured=False, note="Not measured in text."),
)
FEEDBACK_REPORT = FeedbackReport(
    interview_id=INTERVIEW_ID,
    title=TITLE,
    headline="Your result is clear and has a number; say what you weighed up.",
    finished_at=AT,
    rubric="mira-bars 1.0.0",
    scorecard=SCORECARD,
    questions=(
        QuestionFeedback(
            question_id="k1",
            question=ASKED,
            because=QUESTION.because,
            answer=SAID,
            what_landed=(Landed(text="A result with a number.", evidence=RESULT),),
            one_fix=Fix(
                missing=EvidenceType.TRADE_OFF,
                text="Say what you decided against, and why.",
                level_now=4,
                level_then=5,
            ),
            stronger_version=f"{SAID} I decided against [add: the other way], because [add: why].",
        ),
    ),
    transcript=TRANSCRIPT,
    limits=("Practice only: this is no hiring decision, and no outcome is promised.",),
    engine=Engine(kind=EngineKind.RULES, version="1.0", input_hash="0" * 64),
)
JUDGED = JudgedAnswer(
    feedback=FEEDBACK_REPORT.questions[0],
    cells=FEEDBACK_REPORT.scorecard.cells,
    engine=FEEDBACK_REPORT.engine,
)
REPORT_WAITING = ReportView(
    interview_id=INTERVIEW_ID,
    title=TITLE,
    state=WorkState.WAITING,
    progress=Progress(stage="score", done=0, total=2),
    added_at=AT,
    version=1,
)
REPORT = REPORT_WAITING.model_copy(
    update={
        "state": WorkState.DONE,
        "progress": Progress(stage="done", done=2, total=2),
        "version": 2,
        "report": FEEDBACK_REPORT,
    }
)
REPORTS = ReportList(
    reports=(
        ReportRow(
            interview_id=INTERVIEW_ID,
            title=TITLE,
            state=WorkState.DONE,
            added_at=AT,
            overall=SCORECARD.overall,
        ),
    )
)


def _anchor(level: Literal[1, 2, 3, 4, 5], text: str, *requires: EvidenceType) -> Anchor:
    return Anchor(level=level, text=text, requires=requires)


RUBRIC = Rubric(
    id="mira-bars",
    version="1.0.0",
    basis=("Structured interviews, US Office of Personnel Management",),
    competencies=(
        CompetencyRubric(
            competency=Competency.DELIVERY,
            label="Delivering results",
            definition="Brings work to an end that others can see.",
            anchors=(
                _anchor(1, "Speaks about work in general."),
                _anchor(3, "Tells what they did.", EvidenceType.OWN_ACTION),
                _anchor(5, "Adds a number.", EvidenceType.RESULT, EvidenceType.MEASURE),
            ),
        ),
    ),
)
