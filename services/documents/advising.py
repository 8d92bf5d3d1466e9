"""The part of documents that has a model read along: after the rules, which nobody waits for.

What the rules read is there meanwhile. A model that is slow holds up its own answer, and nothing
else: this work has a lane of its own.
"""

from sqlalchemy.orm import Session

from chassis.bus.entrypoints import OUTSIDE, work
from chassis.bus.inject import inject_within
from chassis.errors import Unavailable
from chassis.seal import Key
from contracts.analysis import JobAnalysis, ResumeAnalysis
from contracts.documents import WorkState
from contracts.evidence import EngineKind
from contracts.message import JobDescriptionId, ResumeId, Scope
from services.documents import corrections, results, store, views, wiring
from services.documents.domain import Amended, Extracted, JobSource, ResumeSource
from services.documents.editing import EditingService
from services.documents.tables import JobDescription, Resume
from services.documents.work import AdviseJob, AdviseResume


class AdvisingService(EditingService):
    """Where no model is named, none of this is ever owed."""

    adviser = inject_within(wiring.adviser)

    def advise(
        self, tx: Session, read: Resume | JobDescription, analysis: ResumeAnalysis | JobAnalysis
    ) -> None:
        """Owe it to what was just read, where a model is to read it along."""
        if analysis.engine.awaits is None:
            return
        version, since = read.version + 1, self.clock.now()
        task: AdviseResume | AdviseJob
        if isinstance(read, Resume):
            task = AdviseResume(resume_id=ResumeId(read.id), version=version, since=since)
        else:
            job_id = JobDescriptionId(read.id)
            task = AdviseJob(job_description_id=job_id, version=version, since=since)
        self.jobs.add(tx, task, read.subject_id)

    @work(lane=OUTSIDE)
    def advise_resume(self, task: AdviseResume) -> None:
        person = self.jobs.person
        with self.db.transaction(person) as tx:
            resume = store.get_resume(tx, person, task.resume_id)
            correction = store.find_correction(tx, person, task.resume_id)
        if resume.state is not WorkState.DONE:
            return  # it is read once more: that asks again
        key = self.keyring.get(Scope.RESUME, resume.id, person)
        read = views.as_read(resume, correction, key)
        if read.analysis.engine.awaits is None:
            return
        extracted = Extracted(report=read.analysis.extraction, text=read.text)
        source = ResumeSource(task.resume_id, extracted, resume.added_at.date())
        advised = self.adviser.resume(source, read.analysis, key, task.since)
        self._replace_resume(resume, key, Amended(read.text, advised))

    @work(lane=OUTSIDE)
    def advise_job(self, task: AdviseJob) -> None:
        person = self.jobs.person
        with self.db.transaction(person) as tx:
            job = store.get_job_description(tx, person, task.job_description_id)
            correction = store.find_job_correction(tx, person, task.job_description_id)
        if job.state is not WorkState.DONE:
            return
        key = self.keyring.get(Scope.JOB_DESCRIPTION, job.id, person)
        alone = views.job_as_read(job, correction, key)
        if alone.engine.awaits is None:
            return
        employer = views.job_corrections_of(correction, key).employer
        source = JobSource(task.job_description_id, views.job_text(job, key), employer)
        self._replace_job(job, key, self.adviser.job(source, alone, key, task.since))

    def _replace_job(self, job: JobDescription, key: Key, read: JobAnalysis) -> None:
        """With what its owner has corrected by now."""
        person = key.person
        with self.db.transaction(person) as tx:
            correction = store.find_job_correction(tx, person, job.id)
        before = views.job_corrections_of(correction, key)
        given = corrections.found_again_job(before, read)
        reading = self.corrected_job(views.job_text(job, key), read, given)
        name = self.job_name_now(job, key, reading)
        with self.db.transaction(person) as tx:
            if not results.save_job_corrections(tx, key, job.version, name, reading):
                raise _changed_meanwhile()
            if read.engine.kind is EngineKind.MODEL:
                self.judge_again(tx, person, job_id=job.id)

    def _replace_resume(self, resume: Resume, key: Key, read: Amended) -> None:
        """With what its owner has corrected by now."""
        person = key.person
        with self.db.transaction(person) as tx:
            correction = store.find_correction(tx, person, resume.id)
        before = views.corrections_of(correction, key)
        given = corrections.found_again(before, read.analysis)
        reading = self.corrected(resume, read, given)
        with self.db.transaction(person) as tx:
            if not results.save_corrections(tx, key, resume.version, reading):
                raise _changed_meanwhile()
            if read.analysis.engine.kind is EngineKind.MODEL:
                self.judge_again(tx, person, resume_id=resume.id)


def _changed_meanwhile() -> Unavailable:
    """Tried again, nothing is asked twice: the answer is kept."""
    return Unavailable(code="changed-meanwhile", retry_after_s=1)
