"""The entrypoints of interview: what it answers and works off."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Table
from sqlalchemy.orm import Session as Tx

from chassis.bus.entrypoints import rpc
from chassis.bus.inject import inject
from chassis.bus.offload import offload
from chassis.errors import Conflict, Refused
from chassis.ids import new_id
from chassis.log import logger
from chassis.sealedrows import Keys, keys_for, keys_for_rows, session_key
from contracts.interview import (
    Answer,
    FindInterview,
    FinishInterview,
    Interview,
    InterviewFinished,
    InterviewList,
    InterviewRow,
    InterviewState,
    InterviewView,
    ListInterviews,
    PlanInterview,
    StartInterview,
    Transcript,
)
from contracts.message import InterviewId, Owner, PersonId, Scope, TurnId
from contracts.replanning import ChangePlan, RepeatInterview
from contracts.room import SaveDraft
from services.interview import domain, planning, privacy, replan, shelf, store, views, wiring
from services.interview.domain import Session, Step
from services.interview.suggesting import SuggestingService
from services.interview.tables import CHASSIS, Base

log = logger(__name__)

TRIES = 3
"""How often a change is decided anew when another one was faster."""


class InterviewService(SuggestingService, Interview):
    """Plans and leads practice interviews, always for the person of the passport."""

    name = Owner.INTERVIEW.value
    metadata = Base.metadata
    tables = CHASSIS

    planner = inject(wiring.planner)
    editor = inject(wiring.editor)
    interviewer = inject(wiring.interviewer)

    @rpc(write=True)
    def plan_interview(self, cmd: PlanInterview) -> InterviewView:
        """Raises Gone if a document of the briefing has been deleted."""
        before = self._asked_before(cmd.briefing.fit_id)
        planned = offload(self.planner.plan, InterviewId(new_id()), cmd.briefing, before)
        return self._add(planning.planned_session(planned, cmd, self.clock.now()))

    @rpc(write=True)
    def repeat_interview(self, cmd: RepeatInterview) -> InterviewView:
        """Raises Conflict while it is not finished, and where a document of it is deleted."""
        session, _ = self._session(cmd.interview_id)
        again = planning.repeated_session(session, InterviewId(new_id()), self.clock.now())
        return self._add(again)

    @rpc(write=True)
    def change_plan(self, cmd: ChangePlan) -> InterviewView:
        """Raises Conflict once the interview has started, and if the plan was changed meanwhile."""
        person = self.caller.person
        session, keys = self._session(cmd.interview_id)
        now = replan.replanned(session, cmd, self.editor)
        with self.db.transaction(person) as tx:
            if not store.replan(tx, keys, person, session, now):
                raise replan.changed_meanwhile()
            return self.answers.keep(tx, views.view(now, now.planned_at))

    @rpc
    def find_interview(self, query: FindInterview) -> InterviewView:
        """As it stands by the clock: where time is up, that is said and written down first."""
        return self._advance(query.interview_id, self._keep_time)

    @rpc
    def list_interviews(self, query: ListInterviews) -> InterviewList:
        """As they stand by the clock: what ran out of time meanwhile is ended first."""
        person = self.caller.person
        with self.db.transaction(person) as tx:
            rows = store.list_interviews(tx, person)
            live = [row for row in rows if row.state is InterviewState.LIVE]
            held = store.whole(tx, person, live) if live else []
        keys = self.keyring.get_many(keys_for_rows(rows), person)
        now = {each.interview_id: each for each in store.sessions_of(keys, held)}
        listed = store.rows_of(keys, rows)
        return InterviewList(
            interviews=tuple(self._by_the_clock(row, now.get(row.interview_id)) for row in listed)
        )

    @rpc
    def start_interview(self, cmd: StartInterview) -> InterviewView:
        """Starting twice is one start."""
        return self._advance(
            cmd.interview_id, lambda session, leader: domain.start(session, leader, cmd)
        )

    @rpc
    def save_draft(self, cmd: SaveDraft) -> InterviewView:
        """The same draft twice is one draft. Too late is a Conflict, and what was sent is kept."""
        self._advance(cmd.interview_id, self._keep_time)
        for _ in range(TRIES):
            session, keys = self._session(cmd.interview_id)
            now = self._save(keys, session, cmd)
            if now:
                domain.refuse_closed(now, cmd.asked)
                return views.view(now, self.clock.now())
        raise _moved()

    @rpc
    def answer(self, cmd: Answer) -> InterviewView:
        """The same turn twice is one turn. Too late is a Conflict, and what was sent is kept."""
        at = self.clock.now()
        return self._advance(
            cmd.interview_id, lambda session, leader: domain.answer(session, leader, cmd, at)
        )

    @rpc
    def finish_interview(self, cmd: FinishInterview) -> InterviewView:
        """Finishing twice is one finish."""
        return self._advance(cmd.interview_id, domain.finish)

    @rpc
    def find_transcript(self, query: FindInterview) -> Transcript:
        """Raises Conflict while the interview is not finished."""
        return views.transcript(self._session(query.interview_id)[0])

    def erase(self, tx: Tx, scope: Scope, item_id: UUID, person: PersonId) -> dict[str, int]:
        return privacy.erase(tx, scope, item_id, person)

    def export(self, table: Table, row: Mapping[str, Any], person: PersonId) -> Mapping[str, bytes]:
        return privacy.export(self.keyring, table, row, person)

    def _add(self, session: Session) -> InterviewView:
        """A newly planned session, written with its keys."""
        person = self.caller.person
        keys = {
            (scope, item): self.keyring.make(scope, item, person)
            for scope, item in keys_for(vars(session))
        }
        with self.db.transaction(person) as tx:
            self.ensure_subject(tx, person)
            store.add_interview(tx, keys, person, session)
            return self.answers.keep(tx, views.view(session, session.planned_at))

    def _by_the_clock(self, row: InterviewRow, session: Session | None) -> InterviewRow:
        """`session` is what `row` is a line of, where it is under way."""
        if session is None:
            return row
        at = self.clock.now()
        if domain.keep_time(session, self.interviewer, at) is None:
            return views.row_now(row, views.view(session, at), at)
        try:
            return views.row_now(row, self._advance(row.interview_id, self._keep_time), at)
        except Refused:
            return row

    def _keep_time(self, session: Session, leader: domain.Interviewer) -> Step | None:
        return domain.keep_time(session, leader, self.clock.now())

    def _advance(
        self,
        interview_id: InterviewId,
        decide: Callable[[Session, domain.Interviewer], Step | None],
    ) -> InterviewView:
        """Read, think, write; and once more if somebody else wrote meanwhile."""
        for _ in range(TRIES):
            session, keys = self._session(interview_id)
            step = offload(decide, session, self.interviewer)
            if step is None:
                return views.view(session, self.clock.now())
            key = session_key(keys, interview_id)
            step, at = self.adviser.worded(session, step, key), self.clock.now()
            now = self._write(keys, session, step, at)
            if now:
                domain.refuse_late(step)
                return views.view(now, at)
        raise _moved()

    def _write(self, keys: Keys, read: Session, step: Step, at: datetime) -> Session | None:
        """The session once `step` is written down; None if somebody was faster."""
        person = self.caller.person
        with self.db.transaction(person) as tx:
            before = store.locked(tx, keys, person, read)
            if before is None:
                return None
            now = domain.after(before, step, at, lambda: TurnId(new_id()))
            store.advance(tx, keys, person, before, now)
            if before.state is InterviewState.PLANNED:
                shelf.settle(tx, person, now.interview_id)
            if before.state is not now.state is InterviewState.FINISHED:
                self.outbox.put(tx, InterviewFinished(person=person, interview_id=now.interview_id))
        log.info("interview_advanced", interview_id=now.interview_id, state=now.state)
        return now

    def _save(self, keys: Keys, read: Session, cmd: SaveDraft) -> Session | None:
        """The session with this draft; None if something was said since it was read."""
        person = self.caller.person
        with self.db.transaction(person) as tx:
            before = store.locked(tx, keys, person, read)
            if before is None:
                return None
            now = domain.drafted(before, cmd)
            store.save_drafts(tx, keys, person, before, now)
        return now


def _moved() -> Conflict:
    return Conflict("Somebody else is answering here.", code="interview-moved")
