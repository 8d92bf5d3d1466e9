"""Interviews for which a model is asked for another plan, and what it chooses."""

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import select

from contracts.analysis import Contact, Text
from contracts.disclosure import Disclosure, FindDisclosures
from contracts.documents import Briefing
from contracts.evidence import DocumentKind
from contracts.interview import FindInterview, InterviewView, SuggestionView
from contracts.message import PersonId
from contracts.suggestion import AskSuggestion, SettleSuggestion
from services.interview.adviser import Adviser
from services.interview.service import InterviewService
from services.interview.tables import Suggestion
from services.interview.work import SuggestPlan
from tests.interview.build import a_span
from tests.interview.sessions import a_fresh_briefing, interview, plan
from tests.support.people import a_person
from tests.support.provider import Mind
from tests.support.services import worker_on_job
from tests.support.stack import Stack

Pick = tuple[str, str, str]


def choosing(picked: Sequence[Pick]) -> Mind:
    """A mind that chooses these questions, whatever it is shown, and has much else to say."""
    chosen = [
        {"question": question, "line": line, "quote": quote, "text": "Are you over 40?", "level": 5}
        for question, line, quote in picked
    ]
    return lambda _lines: {"questions": chosen, "score": 100}


def picks() -> list[Pick]:
    """A whole plan for the briefing of `build.py`, whose lines are numbered in their order."""
    return [
        ("r-beginning", "l1", "the nightly billing run"),
        ("b-collaboration-handover", "l7", "on-call rota with two other teams"),
        ("t-used", "l6", "Python"),
        ("g-nearest", "l4", "Kafka"),
        ("s-planning-clash", "l8", "quarterly migration work"),
        ("m-pride", "", ""),
        ("c-colleague", "", ""),
    ]


def a_named_briefing() -> Briefing:
    briefing = a_fresh_briefing()
    name = Text(value="Ada Example", span=a_span(DocumentKind.RESUME, "Ada Example"))
    resume = briefing.resume.model_copy(update={"contact": Contact(name=name)})
    return briefing.model_copy(update={"resume": resume})


class Asked:
    """An interview of somebody new, planned by the rules, for which a model is asked."""

    def __init__(
        self,
        stack: Stack,
        adviser: Adviser,
        briefing: Briefing | None = None,
        person: PersonId | None = None,
    ) -> None:
        self.stack, self.adviser, self.person = stack, adviser, person or a_person()
        self.briefing = briefing or a_named_briefing()
        self.service = interview(stack, self.person, adviser=adviser)
        self.first = plan(self.service, self.briefing)
        self.id = self.first.interview_id

    @property
    def wanted(self) -> AskSuggestion:
        return AskSuggestion(interview_id=self.id, briefing=self.briefing)

    def ask(self) -> SuggestionView:
        """Asked for and worked off, as the service does both."""
        self.service.ask_suggestion(self.wanted)
        return self.work()

    def work(self, asked: int = 1) -> SuggestionView:
        worker = worker_on_job(InterviewService, self.stack, self.person, adviser=self.adviser)
        now = datetime.now(UTC)
        worker.suggest_plan(SuggestPlan(interview_id=self.id, asked=asked, since=now))
        return self.found()

    def found(self) -> SuggestionView:
        return self.service.find_suggestion(FindInterview(interview_id=self.id))

    def view(self) -> InterviewView:
        return self.service.find_interview(FindInterview(interview_id=self.id))

    def settle(self, *, is_taken: bool = True, version: int = 1) -> InterviewView:
        cmd = SettleSuggestion(interview_id=self.id, version=version, is_taken=is_taken)
        return self.service.settle_suggestion(cmd)

    def rows(self) -> Sequence[Suggestion]:
        with self.service.db.transaction(self.person) as tx:
            return tx.scalars(select(Suggestion)).all()

    def told(self) -> tuple[Disclosure, ...]:
        return self.service.find_disclosures(FindDisclosures()).sent
