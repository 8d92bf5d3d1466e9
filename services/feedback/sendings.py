"""What a person is shown of a provider: what would be sent of their answers, and what was."""

from chassis.bus.entrypoints import rpc
from chassis.bus.inject import inject_within
from chassis.bus.offload import offload
from contracts.disclosure import (
    Disclosures,
    FindDisclosures,
    FindProvider,
    NamedProvider,
    Names,
    SendingView,
)
from contracts.feedback import FindReportSending, RequestReport
from contracts.interview import Transcript
from services.feedback import wiring
from services.feedback.cases import CasesService
from services.feedback.rules.answering.recited import with_recited


class SendingsService(CasesService):
    """The dry run and the ledger. Nothing here sends anything, and nothing here is kept."""

    adviser = inject_within(wiring.adviser)

    @rpc
    def preview_report(self, query: RequestReport) -> SendingView:
        """What would be sent of this session if a report on it were asked for."""
        transcript = offload(with_recited, query.transcript, query.facts)
        return self._shown(transcript, query.transcript.names)

    @rpc
    def find_report_sending(self, query: FindReportSending) -> SendingView:
        """What is sent of a session whose report was asked for, and what was sent of it."""
        person = self.caller.person
        case, _ = self._case(person, query.interview_id)
        with self.db.transaction(person) as tx:
            sent = self.adviser.asker.ledger.disclosures_of(tx, person, query.interview_id)
        said = case.report.transcript if case.report else case.transcript
        shown = self._shown(said, case.names)
        return shown.model_copy(update={"sent": sent})

    @rpc
    def find_provider(self, query: FindProvider) -> NamedProvider:
        return NamedProvider(provider=self.adviser.provider)

    @rpc
    def find_disclosures(self, query: FindDisclosures) -> Disclosures:
        person = self.caller.person
        with self.db.transaction(person) as tx:
            sent = self.adviser.asker.ledger.disclosures_of(tx, person)
        return Disclosures(provider=self.adviser.provider, sent=sent)

    def _shown(self, transcript: Transcript | None, names: Names | None) -> SendingView:
        """Nothing, where there is nobody to send it to."""
        provider = self.adviser.provider
        if provider is None or transcript is None:
            return SendingView(provider=provider)
        return offload(self.adviser.sendings, transcript, names)
