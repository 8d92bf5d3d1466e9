"""The entrypoints of privacy: what it is asked, whose receipts it hears, what it repeats."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Table
from sqlalchemy.orm import Session

from chassis.bus.entrypoints import every, rpc, subscribe, work
from chassis.bus.inject import inject
from chassis.errors import NotAllowed, Unavailable
from chassis.ids import new_id
from chassis.log import logger
from chassis.signing import check, signed
from contracts.auth import SignUpExpired
from contracts.message import CaseId, Owner, PersonId, Scope
from contracts.privacy import (
    AnalyticsErased,
    AuthErased,
    CaseList,
    CaseView,
    DocumentsErased,
    ErasureRequested,
    FeedbackErased,
    FindCase,
    InterviewErased,
    ListCases,
    Orders,
    OwnerErased,
    Privacy,
    PrivacyErased,
    RequestErasure,
    TombstonesSince,
)
from services.privacy import domain, privacy, store, tables, wiring
from services.privacy.exporting import ExportingService
from services.privacy.proof import ProvingService
from services.privacy.work import DestroyKeys

log = logger(__name__)

REISSUE_EVERY_S = 30
REISSUED_AT_ONCE = 200
JOB_AFTER = timedelta(seconds=5)


class PrivacyService(ProvingService, ExportingService, Privacy):
    name = Owner.PRIVACY.value
    metadata = tables.Base.metadata
    tables = tables.CHASSIS

    codes = inject(wiring.codes)

    @rpc(write=True)
    def request_erasure(self, cmd: RequestErasure) -> CaseView:
        """One case per thing, however often it is asked for, and for its owner alone."""
        caller, at = self.caller, self.clock.now()
        domain.check_right(cmd, caller)
        if cmd.scope is not Scope.ACCOUNT:
            self._demand_theirs(cmd, caller.person)
        with self.db.transaction(caller.person) as tx:
            order = self._open(tx, cmd, caller.person, at)
            case = store.get_case(tx, cmd.scope, cmd.item_id)
        if order is not None and self._destroyed_now(order):
            case = replace(case, keys_destroyed_at=at)
        return self.answers.natural(domain.view(case, self.codes.of(case.id)))

    @rpc(public=True)
    def find_case(self, query: FindCase) -> CaseView:
        """For whoever knows the code: after the account is gone there is nobody to sign in."""
        with self.db.transaction() as tx:
            case = store.find_case_by_code(tx, query.code)
        if case is None:
            raise domain.no_case()
        return domain.view(case, query.code)

    @rpc
    def list_cases(self, query: ListCases) -> CaseList:
        with self.db.transaction(self.caller.person) as tx:
            cases = store.cases_of(tx, self.caller.person)
        return CaseList(cases=tuple(domain.view(case, self.codes.of(case.id)) for case in cases))

    @rpc(public=True)
    def tombstones_since(self, query: TombstonesSince) -> Orders:
        with self.db.transaction() as tx:
            orders = store.orders_since(tx, query.log_seq, query.limit)
            return Orders(orders=tuple(orders), head=store.head(tx))

    @subscribe(AuthErased)
    def hear_auth(self, receipt: AuthErased) -> None:
        self._hear(receipt)

    @subscribe(DocumentsErased)
    def hear_documents(self, receipt: DocumentsErased) -> None:
        self._hear(receipt)

    @subscribe(InterviewErased)
    def hear_interview(self, receipt: InterviewErased) -> None:
        self._hear(receipt)

    @subscribe(FeedbackErased)
    def hear_feedback(self, receipt: FeedbackErased) -> None:
        self._hear(receipt)

    @subscribe(PrivacyErased)
    def hear_privacy(self, receipt: PrivacyErased) -> None:
        self._hear(receipt)

    @subscribe(AnalyticsErased)
    def hear_analytics(self, receipt: AnalyticsErased) -> None:
        self._hear(receipt)

    @subscribe(SignUpExpired)
    def hear_sign_up_expired(self, event: SignUpExpired) -> None:
        """Auth has deleted the rows; only we may destroy the key."""
        self.destroyer.destroy(Scope.ACCOUNT, event.person, event.person)

    @work
    def destroy_keys(self, task: DestroyKeys) -> None:
        """Until it has worked; and once more when all is gone, for keys made meanwhile."""
        with self.db.transaction() as tx:
            order = store.get_order(tx, task.case_id)
        self._destroy(order)

    @every(seconds=REISSUE_EVERY_S)
    def reissue(self) -> None:
        """Send orders again to which somebody is silent; owners know what they have done."""
        with self.db.transaction() as tx:
            silent = store.take_silent(tx, self.clock.now(), REISSUED_AT_ONCE)
            for order in silent:
                self.outbox.put(tx, order)
        for order in silent:
            log.warning("erasure_reissued", case_id=order.case_id, log_seq=order.log_seq)

    def orders_since(self, query: TombstonesSince) -> Orders:
        return self.tombstones_since(query)

    def erase(self, tx: Session, scope: Scope, item_id: UUID, person: PersonId) -> dict[str, int]:
        return privacy.erase(tx, scope, item_id, person)

    def export(self, table: Table, row: Mapping[str, Any], person: PersonId) -> Mapping[str, bytes]:
        return privacy.export()

    def _demand_theirs(self, cmd: RequestErasure, person: PersonId) -> None:
        """The keys know whose a thing is or was; owners' tables are not ours to read.

        Without this a stranger's order would bury an item that its true owner still has.
        """
        if not self.destroyer.knows(cmd.scope, cmd.item_id, person):
            raise domain.not_found()

    def _open(
        self, tx: Session, cmd: RequestErasure, person: PersonId, at: datetime
    ) -> ErasureRequested | None:
        """Open the case, append its order to the log and announce it; None if there was one."""
        case_id = CaseId(new_id())
        if not store.open_case(tx, case_id, cmd, code=self.codes.of(case_id), at=at):
            return None
        self.ensure_subject(tx, person)
        store.claim_case(tx, case_id, person, at)
        self.jobs.add(tx, DestroyKeys(case_id=case_id), person, not_before=at + JOB_AFTER)
        order = domain.order(cmd, case_id, person, log_seq=store.next_log_seq(tx), at=at)
        order = signed(order, self.signing_key)
        store.append_order(tx, order)
        self.outbox.put(tx, order)
        return order

    def _destroyed_now(self, order: ErasureRequested) -> bool:
        """Whether the keys could be destroyed within the request; if not, a job is owed."""
        try:
            self._destroy(order)
        except Unavailable:
            log.warning("keys_away", case_id=order.case_id)
            return False
        return True

    def _destroy(self, order: ErasureRequested) -> None:
        self.destroyer.destroy(order.scope, order.item_id, order.person)
        epoch = max(self.destroyer.epochs())
        with self.db.transaction() as tx:
            store.mark_keys_destroyed(tx, order.case_id, epoch, self.clock.now())
            unreadable_at = store.get_case(tx, order.scope, order.item_id).keys_destroyed_at
            self.verify_if_settled(tx, order.case_id)
        self.drop_exports(order.person, until=unreadable_at or self.clock.now())

    def _hear(self, receipt: OwnerErased) -> None:
        """Record what an owner has counted; after the last one the verifier is asked to count."""
        if not check(receipt, self.secrets.public_key(receipt.owner)):
            log.error("signature_refused", owner=receipt.owner, case_id=receipt.case_id)
            raise NotAllowed("This is not signed by its owner.", code="signature")
        with self.db.transaction() as tx:
            case = store.lock_case(tx, receipt.case_id)
            if case is None:
                raise domain.no_case()
            domain.check_receipt(receipt, store.get_order(tx, case.id))
            if case.accepts(receipt):
                store.record_receipt(tx, receipt, self.clock.now())
                self.verify_if_settled(tx, case.id)
        if any(receipt.remaining.values()):
            log.error("erasure_incomplete", case_id=receipt.case_id, owner=receipt.owner)
