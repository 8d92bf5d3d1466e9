"""One service in one process: Nameko's container with our line, desk, runner and relay in it."""

import time
from typing import Any

import eventlet
from nameko import config as nameko_config
from nameko.containers import ServiceContainer

from chassis.bus import wiring
from chassis.bus.call import Call
from chassis.bus.clerk import Clerk
from chassis.bus.desk import Desk
from chassis.bus.hardening import Line, Post
from chassis.bus.inbox import Inbox
from chassis.bus.inject import Parts
from chassis.bus.names import rpc_queue_of
from chassis.bus.offload import LoopLag
from chassis.bus.relay import Relay
from chassis.bus.replies import Replies
from chassis.bus.runner import Runner
from chassis.bus.sweeper import Sweeper
from chassis.bus.wire import BusKeys
from chassis.clock import clock
from chassis.config import Settings
from chassis.db import database
from chassis.passport import PassportCheck
from chassis.secrets import secrets
from contracts.message import Owner

WORK_S, CLOSE_S = 5.0, 1.0
"""When stopping: how long work may go on, and how long each connection may take to close."""


class Container(ServiceContainer):
    """Runs `service_cls`. What stock Nameko would do to messages, ours does (see hardening.py)."""

    def __init__(self, service_cls: type[Any], settings: Settings) -> None:
        nameko_config["max_workers"] = 1000  # ours are counted by desk, runner and ticks
        self.parts = parts = Parts(settings, service_cls)
        url = settings.amqp_url.get_secret_value()
        owner = settings.process
        trusted = parts.of(secrets)
        self.line = Line(url, owner)
        self.replies = Replies(url, f"{owner}.replies")
        clerk = Clerk(
            keys=BusKeys(trusted),
            passports=PassportCheck(lambda: trusted.public_key(Owner.AUTH)),
            clock=parts.of(clock),
            replies=self.replies,
            answers=lambda: parts.within(wiring.answers),
            under_way=set(),
        )
        self.desk = Desk(clerk, settings.workers)
        db, jobs = parts.of(database), parts.within(wiring.jobs)
        self.runner = Runner(db, service_cls.tables.job, jobs.wake, max(2, settings.workers // 2))
        self.inbox = Inbox(owner, self.line, jobs, db, self.runner)
        self.relay = Relay(url, owner, parts.within(wiring.outbox), db)
        self.sweeper = Sweeper(parts)
        self.lag = LoopLag()
        self.line.listen(Post(rpc_queue_of(owner), settings.workers * 2, self.desk.arrived))
        super().__init__(service_cls)

    def start(self) -> None:
        """Start everything; whatever is away is waited for in the background."""
        super().start()
        loops: tuple[Any, ...] = (self.line, self.replies, self.inbox, self.runner, self.relay)
        for part in (*loops, self.sweeper, self.lag):
            self.spawn_managed_thread(part.run)
        self.spawn_managed_thread(self.runner.keep_leases)

    def stop(self) -> None:
        """Within 10 s: take nothing more, finish what can be finished, give back the rest."""
        if self._died.ready():
            return
        for part in (self.line, self.desk, self.inbox, self.runner, self.sweeper, self.lag):
            part.stop()
        self.entrypoints.all.stop()
        self._finish_work()
        self.line.closed(CLOSE_S)
        self.relay.stop()
        self.replies.stop()
        eventlet.sleep(0)
        self._wait_for_relay()
        self.dependencies.all.stop()
        self._kill_managed_threads()
        self.started = False
        if not self._died.ready():
            self._died.send(None)

    def _finish_work(self) -> None:
        with eventlet.Timeout(WORK_S, False):
            self._worker_pool.waitall()
        with eventlet.Timeout(CLOSE_S, False):
            self.runner.release()

    def _wait_for_relay(self) -> None:
        until = time.monotonic() + CLOSE_S
        while not self.relay.is_done and time.monotonic() < until:
            eventlet.sleep(0.02)

    def _run_worker(self, worker_ctx: Any, handle_result: None) -> None:
        """Instead of Nameko's: its own would log the text of every error."""

        def run(call: Call, *args: object) -> object:
            worker_ctx.data["call"] = call
            self._inject_dependencies(worker_ctx)
            return getattr(worker_ctx.service, worker_ctx.entrypoint.method_name)(*args)

        worker_ctx.entrypoint.perform(worker_ctx.args, run)
