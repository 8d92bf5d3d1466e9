"""A session, its documents and the whole account, all deleted by one person at the same moment."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from uuid import UUID

import pytest

from chassis.datamap import count_remaining
from chassis.ids import new_id
from chassis.owner import OwnerService
from contracts.interview import Transcript
from contracts.message import CaseId, PersonId, Scope
from contracts.proof import Check, Round
from services.verifier.counter import Counter
from tests.chassis.rivals import at_once
from tests.documents.desk import ask_fit, documents, give_both
from tests.feedback.reports import a_fresh_transcript, feedback, request
from tests.interview.sessions import a_fresh_briefing, an_order, interview, plan
from tests.support.people import a_person
from tests.support.services import announced
from tests.support.stack import Stack

SEEDS = 10
BATCHES = pytest.mark.parametrize(
    "batch", [0, *(pytest.param(number, marks=pytest.mark.full) for number in range(1, 100))]
)
"""1,000 seeds for each owner under `--full`."""

Items = dict[Scope, UUID]
Lived = tuple[OwnerService, Items]


def at_documents(stack: Stack, person: PersonId) -> Lived:
    """Two documents and the fit that hangs on both; the session is another owner's."""
    resume, job = give_both(stack, person)
    ask_fit(stack, person, resume, job)
    return documents(stack, person), {
        Scope.SESSION: new_id(),
        Scope.RESUME: resume.resume_id,
        Scope.JOB_DESCRIPTION: job.job_description_id,
    }


def at_interview(stack: Stack, person: PersonId) -> Lived:
    """A session with quotes that hang on it and on either document."""
    service, briefing = interview(stack, person), a_fresh_briefing()
    view = plan(service, briefing)
    return service, {
        Scope.SESSION: view.interview_id,
        Scope.RESUME: briefing.resume.resume_id,
        Scope.JOB_DESCRIPTION: briefing.job.job_description_id,
    }


def at_feedback(stack: Stack, person: PersonId) -> Lived:
    """A report with quotes that hang on it and on either document."""
    service, transcript = feedback(stack, person), another_transcript()
    request(service, transcript)
    return service, {
        Scope.SESSION: transcript.interview_id,
        Scope.RESUME: transcript.resume_id,
        Scope.JOB_DESCRIPTION: transcript.job_description_id,
    }


@cache
def told_once() -> Transcript:
    """Holding an interview takes longer than deleting it."""
    return a_fresh_transcript()


def another_transcript() -> Transcript:
    told = told_once()
    text = told.model_dump_json()
    for known in (told.interview_id, told.resume_id, told.job_description_id):
        text = text.replace(str(known), str(new_id()))
    return Transcript.model_validate_json(text)


def left(stack: Stack, person: PersonId) -> set[int]:
    """Rows of theirs in any table, as the verifier counts."""
    role, secrets = stack.verifier()
    check = Check(
        case_id=CaseId(new_id()),
        round=Round.FIRST,
        person=person,
        scope=Scope.ACCOUNT,
        item_id=person,
    )
    counter = Counter(role, secrets.signing_key("verifier"))
    (counted,) = counter.count([check], datetime.now(UTC))
    return set(counted.rows.values())


def demand_an_end(stack: Stack, live: Callable[[Stack, PersonId], Lived], seed: int) -> None:
    """Everything of somebody new is deleted at once; nothing is left, and all is answered."""
    ada = a_person()
    service, items = live(stack, ada)
    scopes = {**items, Scope.ACCOUNT: UUID(str(ada))}
    orders = [an_order(stack, ada, scope, item) for scope, item in scopes.items()]

    at_once([lambda order=order: service.obey(order) for order in orders], seed)

    with service.db.transaction(ada) as tx:
        assert set(count_remaining(tx, service.metadata, ada).values()) == {0}
    assert left(stack, ada) == {0}
    said = [each for each in announced(service, ada) if "erased" in each]
    assert sorted(receipt["scope"] for receipt in said) == sorted(scopes)


@BATCHES
@pytest.mark.parametrize("live", [at_documents, at_interview, at_feedback])
def test_all_that_is_deleted_at_once_is_gone_and_answered(
    stack: Stack, live: Callable[[Stack, PersonId], Lived], batch: int
) -> None:
    """T34: no deadlock that is not tried again, no orphan, a receipt for each."""
    for seed in range(batch * SEEDS, (batch + 1) * SEEDS):
        demand_an_end(stack, live, seed)
