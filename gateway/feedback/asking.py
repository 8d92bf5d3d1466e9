"""A report of a finished interview, asked for on any view of it until feedback has it.

If the gateway dies between the finish and the request, the next view asks again: nothing is lost.
"""

from chassis.errors import NotFound
from contracts.feedback import FindReport, ReportView, RequestReport
from contracts.interview import FindInterview
from contracts.message import InterviewId
from gateway.feedback.facts import find_facts
from gateway.session import mine


def report_of(interview_id: InterviewId) -> ReportView:
    """Raises NotFound where there is no such interview, Conflict where it is not finished."""
    ask = mine()
    try:
        return ask.feedback.find_report(FindReport(interview_id=interview_id))
    except NotFound:
        transcript = ask.interview.find_transcript(FindInterview(interview_id=interview_id))
        facts = find_facts(transcript.resume_id)
        return ask.feedback.request_report(RequestReport(transcript=transcript, facts=facts))
