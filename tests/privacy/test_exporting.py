"""An archive is made once, for its person alone, and goes when it should."""

import io
import json
import os
import zipfile
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from chassis.clock import ShiftedClock
from chassis.errors import Gone, NotFound, Unavailable
from chassis.ids import new_id
from chassis.signing import check
from contracts.auth import Act
from contracts.export import ExportState, FindExport, FindExportPart, ListExports
from contracts.message import ExportId, Owner, Scope
from services.privacy import exports, store
from services.privacy.service import PrivacyService
from services.privacy.tables import Export, ExportPiece
from services.privacy.work import DestroyKeys, DropExport
from tests.privacy.archives import Owners, an_archive, asked, collect, fetched, seen
from tests.privacy.cases import a_resume, about, order_of, privacy
from tests.support.people import a_passport, a_person
from tests.support.services import announced, owed, worker_on_job

ACCOUNT = ("account", {"name": "Tomke", "email": "tomke@example.org"})


class Interrupted(Owners):
    """Answers once, and then is away."""

    def export_page(self, question, deadline):
        if self.asked:
            raise Unavailable
        return super().export_page(question, deadline)


def opened(stack, person, view):
    return zipfile.ZipFile(io.BytesIO(fetched(stack, person, view)))


def completed(service, case):
    """As after the last count."""
    with service.db.transaction() as tx:
        store.complete(tx, case.case_id, service.clock.now())


def unseen(stack, person):
    service, export_id = privacy(stack), ExportId(new_id())
    service.keyring.make(Scope.EXPORT, export_id, person)
    with service.db.transaction(person) as tx:
        exports.add(tx, export_id, person, service.clock.now())
        return exports.view(exports.get(tx, export_id, person, service.clock.now()), None)


def pieces(stack, view):
    with stack.admin().connect() as connection:
        mine = select(func.count()).where(ExportPiece.export_id == view.export_id)
        return connection.scalar(mine)


def test_rows_of_every_owner_are_in_the_archive(stack):
    person = a_person()
    owners = Owners({Owner.AUTH: [ACCOUNT], Owner.ANALYTICS: [("consent", {"is_granted": True})]})

    view = an_archive(stack, person, bus=owners)

    archive = opened(stack, person, view)
    assert archive.testzip() is None
    assert json.loads(archive.read("account.json")) == {"account": [ACCOUNT[1]]}
    assert json.loads(archive.read("privacy/consent.json")) == {"consent": [{"is_granted": True}]}
    assert view.state is ExportState.READY
    assert view.size_bytes == len(fetched(stack, person, view))


def test_each_owner_is_asked_with_a_signature_for_this_person(stack):
    person, owners = a_person(), Owners()

    an_archive(stack, person, bus=owners)

    public = stack.secrets_of(Owner.AUTH).public_key(Owner.PRIVACY)
    assert {question.owner for question in owners.asked} == set(Owner) - {Owner.PRIVACY}
    assert all(check(question, public) for question in owners.asked)
    assert {question.person for question in owners.asked} == {person}


def test_a_large_archive_lies_in_several_pieces(stack):
    person = a_person()
    rows = [("note", {"text": os.urandom(400_000).hex()}) for _ in range(6)]

    view = an_archive(stack, person, bus=Owners({Owner.ANALYTICS: rows}))

    assert pieces(stack, view) == view.parts
    assert view.parts >= 3
    kept = json.loads(opened(stack, person, view).read("technical/analytics.json"))
    assert kept["note"] == [row for _, row in rows]


def test_an_interrupted_job_begins_anew_and_gives_one_archive(stack):
    person = a_person()
    view = asked(stack, person)

    with pytest.raises(Unavailable):
        collect(stack, person, view, bus=Interrupted())
    collect(stack, person, view, bus=Owners({Owner.AUTH: [ACCOUNT]}))
    collect(stack, person, view, bus=Owners({Owner.AUTH: [ACCOUNT]}))

    assert "account.json" in opened(stack, person, view).namelist()
    assert pieces(stack, view) == 1


def test_until_it_is_whole_no_piece_is_given_out(stack):
    person = a_person()
    view = asked(stack, person)

    with pytest.raises(Exception, match="still being written"):
        privacy(stack, caller=person).find_export_part(
            FindExportPart(export_id=view.export_id, number=0)
        )


def test_another_person_finds_nothing(stack):
    person, other = a_person(), a_person()
    view = an_archive(stack, person)
    service = privacy(stack, caller=other)

    with pytest.raises(NotFound):
        service.find_export(FindExport(export_id=view.export_id))
    with pytest.raises(NotFound):
        service.find_export_part(FindExportPart(export_id=view.export_id, number=0))
    assert service.list_exports(ListExports()).exports == ()


