"""A report of a finished interview, asked for on any view of it until feedback has it.

If the gateway dies between the finish and the request, the next view asks again: nothing is lost.
"""

from chassis.errors import NotFound, Unavailable
from contracts.disclosure import FindDisclosures, SendingView
from contracts.feedback import FindReport, FindReportSending, ReportView, RequestReport
from contracts.interview import FindInterview, InterviewView
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


def session_of(interview_id: InterviewId) -> InterviewView | None:
    """The interview beside its report; None while interview is away: the report stands alone."""
    try:
        return mine().interview.find_interview(FindInterview(interview_id=interview_id))
    except Unavailable:
        return None


def sending_of(interview_id: InterviewId) -> SendingView:
    """What is sent of the answers for a report, asked for or not, and all that was sent of them.

    Raises as `report_of` does; it asks for no report.
    """
    ask = mine()
    try:
        view = ask.feedback.find_report_sending(FindReportSending(interview_id=interview_id))
    except NotFound:
        transcript = ask.interview.find_transcript(FindInterview(interview_id=interview_id))
        facts = find_facts(transcript.resume_id)
        view = ask.feedback.preview_report(RequestReport(transcript=transcript, facts=facts))
    asked = ask.interview.find_disclosures(FindDisclosures()).sent
    told = tuple(row for row in asked if row.item_id == interview_id)
    return view.model_copy(update={"sent": (*view.sent, *told)})
