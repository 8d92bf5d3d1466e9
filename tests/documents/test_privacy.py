"""What documents deletes, and that it forgets nothing and nobody else."""

import json
from contextlib import closing
from uuid import UUID

import pytest
from sqlalchemy import select

from chassis.datamap import count_item, count_remaining
from chassis.errors import Gone, NotFound
from chassis.ids import new_id
from chassis.keys import KeyDestroyer
from chassis.walls import is_about_someone, is_content
from contracts.corrections import Corrections, JobCorrections, OwnRequirement, RequirementCorrection
from contracts.disclosure import FindDisclosures
from contracts.documents import FindFit, FindResume, ListDocuments
from contracts.message import Owner, Scope
from services.documents.tables import (
    MODEL,
    Base,
    Correction,
    Fit,
    JobCorrection,
    JobDescription,
    Original,
    Resume,
)
from tests.documents.build import a_text
from tests.documents.desk import (
    a_judged_fit,
    a_pasted_resume,
    ask_fit,
    correct,
    correct_job,
    documents,
    give_both,
    work_off,
)
from tests.support.people import a_person

CHASSIS = {"subject", "answered"}


def a_full_life(stack, person=None, **given):
    """Somebody with everything, corrections too, which say `Quince Ferrand` and `Quilting`."""
    who, fit = a_judged_fit(stack, person, **given)
    correct(stack, who, fit.resume_id, Corrections(name="Quince Ferrand"))
    now = OwnRequirement(quote=a_text("backend.txt").split("\n")[0], looked_for=("Quilting",))
    own = JobCorrections(requirements=(RequirementCorrection(now=now),))
    correct_job(stack, who, fit.job_description_id, own)
    work_off(stack, who, **given)
    return who, fit


def remaining(service, person):
    with service.db.transaction(person) as tx:
        counted = count_remaining(tx, Base.metadata, person)
    return {table: rows for table, rows in counted.items() if table not in CHASSIS}


def erased(service, scope: Scope, item: UUID, person):
    with service.db.transaction(person) as tx:
        return service.erase(tx, scope, item, person)


def test_a_full_life_leaves_no_table_out(stack, adviser):
    person, _ = a_full_life(stack, adviser=adviser)
    about = {table.name for table in Base.metadata.sorted_tables if is_about_someone(table)}

    counted = remaining(documents(stack, person), person)

    assert set(counted) == about - CHASSIS
    assert all(rows > 0 for rows in counted.values())


def test_erasing_the_account_leaves_nothing(stack, adviser):
    person, _ = a_full_life(stack, adviser=adviser)
    service = documents(stack, person)

    gone = erased(service, Scope.ACCOUNT, person, person)

    ones = dict.fromkeys(
        ("fit", "original", "correction", "resume", "job_correction", "job_description"), 1
    )
    assert gone == {**ones, "advice": 2, "disclosed": 2}
    assert not any(remaining(service, person).values())


def test_erasing_twice_erases_nothing_more(stack):
    person, _ = a_full_life(stack)
    service = documents(stack, person)
    erased(service, Scope.ACCOUNT, person, person)

    again = erased(service, Scope.ACCOUNT, person, person)

    assert not any(again.values())


def test_a_resume_takes_its_file_and_its_fits_along_and_nothing_else(stack, adviser):
    person, fit = a_full_life(stack, adviser=adviser)
    service = documents(stack, person)
    other = service.add_resume(a_pasted_resume(title="Other"))

    gone = erased(service, Scope.RESUME, fit.resume_id, person)

    assert gone == {"fit": 1, "advice": 1, "original": 1, "correction": 1, "resume": 1}
    with service.db.transaction(person) as tx:
        left = count_item(tx, Base.metadata, Scope.RESUME, fit.resume_id)
    assert set(left) == {"fit", "advice", "original", "correction", "resume"}
    assert not any(left.values())
    assert len(service.find_disclosures(FindDisclosures()).sent) == 2
    listed = service.list_documents(ListDocuments())
    assert [row.resume_id for row in listed.resumes] == [other.resume_id]
    assert len(listed.job_descriptions) == 1


def test_a_job_description_takes_its_fits_along_and_leaves_the_resume(stack):
    person, fit = a_full_life(stack)
    service = documents(stack, person)

    gone = erased(service, Scope.JOB_DESCRIPTION, fit.job_description_id, person)

    assert gone == {"fit": 1, "advice": 0, "job_correction": 1, "job_description": 1}
    with service.db.transaction(person) as tx:
        left = count_item(tx, Base.metadata, Scope.JOB_DESCRIPTION, fit.job_description_id)
    assert set(left) == set(gone)
    assert not any(left.values())
    assert remaining(service, person) == {
        "advice": 0,
        "disclosed": 0,
        "fit": 0,
        "job_correction": 0,
        "job_description": 0,
        "correction": 1,
        "original": 1,
        "resume": 1,
    }


