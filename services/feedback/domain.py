"""Decisions about feedback: which quotes stand, what numbers follow, what quotes a document. Pure.

An engine says which words show what; here it is checked and counted.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol

from chassis.errors import Conflict, NotFound
from chassis.quoting import (
    DELETED,
    MARK,
    Quotes,
    filled,
    filled_plan,
    hollow,
    hollow_plan,
    marked,
)
from contracts.claims import Claim, ResumeFacts
from contracts.disclosure import Names
from contracts.documents import WorkState
from contracts.evidence import Evidence, Span, Status
from contracts.feedback import (
    Cell,
    CompetencyScore,
    FeedbackReport,
    JudgedAnswer,
    Overall,
    ReportView,
    Rubric,
)
from contracts.interview import InterviewPlan, Speaker, Transcript, TurnKind
from contracts.message import InterviewId, JobDescriptionId, Progress, ResumeId, Slug, TurnId

FEWEST_SCORED = 3
"""With fewer scored answers there is no overall level."""

STAGES = 2
"""Of an evaluation: read, written."""

ModelEvidence = Mapping[Slug, Sequence[Evidence]]
"""What a model has shown, checked, by question; the rules' own evidence is not among it."""

CLAIMS_FROM = 1000
"""The number of the first quote that stands beside a claim; those of the plan are below."""


@dataclass(frozen=True)
class Case:
    """One session that feedback was asked about, as it reads today.

    `names` are those of the résumé, kept apart from what was said: they are shown to nobody.
    `facts` are what of the résumé waits to be laid beside.
    `transcript` is what waits to be read; once there is a `report`, it is in there. `title` is
    None when the job description is erased.
    """

    interview_id: InterviewId
    state: WorkState
    title: str | None
    resume_id: ResumeId | None
    job_description_id: JobDescriptionId | None
    quotes: Quotes
    added_at: datetime
    transcript: Transcript | None = None
    report: FeedbackReport | None = None
    names: Names | None = None
    facts: ResumeFacts | None = None
    version: int = 1


def opened_case(transcript: Transcript, at: datetime, facts: ResumeFacts | None = None) -> Case:
    """A session that was handed in."""
    return Case(
        interview_id=transcript.interview_id,
        state=WorkState.WAITING,
        title=transcript.title if transcript.job_description_id else None,
        resume_id=transcript.resume_id,
        job_description_id=transcript.job_description_id,
        quotes=dict(enumerate(transcript.plan.quotes)),
        added_at=at,
        transcript=transcript.model_copy(update={"names": None}),
        names=transcript.names if transcript.resume_id else None,
        facts=facts if transcript.resume_id else None,
    )


def view(case: Case, progress: Progress | None) -> ReportView:
    is_done = case.state is WorkState.DONE
    return ReportView(
        interview_id=case.interview_id,
        title=case.title or DELETED,
        state=case.state,
        progress=Progress(stage="done", done=STAGES, total=STAGES)
        if is_done
        else progress or Progress(stage="waiting", done=0, total=STAGES),
        added_at=case.added_at,
        version=case.version,
        report=case.report,
    )


def not_stopped() -> Conflict:
    return Conflict(
        "This report has not stopped: there is nothing to try again.", code="not-stopped"
    )


def judged(report: FeedbackReport, question_id: Slug) -> JudgedAnswer:
    """What `report` says of one question."""
    feedback = next((one for one in report.questions if one.question_id == question_id), None)
    if feedback is None:
        raise NotFound("There is no such question.")
    cells = tuple(cell for cell in report.scorecard.cells if cell.question_id == question_id)
    here = (one.question_id for one in report.questions if one.counts_at == question_id)
    return JudgedAnswer(
        feedback=feedback,
        cells=cells,
        engine=report.engine,
        told_at=feedback.counts_at or next(here, None),
    )


class Coach(Protocol):
    """Reads a finished transcript and says what it shows, of itself and with what is `shown`."""

    def report(self, transcript: Transcript, shown: ModelEvidence = ...) -> FeedbackReport: ...

    def rubric(self) -> Rubric: ...


def verified(evidence: Sequence[Evidence], transcript: Transcript) -> tuple[Evidence, ...]:
    """The evidence whose words stand where it says, in a turn that the candidate spoke."""
    spoken = {
        turn.turn_id: turn.text
        for turn in transcript.turns
        if turn.speaker is Speaker.CANDIDATE and turn.kind is TurnKind.ANSWER
    }
    return tuple(
        one
        for one in evidence
        if one.span.quote
        and spoken.get(TurnId(one.span.document_id), "")[one.span.start : one.span.end]
        == one.span.quote
    )


def competency_scores(cells: Sequence[Cell]) -> tuple[CompetencyScore, ...]:
    """One score for each competency that was asked about, in the order of the questions."""
    asked = dict.fromkeys(cell.competency for cell in cells)
    return tuple(_score([cell for cell in cells if cell.competency is one]) for one in asked)


