"""The part of documents that changes what is there: corrections, names, reading again."""

from uuid import UUID

from sqlalchemy.orm import Session

from chassis.bus.entrypoints import rpc
from chassis.bus.inject import inject
from chassis.bus.offload import offload
from chassis.owner import OwnerService
from chassis.seal import Key
from contracts.analysis import JobAnalysis
from contracts.corrections import Corrections, JobCorrections
from contracts.documents import (
    CorrectJobDescription,
    CorrectResume,
    JobDescriptionView,
    ReadJobDescriptionAgain,
    ReadResumeAgain,
    RenameJobDescription,
    RenameResume,
    ResumeView,
    WorkState,
)
from contracts.message import PersonId, Scope
from services.documents import corrections, domain, results, store, views, wiring
from services.documents.advice.reading import VERSION as MODEL_VERSION
from services.documents.domain import (
    Amended,
    Amendment,
    JobAmendment,
    JobReading,
    Reading,
    Today,
)
from services.documents.tables import JobDescription, Resume
from services.documents.views import JobAtHand, ResumeAtHand
from services.documents.work import JudgeFit, ReadJob, ReadResume, key_of


class EditingService(OwnerService):
    """What documents does when somebody corrects what it has read."""

    analyst = inject(wiring.analyst)
    editor = inject(wiring.editor)
    job_editor = inject(wiring.job_editor)

    @rpc(write=True)
    def correct_resume(self, cmd: CorrectResume) -> ResumeView:
        """Its fits are due again."""
        person = self.caller.person
        with self.db.transaction(person) as tx:
            resume = store.get_resume(tx, person, cmd.resume_id)
            before = store.find_correction(tx, person, cmd.resume_id)
        self._may_change(cmd.version, resume)
        key = self.keyring.get(Scope.RESUME, resume.id, person)
        read = views.as_read(resume, before, key)
        given = corrections.anchored(corrections.checked(cmd.corrections), read.analysis)
        reading = self.corrected(resume, read, given)
        with self.db.transaction(person) as tx:
            if not results.save_corrections(tx, key, resume.version, reading):
                raise corrections.changed_meanwhile()
            self.judge_again(tx, person, resume_id=resume.id)
            changed = store.get_resume(tx, person, cmd.resume_id)
            return self.answers.keep(tx, self.resume_view(self.look(tx, changed), key))

    @rpc(write=True)
    def correct_job_description(self, cmd: CorrectJobDescription) -> JobDescriptionView:
        """Its fits are due again."""
        person = self.caller.person
        with self.db.transaction(person) as tx:
            job = store.get_job_description(tx, person, cmd.job_description_id)
            before = store.find_job_correction(tx, person, cmd.job_description_id)
        self._may_change(cmd.version, job)
        key = self.keyring.get(Scope.JOB_DESCRIPTION, job.id, person)
        read, text = views.job_as_read(job, before, key), views.job_text(job, key)
        given = corrections.anchored_job(corrections.checked_job(cmd.corrections, text), read)
        reading = self.corrected_job(text, read, given)
        name = self.job_name_now(job, key, reading)
        with self.db.transaction(person) as tx:
            if not results.save_job_corrections(tx, key, job.version, name, reading):
                raise corrections.changed_meanwhile()
            self.judge_again(tx, person, job_id=job.id)
            changed = store.get_job_description(tx, person, cmd.job_description_id)
            return self.answers.keep(tx, self.job_view(tx, changed, key))

    @rpc(write=True)
    def rename_resume(self, cmd: RenameResume) -> ResumeView:
        person = self.caller.person
        with self.db.transaction(person) as tx:
            resume = store.get_resume(tx, person, cmd.resume_id)
        self._may_change(cmd.version, resume)
        key = self.keyring.get(Scope.RESUME, resume.id, person)
        title = domain.cleaned_title(cmd.title)
        name = domain.resume_name(title, views.resume_analysis(resume, key))
        with self.db.transaction(person) as tx:
            if not results.rename(tx, resume, key, name):
                raise corrections.changed_meanwhile()
            changed = store.get_resume(tx, person, cmd.resume_id)
            return self.answers.keep(tx, self.resume_view(self.look(tx, changed), key))

    @rpc(write=True)
    def rename_job_description(self, cmd: RenameJobDescription) -> JobDescriptionView:
        person = self.caller.person
        with self.db.transaction(person) as tx:
            job = store.get_job_description(tx, person, cmd.job_description_id)
        self._may_change(cmd.version, job)
        key = self.keyring.get(Scope.JOB_DESCRIPTION, job.id, person)
        title = domain.cleaned_title(cmd.title)
        name = domain.job_name(title, views.job_analysis(job, key))
        with self.db.transaction(person) as tx:
            if not results.rename(tx, job, key, name):
                raise corrections.changed_meanwhile()
            changed = store.get_job_description(tx, person, cmd.job_description_id)
            return self.answers.keep(tx, self.job_view(tx, changed, key))

    @rpc(write=True)
    def read_resume_again(self, cmd: ReadResumeAgain) -> ResumeView:
        """Asking again while it is being read changes nothing; what stopped is tried again."""
        person = self.caller.person
        with self.db.transaction(person) as tx:
            store.share_person(tx, person)
            resume = store.get_resume(tx, person, cmd.resume_id)
            key = self.keyring.get(Scope.RESUME, resume.id, person)
            domain.check_readable(resume.state)
            if resume.state is WorkState.WAITING:
                stopped = ReadResume(resume_id=cmd.resume_id, version=resume.version)
                self.jobs.put_back(tx, stopped, person)
            elif results.wait_again(tx, resume):
                task = ReadResume(resume_id=cmd.resume_id, version=resume.version + 1)
                self.jobs.add(tx, task, person)
            tx.refresh(resume)
            return self.answers.keep(tx, self.resume_view(self.look(tx, resume), key))

    @rpc(write=True)
    def read_job_description_again(self, cmd: ReadJobDescriptionAgain) -> JobDescriptionView:
        """Asking again while it is being read changes nothing; what stopped is tried again."""
        person = self.caller.person
        with self.db.transaction(person) as tx:
            store.share_person(tx, person)
            job = store.get_job_description(tx, person, cmd.job_description_id)
            key = self.keyring.get(Scope.JOB_DESCRIPTION, job.id, person)
            domain.check_readable(job.state)
            if job.state is WorkState.WAITING:
                stopped = ReadJob(job_description_id=cmd.job_description_id, version=job.version)
                self.jobs.put_back(tx, stopped, person)
            elif results.wait_again(tx, job):
                task = ReadJob(job_description_id=cmd.job_description_id, version=job.version + 1)
                self.jobs.add(tx, task, person)
            tx.refresh(job)
            return self.answers.keep(tx, self.job_view(tx, job, key))

    def corrected(self, resume: Resume, read: Amended, given: Corrections) -> Reading:
        """What is left of a reading once its owner's corrections are in it."""
        source = Amendment(read.analysis, read.text, given, resume.added_at.date())
        return Reading(read, offload(self.editor.amend, source), given, self.clock.now())

    def corrected_job(self, text: str, read: JobAnalysis, given: JobCorrections) -> JobReading:
        kept = offload(self.job_editor.amend, JobAmendment(read, text, given))
        return JobReading(read, kept, given, self.clock.now())

    def job_name_now(self, job: JobDescription, key: Key, reading: JobReading) -> str:
        before = views.job_analysis(job, key)
        return domain.job_renamed(views.given_title(job, key), before, reading.kept)

    def look(self, tx: Session, resume: Resume) -> ResumeAtHand:
        """All that its owner sees of it."""
        told = self.jobs.progress_of(tx, ReadResume.kind, key_of(resume.id, resume.version))
        return ResumeAtHand(resume, store.find_correction(tx, resume.subject_id, resume.id), told)

    def resume_view(self, at_hand: ResumeAtHand, key: Key) -> ResumeView:
        return views.resume_whole(at_hand, key, self._today)

    def job_view(self, tx: Session, job: JobDescription, key: Key) -> JobDescriptionView:
        told = self.jobs.progress_of(tx, ReadJob.kind, key_of(job.id, job.version))
        correction = store.find_job_correction(tx, job.subject_id, job.id)
        return views.job_whole(JobAtHand(job, correction, told), key, self._today)

    def judge_again(
        self,
        tx: Session,
        person: PersonId,
        *,
        resume_id: UUID | None = None,
        job_id: UUID | None = None,
    ) -> None:
        """Whatever was judged from another reading of this document is judged anew."""
        results.doubt_fits(tx, resume_id=resume_id, job_id=job_id)
        self.owe(tx, person, results.fits_to_judge(tx, resume_id=resume_id, job_id=job_id))

    def owe(self, tx: Session, person: PersonId, fits: list[JudgeFit]) -> None:
        for task in fits:
            self.jobs.add(tx, task, person)

    @property
    def _today(self) -> Today:
        return Today(rules=self.analyst.version, model=MODEL_VERSION)

    def _may_change(self, version: int | None, document: Resume | JobDescription) -> None:
        """Raises Conflict while it is being read, or when it is not what the change was made of."""
        if document.state is WorkState.WAITING:
            raise domain.not_ready()
        domain.check_readable(document.state)
        corrections.check_version(version, document.version)
