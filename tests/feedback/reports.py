"""Reports for invented people, asked for and worked off at the service."""

from chassis.ids import new_id
from contracts.claims import ResumeFacts
from contracts.evidence import DocumentKind
from contracts.feedback import FindReport, ReportView, RequestReport
from contracts.interview import Transcript
from contracts.message import InterviewId, PersonId
from services.feedback.service import EvaluateInterview, FeedbackService
from tests.interview.build import CLAIMS, INTERVIEW, JOB, RESUME, a_span
from tests.interview.candidates import Candidate, rehearse, strong
from tests.support.people import a_person
from tests.support.services import worker, worker_on_job
from tests.support.stack import Stack


def feedback(stack: Stack, person: PersonId | None = None) -> FeedbackService:
    return worker(FeedbackService, stack, caller=person or a_person())


def a_fresh_transcript(candidate: Candidate = strong) -> Transcript:
    """A finished session that nobody else has, about documents that nobody else has."""
    text = rehearse(candidate).transcript().model_dump_json()
    for known in (INTERVIEW, RESUME, JOB):
        text = text.replace(str(known), str(new_id()))
    return Transcript.model_validate_json(text)


def the_facts(transcript: Transcript) -> ResumeFacts:
    """The résumé of the invented person, as far as answers can be laid beside it."""
    lines = [a_span(DocumentKind.RESUME, claim) for claim in CLAIMS]
    owner = {"document_id": transcript.resume_id}
    mine = tuple(line.model_copy(update=owner) for line in lines)
    return ResumeFacts(lines=mine, deeds=mine)


def request(
    service: FeedbackService, transcript: Transcript, *, with_facts: bool = False
) -> ReportView:
    facts = the_facts(transcript) if with_facts else None
    return service.request_report(RequestReport(transcript=transcript, facts=facts))


def evaluate(stack: Stack, person: PersonId, interview_id: InterviewId) -> None:
    """What the job does."""
    service = worker_on_job(FeedbackService, stack, person)
    service.evaluate(EvaluateInterview(interview_id=interview_id))


def find(service: FeedbackService, interview_id: InterviewId) -> ReportView:
    return service.find_report(FindReport(interview_id=interview_id))


def ready(
    stack: Stack,
    person: PersonId,
    transcript: Transcript | None = None,
    *,
    with_facts: bool = False,
) -> ReportView:
    """A report, asked for and made."""
    service, wanted = feedback(stack, person), transcript or a_fresh_transcript()
    request(service, wanted, with_facts=with_facts)
    evaluate(stack, person, wanted.interview_id)
    return find(service, wanted.interview_id)
