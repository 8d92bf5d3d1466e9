"""What each service tells of what goes to a provider, as the gateway's tests know it."""

from contracts import disclosure, documents, feedback
from gateway.documents import sending_examples as examples
from tests.gateway.fakes import Fake, FakeDocuments


class FakeProvider(Fake):
    def find_provider(self, query: disclosure.FindProvider) -> disclosure.NamedProvider:
        provider = examples.PROVIDER if self.world.has_provider else None
        return disclosure.NamedProvider(provider=provider)


class FakeSending(FakeProvider, FakeDocuments):
    def preview_resume(self, query: documents.AddResume) -> disclosure.SendingView:
        return self._unless_nobody(examples.WOULD_SEND)

    def preview_job(self, query: documents.AddJobDescription) -> disclosure.SendingView:
        return self._unless_nobody(examples.WOULD_SEND)

    def find_resume_sending(self, query: disclosure.FindResumeSending) -> disclosure.SendingView:
        self.world.get("resume", query.resume_id, self.person)
        return self._unless_nobody(examples.SENDING)

    def find_job_sending(self, query: disclosure.FindJobSending) -> disclosure.SendingView:
        self.world.get("job_description", query.job_description_id, self.person)
        return self._unless_nobody(examples.SENDING)

    def find_disclosures(self, query: disclosure.FindDisclosures) -> disclosure.Disclosures:
        if not self.world.has_provider:
            return disclosure.Disclosures(provider=None, sent=())
        return examples.DISCLOSURES

    def _unless_nobody(self, view: disclosure.SendingView) -> disclosure.SendingView:
        return view if self.world.has_provider else disclosure.SendingView(provider=None)


class FakeLedger(FakeProvider):
    """Of an owner who has sent nothing."""

    def find_disclosures(self, query: disclosure.FindDisclosures) -> disclosure.Disclosures:
        return disclosure.Disclosures(provider=None, sent=())


class FakeAnswersSending(FakeLedger):
    def preview_report(self, query: feedback.RequestReport) -> disclosure.SendingView:
        return self._unless_nobody(examples.WOULD_SEND)

    def find_report_sending(self, query: feedback.FindReportSending) -> disclosure.SendingView:
        self.world.get("report", query.interview_id, self.person)
        return self._unless_nobody(examples.SENDING)

    def _unless_nobody(self, view: disclosure.SendingView) -> disclosure.SendingView:
        return view if self.world.has_provider else disclosure.SendingView(provider=None)
