"""Feedback in the words of the answer: a model points at them and orders them, and adds none.

What is missing, the level that it would reach and every number are the rules' own. To that a model
adds which words of the answer it is most about, and in which order the person's own sentences are
best told, with our blanks where something is missing. One call for each question.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chassis.hearing.pickup import find_words
from chassis.hearing.text import Piece
from chassis.llm.addressed import speaks_to_reader
from chassis.llm.minimised import SentLine, minimise
from chassis.llm.names import hidden
from chassis.llm.question import ModelQuestion, Shape
from contracts.disclosure import Names, SentField
from contracts.evidence import DocumentKind, EvidenceType, Span, Status
from contracts.feedback import FeedbackReport, QuestionFeedback, Worded
from contracts.message import Slug
from services.feedback.advice.asking import MOST_CHARACTERS
from services.feedback.advice.claims import MOST_CLAIMS
from services.feedback.rules.advising.stronger import blank_for, to_add
from services.feedback.rules.counting import Answer, lacking
from services.feedback.rules.phrases import phrases

FEWEST_WORDS, MOST_WORDS = 3, 14

_TASK = """\
The data is one answer from a practice job interview, line by line. A coach may ask the speaker to
add any of these: {types}. For each of them give in `about` its name as `type`, the id of the line
that it would be most about as `line`, and as `quote` {fewest} to {most} words of that line in a
row, copied letter by letter. Give as `told` the order in which the answer is best told: ids of
lines, each at most once, those of no use left out, and each of the names once, where such a thing
would be added. What you are not sure of, leave out. Judge nobody.
"""


class About(Shape):
    """Words of one line that something to be added is about."""

    type: str
    line: str
    quote: str


class FeedbackWords(Shape):
    """Words of the answer, and an order of its lines and of what is added."""

    about: list[About]
    told: list[str]


@dataclass(frozen=True)
class Wording:
    """One question to a model, the answer that it is about, and the sentence behind each id.

    What it asks does not depend on what was found in the answer, so that it can be shown before.
    """

    question: ModelQuestion[FeedbackWords]
    answer: Answer
    sentences: Mapping[str, Piece]

    @property
    def question_id(self) -> Slug:
        return self.answer.question.id

    @property
    def missing(self) -> tuple[EvidenceType, ...]:
        """What the answer is asked for and does not show."""
        return to_add(self.answer)


Came = tuple[Wording, FeedbackWords | Slug]
"""What was asked, and what came; or why nothing did."""


def wordings(answers: Sequence[Answer], names: Names | None) -> tuple[Wording, ...]:
    """One for each answer that something can be added to. No question at all where nobody knows
    whose names to hide: then nothing leaves.
    """
    if names is None:
        return ()
    each = (_wording(answer, names) for answer in answers if _lacks_something(answer))
    return tuple(made for made in each if made is not None)


def _lacks_something(answer: Answer) -> bool:
    return answer.status is Status.SCORED and bool(lacking(answer))


def _wording(answer: Answer, names: Names) -> Wording | None:
    said = [piece for piece in answer.own if not speaks_to_reader(piece.text)]
    lines = {f"l{number}": piece for number, piece in enumerate(said, 1)}
    shown = [
        SentLine(one, SentField.ANSWER, answer.verbatim(piece)) for one, piece in lines.items()
    ]
    if not shown or sum(len(line.text) for line in shown) > MOST_CHARACTERS:
        return None
    types = ", ".join(f"{kind} ({name})" for kind, name in phrases().name.items())
    task = _TASK.format(types=types, fewest=FEWEST_WORDS, most=MOST_WORDS)
    question = ModelQuestion(task, FeedbackWords, minimise(shown, hidden(names)))
    return Wording(question, answer, lines)


def worded_report(report: FeedbackReport, told: Sequence[Came]) -> FeedbackReport:
    """`report` with what was pointed at, as far as it stands."""
    by_id = {asked.question_id: (asked, came) for asked, came in told}
    questions = tuple(
        _worded(one, *by_id[one.question_id]) if one.question_id in by_id else one
        for one in report.questions
    )
    return report.model_copy(update={"questions": questions})


def _worded(
    feedback: QuestionFeedback, asked: Wording, came: FeedbackWords | Slug
) -> QuestionFeedback:
    if not isinstance(came, FeedbackWords):
        return feedback.model_copy(update={"worded": Worded(instead=came)})
    fix, alone = feedback.one_fix, feedback.stronger_version
    about = _about(asked, came, fix.missing) if fix else None
    stronger = _stronger(asked, came)
    is_other = stronger is not None and alone is not None and stronger != alone
    said = any(fix is not None and each.type == fix.missing for each in came.about)
    return feedback.model_copy(
        update={
            "one_fix": fix and fix.model_copy(update={"about": about}),
            "stronger_version": stronger if is_other else alone,
            "worded": Worded(
                alone=alone if is_other else None,
                dropped=(about is None and said) + (stronger is None and bool(came.told)),
            ),
        }
    )


def _about(asked: Wording, came: FeedbackWords, missing: EvidenceType) -> Span | None:
    """The words that were picked for it; None unless they stand in that line and fit."""
    for each in came.about[:MOST_CLAIMS]:
        sentence = asked.sentences.get(each.line)
        if each.type == missing and sentence is not None:
            return _span(asked, sentence, each.quote)
    return None


def _span(asked: Wording, sentence: Piece, quote: str) -> Span | None:
    said = asked.answer.verbatim(sentence)
    words_in = asked.question.data.restored(quote)
    place = find_words(words_in, said, fewest=FEWEST_WORDS, most=MOST_WORDS)
    if place is None:
        return None
    return Span(
        document=DocumentKind.TRANSCRIPT,
        document_id=sentence.turn_id,
        start=sentence.start + place[0],
        end=sentence.start + place[1],
        quote=said[slice(*place)],
    )


def _stronger(asked: Wording, came: FeedbackWords) -> str | None:
    """The person's own sentences in that order; None unless each is theirs and told once, none is
    left out that shows something, and all that is missing has its blank.
    """
    answer = asked.answer
    blanks = {kind.value: blank_for(answer, kind) for kind in asked.missing}
    own = {one: answer.verbatim(piece) for one, piece in asked.sentences.items()}
    evident = {answer.verbatim(piece) for piece in answer.own if _is_evidence(answer, piece)}
    kinds = {kind.value for kind in EvidenceType}
    is_known = all(one in own or one in kinds for one in came.told)
    is_once = len(came.told) == len(set(came.told))
    told = [blanks.get(one) or own.get(one) for one in came.told]
    has_all = evident.issubset(told) and set(blanks.values()).issubset(told)
    return " ".join(filter(None, told)) if is_known and is_once and has_all else None


def _is_evidence(answer: Answer, piece: Piece) -> bool:
    return any(piece in answer.showing(kind) for kind in EvidenceType)
