"""What answers claim in figures and dates, and what the résumé says of the same."""

from enum import StrEnum

from contracts.analysis import Month
from contracts.evidence import Span
from contracts.message import Message


class ClaimKind(StrEnum):
    """What is claimed: of figures, what they count. A deed is one only where it was taken back."""

    PEOPLE = "people"
    USERS = "users"
    MONEY = "money"
    SHARE = "share"
    YEARS = "years"
    FIGURE = "figure"
    DATE = "date"
    TITLE = "title"
    DEED = "deed"


class ClaimStatus(StrEnum):
    """How a claim stands to the résumé. None of these says who is right.

    `WITHIN` is a year inside the time of a role: neither another one nor the one that is written.
    """

    CONFLICT = "conflict"
    SUPPORTED = "supported"
    WITHIN = "within"
    UNSUPPORTED = "unsupported"
    RETRACTED = "retracted"


class Claim(Message):
    """`text` is the figure or deed as it was said, `said` the words around it in the transcript.

    `resume` is the line of the résumé that speaks of the same; its quote reads [deleted] once the
    résumé is erased. `corrected` is what the candidate put in the place of a retracted claim.
    """

    kind: ClaimKind
    status: ClaimStatus
    text: str
    said: Span
    resume: Span | None = None
    corrected: Span | None = None


class RoleFact(Message):
    """One role of a résumé; `dates` is the place where its months stand."""

    title: Span
    employer: Span | None = None
    start: Month | None = None
    end: Month | None = None
    is_current: bool = False
    dates: Span | None = None


class ResumeFacts(Message):
    """What of a résumé an answer can be laid beside, and no more; the gateway carries it.

    `deeds` are those of the `lines` that stand under a role: what is told there can be a story,
    and what somebody says of themselves above them all is none.
    """

    lines: tuple[Span, ...] = ()
    deeds: tuple[Span, ...] = ()
    roles: tuple[RoleFact, ...] = ()
