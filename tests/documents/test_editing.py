"""Correcting, naming and reading again, outside the container on the real database."""

import pytest

from chassis.errors import Conflict, Invalid, NotFound
from chassis.ids import new_id
from contracts.corrections import Corrections, EntryCorrection, OwnEntry, OwnRole, RoleCorrection
from contracts.documents import (
    AddResume,
    CorrectResume,
    FindFit,
    FindResume,
    Media,
    ReadJobDescriptionAgain,
    ReadResumeAgain,
    RenameJobDescription,
    RenameResume,
    WorkState,
)
from contracts.message import ResumeId
from services.documents.rules.engine import RulesAnalyst
from tests.documents.desk import (
    NearReader,
    a_judged_fit,
    correct,
    documents,
    give_both,
    work_off,
)
from tests.support.people import a_person
from tests.support.services import owed

NAMED = Corrections(name="Quince Ferrand")


class NewerAnalyst(RulesAnalyst):
    """Reads as the rules do, under another version."""

    @property
    def version(self) -> str:
        return "9.9.9"

    def read_resume(self, source):
        found = super().read_resume(source)
        engine = found.engine.model_copy(update={"version": self.version})
        return found.model_copy(update={"engine": engine})


class Blind(NearReader):
    """Cannot read any more what it could."""

    def read(self, data):
        return super().read(b"\xd0\xcf\x11\xe0" + b"\0" * 600)


def resume_of(stack, person, fit):
    return documents(stack, person).find_resume(FindResume(resume_id=fit.resume_id))


def fit_of(stack, person, fit):
    return documents(stack, person).find_fit(FindFit(fit_id=fit.fit_id))


def without_first_role(view):
    return Corrections(roles=(RoleCorrection(of=view.analysis.roles[0].id),))


def test_a_correction_is_seen_beside_what_was_read(stack):
    person, fit = a_judged_fit(stack)
    before = resume_of(stack, person, fit)

    after = correct(stack, person, fit.resume_id, NAMED)

    assert after == resume_of(stack, person, fit)
    assert after.analysis.contact.name.value == "Quince Ferrand"
    assert (after.read, after.corrections) == (before.analysis, NAMED)
    assert after.version == before.version + 1
    assert after.text.startswith(before.text)


def test_undoing_everything_leaves_what_was_read(stack):
    person, fit = a_judged_fit(stack)
    before = resume_of(stack, person, fit)
    correct(stack, person, fit.resume_id, NAMED)

    after = correct(stack, person, fit.resume_id, Corrections())

    assert (after.analysis, after.text) == (before.analysis, before.text)
    assert (after.read, after.corrections) == (None, Corrections())


def test_a_fit_is_judged_again_from_what_was_corrected(stack):
    person, fit = a_judged_fit(stack)

    correct(stack, person, fit.resume_id, without_first_role(resume_of(stack, person, fit)))

    waiting = fit_of(stack, person, fit)
    assert (waiting.state, waiting.report) == (WorkState.WAITING, None)
    with pytest.raises(Conflict, match="still being worked on"):
        documents(stack, person).find_briefing(FindFit(fit_id=fit.fit_id))
    assert work_off(stack, person) == ["documents.judge_fit"]
    assert fit_of(stack, person, fit).report.score.value < fit.report.score.value


def test_a_fit_that_was_being_judged_meanwhile_is_judged_once_more(stack):
    person, fit = a_judged_fit(stack)
    view = resume_of(stack, person, fit)
    correct(stack, person, fit.resume_id, NAMED)

    class Slow(RulesAnalyst):
        """Somebody corrects the résumé while it judges."""

        def judge_fit(self, source):
            if view.analysis.roles[0] in source.resume.roles:
                correct(stack, person, fit.resume_id, without_first_role(view))
            return super().judge_fit(source)

    done = work_off(stack, person, analyst=Slow())

    assert done == ["documents.judge_fit", "documents.judge_fit"]
    assert fit_of(stack, person, fit).state is WorkState.DONE
    assert fit_of(stack, person, fit).report.score.value < fit.report.score.value


def test_an_interview_is_planned_from_what_was_corrected(stack):
    person, fit = a_judged_fit(stack)
    correct(stack, person, fit.resume_id, NAMED)
    work_off(stack, person)

    briefing = documents(stack, person).find_briefing(FindFit(fit_id=fit.fit_id))

    assert briefing.resume.contact.name.value == "Quince Ferrand"


def test_of_two_who_change_the_same_version_one_is_told(stack):
    person, fit = a_judged_fit(stack)
    service, there = documents(stack, person), resume_of(stack, person, fit)
    correct(stack, person, fit.resume_id, NAMED)
    late = Corrections(name="Somebody else")

    with pytest.raises(Conflict) as refused:
        service.correct_resume(
            CorrectResume(resume_id=fit.resume_id, version=there.version, corrections=late)
        )

    assert refused.value.code == "changed-meanwhile"
    assert resume_of(stack, person, fit).corrections == NAMED


