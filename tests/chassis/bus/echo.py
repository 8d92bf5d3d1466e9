"""A small service, run as a process of its own: `python -m tests.chassis.bus.echo`.

It does what `contract.py` says and counts what it really did in a table of its own.
"""

from chassis.bus import run  # isort: skip  # patches the standard library, so it comes first

import os
import signal
from collections.abc import Sequence
from typing import ClassVar
from uuid import UUID

import bcrypt
import eventlet
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from chassis.bus import wiring
from chassis.bus.client import Deadline
from chassis.bus.entrypoints import OUTSIDE, every, rpc, subscribe, work
from chassis.bus.inject import inject, inject_within
from chassis.bus.offload import LoopLag, offload
from chassis.clock import clock
from chassis.config import settings
from chassis.db import database
from chassis.errors import NotFound, Refused, Unavailable
from chassis.ids import new_id
from chassis.jobs import Task
from chassis.keys import keyring
from contracts.auth import Accepted, Act, PersonRole
from tests.chassis.bus.contract import (
    OWNER,
    Analytics,
    Announced,
    Count,
    Do,
    Effects,
    Fail,
    Failing,
    Gathered,
    Happened,
    Hash,
    How,
    Lag,
    Owe,
    Said,
)
from tests.chassis.bus.tables import CHASSIS, Base, Effect

COST = 11
ENDLESS_S = 300.0
TICK_S = float(os.environ.get("ECHO_TICK_S", "0.25"))
TOGETHER = 20


class Chore(Task):
    """Work of its own."""

    kind: ClassVar[str] = "analytics.chore"
    key: ClassVar[str] = "thing"

    thing: UUID
    how: How


class Errand(Chore):
    """Work that waits for somebody outside."""

    kind: ClassVar[str] = "analytics.errand"


