"""Places in a running system where something can be held until we have done what we came for.

Nothing of this is known to what runs: the door is a trigger in the database of a test, the wire
is a proxy before the broker, and whoever must be silent is stopped like any process.
"""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Self

from pydantic import SecretStr
from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

from ops.stack import Stack
from tests.chassis.bus.proxy import Proxy
from tests.flows.journey import wait_until

_DOOR = 0x646F6F72
_WAIT_HERE = f"""
CREATE OR REPLACE FUNCTION public.wait_here() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM pg_advisory_xact_lock_shared({_DOOR}); RETURN NEW; END $$
"""
_COMERS = text(
    "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = :door AND NOT granted"
)


class Door:
    """Before one kind of statement on one table: whoever comes to it waits, up to its own timeout.

    `only` is a condition on the new row, in SQL.
    """

    def __init__(self, url: str, act: str, table: str, only: str = "true") -> None:
        self._engine = create_engine(url, isolation_level="AUTOCOMMIT", poolclass=NullPool)
        self._line = self._engine.connect()
        self._act, self._table, self._only = act, table, only

    def __enter__(self) -> Self:
        self._line.execute(text(f"SELECT pg_advisory_lock({_DOOR})"))
        self._line.exec_driver_sql(_WAIT_HERE)
        self._line.execute(
            text(
                f"CREATE TRIGGER wait_here BEFORE {self._act} ON {self._table} FOR EACH ROW "
                f"WHEN ({self._only}) EXECUTE FUNCTION public.wait_here()"
            )
        )
        return self

    def __exit__(self, *_: object) -> None:
        self.open()
        self._line.execute(text(f"DROP TRIGGER wait_here ON {self._table}"))
        self._line.execute(text("DROP FUNCTION public.wait_here"))
        self._line.close()

    def wait(self) -> None:
        """Until somebody stands before it."""
        wait_until(self.has_comer)

    def has_comer(self) -> bool:
        return bool(self._line.scalar(_COMERS, {"door": _DOOR}))

    def open(self) -> None:
        """Let everybody through. Safe to repeat."""
        self._line.execute(text("SELECT pg_advisory_unlock_all()"))


@contextmanager
def behind_a_wire(mira: Stack, owner: str) -> Iterator[Proxy]:
    """That owner's process reaches the broker through a wire of ours; afterwards as before."""
    program = mira.supervisor.program(owner)
    with Proxy(SecretStr(mira.amqp_url(owner))) as wire:
        env = {**program.env, "MIRA_AMQP_URL": wire.url.get_secret_value()}
        mira.supervisor.stop(owner)
        mira.supervisor.start(replace(program, env=env))
        try:
            mira.wait_ready(owner)
            yield wire
        finally:
            mira.supervisor.stop(owner)
            mira.supervisor.start(program)
    mira.wait_ready(owner)


@contextmanager
def in_place_of(mira: Stack, owner: str, module: str) -> Iterator[None]:
    """Another program runs under that owner's name, with its rights; afterwards the true one."""
    program = mira.supervisor.program(owner)
    mira.supervisor.stop(owner)
    mira.supervisor.start(replace(program, command=(program.command[0], "-m", module)))
    try:
        mira.wait_ready(owner)
        yield
    finally:
        mira.supervisor.stop(owner)
        mira.supervisor.start(program)
    mira.wait_ready(owner)


@contextmanager
def silent(mira: Stack, name: str) -> Iterator[None]:
    """That process stands still: it answers nobody, and its connections stay open."""
    (pid,) = (entry.pid for entry in mira.supervisor.states() if entry.name == name)
    os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(pid, signal.SIGCONT)