def test_what_cannot_be_used_changes_nothing(stack):
    person, fit = a_judged_fit(stack)
    before = resume_of(stack, person, fit)
    wrong = Corrections(languages=(EntryCorrection(of="e9", now=OwnEntry(title="Finnish")),))

    with pytest.raises(Invalid):
        correct(stack, person, fit.resume_id, wrong)

    assert resume_of(stack, person, fit) == before


def test_what_is_still_being_read_cannot_be_corrected(stack):
    person = a_person()
    resume, _ = give_both(stack, person)

    with pytest.raises(Conflict, match="still being worked on"):
        correct(stack, person, resume.resume_id, NAMED)


def test_corrections_survive_reading_again(stack):
    person, fit = a_judged_fit(stack)
    line = "Led a team of 12 engineers on Terraform"
    role = resume_of(stack, person, fit).analysis.roles[0]
    now = OwnRole.of(role).model_copy(update={"bullets": (*OwnRole.of(role).bullets, line)})
    given = Corrections(name="Quince Ferrand", roles=(RoleCorrection(of=role.id, now=now),))
    before = correct(stack, person, fit.resume_id, given)
    work_off(stack, person)

    service = documents(stack, person, analyst=NewerAnalyst())
    assert service.find_resume(FindResume(resume_id=fit.resume_id)).is_outdated
    waiting = service.read_resume_again(ReadResumeAgain(resume_id=fit.resume_id))
    done = work_off(stack, person, analyst=NewerAnalyst())

    assert waiting.state is WorkState.WAITING
    assert done == ["documents.read_resume", "documents.judge_fit"]
    after = service.find_resume(FindResume(resume_id=fit.resume_id))
    assert (after.corrections, after.is_outdated) == (before.corrections, False)
    assert after.analysis.roles == before.analysis.roles
    assert after.analysis.engine.version == "9.9.9"
    assert (after.title, after.text) == (before.title, before.text)


def test_asking_twice_to_read_again_reads_once(stack):
    person, fit = a_judged_fit(stack)
    service = documents(stack, person)

    for _ in range(2):
        service.read_resume_again(ReadResumeAgain(resume_id=fit.resume_id))

    assert owed(service, person) == ["documents.read_resume"]


def test_what_a_newer_engine_cannot_read_stays_as_it_was_read(stack):
    person, fit = a_judged_fit(stack)
    before = resume_of(stack, person, fit)
    service = documents(stack, person)
    service.read_resume_again(ReadResumeAgain(resume_id=fit.resume_id))

    work_off(stack, person, reader=Blind())

    after = resume_of(stack, person, fit)
    assert (after.state, after.analysis) == (WorkState.DONE, before.analysis)
    assert service.find_original(FindResume(resume_id=fit.resume_id)).data


def test_a_refused_file_is_not_read_again_and_not_changed(stack):
    person = a_person()
    service = documents(stack, person)
    given = service.add_resume(AddResume(title="Scan", media=Media.FILE, data=b" " * 80))
    work_off(stack, person)

    for ask in (
        lambda: service.read_resume_again(ReadResumeAgain(resume_id=given.resume_id)),
        lambda: correct(stack, person, given.resume_id, NAMED),
        lambda: service.rename_resume(
            RenameResume(resume_id=given.resume_id, version=2, title="New")
        ),
    ):
        with pytest.raises(Conflict, match="could not be read"):
            ask()


def test_a_job_description_is_read_again_and_its_fits_judged_again(stack):
    person, fit = a_judged_fit(stack)
    service = documents(stack, person)

    service.read_job_description_again(
        ReadJobDescriptionAgain(job_description_id=fit.job_description_id)
    )

    assert work_off(stack, person) == ["documents.read_job", "documents.judge_fit"]
    assert fit_of(stack, person, fit).report == fit.report


def test_documents_take_a_new_name_and_an_empty_one_is_what_was_read(stack):
    person, fit = a_judged_fit(stack)
    service = documents(stack, person)
    version = resume_of(stack, person, fit).version

    named = service.rename_resume(
        RenameResume(resume_id=fit.resume_id, version=version, title="  For  banks ")
    )
    unnamed = service.rename_resume(
        RenameResume(resume_id=fit.resume_id, version=named.version, title="")
    )
    job = service.rename_job_description(
        RenameJobDescription(job_description_id=fit.job_description_id, version=2, title="The bank")
    )

    assert (named.title, unnamed.title, job.title) == ("For banks", "Imke Brandt", "The bank")
    assert fit_of(stack, person, fit).job_title == "The bank"


def test_the_ids_of_others_and_of_nothing_are_the_same_not_found(stack):
    _, fit = a_judged_fit(stack)
    stranger = documents(stack, a_person())

    told = set()
    for resume_id in (fit.resume_id, ResumeId(new_id())):
        for call, cmd in (
            (
                stranger.correct_resume,
                CorrectResume(resume_id=resume_id, version=None, corrections=NAMED),
            ),
            (stranger.rename_resume, RenameResume(resume_id=resume_id, version=None, title="x")),
        ):
            with pytest.raises(NotFound) as refused:
                call(cmd)
            told.add(refused.value.message)

    assert len(told) == 1
