"""The part of interview that has a model suggest another plan: asked for, then taken or left.

The plan of the rules is there meanwhile and afterwards; nobody waits for a model.
"""

from chassis.bus.entrypoints import OUTSIDE, rpc, work
from chassis.bus.offload import offload
from chassis.errors import Conflict, NotFound
from chassis.llm.asker import Instead
from chassis.log import logger
from chassis.sealedrows import Keys, keys_for_rows, session_key
from contracts.disclosure import SendingView
from contracts.interview import FindInterview, InterviewPlan, InterviewView, SuggestionView
from contracts.message import FitId, InterviewId, PersonId, Slug
from contracts.suggestion import AskSuggestion, SettleSuggestion, SuggestionState
from services.interview import replan, shelf, store, views
from services.interview.advice.bank import Given, given_by
from services.interview.domain import Session
from services.interview.sendings import SendingsService
from services.interview.work import SuggestPlan

log = logger(__name__)


class SuggestingService(SendingsService):
    """Where no model is named, none of this can be asked for."""

    @rpc
    def find_suggestion(self, query: FindInterview) -> SuggestionView:
        person = self.caller.person
        session, keys = self._session(query.interview_id)
        with self.db.transaction(person) as tx:
            row = shelf.find_suggestion(tx, person, query.interview_id)
        if not self.adviser.suggester.may_ask(session):
            return SuggestionView(state=SuggestionState.CLOSED)
        if row is None:
            return SuggestionView(state=SuggestionState.OPEN)
        plan = shelf.plan_of(keys, row)
        return SuggestionView(state=row.state, plan=plan, instead=row.instead)

    @rpc
    def preview_suggestion(self, query: AskSuggestion) -> SendingView:
        """What would be sent if a suggestion were asked for. Nothing is, and nothing is kept."""
        session, _ = self._session(query.interview_id)
        given = self._given(session, query)
        return offload(self.adviser.suggester.sendings, session, given)

    @rpc(write=True)
    def ask_suggestion(self, cmd: AskSuggestion) -> SuggestionView:
        """Asking twice is asking once. Raises Conflict where nothing can be asked for."""
        person = self.caller.person
        session, keys = self._session(cmd.interview_id)
        if not self.adviser.suggester.may_ask(session):
            raise Conflict("No other plan can be asked for here.", code="no-suggestion")
        given = self._given(session, cmd)
        with self.db.transaction(person) as tx:
            row = shelf.ask(tx, keys, person, session, given)
            if row is not None:
                since = self.clock.now()
                task = SuggestPlan(interview_id=cmd.interview_id, asked=row.asked, since=since)
                self.jobs.add(tx, task, person)
            return self.answers.keep(tx, SuggestionView(state=SuggestionState.WAITING))

    @rpc(write=True)
    def settle_suggestion(self, cmd: SettleSuggestion) -> InterviewView:
        """Raises Conflict once the interview has started, and if the plan was changed meanwhile."""
        person = self.caller.person
        session, keys = self._session(cmd.interview_id)
        with self.db.transaction(person) as tx:
            row = shelf.find_suggestion(tx, person, cmd.interview_id)
        plan = shelf.plan_of(keys, row) if row else None
        now = replan.taken(session, cmd, plan) if cmd.is_taken else session
        with self.db.transaction(person) as tx:
            if not cmd.is_taken:
                shelf.settle(tx, person, cmd.interview_id)
            elif not store.take_plan(tx, keys, person, session, now):
                raise replan.changed_meanwhile()
            return self.answers.keep(tx, views.view(now, now.planned_at))

    @work(lane=OUTSIDE)
    def suggest_plan(self, task: SuggestPlan) -> None:
        """Safe to repeat: what was settled, or has begun, is let be."""
        person = self.jobs.person
        session, keys = self._session(task.interview_id, person)
        with self.db.transaction(person) as tx:
            row = shelf.find_suggestion(tx, person, task.interview_id)
        given = shelf.given_of(keys, row) if row else None
        if row is None or given is None or row.asked != task.asked:
            return
        key = session_key(keys, task.interview_id)
        plan: InterviewPlan | None = None
        instead: Slug | None = None
        try:
            plan = self.adviser.suggester.plan(session, given, key, task.since)
        except Instead as reason:
            instead = str(reason)
            log.info("model_left_out", item_id=task.interview_id, reason=instead)
        with self.db.transaction(person) as tx:
            shelf.offer(tx, keys, row, plan=plan, instead=instead)

    def _session(
        self, interview_id: InterviewId, person: PersonId | None = None
    ) -> tuple[Session, Keys]:
        """Of `person`, or of who calls."""
        whose = person or self.caller.person
        with self.db.transaction(whose) as tx:
            stored = store.get_interview(tx, whose, interview_id)
        keys = self.keyring.get_many(stored.keys, whose)
        return store.session_of(keys, stored), keys

    def _asked_before(self, fit_id: FitId, but: InterviewId | None = None) -> list[Slug]:
        """In all plans for the same fit, except one."""
        person = self.caller.person
        with self.db.transaction(person) as tx:
            rows = [row for row in store.list_interviews(tx, person) if row.id != but]
        keys = self.keyring.get_many(keys_for_rows(rows), person)
        return store.asked_before(keys, rows, fit_id)

    def _given(self, session: Session, asked: AskSuggestion) -> Given:
        """Raises NotFound where the briefing is about other documents than the session."""
        brought = asked.briefing
        documents = (brought.resume.resume_id, brought.job.job_description_id)
        if documents != (session.resume_id, session.job_description_id):
            raise NotFound("There is no such interview for these documents.")
        before = self._asked_before(brought.fit_id, but=session.interview_id)
        return offload(given_by, brought, before)
