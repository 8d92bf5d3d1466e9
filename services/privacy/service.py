"""The entrypoints of privacy: what it is asked, whose receipts it hears, what it repeats."""

from collections.abc import Mapping, Sequence
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
    RECEIPTS,
    CaseList,
    CaseView,
    ErasureRequested,
    FindCase,
    ListCases,
    Orders,
    OwnerErased,
    Privacy,
    RequestErasure,
    TombstonesSince,
)
from services.privacy import domain, exports, privacy, receipts, store, tables, wiring
from services.privacy.domain import Item
from services.privacy.exporting import ExportingService
from services.privacy.proof import ProvingService
from services.privacy.work import DestroyKeys

log = logger(__name__)

REISSUE_EVERY_S = 30
REISSUED_AT_ONCE = 200
JOB_AFTER = timedelta(seconds=5)
SILENT_AFTER = timedelta(minutes=1)
TOGETHER = 50
"""How many receipts, or keys to destroy, one transaction takes."""


class PrivacyService(ProvingService, ExportingService, Privacy):
    name = Owner.PRIVACY.value
    metadata = tables.Base.metadata
    tables = tables.CHASSIS

    codes = inject(wiring.codes)

    @rpc(write=True)
    def request_erasure(self, cmd: RequestErasure) -> CaseView:
        """One case per thing, however often it is asked for, and for its owner alone."""
        caller, at = self.caller, self.clock.now()
        item = domain.rightly_asked(cmd, caller)
        if item.scope is not Scope.ACCOUNT:
            self._demand_theirs(item, caller.person)
        with self.db.transaction(caller.person) as tx:
            order = self._open(tx, item, caller.person, at)
            if order is None:
                case = store.get_case(tx, item)
            else:
                case = domain.opened(item, order.case_id, at)
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

    @subscribe(*RECEIPTS.values(), at_once=TOGETHER)
    def hear_receipts(self, told: Sequence[OwnerErased]) -> None:
        """Record what owners have counted; after the last one the verifier is asked to count."""
        for receipt in told:
            self._demand_owner(receipt)
        with self.db.transaction() as tx:
            orders = store.lock_asked(tx, {receipt.case_id for receipt in told})
            for receipt in told:
                domain.check_receipt(receipt, orders.get(receipt.case_id))
            receipts.record(tx, told, self.clock.now())
            self.verify_if_settled(tx, orders.keys())
        for receipt in told:
            if any(receipt.remaining.values()):
                log.error("erasure_incomplete", case_id=receipt.case_id, owner=receipt.owner)

    @subscribe(SignUpExpired)
    def hear_sign_up_expired(self, event: SignUpExpired) -> None:
        """Auth has deleted the rows; only we may destroy the key."""
        self.destroyer.destroy(Scope.ACCOUNT, event.person, event.person)

    @work(at_once=TOGETHER)
    def destroy_keys(self, tasks: Sequence[DestroyKeys]) -> None:
        """Until it has worked; and once more when all is gone, for keys made meanwhile."""
        with self.db.transaction() as tx:
            orders = store.orders_of(tx, [task.case_id for task in tasks])
        self._destroy(orders)

    @every(seconds=REISSUE_EVERY_S)
    def reissue(self) -> None:
        """Send orders again to which somebody is silent; owners know what they have done.

        The keys are destroyed again as well: the job that had to may be parked. An alarm for
        those that are late.
        """
        at = self.clock.now()
        with self.db.transaction() as tx:
            silent = store.take_silent(tx, at, REISSUED_AT_ONCE)
            for order in silent:
                self.outbox.put(tx, order)
                self.jobs.add(tx, DestroyKeys(case_id=order.case_id), order.person)
        for order in silent:
            tell = log.error if at - order.requested_at >= SILENT_AFTER else log.warning
            tell("erasure_reissued", case_id=order.case_id, log_seq=order.log_seq)

    def orders_since(self, query: TombstonesSince) -> Orders:
        return self.tombstones_since(query)

    def erase(self, tx: Session, scope: Scope, item_id: UUID, person: PersonId) -> dict[str, int]:
        return privacy.erase(tx, scope, item_id, person)

    def export(self, table: Table, row: Mapping[str, Any], person: PersonId) -> Mapping[str, bytes]:
        return privacy.export()

    def _demand_theirs(self, item: Item, person: PersonId) -> None:
        """The keys know whose a thing is or was; owners' tables are not ours to read.

        Without this a stranger's order would bury an item that its true owner still has.
        """
        if not self.destroyer.knows(item.scope, item.item_id, person):
            raise domain.not_found()

    def _open(
        self, tx: Session, item: Item, person: PersonId, at: datetime
    ) -> ErasureRequested | None:
        """Open the case, append its order to the log and announce it; None if there was one."""
        case_id = CaseId(new_id())
        if not store.open_case(tx, case_id, item, code=self.codes.of(case_id), at=at):
            return None
        self.ensure_subject(tx, person)
        store.claim_case(tx, case_id, person, at)
        self.jobs.add(tx, DestroyKeys(case_id=case_id), person, not_before=at + JOB_AFTER)
        order = domain.order(item, case_id, person, log_seq=store.next_log_seq(tx), at=at)
        order = signed(order, self.signing_key)
        store.append_order(tx, order)
        self.outbox.put(tx, order)
        return order

    def _destroyed_now(self, order: ErasureRequested) -> bool:
        """Whether the keys could be destroyed within the request; if not, a job is owed.

        The case is open whatever comes, so that its person is told, and not that it failed.
        """
        try:
            self._destroy([order])
        except Unavailable:
            log.warning("keys_away", case_id=order.case_id)
        except Exception:  # a bug of ours: the job meets it too, and comes again with the order
            log.exception("keys_not_destroyed", case_id=order.case_id)
        else:
            return True
        return False

    def _destroy(self, orders: Sequence[ErasureRequested]) -> None:
        items = [(order.scope, order.item_id, order.person) for order in orders]
        epoch, at = self.destroyer.destroy_all(items), self.clock.now()
        case_ids = [order.case_id for order in orders]
        with self.db.transaction() as tx:
            unreadable_at = store.mark_keys_destroyed(tx, case_ids, epoch, at)
            self.verify_if_settled(tx, case_ids)
            copies = [
                (export_id, order.person)
                for order in orders
                for export_id in exports.held_by(tx, order.person, unreadable_at[order.case_id])
            ]
        for export_id, person in copies:
            self.drop_archive(export_id, person)

    def _demand_owner(self, receipt: OwnerErased) -> None:
        if not check(receipt, self.secrets.public_key(receipt.owner)):
            log.error("signature_refused", owner=receipt.owner, case_id=receipt.case_id)
            raise NotAllowed("This is not signed by its owner.", code="signature")
