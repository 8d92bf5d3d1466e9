"""A person who uses Mira through its API, the way README shows it."""

import re
import secrets
import time
from collections.abc import Callable
from typing import Any, ClassVar
from uuid import UUID, uuid4

import httpx

from tests.flows.texts import ANSWERS, JOB, RESUME

PASSWORD = "a quiet harbour in october"
TOKEN = re.compile(r"token=([A-Za-z0-9_-]{43})")


def wait_until(look: Callable[[], Any], within_s: float = 30.0) -> Any:
    """Poll `look` until it gives something true, and give that back."""
    until = time.monotonic() + within_s
    while not (found := look()):
        if time.monotonic() > until:
            raise TimeoutError(f"nothing after {within_s} s")
        time.sleep(0.1)
    return found


class Visitor:
    """Speaks to one gateway; remembers how long the longest answer took."""

    living: ClassVar[list["Visitor"]] = []
    """All that were made, for whoever started the gateway to close."""

    used: ClassVar[set[str]] = set()
    """Tokens that were read from the mailbox already."""

    def __init__(self, address: str, mailbox: str) -> None:
        self.living.append(self)
        self.http = httpx.Client(base_url=f"{address}/api/v1", timeout=15)
        self.mailbox = mailbox
        self.longest_s = 0.0

    def ask(self, method: str, path: str, **options: Any) -> httpx.Response:
        begun = time.monotonic()
        answer = self.http.request(method, path, **options)
        self.longest_s = max(self.longest_s, time.monotonic() - begun)
        return answer

    def send(self, path: str, body: Any = None, *, key: str | None = None) -> httpx.Response:
        """POST once under one idempotency key; away, in flight or too soon: again with that key."""
        headers = {"Idempotency-Key": key or str(uuid4())}

        def tried() -> httpx.Response | None:
            try:
                answer = self.ask("POST", path, json=body or {}, headers=headers)
            except httpx.TransportError:
                return None
            is_away = answer.status_code in (429, 503)
            is_in_flight = answer.status_code == 409 and "in-flight" in answer.json()["code"]
            return None if is_away or is_in_flight else answer

        return wait_until(tried, within_s=60)

    def get(self, path: str) -> Any:
        """GET until the service behind it is there to answer."""

        def tried() -> Any:
            try:
                answer = self.ask("GET", path)
            except httpx.TransportError:
                return None
            if answer.status_code == 503:
                return None
            assert answer.status_code in (200, 202), answer.text
            return answer.json()

        return wait_until(tried, within_s=60)

    def settled(self, path: str) -> Any:
        """What `path` shows when its work is no longer waiting."""

        def tried() -> Any:
            seen = self.get(path)
            return seen if seen["state"] != "waiting" else None

        return wait_until(tried, within_s=60)

    def mailed_token(self, email: str) -> str:
        """The token of the newest link that was mailed to `email`."""

        def look() -> str | None:
            mails = httpx.get(f"{self.mailbox}/messages", timeout=5).json()
            for mail in mails:
                found = TOKEN.search(mail["text"]) if email in mail["to"] else None
                if found and found[1] not in self.used:
                    self.used.add(found[1])
                    return found[1]
            return None

        return wait_until(look)


class Person(Visitor):
    """Signed up, confirmed and signed in."""

    def __init__(self, address: str, mailbox: str, *, email: str | None = None) -> None:
        super().__init__(address, mailbox)
        self.email = email or f"imke.{secrets.token_hex(6)}@example.org"
        self.password = PASSWORD
        self.sign_up()
        self.sign_in()

    def sign_up(self) -> None:
        taken = self.send(
            "/accounts",
            {
                "name": "Imke Solberg",
                "email": self.email,
                "password": self.password,
                "is_16_or_older": True,
            },
        )
        assert taken.status_code == 202, taken.text
        confirmed = self.send("/accounts/confirm", {"token": self.mailed_token(self.email)})
        assert confirmed.status_code == 200, confirmed.text

    def sign_in(self) -> None:
        given = self.send("/sign-ins", {"email": self.email, "password": self.password})
        assert given.status_code == 201, given.text
        self.http.headers["Authorization"] = f"Bearer {given.json()['token']}"

    def add_resume(self, text: str = RESUME, *, key: str | None = None) -> UUID:
        taken = self.send("/resumes", {"title": "Backend", "text": text}, key=key)
        assert taken.status_code == 202, taken.text
        return UUID(taken.json()["resume_id"])

    def add_job(self, text: str = JOB) -> UUID:
        taken = self.send("/job-descriptions", {"title": "Harbour Lights", "text": text})
        assert taken.status_code == 202, taken.text
        return UUID(taken.json()["job_description_id"])

    def request_fit(self, resume: UUID, job: UUID) -> UUID:
        body = {"resume_id": str(resume), "job_description_id": str(job)}
        taken = self.send("/fits", body)
        assert taken.status_code == 202, taken.text
        return UUID(taken.json()["fit_id"])

    def a_fit(self) -> UUID:
        """A résumé, a job description and the finished report on how they fit."""
        fit = self.request_fit(self.add_resume(), self.add_job())
        assert self.settled(f"/fits/{fit}")["state"] == "done"
        return fit

    def plan(self, fit: UUID) -> UUID:
        planned = self.send("/interviews", {"fit_id": str(fit), "mode": "live"})
        assert planned.status_code == 201, planned.text
        return UUID(planned.json()["interview_id"])

    def hold(self, interview: UUID) -> None:
        """Start, answer until nothing is asked, finish."""
        begun = self.send(f"/interviews/{interview}/start")
        assert begun.status_code == 200, begun.text
        number = 0
        while self.get(f"/interviews/{interview}")["asked"]:
            self.answer(interview, ANSWERS[number % len(ANSWERS)])
            number += 1
            assert number < 40, "the interview does not end"
        done = self.send(f"/interviews/{interview}/finish")
        assert done.status_code == 200, done.text

    def answer(self, interview: UUID, text: str, turn: UUID | None = None) -> httpx.Response:
        asked = self.get(f"/interviews/{interview}")["asked"]["turn_id"]
        body = {"turn_id": str(turn or uuid4()), "asked": asked, "text": text}
        said = self.send(f"/interviews/{interview}/answers", body)
        assert said.status_code == 200, said.text
        return said

    def report(self, interview: UUID) -> Any:
        return self.settled(f"/interviews/{interview}/report")

    def held(self, fit: UUID) -> UUID:
        """An interview from that fit, with its report."""
        interview = self.plan(fit)
        self.hold(interview)
        assert self.report(interview)["state"] == "done"
        return interview

    def request_export(self) -> str:
        """The id of an archive that is being made."""
        asked = self.send("/privacy/exports", {"proof": self.proof("export")})
        assert asked.status_code == 202, asked.text
        export: str = asked.json()["export_id"]
        return export

    def proof(self, act: str = "erase_account") -> str:
        body = {"password": self.password, "act": act}
        given = self.send("/password-proofs", body)
        assert given.status_code == 201, given.text
        passport: str = given.json()["passport"]
        return passport
