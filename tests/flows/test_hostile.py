"""Every kind of file that nobody should send, through the whole system, one after the other."""

from collections.abc import Callable
from uuid import uuid4

import httpx
import psutil
import pytest

from contracts.extraction import ExtractionState
from ops.stack import Stack
from tests.documents.extract.test_kinds import KINDS
from tests.documents.files import kinds_text
from tests.documents.files.hostile import a_pdf
from tests.flows.conftest import a_person
from tests.flows.journey import Person, wait_until

pytestmark = [pytest.mark.full, pytest.mark.timeout(1800)]
MOST_GROWN_BYTES = 24 * 1024 * 1024
"""What the service may hold more after a third time. The first two leave the high-water mark of
the largest analyses, as Python does (29, then 9, then 8 MiB were seen, and 5 for the next four);
a leak would be added to with every file.
"""
HELD_BYTES = 384 * 1024 * 1024
"""What it may hold at all."""


def service(mira: Stack) -> psutil.Process:
    (pid,) = (entry.pid for entry in mira.supervisor.states() if entry.name == "documents")
    return psutil.Process(pid)


def answered(ask: Callable[[], httpx.Response]) -> httpx.Response:
    """What comes once the service behind the gateway has time to answer."""

    def tried() -> httpx.Response | None:
        answer = ask()
        return None if answer.status_code == 503 else answer

    found: httpx.Response = wait_until(tried, within_s=60)
    return found


def uploaded(person: Person, data: bytes) -> tuple[str, str | None]:
    """The state of a file once it was read, and why it was refused; it is deleted again."""
    key = {"Idempotency-Key": str(uuid4())}
    file = {"file": ("cv.pdf", data, "application/pdf")}
    sent = answered(lambda: person.ask("POST", "/resumes", files=file, headers=key))
    if sent.status_code != 202:
        return "not taken", str(sent.status_code)
    path = f"/resumes/{sent.json()['resume_id']}"
    seen = person.settled(path)
    answered(lambda: person.ask("DELETE", path)).raise_for_status()
    return seen["state"], seen.get("refusal")


def uploaded_all(person: Person) -> None:
    """Every hostile text once, whatever becomes of it."""
    for make, _ in kinds_text.KINDS.values():
        uploaded(person, make())


def test_the_service_reads_on_after_every_hostile_file_and_its_memory_settles(mira: Stack) -> None:
    person = a_person(mira)
    for _ in range(5):
        assert uploaded(person, a_pdf())[0] == "done"
    process = service(mira)

    found = {name: uploaded(person, make()) for name, (make, _) in KINDS.items()}

    taken = {name: ended for name, ended in found.items() if ended[0] != "not taken"}
    assert {why for state, why in found.values() if state == "not taken"} <= {"400", "413", "422"}
    assert len(taken) > 200
    for name, (state, why) in taken.items():
        wanted = KINDS[name][1]
        assert (state, why) == (
            ("done", None) if wanted is ExtractionState.OK else ("refused", wanted)
        )
    assert uploaded(person, a_pdf())[0] == "done"
    assert service(mira).pid == process.pid
    uploaded_all(person)
    held = process.memory_info().rss
    uploaded_all(person)
    assert process.memory_info().rss - held < MOST_GROWN_BYTES
    assert held < HELD_BYTES
