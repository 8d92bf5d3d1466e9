"""A person who does everything that can be done, and types a canary wherever anything is typed."""

import base64
import io
from typing import Any
from uuid import UUID, uuid4

import httpx
from reportlab.pdfgen.canvas import Canvas

from tests.flows.corrections import corrections
from tests.flows.journey import Visitor, wait_until
from tests.flows.residue import Canaries
from tests.flows.texts import MARKED_JOB

_RESUME = """{name}
{contact}@example.org | {street} 4, {town}
https://example.org/{website}

Summary
Backend engineer who keeps {summary} calm.

Experience
Senior {role} Engineer, {employer} AS
March 2020 - present
- I led a team of 5 engineers and moved {bullet} to PostgreSQL, which cut time by 40 %.
- I wrote Python services with RabbitMQ and Docker for {second_bullet}.

Backend Engineer, {old_employer} Books
January 2016 - February 2020
- We built REST APIs in Python for {old_bullet}.

Education
BSc {degree}, University of {school}, 2012 - 2015

Skills
Python, PostgreSQL, RabbitMQ, Docker, {skill}

Certifications
{certificate} Practitioner, 2021

Projects
{project}: a tool in Python that counts {project_text}.

Languages
Norwegian (native), {language} (fluent)

Interests
{hobby}
"""
_ANSWERS = (
    (
        "At {word} our settlement job missed its deadline every night. I measured each step, found "
        "a lock and rewrote the job in batches, and settlement time fell by 40 %."
    ),
    "Could you say that again, {word}?",
    "I asked both what they feared most. I chose RabbitMQ over {word} because we needed routing.",
)
_FIELDS = {
    "resume": (
        *("name", "contact", "street", "town", "website", "summary", "role", "employer", "bullet"),
        *("second_bullet", "old_employer", "old_bullet", "degree", "school", "skill"),
        *("certificate", "project", "project_text", "language", "hobby"),
    ),
    "job": (
        *("role", "company", "town", "about", "duty", "requirement", "country", "nice"),
        "recruiter",
    ),
}


