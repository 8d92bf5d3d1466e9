"""What would be sent is shown before it is, to the letter; and where there is nobody, that."""

from contracts.disclosure import FindDisclosures, FindJobSending, FindProvider, FindResumeSending
from tests.documents.desk import a_pasted_job, a_pasted_resume, documents, give_both, work_off
from tests.support.people import a_person


def test_without_a_provider_nothing_leaves_and_it_is_said(stack):
    person = a_person()
    resume, job = give_both(stack, person)
    work_off(stack, person)

    service = documents(stack, person)
    shown = [
        service.preview_resume(a_pasted_resume()),
        service.preview_job(a_pasted_job()),
        service.find_resume_sending(FindResumeSending(resume_id=resume.resume_id)),
        service.find_job_sending(FindJobSending(job_description_id=job.job_description_id)),
    ]

    assert all((v.provider, v.would_send, v.sent) == (None, (), ()) for v in shown)
    assert service.find_disclosures(FindDisclosures()).provider is None
    assert service.find_provider(FindProvider()).provider is None


def test_what_is_shown_before_is_to_the_letter_what_is_sent(stack, fake, adviser):
    person = a_person()
    service = documents(stack, person, adviser=adviser)
    assert service.find_provider(FindProvider()).provider == adviser.provider
    previews = [service.preview_resume(a_pasted_resume()), service.preview_job(a_pasted_job())]
    assert (fake.received, service.find_disclosures(FindDisclosures()).sent) == ([], ())
    give_both(stack, person)

    work_off(stack, person, adviser=adviser)

    received = {each.prompt: each for each in fake.received}
    sent = list(received)
    for preview, prompt in zip(previews, sent, strict=True):
        (one,) = preview.would_send
        boundary = prompt.rstrip().rpartition("\n")[2]
        assert one.text.replace("{boundary}", boundary).split() == prompt.split()
        ledger = service.find_disclosures(FindDisclosures()).sent
        assert one.bytes in [row.bytes for row in ledger]
        assert one.bytes == len(received[prompt].raw)
        assert (preview.provider.model, preview.provider.host) == ("sample-1", "127.0.0.1")
