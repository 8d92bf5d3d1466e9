"""What the table of grants does not name never leaves: no connection is opened for it."""

from contextlib import closing

import pytest

from chassis.egress import ClosedDoorError, Door
from chassis.grants import GRANTS, NotGrantedError, Permit, permit
from contracts.disclosure import SendingPurpose, SentField
from contracts.message import Owner
from tests.support.permits import a_permit
from tests.support.provider import fake_provider, naming

RESUME = SendingPurpose.READ_RESUME


def test_every_purpose_is_granted_to_one_owner_with_some_fields():
    assert set(GRANTS) == set(SendingPurpose)
    assert all(grant.fields and grant.providers for grant in GRANTS.values())


@pytest.mark.parametrize(
    ("owner", "purpose", "fields", "name", "lacks"),
    [
        (Owner.DOCUMENTS, "sell", (), "own-server", "purpose"),
        (Owner.ANALYTICS, RESUME, (), "own-server", "owner"),
        (Owner.INTERVIEW, RESUME, (SentField.RESUME_WORK,), "own-server", "owner"),
        (Owner.DOCUMENTS, RESUME, (SentField.ANSWER,), "own-server", "fields"),
        (Owner.DOCUMENTS, RESUME, (SentField.RESUME_WORK, "photo"), "own-server", "fields"),
        (Owner.DOCUMENTS, RESUME, (), "somebody-else", "provider"),
    ],
)
def test_what_is_not_in_one_row_of_the_table_is_refused(owner, purpose, fields, name, lacks):
    with fake_provider(naming([])) as fake:
        provider = fake.provider(name=name)

    with pytest.raises(NotGrantedError, match=lacks):
        permit(owner, purpose, fields, provider=provider, who="tag")


def test_nobody_else_makes_a_permit():
    with pytest.raises(TypeError, match="permit"):
        Permit(RESUME, "own-server", "tag", None)


def test_without_a_permit_for_this_provider_the_door_stays_shut():
    with fake_provider(naming([])) as fake, closing(Door(fake.provider())) as door:
        other = a_permit(fake.provider(name="openai"))

        for granted in (None, "read_resume", other):
            with pytest.raises(ClosedDoorError), door.open(granted, until_s=1):
                door.client.post(f"{fake.url}/responses", json={})

    assert fake.connections == 0
