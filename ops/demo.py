"""The demo account: made through the public API and the mailbox, as a person would make it."""

import json
import re
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any, TypeVar

EMAIL = "demo@example.org"
_NAME = "Mirela Tanase-Holt"
_SAMPLES = Path(__file__).parent / "samples"
_TOKEN = re.compile(r"token=([A-Za-z0-9_-]{43})")
_PATIENCE_S = 20.0
_MADE_WITHIN_S, _PAUSE_S = 60.0, 0.5

T = TypeVar("T")


class NotMade(Exception):
    """The account is not there; the text says at which step it failed, and nothing of a person."""


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
        """Make the account and its sample documents, unless they are there. Raises NotMade."""
        session = self._sign_in()
        if session is None:
            self._sign_up()
            session = self._sign_in()
        if session is None:
            raise NotMade("it was signed up and cannot sign in")
        self._add_samples(session)

    def _sign_in(self) -> str | None:
        """The token of a new sign-in; None when there is no such account."""
        body = {"email": EMAIL, "password": self.password}
        status, said = self._ask("POST", "/sign-ins", body)
        if status == HTTPStatus.CREATED:
            return str(said["token"])
        if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND):
            return None
        raise NotMade(f"signing in was answered with {status}")

    def _sign_up(self) -> None:
        seen = {mail["number"] for mail in self._mails()}
        body = {"name": _NAME, "email": EMAIL, "password": self.password, "is_16_or_older": True}
        self._expect(HTTPStatus.ACCEPTED, "/accounts", body)
        token = _patiently(lambda: self._new_token(seen), "the confirmation mail has not arrived")
        self._expect(HTTPStatus.OK, "/accounts/confirm", {"token": token})

    def _add_samples(self, session: str) -> None:
        _, documents = self._ask("GET", "/documents", session=session)
        if documents.get("resumes") or documents.get("job_descriptions"):
            return
        resume = self._add(session, "/resumes", "Platform engineer", "resume.txt")
        job = self._add(session, "/job-descriptions", "Senior Backend Engineer", "job.txt")
        fit = {"resume_id": resume["resume_id"], "job_description_id": job["job_description_id"]}
        paths = (f"/resumes/{fit['resume_id']}", f"/job-descriptions/{fit['job_description_id']}")
        _patiently(
            lambda: all(self._is_done(session, path) for path in paths),
            "the samples have not been analysed",
        )
        self._expect(HTTPStatus.ACCEPTED, "/fits", fit, session)

    def _add(self, session: str, path: str, title: str, sample: str) -> dict[str, Any]:
        body = {"title": title, "text": (_SAMPLES / sample).read_text(encoding="utf-8")}
        return self._expect(HTTPStatus.ACCEPTED, path, body, session)

    def _is_done(self, session: str, path: str) -> bool:
        _, view = self._ask("GET", path, session=session)
        return view.get("state") == "done"

    def _new_token(self, seen: set[int]) -> str | None:
        for mail in self._mails():
            found = _TOKEN.search(mail["text"])
            if mail["number"] not in seen and found:
                return found[1]
        return None

    def _mails(self) -> list[dict[str, Any]]:
        _, mails = _json(urllib.request.Request(f"{self.mailbox}/messages?to={EMAIL}"))  # noqa: S310 - loopback
        return list(mails)

    def _expect(
        self, wanted: HTTPStatus, path: str, body: dict[str, Any], session: str | None = None
    ) -> dict[str, Any]:
        status, said = self._ask("POST", path, body, session)
        if status != wanted:
            raise NotMade(f"POST {path} was answered with {status}")
        return said

    def _ask(
        self,
        method: str,
        path: str,
        body: dict[str, Any] | None = None,
        session: str | None = None,
    ) -> tuple[int, dict[str, Any]]:
        headers = {"Content-Type": "application/json", "Idempotency-Key": str(uuid.uuid4())}
        if session is not None:
            headers["Authorization"] = f"Bearer {session}"
        content = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(  # noqa: S310 - loopback
            f"{self.address}/api/v1{path}", data=content, headers=headers, method=method
        )
        return _json(request)


def _json(request: urllib.request.Request) -> tuple[int, Any]:
    """Status and body of an answer of any status."""
    try:
        with urllib.request.urlopen(request, timeout=10) as reply:  # noqa: S310 - loopback
            return reply.status, json.load(reply)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, json.loads(error.read() or b"{}")
    except (OSError, ValueError):
        raise NotMade(f"{request.selector} was not answered") from None


def _patiently(look: Callable[[], T | None], otherwise: str) -> T:
    """What `look` gives once it gives something true."""
    until = time.monotonic() + _PATIENCE_S
    while not (found := look()):
        if time.monotonic() > until:
            raise NotMade(otherwise)
        time.sleep(0.1)
    return found
