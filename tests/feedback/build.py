"""Transcripts with chosen answers, of an invented person."""

from collections.abc import Sequence

from chassis.hearing.detectors import detect
from chassis.hearing.text import sentences
from contracts.evidence import Competency, EvidenceType, Level
from contracts.feedback import Cell, FeedbackReport
from contracts.interview import InterviewPlan, Question, QuestionKind, Speaker, Transcript, TurnKind
from services.feedback.rules.coach import RulesCoach
from services.feedback.rules.rubric import shown_by
from tests.interview.build import ENGINE, INTERVIEW, NOON, Rehearsal, a_turn


def a_question(
    number: int = 1,
    *,
    text: str = "Tell me about something you had to finish by a fixed date.",
    competencies: Sequence[Competency] = (Competency.DELIVERY,),
    kind: QuestionKind = QuestionKind.BEHAVIOURAL,
    level: Level = 2,
) -> Question:
    return Question(
        id=f"k{number}",
        kind=kind,
        text=text,
        competencies=tuple(competencies),
        because="Interviews for most jobs ask about it.",
        expects=shown_by(competencies[0]),
        level=level,
        seconds=150,
    )


def a_plan_of(*questions: Question) -> InterviewPlan:
    return InterviewPlan(
        interview_id=INTERVIEW,
        disclosure="You are talking to Mira, an AI recruiter for practice.",
        minutes=10,
        rubric="mira-bars 1.1.0",
        questions=questions or (a_question(),),
        engine=ENGINE,
    )


def a_transcript(*answers: str, questions: Sequence[Question] = ()) -> Transcript:
    """One question for each answer, asked and answered in turn."""
    asked = questions or [a_question(number) for number in range(1, len(answers) + 1)]
    turns = []
    for question, answer in zip(asked, answers, strict=True):
        for speaker, kind, text in (
            (Speaker.INTERVIEWER, TurnKind.QUESTION, question.text),
            (Speaker.CANDIDATE, TurnKind.ANSWER, answer),
        ):
            turns.append(a_turn(len(turns), speaker, kind, text, question.id))
    return Transcript(
        interview_id=INTERVIEW,
        title="Billing Engineer",
        plan=a_plan_of(*asked),
        turns=tuple(turns),
        finished_at=NOON,
        resume_id=None,
        job_description_id=None,
    )


def a_report(*answers: str, questions: Sequence[Question] = ()) -> FeedbackReport:
    return RulesCoach().report(a_transcript(*answers, questions=questions))


def the_cell(answer: str, question: Question | None = None) -> Cell:
    return a_report(answer, questions=[question or a_question()]).scorecard.cells[0]


def report_on(session: Rehearsal) -> FeedbackReport:
    return RulesCoach().report(session.transcript())


def heard(text: str) -> dict[EvidenceType, list[str]]:
    """The quotes that are found in `text` as things that happened, by type."""
    turn = a_turn(0, Speaker.CANDIDATE, TurnKind.ANSWER, text, "k1")
    found: dict[EvidenceType, list[str]] = {}
    for one in detect(sentences(turn)):
        if not one.is_unreal:
            found.setdefault(one.type, []).append(text[one.words.start : one.words.end])
    return found
