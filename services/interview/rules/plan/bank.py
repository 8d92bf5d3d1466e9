"""The question bank: every question before it is asked, read once."""

from enum import StrEnum
from functools import cache
from pathlib import Path
from string import Formatter

from pydantic import TypeAdapter

from chassis.hearing.lexicon import read_toml
from contracts.evidence import Competency, EvidenceType
from contracts.interview import QuestionKind
from contracts.message import Message, Slug
from services.interview.rules.plan.lines import LineKind

_QUESTIONS = Path(__file__).with_name("questions")


class Field(StrEnum):
    """A line of work with cases of its own in the bank."""

    HEALTH = "health"
    CARE = "care"
    EDUCATION = "education"
    SALES = "sales"
    OPERATIONS = "operations"
    PUBLIC = "public"
    FINANCE = "finance"
    DESIGN = "design"
    SOFTWARE = "software"


class Template(Message):
    """A question before it is asked. Its first competency is the one that it is chosen for.

    `texts` ask for the same at three levels, of the person's own work at each, whatever their rank:
    the plain occasion; one where it was hard; the hardest, where no right answer was at hand or a
    price was paid. Each may have the same one blank, which a quote from the résumé or the job
    description fills. With a `field`, it is for that work only; whoever has a blank says which
    lines `suits` it: nobody makes anything with a certificate. With `why`, it asks why somebody
    wants the work. What `is_asked` outright, no follow-up asks again.
    """

    id: Slug
    kind: QuestionKind
    competencies: tuple[Competency, ...]
    field: Field | None = None
    suits: frozenset[LineKind] = frozenset()
    why: bool = False
    is_asked: tuple[EvidenceType, ...] = ()
    texts: tuple[str, str, str]

    @property
    def blank(self) -> str | None:
        return next((name for _, name, _, _ in Formatter().parse(self.texts[0]) if name), None)

    def takes(self, kinds: frozenset[LineKind]) -> bool:
        """Whether a line of one of these kinds can be asked about with it."""
        return self.blank is None or bool(self.suits & kinds)


@cache
def templates() -> tuple[Template, ...]:
    """Every question of the bank, ordered by kind and id."""
    return tuple(template for kind in QuestionKind for template in _of(kind))


@cache
def template_of(question_id: Slug) -> Template | None:
    """The one of this id; None where the bank does not have it (any more)."""
    return next((template for template in templates() if template.id == question_id), None)


def _of(kind: QuestionKind) -> tuple[Template, ...]:
    rows = [row for file in sorted(_QUESTIONS.glob(f"{kind}*.toml")) for row in _rows(file)]
    found = (Template.model_validate({**row, "kind": kind}, strict=False) for row in rows)
    return tuple(sorted(found, key=lambda template: template.id))


def _rows(file: Path) -> list[dict[str, object]]:
    read = read_toml(file)
    return TypeAdapter(list[dict[str, object]]).validate_python(read["question"])