def test_the_deletion_of_a_session_concerns_nothing_here(stack):
    person, _ = a_full_life(stack)
    service = documents(stack, person)
    before = remaining(service, person)

    assert erased(service, Scope.SESSION, new_id(), person) == {}
    assert remaining(service, person) == before


@pytest.mark.parametrize("scope", list(Scope))
def test_erasing_leaves_everyone_else_alone(stack, scope):
    person, fit = a_full_life(stack)
    other, _ = a_full_life(stack)
    service = documents(stack, other)
    before = remaining(service, other)
    items = {Scope.RESUME: fit.resume_id, Scope.JOB_DESCRIPTION: fit.job_description_id}

    erased(documents(stack, person), scope, items.get(scope, person), person)

    assert remaining(service, other) == before


def test_nobody_erases_what_is_anothers(stack):
    _, fit = a_full_life(stack)
    thief = a_person()

    gone = erased(documents(stack, thief), Scope.RESUME, fit.resume_id, thief)

    assert not any(gone.values())


def test_a_destroyed_key_makes_a_resume_and_its_fit_unreadable_at_once(stack, destroyer):
    person, fit = a_full_life(stack)
    service = documents(stack, person)

    destroyer.destroy(Scope.RESUME, fit.resume_id, person)

    for call, query in (
        (service.find_resume, FindResume(resume_id=fit.resume_id)),
        (service.find_original, FindResume(resume_id=fit.resume_id)),
        (service.find_fit, FindFit(fit_id=fit.fit_id)),
        (service.find_briefing, FindFit(fit_id=fit.fit_id)),
    ):
        with pytest.raises(NotFound):
            call(query)
    listed = service.list_documents(ListDocuments())
    assert (listed.resumes, listed.fits) == ((), ())
    assert len(listed.job_descriptions) == 1


def test_work_that_comes_after_the_keys_are_gone_is_refused(stack, destroyer):
    person = a_person()
    resume, job = give_both(stack, person)
    ask_fit(stack, person, resume, job)

    destroyer.destroy(Scope.ACCOUNT, person, person)

    with pytest.raises(Gone):
        work_off(stack, person)
    with pytest.raises(Gone):
        documents(stack, person).add_resume(a_pasted_resume())


def test_every_sealed_column_is_opened_for_its_owner(stack, adviser):
    person, fit = a_full_life(stack, adviser=adviser)
    service = documents(stack, person)

    opened = {table.name: exported(service, table, person) for table in CONTENT}

    assert opened["original"]["data"] == a_text("resume.txt").encode()
    assert opened["resume"]["title"].decode() == "My résumé"
    assert "skills" in json.loads(opened["advice"]["answer"])
    assert opened["disclosed"] == {}
    assert json.loads(opened["resume"]["analysis"])["resume_id"] == str(fit.resume_id)
    assert json.loads(opened["correction"]["given"])["name"] == "Quince Ferrand"
    assert "Quince" not in opened["correction"]["text"].decode()
    assert b"Quilting" in opened["job_correction"]["given"]
    assert b"Quilting" not in opened["job_correction"]["analysis"]
    assert json.loads(opened["fit"]["report"])["fit_id"] == str(fit.fit_id)
    assert "Quillfeather" in opened["job_description"]["text"].decode()


CONTENT = [
    *(
        model.__table__
        for model in (Resume, Original, Correction, JobDescription, JobCorrection, Fit)
    ),
    MODEL.advice,
    MODEL.disclosed,
]


def exported(service, table, person):
    with service.db.transaction(person) as tx:
        mine = select(table).where(table.c.subject_id == person)
        row = tx.execute(mine).mappings().first()
    return service.export(table, {column.name: row[column] for column in table.columns}, person)


def test_the_content_tables_are_the_ones_that_are_exported():
    assert {table.name for table in CONTENT} == {
        table.name for table in Base.metadata.sorted_tables if is_content(table)
    } - CHASSIS


def test_an_export_leaves_out_what_has_lost_its_key(stack, destroyer):
    person, fit = a_full_life(stack)
    service = documents(stack, person)

    destroyer.destroy(Scope.JOB_DESCRIPTION, fit.job_description_id, person)

    assert exported(service, Fit.__table__, person) == {}
    assert exported(service, JobDescription.__table__, person) == {}
    assert exported(service, Resume.__table__, person)


def test_nothing_that_was_given_or_read_lies_in_clear(stack):
    a_full_life(stack)
    told = ("Imke", "Quarrystone", "Quillfeather", "Quince", "My résumé", "PostgreSQL", "Django")

    with stack.admin().connect() as connection:
        rows = [
            str(row)
            for table in Base.metadata.sorted_tables
            for row in connection.execute(select(table))
        ]

    assert not [word for word in told if any(word in row for row in rows)]


@pytest.fixture
def destroyer(stack):
    """Privacy's right over keys."""
    with closing(KeyDestroyer(stack.keys_urls[Owner.PRIVACY])) as right:
        yield right
