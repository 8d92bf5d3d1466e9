"""Reading along with a model outside of the service: no database, real HTTP."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from chassis.clock import Clock
from chassis.llm.asker import Asker
from chassis.llm.client import Model
from chassis.llm.ledger import Ledger
from chassis.seal import Key
from contracts.analysis import FitReport, JobAnalysis, ResumeAnalysis
from contracts.disclosure import Disclosure, FindDisclosures
from contracts.extraction import ExtractionReport, ExtractionState
from contracts.message import Owner, PersonId, Scope
from services.documents.advice.reading import advised_job, advised_resume
from services.documents.adviser import Adviser, job_questions, resume_questions
from services.documents.domain import Extracted, FitSource, JobSource, ResumeSource
from services.documents.rules.engine import RulesAnalyst
from services.documents.rules.job.editor import RulesJobEditor
from services.documents.tables import MODEL
from services.documents.twin import TwinnedAnalyst
from tests.documents.build import FIT_ID, JOB_ID, ON, RESUME_ID, a_text
from tests.documents.desk import a_pasted_resume, documents
from tests.support.permits import a_permit
from tests.support.provider import naming
from tests.support.stack import Stack

GivenResume = tuple[ResumeSource, ResumeAnalysis, Key, datetime]
ANALYST = TwinnedAnalyst(RulesAnalyst(), RulesJobEditor())
SEEN = naming(["Python", "Django", "Docker"])


def a_source(text: str) -> ResumeSource:
    report = ExtractionReport(
        state=ExtractionState.OK, format="text", pages=1, columns=1, characters=len(text)
    )
    return ResumeSource(RESUME_ID, Extracted(report=report, text=text), ON)


def a_given_resume(stack: Stack, person: PersonId) -> GivenResume:
    """A résumé that waits to be read, with all that its reading along needs."""
    service = documents(stack, person)
    given = service.add_resume(a_pasted_resume())
    key = service.keyring.get(Scope.RESUME, given.resume_id, person)
    source = replace(a_source(a_text("resume.txt")), resume_id=given.resume_id)
    return source, ANALYST.read_resume(source), key, given.added_at


def told(stack: Stack, person: PersonId) -> tuple[Disclosure, ...]:
    """The ledger as its person sees it."""
    return documents(stack, person).find_disclosures(FindDisclosures()).sent


@dataclass(frozen=True)
class Along:
    """Both analyses as a model read them along, and the fit."""

    resume: ResumeAnalysis
    job: JobAnalysis
    fit: FitReport


def read_along(model: Model, resume: str, job: str) -> Along:
    source, wanted = a_source(resume), JobSource(JOB_ID, job)
    alone, alone_job = ANALYST.read_resume(source), ANALYST.read_job(wanted)
    answers, job_answers = (
        [(each, model.ask(each.question, a_permit(model.provider)).answer) for each in asked]
        for asked in (resume_questions(alone, resume), job_questions(alone_job, job))
    )
    read = advised_resume(source, alone, "sample-1", answers)
    read_job = advised_job(wanted, alone_job, "sample-1", job_answers)
    fit = ANALYST.judge_fit(FitSource(FIT_ID, ON, read, resume, read_job, job))
    return Along(read, read_job, fit)


def an_adviser(
    stack: Stack,
    model: Model | None,
    *,
    clock: Clock | None = None,
    patience: timedelta = timedelta(seconds=60),
) -> Adviser:
    """As the service has it, asking `model`."""
    asker = Asker(
        db=stack.database(Owner.DOCUMENTS),
        clock=clock or Clock(),
        secrets=stack.secrets_of(Owner.DOCUMENTS),
        model=model,
        ledger=Ledger(MODEL),
        patience=patience,
    )
    return Adviser(asker)
