"""The question bank, the interviewer's phrases and what gives an utterance away: read once."""

import re
import tomllib
from enum import StrEnum
from functools import cache
from pathlib import Path
from string import Formatter

from pydantic import TypeAdapter

from chassis.hearing.lexicon import compiled
from contracts.evidence import Competency, EvidenceType
from contracts.interview import QuestionKind
from contracts.message import Count, Message, Slug
from services.interview.rules.lines import LineKind

HERE = Path(__file__).parent


class Intent(StrEnum):
    ANSWER = "answer"
    SKIP = "skip"
    REPEAT = "repeat"
    CLARIFY = "clarify"
    THINKING = "thinking"
    HUMAN = "human"
    PROMISE = "promise"
    COMMAND = "command"
    UNKNOWN = "unknown"
    ABUSE = "abuse"
    DANGER = "danger"
    DISTRESS = "distress"
    TIME = "time"
    RECORD = "record"
    HINT = "hint"
    RETRY = "retry"
    PAUSE = "pause"
    RESUME = "resume"
    STOP = "stop"
    YES = "yes"
    NO = "no"
    LEVEL = "level"
    LANGUAGE = "language"
    LENGTH = "length"
    LATER = "later"
    SOURCE = "source"
    NAMES = "names"
    NOTES = "notes"
    SCORING = "scoring"
    SPELLING = "spelling"
    ENDING = "ending"
    CHANGE = "change"
    WHY = "why"
    VERDICT = "verdict"
    TRAINING = "training"
    EXAMPLE = "example"
    RIGHT = "right"
    SILENCE = "silence"
    MEDIUM = "medium"
    RECENT = "recent"
    WHICH = "which"


MATTERS = (
    Intent.TRAINING,
    Intent.EXAMPLE,
    Intent.RIGHT,
    Intent.SILENCE,
    Intent.CHANGE,
    Intent.VERDICT,
    Intent.SPELLING,
    Intent.SCORING,
    Intent.LENGTH,
    Intent.RECENT,
    Intent.WHICH,
    Intent.SOURCE,
    Intent.NAMES,
    Intent.NOTES,
    Intent.MEDIUM,
    Intent.LANGUAGE,
    Intent.ENDING,
    Intent.LATER,
    Intent.WHY,
)
"""Questions about the interview itself, in the order in which they decide."""


class Field(StrEnum):
    """A line of work with cases of its own in the bank."""

    HEALTH = "health"
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


class Phrases(Message):
    """All that the interviewer may say beside the questions."""

    disclosure: str
    closing: str
    stopped: str
    expects: dict[Competency, tuple[EvidenceType, ...]]
    motive: dict[str, tuple[EvidenceType, ...]]
    motive_probe: dict[EvidenceType, tuple[str, ...]]
    case_probe: dict[EvidenceType, tuple[str, ...]]
    motive_hint: dict[EvidenceType, str]
    label: dict[Competency, str]
    seconds: dict[QuestionKind, Count]
    probe: dict[EvidenceType, tuple[str, ...]]
    clarify: dict[QuestionKind, str]
    plainly: dict[QuestionKind, str]
    meant: dict[EvidenceType, str]
    simply: dict[EvidenceType, str]
    hint: dict[EvidenceType, str]
    reply: dict[str, str]
    time: dict[str, str]
    because: dict[str, str]


class Signs(Message):
    """One expression for each intent, in the order in which they decide; `telling` ones give away
    that a sentence is told, or asked, whatever it is about.
    """

    intent: dict[Intent, re.Pattern[str]]
    telling: dict[str, re.Pattern[str]]


@cache
def templates() -> tuple[Template, ...]:
    """Every question of the bank, ordered by kind and id."""
    return tuple(template for kind in QuestionKind for template in _of(kind))


@cache
def template_of(question_id: Slug) -> Template | None:
    """The one of this id; None where the bank does not have it (any more)."""
    return next((template for template in templates() if template.id == question_id), None)


@cache
def phrases() -> Phrases:
    return Phrases.model_validate(_read(HERE / "phrases.toml"), strict=False)


@cache
def signs() -> Signs:
    """signs.toml, its pieces put in."""
    rows = TypeAdapter(dict[str, dict[str, list[str]]])
    read = _read(HERE / "signs.toml")
    pieces = TypeAdapter(dict[str, str]).validate_python(read.pop("pieces"))
    tables = {
        table: {name: _compiled(signs, pieces) for name, signs in named.items()}
        for table, named in rows.validate_python(read).items()
    }
    return Signs.model_validate(tables, strict=False)


def _compiled(signs: list[str], pieces: dict[str, str]) -> re.Pattern[str]:
    """Any of `signs`. `@` stands for the head of an order, `~` for where a request begins."""
    return compiled([sign.replace("@", "{head}").replace("~", "{ask}") for sign in signs], pieces)


def _of(kind: QuestionKind) -> tuple[Template, ...]:
    table = TypeAdapter(list[dict[str, object]])
    files = sorted((HERE / "questions").glob(f"{kind}*.toml"))
    rows = [row for file in files for row in table.validate_python(_read(file)["question"])]
    found = (Template.model_validate({**row, "kind": kind}, strict=False) for row in rows)
    return tuple(sorted(found, key=lambda template: template.id))


def _read(file: Path) -> dict[str, object]:
    return tomllib.loads(file.read_text(encoding="utf-8"))
