"""Whatever dies in mid-flow: nobody waits over 5 s, nothing accepted is lost, nothing is twice."""

from collections.abc import Callable
from uuid import uuid4

import pytest

from ops.stack import Stack
from tests.flows.conftest import a_person
from tests.flows.erasing import completed, deleted
from tests.flows.journey import wait_until

SLACK_S = 0.5
FAULTS: dict[str, Callable[[Stack], None]] = {
    "auth is killed": lambda mira: mira.kill("auth"),
    "documents is killed": lambda mira: mira.kill("documents"),
    "interview is killed": lambda mira: mira.kill("interview"),
    "feedback is killed": lambda mira: mira.kill("feedback"),
    "privacy is killed": lambda mira: mira.kill("privacy"),
    "analytics is killed": lambda mira: mira.kill("analytics"),
    "the gateway is killed": lambda mira: mira.kill("gateway"),
    "the broker is killed": lambda mira: mira.kill("rabbitmq"),
    "the broker is wiped": lambda mira: mira.wipe_broker(),
    "the database is restarted": lambda mira: mira.restart("postgres"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_the_flow_completes_once_when(fault: str, mira: Stack) -> None:
    imke = a_person(mira)
    key = str(uuid4())
    resume, job = imke.add_resume(key=key), imke.add_job()
    FAULTS[fault](mira)

    fit = imke.request_fit(resume, job)
    assert imke.add_resume(key=key) == resume
    assert imke.settled(f"/fits/{fit}")["state"] == "done"
    interview = imke.plan(fit)
    imke.hold(interview)
    assert imke.report(interview)["state"] == "done"

    assert imke.longest_s <= 5 + SLACK_S
    listed = imke.get("/documents")
    assert [len(listed[kind]) for kind in ("resumes", "job_descriptions", "fits")] == [1, 1, 1]
    mira.wait_ready()


@pytest.mark.parametrize("fault", FAULTS)
def test_an_erasure_completes_when(fault: str, mira: Stack) -> None:
    """T18, T19."""
    imke = a_person(mira)
    fit = imke.a_fit()
    resume = imke.get(f"/fits/{fit}")["resume_id"]

    code = deleted(imke, f"/resumes/{resume}")
    FAULTS[fault](mira)
    case = completed(imke, code)

    assert all(step["remaining"] == 0 for step in case["steps"])
    wait_until(lambda: imke.ask("GET", f"/resumes/{resume}").status_code == 404)
    assert imke.longest_s <= 5 + SLACK_S
    mira.wait_ready()


def test_an_answer_sent_again_after_a_crash_is_one_turn(mira: Stack) -> None:
    imke = a_person(mira)
    interview = imke.plan(imke.a_fit())
    imke.send(f"/interviews/{interview}/start")
    turn = uuid4()

    imke.answer(interview, "I measured it, and it was the lock.", turn)
    mira.kill("interview")
    imke.answer(interview, "I measured it, and it was the lock.", turn)

    said = [t for t in imke.get(f"/interviews/{interview}")["turns"] if t["turn_id"] == str(turn)]
    numbers = [t["number"] for t in imke.get(f"/interviews/{interview}")["turns"]]
    assert len(said) == 1
    assert numbers == list(range(len(numbers)))
