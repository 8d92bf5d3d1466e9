"""A deletion takes what it names and changes nothing else, to the byte."""

from uuid import uuid4

from pydantic import SecretStr

from chassis.bus.client import Bus
from chassis.passport import mint
from chassis.secrets import Secrets
from contracts.analytics import Analytics, SetConsent
from contracts.message import Owner, PersonId
from ops.stack import Stack
from tests.flows.conftest import a_person
from tests.flows.erasing import completed, deleted, deleted_account
from tests.flows.journey import Person
from tests.flows.rows import (
    MACHINERY,
    digest,
    mentioning,
    person_of,
    rows_of,
    scalar,
    settled_rows_of,
    without,
)
from tests.support.people import a_passport


def object_to_analytics(mira: Stack, person: PersonId) -> None:
    """As the gateway has it done."""
    passport = mint(a_passport(person), Secrets(mira.secrets["auth"]).signing_key(Owner.AUTH))
    bus = Bus(SecretStr(mira.amqp_url("gateway")), Secrets(mira.secrets["gateway"]), name="gateway")
    api = bus.service(Analytics, passport=passport, idempotency_key=str(uuid4()))
    api.set_consent(SetConsent(is_granted=False))
    bus.close()


def lived(mira: Stack) -> tuple[Person, PersonId]:
    """Somebody with rows at every owner: also a past case, and a choice about analytics."""
    imke = a_person(mira)
    imke.held(imke.a_fit())
    other = imke.add_resume()
    person = person_of(mira, other)
    completed(imke, deleted(imke, f"/resumes/{other}"))
    object_to_analytics(mira, person)
    return imke, person


def test_a_deleted_account_leaves_every_byte_of_a_bystander(mira: Stack) -> None:
    """T04."""
    (imke, gone), (_, bystander) = lived(mira), lived(mira)
    before = settled_rows_of(mira, bystander)
    assert {name.partition(".")[0] for name in mentioning(before, bystander)} == {*Owner, "keys"}

    completed(imke, deleted_account(imke))

    after = settled_rows_of(mira, bystander)
    assert without(before, after) == without(after, before) == {}
    assert digest(after) == digest(before)
    left = rows_of(mira, gone)
    assert {name for name, rows in left.items() if rows} <= MACHINERY | {"keys.key"}
    living = "SELECT count(*) FROM keys.key WHERE person_id = :who AND wrapped IS NOT NULL"
    assert scalar(mira, living, who=gone) == 0


def test_a_deleted_session_leaves_every_byte_of_the_others(mira: Stack) -> None:
    """T01."""
    imke = a_person(mira)
    fit = imke.a_fit()
    person = person_of(mira, imke.get(f"/fits/{fit}")["resume_id"])
    gone, *kept = (imke.held(fit) for _ in range(3))
    before = settled_rows_of(mira, person)

    completed(imke, deleted(imke, f"/interviews/{gone}"))

    after = settled_rows_of(mira, person)
    lost = without(before, after, but=MACHINERY)
    new = without(after, before, but=MACHINERY)
    assert {"interview.turn", "interview.quote", "feedback.report"} < set(lost)
    assert mentioning(lost, gone) == lost
    assert set(new) == {"privacy.claim", "privacy.subject", "keys.key"}
    assert mentioning(new, gone)["keys.key"] == new["keys.key"]
    assert set(mentioning(after, gone)) == {"keys.key"}
    for session in kept:
        assert len(mentioning(before, session)) > 4
        assert mentioning(after, session) == mentioning(before, session)