class Echo(Analytics):
    name = OWNER.value
    metadata = Base.metadata
    tables = CHASSIS

    db = inject(database)
    keyring = inject(keyring)
    clock = inject(clock)
    bus = inject(wiring.bus)
    caller = inject_within(wiring.caller)
    outbox = inject_within(wiring.outbox)
    jobs = inject_within(wiring.jobs)
    answers = inject_within(wiring.answers)

    @rpc
    def echo(self, query: Said) -> Said:
        return query

    @rpc(public=True)
    def whisper(self, query: Said) -> Said:
        return query

    @rpc
    def nap(self, query: Do) -> Said:
        self._effect(f"begun:{query.what}")
        eventlet.sleep(query.nap_s)
        self._effect(f"ended:{query.what}")
        return Said(text=query.what)

    @rpc(write=True)
    def do(self, cmd: Do) -> Effects:
        eventlet.sleep(cmd.nap_s)
        with self.db.transaction(self.caller.person) as tx:
            self._add(tx, cmd.what)
            return self.answers.keep(tx, Effects(count=self._count(tx, cmd.what)))

    @rpc(act=Act.ERASE_ACCOUNT)
    def erase_all(self, cmd: Do) -> Accepted:
        with self.db.transaction(self.caller.person) as tx:
            self._add(tx, cmd.what)
            return self.answers.keep(tx, Accepted())

    @rpc(role=PersonRole.COMPLIANCE)
    def inspect(self, query: Said) -> Said:
        return query

    @rpc(write=True)
    def fail(self, query: Fail) -> Said:
        match query.how:
            case Failing.SQL:
                with self.db.transaction() as tx:
                    tx.execute(text("SELECT 1 / 0, :quoted"), {"quoted": query.text})
            case Failing.BUG:
                raise ValueError(query.text)
            case Failing.NOT_FOUND:
                raise NotFound("No such thing.", code="no-such-thing")
            case Failing.NO_MESSAGE:
                return query.text  # type: ignore[return-value]  # what the chassis must refuse
        return Said(text=query.text)

    @rpc(write=True)
    def owe(self, cmd: Owe) -> Accepted:
        with self.db.transaction(self.caller.person) as tx:
            self.jobs.add(tx, Chore(thing=cmd.thing, how=cmd.how), self.caller.person)
            return self.answers.keep(tx, Accepted())

    @rpc(write=True)
    def send_out(self, cmd: Owe) -> Accepted:
        with self.db.transaction(self.caller.person) as tx:
            self.jobs.add(tx, Errand(thing=cmd.thing, how=cmd.how), self.caller.person)
            return self.answers.keep(tx, Accepted())

    @rpc(write=True)
    def announce(self, cmd: Owe) -> Accepted:
        with self.db.transaction(self.caller.person) as tx:
            self.outbox.put(tx, Announced(person=self.caller.person, thing=cmd.thing))
            if cmd.how is not How.WELL:
                raise NotFound("No such thing.")
            return self.answers.keep(tx, Accepted())

    @rpc
    def count(self, query: Count) -> Effects:
        with self.db.transaction() as tx:
            return Effects(count=self._count(tx, query.what))

    @rpc
    def hash(self, query: Hash) -> Lag:
        lag = LoopLag()
        watch = eventlet.spawn(lag.run)
        crowd = eventlet.GreenPool()
        for _ in range(query.times):
            crowd.spawn(_hashed, is_offloaded=query.is_offloaded)
        crowd.waitall()
        lag.stop()
        watch.wait()
        return Lag(worst_ms=lag.worst_ms)

    @rpc
    def wait_in_database(self, query: Do) -> Said:
        with self.db.transaction() as tx:
            tx.execute(select(func.pg_sleep(query.nap_s)))
        return Said(text=query.what)

    @rpc
    def call_yourself(self, query: Said) -> Said:
        """What no service may do: the broker refuses it."""
        return self.bus.service(Analytics, deadline=Deadline.after(2.0)).whisper(query)

    @work
    def do_chore(self, task: Chore) -> None:
        self.jobs.progress("under_way", 1, 2)
        self._go(str(task.thing), task.how)

    @work(lane=OUTSIDE)
    def do_errand(self, task: Errand) -> None:
        self._go(str(task.thing), task.how)

    @subscribe(Happened)
    def hear(self, event: Happened) -> None:
        self._go(str(event.thing), event.how)

    @subscribe(Gathered, at_once=TOGETHER)
    def hear_all(self, events: Sequence[Gathered]) -> None:
        with self.db.transaction() as tx:
            for event in events:
                if event.how is How.BUG:
                    raise ValueError
                self._add(tx, str(event.thing))
            self._add(tx, f"together:{len(events)}")

    @every(seconds=TICK_S)
    def tick(self) -> None:
        self._effect("tick")

    def _go(self, name: str, how: How) -> None:
        self._effect(f"begun:{name}")
        self._wait(how, is_first=self._seen(f"begun:{name}") < 2)
        match how:
            case How.REFUSED:
                raise Refused("No.", code="not-wanted")
            case How.AWAY_ONCE if self._seen(f"begun:{name}") < 2:
                raise Unavailable
            case How.BUG:
                raise ValueError(name)
            case How.DEADLY:
                os.kill(os.getpid(), signal.SIGKILL)
        self._effect(name)

    def _wait(self, how: How, *, is_first: bool) -> None:
        while how is How.SPINNING:
            pass  # nothing that the loop could interrupt
        if how is How.ENDLESS_ONCE and is_first:
            eventlet.sleep(ENDLESS_S)

    def _effect(self, what: str) -> None:
        with self.db.transaction() as tx:
            self._add(tx, what)

    def _seen(self, what: str) -> int:
        with self.db.transaction() as tx:
            return self._count(tx, what)

    def _add(self, tx: Session, what: str) -> None:
        tx.add(Effect(id=new_id(), what=what, at=self.clock.now()))
        tx.flush()

    def _count(self, tx: Session, what: str) -> int:
        return tx.scalars(select(func.count()).where(Effect.what == what)).one()


def _hashed(*, is_offloaded: bool) -> None:
    salt = bcrypt.gensalt(COST)
    if is_offloaded:
        offload(bcrypt.hashpw, b"not a password", salt)
    else:
        bcrypt.hashpw(b"not a password", salt)


if __name__ == "__main__":
    run.main(Echo, settings())
