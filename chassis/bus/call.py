"""What the chassis knows of the piece of work that a worker is on, and who is asking for it."""

from dataclasses import dataclass, field
from typing import NoReturn, cast
from uuid import UUID

from chassis.errors import NotAllowed
from contracts.auth import Passport
from contracts.message import PersonId


@dataclass(frozen=True)
class JobRef:
    """The job row under way: `lease` is the right to write to it."""

    id: UUID
    lease: UUID
    person: PersonId | None


@dataclass
class Call:
    """One call, job or tick.

    `kept` becomes true when its answer has been written down, `is_settled` when its job has.
    """

    passport: Passport | None = None
    key_hash: bytes | None = None
    body_hash: bytes = b""
    job: JobRef | None = None
    trace: str | None = None
    kept: bool = field(default=False)
    is_settled: bool = field(default=False)


class _Nobody:
    """Stands where nobody is signed in: whoever asks it anything is refused."""

    def __getattr__(self, name: str) -> NoReturn:
        raise NotAllowed("Please sign in.")


class CallerOf:
    """Gives each worker the passport of its own call."""

    def bound_to(self, call: Call) -> Passport:
        return call.passport or cast("Passport", _Nobody())


def caller(_parts: object) -> Passport:
    """Builder for `inject_within`: `self.caller` is the verified passport of this call.

    In a public call, a job or a tick there is none: reading it raises NotAllowed.
    """
    return cast("Passport", CallerOf())
