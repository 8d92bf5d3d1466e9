"""What became of a file: what was read of it, and what was left out and why."""

from enum import StrEnum

from contracts.message import Count, Message, Slug


class ExtractionState(StrEnum):
    OK = "ok"
    SCANNED = "scanned"
    PASSWORD = "password"  # noqa: S105 - the state of a file, not a secret
    TOO_LARGE = "too_large"
    BOMB = "bomb"
    UNSUPPORTED = "unsupported"
    EMPTY = "empty"
    UNREADABLE = "unreadable"


class Hidden(Message):
    """Text that a reader of the page would not see, left out of the analysis and shown here."""

    reason: Slug
    characters: Count
    page: Count | None = None
    preview: str


class ExtractionReport(Message):
    """What was read and what was ignored, for the owner of the file."""

    state: ExtractionState
    format: Slug
    pages: Count
    columns: Count
    characters: Count
    hidden: tuple[Hidden, ...] = ()
    warnings: tuple[Slug, ...] = ()
