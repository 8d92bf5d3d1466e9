"""Deletion is proved: unreadable at once, counted by somebody else, certified, checked offline."""

import os
import subprocess
from pathlib import Path

import httpx
import pytest

from chassis.bus.broker import connect
from chassis.bus.names import queue_of
from contracts.privacy import ErasureRequested
from ops.places import PYTHON, ROOT
from ops.stack import Stack
from tests.flows.conftest import a_person
from tests.flows.erasing import completed, deleted, deleted_account
from tests.flows.journey import Person, wait_until

OWNERS = ["documents", "interview", "feedback", "analytics"]
"""Without auth or privacy nobody can ask: tests/flows/test_faults.py kills those in the case."""


def verified(certificate: Path, keys: Path) -> subprocess.CompletedProcess[str]:
    """As a sceptic runs it: another folder, no address of anything."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("MIRA_")}
    command = [str(PYTHON), "-m", "ops", "verify", str(certificate), "--keys", str(keys)]
    return subprocess.run(
        command,
        cwd=certificate.parent,
        env={**env, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_deleted_account_ends_in_a_certificate_that_is_checked_offline(
    mira: Stack, tmp_path: Path
) -> None:
    """T04, T36."""
    imke = a_person(mira)
    imke.a_fit()
    code = deleted_account(imke)
    case = completed(imke, code)

    document = imke.ask("GET", f"/privacy/certificates/{code}").content
    keys = httpx.get(f"{mira.address}/.well-known/mira-privacy-keys.json").content
    certificate, published = tmp_path / "certificate.json", tmp_path / "keys.json"
    certificate.write_bytes(document)
    published.write_bytes(keys)

    good = verified(certificate, published)
    certificate.write_bytes(document.replace(b'"deleted":{"account":1', b'"deleted":{"account":2'))
    bad = verified(certificate, published)

    assert (good.returncode, good.stdout.split("\n")[0]) == (0, "VALID"), good.stdout + good.stderr
    assert (bad.returncode, bad.stdout.split("\n")[0]) == (1, "NOT VALID")
    assert case["checks"][0]["tables"] > 20
    assert httpx.get(f"{mira.address}/erasures/{code}/certificate").status_code == 200


@pytest.mark.parametrize("owner", OWNERS)
def test_with_an_owner_down_it_is_unreadable_at_once_and_completes_when_it_is_back(
    mira: Stack, owner: str
) -> None:
    """T13."""
    imke = a_person(mira)
    resume = imke.add_resume()
    assert imke.settled(f"/resumes/{resume}")["state"] == "done"
    code = None

    def ask() -> None:
        nonlocal code
        asked = wait_until(lambda: _taken(imke, resume))
        code = asked["code"]
        assert asked["keys_destroyed_at"]
        assert imke.ask("GET", f"/resumes/{resume}").status_code in (404, 503)
        assert imke.get(f"/privacy/erasures/{code}")["state"] == "fanned_out"

    mira.supervisor.restart(owner, between=ask)
    mira.wait_ready(owner)

    assert code is not None
    assert all(step["remaining"] == 0 for step in completed(imke, code)["steps"])


def _taken(imke: Person, resume: object) -> dict[str, object] | None:
    answer = imke.ask("DELETE", f"/resumes/{resume}")
    return answer.json() if answer.status_code == 202 else None


def test_a_case_waits_for_the_verifier_and_for_nothing_less(mira: Stack) -> None:
    imke = a_person(mira)
    resume = imke.add_resume()
    asked: list[str] = []

    def ask() -> None:
        asked.append(imke.ask("DELETE", f"/resumes/{resume}").json()["code"])
        wait_until(lambda: imke.get(f"/privacy/erasures/{asked[0]}")["state"] == "verifying")
        assert imke.ask("GET", f"/privacy/certificates/{asked[0]}").status_code == 404

    mira.supervisor.restart("verifier", between=ask)

    completed(imke, asked[0])
    mira.wait_ready("verifier")


LOSSES = {
    "unbound": lambda channel, queue: channel.queue_unbind(
        queue, "privacy.events", ErasureRequested.topic
    ),
    "deleted": lambda channel, queue: channel.queue_delete(queue),
}


@pytest.mark.parametrize("loss", ["deleted", pytest.param("unbound", marks=pytest.mark.full)])
def test_an_order_whose_queue_is_lost_is_pulled(mira: Stack, loss: str) -> None:
    """T14."""
    imke = a_person(mira)
    resume = imke.add_resume()
    with connect(mira.amqp_url("admin"), "test") as admin:
        LOSSES[loss](admin.channel(), queue_of("feedback", ErasureRequested.topic))

    code = deleted(imke, f"/resumes/{resume}")

    try:
        assert completed(imke, code, within_s=120)
        mira.wait_ready("feedback")
    finally:
        mira.wipe_broker()  # its definitions come back with it


def test_living_keys_outlast_the_night_and_destroyed_ones_do_not(mira: Stack) -> None:
    imke = a_person(mira)
    resume = imke.add_resume()
    assert imke.settled(f"/resumes/{resume}")["state"] == "done"
    before = mira.epochs.numbers()

    after = mira.renew_epoch()

    assert len(after) == 1
    assert after > before
    assert imke.get(f"/resumes/{resume}")["text"]
    assert imke.add_resume()
    for process in ("documents", "privacy"):
        files = (mira.secrets[process] / "epoch").glob("*.key")
        assert [int(file.stem) for file in files] == after
