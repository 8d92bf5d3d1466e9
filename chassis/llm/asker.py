"""Asks a model each question once: written down first, paid for once, kept sealed.

Whatever becomes of the asking, it ends: with an answer, with the wish to be tried later, or with
the reason why the rules engine stands in.
"""

import hmac
import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from chassis.clock import Clock
from chassis.db import Database
from chassis.errors import Unavailable
from chassis.grants import NotGrantedError, Permit, permit
from chassis.llm.body import TAG_LENGTH, ShownBody
from chassis.llm.ledger import Call, Ended, Ledger, Subject
from chassis.llm.question import ModelQuestion, S
from chassis.llm.reply import Asks, ModelReply
from chassis.log import logger
from chassis.secrets import Secrets
from contracts.disclosure import (
    ProviderView,
    Sending,
    SendingOutcome,
    SendingPurpose,
    SendingView,
)
from contracts.message import Owner, PersonId

log = logger(__name__)

NOT_GRANTED = "not_granted"


class Instead(Exception):
    """The rules engine stands in; its text is a word of ours for why."""


@dataclass(frozen=True)
class Asker:
    """`model` is None where none is named: then nothing is ever asked. Safe to share.

    An item waits for its answers no longer than `patience`, whether the model is away or slow.
    """

    db: Database
    clock: Clock
    secrets: Secrets
    model: Asks | None
    ledger: Ledger
    patience: timedelta

    @property
    def provider(self) -> ProviderView | None:
        """Where it asks, and on which terms; None where nothing ever leaves."""
        return self.model.provider.view if self.model else None

    def sendings(self, purpose: SendingPurpose, asked: Iterable[ModelQuestion[S]]) -> SendingView:
        """What would be sent to ask all of it, byte for byte; nothing where nothing ever leaves."""
        model = self.model
        if model is None:
            return SendingView(provider=None)
        would_send = tuple(_sending(purpose, each, model.shown(each)) for each in asked)
        return SendingView(provider=self.provider, would_send=would_send)

    def answer(self, subject: Subject, question: ModelQuestion[S], within_s: float = math.inf) -> S:
        """What was answered before, or is now, `within_s` where that is less than patience allows.

        Safe to repeat: an answer is asked for once.

        Raises Unavailable while the model is worth waiting for, Instead when it is not, NotFound
        or Gone where the item was erased meanwhile. Call it outside of any transaction.
        """
        if self.model is None:
            raise Instead("no_model")
        granted = self._permit(self.model, subject, question)
        call = Call(subject, question.hashed(self.model.provider.model), question.data.fields)
        with self.db.transaction(subject.person) as tx:
            kept = self.ledger.find_answer(tx, call)
        if kept is not None:
            return question.shape.model_validate_json(kept)
        if (rest_s := self.model.rest_s(subject.purpose)) > 0:
            raise self._unless_patient(subject, SendingOutcome.UNREACHABLE, rest_s)
        left = self._left(subject)
        if left <= timedelta(0):
            raise Instead(SendingOutcome.TIMED_OUT.value)
        reply = self._reply(
            self.model, call, question, granted, min(left.total_seconds(), within_s)
        )
        if reply.answer is not None:
            return reply.answer
        if reply.may_pass:
            raise self._unless_patient(subject, reply.outcome, reply.wait_s)
        raise Instead(reply.outcome.value)

    def close(self) -> None:
        if self.model is not None:
            self.model.close()

    def _permit(self, model: Asks, subject: Subject, question: ModelQuestion[S]) -> Permit:
        """Out of the table of grants; without one the rules engine stands in, and it is logged."""
        owner = Owner(str(self.ledger.tables.subject.schema))
        fields, who = question.data.fields, self._tag(subject.person)
        try:
            return permit(owner, subject.purpose, fields, provider=model.provider, who=who)
        except NotGrantedError as refused:
            log.error(  # noqa: TRY400 - there is nothing to trace: the word says it
                "sending_not_granted", kind=subject.purpose.value, reason=str(refused)
            )
            raise Instead(NOT_GRANTED) from None

    def _reply(
        self, model: Asks, call: Call, question: ModelQuestion[S], granted: Permit, within_s: float
    ) -> ModelReply[S]:
        """Between the two entries in the ledger, which are transactions of their own."""
        person = call.subject.person
        with self.db.transaction(person) as tx:
            self.ledger.open_row(tx, call, model.provider, self.clock.now())
        reply = model.ask(question, granted, within_s=within_s)
        with self.db.transaction(person) as tx:
            self.ledger.close_row(tx, call, _ended(reply), self.clock.now())
        return reply

    def _unless_patient(
        self, subject: Subject, outcome: SendingOutcome, wait_s: float
    ) -> Exception:
        """The error that makes the work wait, or where that is too long, the one that ends it."""
        if timedelta(seconds=wait_s) < self._left(subject):
            code = f"model-{outcome.value.replace('_', '-')}"
            return Unavailable(code=code, retry_after_s=math.ceil(wait_s) or 1)
        return Instead(outcome.value)

    def _left(self, subject: Subject) -> timedelta:
        return self.patience - (self.clock.now() - subject.since)

    def _tag(self, person: PersonId) -> str:
        """Lets a provider tell abuse by one person, and nobody else: it changes with each epoch,
        whose key is destroyed at its end.
        """
        key = self.secrets.epoch_key(self.secrets.epochs()[-1])
        return hmac.new(key, b"provider|" + person.bytes, "sha256").hexdigest()[:TAG_LENGTH]


def _sending(purpose: SendingPurpose, question: ModelQuestion[S], made: ShownBody) -> Sending:
    return Sending(
        purpose=purpose,
        fields=question.data.fields,
        text=question.text,
        bytes=made.size_bytes,
        body=made.body,
    )


def _ended(reply: ModelReply[S]) -> Ended:
    answer = reply.answer.model_dump_json() if reply.answer is not None else None
    return Ended(reply.outcome, reply.requests, reply.sent_bytes, answer)