def test_a_new_archive_replaces_the_last(stack):
    person = a_person()
    first = an_archive(stack, person)

    second = an_archive(stack, person)

    listed = privacy(stack, caller=person).list_exports(ListExports()).exports
    assert [each.export_id for each in listed] == [second.export_id]
    with pytest.raises(Gone):
        stack.keyring(Owner.PRIVACY).get(Scope.EXPORT, first.export_id, person)


def test_after_seven_days_it_is_not_shown_and_its_job_drops_it(stack):
    person = a_person()
    view = an_archive(stack, person)
    assert "privacy.drop_export" in owed(privacy(stack), person)

    with pytest.raises(NotFound):
        seen(stack, person, view, clock=ShiftedClock(timedelta(days=7, minutes=1)))
    worker_on_job(PrivacyService, stack, person).drop_export(DropExport(export_id=view.export_id))

    assert pieces(stack, view) == 0
    with pytest.raises(Gone):
        stack.keyring(Owner.PRIVACY).get(Scope.EXPORT, view.export_id, person)


def test_deleting_anything_makes_an_archive_unreadable_at_once(stack):
    person = a_person()
    resume, view = a_resume(stack, person), an_archive(stack, person)

    privacy(stack, caller=person).request_erasure(about(resume))

    with pytest.raises(NotFound):
        seen(stack, person, view)
    with pytest.raises(Gone):
        stack.keyring(Owner.PRIVACY).get(Scope.EXPORT, view.export_id, person)


def test_an_archive_that_was_being_written_meanwhile_is_given_up(stack):
    person = a_person()
    resume, view = a_resume(stack, person), asked(stack, person)
    privacy(stack, caller=person).request_erasure(about(resume))

    with pytest.raises((NotFound, Gone)):
        collect(stack, person, view)

    assert pieces(stack, view) == 0


def test_an_archive_asked_for_after_a_deletion_stays(stack):
    person = a_person()
    service = privacy(stack, caller=person)
    case = service.request_erasure(about(a_resume(stack, person)))
    completed(service, case)
    view = an_archive(stack, person)

    service.destroy_keys([DestroyKeys(case_id=case.case_id)])

    assert seen(stack, person, view).state is ExportState.READY


def test_no_archive_is_begun_while_something_is_being_deleted(stack):
    person = a_person()
    service = privacy(stack, caller=person)
    case = service.request_erasure(about(a_resume(stack, person)))

    with pytest.raises(Unavailable) as refused:
        asked(stack, person)
    completed(service, case)

    assert (refused.value.code, refused.value.retry_after_s) == ("deletion-open", 60)
    assert an_archive(stack, person).state is ExportState.READY
    assert asked(stack, a_person()).state is ExportState.COLLECTING


def test_an_archive_that_a_deletion_did_not_see_waits_for_its_end(stack):
    """It was asked for when the case was not there, and is there when the case has looked."""
    person, owners = a_person(), Owners()
    service = privacy(stack, caller=person)
    case = service.request_erasure(about(a_resume(stack, person)))
    view = unseen(stack, person)

    with pytest.raises(Unavailable):
        collect(stack, person, view, bus=owners)
    assert owners.asked == []
    completed(service, case)
    collect(stack, person, view, bus=owners)

    assert seen(stack, person, view).state is ExportState.READY


def test_a_new_archive_need_not_wait_for_the_deletion_of_an_old_one(stack):
    person = a_person()
    old = an_archive(stack, person)
    privacy(stack, caller=person).request_erasure(about(old.export_id, Scope.EXPORT))

    assert an_archive(stack, person).state is ExportState.READY


def test_an_archive_can_be_deleted_by_itself(stack):
    person = a_person()
    view = an_archive(stack, person)

    privacy(stack, caller=person).request_erasure(about(view.export_id, Scope.EXPORT))

    with pytest.raises(NotFound):
        seen(stack, person, view)


def test_an_account_takes_its_archive_along(stack):
    person = a_person()
    view = an_archive(stack, person)
    service = privacy(stack, caller=a_passport(person, act=Act.ERASE_ACCOUNT))

    case = service.request_erasure(about(person, Scope.ACCOUNT))
    with pytest.raises(NotFound):
        seen(stack, person, view)
    service.obey(order_of(service, case))

    receipt = announced(service, person)[-1]
    assert receipt["remaining"]["export"] == receipt["remaining"]["export_piece"] == 0
    with pytest.raises(Gone):
        asked(stack, person)


def test_pieces_lie_sealed(stack):
    person = a_person()
    an_archive(stack, person, bus=Owners({Owner.AUTH: [ACCOUNT]}))

    with stack.admin().connect() as connection:
        mine = select(ExportPiece.data).where(ExportPiece.subject_id == person)
        (data,) = connection.scalars(mine)
    assert b"PK" not in data.data[:64]
    assert b"account.json" not in data.data
    with stack.admin().connect() as connection:
        assert connection.scalar(select(func.count()).where(Export.subject_id == person)) == 1
