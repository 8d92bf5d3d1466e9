"""Has a model read along, where the operator names one: asked once, written down, then checked.

Whatever becomes of the asking, there is an analysis: where the model is away for long, refuses, or
says nothing that can be used, the rules engine's stands, and says so.
"""

import hmac
import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar
from uuid import UUID

from chassis.bus.offload import offload
from chassis.clock import Clock
from chassis.db import Database
from chassis.errors import Unavailable
from chassis.llm.told import Asks, Told
from chassis.log import logger
from chassis.seal import Key
from chassis.secrets import Secrets
from contracts.analysis import JobAnalysis, ResumeAnalysis
from contracts.disclosure import ProviderView, Sending, SendingOutcome, SendingPurpose
from contracts.message import PersonId
from services.documents import ledger
from services.documents.advice.asking import MOST_QUESTIONS, Asked, SkillClaims, questions
from services.documents.advice.lines import job_names, job_places, resume_names, resume_places
from services.documents.advice.reading import advised_job, advised_resume
from services.documents.domain import JobSource, ResumeSource
from services.documents.ledger import Call, Ended

log = logger(__name__)

TOO_LONG = "too_long"


@dataclass(frozen=True)
class Subject:
    """The document that is read, under its key; it has waited to be read since then."""

    key: Key
    purpose: SendingPurpose
    item_id: UUID
    since: datetime


class Instead(Exception):
    """The rules engine stands in; its text is a word of ours for why."""


A = TypeVar("A", ResumeAnalysis, JobAnalysis)


@dataclass(frozen=True)
class Adviser:
    """`model` is None where none is named: then analyses come back as they are. Safe to share."""

    db: Database
    clock: Clock
    secrets: Secrets
    model: Asks | None
    patience: timedelta

    @property
    def provider(self) -> ProviderView | None:
        """Where it asks, and on which terms; None where nothing ever leaves."""
        return self.model.provider.view if self.model else None

    def resume(
        self, source: ResumeSource, alone: ResumeAnalysis, key: Key, since: datetime
    ) -> ResumeAnalysis:
        """`alone` is what the rules read. Raises Unavailable while the model is worth waiting for.

        Safe to repeat: what was answered once is not asked again.
        """
        if self.model is None:
            return alone
        subject = Subject(key, SendingPurpose.READ_RESUME, source.resume_id, since)
        asked = offload(resume_questions, alone, source.extracted.text)
        return self._along(subject, alone, asked, partial(offload, advised_resume, source, alone))

    def job(self, source: JobSource, alone: JobAnalysis, key: Key, since: datetime) -> JobAnalysis:
        """As above, for a job description."""
        if self.model is None:
            return alone
        subject = Subject(key, SendingPurpose.READ_JOB, source.job_description_id, since)
        asked = offload(job_questions, alone, source.text)
        return self._along(subject, alone, asked, partial(offload, advised_job, source, alone))

    def close(self) -> None:
        if self.model is not None:
            self.model.close()

    def _along(
        self, subject: Subject, alone: A, asked: tuple[Asked, ...], read: Callable[..., A]
    ) -> A:
        if self.model is None or not asked:
            return alone
        try:
            if len(asked) > MOST_QUESTIONS:
                raise Instead(TOO_LONG)  # noqa: TRY301 - the same fate as every other reason
            answers = [(each, self._answer(self.model, subject, each)) for each in asked]
        except Instead as reason:
            log.info("model_left_out", item_id=subject.item_id, reason=str(reason))
            engine = alone.engine.model_copy(update={"instead": str(reason)})
            return alone.model_copy(update={"engine": engine})
        return read(self.model.provider.model, answers)

    def _answer(self, model: Asks, subject: Subject, asked: Asked) -> SkillClaims:
        """What was answered before, or is now. Raises Unavailable or Instead."""
        call = Call(
            subject.key,
            subject.purpose,
            subject.item_id,
            asked.question.hashed(model.provider.model),
            asked.question.data.fields,
        )
        person = subject.key.person
        with self.db.transaction(person) as tx:
            kept = ledger.find_answer(tx, call)
        if kept is not None:
            return SkillClaims.model_validate_json(kept)
        if (rest_s := model.rest_s()) > 0:
            raise self._unless_patient(subject, SendingOutcome.UNREACHABLE, rest_s)
        with self.db.transaction(person) as tx:
            ledger.open_row(tx, call, model.provider, self.clock.now())
        told = model.ask(asked.question, self._tag(person))
        with self.db.transaction(person) as tx:
            ledger.close_row(tx, call, _ended(told), self.clock.now())
        if told.answer is not None:
            return told.answer
        if told.may_pass:
            raise self._unless_patient(subject, told.outcome, told.wait_s)
        raise Instead(told.outcome.value)

    def _unless_patient(
        self, subject: Subject, outcome: SendingOutcome, wait_s: float
    ) -> Exception:
        """The error that makes the work wait, or once that took too long, the one that ends it."""
        if self.clock.now() - subject.since < self.patience:
            code = f"model-{outcome.value.replace('_', '-')}"
            return Unavailable(code=code, retry_after_s=math.ceil(wait_s) or 1)
        return Instead(outcome.value)

    def _tag(self, person: PersonId) -> str:
        """Lets a provider tell abuse by one person, and nobody else: it changes with each epoch,

        whose key is destroyed at its end.
        """
        key = self.secrets.epoch_key(self.secrets.epochs()[-1])
        return hmac.new(key, b"provider|" + person.bytes, "sha256").hexdigest()[:32]


def resume_questions(alone: ResumeAnalysis, text: str) -> tuple[Asked, ...]:
    """All that would be asked about a résumé, whoever is asked.

    Nothing where no name was read: then we do not know whose to take out.
    """
    if alone.contact.name is None:
        return ()
    places = resume_places(alone, text)
    return questions(SendingPurpose.READ_RESUME, places, resume_names(alone))


def job_questions(alone: JobAnalysis, text: str) -> tuple[Asked, ...]:
    return questions(SendingPurpose.READ_JOB, job_places(alone, text), job_names(alone))


def sending(purpose: SendingPurpose, asked: Asked) -> Sending:
    """One question as it is shown to its owner before it is sent."""
    text = asked.question.text
    fields = asked.question.data.fields
    return Sending(purpose=purpose, fields=fields, text=text, bytes=len(text.encode()))


def _ended(told: Told[SkillClaims]) -> Ended:
    answer = told.answer.model_dump_json() if told.answer is not None else None
    return Ended(told.outcome, told.requests, told.sent_bytes, answer)
