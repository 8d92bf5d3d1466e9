"""The services, as pages and API see them: typed calls that share one deadline per request."""

from dataclasses import dataclass
from typing import Protocol, TypeVar, cast

from flask import current_app, g, request
from typing_extensions import TypeForm

from chassis.bus.client import Deadline
from chassis.errors import Invalid
from contracts.auth import Auth
from contracts.documents import Documents
from contracts.feedback import Feedback
from contracts.interview import Interview
from contracts.message import Owner
from contracts.privacy import Privacy

Api = TypeVar("Api")

SECONDS_PER_REQUEST = 4.5
"""Nobody waits over 5 s, our own part of it included."""
MAX_KEY_CHARACTERS = 128


class Switchboard(Protocol):
    """What the gateway needs of `chassis.bus.client.Bus`; its tests bring one with memory."""

    def service(
        self,
        contract: TypeForm[Api],
        *,
        passport: str | None,
        deadline: Deadline,
        idempotency_key: str | None,
    ) -> Api: ...

    def ping(self, owner: Owner, deadline: Deadline) -> None:
        """Return if `owner` answers in time. Raises Unavailable."""


@dataclass(frozen=True)
class Backend:
    """Every service, asked in the name of one passport, or of nobody."""

    switchboard: Switchboard
    deadline: Deadline
    passport: str | None = None
    idempotency_key: str | None = None

    @property
    def auth(self) -> Auth:
        return self._speaking(Auth)

    @property
    def documents(self) -> Documents:
        return self._speaking(Documents)

    @property
    def interview(self) -> Interview:
        return self._speaking(Interview)

    @property
    def feedback(self) -> Feedback:
        return self._speaking(Feedback)

    @property
    def privacy(self) -> Privacy:
        return self._speaking(Privacy)

    def _speaking(self, contract: TypeForm[Api]) -> Api:
        return self.switchboard.service(
            contract,
            passport=self.passport,
            deadline=self.deadline,
            idempotency_key=self.idempotency_key,
        )


def anyone(passport: str | None = None) -> Backend:
    """The services asked by nobody, or by the bearer of `passport`, such as a proof.

    The deadline starts with the first call of a request, so that a slow upload does not eat it.
    """
    return Backend(switchboard(), _deadline(), passport, _idempotency_key())


def looking_up() -> Backend:
    """The services asked before the body is read: a body over the limit must not fail that."""
    return Backend(switchboard(), _deadline())


def switchboard() -> Switchboard:
    return cast("Switchboard", current_app.extensions["mira.switchboard"])


def _deadline() -> Deadline:
    if "deadline" not in g:
        g.deadline = Deadline.after(SECONDS_PER_REQUEST)
    return cast("Deadline", g.deadline)


def _idempotency_key() -> str | None:
    if request.method != "POST":
        return None
    key = request.headers.get("Idempotency-Key") or request.form.get("idempotency_key")
    if key and (len(key) > MAX_KEY_CHARACTERS or not key.isascii() or not key.isprintable()):
        raise Invalid(
            f"An Idempotency-Key has at most {MAX_KEY_CHARACTERS} printable ASCII characters.",
            code="bad-idempotency-key",
        )
    return key or None
