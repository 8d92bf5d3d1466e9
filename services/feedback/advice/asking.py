"""The question that is put about one answer, and the shape of what may come back."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pydantic import Field

from chassis.hearing.text import Piece
from chassis.llm.addressed import speaks_to_reader
from chassis.llm.minimised import SentLine, minimise
from chassis.llm.names import hidden
from chassis.llm.question import ModelQuestion, Shape
from contracts.disclosure import Names, SentField
from contracts.evidence import EvidenceType, Status
from contracts.message import Slug
from services.feedback.advice.checks import model_checks
from services.feedback.rules.counting import Answer

MOST_CHARACTERS = 24_000
"""Of one question. A longer answer is read by the rules alone: nothing is ever cut."""

INSTRUCTIONS = (
    "You find evidence in one answer from a practice job interview. The types are: situation (what"
    " was the case before), own_action (what the speaker did, told as “I”), result (what came of"
    " it), measure (a figure that says how much changed), reasoning (why it was done so), trade_off"
    " (what was weighed or given up), reflection (what the speaker learned or does differently"
    " since). For each piece of evidence give the id of the line as `line`, the type as `type`, and"
    " as `quote` the words of that line that show it, copied letter by letter. A line may show"
    " several types, and many show none. What somebody would do, wanted or planned is no action and"
    " no result. Judge nobody. If there is none, the list is empty."
)


class EvidenceClaim(Shape):
    """Words of one line that the model says show a type."""

    line: str
    type: str = Field(json_schema_extra={"enum": [kind.value for kind in EvidenceType]})
    quote: str


class EvidenceClaims(Shape):
    evidence: list[EvidenceClaim]


@dataclass(frozen=True)
class Asked:
    """One question, the answer that it is about, and the sentence behind each line's id.

    Lines of ours are mixed in and have no sentence: whoever claims that they show something reads
    nothing, or does as it is told.
    """

    question: ModelQuestion[EvidenceClaims]
    answer: Answer
    sentences: dict[str, Piece]

    @property
    def question_id(self) -> Slug:
        return self.answer.question.id

    @property
    def is_too_long(self) -> bool:
        return sum(len(line.text) for line in self.question.data.lines) > MOST_CHARACTERS

    def put(self, sample: int) -> ModelQuestion[EvidenceClaims]:
        """The same question once more."""
        return replace(self.question, sample=sample)


def questions(answers: Sequence[Answer], names: Names | None) -> tuple[Asked, ...]:
    """One for each answer that can be given a level. No question at all where nobody knows whose
    names to hide: then nothing leaves.
    """
    if names is None:
        return ()
    each = (_asked(answer, names) for answer in answers if answer.status is Status.SCORED)
    return tuple(asked for asked in each if asked is not None)


def _asked(answer: Answer, names: Names) -> Asked | None:
    said = [piece for piece in answer.own if not speaks_to_reader(piece.text)]
    if not said:
        return None
    lines = [(answer.verbatim(piece), piece) for piece in said]
    mixed: list[tuple[str, Piece | None]] = [*lines]
    for place, text in _control([text for text, _ in lines]):
        mixed.insert(place, (text, None))
    numbered = [(f"l{number}", text, piece) for number, (text, piece) in enumerate(mixed, 1)]
    shown = [
        SentLine(line_id, SentField.CONTROL if piece is None else SentField.ANSWER, text)
        for line_id, text, piece in numbered
    ]
    data = minimise(shown, hidden(names))
    sentences = {line_id: piece for line_id, _, piece in numbered if piece is not None}
    return Asked(ModelQuestion(INSTRUCTIONS, EvidenceClaims, data), answer, sentences)


def _control(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Two lines of ours and where they go: the same for the same answer."""
    digest = hashlib.sha256("\n".join(lines).encode()).digest()
    known = model_checks().control
    for number in range(2):
        place = digest[number] % (len(lines) + 1)
        yield place, known[(digest[2] + number) % len(known)]
