"""What a person is shown of a provider: what would be sent to it, and what was."""

from chassis.bus.entrypoints import rpc
from chassis.bus.inject import inject
from chassis.bus.offload import offload
from chassis.errors import Invalid
from chassis.ids import new_id
from chassis.llm.ledger import Ledger
from contracts.disclosure import (
    Disclosures,
    FindDisclosures,
    FindJobSending,
    FindProvider,
    FindResumeSending,
    NamedProvider,
    SendingPurpose,
    SendingView,
)
from contracts.documents import AddJobDescription, AddResume
from contracts.extraction import ExtractionReport, ExtractionState
from contracts.message import JobDescriptionId, ResumeId, Scope
from services.documents import giving, store, views, wiring
from services.documents.advice.asking import Asked
from services.documents.adviser import job_questions, resume_questions
from services.documents.advising import AdvisingService
from services.documents.domain import Extracted, JobSource, ResumeSource


class SendingsService(AdvisingService):
    """The dry run and the ledger. Nothing here sends anything, and nothing here is kept."""

    reader = inject(wiring.reader)

    @rpc
    def preview_resume(self, query: AddResume) -> SendingView:
        """What would be sent of this résumé if it were given. Raises Invalid if unreadable."""
        giving.check_resume(query)
        extracted = self._read("resume", query.data)
        source = ResumeSource(ResumeId(new_id()), extracted, self.clock.now().date())
        alone = offload(self.analyst.read_resume, source)
        asked = resume_questions(alone, extracted.text)
        return self._shown(SendingPurpose.READ_RESUME, asked)

    @rpc
    def preview_job(self, query: AddJobDescription) -> SendingView:
        """As above, for a job description."""
        text = self._read("job", giving.given_job(query)).text
        alone = offload(self.analyst.read_job, JobSource(JobDescriptionId(new_id()), text))
        return self._shown(SendingPurpose.READ_JOB, job_questions(alone, text))

    @rpc
    def find_resume_sending(self, query: FindResumeSending) -> SendingView:
        """What is sent of a résumé, once it is read; what was sent of it, at any time."""
        person = self.caller.person
        with self.db.transaction(person) as tx:
            resume = store.get_resume(tx, person, query.resume_id)
            correction = store.find_correction(tx, person, query.resume_id)
            sent = self._ledger.disclosures_of(tx, person, resume.id)
        key = self.keyring.get(Scope.RESUME, resume.id, person)
        asked: tuple[Asked, ...] = ()
        if resume.analysis is not None:
            read = views.as_read(resume, correction, key)
            asked = resume_questions(read.analysis, read.text)
        shown = self._shown(SendingPurpose.READ_RESUME, asked)
        return shown.model_copy(update={"sent": sent})

    @rpc
    def find_job_sending(self, query: FindJobSending) -> SendingView:
        """As above, for a job description."""
        person = self.caller.person
        with self.db.transaction(person) as tx:
            job = store.get_job_description(tx, person, query.job_description_id)
            correction = store.find_job_correction(tx, person, query.job_description_id)
            sent = self._ledger.disclosures_of(tx, person, job.id)
        key = self.keyring.get(Scope.JOB_DESCRIPTION, job.id, person)
        asked: tuple[Asked, ...] = ()
        if job.analysis is not None:
            read = views.job_as_read(job, correction, key)
            employer = views.job_corrections_of(correction, key).employer
            asked = job_questions(read, views.job_text(job, key), employer)
        shown = self._shown(SendingPurpose.READ_JOB, asked)
        return shown.model_copy(update={"sent": sent})

    @rpc
    def find_provider(self, query: FindProvider) -> NamedProvider:
        return NamedProvider(provider=self.adviser.provider)

    @rpc
    def find_disclosures(self, query: FindDisclosures) -> Disclosures:
        person = self.caller.person
        with self.db.transaction(person) as tx:
            sent = self._ledger.disclosures_of(tx, person)
        return Disclosures(provider=self.adviser.provider, sent=sent)

    def _read(self, what: str, data: bytes) -> Extracted:
        extracted = self.reader.read(data)
        if extracted.report.state is not ExtractionState.OK:
            raise _unreadable(what, extracted.report)
        return extracted

    @property
    def _ledger(self) -> Ledger:
        return self.adviser.asker.ledger

    def _shown(self, purpose: SendingPurpose, asked: tuple[Asked, ...]) -> SendingView:
        return self.adviser.sendings(purpose, asked)


def _unreadable(what: str, report: ExtractionReport) -> Invalid:
    """With a code as precise as the reader of files was."""
    why = next(iter(report.warnings), report.state.value)
    code = f"{what}-{report.state}-{why}" if why != report.state else f"{what}-{report.state}"
    return Invalid("This file cannot be read.", code=code.replace("_", "-"), field="data")
