"""Whoever can write to the broker, and nothing more, deletes nobody and completes nothing."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, cast
from uuid import UUID, uuid4

import amqp

from chassis.bus.broker import connect
from chassis.bus.names import exchange_of
from chassis.secrets import Secrets
from chassis.signing import UNSIGNED, signed
from contracts.message import CaseId, Event, Owner, Scope
from contracts.privacy import RECEIPTS, ErasureRequested, FeedbackErased
from ops.stack import Stack
from tests.flows.conftest import a_person
from tests.flows.erasing import completed, deleted, in_state
from tests.flows.journey import Person, wait_until
from tests.flows.points import silent
from tests.flows.rows import person_of, scalar

THEIRS = "WHERE body->>'case_id' = CAST(:case AS text) AND topic = ANY(:topics)"
FATE = "SELECT state FROM {owner}.job WHERE message_id = :it"
ENDED = ("done", "refused", "parked")
LATE = 1_000_000_000
ANSWERS = "SELECT string_agg(a::text, '' ORDER BY owner) FROM privacy.owner_answer a"
COUNTS = {
    "certificates": "SELECT count(*) FROM privacy.issued_document WHERE case_id = :case",
    "completions": "SELECT count(*) FROM privacy.outbox WHERE topic = 'privacy.erasure_completed'"
    " AND body->>'case_id' = CAST(:case AS text)",
    "tombstones": "SELECT count(*) FROM documents.tombstone WHERE case_id = :case",
    "answers": f"{ANSWERS} WHERE case_id = :case",
}


Said = tuple[str, UUID, Event]
KINDS: dict[str, type[Event]] = {
    kind.topic: kind for kind in (ErasureRequested, *RECEIPTS.values())
}


def case_id(case: dict[str, Any]) -> CaseId:
    return CaseId(UUID(case["case_id"]))


def said_in(mira: Stack, case: CaseId) -> Iterator[Said]:
    """The order and the receipts of a case, each with the id that it was said under."""
    query = "SELECT json_agg(json_build_array(topic, id, body)) FROM {owner}.outbox"
    for owner in Owner:
        found = scalar(mira, f"{query.format(owner=owner)} {THEIRS}", case=case, topics=list(KINDS))
        for topic, message_id, body in cast("list[Any]", found or []):
            yield topic, UUID(message_id), KINDS[topic].model_validate(body, strict=False)


def say(mira: Stack, event: Event, message_id: UUID) -> None:
    """As the owner of its topic, with that password of the broker."""
    owner = event.topic.partition(".")[0]
    message = amqp.Message(
        event.model_dump_json().encode(), message_id=str(message_id), delivery_mode=2
    )
    with connect(mira.amqp_url(owner), "test") as connection:
        connection.channel().basic_publish_confirm(message, exchange_of(owner), event.topic)


def fate(mira: Stack, hearer: str, message_id: UUID) -> str | None:
    """How hearing of it ended there; None while it has not."""
    state = scalar(mira, FATE.format(owner=hearer), it=message_id)
    return str(state) if state in ENDED else None


def heard(mira: Stack, hearer: str, event: Event) -> str:
    """Say it, and wait until it was heard; how that ended."""
    message_id = uuid4()
    say(mira, event, message_id)
    ended: str = wait_until(lambda: fate(mira, hearer, message_id))
    return ended


def test_an_order_that_privacy_did_not_sign_deletes_nothing(mira: Stack) -> None:
    imke = a_person(mira)
    resume = imke.add_resume()
    assert imke.settled(f"/resumes/{resume}")["state"] == "done"
    order = ErasureRequested(
        person=person_of(mira, resume),
        case_id=CaseId(uuid4()),
        scope=Scope.RESUME,
        item_id=resume,
        log_seq=LATE,
        requested_at=datetime.now(UTC),
        signature=UNSIGNED,
    )
    forged = signed(order, Secrets(mira.secrets["documents"]).signing_key(Owner.DOCUMENTS))

    assert heard(mira, "documents", forged) == "refused"

    assert imke.get(f"/resumes/{resume}")["text"]
    assert "signature_refused" in mira.supervisor.log_of("documents").read_text()


def test_a_receipt_that_is_forged_or_of_another_case_settles_nothing(mira: Stack) -> None:
    imke = a_person(mira)
    first, second = imke.add_resume(), imke.add_resume()
    earlier = case_id(completed(imke, deleted(imke, f"/resumes/{first}")))
    (true,) = (event for _, _, event in said_in(mira, earlier) if isinstance(event, FeedbackErased))

    with silent(mira, "feedback"):
        code = deleted(imke, f"/resumes/{second}")
        case = case_id(in_state(imke, code, "fanned_out"))
        moved = true.model_copy(update={"case_id": case, "item_id": second})
        forged = signed(moved, Secrets(mira.secrets["documents"]).signing_key(Owner.DOCUMENTS))
        fates = [heard(mira, "privacy", each) for each in (true, moved, forged)]
        wait_until(lambda: len(silent_in(imke, code)) == 1)
        still = silent_in(imke, code)

    assert fates == ["done", "refused", "refused"]
    assert still == ["feedback"]
    completed(imke, code)


def silent_in(imke: Person, code: str) -> list[str]:
    """The owners that have not answered in the case, while it is open."""
    steps = in_state(imke, code, "fanned_out")["steps"]
    return [step["owner"] for step in steps if step["erased"] is None]


def test_all_said_five_times_over_in_any_order_has_one_effect(mira: Stack) -> None:
    """T16."""
    imke = a_person(mira)
    resume = imke.add_resume()
    case = case_id(completed(imke, deleted(imke, f"/resumes/{resume}")))
    before = {name: scalar(mira, query, case=case) for name, query in COUNTS.items()}
    said = list(said_in(mira, case))
    assert {topic.partition(".")[0] for topic, _, _ in said} == set(Owner)

    repeated = [(each, event) for _, old, event in said for each in (old, uuid4())] * 5
    random.Random(16).shuffle(repeated)
    for message_id, event in repeated:
        say(mira, event, message_id)

    for message_id, event in repeated:
        hearers = list(Owner) if isinstance(event, ErasureRequested) else [Owner.PRIVACY]
        wait_until(lambda it=message_id, who=hearers: all(fate(mira, each, it) for each in who))
    assert before == {name: scalar(mira, query, case=case) for name, query in COUNTS.items()}
    assert [before[name] for name in ("certificates", "completions", "tombstones")] == [1, 1, 1]
