"""What feedback answers, and what it announces."""

from datetime import datetime
from typing import ClassVar, Protocol

from contracts.certificate import Seal
from contracts.claims import Claim, ResumeFacts
from contracts.disclosure import Disclosing, SendingView
from contracts.documents import WorkState
from contracts.drills import Drills
from contracts.evidence import (
    Competency,
    Engine,
    EngineKind,
    Evidence,
    EvidenceType,
    Level,
    Measured,
    Span,
    Status,
    Unit,
)
from contracts.interview import Transcript
from contracts.message import Count, Event, InterviewId, Message, PersonId, Progress, Slug
from contracts.progress import Progresses
from contracts.stories import Stories


class Anchor(Message):
    """What an answer at `level` shows, as observable behaviour, and the evidence it requires."""

    level: Level
    text: str
    requires: tuple[EvidenceType, ...]


class CompetencyRubric(Message):
    competency: Competency
    label: str
    definition: str
    anchors: tuple[Anchor, ...]


class Rubric(Message):
    id: Slug
    version: str
    basis: tuple[str, ...]
    competencies: tuple[CompetencyRubric, ...]


class Cell(Message):
    """One question × one competency. `rejected_quotes` were claimed and not found in the text.

    `read_by` is the engine that found the evidence: the rules engine alone, or a model beside it.
    """

    question_id: Slug
    competency: Competency
    level: Measured
    evidence: tuple[Evidence, ...] = ()
    missing: tuple[EvidenceType, ...] = ()
    rejected_quotes: Count = 0
    read_by: EngineKind = EngineKind.RULES


class CompetencyScore(Message):
    """The mean of its scored cells, 1 to 5, with one decimal; None where no cell was scored.

    `why` is the code of what kept the first of its cells from a level, where none has one.
    """

    competency: Competency
    status: Status
    value: float | None
    cells: Count
    why: Slug | None = None


class Overall(Message):
    """The mean over competencies; fewer than three scored answers give no overall."""

    status: Status
    value: float | None
    answers_scored: Count
    answers_asked: Count


class Delivery(Message):
    """Pace, fillers and pauses: a card of its own that never enters a level."""

    is_measured: bool
    note: str


class Scorecard(Message):
    cells: tuple[Cell, ...]
    competencies: tuple[CompetencyScore, ...]
    overall: Overall
    delivery: Delivery


class Fix(Message):
    """What the next anchor asks for, and the level that the answer would reach with it.

    `missing` is the first of it; the top asks for two things: then `also` is the other, and `text`
    names both. An answer
    without a level is promised none: then both levels are None. `about` are words of the answer
    that a model picked as what this is most about.
    """

    missing: EvidenceType
    text: str
    level_now: Level | None
    level_then: Level | None = None
    also: tuple[EvidenceType, ...] = ()
    about: Span | None = None


class Landed(Message):
    text: str
    evidence: Evidence


class Sampled(Message):
    """How a model read one answer, and how far its samples agree; or why it did not.

    `samples` is how often the same was asked and answered; what fewer than a majority showed does
    not count. `agreement` is the mean share of samples behind each piece that any of them showed.
    `added` are the types that only the model showed, `dropped` counts its claims that did not
    stand, `unfound` those of them whose words are not in the answer; the words of the others are
    not enough to show what was claimed. None where nobody told the two apart. `instead` says why
    the rules engine alone read this answer.
    """

    samples: Count = 0
    agreement: Unit | None = None
    added: tuple[EvidenceType, ...] = ()
    dropped: Count = 0
    unfound: Count | None = None
    instead: Slug | None = None


class Worded(Message):
    """What a model put differently in the feedback on one answer: it points, and adds no word.

    `alone` is the stronger version that the rules alone make, where the model has another order;
    `dropped` counts what it pointed at and does not stand. `instead` says why it gave nothing.
    """

    alone: str | None = None
    dropped: Count = 0
    instead: Slug | None = None


class QuestionFeedback(Message):
    """`turns_left_out` were no answer, such as pasted text, and were not read.

    `tells_of_several` occasions: then all that is shown is of the one that shows most. `counts_at`
    is the question under which the same was told and counts; None where it counts here, and in
    reports older than this.
    """

    question_id: Slug
    question: str
    because: str
    answer: str | None
    turns_left_out: Count = 0
    tells_of_several: bool = False
    counts_at: Slug | None = None
    what_landed: tuple[Landed, ...]
    one_fix: Fix | None
    stronger_version: str | None
    claims: tuple[Claim, ...] = ()
    sampled: Sampled | None = None
    worded: Worded | None = None


class FeedbackReport(Message):
    """`alone` is what the rules engine says without the model, where one had a part in it: it

    stands beside, and the two are never mixed. `signature` is feedback's over all the rest, made
    whenever the report is given out; it is not kept.
    """

    interview_id: InterviewId
    title: str
    headline: str
    finished_at: datetime
    rubric: str
    scorecard: Scorecard
    questions: tuple[QuestionFeedback, ...]
    transcript: Transcript
    limits: tuple[str, ...]
    engine: Engine
    alone: Scorecard | None = None
    signature: Seal | None = None


class RequestReport(Message):
    """Asking twice for one interview is one report. The gateway carries the transcript here.

    `facts` are of the résumé that the session was about; None where there is none any more.
    """

    transcript: Transcript
    facts: ResumeFacts | None = None


class TryReportAgain(Message):
    """Have a report written whose writing stopped: it is put back where it was, never a second."""

    interview_id: InterviewId


class JudgeAnswer(Message):
    """What one question of a session shows so far. The gateway carries what was said, and of the
    résumé what it can be laid beside; nothing of either is kept.
    """

    transcript: Transcript
    question_id: Slug
    facts: ResumeFacts | None = None


class JudgedAnswer(Message):
    """Feedback on one answer, as the report would have it.

    `told_at` is another question under which the same was told, wherever of the two it counts.
    """

    feedback: QuestionFeedback
    cells: tuple[Cell, ...]
    engine: Engine
    told_at: Slug | None = None


class FindReport(Message):
    interview_id: InterviewId


class FindReportSending(Message):
    interview_id: InterviewId


class ListReports(Message):
    """All of the person who asks, newest first."""


class FindRubric(Message):
    """The rubric in force; public."""


class ReportView(Message):
    interview_id: InterviewId
    title: str
    state: WorkState
    progress: Progress
    added_at: datetime
    version: int
    report: FeedbackReport | None = None


class ReportRow(Message):
    interview_id: InterviewId
    title: str
    state: WorkState
    added_at: datetime
    overall: Overall | None


class ReportList(Message):
    reports: tuple[ReportRow, ...]


class ReportReady(Event):
    topic: ClassVar[str] = "feedback.report_ready"

    person: PersonId
    interview_id: InterviewId


class Feedback(Drills, Stories, Progresses, Disclosing, Protocol):
    """The calls that the gateway may make, always for the person of the passport."""

    def request_report(self, cmd: RequestReport) -> ReportView: ...

    def try_report_again(self, cmd: TryReportAgain) -> ReportView: ...

    def judge_answer(self, query: JudgeAnswer) -> JudgedAnswer: ...

    def find_report(self, query: FindReport) -> ReportView: ...

    def list_reports(self, query: ListReports) -> ReportList: ...

    def find_rubric(self, query: FindRubric) -> Rubric: ...

    def preview_report(self, query: RequestReport) -> SendingView: ...

    def find_report_sending(self, query: FindReportSending) -> SendingView: ...
