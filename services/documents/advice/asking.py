"""The questions that are put about a résumé or a job description, and the shape of an answer."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from chassis.llm.minimised import NameKind, minimise
from chassis.llm.question import ModelQuestion, Shape
from contracts.disclosure import SendingPurpose
from services.documents.advice.lines import Place
from services.documents.advice.terms import is_term

MOST_CHARACTERS = 24_000
"""Of one question. A longer document makes more questions: nothing is ever cut."""
MOST_QUESTIONS = 12

_TASK = (
    "You find skills in {document}. For every skill, tool, technology or method that a line names"
    " {how}, give the id of the line as `line`, the skill's usual name as `skill`, and as `quote`"
    " the words of that line that name it, copied letter by letter. Name nothing that the line"
    " does not name itself, and judge nobody. If there is none, the list is empty."
)
INSTRUCTIONS = {
    SendingPurpose.READ_RESUME: _TASK.format(
        document="lines of a résumé", how="as something that was used or is known"
    ),
    SendingPurpose.READ_JOB: _TASK.format(
        document="lines of a job description", how="as something that is asked for"
    ),
}


class SkillClaim(Shape):
    """One skill that the model says it has seen, and where."""

    line: str
    skill: str
    quote: str


class SkillClaims(Shape):
    skills: list[SkillClaim]


@dataclass(frozen=True)
class Asked:
    """One question and the places that its lines stand for."""

    question: ModelQuestion[SkillClaims]
    places: tuple[Place, ...]


def questions(
    purpose: SendingPurpose, places: Sequence[Place], names: Iterable[tuple[NameKind, str]]
) -> tuple[Asked, ...]:
    """All that would be asked, in order; none where nothing is to be read."""
    known = list(names)
    return tuple(
        Asked(
            ModelQuestion(
                INSTRUCTIONS[purpose], SkillClaims, minimise([p.line for p in some], known, is_term)
            ),
            some,
        )
        for some in _pieces(places)
    )


def _pieces(places: Sequence[Place]) -> Iterator[tuple[Place, ...]]:
    piece: list[Place] = []
    room = MOST_CHARACTERS
    for place in places:
        size = place.end - place.start
        if piece and size > room:
            yield tuple(piece)
            piece, room = [], MOST_CHARACTERS
        piece.append(place)
        room -= size
    if piece:
        yield tuple(piece)
