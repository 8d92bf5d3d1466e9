"""What documents answers and works off, outside its container on the real database."""

from contextlib import closing

import pytest

from chassis.errors import Conflict, Invalid, NotFound
from chassis.ids import new_id
from contracts.documents import (
    MAX_CHARACTERS,
    AddResume,
    FindFit,
    FindJobDescription,
    FindResume,
    ListDocuments,
    Media,
    RequestFit,
    WorkState,
)
from contracts.extraction import ExtractionState
from contracts.message import FitId, JobDescriptionId, ResumeId
from services.documents import store
from services.documents.domain import MAX_RESUMES
from services.documents.reader import ChildReader
from services.documents.work import JudgeFit, ReadJob, ReadResume
from tests.documents.build import a_text
from tests.documents.desk import (
    a_judged_fit,
    a_pasted_job,
    a_pasted_resume,
    ask_fit,
    at_work,
    documents,
    fill,
    give_both,
    work_off,
)
from tests.support.people import a_person
from tests.support.services import announced, owed


def test_a_resume_waits_until_it_is_read(stack):
    person = a_person()
    service = documents(stack, person)

    given = service.add_resume(a_pasted_resume(title="  Spring   2026 "))

    assert (given.state, given.title, given.analysis) == (WorkState.WAITING, "Spring 2026", None)
    assert (given.progress.stage, given.progress.done) == ("waiting", 0)
    assert owed(service, person) == ["documents.read_resume"]


def test_a_read_resume_has_its_analysis_and_is_announced(stack):
    person = a_person()
    service = documents(stack, person)
    given = service.add_resume(a_pasted_resume())

    work_off(stack, person)

    found = service.find_resume(FindResume(resume_id=given.resume_id))
    assert (found.state, found.version) == (WorkState.DONE, given.version + 1)
    assert {skill.id for skill in found.analysis.skills} >= {"python", "django", "postgresql"}
    assert [(e["topic"], e["state"]) for e in announced(service, person)] == [
        ("documents.resume_analysed", "done")
    ]


def test_every_quote_of_a_stored_analysis_stands_in_the_stored_text(stack):
    person, fit = a_judged_fit(stack)
    service = documents(stack, person)
    resume = service.find_resume(FindResume(resume_id=fit.resume_id))
    job = service.find_job_description(
        FindJobDescription(job_description_id=fit.job_description_id)
    )

    texts = {resume.resume_id: resume.text, job.job_description_id: job.text}

    spans = [span for item in fit.report.items for span in (*item.evidence, item.requirement.span)]
    assert spans
    assert all(texts[s.document_id][s.start : s.end] == s.quote for s in spans)


def test_doing_a_job_twice_changes_nothing(stack):
    person, fit = a_judged_fit(stack)
    service = at_work(stack, person)

    service.read_resume(ReadResume(resume_id=fit.resume_id))
    service.read_job(ReadJob(job_description_id=fit.job_description_id))
    service.judge_fit(JudgeFit(fit_id=fit.fit_id))

    assert documents(stack, person).find_fit(FindFit(fit_id=fit.fit_id)) == fit
    topics = [event["topic"] for event in announced(service, person)]
    assert topics == ["documents.resume_analysed", "documents.fit_report_ready"]


def test_a_fit_that_was_asked_for_early_is_judged_when_both_are_read(stack):
    person = a_person()
    resume, job = give_both(stack, person)
    fit = ask_fit(stack, person, resume, job)
    assert fit.state is WorkState.WAITING

    done = work_off(stack, person)

    assert done == ["documents.read_resume", "documents.read_job", "documents.judge_fit"]
    found = documents(stack, person).find_fit(FindFit(fit_id=fit.fit_id))
    assert found.report.score.value > 0.6


def test_a_fit_that_is_asked_for_late_is_judged_at_once(stack):
    person = a_person()
    resume, job = give_both(stack, person)
    work_off(stack, person)

    ask_fit(stack, person, resume, job)

    assert work_off(stack, person) == ["documents.judge_fit"]


def test_asking_twice_for_the_same_two_is_one_fit(stack):
    person = a_person()
    resume, job = give_both(stack, person)

    first, second = (ask_fit(stack, person, resume, job) for _ in range(2))

    assert first.fit_id == second.fit_id
    assert len(documents(stack, person).list_documents(ListDocuments()).fits) == 1


def test_a_file_that_cannot_be_read_is_refused_and_not_kept(stack):
    person = a_person()
    service = documents(stack, person)
    given = service.add_resume(
        AddResume(title="Scan", media=Media.FILE, data=b"\xd0\xcf\x11\xe0" + b"\0" * 600)
    )

    work_off(stack, person)

    found = service.find_resume(FindResume(resume_id=given.resume_id))
    assert (found.state, found.refusal) == (WorkState.REFUSED, ExtractionState.UNSUPPORTED)
    with pytest.raises(NotFound):
        service.find_original(FindResume(resume_id=given.resume_id))
    assert announced(service, person)[0]["state"] == "refused"


