"""Quotes, what they are evidence of, and numbers that say how they came to be.

The rule above all rules: an engine says "this quote is evidence of that"; code checks that the
quote stands in the source and computes every number from what is left.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from contracts.message import Count, Message, Slug

Unit = Annotated[float, Field(ge=0, le=1)]
Level = Literal[1, 2, 3, 4, 5]


class DocumentKind(StrEnum):
    RESUME = "resume"
    JOB_DESCRIPTION = "job_description"
    TRANSCRIPT = "transcript"


class Span(Message):
    """A quote and where it stands: `document[start:end] == quote`, characters, half-open."""

    document: DocumentKind
    document_id: UUID
    start: Count
    end: Count
    quote: str


class Certainty(StrEnum):
    """How sure a reading is: a word that stands for its reasons, never a number.

    Sure where a heading, a label, a known word or an unmistakable shape says what it is; likely
    where one of these is missing; a guess where only its place speaks for it.
    """

    SURE = "sure"
    LIKELY = "likely"
    GUESS = "guess"


class Read(Message):
    """What was read in a document; without `certainty` where nobody has said how surely."""

    certainty: Certainty | None = None


class Dated(Message):
    """What has dates, and how surely those were read; None where it has none, or nobody said."""

    dates_certainty: Certainty | None = None


class EngineKind(StrEnum):
    RULES = "rules"
    MODEL = "model"


class Twin(Message):
    """What the rules engine alone says of the same, shown beside a model's result, never blended.

    `agreement` is the share of what either found that both found. `score` is set where the result
    has one. `added` are the ids of what only the model showed, `shown` what they are called;
    `dropped` counts its claims that did not stand. `on` is the day that a reading took "present"
    to mean, so that it can be read again.
    """

    version: str
    agreement: Unit
    score: Unit | None = None
    on: date | None = None
    added: tuple[Slug, ...] = ()
    shown: tuple[str, ...] = ()
    dropped: Count = 0


class Engine(Message):
    """Who made a result. For rules the same input gives the same result, to the bit.

    `input_hash` is the SHA-256 (hex) of everything that the engine was given. `instead` says why
    the rules engine stands in for a model that was asked; `awaits` names one that is being asked:
    this is what the rules alone say until then.
    """

    kind: EngineKind
    version: str
    input_hash: str
    model: str | None = None
    instead: Slug | None = None
    awaits: str | None = None
    twin: Twin | None = None

    @property
    def rules_version(self) -> str:
        """The version of the rules engine that had a part in this: the twin's, beside a model."""
        return self.twin.version if self.twin else self.version

    @property
    def label(self) -> str:
        if self.kind is EngineKind.MODEL:
            return f"{self.model}, checked by the rules engine"
        if self.instead is None:
            return f"rules engine {self.version}, no AI used: same input, same result"
        return (
            f"rules engine {self.version}, because the model gave nothing that can be used:"
            " same input, same result"
        )


class Status(StrEnum):
    """How a number came to be, or why there is none."""

    SCORED = "scored"
    NOT_ELICITED = "not_elicited"
    INSUFFICIENT = "insufficient"
    NOT_ASSESSED = "not_assessed"


class Competency(StrEnum):
    """The twelve that interviews are about; anchors and questions are written for these."""

    DELIVERY = "delivery"
    PROBLEM_SOLVING = "problem_solving"
    DECISION_MAKING = "decision_making"
    COMMUNICATION = "communication"
    COLLABORATION = "collaboration"
    LEADERSHIP = "leadership"
    OWNERSHIP = "ownership"
    LEARNING = "learning"
    CUSTOMER_FOCUS = "customer_focus"
    PLANNING = "planning"
    CHANGE = "change"
    TECHNICAL_DEPTH = "technical_depth"


class EvidenceType(StrEnum):
    """What an answer can show; an anchor names the types that it requires."""

    SITUATION = "situation"
    OWN_ACTION = "own_action"
    RESULT = "result"
    MEASURE = "measure"
    REASONING = "reasoning"
    TRADE_OFF = "trade_off"
    REFLECTION = "reflection"


class Evidence(Message):
    """One quote as evidence of one type."""

    type: EvidenceType
    span: Span


class Measured(Message):
    """A level with its status; `value` is set if and only if `status` is scored.

    `why` is a code for the page to explain, such as `answer-too-short`.
    """

    status: Status
    value: Level | None = None
    why: Slug | None = None
