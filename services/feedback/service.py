"""The entrypoints of feedback: what it answers and works off."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Table
from sqlalchemy.orm import Session

from chassis.bus.entrypoints import OUTSIDE, rpc, work
from chassis.bus.inject import inject
from chassis.bus.offload import offload
from chassis.log import logger
from chassis.reportseal import signed
from chassis.sealedrows import keys_for, keys_for_rows, session_key
from contracts.documents import WorkState
from contracts.feedback import (
    Feedback,
    FindReport,
    FindRubric,
    JudgeAnswer,
    JudgedAnswer,
    ListReports,
    ReportList,
    ReportReady,
    ReportView,
    RequestReport,
    Rubric,
    TryReportAgain,
)
from contracts.message import InterviewId, Owner, PersonId, Scope
from services.feedback import domain, privacy, store, wiring
from services.feedback.domain import STAGES
from services.feedback.growing import GrowthService
from services.feedback.rules.answering.recited import with_recited
from services.feedback.rules.claimed.claims import with_claims
from services.feedback.tables import CHASSIS, Base
from services.feedback.work import EvaluateInterview

log = logger(__name__)


class FeedbackService(GrowthService, Feedback):
    """Reads finished interviews and says what they show, always for their person."""

    name = Owner.FEEDBACK.value
    metadata = Base.metadata
    tables = CHASSIS

    coach = inject(wiring.coach)
    signing_key = inject(wiring.signing_key)

    @rpc(write=True)
    def request_report(self, cmd: RequestReport) -> ReportView:
        """Asking twice is one report. Raises Gone if the session has been deleted."""
        person = self.caller.person
        transcript = offload(with_recited, cmd.transcript, cmd.facts)
        case = domain.opened_case(transcript, self.clock.now(), cmd.facts)
        keys = {
            (scope, item): self.keyring.make(scope, item, person)
            for scope, item in keys_for(vars(case))
        }
        with self.db.transaction(person) as tx:
            self.ensure_subject(tx, person)
            if store.add_case(tx, keys, person, case):
                self.jobs.add(tx, EvaluateInterview(interview_id=case.interview_id), person)
        return self.answers.natural(self._view(person, case.interview_id))

    @rpc(write=True)
    def try_report_again(self, cmd: TryReportAgain) -> ReportView:
        """Raises Conflict where the writing has not stopped."""
        person = self.caller.person
        case, _ = self._case(person, cmd.interview_id)
        task = EvaluateInterview(interview_id=case.interview_id)
        with self.db.transaction(person) as tx:
            if case.state is not WorkState.WAITING or not self.jobs.put_back(tx, task, person):
                raise domain.not_stopped()
            return self.answers.keep(tx, domain.view(case, None))

    @rpc
    def judge_answer(self, query: JudgeAnswer) -> JudgedAnswer:
        """By the rules engine, at once. Raises NotFound where no such question was asked."""
        transcript = offload(with_recited, query.transcript, query.facts)
        return domain.judged(offload(self.coach.report, transcript), query.question_id)

    @rpc
    def find_report(self, query: FindReport) -> ReportView:
        return self._view(self.caller.person, query.interview_id)

    @rpc
    def list_reports(self, query: ListReports) -> ReportList:
        person = self.caller.person
        with self.db.transaction(person) as tx:
            rows = store.list_reports(tx, person)
        keys = self.keyring.get_many(keys_for_rows(rows), person)
        return ReportList(reports=tuple(store.rows_of(keys, rows)))

    @rpc(public=True)
    def find_rubric(self, query: FindRubric) -> Rubric:
        return self.coach.rubric()

    @work(lane=OUTSIDE)
    def evaluate(self, task: EvaluateInterview) -> None:
        """Safe to repeat: the first report stays."""
        person = self.jobs.person
        case, keys = self._case(person, task.interview_id)
        if case.state is not WorkState.WAITING or case.transcript is None:
            return
        self.jobs.progress("reading", 0, STAGES)
        key = session_key(keys, case.interview_id)
        read = self.adviser.report(case, case.transcript, key)
        report = offload(with_claims, read, case.facts)
        case = domain.with_claim_quotes(case, report)
        self.jobs.progress("writing", 1, STAGES)
        with self.db.transaction(person) as tx:
            if store.save_report(tx, keys, person, case, report):
                ready = ReportReady(person=person, interview_id=case.interview_id)
                self.outbox.put(tx, ready)
                self._grow(tx, keys, person, case, report)
        log.info("interview_evaluated", interview_id=case.interview_id)

    def erase(self, tx: Session, scope: Scope, item_id: UUID, person: PersonId) -> dict[str, int]:
        return privacy.erase(tx, scope, item_id, person)

    def export(self, table: Table, row: Mapping[str, Any], person: PersonId) -> Mapping[str, bytes]:
        return privacy.export(self.keyring, table, row, person)

    def _view(self, person: PersonId, interview_id: InterviewId) -> ReportView:
        """The report as it reads today, signed as it is given out; no signature is kept."""
        case, _ = self._case(person, interview_id)
        with self.db.transaction(person) as tx:
            told = self.jobs.progress_of(tx, EvaluateInterview.kind, interview_id)
        view = domain.view(case, told)
        if view.report is None:
            return view
        report = offload(signed, view.report, self.signing_key)
        return view.model_copy(update={"report": report})
