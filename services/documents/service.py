"""The entrypoints of documents: what it takes, what it works off, what it answers."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Table
from sqlalchemy.orm import Session

from chassis.bus.entrypoints import rpc, work
from chassis.bus.offload import offload
from chassis.errors import Gone
from chassis.ids import new_id
from chassis.log import logger
from chassis.seal import Key
from contracts.analysis import ResumeAnalysis
from contracts.corrections import Corrections, JobCorrections
from contracts.documents import (
    AddJobDescription,
    AddResume,
    Briefing,
    DocumentList,
    Documents,
    FindFit,
    FindJobDescription,
    FindResume,
    FitReportReady,
    FitView,
    JobDescriptionView,
    ListDocuments,
    Original,
    RequestFit,
    ResumeAnalysed,
    ResumeView,
    WorkState,
)
from contracts.extraction import ExtractionReport, ExtractionState
from contracts.message import FitId, JobDescriptionId, Owner, PersonId, ResumeId, Scope
from services.documents import corrections, domain, giving, privacy, results, store, tables, views
from services.documents.domain import (
    Amended,
    Extracted,
    JobReading,
    JobSource,
    Reading,
    ResumeSource,
)
from services.documents.rereading import text_of_job
from services.documents.sendings import SendingsService
from services.documents.store import NewDocument
from services.documents.tables import JobDescription, Resume
from services.documents.views import Pair
from services.documents.work import JudgeFit, ReadJob, ReadResume, key_of

log = logger(__name__)


class DocumentsService(SendingsService, Documents):
    name = Owner.DOCUMENTS.value
    metadata = tables.Base.metadata
    tables = tables.CHASSIS

    @rpc(write=True)
    def add_resume(self, cmd: AddResume) -> ResumeView:
        title = domain.cleaned_title(cmd.title)
        giving.check_resume(cmd)
        self.reader.prepare()
        new = self._new(Scope.RESUME, title, cmd.data)
        with self.db.transaction(new.person) as tx:
            self._hold_person(tx, new.person)
            kept = store.count_resumes(tx, new.person)
            domain.check_room(kept, domain.MAX_RESUMES, "résumés")
            resume = store.add_resume(tx, new)
            task = ReadResume(resume_id=ResumeId(resume.id), version=resume.version)
            self.jobs.add(tx, task, new.person)
            return self.answers.keep(tx, views.resume_head(resume, new.key))

    @rpc(write=True)
    def add_job_description(self, cmd: AddJobDescription) -> JobDescriptionView:
        title = domain.cleaned_title(cmd.title)
        data = giving.given_job(cmd)
        self.reader.prepare()
        new = self._new(Scope.JOB_DESCRIPTION, title, data)
        with self.db.transaction(new.person) as tx:
            self._hold_person(tx, new.person)
            kept = store.count_job_descriptions(tx, new.person)
            domain.check_room(kept, domain.MAX_JOB_DESCRIPTIONS, "job descriptions")
            job = store.add_job_description(tx, new)
            task = ReadJob(job_description_id=JobDescriptionId(job.id), version=job.version)
            self.jobs.add(tx, task, new.person)
            return self.answers.keep(tx, views.job_head(job, new.key))

    @rpc(write=True)
    def request_fit(self, cmd: RequestFit) -> FitView:
        """Asking twice for the same two is one fit; judging that stopped is tried again."""
        person, at = self.caller.person, self.clock.now()
        with self.db.transaction(person) as tx:
            store.share_person(tx, person)
            resume = store.hold_resume(tx, person, cmd.resume_id)
            job = store.hold_job_description(tx, person, cmd.job_description_id)
            is_ready = domain.may_be_judged(resume.state, job.state)
            is_new = store.add_fit(tx, person, resume.id, job.id, at)
            fit = store.get_fit_of(tx, person, resume.id, job.id)
            task = JudgeFit(fit_id=FitId(fit.id), version=fit.version)
            if is_new and is_ready:
                self.jobs.add(tx, task, person)
            elif fit.state is WorkState.WAITING:
                self.jobs.put_back(tx, task, person)
            return self.answers.keep(tx, views.fit_head(fit, self._pair(person, resume, job)))

    @rpc
    def find_resume(self, query: FindResume) -> ResumeView:
        person = self.caller.person
        with self.db.transaction(person) as tx:
            at_hand = self.look(tx, store.get_resume(tx, person, query.resume_id))
        key = self.keyring.get(Scope.RESUME, query.resume_id, person)
        return self.resume_view(at_hand, key)

    @rpc
    def find_original(self, query: FindResume) -> Original:
        person = self.caller.person
        with self.db.transaction(person) as tx:
            resume = store.get_resume(tx, person, query.resume_id)
            original = store.get_original(tx, person, query.resume_id)
        return views.original(resume, original, self.keyring.get(Scope.RESUME, resume.id, person))

    @rpc
    def find_job_description(self, query: FindJobDescription) -> JobDescriptionView:
        person = self.caller.person
        with self.db.transaction(person) as tx:
            job = store.get_job_description(tx, person, query.job_description_id)
            key = self.keyring.get(Scope.JOB_DESCRIPTION, job.id, person)
            return self.job_view(tx, job, key)

    @rpc
    def find_fit(self, query: FindFit) -> FitView:
        person = self.caller.person
        with self.db.transaction(person) as tx:
            fit = store.get_fit(tx, person, query.fit_id)
            resume, job = store.documents_of(tx, fit)
            told = self.jobs.progress_of(tx, JudgeFit.kind, key_of(fit.id, fit.version))
        return views.fit_whole(fit, self._pair(person, resume, job), told)

    @rpc
    def find_briefing(self, query: FindFit) -> Briefing:
        """Raises Conflict until the fit is judged, and while it is being judged again."""
        person = self.caller.person
        with self.db.transaction(person) as tx:
            fit = store.get_fit(tx, person, query.fit_id)
            resume, job = store.documents_of(tx, fit)
        return views.briefing(fit, self._pair(person, resume, job))

    @rpc
    def list_documents(self, query: ListDocuments) -> DocumentList:
        person = self.caller.person
        with self.db.transaction(person) as tx:
            shelf = views.Shelf(
                store.resumes_of(tx, person),
                store.job_descriptions_of(tx, person),
                store.fits_of(tx, person),
            )
        return shelf.listed(self.keyring.get_many(shelf.wanted, person))

    @work
    def read_resume(self, task: ReadResume) -> None:
        person = self.jobs.person
        with self.db.transaction(person) as tx:
            resume = store.get_resume(tx, person, task.resume_id)
            if resume.state is not WorkState.WAITING:
                return
            original = store.get_original(tx, person, task.resume_id)
            correction = store.find_correction(tx, person, task.resume_id)
        key = self.keyring.get(Scope.RESUME, resume.id, person)
        self.jobs.progress("reading", 0, 3)
        extracted = self.reader.read(views.file_of(original, key))
        if extracted.report.state is not ExtractionState.OK:
            self._refuse(resume, extracted.report)
            return
        self.jobs.progress("analysing", 1, 3)
        source = ResumeSource(task.resume_id, extracted, resume.added_at.date())
        alone = offload(self.analyst.read_resume, source)
        given = views.corrections_of(correction, key)
        self._keep(resume, key, extracted, self._reading(resume, extracted, alone, given))

    @work
    def read_job(self, task: ReadJob) -> None:
        person = self.jobs.person
        with self.db.transaction(person) as tx:
            job = store.get_job_description(tx, person, task.job_description_id)
            correction = store.find_job_correction(tx, person, task.job_description_id)
        if job.state is not WorkState.WAITING:
            return
        key = self.keyring.get(Scope.JOB_DESCRIPTION, job.id, person)
        self.jobs.progress("reading", 0, 3)
        extracted = text_of_job(self.reader, job, correction, key)
        if extracted.report.state is not ExtractionState.OK:
            self._refuse(job, extracted.report)
            return
        self.jobs.progress("analysing", 1, 3)
        given = views.job_corrections_of(correction, key)
        reading = self._reading_of_job(task.job_description_id, extracted, given)
        self._keep_job(job, key, extracted.text, reading)

    @work
    def judge_fit(self, task: JudgeFit) -> None:
        person = self.jobs.person
        with self.db.transaction(person) as tx:
            fit = store.get_fit(tx, person, task.fit_id)
            resume, job = store.documents_of(tx, fit)
            correction = store.find_job_correction(tx, person, job.id)
        if fit.state is not WorkState.WAITING:
            return
        pair = self._pair(person, resume, job)
        report = offload(self.analyst.judge_fit, views.fit_source(fit, pair, correction))
        with self.db.transaction(person) as tx:
            if results.save_fit(tx, pair.key, fit.version, report):
                self.outbox.put(tx, FitReportReady(person=person, fit_id=task.fit_id))

    def erase(self, tx: Session, scope: Scope, item_id: UUID, person: PersonId) -> dict[str, int]:
        return privacy.erase(tx, scope, item_id, person)

    def export(self, table: Table, row: Mapping[str, Any], person: PersonId) -> Mapping[str, bytes]:
        return privacy.export(self.keyring, table, row, person)

    def _new(self, scope: Scope, title: str, data: bytes) -> NewDocument:
        """With its key, which is committed before anything that it seals."""
        person, item = self.caller.person, new_id()
        key = self.keyring.make(scope, item, person)
        return NewDocument(item, person, title, data, self.clock.now(), key)

    def _hold_person(self, tx: Session, person: PersonId) -> None:
        self.ensure_subject(tx, person)
        store.lock_person(tx, person)

    def _pair(self, person: PersonId, resume: Resume, job: JobDescription) -> Pair:
        """Raises Gone when either key is destroyed."""
        wanted = views.resume_key(resume.id), views.job_key(job.id)
        keys = self.keyring.get_many(wanted, person)
        if len(keys) < len(wanted):
            raise Gone("This has been deleted.")
        return Pair(resume, job, *(keys[each] for each in wanted))

    def _reading(
        self, resume: Resume, extracted: Extracted, alone: ResumeAnalysis, given: Corrections
    ) -> Reading:
        """With what its owner has corrected, which nobody can change while it is being read."""
        analysis = domain.doubted(domain.awaiting(alone, self.adviser.provider))
        again = corrections.found_again(given, analysis)
        return self.corrected(resume, Amended(extracted.text, analysis), again)

    def _keep(self, resume: Resume, key: Key, extracted: Extracted, reading: Reading) -> None:
        analysis, person = reading.read.analysis, key.person
        resume_id = analysis.resume_id
        name = domain.resume_name(views.given_title(resume, key), reading.kept.analysis)
        with self.db.transaction(person) as tx:
            if results.save_resume(tx, key, name, extracted, reading):
                self._announce(tx, person, resume_id, WorkState.DONE)
                self.advise(tx, resume, analysis)
                self.judge_again(tx, person, resume_id=resume_id)

    def _reading_of_job(
        self, job_id: JobDescriptionId, extracted: Extracted, given: JobCorrections
    ) -> JobReading:
        alone = offload(self.analyst.read_job, JobSource(job_id, extracted.text))
        told = alone.model_copy(update={"extraction": extracted.report})
        analysis = domain.awaiting(told, self.adviser.provider)
        again = corrections.found_again_job(given, analysis)
        return self.corrected_job(extracted.text, analysis, again)

    def _keep_job(self, job: JobDescription, key: Key, text: str, reading: JobReading) -> None:
        name = domain.job_name(views.given_title(job, key), reading.kept)
        with self.db.transaction(key.person) as tx:
            if results.save_job(tx, key, name, text, reading):
                self.advise(tx, job, reading.read)
                self.judge_again(tx, key.person, job_id=job.id)

    def _refuse(self, refused: Resume | JobDescription, report: ExtractionReport) -> None:
        """What was read once stays, even if a newer engine cannot."""
        with self.db.transaction(refused.subject_id) as tx:
            if refused.analysis is not None:
                results.leave_as_read(tx, refused)
            elif results.refuse(tx, refused, report) and isinstance(refused, Resume):
                self._announce(tx, refused.subject_id, ResumeId(refused.id), WorkState.REFUSED)
        log.info("document_refused", item_id=refused.id, reason=report.state)

    def _announce(
        self, tx: Session, person: PersonId, resume_id: ResumeId, state: WorkState
    ) -> None:
        self.outbox.put(tx, ResumeAnalysed(person=person, resume_id=resume_id, state=state))