def test_what_was_to_be_compared_with_a_refused_resume_is_refused_too(stack):
    person = a_person()
    service = documents(stack, person)
    resume = service.add_resume(AddResume(title="None", media=Media.FILE, data=b" " * 80))
    job = service.add_job_description(a_pasted_job())
    fit = ask_fit(stack, person, resume, job)

    work_off(stack, person)

    assert service.find_fit(FindFit(fit_id=fit.fit_id)).state is WorkState.REFUSED
    with pytest.raises(Conflict, match="could not be read"):
        ask_fit(stack, person, resume, job)


def test_the_original_comes_back_byte_for_byte(stack):
    person = a_person()
    service = documents(stack, person)
    cmd = a_pasted_resume(title="Mine")
    given = service.add_resume(cmd)
    work_off(stack, person)

    original = service.find_original(FindResume(resume_id=given.resume_id))

    assert (original.data, original.title, original.format) == (cmd.data, "Mine", "text")


def test_a_child_process_reads_the_file(stack):
    person = a_person()
    service = documents(stack, person)
    given = service.add_resume(a_pasted_resume())

    with closing(ChildReader()) as reader:
        work_off(stack, person, reader=reader)

    assert service.find_resume(FindResume(resume_id=given.resume_id)).state is WorkState.DONE


def test_a_briefing_holds_all_three_and_only_once_they_are_ready(stack):
    person = a_person()
    resume, job = give_both(stack, person)
    fit = ask_fit(stack, person, resume, job)
    service = documents(stack, person)
    with pytest.raises(Conflict, match="still being worked on"):
        service.find_briefing(FindFit(fit_id=fit.fit_id))
    work_off(stack, person)

    briefing = service.find_briefing(FindFit(fit_id=fit.fit_id))

    assert briefing.resume.resume_id == resume.resume_id
    assert briefing.job.job_description_id == job.job_description_id
    assert briefing.fit.fit_id == fit.fit_id


def test_a_list_is_newest_first_and_holds_no_content(stack):
    person, fit = a_judged_fit(stack)
    service = documents(stack, person)
    newer = service.add_resume(a_pasted_resume(title="Newer"))

    listed = service.list_documents(ListDocuments())

    assert [row.title for row in listed.resumes] == ["Newer", "My résumé"]
    assert newer.resume_id == listed.resumes[0].resume_id
    assert [(row.resume_title, row.job_title) for row in listed.fits] == [("My résumé", "The job")]
    assert fit.report
    assert not any(row.analysis or row.text for row in (*listed.resumes, *listed.job_descriptions))
    assert not any(row.report for row in listed.fits)


def test_the_ids_of_others_and_of_nothing_are_the_same_not_found(stack):
    _, fit = a_judged_fit(stack)
    stranger = documents(stack, a_person())
    calls = [
        (stranger.find_resume, FindResume, "resume_id", fit.resume_id, ResumeId),
        (stranger.find_original, FindResume, "resume_id", fit.resume_id, ResumeId),
        (stranger.find_fit, FindFit, "fit_id", fit.fit_id, FitId),
        (stranger.find_briefing, FindFit, "fit_id", fit.fit_id, FitId),
        (
            stranger.find_job_description,
            FindJobDescription,
            "job_description_id",
            fit.job_description_id,
            JobDescriptionId,
        ),
    ]

    told = [
        [refusal(call, query(**{field: item})) for item in (theirs, kind(new_id()))]
        for call, query, field, theirs, kind in calls
    ]

    assert all(foreign == missing for foreign, missing in told)


def refusal(call, query):
    with pytest.raises(NotFound) as refused:
        call(query)
    return type(refused.value), refused.value.message, refused.value.code


def test_a_fit_cannot_mix_two_people(stack):
    person, other = a_person(), a_person()
    resume, _ = give_both(stack, person)
    _, job = give_both(stack, other)

    with pytest.raises(NotFound):
        documents(stack, person).request_fit(
            RequestFit(resume_id=resume.resume_id, job_description_id=job.job_description_id)
        )


def test_more_resumes_than_we_keep_are_refused_with_the_limit(stack):
    person = a_person()
    service = documents(stack, person)
    fill(stack, person, MAX_RESUMES)

    with pytest.raises(Conflict, match="at most 50"):
        service.add_resume(a_pasted_resume())

    with service.db.transaction(person) as tx:
        assert store.count_resumes(tx, person) == MAX_RESUMES


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("x" * (MAX_CHARACTERS + 1), "resume-too-long"),
        (" \n\t ", "text-empty"),
        ("", "resume-empty"),
    ],
)
def test_pasted_text_that_is_none_or_too_much_is_refused_at_once(stack, text, code):
    person = a_person()
    service = documents(stack, person)

    with pytest.raises(Invalid) as refused:
        service.add_resume(a_pasted_resume(text))

    assert refused.value.code == code
    assert service.list_documents(ListDocuments()).resumes == ()


def test_text_without_shape_is_taken_out_of_a_job_description(stack):
    person = a_person()
    service = documents(stack, person)
    hidden = a_text("backend.txt").replace("Docker", "Doc\u200bker")
    given = service.add_job_description(a_pasted_job(hidden))

    work_off(stack, person)

    found = service.find_job_description(
        FindJobDescription(job_description_id=given.job_description_id)
    )
    assert "\u200b" not in found.text
    assert any("docker" in str(r.all_of) for r in found.analysis.requirements)
