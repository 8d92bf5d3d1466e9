"""What all six services are: owners of personal data who erase it when privacy orders them to.

A service adds its tables, its answers, and two functions of `services/<owner>/privacy.py`:

    erase(tx, scope, item_id, person) -> rows gone, by table
    export(keyring, table, row, person) -> the sealed columns of one row, opened
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import MetaData, Table, select
from sqlalchemy.orm import Session

from chassis import clock, db, erasure, export, keys, replay, secrets
from chassis.bus import wiring
from chassis.bus.entrypoints import every, rpc, subscribe
from chassis.bus.inject import inject, inject_within
from chassis.errors import Gone, NotAllowed, Unavailable
from chassis.log import logger
from chassis.signing import check
from chassis.tables import ChassisTables
from contracts.message import Message, Nothing, Owner, PersonId, Scope
from contracts.privacy import (
    ErasureRequested,
    ExportPage,
    FindExportPage,
    Orders,
    Privacy,
    TombstonesSince,
)

log = logger(__name__)

PAGE = 200
ERASED_AT_ONCE = 10
"""In one transaction, which keeps whoever writes for one of these people waiting."""


class OwnerService(ABC):
    """Base of every service class; `name`, `metadata` and `tables` are the service's own."""

    name: ClassVar[str]
    metadata: ClassVar[MetaData]
    tables: ClassVar[ChassisTables]

    db = inject(db.database)
    keyring = inject(keys.keyring)
    secrets = inject(secrets.secrets)
    clock = inject(clock.clock)
    replay = inject(replay.replay)
    bus = inject(wiring.bus)
    caller = inject_within(wiring.caller)
    outbox = inject_within(wiring.outbox)
    jobs = inject_within(wiring.jobs)
    answers = inject_within(wiring.answers)

    @abstractmethod
    def erase(self, tx: Session, scope: Scope, item_id: UUID, person: PersonId) -> dict[str, int]:
        """Delete everything of this item of `person`, children first; rows gone, by table.

        Safe to repeat. What else may not remain, such as `subject`, is the chassis's to delete.
        """

    @abstractmethod
    def export(self, table: Table, row: Mapping[str, Any], person: PersonId) -> Mapping[str, bytes]:
        """The sealed columns of one row of `person`, opened, by column; without what is gone."""

    def ensure_subject(self, tx: Session, person: PersonId) -> None:
        """Have a row to hang content of `person` on. Gone, if they were erased. Safe to repeat."""
        erasure.ensure_subject(tx, self.tables, person, self.clock.now())

    @rpc(public=True)
    def ping(self, query: Nothing) -> Nothing:
        """Answers if this process reaches its database. Unavailable, if not."""
        with self.db.transaction() as tx:
            tx.execute(select(1))
        return Nothing()

    @subscribe(ErasureRequested, at_once=ERASED_AT_ONCE)
    def hear_erasure(self, orders: Sequence[ErasureRequested]) -> None:
        self.obey(*orders)

    def obey(self, *orders: ErasureRequested) -> None:
        """Erase and answer with our receipts; told again, only the receipt is sent again.

        All of it or nothing. Raises NotAllowed unless privacy signed the orders: a stolen password
        of the broker must not delete people.
        """
        for order in orders:
            self._demand_signature(order)
        eraser = erasure.Eraser(
            owner=Owner(self.name),
            metadata=self.metadata,
            tables=self.tables,
            key=self.secrets.signing_key(Owner(self.name)),
            erase=self.erase,
        )
        try:
            self._answer(eraser, orders)
        except Gone:  # erased by another worker while we waited: now its tombstone is there to see
            self._answer(eraser, orders)

    def _answer(self, eraser: erasure.Eraser, orders: Sequence[ErasureRequested]) -> None:
        """In the order of the people, so that two who hold several never wait for each other."""
        receipts = []
        with self.db.transaction() as tx:
            for order in sorted(orders, key=lambda each: each.person):
                db.speak_for(tx, order.person)
                receipt = eraser.obey(tx, order, self.clock.now())
                self.outbox.put(tx, receipt)
                receipts.append(receipt)
            self.jobs.done(tx)
        for each in receipts:
            log.info("erased", scope=each.scope, case_id=each.case_id, tables=each.erased)

    @every(seconds=10, on_connect=True)
    def catch_up(self) -> None:
        """Obey every order that the broker did not bring. Safe to repeat.

        One that fails holds up none behind it: it is tried again by itself, later each time.
        """
        self._walk(self._reached())
        self._obey_unheard(self.replay.due(self.clock.now()))

    def _reached(self) -> int:
        with self.db.transaction() as tx:
            newest = erasure.newest(tx, self.tables, self.replay.reached)
            after = self.replay.start(newest, self.clock.now())
            return erasure.position(tx, self.tables, after)

    def _walk(self, reached: int) -> None:
        """Obey what is in the log behind `reached`, page by page."""
        while True:
            page = self.orders_since(TombstonesSince(log_seq=reached, limit=PAGE))
            self._obey_unheard(self.replay.fresh(page.orders))
            if page.orders:
                reached = page.orders[-1].log_seq
            with self.db.transaction() as tx:
                newest = erasure.newest(tx, self.tables, reached)
            self.replay.reached, self.replay.newest = reached, newest
            if not page.orders or reached >= page.head:
                return

    def orders_since(self, query: TombstonesSince) -> Orders:
        """Asks privacy, which alone answers from its own log."""
        privacy = self.bus.service(Privacy)
        return privacy.tombstones_since(query)

    def _obey_unheard(self, orders: Sequence[ErasureRequested]) -> None:
        if not orders:
            return
        with self.db.transaction() as tx:
            unheard = erasure.unheard(tx, self.tables, orders)
        for order in orders:
            if order.log_seq not in unheard or self._is_obeyed(order):
                self.replay.forget(order)

    def _is_obeyed(self, order: ErasureRequested) -> bool:
        """Tries it. When it fails there is one alarm, and it is noted to be tried again."""
        try:
            self.obey(order)
        except Unavailable:
            raise
        except Exception as error:  # one order that fails must not hold up those behind it
            if self.replay.note(order, self.clock.now()):
                log.exception("erasure_failed", case_id=order.case_id, log_seq=order.log_seq)
            else:
                log.info("erasure_fails", log_seq=order.log_seq, error=type(error).__name__)
            return False
        return True

    @rpc(public=True)
    def export_page(self, query: FindExportPage) -> ExportPage:
        """One page of everything of a person. Only privacy can ask: the question is signed."""
        self._demand_signature(query)
        if query.owner != self.name or query.expires_at < self.clock.now():
            raise NotAllowed("This question is not for us, or too old.")
        with self.db.transaction(query.person) as tx:
            return export.export_page(tx, self.metadata, query.person, query.cursor, self.export)

    def _demand_signature(self, message: Message) -> None:
        if not check(message, self.secrets.public_key(Owner.PRIVACY)):
            log.error("signature_refused", kind=type(message).__name__)
            raise NotAllowed("This is not signed by privacy.")
