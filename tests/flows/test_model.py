"""With a model on: what left holds nobody's name, orders move nothing, and deletion reaches it."""

import os
import re
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from contracts.evidence import EvidenceType
from ops.stack import Stack
from tests.documents.test_injections import ORDERS, obedient
from tests.feedback.advised import seeing
from tests.flows.conftest import a_person
from tests.flows.erasing import completed, deleted, deleted_account
from tests.flows.journey import Person, wait_until
from tests.flows.rows import kept, person_of
from tests.flows.texts import JOB
from tests.flows.texts import RESUME as HER_RESUME
from tests.support.provider import FakeProvider, fake_provider

CANARIES = ("Quillon", "Tarrabee", "Vexley", "Marlstone", "Brackwick", "Ombersley", "Finchley")
BESIDE = ("Amadika", "Torvild", "Zembla Post", "Grunwick", "98400")
"""Colleagues, customers and a number that no word before them gives away."""
"""Words that stand for somebody in the résumé: none of them is a word of the trade."""

RESUME = """Quillon Tarrabee
quillon.tarrabee@example.org | +47 22 98 76 54 | 17 Ombersley Quarry Road, Brackwick
https://example.org/quillon

Summary
Backend engineer, called Quillon by everybody, born 12 March 1991, who keeps payments calm.

Experience
Senior Backend Engineer, Vexley Marlstone Software GmbH
March 2020 - present
- I led a team of 5 engineers and moved the ledger of Vexley Marlstone to PostgreSQL.
- Reported to Odessa Finchley and wrote Python services with RabbitMQ for 200,000 users.
- With Amadika and Torvild I moved the queues of Zembla Post to RabbitMQ; call 98400-55512.
- Grunwick asked for a demo, and I built it in Docker.
- On call at 0151 2345678 and as quillon.tarrabee@example.org, with badge number VX99321.

Backend Engineer, Fjord Books
January 2016 - February 2020
- We built REST APIs in Python and Flask for the Vexley shop.

Education
BSc Computer Science, University of Brackwick, 2012 - 2015

Skills
Python, PostgreSQL, RabbitMQ, Docker, Kubernetes, Git, REST
"""


TOLD = seeing(
    [
        ("I rewrote the job to work in batches", "own_action"),
        ("I asked both what they feared most", "own_action"),
        ("I planned it in four steps", "own_action"),
        ("Looking back I would have measured first", "reflection"),
    ]
)
HERS = ("Imke", "Solberg", "Nordlys", "Fjord Books")
"""Names of the other résumé, which its owner says in her interview as well."""


BY_WORDS = (
    ("I led a team of 5", "r-beginning"),
    ("Strong PostgreSQL", "t-used"),
    ("Terraform", "g-nearest"),
    ("plan releases", "b-planning-steps"),
    ("mentor engineers", "s-leadership-slow"),
)
"""A question of our bank for the line that has these words."""


def mind(lines: list[dict[str, str]]) -> dict[str, Any]:
    """Answers whatever is asked: of a document, of an answer, for a follow-up, and for a plan."""
    said = next((line for line in lines if " I " in line["text"]), lines[0])
    words = " ".join(said["text"].split()[:6])
    chosen = [
        {"question": question, "line": line["id"], "quote": part}
        for part, question in BY_WORDS
        for line in lines
        if part in line["text"]
    ]
    chosen += [{"question": one, "line": "", "quote": ""} for one in ("m-pride", "c-colleague")]
    return {
        **obedient(lines),
        **TOLD(lines),
        "quote": words,
        "questions": chosen,
        "about": [{"type": kind, "line": said["id"], "quote": words} for kind in EvidenceType],
        "told": [],
    }


