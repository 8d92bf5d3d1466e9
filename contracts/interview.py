"""What interview answers, and what it announces."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, ClassVar, Protocol

from pydantic import Field

from contracts.disclosure import Disclosing, Names, SendingView
from contracts.documents import Briefing
from contracts.evidence import Competency, Engine, EngineKind, EvidenceType, Level, Span
from contracts.message import (
    Count,
    Event,
    FitId,
    InterviewId,
    JobDescriptionId,
    Message,
    PersonId,
    ResumeId,
    Slug,
    TurnId,
)
from contracts.replanning import ChangePlan, RepeatInterview
from contracts.room import MAX_ANSWER_CHARACTERS, Difficulty, Pace, SaveDraft, Timing, Unsent
from contracts.suggestion import AskSuggestion, SettleSuggestion, SuggestionState


class InterviewState(StrEnum):
    PLANNED = "planned"
    LIVE = "live"
    FINISHED = "finished"


class Mode(StrEnum):
    """Practice is untimed, hints when asked and gives feedback after every answer; live is timed,
    and its feedback comes at the end.
    """

    PRACTICE = "practice"
    LIVE = "live"


class QuestionKind(StrEnum):
    """What a question asks about; `own` is one that its person wrote, of which nobody knows."""

    BEHAVIOURAL = "behavioural"
    SITUATIONAL = "situational"
    TECHNICAL = "technical"
    RESUME_PROBE = "resume_probe"
    GAP_PROBE = "gap_probe"
    MOTIVATION = "motivation"
    CLOSING = "closing"
    OWN = "own"


class Probe(Message):
    """A follow-up for one named missing evidence type: never a hint, never repeated."""

    if_missing: EvidenceType
    ask: str


class Question(Message):
    """`because` says why it is asked, with the requirement's id where one gave rise to it.

    `texts` are its wordings in ascending difficulty: own task, team, organisation. `text` is the
    one in force and `level` its number, from 1. A question with one wording only has no `texts`.
    """

    id: Slug
    kind: QuestionKind
    text: str
    texts: tuple[str, ...] = ()
    competencies: tuple[Competency, ...]
    because: str
    requirement_id: Slug | None = None
    expects: tuple[EvidenceType, ...]
    level: Level
    seconds: Count
    probes: tuple[Probe, ...] = ()


class InterviewPlan(Message):
    """`quotes` are all that questions and reasons repeat of a résumé or a job description.

    Each stands there between “ and ”; it reads [deleted] once its document has been erased.
    `original` are the questions as Mira planned them, if the person has changed them since.
    """

    interview_id: InterviewId
    disclosure: str
    minutes: Count
    rubric: str
    questions: tuple[Question, ...]
    engine: Engine
    quotes: tuple[Span, ...] = ()
    original: tuple[Question, ...] = ()


class Speaker(StrEnum):
    INTERVIEWER = "interviewer"
    CANDIDATE = "candidate"


class TurnKind(StrEnum):
    """`retry` asks a question once more, `between` waits for "again" or "next" after an answer in
    practice, `care` answers distress, `confirmation` asks whether to end. The clock stands still
    after `pause` and `care` until something is said.
    """

    DISCLOSURE = "disclosure"
    QUESTION = "question"
    PROBE = "probe"
    RETRY = "retry"
    BETWEEN = "between"
    CLARIFICATION = "clarification"
    HINT = "hint"
    PAUSE = "pause"
    CARE = "care"
    CONFIRMATION = "confirmation"
    TIME_UP = "time_up"
    CLOSING = "closing"
    ANSWER = "answer"
    REQUEST = "request"
    SKIP = "skip"


class Turn(Message):
    """`number` counts from 0 without gaps; `question_id` is the question it belongs to.

    `level` stands at a question: the one that it was asked at. A model has picked the words of an
    answer that a follow-up repeats, where it is `worded_by` one; `instead` says why one that was
    asked picked none, so that the rules stand in.
    """

    turn_id: TurnId
    number: Count
    speaker: Speaker
    kind: TurnKind
    question_id: Slug | None
    text: str
    said_at: datetime
    level: Level | None = None
    worded_by: EngineKind = EngineKind.RULES
    instead: Slug | None = None


class PlanInterview(Message):
    """`briefing` is what documents gave out for the same person; the gateway carries it."""

    briefing: Briefing
    mode: Mode
    difficulty: Difficulty = Difficulty.ADAPTIVE
    pace: Pace = 1


class FindInterview(Message):
    interview_id: InterviewId


class StartInterview(Message):
    """What is not given stays as it was planned."""

    interview_id: InterviewId
    mode: Mode | None = None
    difficulty: Difficulty | None = None
    pace: Pace | None = None


class Answer(Message):
    """One answer to what was asked last. The same `turn_id` twice is one turn.

    `asked` is the turn that its writer saw. An answer to another one than the open one is refused;
    where time has closed that turn, it is kept there and not scored, however often it is sent.
    """

    interview_id: InterviewId
    turn_id: TurnId
    asked: TurnId
    text: Annotated[str, Field(min_length=1, max_length=MAX_ANSWER_CHARACTERS)]


class FinishInterview(Message):
    """Finishing twice is one finish."""

    interview_id: InterviewId


class ListInterviews(Message):
    """All of the person who asks, newest first."""


class InterviewView(Message):
    """`asked` is what is open: a question, a follow-up, or the choice between two questions. None
    before the start and after the end. `draft` is what is written to it so far; `unsent`, what
    was written and not sent before.
    """

    interview_id: InterviewId
    state: InterviewState
    mode: Mode
    title: str
    fit_id: FitId | None
    resume_id: ResumeId | None = None
    plan: InterviewPlan
    turns: tuple[Turn, ...] = ()
    asked: Turn | None = None
    question_number: Count
    difficulty: Difficulty = Difficulty.ADAPTIVE
    pace: Pace = 1
    timing: Timing | None = None
    draft: str = ""
    unsent: tuple[Unsent, ...] = ()
    planned_at: datetime
    started_at: datetime | None = None
    finished_at: datetime | None = None
    version: int


class SuggestionView(Message):
    """Another plan that a model suggests; `instead` says why there is none."""

    state: SuggestionState
    plan: InterviewPlan | None = None
    instead: Slug | None = None


class InterviewRow(Message):
    """`is_paused` where a session is under way and nothing was said in it for a while."""

    interview_id: InterviewId
    state: InterviewState
    mode: Mode
    title: str
    planned_at: datetime
    finished_at: datetime | None = None
    is_paused: bool = False


class InterviewList(Message):
    interviews: tuple[InterviewRow, ...]


class Transcript(Message):
    """A finished session, whole: what was planned and every turn.

    `names` are those of the résumé, to be hidden from a model; None where not known, or erased.
    `recited` are sentences that stand in the résumé and count for nothing, as feedback marks them.
    """

    interview_id: InterviewId
    title: str
    plan: InterviewPlan
    turns: tuple[Turn, ...]
    finished_at: datetime
    resume_id: ResumeId | None
    job_description_id: JobDescriptionId | None
    names: Names | None = None
    mode: Mode | None = None
    recited: tuple[Span, ...] = ()


class InterviewFinished(Event):
    topic: ClassVar[str] = "interview.interview_finished"

    person: PersonId
    interview_id: InterviewId


class Interview(Disclosing, Protocol):
    """The calls that the gateway may make, always for the person of the passport."""

    def plan_interview(self, cmd: PlanInterview) -> InterviewView: ...

    def repeat_interview(self, cmd: RepeatInterview) -> InterviewView: ...

    def change_plan(self, cmd: ChangePlan) -> InterviewView: ...

    def find_suggestion(self, query: FindInterview) -> SuggestionView: ...

    def preview_suggestion(self, query: AskSuggestion) -> SendingView: ...

    def ask_suggestion(self, cmd: AskSuggestion) -> SuggestionView: ...

    def settle_suggestion(self, cmd: SettleSuggestion) -> InterviewView: ...

    def find_interview(self, query: FindInterview) -> InterviewView: ...

    def list_interviews(self, query: ListInterviews) -> InterviewList: ...

    def start_interview(self, cmd: StartInterview) -> InterviewView: ...

    def save_draft(self, cmd: SaveDraft) -> InterviewView: ...

    def answer(self, cmd: Answer) -> InterviewView: ...

    def finish_interview(self, cmd: FinishInterview) -> InterviewView: ...

    def find_transcript(self, query: FindInterview) -> Transcript: ...
