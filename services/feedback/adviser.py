"""Has a model read answers along, where the operator names one: sampled, checked, in good time.

Whatever becomes of the asking, there is a report: an answer that was not read in time, or not
well, is the rules engine's alone, and says so.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from time import monotonic

from chassis.bus.offload import offload
from chassis.errors import Unavailable
from chassis.llm.asker import Asker, Instead
from chassis.llm.ledger import Subject
from chassis.llm.question import ModelQuestion, S
from chassis.log import logger
from chassis.seal import Key
from contracts.disclosure import Names, ProviderView, SendingPurpose, SendingView
from contracts.feedback import FeedbackReport
from contracts.interview import Transcript
from contracts.message import Slug
from services.feedback.advice.asking import Asked, questions
from services.feedback.advice.claims import Claimed, claimed
from services.feedback.advice.reading import advised_report, shown_by_model
from services.feedback.advice.samples import Reading, is_settled, majority, reading_of
from services.feedback.advice.wording import FeedbackWords, Wording, worded_report, wordings
from services.feedback.domain import Case, Coach, ModelEvidence
from services.feedback.rules.counting import answers_counted, answers_said
from services.feedback.tables import OF_SESSION

log = logger(__name__)

LEAST_S = 1.0
"""With less time left nothing is asked any more."""

BUSY = "model-busy"
"""Another call about the same person is under way, or its worker died: it is waited for."""

OUT_OF_TIME = "out_of_time"
TOO_LONG = "too_long"
NOT_BELIEVED = "claims_control_lines"


@dataclass(frozen=True)
class Limits:
    """`samples` of each answer at most, and the time for all answers of one interview."""

    samples: int
    budget_s: float


@dataclass(frozen=True)
class _Time:
    """When asking ends, by a clock that only goes forward, and whether there is any to wait for
    another call: a report that was handed in long ago has none, as its work began before.
    """

    ends_s: float
    may_wait: bool


@dataclass
class _Sampling:
    """One answer that is being read: what came, what was thrown away, and why it ended early."""

    asked: Asked
    came: list[Claimed]
    put: int = 0
    ended: Slug | None = None


@dataclass(frozen=True)
class Adviser:
    """Where no model is named, reports come back as they are. Safe to share.

    `clock_s` is a clock that only goes forward.
    """

    asker: Asker
    coach: Coach
    limits: Limits
    clock_s: Callable[[], float] = monotonic

    @property
    def provider(self) -> ProviderView | None:
        """Where it asks, and on which terms; None where nothing ever leaves."""
        return self.asker.provider

    def report(self, case: Case, transcript: Transcript, key: Key) -> FeedbackReport:
        """What the rules say of `transcript`, with what the model shows. Safe to repeat: what was
        answered once is not asked again. Raises Unavailable while another call is under way.
        """
        alone = offload(self.coach.report, transcript)
        if self.provider is None:
            return alone
        asked = offload(answer_questions, transcript, case.names)
        if not asked:
            return alone
        since, budget_s = self.asker.clock.now(), self.limits.budget_s
        waited_s = (since - case.added_at).total_seconds()
        time = _Time(self.clock_s() + budget_s, may_wait=waited_s < budget_s)
        subject = Subject(key, SendingPurpose.READ_ANSWER, case.interview_id, OF_SESSION, since)
        read = self._read(subject, asked, time)
        told = {each.question_id: (each, how) for each, how in zip(asked, read, strict=True)}
        model = self.provider.model
        report = offload(advised_report, self.coach, transcript, alone, model, told)
        shown = shown_by_model(transcript, told)
        put = offload(wording_questions, transcript, shown, case.names)
        worded = [
            (each, self._worded(subject, each, time))
            for each in put
            if each.question_id in told and told[each.question_id][1].instead is None
        ]
        return offload(worded_report, report, worded)

    def sendings(self, transcript: Transcript, names: Names | None) -> SendingView:
        """Each question as it is shown before it is sent; none where there is nobody to ask."""
        read_along = (each.question for each in answer_questions(transcript, names))
        worded = (each.question for each in wording_questions(transcript, {}, names))
        first = self.asker.sendings(SendingPurpose.READ_ANSWER, read_along)
        then = self.asker.sendings(SendingPurpose.WORD_FEEDBACK, worded)
        would_send = (*first.would_send, *then.would_send)
        return first.model_copy(update={"would_send": would_send})

    def close(self) -> None:
        self.asker.close()

    def _read(self, subject: Subject, asked: tuple[Asked, ...], time: _Time) -> list[Reading]:
        """In rounds, so that each answer is read once before any is read again."""
        open_ones = [
            _Sampling(each, [], ended=TOO_LONG if each.is_too_long else None) for each in asked
        ]
        for _ in range(self.limits.samples):
            for sampling in open_ones:
                if not self._is_over(sampling):
                    self._sample(subject, sampling, time)
        return [self._reading(subject, sampling) for sampling in open_ones]

    def _sample(self, subject: Subject, sampling: _Sampling, time: _Time) -> None:
        question = sampling.asked.put(sampling.put)
        sampling.put += 1
        try:
            answer = self._answer(subject, question, time)
        except Instead as reason:
            sampling.ended = str(reason)
            return
        stands = offload(claimed, sampling.asked, answer)
        if stands is None:
            sampling.ended = NOT_BELIEVED
        else:
            sampling.came.append(stands)

    def _worded(self, subject: Subject, asked: Wording, time: _Time) -> FeedbackWords | Slug:
        """What it points at; or why the words of the rules stand alone."""
        about = replace(subject, purpose=SendingPurpose.WORD_FEEDBACK)
        try:
            return self._answer(about, asked.question, time)
        except Instead as reason:
            log.info("model_left_out", item_id=subject.item_id, reason=str(reason))
            return str(reason)

    def _answer(self, subject: Subject, question: ModelQuestion[S], time: _Time) -> S:
        """Raises Instead in time, and Unavailable while another call is waited for."""
        left_s = time.ends_s - self.clock_s()
        if left_s < LEAST_S:
            raise Instead(OUT_OF_TIME)
        try:
            return self.asker.answer(subject, question, left_s)
        except Unavailable as away:
            if away.code == BUSY and time.may_wait:
                raise
            raise Instead(away.code.removeprefix("model-").replace("-", "_")) from None

    def _is_over(self, sampling: _Sampling) -> bool:
        return sampling.ended is not None or is_settled(sampling.came, self.limits.samples)

    def _reading(self, subject: Subject, sampling: _Sampling) -> Reading:
        """Nothing, where too few samples came for any majority, or one was not to be believed."""
        is_enough = len(sampling.came) >= majority(self.limits.samples)
        if is_enough and sampling.ended != NOT_BELIEVED:
            return reading_of(sampling.came, self.limits.samples)
        log.info("model_left_out", item_id=subject.item_id, reason=sampling.ended)
        return Reading(instead=sampling.ended)


def answer_questions(transcript: Transcript, names: Names | None) -> tuple[Asked, ...]:
    """All that would be asked about a session, each answer once."""
    return questions(answers_said(transcript), names)


def wording_questions(
    transcript: Transcript, shown: ModelEvidence, names: Names | None
) -> tuple[Wording, ...]:
    """All that would be asked to word the feedback, each answer once, with what was `shown`."""
    return wordings(answers_counted(transcript, shown), names)