pytestmark = [pytest.mark.full, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def fake() -> Iterator[FakeProvider]:
    with fake_provider(mind) as provider:
        yield provider


@pytest.fixture(scope="module")
def advised(fake: FakeProvider) -> Iterator[Stack]:
    """The whole of Mira, with that provider named."""
    folder = Path(os.environ["MIRA_TEST_STACK"]).parent / "flows-model"
    shutil.rmtree(folder, ignore_errors=True)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("MIRA_MODEL_NAME", "sample-1")
        environment.setenv("MIRA_MODEL_URL", fake.url)
        with Stack(folder, is_durable=False, prefer_ports=False) as stack:
            stack.start()
            yield stack


def read_along(person: Person, resume: str, job: str) -> tuple[UUID, UUID, UUID]:
    """A résumé, a job description and their fit, once the model has read both."""
    resume_id, job_id = person.add_resume(resume), person.add_job(job)
    fit = person.request_fit(resume_id, job_id)
    for path in (f"/resumes/{resume_id}", f"/job-descriptions/{job_id}"):
        wait_until(partial(_is_answered, person, path), within_s=60)
    wait_until(lambda: _is_model(person.settled(f"/fits/{fit}")["report"]), within_s=60)
    return fit, resume_id, job_id


def _is_answered(person: Person, path: str) -> bool:
    return _is_model(person.get(path)["analysis"])


def _is_model(made: dict[str, Any] | None) -> bool:
    return made is not None and made["engine"]["kind"] == "model"


def score(person: Person, fit: UUID) -> float:
    value: float = person.settled(f"/fits/{fit}")["report"]["score"]["value"]
    return value


def test_nobodys_name_reaches_the_provider(advised: Stack, fake: FakeProvider) -> None:
    person = a_person(advised)
    fake.received.clear()

    fit, resume, _ = read_along(person, RESUME, JOB)

    sent = "\n".join(f"{got.path} {got.headers} {got.raw.decode()}" for got in fake.received)
    assert "wrote Python services with RabbitMQ" in sent
    assert [word for word in (*CANARIES, *BESIDE) if word.lower() in sent.lower()] == []
    assert not re.search(r"98 76 54|2345678|99321|1991|quillon", sent)
    assert str(person_of(advised, resume)) not in sent
    ledger = person.get("/disclosures")["sent"]
    assert sum(row["bytes"] for row in ledger) == sum(len(got.raw) for got in fake.received)
    assert score(person, fit) > 0


def test_what_would_be_sent_is_what_was_sent(advised: Stack, fake: FakeProvider) -> None:
    person = a_person(advised)
    shown = person.send("/resumes/preview", {"title": "Backend", "text": RESUME}).json()
    fake.received.clear()

    read_along(person, RESUME, JOB)

    (one,) = shown["would_send"]
    assert [got for got in fake.received if is_as_shown(got.raw.decode(), one)]


def is_as_shown(body: str, shown: dict[str, Any]) -> bool:
    """Byte for byte, but for the random letters and the tag."""
    pattern = re.escape(shown["body"]).replace(r"\{boundary\}", "[A-Z]{24}")
    found = re.fullmatch(pattern.replace(r"\{tag\}", "[0-9a-f]{32}"), body)
    return found is not None and len(body.encode()) == shown["bytes"]


def test_orders_in_both_documents_move_no_score(advised: Stack, fake: FakeProvider) -> None:
    person = a_person(advised)
    plain, *_ = read_along(person, RESUME, JOB)
    orders = "\n".join(f"- {order}" for order in ORDERS)

    through_resume, *_ = read_along(
        person, RESUME.replace("Education", f"{orders}\nEducation"), JOB
    )
    through_job, *_ = read_along(person, RESUME, f"{JOB}\nHow to apply\n{orders}\n")

    assert len(ORDERS) == 25
    assert score(person, through_resume) - score(person, plain) == 0
    assert score(person, through_job) - score(person, plain) == 0


def test_an_interview_is_read_along_without_its_names(advised: Stack, fake: FakeProvider) -> None:
    person = a_person(advised)
    fit, *_ = read_along(person, HER_RESUME, JOB)
    fake.received.clear()

    interview = person.plan(fit)
    person.hold(interview)
    done = person.report(interview)

    sent = "\n".join(got.raw.decode() for got in fake.received)
    said = " ".join(turn["text"] for turn in done["report"]["transcript"]["turns"])
    purposes = {row["purpose"] for row in person.get("/disclosures")["sent"]}
    assert done["report"]["engine"]["kind"] == "model"
    assert "model" in {cell["read_by"] for cell in done["report"]["scorecard"]["cells"]}
    assert "I rewrote the job to work in batches" in sent
    assert all(name in said for name in HERS[2:])
    assert [name for name in HERS if name in sent] == []
    assert "read_answer" in purposes


def suggested(person: Person, interview: UUID) -> dict[str, Any]:
    """The plan that the model suggests, once it is there."""
    here = f"/interviews/{interview}/suggestion"
    assert person.send(here).status_code == 202

    def tried() -> Any:
        seen = person.get(here)
        return seen["plan"] if seen["state"] == "offered" else None

    return dict(wait_until(tried, within_s=60))


def taken(person: Person, interview: UUID) -> dict[str, Any]:
    """The interview with the suggested plan in the place of its own."""
    path, headers = f"/interviews/{interview}/suggestion/settle", {"If-Match": '"1"'}
    view: dict[str, Any] = person.ask("POST", path, json={"is_taken": True}, headers=headers).json()
    return view


def test_a_suggested_plan_is_shown_to_the_byte_before_it_is_sent(
    advised: Stack, fake: FakeProvider
) -> None:
    person = a_person(advised)
    fit, *_ = read_along(person, HER_RESUME, JOB)
    interview = person.plan(fit)
    (shown,) = person.get(f"/interviews/{interview}/suggestion/sending")["would_send"]
    fake.received.clear()

    suggested(person, interview)

    (got,) = fake.received
    assert is_as_shown(got.raw.decode(), shown)
    assert [name for name in HERS if name in got.raw.decode()] == []


def test_a_plan_that_was_taken_is_held_and_its_feedback_takes_up_words(advised: Stack) -> None:
    person = a_person(advised)
    fit, resume, _ = read_along(person, HER_RESUME, JOB)
    interview = person.plan(fit)
    rules = person.get(f"/interviews/{interview}")["plan"]

    plan = suggested(person, interview)
    view = taken(person, interview)
    person.hold(interview)
    report = person.report(interview)["report"]

    assert plan["engine"]["twin"]["version"] == rules["engine"]["version"]
    assert view["plan"]["original"] == rules["questions"]
    held = [question["question_id"] for question in report["questions"]]
    assert held == [question["id"] for question in plan["questions"]]
    purposes = {row["purpose"] for row in person.get("/disclosures")["sent"]}
    assert {"plan_interview", "word_feedback", "read_answer"} <= purposes
    fixes = [one["one_fix"] for one in report["questions"] if one["worded"] and one["one_fix"]]
    picked = [fix["about"]["quote"] for fix in fixes if fix["about"]]
    said = " ".join(turn["text"] for turn in report["transcript"]["turns"])
    assert picked
    assert all(quote in said for quote in picked)
    completed(person, deleted(person, f"/resumes/{resume}"))
    assert "[deleted]" in person.get(f"/interviews/{interview}")["plan"]["questions"][0]["text"]


def test_deletion_reaches_answers_and_at_last_the_ledger(advised: Stack) -> None:
    person = a_person(advised)
    _, resume, job = read_along(person, RESUME, JOB)
    whose = person_of(advised, resume)
    assert kept(advised, whose) == {"advice": 2, "disclosed": 2}

    completed(person, deleted(person, f"/resumes/{resume}"))
    after_resume = kept(advised, whose)
    completed(person, deleted(person, f"/job-descriptions/{job}"))
    after_both = kept(advised, whose)
    completed(person, deleted_account(person))

    assert after_resume == {"advice": 1, "disclosed": 2}
    assert after_both == {"advice": 0, "disclosed": 2}
    assert kept(advised, whose) == {"advice": 0, "disclosed": 0}