class MarkedPerson(Visitor):
    """Not signed up yet: `do_everything` does that too."""

    def __init__(self, address: str, mailbox: str) -> None:
        super().__init__(address, mailbox)
        self.canaries = Canaries()
        self.email = f"{self.word('e-mail')}@example.org"
        self.password = f"{self.word('password')} and more"
        self.http.headers["User-Agent"] = f"{self.word('user agent')}/1.0"
        self.http.headers["Referer"] = f"https://example.org/{self.word('referer')}"

    def word(self, name: str) -> str:
        return self.canaries.word(name)

    def do_everything(self) -> None:
        self.sign_up()
        self.sign_in()
        self.err()
        self.reset()
        resume, job = self.give_documents()
        self.correct(resume)
        title = {"title": self.word("title again")}
        self._ok(self._put(f"/resumes/{resume}", title, method="PATCH"), 200)
        self.practise(resume, job, said="deleted answer")
        self.delete_some(resume, job)
        kept = self.give_text()
        self.practise(kept, self.give_job())
        self.correct(kept)
        self.export()

    def sign_up(self) -> None:
        """Too young, then taken, then once more as somebody who knows the address."""
        body = {"name": self.word("name"), "email": self.email, "password": self.password}
        child = {
            **body,
            "name": self.word("child"),
            "email": f"{self.word('child mail')}@x.example",
        }
        self.send("/accounts", {**child, "is_16_or_older": False})
        self._ok(self.send("/accounts", {**body, "is_16_or_older": True}), 202)
        token = self.canaries.watch("confirmation", self.mailed_token(self.email))
        self._ok(self.send("/accounts/confirm", {"token": token}), 200)
        again = {**body, "name": self.word("name again"), "password": self.word("password again")}
        self._ok(self.send("/accounts", {**again, "is_16_or_older": True}), 202)

    def sign_in(self) -> None:
        wrong = {"email": self.email, "password": self.word("wrong password")}
        self._ok(self.send("/sign-ins", wrong), 401, 403)
        right = {"email": self.email, "password": self.password, "device": self.word("device")}
        given = self._ok(self.send("/sign-ins", right), 201).json()
        token = self.canaries.watch("sign-in token", given["token"])
        self.canaries.watch("csrf", given["csrf"])
        self.http.headers["Authorization"] = f"Bearer {token}"
        self._ok(self.ask("PATCH", "/me", json={"name": self.word("changed name")}), 200)
        for path in ("/me", "/sign-ins", "/sign-ins/current"):
            self.get(path)

    def err(self) -> None:
        """All that goes wrong has its own canary: what is refused must not be kept either."""
        unheard = {
            "title": "x",
            "text": "y",
            self.word("unknown field"): self.word("unknown value"),
        }
        self._ok(self.send("/job-descriptions", unheard), 400)
        broken = f'{{"title": "{self.word("broken JSON")}"'.encode()
        json_type = {"Content-Type": "application/json"}
        self._ok(self.ask("POST", "/job-descriptions", content=broken, headers=json_type), 400)
        self._ok(self.send("/fits", {"resume_id": self.word("not an id")}), 400)
        self._ok(self.ask("GET", f"/resumes/{self.word('path')}?q={self.word('query')}"), 404)
        self._ok(self.ask("GET", f"/documents?q={self.word('another query')}"), 200, 400)
        odd = {"Idempotency-Key": self.word("idempotency key"), "X-Request-Id": self.word("trace")}
        self.ask("POST", "/fits", json={}, headers=odd)
        self.ask("GET", "/me", headers={"Authorization": f"Bearer {self.word('wrong token')}"})
        self._ok(
            self.send("/password-proofs", {"password": self.word("wrong proof"), "act": "x"}), 400
        )
        for data in (b"%PDF-1.7\n" + self.word("broken file").encode(), b"\0\1" * 50):
            resume = self._resume({"title": self.word("broken title"), "data": _base64(data)})
            assert self.get(f"/resumes/{resume}")["state"] == "refused"

    def reset(self) -> None:
        """Forget the password, get a new one, sign in with it; end the older sign-in."""
        self._ok(self.send("/resets", {"email": f"{self.word('unknown mail')}@example.org"}), 202)
        self._ok(self.send("/resets", {"email": self.email}), 202)
        token = self.canaries.watch("reset", self.mailed_token(self.email))
        self.password = f"{self.word('new password')} and more"
        self._ok(self.send("/resets/complete", {"token": token, "password": self.password}), 200)
        del self.http.headers["Authorization"]
        known = {"email": self.email, "password": self.password}
        body = {**known, "device": self.word("new device")}
        given = self._ok(self.send("/sign-ins", body), 201).json()["token"]
        self.http.headers["Authorization"] = f"Bearer {self.canaries.watch('token', given)}"

    def give_documents(self) -> tuple[UUID, UUID]:
        """A file by form and one in JSON, a text, a job; the text and the job are given back."""
        form = {"file": (f"{self.word('file name')}.pdf", self._pdf("file"), "application/pdf")}
        taken = self.http.post("/resumes", files=form, headers={"Idempotency-Key": str(uuid4())})
        self.settled(f"/resumes/{self._ok(taken, 202).json()['resume_id']}")
        self._resume({"title": self.word("PDF title"), "data": _base64(self._pdf("PDF"))})
        resume, job = self.give_text(), self.give_job()
        self.get(f"/resumes/{resume}")
        assert self.word("resume: hobby") in self.ask("GET", f"/resumes/{resume}/original").text
        return resume, job

    def give_text(self) -> UUID:
        body = {"title": self.word("resume: title"), "text": self._text("resume")}
        return UUID(self._resume(body))

    def give_job(self) -> UUID:
        body = {"title": self.word("job: title"), "text": self._text("job")}
        job = self._ok(self.send("/job-descriptions", body), 202).json()["job_description_id"]
        self.settled(f"/job-descriptions/{job}")
        self.correct_job(f"/job-descriptions/{job}")
        return UUID(job)

    def correct_job(self, path: str) -> None:
        """What it asks for, once refused and once taken; then read again."""
        wrong = {"requirements": [{"now": {"quote": self.word("job correction: wrong quote")}}]}
        self._ok(self._put(f"{path}/corrections", wrong), 400)
        first = self.get(path)["analysis"]["requirements"][0]["span"]["quote"]
        now = {"quote": first, "looked_for": [self.word("job correction: meant")]}
        given = {"requirements": [{"now": now}]}
        self._ok(self._put(f"{path}/corrections", given), 200)
        self._ok(self.send(f"{path}/readings"), 202)
        kept = self.settled(path)["corrections"]["requirements"]
        assert kept[0]["now"]["looked_for"] == now["looked_for"]

    def correct(self, resume: UUID) -> None:
        """Every field that takes words, once refused and once taken; then read again."""
        path = f"/resumes/{resume}"
        wrong = {"email": self.word("correction: wrong email")}
        self._ok(self._put(f"{path}/corrections", wrong), 400)
        given = corrections(lambda field: self.word(f"correction: {field}"))
        self._ok(self._put(f"{path}/corrections", given), 200)
        self._ok(self.send(f"{path}/readings"), 202)
        assert self.settled(path)["corrections"]["name"] == given["name"]
        assert given["name"] in self.ask("GET", f"{path}/jsonresume").text

    def practise(self, resume: UUID, job: UUID, *, said: str = "answer") -> None:
        body = {"resume_id": str(resume), "job_description_id": str(job)}
        fit = self._ok(self.send("/fits", body), 202).json()["fit_id"]
        assert self.settled(f"/fits/{fit}")["state"] == "done"
        planned = self._ok(self.send("/interviews", {"fit_id": fit, "mode": "live"}), 201).json()
        path = f"/interviews/{planned['interview_id']}"
        self.send(f"{path}/start")
        for number in range(40):
            asked = self.get(path)["asked"]
            if not asked:
                break
            text = _ANSWERS[number % len(_ANSWERS)].format(word=self.word(f"{said} {number}"))
            reply = {"turn_id": str(uuid4()), "asked": asked["turn_id"], "text": text}
            self._ok(self.send(f"{path}/answers", reply), 200)
        self._ok(self.send(f"{path}/finish"), 200)
        assert self.settled(f"{path}/report")["state"] == "done"
        assert self.word(f"{said} 0") in self.ask("GET", f"{path}/report.md").text
        for listed in (f"{path}/transcript", "/reports", "/interviews", "/documents"):
            self.get(listed)

    def delete_some(self, resume: UUID, job: UUID) -> None:
        interview = self.get("/interviews")["interviews"][0]["interview_id"]
        for path in (f"/interviews/{interview}", f"/job-descriptions/{job}", f"/resumes/{resume}"):
            self._complete(self._ok(self.ask("DELETE", path), 202))

    def delete_account(self) -> None:
        proof = {"password": self.password, "act": "erase_account"}
        passport = self._ok(self.send("/password-proofs", proof), 201).json()["passport"]
        self.canaries.watch("proof", passport)
        body = {"scope": "account", "proof": passport}
        self._complete(self._ok(self.send("/privacy/erasures", body), 202))

    def export(self) -> bytes:
        """The archive of everything, as its bytes."""
        proof = {"password": self.password, "act": "export"}
        passport = self._ok(self.send("/password-proofs", proof), 201).json()["passport"]
        asked = self._ok(self.send("/privacy/exports", {"proof": passport}), 202).json()
        path = f"/privacy/exports/{asked['export_id']}"
        wait_until(lambda: self.get(path)["state"] == "ready", within_s=60)
        return self._ok(self.ask("GET", f"{path}/download"), 200).content

    def mails(self) -> set[str]:
        """The fields that can be read in the mailbox."""
        return self.canaries.found_in(httpx.get(f"{self.mailbox}/messages", timeout=5).content)

    def _complete(self, asked: httpx.Response) -> None:
        code = self.canaries.watch("code of a case", asked.json()["code"])
        path = f"/privacy/erasures/{code}"
        wait_until(lambda: self.get(path)["state"] == "completed")

    def _put(self, path: str, body: Any, *, method: str = "PUT") -> httpx.Response:
        resume = path.removesuffix("/corrections")
        version = {"If-Match": f'"{self.get(resume)["version"]}"'}
        return self.ask(method, path, json=body, headers=version)

    def _resume(self, body: dict[str, str]) -> str:
        resume: str = self._ok(self.send("/resumes", body), 202).json()["resume_id"]
        self.settled(f"/resumes/{resume}")
        return resume

    def _text(self, kind: str) -> str:
        text = {"resume": _RESUME, "job": MARKED_JOB}[kind]
        return text.format(**{name: self.word(f"{kind}: {name}") for name in _FIELDS[kind]})

    def _pdf(self, name: str) -> bytes:
        """With canaries in what is seen and in what only a program sees."""
        out = io.BytesIO()
        page = Canvas(out)
        page.setTitle(self.word(f"{name}: title inside"))
        page.setAuthor(self.word(f"{name}: author"))
        page.setKeywords([self.word(f"{name}: keyword")])
        for number, line in enumerate(self._text("resume").splitlines()):
            page.drawString(50, 800 - 16 * number, line)
        page.drawString(50, 30, self.word(f"{name}: page"))
        page.save()
        return out.getvalue()

    def _ok(self, answer: httpx.Response, *statuses: int) -> httpx.Response:
        assert answer.status_code in statuses, (answer.url, answer.status_code, answer.text)
        return answer


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
