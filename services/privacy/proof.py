"""The part of privacy that proves: counts by the verifier, incidents, certificates."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from chassis.bus.entrypoints import every, rpc
from chassis.bus.inject import inject
from chassis.certificate import VERIFIER
from chassis.errors import NotAllowed
from chassis.ids import new_id
from chassis.log import logger
from chassis.owner import OwnerService
from chassis.signing import check
from contracts.message import CaseId, Nothing
from contracts.privacy import CaseState, ErasureCompleted, ErasureRequested, FindCase
from contracts.proof import (
    LATER,
    Checks,
    Counted,
    FindChecks,
    IssuedCertificate,
    RecordCounts,
    Round,
    Uncounted,
)
from services.privacy import certificate, counts, domain, receipts, store, wiring
from services.privacy.domain import Case
from services.privacy.work import DestroyKeys

log = logger(__name__)

LATE = timedelta(minutes=1)


class ProvingService(OwnerService):
    """What privacy adds to an owner's word before a case is complete."""

    destroyer = inject(wiring.destroyer)
    issuer = inject(wiring.issuer)

    @rpc(public=True)
    def find_checks(self, query: FindChecks) -> Checks:
        with self.db.transaction() as tx:
            return Checks(checks=tuple(counts.due(tx, self.clock.now(), query.limit)))

    @rpc(public=True)
    def record_counts(self, cmd: RecordCounts) -> Nothing:
        """The verifier's word: nothing left completes a case, anything else is an incident."""
        told: tuple[Counted | Uncounted, ...] = (*cmd.counts, *cmd.failed)
        for said in told:
            self._demand_verifier(said)
        with self.db.transaction() as tx:
            asked = {said.case_id for said in told}
            cases = store.lock_cases(tx, asked)
            orders = {order.case_id: order for order in store.orders_of(tx, asked)}
            for counted in cmd.counts:
                domain.check_count(counted, orders.get(counted.case_id))
                case = cases.pop(counted.case_id, None) or _as_it_stands(tx, counted.case_id)
                domain.check_worth(counted, case, self.clock.now())
                self._record(tx, case, orders[counted.case_id], counted)
            for failed in cmd.failed:
                self._put_off(tx, failed)
        return Nothing()

    @rpc(public=True)
    def find_certificate(self, query: FindCase) -> IssuedCertificate:
        """For whoever knows the code of the case."""
        with self.db.transaction() as tx:
            document = counts.find_document(tx, query.code)
        if document is None:
            raise domain.no_case()
        return IssuedCertificate(document=document)

    @every(seconds=60)
    def watch_counts(self) -> None:
        """An alarm while the verifier is silent, or still finds something."""
        with self.db.transaction() as tx:
            late = counts.overdue(tx, self.clock.now() - LATE)
        if late:
            log.error("counts_overdue", count=late)

    @every(seconds=3600)
    def sweep_keys(self) -> None:
        """Remove the keys that their owners have had nothing to open with for a week."""
        if count := self.destroyer.sweep():
            log.info("keys_swept", count=count)

    def verify_if_settled(self, tx: Session, case_ids: Collection[CaseId]) -> None:
        """Owe the first count where every owner has counted nothing and the keys are gone.

        The caller holds the rows of these cases.
        """
        if ready := receipts.ready_to_verify(tx, case_ids):
            counts.change_state(tx, ready, CaseState.VERIFYING)
            counts.owe(tx, ready, {Round.FIRST: self.clock.now()})

    def _demand_verifier(self, counted: Counted | Uncounted) -> None:
        if not check(counted, self.secrets.public_key(VERIFIER)):
            log.error("signature_refused", owner=VERIFIER, case_id=counted.case_id)
            raise NotAllowed("This is not signed by the verifier.", code="signature")

    def _put_off(self, tx: Session, failed: Uncounted) -> None:
        """A count that cannot be made stays owed, and the alarm rings until it was made."""
        case = store.lock_cases(tx, [failed.case_id]).get(failed.case_id)
        owed = None if case is None else case.owes(failed.round)
        if owed is None or failed.tried_at < owed.due_at:
            return
        counts.put_off(tx, failed, domain.recount_at(owed.tries + 1, self.clock.now()))
        tell = log.warning if owed.tries else log.error
        tell("count_impossible", case_id=failed.case_id, stage=failed.round, tries=owed.tries + 1)

    def _record(self, tx: Session, case: Case, order: ErasureRequested, counted: Counted) -> None:
        """Write down a count that is owed; one that is not says nothing new."""
        owed, at = case.owes(counted.round), self.clock.now()
        if owed is None:
            return
        if any(counted.rows.values()):
            self._dispute(tx, order, counted, domain.recount_at(owed.tries + 1, at))
            return
        is_dead = self._is_residue_dead(case)
        is_early = counted.round is Round.DAY and not is_dead
        if is_early:
            counts.owe_again(tx, counted, due_at=domain.recount_with_key_at(at), at=at)
            log.warning("old_key_left", case_id=case.id, stage=counted.round)
        else:
            counts.record(tx, counted, at)
        if counted.round is Round.FIRST:
            self._complete(tx, order)
        elif not counts.is_disputed(tx, case.id):
            counts.change_state(tx, [case.id], CaseState.COMPLETED)
        if not is_early:
            self._certify(tx, case, order, counted, is_residue_dead=is_dead)

    def _dispute(
        self, tx: Session, order: ErasureRequested, counted: Counted, again_at: datetime
    ) -> None:
        """Whoever has done it looks once more; whoever only said so is told again."""
        at, case_id = self.clock.now(), order.case_id
        counts.dispute(tx, counted, incident_id=new_id(), due_at=again_at, at=at)
        counts.change_state(tx, [case_id], CaseState.DISPUTED)
        self.outbox.put(tx, order)
        log.error("count_disputed", case_id=case_id, stage=counted.round, tables=counted.rows)

    def _complete(self, tx: Session, order: ErasureRequested) -> None:
        at, case_id = self.clock.now(), order.case_id
        store.complete(tx, case_id, at)
        counts.owe(tx, [case_id], {late: at + after for late, after in LATER.items()})
        done = ErasureCompleted(person=order.person, case_id=case_id, scope=order.scope)
        self.outbox.put(tx, done)
        self.jobs.add(tx, DestroyKeys(case_id=case_id), order.person)
        log.info("erasure_completed", case_id=case_id, scope=order.scope)

    def _certify(
        self,
        tx: Session,
        case: Case,
        order: ErasureRequested,
        counted: Counted,
        *,
        is_residue_dead: bool,
    ) -> None:
        """Sign what is known now; a later certificate of the case names the one before."""
        at, document_id, known = self.clock.now(), new_id(), case.after(counted)
        is_seen = is_residue_dead and known.was_counted_late
        times = certificate.clocks(known, residue_dead_at=at if is_seen else None, at=at)
        amends = counts.latest_document(tx, case.id) if case.was_counted else None
        document = self.issuer.issue(document_id, amends, known, order, times)
        counts.add_document(tx, document_id, case.id, document, at)

    def _is_residue_dead(self, case: Case) -> bool:
        """Whether every epoch key is gone that had ever wrapped the keys of this case."""
        epochs = (*self.destroyer.epochs(), *self.secrets.epochs())
        return case.epoch is not None and min(epochs) > case.epoch


def _as_it_stands(tx: Session, case_id: CaseId) -> Case:
    """A case that was counted before in this transaction, with what that has changed."""
    return store.lock_cases(tx, [case_id])[case_id]