def overall(cells: Sequence[Cell], scores: Sequence[CompetencyScore], asked: int) -> Overall:
    """The mean over scored competencies, unless too few answers could be scored."""
    scored = len({cell.question_id for cell in cells if cell.level.status is Status.SCORED})
    values = [score.value for score in scores if score.value is not None]
    is_enough = scored >= FEWEST_SCORED
    return Overall(
        status=Status.SCORED if is_enough else Status.INSUFFICIENT,
        value=mean(values) if is_enough else None,
        answers_scored=scored,
        answers_asked=asked,
    )


def mean(values: Sequence[float]) -> float:
    """With one decimal, halves up: computed in decimals, so that anybody gets the same."""
    exact = sum((Decimal(str(value)) for value in values), Decimal(0)) / len(values)
    return float(exact.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP))


def _score(cells: Sequence[Cell]) -> CompetencyScore:
    levels = [cell.level.value for cell in cells if cell.level.value is not None]
    statuses = {cell.level.status for cell in cells}
    if levels:
        status = Status.SCORED
    elif Status.INSUFFICIENT in statuses:
        status = Status.INSUFFICIENT
    else:
        status = Status.NOT_ELICITED
    return CompetencyScore(
        competency=cells[0].competency,
        status=status,
        value=mean(levels) if levels else None,
        cells=len(levels),
        why=None if levels else _first_why(cells, status),
    )


def _first_why(cells: Sequence[Cell], status: Status) -> Slug | None:
    """The reason of the first cell that has the status of the whole."""
    return next((cell.level.why for cell in cells if cell.level.status is status), None)


def hollow_transcript(transcript: Transcript, quotes: Quotes) -> Transcript:
    """What is left of a transcript when both documents are erased: neither title nor quotes.

    The candidate's own words stay as they were said, even where they repeat a quote.
    """
    plan = hollow_plan(transcript.plan, quotes)
    return _retold(transcript, plan, DELETED, lambda text: hollow(text, quotes))


def filled_transcript(transcript: Transcript, quotes: Quotes, title: str | None) -> Transcript:
    """A hollow transcript as it reads today, with the quotes that still stand."""
    standing = {number: span for number, span in quotes.items() if number < CLAIMS_FROM}
    plan = filled_plan(transcript.plan, standing)
    return _retold(transcript, plan, title or DELETED, lambda text: filled(text, quotes))


def with_claim_quotes(case: Case, report: FeedbackReport) -> Case:
    """The case with every line of the résumé that a claim of the report stands beside."""
    lines = dict.fromkeys(
        claim.resume for one in report.questions for claim in one.claims if claim.resume
    )
    return replace(case, quotes={**case.quotes, **dict(enumerate(lines, CLAIMS_FROM))})


def hollow_report(report: FeedbackReport, quotes: Quotes) -> FeedbackReport:
    bare = hollow_transcript(report.transcript, quotes)
    marks = {span: marked(number) for number, span in quotes.items() if number >= CLAIMS_FROM}

    def mark(span: Span) -> Span:
        return span.model_copy(update={"start": 0, "end": 0, "quote": marks.get(span, DELETED)})

    return _reported(report, bare, lambda text: hollow(text, quotes), mark)


def filled_report(report: FeedbackReport, quotes: Quotes, title: str | None) -> FeedbackReport:
    whole = filled_transcript(report.transcript, quotes, title)

    def line(span: Span) -> Span:
        mark = MARK.fullmatch(span.quote)
        standing = quotes.get(int(mark[1])) if mark else None
        return standing or span.model_copy(update={"quote": DELETED})

    return _reported(report, whole, lambda text: filled(text, quotes), line)


def _reported(
    report: FeedbackReport,
    transcript: Transcript,
    word: Callable[[str], str],
    line: Callable[[Span], Span],
) -> FeedbackReport:
    questions = tuple(
        one.model_copy(
            update={
                "question": word(one.question),
                "because": word(one.because),
                "claims": tuple(_claimed(claim, line) for claim in one.claims),
            }
        )
        for one in report.questions
    )
    words = {"title": transcript.title, "questions": questions, "transcript": transcript}
    return report.model_copy(update=words)


def _claimed(claim: Claim, line: Callable[[Span], Span]) -> Claim:
    resume = claim.resume and line(claim.resume)
    return claim.model_copy(update={"resume": resume})


def _retold(
    transcript: Transcript, plan: InterviewPlan, title: str, word: Callable[[str], str]
) -> Transcript:
    turns = tuple(
        turn
        if turn.speaker is Speaker.CANDIDATE
        else turn.model_copy(update={"text": word(turn.text)})
        for turn in transcript.turns
    )
    return transcript.model_copy(update={"title": title, "plan": plan, "turns": turns})
