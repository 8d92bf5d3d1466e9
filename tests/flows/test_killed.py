"""Killed at any step of a case, it ends the case by itself: completed once, certified once."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack, contextmanager
from uuid import UUID

import pytest

from contracts.message import Owner
from ops.stack import Stack
from tests.flows.conftest import a_person
from tests.flows.erasing import completed, deleted
from tests.flows.journey import wait_until
from tests.flows.points import Door, behind_a_wire, silent
from tests.flows.rows import scalar

Reach = Callable[[], None]
Point = Callable[[Stack, UUID], AbstractContextManager[Reach]]
"""While a point is set for one résumé, `reach` returns when its case stands there."""

OF_CASE = "WHERE case_id = (SELECT id FROM privacy.erasure_case WHERE item_id = :item)"
RECEIPTS = f"SELECT count(*) FROM privacy.owner_answer {OF_CASE} AND receipt IS NOT NULL"  # noqa: S608 - our own words
CERTIFICATES = f"SELECT count(*) FROM privacy.issued_document {OF_CASE}"  # noqa: S608 - our own words
INCIDENTS = f"SELECT count(*) FROM privacy.incident {OF_CASE}"  # noqa: S608 - our own words
COMPLETIONS = (
    "SELECT count(*) FROM privacy.outbox WHERE topic = 'privacy.erasure_completed'"
    " AND body->>'case_id' = (SELECT id::text FROM privacy.erasure_case WHERE item_id = :item)"
)
STATE = "SELECT state FROM privacy.erasure_case WHERE item_id = :item"
UNSAID = (
    "SELECT count(*) FROM {owner}.outbox WHERE topic = :topic AND published_at IS NULL"
    " AND body->>'item_id' = CAST(:item AS text)"
)


def before(act: str, table: str, only: str = "true", *, database: str = "mira") -> Point:
    """Where the process is about to do this to that table."""

    @contextmanager
    def point(mira: Stack, _: UUID) -> Iterator[Reach]:
        with Door(mira.admin_url(database), act, table, only) as door:
            yield door.wait

    return point


def committed_and_unsaid(owner: Owner, table: str, topic: str) -> Point:
    """Where what `owner` wrote into `table` is committed, and nobody has been told."""

    @contextmanager
    def point(mira: Stack, item: UUID) -> Iterator[Reach]:
        with ExitStack() as stack:
            wire = stack.enter_context(behind_a_wire(mira, owner))
            door = stack.enter_context(Door(mira.admin_url("mira"), "INSERT", table))

            def reach() -> None:
                door.wait()
                wire.refuse()
                door.open()
                unsaid = UNSAID.format(owner=owner)
                wait_until(lambda: scalar(mira, unsaid, topic=topic, item=item))

            yield reach

    return point


def published_and_unmarked(owner: Owner, topic: str) -> Point:
    """Where the broker has it, and `owner` has not written down that it has."""
    return before(
        "UPDATE", f"{owner}.outbox", f"NEW.topic = '{topic}' AND NEW.published_at IS NOT NULL"
    )


@contextmanager
def between_receipts(mira: Stack, item: UUID) -> Iterator[Reach]:
    """Where five owners have answered, and the sixth has not."""
    with silent(mira, "feedback"):
        yield lambda: wait_until(lambda: scalar(mira, RECEIPTS, item=item) == len(Owner) - 1)


@contextmanager
def owed_to_the_verifier(mira: Stack, item: UUID) -> Iterator[Reach]:
    """Where all have answered, and the verifier has not counted."""
    with silent(mira, "verifier"):
        yield lambda: wait_until(lambda: scalar(mira, STATE, item=item) == "verifying")


ORDER, RECEIPT = "privacy.erasure_requested", "documents.owner_erased"
LONG = pytest.mark.full
POINTS: dict[str, tuple[Owner, Point]] = {
    "its certificate is not written": (
        Owner.PRIVACY,
        before("INSERT", "privacy.issued_document"),
    ),
    "its case is not committed": (Owner.PRIVACY, before("INSERT", "privacy.erasure_order")),
    "its case is committed and its order unsaid": (
        Owner.PRIVACY,
        committed_and_unsaid(Owner.PRIVACY, "privacy.erasure_order", ORDER),
    ),
    "its keys are not destroyed": (
        Owner.PRIVACY,
        before("UPDATE", "keys.key", database="mira_keys"),
    ),
    "its order is published and not marked": (
        Owner.PRIVACY,
        published_and_unmarked(Owner.PRIVACY, ORDER),
    ),
    "a receipt is not recorded": (
        Owner.PRIVACY,
        before("UPDATE", "privacy.owner_answer", "NEW.owner = 'interview'"),
    ),
    "one owner has not answered": (Owner.PRIVACY, between_receipts),
    "the count is owed": (Owner.PRIVACY, owed_to_the_verifier),
    "an owner has deleted and not committed": (
        Owner.DOCUMENTS,
        before("INSERT", "documents.tombstone"),
    ),
    "an owner has committed and told nobody": (
        Owner.DOCUMENTS,
        committed_and_unsaid(Owner.DOCUMENTS, "documents.tombstone", RECEIPT),
    ),
    "an owner has told it and not marked it": (
        Owner.DOCUMENTS,
        published_and_unmarked(Owner.DOCUMENTS, RECEIPT),
    ),
}
FIRST = "its certificate is not written"
SOME = [pytest.param(name, marks=[LONG] if name != FIRST else []) for name in POINTS]


@pytest.mark.parametrize("point", SOME)
def test_a_case_whose_process_is_killed_completes_once_where(point: str, mira: Stack) -> None:
    """T15, T18."""
    imke = a_person(mira)
    resume = imke.add_resume()
    assert imke.settled(f"/resumes/{resume}")["state"] == "done"
    process, place = POINTS[point]

    with ThreadPoolExecutor(1) as asker, place(mira, resume) as reach:
        asker.submit(imke.ask, "DELETE", f"/resumes/{resume}")
        reach()
        mira.kill(process)
    mira.wait_ready(process)
    case = completed(imke, deleted(imke, f"/resumes/{resume}"))

    told = {step["owner"]: (step["erased"], step["remaining"]) for step in case["steps"]}
    assert told.pop("documents") == (2, 0)
    assert {remaining for _, remaining in told.values()} == {0}
    assert case["keys_destroyed_at"]
    once = [scalar(mira, query, item=resume) for query in (CERTIFICATES, COMPLETIONS)]
    assert (once, scalar(mira, INCIDENTS, item=resume)) == ([1, 1], 0)
