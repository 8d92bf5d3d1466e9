"""The account itself: signed up, confirmed from the mailbox, and given its sample life."""

import re
import time
from dataclasses import dataclass
from http import HTTPStatus

from ops.demo.caller import Caller, NotMade, mails, patiently
from ops.demo.life import Life

EMAIL = "demo@example.org"
_NAME = "Mirela Tanase-Holt"
_TOKEN = re.compile(r"token=([A-Za-z0-9_-]{43})")
_MADE_WITHIN_S, _PAUSE_S = 60.0, 0.5


@dataclass(frozen=True)
class Demo:
    """Speaks to one gateway and one mailbox, given by their addresses."""

    address: str
    mailbox: str
    password: str

    def make_patiently(self, within_s: float = _MADE_WITHIN_S) -> None:
        """The same, tried again while a part of a busy machine does not answer. Raises NotMade."""
        until = time.monotonic() + within_s
        while True:
            try:
                self.make()
            except NotMade:
                if time.monotonic() > until:
                    raise
                time.sleep(_PAUSE_S)
            else:
                return

    def make(self) -> None:
        """Make the account and its sample life, as far as they are missing. Raises NotMade.

        Safe to repeat. An account of which something was deleted is left as it is.
        """
        signed_in = self._sign_in()
        if signed_in is None:
            self._sign_up()
            signed_in = self._sign_in()
        if signed_in is None:
            raise NotMade("it was signed up and cannot sign in")
        Life(signed_in).live()

    def _sign_in(self) -> Caller | None:
        """Somebody newly signed in; None when there is no such account."""
        body = {"email": EMAIL, "password": self.password}
        status, said = Caller(self.address).ask("POST", "/sign-ins", body)
        if status == HTTPStatus.CREATED:
            return Caller(self.address, str(said["token"]))
        if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND):
            return None
        raise NotMade(f"signing in was answered with {status}")

    def _sign_up(self) -> None:
        caller = Caller(self.address)
        seen = {mail["number"] for mail in mails(self.mailbox, EMAIL)}
        body = {"name": _NAME, "email": EMAIL, "password": self.password, "is_16_or_older": True}
        caller.post(HTTPStatus.ACCEPTED, "/accounts", body)
        token = patiently(lambda: self._new_token(seen), "the confirmation mail has not arrived")
        caller.post(HTTPStatus.OK, "/accounts/confirm", {"token": token})

    def _new_token(self, seen: set[int]) -> str | None:
        for mail in mails(self.mailbox, EMAIL):
            found = _TOKEN.search(mail["text"])
            if mail["number"] not in seen and found:
                return found[1]
        return None
