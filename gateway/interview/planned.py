"""What the page of a plan shows beside the plan: what it covers, and where its quotes stand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from chassis.hearing.motives import is_motive
from contracts.evidence import Competency, Span
from contracts.interview import InterviewPlan, Question, QuestionKind
from contracts.replanning import (
    MAX_QUESTION_CHARACTERS,
    MAX_QUESTION_MINUTES,
    MAX_QUESTIONS,
    MIN_QUESTIONS,
)

ONE_WORDING = (
    "Each of these questions has one wording: the one in which it was asked before, or your own. "
    "So there is no difficulty to choose, and none follows your answers."
)
"""Of a plan without a question at three levels, as that of an interview once more is."""

Topic = Competency | QuestionKind
"""What a question is about: a competency, or what moves somebody, which is none."""


@dataclass(frozen=True)
class Stretch:
    """The time of one question in the picture, in seconds; `number` is its place, from 1."""

    number: int
    start: int
    seconds: int


@dataclass(frozen=True)
class Covered:
    """What is asked about a topic; `beside` are the questions that touch it as well."""

    topic: Topic
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
        "topics_of": topics_of,
        "all_competencies": list(Competency),
        "fewest_questions": MIN_QUESTIONS,
        "most_questions": MAX_QUESTIONS,
        "most_characters": MAX_QUESTION_CHARACTERS,
        "most_minutes": MAX_QUESTION_MINUTES,
        "one_wording": ONE_WORDING,
    }


def topics_of(question: Question) -> tuple[Topic, ...]:
    """What it is about, the main thing first. A wish is scored as a competency and asks of none."""
    if is_motive(question.kind, question.text):
        return (QuestionKind.MOTIVATION,)
    return question.competencies


def coverage(plan: InterviewPlan) -> tuple[Covered, ...]:
    """Topics in the order in which they are asked about; those only touched, last."""
    numbered = [(n, q.seconds, topics_of(q)) for n, q in enumerate(plan.questions, start=1)]
    firsts = [topics[0] for _, _, topics in numbered]
    touched = [each for _, _, topics in numbered for each in topics[1:]]
    return tuple(
        Covered(
            topic=topic,
            first=tuple(_stretches(numbered, topic)),
            beside=tuple(n for n, _, topics in numbered if topic in topics[1:]),
        )
        for topic in dict.fromkeys([*firsts, *touched])
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


def _stretches(
    numbered: Sequence[tuple[int, int, tuple[Topic, ...]]], topic: Topic
) -> list[Stretch]:
    found: list[Stretch] = []
    for number, seconds, topics in numbered:
        if topics[0] is topic:
            start = sum(stretch.seconds for stretch in found)
            found.append(Stretch(number, start, seconds))
    return found
