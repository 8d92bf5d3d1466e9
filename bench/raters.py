"""Who gives an answer a level: the rules, and two bare peers that know nothing of evidence.

The peers are given what the rules do not need: cut points that part the open half's answers as
its true levels do. 0 stands for no level.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from bench.truth.answers import Sample
from contracts.evidence import Engine, EngineKind
from contracts.feedback import FeedbackReport
from contracts.interview import (
    InterviewPlan,
    Question,
    Speaker,
    Transcript,
    Turn,
    TurnKind,
)
from contracts.message import InterviewId, TurnId
from services.feedback.rules.coach import RulesCoach
from services.feedback.rules.rubric import name_of, rubric, shown_by

Rater = Callable[[Sample], int]

STAR = re.compile(
    r"\b(?:situation|when|task|problem|because|decided|led|made|built|results?|finally|improved"
    r"|reduced|increased|per ?cent|instead|although|learn(?:ed|t)|lesson|since|team|customer"
    r"|before|after|goal|deadline|achieved|saved|why|reason)\b|%",
    re.IGNORECASE,
)
AT = datetime(2026, 6, 1, tzinfo=UTC)


def by_rules(sample: Sample) -> int:
    return report(sample).scorecard.cells[0].level.value or 0


def report(sample: Sample) -> FeedbackReport:
    """What the rules say of a session of this one answer."""
    return RulesCoach().report(transcript(sample))


def transcript(sample: Sample) -> Transcript:
    question = Question(
        id="k1",
        kind=sample.kind,
        text=sample.question,
        competencies=(sample.competency,),
        because="Interviews for most jobs ask about it.",
        expects=shown_by(sample.competency),
        level=2,
        seconds=150,
    )
    interview = InterviewId(UUID(int=1))
    plan = InterviewPlan(
        interview_id=interview,
        disclosure="You are talking to Mira, an AI recruiter for practice.",
        minutes=10,
        rubric=name_of(rubric()),
        questions=(question,),
        engine=Engine(kind=EngineKind.RULES, version="1.0.0", input_hash="0" * 64),
    )
    asked = _turn(0, Speaker.INTERVIEWER, TurnKind.QUESTION, sample.question)
    answered = _turn(1, Speaker.CANDIDATE, TurnKind.ANSWER, sample.text)
    return Transcript(
        interview_id=interview,
        title="Any work",
        plan=plan,
        turns=(asked, answered),
        finished_at=AT,
        resume_id=None,
        job_description_id=None,
    )


def _turn(number: int, speaker: Speaker, kind: TurnKind, text: str) -> Turn:
    return Turn(
        turn_id=TurnId(UUID(int=number + 1)),
        number=number,
        speaker=speaker,
        kind=kind,
        question_id="k1",
        text=text,
        said_at=AT,
    )


@dataclass(frozen=True)
class Counting:
    """Gives the level that answers with such a count have most often in the half it has seen."""

    count: Callable[[str], int]
    cuts: tuple[int, ...]

    @classmethod
    def fitted(cls, count: Callable[[str], int], seen: Sequence[Sample]) -> "Counting":
        counts = sorted(count(sample.text) for sample in seen)
        levels: list[int] = sorted(sample.level or 0 for sample in seen)
        return cls(count, tuple(counts[levels.index(level)] for level in range(1, 6)))

    def __call__(self, sample: Sample) -> int:
        return bisect_right(self.cuts, self.count(sample.text))


def words_in(text: str) -> int:
    return len(text.split())


def star_words_in(text: str) -> int:
    return len(STAR.findall(text))
