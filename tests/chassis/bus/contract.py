"""What the small service of these tests can be asked. It goes by the name of analytics.

Its process is `tests/chassis/bus/echo.py`; this module is what both sides import.
"""

from enum import StrEnum
from typing import ClassVar, Protocol
from uuid import UUID

from contracts.auth import Accepted
from contracts.message import Event, Message, Owner

OWNER = Owner.ANALYTICS


class Said(Message):
    text: str


class Effects(Message):
    """How often each thing has really been done."""

    count: int


class Do(Message):
    """Have the effect `what` once; before it is written down, wait `nap_s`."""

    what: str
    nap_s: float = 0.0


class Failing(StrEnum):
    SQL = "sql"
    BUG = "bug"
    NOT_FOUND = "not_found"
    NO_MESSAGE = "no_message"
    NOTHING_KEPT = "nothing_kept"


class Fail(Message):
    how: Failing
    text: str = ""


class How(StrEnum):
    """How a job goes, or the hearing of an event."""

    WELL = "well"
    REFUSED = "refused"
    AWAY_ONCE = "away_once"
    BUG = "bug"
    ENDLESS_ONCE = "endless_once"
    SPINNING = "spinning"
    DEADLY = "deadly"


class Owe(Message):
    thing: UUID
    how: How


class Count(Message):
    """How often was `what` done?"""

    what: str


class Hash(Message):
    """Hash `times` passwords at once, in the loop or beside it."""

    times: int
    is_offloaded: bool


class Lag(Message):
    """How late the loop was at worst while it was asked to do something, in milliseconds."""

    worst_ms: float


class Announced(Event):
    """What the small service announces."""

    topic: ClassVar[str] = "analytics.announced"

    thing: UUID


class Happened(Event):
    """What it hears of, said by another owner."""

    topic: ClassVar[str] = "documents.happened"

    thing: UUID
    how: How


class Gathered(Event):
    """What it hears many of at once."""

    topic: ClassVar[str] = "documents.gathered"

    thing: UUID
    how: How


class Analytics(Protocol):
    """Named like the owner whose place it takes, because the name is the address."""

    def echo(self, query: Said) -> Said: ...

    def whisper(self, query: Said) -> Said: ...

    def nap(self, query: Do) -> Said: ...

    def do(self, cmd: Do) -> Effects: ...

    def erase_all(self, cmd: Do) -> Accepted: ...

    def inspect(self, query: Said) -> Said: ...

    def fail(self, query: Fail) -> Said: ...

    def owe(self, cmd: Owe) -> Accepted: ...

    def send_out(self, cmd: Owe) -> Accepted: ...

    def announce(self, cmd: Owe) -> Accepted: ...

    def count(self, query: Count) -> Effects: ...

    def hash(self, query: Hash) -> Lag: ...

    def call_yourself(self, query: Said) -> Said: ...

    def wait_in_database(self, query: Do) -> Said: ...
