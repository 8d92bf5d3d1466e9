"""Which words of an answer a follow-up picks up: the model points at them, the rules ask.

Whether there is a follow-up, and for what, is decided before. All that a model can add to it are
words that the person has just said: so it cannot hint, promise or pass on an order.
"""

from dataclasses import dataclass
from uuid import UUID

from chassis.hearing.pickup import find_words
from chassis.hearing.text import sentences_of
from chassis.llm.addressed import speaks_to_reader
from chassis.llm.minimised import SentLine, minimise
from chassis.llm.names import hidden
from chassis.llm.question import ModelQuestion, Shape
from contracts.disclosure import Names, SentField
from contracts.evidence import EvidenceType
from contracts.message import TurnId

MOST_CHARACTERS = 8_000
"""Of one answer. A longer one is followed up without a quote: nothing is ever cut."""

MOST_ASKED = 200
"""Characters of a follow-up, with the words that it picks up."""

FEWEST_WORDS, MOST_WORDS = 3, 14

_NO_TURN = TurnId(UUID(int=0))
"""Sentences are cut before the answer is a turn."""

_WANTED = {
    EvidenceType.SITUATION: "what the situation was",
    EvidenceType.OWN_ACTION: "what the speaker did in person",
    EvidenceType.RESULT: "what came of it",
    EvidenceType.MEASURE: "how much changed",
    EvidenceType.REASONING: "why it was done so",
    EvidenceType.TRADE_OFF: "what else was possible and what it cost",
    EvidenceType.REFLECTION: "what the speaker learned from it",
}
_TASK = (
    "The data is one answer from a practice job interview, line by line. The interviewer is about"
    " to ask {wanted}. Give as `quote` the few words of one line that this follow-up is most about,"
    " {fewest} to {most} words in a row, copied letter by letter. If no words fit, `quote` is"
    " empty."
)


class Picked(Shape):
    """The words of the answer that the model points at."""

    quote: str


@dataclass(frozen=True)
class Picking:
    """One question, and the sentences of the answer that it is about, each as it was said."""

    question: ModelQuestion[Picked]
    sentences: tuple[str, ...]


def picking(missing: EvidenceType, said: str, names: Names | None) -> Picking | None:
    """None where nobody knows whose names to hide, the answer is too long, or all of it speaks to
    whoever reads it: then nothing leaves.
    """
    if names is None or len(said) > MOST_CHARACTERS:
        return None
    cut = (said[piece.start : piece.end] for piece in sentences_of(_NO_TURN, said))
    sentences = tuple(each for each in cut if not speaks_to_reader(each))
    if not sentences:
        return None
    task = _TASK.format(wanted=_WANTED[missing], fewest=FEWEST_WORDS, most=MOST_WORDS)
    lines = [
        SentLine(f"l{number}", SentField.ANSWER, each) for number, each in enumerate(sentences, 1)
    ]
    return Picking(ModelQuestion(task, Picked, minimise(lines, hidden(names))), sentences)


def reworded(ask: str, picked: Picking, answer: Picked) -> str:
    """`ask` with the words that were picked; as it is, unless they stand in the answer and fit."""
    quote = picked.question.data.restored(answer.quote)
    for said in picked.sentences:
        place = find_words(quote, said, fewest=FEWEST_WORDS, most=MOST_WORDS)
        if place is not None:
            text = f"You said “{said[slice(*place)]}”. {ask}"
            return text if len(text) <= MOST_ASKED else ask
    return ask
