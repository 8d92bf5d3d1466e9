"""The part of privacy that proves: counts by the verifier, incidents, certificates."""

from datetime import timedelta

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
from contracts.privacy import CaseState, ErasureCompleted, FindCase
from contracts.proof import Checks, Counted, FindChecks, IssuedCertificate, Round
from services.privacy import certificate, counts, domain, store, wiring
from services.privacy.domain import Case, OwedCount
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
    def record_count(self, cmd: Counted) -> Nothing:
        """The verifier's word: nothing left completes the case, anything else is an incident."""
        if not check(cmd, self.secrets.public_key(VERIFIER)):
            log.error("signature_refused", owner=VERIFIER, case_id=cmd.case_id)
            raise NotAllowed("This is not signed by the verifier.", code="signature")
        with self.db.transaction() as tx:
            case = store.lock_case(tx, cmd.case_id)
            if case is None:
                raise domain.no_case()
            domain.check_count(cmd, store.get_order(tx, case.id))
            if owed := case.owes(cmd.round):
                self._settle(tx, case, cmd, owed)
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

    def verify_if_settled(self, tx: Session, case_id: CaseId) -> None:
        """Owe the first count once every owner has counted nothing and the keys are gone."""
        case = store.lock_case(tx, case_id)
        if case is not None and case.is_ready_to_verify:
            counts.change_state(tx, case.id, CaseState.VERIFYING)
            counts.owe(tx, case.id, {Round.FIRST: self.clock.now()})

    def _settle(self, tx: Session, case: Case, counted: Counted, owed: OwedCount) -> None:
        at = self.clock.now()
        is_dead = self._is_residue_dead(case)
        if any(counted.rows.values()) or (counted.round is Round.DAY and not is_dead):
            again = domain.recount_at(owed.tries + 1, at)
            counts.dispute(tx, counted, incident_id=new_id(), due_at=again, at=at)
            counts.change_state(tx, case.id, CaseState.DISPUTED)
            log.error("count_disputed", case_id=case.id, stage=counted.round, tables=counted.rows)
            return
        counts.record(tx, counted, at)
        if counted.round is Round.FIRST:
            self._complete(tx, case)
        elif not counts.is_disputed(tx, case.id):
            counts.change_state(tx, case.id, CaseState.COMPLETED)
        self._certify(tx, case.id, is_residue_dead=is_dead)

    def _complete(self, tx: Session, case: Case) -> None:
        at = self.clock.now()
        order = store.get_order(tx, case.id)
        store.complete(tx, case.id, at)
        counts.owe(tx, case.id, {late: at + after for late, after in domain.LATER.items()})
        done = ErasureCompleted(person=order.person, case_id=case.id, scope=case.scope)
        self.outbox.put(tx, done)
        self.jobs.add(tx, DestroyKeys(case_id=case.id), order.person)
        log.info("erasure_completed", case_id=case.id, scope=case.scope)

    def _certify(self, tx: Session, case_id: CaseId, *, is_residue_dead: bool) -> None:
        """Sign what is known now; a later certificate of the case names the one before."""
        case, order = store.lock_case(tx, case_id), store.get_order(tx, case_id)
        if case is None:
            raise domain.no_case()
        at, document_id = self.clock.now(), new_id()
        times = certificate.clocks(case, residue_dead_at=at if is_residue_dead else None, at=at)
        amends = counts.latest_document(tx, case_id)
        document = self.issuer.issue(document_id, amends, case, order, times)
        counts.add_document(tx, document_id, case_id, document, at)

    def _is_residue_dead(self, case: Case) -> bool:
        """Whether every epoch key is gone that had ever wrapped the keys of this case."""
        epochs = (*self.destroyer.epochs(), *self.secrets.epochs())
        return case.epoch is not None and min(epochs) > case.epoch
