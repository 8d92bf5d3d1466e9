"""What analytics answers. Usage events follow once their scrubbing pipeline stands."""

from datetime import datetime
from typing import Protocol

from contracts.message import Message


class FindConsent(Message):
    """The choice of the person who asks."""


class SetConsent(Message):
    """Whether usage of this account may be counted; off until the person says otherwise."""

    is_granted: bool


class ConsentView(Message):
    is_granted: bool
    changed_at: datetime | None


class Analytics(Protocol):
    """The calls that the gateway may make, always for the person of the passport."""

    def find_consent(self, query: FindConsent) -> ConsentView: ...

    def set_consent(self, cmd: SetConsent) -> ConsentView: ...
