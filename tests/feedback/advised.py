"""Answers that a model reads along: what it says, and the service that asks it."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any

from chassis.clock import Clock
from chassis.ids import new_id
from chassis.llm.asker import Asker
from chassis.llm.ledger import Ledger
from chassis.llm.reply import Asks
from contracts.disclosure import Disclosure, FindDisclosures, Names, SendingPurpose
from contracts.feedback import FeedbackReport
from contracts.interview import Transcript
from contracts.message import InterviewId, Owner, PersonId, ResumeId
from services.feedback.adviser import Adviser, Limits
from services.feedback.rules.coach import RulesCoach
from services.feedback.service import FeedbackService
from services.feedback.tables import MODEL
from services.feedback.work import EvaluateInterview
from tests.feedback.build import a_transcript
from tests.feedback.reports import feedback, find, request
from tests.interview.build import INTERVIEW
from tests.support.provider import FakeProvider, Mind, Received
from tests.support.services import worker_on_job
from tests.support.stack import Stack

NAMES = Names(
    person=("Ada Example",), employers=("Umbrella Parcels",), schools=("Somewhere College",)
)

PLAIN = (
    "The warehouse kept sending out half-empty vans, and drivers were cross about it."
    " My move was to throw out the old rota and put every route on a wall map with Ada Example."
    " My hunch was that nobody knew the whole of Umbrella Parcels."
    " One pub had its delivery a day later for it, a cost we could bear."
    " By spring the vans left full."
    " These days I look at a map before a timetable."
)
"""An answer that shows more than the rules see."""

OTHER = (
    "Our shop lost its only baker on a Friday in 2019."
    " I rang every bakery in town and swapped two of our shifts for one of theirs, since a closed"
    " shop would have lost us the market stall."
    " We kept the stall, and by Sunday we had sold 40 loaves instead of 25."
)

WORDS = {
    "kept sending out half-empty vans": "situation",
    "My move was to throw out the old rota": "own_action",
    "My hunch was that nobody knew": "reasoning",
    "a cost we could bear": "trade_off",
    "By spring the vans left full": "result",
    "These days I look at a map before a timetable": "reflection",
    "lost its only baker on a Friday": "situation",
    "I rang every bakery in town": "own_action",
}


def seeing(words: Iterable[tuple[str, str]]) -> Mind:
    """A mind that sees each of `words` where it is said, as evidence of its type."""
    known = list(words)

    def said(lines: list[dict[str, str]]) -> dict[str, Any]:
        return {
            "evidence": [
                {"line": line["id"], "type": kind, "quote": quote}
                for line in lines
                for quote, kind in known
                if quote in line["text"]
            ],
            "about": [],
            "told": [],
        }

    return said


SEEN = seeing(WORDS.items())


def a_session(*answers: str, names: Names | None = NAMES) -> Transcript:
    """As nobody else has it."""
    text = a_transcript(*(answers or (PLAIN, OTHER))).model_dump_json()
    told = Transcript.model_validate_json(text.replace(str(INTERVIEW), str(new_id())))
    return told.model_copy(update={"names": names, "resume_id": ResumeId(new_id())})


def bare(transcript: Transcript) -> Transcript:
    """As the rules alone are given it."""
    return transcript.model_copy(update={"names": None})


def an_adviser(
    stack: Stack,
    model: Asks | None,
    *,
    clock: Clock | None = None,
    samples: int = 3,
    budget_s: float = 45,
    clock_s: Callable[[], float] | None = None,
) -> Adviser:
    """As the service has it, asking `model`."""
    asker = Asker(
        db=stack.database(Owner.FEEDBACK),
        clock=clock or Clock(),
        secrets=stack.secrets_of(Owner.FEEDBACK),
        model=model,
        ledger=Ledger(MODEL),
        patience=timedelta(seconds=budget_s),
    )
    timed = {"clock_s": clock_s} if clock_s else {}
    return Adviser(asker, RulesCoach(), Limits(samples, budget_s), **timed)


def reported(
    stack: Stack, person: PersonId, adviser: Adviser, transcript: Transcript
) -> FeedbackReport:
    """The report, asked for and made as the service does."""
    service = feedback(stack, person)
    request(service, transcript)
    evaluate_along(stack, person, adviser, transcript.interview_id)
    report = find(service, transcript.interview_id).report
    assert report is not None
    return report


def evaluate_along(
    stack: Stack, person: PersonId, adviser: Adviser, interview_id: InterviewId
) -> None:
    service = worker_on_job(FeedbackService, stack, person, adviser=adviser)
    service.evaluate(EvaluateInterview(interview_id=interview_id))


def told(
    stack: Stack, person: PersonId, purpose: SendingPurpose = SendingPurpose.READ_ANSWER
) -> tuple[Disclosure, ...]:
    """What the ledger says of calls for `purpose`."""
    sent = feedback(stack, person).find_disclosures(FindDisclosures()).sent
    return tuple(row for row in sent if row.purpose is purpose)


def readings(fake: FakeProvider) -> list[Received]:
    """What arrived to have answers read; what words the feedback comes after."""
    return [each for each in fake.received if "You find evidence" in each.prompt]
