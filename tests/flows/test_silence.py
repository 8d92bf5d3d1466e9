"""Without a model, nothing of Mira holds a connection to another machine."""

import psutil
import pytest

from ops.stack import Stack
from tests.flows.conftest import a_person
from tests.flows.journey import wait_until

pytestmark = pytest.mark.timeout(300)


def test_without_a_model_nothing_leaves_this_machine(mira: Stack) -> None:
    person = a_person(mira)
    fit = person.request_fit(person.add_resume(), person.add_job())
    seen = set(outside(mira))

    def is_done() -> bool:
        seen.update(outside(mira))
        return bool(person.get(f"/fits/{fit}")["state"] == "done")

    wait_until(is_done, within_s=60)

    assert person.get(f"/fits/{fit}")["report"]["engine"]["kind"] == "rules"
    assert person.get("/disclosures") == {"provider": None, "sent": []}
    assert seen == set()


def outside(stack: Stack) -> list[str]:
    """Every address beyond this machine to which a process of `stack` holds a connection."""
    ends = [end for one in family(stack) for end in connections(one)]
    return [ip for ip in ends if not ip.startswith("127.") and ip != "::1"]


def family(stack: Stack) -> list[psutil.Process]:
    mine = [psutil.Process(entry.pid) for entry in stack.supervisor.states() if entry.pid]
    return [one for each in mine for one in (each, *each.children(recursive=True))]


def connections(process: psutil.Process) -> list[str]:
    try:
        return [end.raddr.ip for end in process.net_connections("inet") if end.raddr]
    except psutil.NoSuchProcess:  # a child for one file has done its work
        return []
