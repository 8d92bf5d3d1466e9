"""Has a model read along, where the operator names one; what it says is checked by the rules.

Whatever becomes of the asking, there is an analysis: where the model is away for long, refuses, or
says nothing that can be used, the rules engine's stands, and says so.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TypeVar

from chassis.bus.offload import offload
from chassis.llm.asker import Asker, Instead
from chassis.llm.ledger import Subject
from chassis.log import logger
from chassis.seal import Key
from contracts.analysis import JobAnalysis, ResumeAnalysis
from contracts.disclosure import ProviderView, SendingPurpose, SendingView
from services.documents.advice.asking import MOST_QUESTIONS, Asked, questions
from services.documents.advice.lines import job_names, job_places, resume_names, resume_places
from services.documents.advice.reading import advised_job, advised_resume
from services.documents.domain import JobSource, ResumeSource
from services.documents.tables import OF_JOB, OF_RESUME

log = logger(__name__)

TOO_LONG = "too_long"

A = TypeVar("A", ResumeAnalysis, JobAnalysis)


@dataclass(frozen=True)
class Adviser:
    """Where no model is named, analyses come back as they are. Safe to share."""

    asker: Asker

    @property
    def provider(self) -> ProviderView | None:
        """Where it asks, and on which terms; None where nothing ever leaves."""
        return self.asker.provider

    def resume(
        self, source: ResumeSource, alone: ResumeAnalysis, key: Key, since: datetime
    ) -> ResumeAnalysis:
        """`alone` is what the rules read; a model is awaited since then.

        Raises Unavailable while it is worth waiting for. Safe to repeat: what was answered once is
        not asked again.
        """
        subject = Subject(key, SendingPurpose.READ_RESUME, source.resume_id, OF_RESUME, since)
        asked = offload(resume_questions, alone, source.extracted.text)
        return self._along(subject, alone, asked, partial(offload, advised_resume, source, alone))

    def job(self, source: JobSource, alone: JobAnalysis, key: Key, since: datetime) -> JobAnalysis:
        """As above, for a job description."""
        subject = Subject(key, SendingPurpose.READ_JOB, source.job_description_id, OF_JOB, since)
        asked = offload(job_questions, alone, source.text, source.employer)
        return self._along(subject, alone, asked, partial(offload, advised_job, source, alone))

    def sendings(self, purpose: SendingPurpose, asked: Iterable[Asked]) -> SendingView:
        """Each question as it is shown before it is sent; none where there is nobody to ask."""
        return self.asker.sendings(purpose, (each.question for each in asked))

    def close(self) -> None:
        self.asker.close()

    def _along(
        self, subject: Subject, alone: A, asked: tuple[Asked, ...], read: Callable[..., A]
    ) -> A:
        alone = _with_engine(alone, awaits=None)
        if self.provider is None or not asked:
            return alone
        try:
            if len(asked) > MOST_QUESTIONS:
                raise Instead(TOO_LONG)  # noqa: TRY301 - the same fate as every other reason
            answers = [(each, self.asker.answer(subject, each.question)) for each in asked]
        except Instead as reason:
            log.info("model_left_out", item_id=subject.item_id, reason=str(reason))
            return _with_engine(alone, instead=str(reason))
        return read(self.provider.model, answers)


def _with_engine(analysis: A, **facts: str | None) -> A:
    engine = analysis.engine.model_copy(update=facts)
    return analysis.model_copy(update={"engine": engine})


def resume_questions(alone: ResumeAnalysis, text: str) -> tuple[Asked, ...]:
    """All that would be asked about a résumé, whoever is asked.

    Nothing where no name was read: then we do not know whose to take out.
    """
    if alone.contact.name is None:
        return ()
    places = resume_places(alone, text)
    return questions(SendingPurpose.READ_RESUME, places, resume_names(alone))


def job_questions(alone: JobAnalysis, text: str, employer: str = "") -> tuple[Asked, ...]:
    names = job_names(alone, employer)
    return questions(SendingPurpose.READ_JOB, job_places(alone, text), names)
