"""What the page of a plan shows beside the plan: what it covers, and where its quotes stand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from contracts.evidence import Competency, Span
from contracts.interview import InterviewPlan, Question
from contracts.replanning import (
    MAX_QUESTION_CHARACTERS,
    MAX_QUESTION_MINUTES,
    MAX_QUESTIONS,
    MIN_QUESTIONS,
)


@dataclass(frozen=True)
class Stretch:
    """The time of one question in the picture, in seconds; `number` is its place, from 1."""

    number: int
    start: int
    seconds: int


@dataclass(frozen=True)
class Covered:
    """What is asked about a competency; `beside` are the questions that touch it as well."""

    competency: Competency
    first: tuple[Stretch, ...]
    beside: tuple[int, ...]

    @property
    def seconds(self) -> int:
        return sum(stretch.seconds for stretch in self.first)


@dataclass(frozen=True)
class Piece:
    """Words, and the place that they quote, if they do."""

    words: str
    span: Span | None = None


def on_page(plan: InterviewPlan) -> dict[str, object]:
    """What the templates of a plan are given beside the interview."""
    return {
        "covered": coverage(plan),
        "pieces": pieces_of(plan),
        "all_competencies": list(Competency),
        "fewest_questions": MIN_QUESTIONS,
        "most_questions": MAX_QUESTIONS,
        "most_characters": MAX_QUESTION_CHARACTERS,
        "most_minutes": MAX_QUESTION_MINUTES,
    }


def coverage(plan: InterviewPlan) -> tuple[Covered, ...]:
    """Competencies in the order in which they are asked about; those only touched, last."""
    numbered = list(enumerate(plan.questions, start=1))
    firsts = [question.competencies[0] for question in plan.questions]
    touched = [each for question in plan.questions for each in question.competencies[1:]]
    return tuple(
        Covered(
            competency=competency,
            first=tuple(_stretches(numbered, competency)),
            beside=tuple(n for n, question in numbered if competency in question.competencies[1:]),
        )
        for competency in dict.fromkeys([*firsts, *touched])
    )


def pieces_of(plan: InterviewPlan) -> Callable[[str], list[Piece]]:
    """Cuts a text of `plan` where it quotes a document, so that a quote can lead there."""
    spans = sorted(plan.quotes, key=lambda span: -len(span.quote))

    def cut(text: str) -> list[Piece]:
        for span in spans:
            head, quoted, tail = text.partition(f"“{span.quote}”")
            if quoted:
                return [*cut(f"{head}“"), Piece(span.quote, span), *cut(f"”{tail}")]
        return [Piece(text)]

    return cut


def _stretches(numbered: Sequence[tuple[int, Question]], competency: Competency) -> list[Stretch]:
    found: list[Stretch] = []
    for number, question in numbered:
        if question.competencies[0] is competency:
            start = sum(stretch.seconds for stretch in found)
            found.append(Stretch(number, start, question.seconds))
    return found
