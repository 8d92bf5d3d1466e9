"""What a document is called, and whether it looks like what it was given as."""

import pytest

from contracts.documents import FindFit, FindJobDescription, FindResume, ListDocuments, WorkState
from tests.documents.build import a_text
from tests.documents.desk import a_pasted_job, a_pasted_resume, ask_fit, documents, work_off
from tests.support.people import a_person


def test_what_has_no_name_is_called_by_what_was_read(stack):
    person = a_person()
    service = documents(stack, person)
    resume = service.add_resume(a_pasted_resume(title=""))
    job = service.add_job_description(a_pasted_job(title="\u202e"))
    fit = ask_fit(stack, person, resume, job)
    assert (resume.title, job.title) == ("My résumé", "A job description")

    work_off(stack, person)

    read = service.find_resume(FindResume(resume_id=resume.resume_id))
    found = service.find_job_description(
        FindJobDescription(job_description_id=job.job_description_id)
    )
    compared = service.find_fit(FindFit(fit_id=fit.fit_id))
    listed = service.list_documents(ListDocuments())
    assert read.title == (read.analysis.headline or read.analysis.contact.name).value
    assert found.title.startswith(found.analysis.title.value)
    assert (compared.resume_title, compared.job_title) == (read.title, found.title)
    assert (listed.resumes[0].title, listed.job_descriptions[0].title) == (read.title, found.title)
    assert service.find_original(FindResume(resume_id=resume.resume_id)).title == read.title


@pytest.mark.parametrize("name", ["backend.txt", "nurse.txt", "sales.txt"])
def test_a_job_description_given_as_a_resume_says_that_it_looks_like_none(stack, name):
    person = a_person()
    service = documents(stack, person)
    job = service.add_resume(a_pasted_resume(a_text(name), title=""))
    resume = service.add_resume(a_pasted_resume())

    work_off(stack, person)

    warned, fine = (
        service.find_resume(FindResume(resume_id=each.resume_id)) for each in (job, resume)
    )
    assert (warned.state, warned.title) == (WorkState.DONE, "My résumé")
    assert "unlike_a_resume" in warned.analysis.extraction.warnings
    assert fine.analysis.extraction.warnings == ()
