"""Asks one model, through the one door; the only import of the openai package.

The package retries nothing and remembers nothing for us: tries, waiting and the ladder are here, so
that each request is counted. No text of its exceptions is kept: they quote what was sent.
"""

import random
import time
from collections.abc import Callable

import openai

from chassis.egress import ClosedDoorError, Door, Passage
from chassis.grants import Permit
from chassis.llm.body import Ask, ShownBody, ask_of, body_of, shown
from chassis.llm.breaker import Breakers
from chassis.llm.ladder import Rung, said_in, shaped
from chassis.llm.question import ModelQuestion, S
from chassis.llm.reply import ModelReply
from chassis.llm.trouble import Trouble
from chassis.provider import Provider
from contracts.disclosure import SendingOutcome, SendingPurpose

TOTAL_S = 60.0
MOST_TRIES = 3
FIRST_WAIT_S, MOST_WAIT_S = 0.5, 5.0

_MAY_BE_THE_QUESTION = (400, 422)
MOST_DOUBTS = 2
_UNKNOWN_HERE = (*_MAY_BE_THE_QUESTION, 404, 405, 415, 501)


class Model:
    """One model at one provider. Safe to share; it remembers which rung the endpoint knows."""

    def __init__(
        self,
        provider: Provider,
        breakers: Breakers,
        *,
        pause: Callable[[float], None] = time.sleep,
        within_s: float = TOTAL_S,
    ) -> None:
        self.provider = provider
        self._within_s = within_s
        self.breakers = breakers
        self._pause = pause
        self._door = Door(provider)
        self._rung = Rung.RESPONSES
        self._doubts = 0
        self._client = openai.OpenAI(
            api_key=provider.key or "none",
            organization="",
            project="",
            base_url=provider.url,
            max_retries=0,
            http_client=self._door.client,
        )

    def ask(
        self, question: ModelQuestion[S], permit: Permit, *, within_s: float = TOTAL_S
    ) -> ModelReply[S]:
        """Put `question`, as it is permitted.

        It takes at most `within_s`, and never more than 60 s; no time, and nothing leaves, where
        the provider must be left alone.

        It raises nothing but bugs. The caller has written down that it is about to be sent.
        """
        breaker = self.breakers[permit.purpose]
        if (rest_s := breaker.begin()) > 0:
            return ModelReply(SendingOutcome.UNREACHABLE, None, 0, 0, rest_s)
        with self._door.open(permit, until_s=min(within_s, self._within_s)) as passage:
            outcome, answer, wait_s = SendingOutcome.ANSWERED, None, 0.0
            try:
                answer = self._answer(question, permit.who, passage)
            except Trouble as trouble:
                outcome, wait_s = trouble.outcome, trouble.wait_s
        reply = ModelReply(outcome, answer, passage.requests, passage.sent_bytes, wait_s)
        if reply.may_pass:
            self.breakers.failed(permit.purpose, wait_s)
        else:
            breaker.succeeded()
        return reply

    def shown(self, question: ModelQuestion[S]) -> ShownBody:
        """What a first try would send, by what is known of the endpoint so far."""
        return shown(question, self._rung, self.provider)

    def rest_s(self, purpose: SendingPurpose) -> float:
        return self.breakers[purpose].rest_s()

    def close(self) -> None:
        self._door.close()

    def _answer(self, question: ModelQuestion[S], who: str, passage: Passage) -> S:
        """With one repair, where the first answer was badly said."""
        try:
            return shaped(self._said(ask_of(question, who), passage), question.shape)
        except Trouble as trouble:
            if not trouble.is_badly_said:
                raise
        again = ask_of(question, who, is_again=True)
        return shaped(self._said(again, passage), question.shape)

    def _said(self, ask: Ask, passage: Passage) -> str:
        """What it says, after up to three tries at what may pass."""
        for tried in range(1, MOST_TRIES + 1):
            try:
                return self._down_the_ladder(ask)
            except Trouble as trouble:
                wait_s = max(trouble.wait_s, FIRST_WAIT_S * 2 ** (tried - 1) * random.uniform(1, 2))
                is_over = tried == MOST_TRIES or not trouble.may_pass
                if is_over or wait_s > min(MOST_WAIT_S, passage.left_s):
                    raise
            self._pause(wait_s)
        raise Trouble(SendingOutcome.TIMED_OUT)

    def _down_the_ladder(self, ask: Ask) -> str:
        """From the rung that this endpoint is known for; the one that works is remembered.

        What some servers say of a form that they do not know, others say of one bad question: by
        that a rung is lost only when it happens twice in a row.
        """
        rung: Rung | None = self._rung
        known = self._rung
        while rung is not None:
            try:
                raw = self._request(rung, ask)
            except openai.APIStatusError as error:
                if error.status_code not in _UNKNOWN_HERE or rung.below is None:
                    raise _trouble_of(error) from None
                if rung is known and error.status_code not in _MAY_BE_THE_QUESTION:
                    known = rung.below
                rung = rung.below
            except openai.APIConnectionError as error:
                raise _unreached(error) from None
            else:
                self._remember(known, rung)
                return said_in(rung, raw)
        raise Trouble(SendingOutcome.NOT_FOUND)

    def _remember(self, known: Rung, worked: Rung) -> None:
        """`known` is the best rung that was not plainly refused."""
        self._doubts = self._doubts + 1 if known < worked else 0
        if self._doubts == MOST_DOUBTS:
            known, self._doubts = worked, 0
        self._rung = known

    def _request(self, rung: Rung, ask: Ask) -> bytes:
        """Past the package's own making of bodies: what is sent is what `shown` shows."""
        path = "/responses" if rung is Rung.RESPONSES else "/chat/completions"
        content = body_of(rung, ask, self.provider)
        return self._client.post(path, content=content, cast_to=str).encode()


def _trouble_of(error: openai.APIStatusError) -> Trouble:
    """By status alone; the error's own text quotes what was sent."""
    match error.status_code:
        case 429:
            return Trouble(SendingOutcome.RATE_LIMITED, _retry_after(error))
        case 401 | 403:
            return Trouble(SendingOutcome.KEY_REFUSED)
        case 404 | 405:
            return Trouble(SendingOutcome.NOT_FOUND)
        case 408 | 409:
            return Trouble(SendingOutcome.SERVER_ERROR)
    if error.status_code >= 500:
        return Trouble(SendingOutcome.SERVER_ERROR, _retry_after(error))
    return Trouble(SendingOutcome.NOT_ACCEPTED)


def _unreached(error: openai.APIConnectionError) -> Exception:
    if isinstance(error.__cause__, ClosedDoorError):
        return error.__cause__
    is_late = isinstance(error, openai.APITimeoutError)
    return Trouble(SendingOutcome.TIMED_OUT if is_late else SendingOutcome.UNREACHABLE)


def _retry_after(error: openai.APIStatusError) -> float:
    """Seconds (RFC 9110, 10.2.3); 0 where there are none. A date is not waited for."""
    asked = error.response.headers.get("retry-after", "")
    return min(float(asked), 3600.0) if asked.isascii() and asked.isdigit() else 0.0
