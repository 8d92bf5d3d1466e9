"""The marks on a service's methods: what it answers, hears, works off, and does by the clock.

Every mark returns the function unchanged, so that a test may call it plainly. What happens when
something arrives is `perform`, which never raises: an error is an outcome here, told by its kind.
"""

import inspect
import threading
import time
from collections.abc import Callable, Sequence
from typing import Any, TypeVar, get_args, get_origin, get_type_hints, overload

from nameko.extensions import ENTRYPOINT_EXTENSIONS_ATTR, Entrypoint, register_entrypoint

from chassis.bus.call import Call
from chassis.bus.clerk import Rule, Run
from chassis.bus.runner import EVENTS, OUTSIDE, TASKS
from chassis.bus.trace import tracing
from chassis.errors import Unavailable
from chassis.jobs import Job, Task, heard
from chassis.log import logger
from contracts.auth import Act, PersonRole
from contracts.message import Event, Message

log = logger(__name__)

__all__ = ["OUTSIDE", "every", "heard_by", "rpc", "subscribe", "work"]

F = TypeVar("F", bound=Callable[..., Any])


@overload
def rpc(method: F, /) -> F: ...
@overload
def rpc(
    *,
    public: bool = False,
    act: Act | None = None,
    role: PersonRole | None = None,
    write: bool = False,
) -> Callable[[F], F]: ...
def rpc(
    method: F | None = None,
    /,
    *,
    public: bool = False,
    act: Act | None = None,
    role: PersonRole | None = None,
    write: bool = False,
) -> F | Callable[[F], F]:
    """Answer calls, for whoever shows a passport; with `public`, for anybody.

    `act` demands a password proof for that act, good for one use; `role` that role; both need the
    method to return `self.answers.keep(tx, reply)`, as does `write`: then a repeated call with
    the same idempotency key gets the same answer and has no second effect.
    """
    rule = Rule(is_public=public, act=act, role=role, is_write=write or act is not None)
    if method is not None:
        return _mark(method, Rpc(rule))
    return lambda marked: _mark(marked, Rpc(rule))


def subscribe(*events: type[Event], at_once: int = 1) -> Callable[[F], F]:
    """Hear of `events`, at least once: each becomes a job, worked off like any other.

    With `at_once` above 1 the method takes a Sequence of up to as many that are due together, of
    whichever of these kinds. If it raises, it is called again with each alone. What comes while it
    is on some waits and is taken together.
    """
    return lambda method: _mark(method, Subscription(events, at_once))


@overload
def work(method: F, /) -> F: ...
@overload
def work(*, at_once: int = 1, lane: str = TASKS) -> Callable[[F], F]: ...
def work(
    method: F | None = None, /, *, at_once: int = 1, lane: str = TASKS
) -> F | Callable[[F], F]:
    """Work off the Task that the method's one parameter names; `at_once` as in `subscribe`.

    In the lane OUTSIDE is what waits for somebody else's server: it keeps no other work waiting.
    """
    if method is not None:
        return _mark(method, Work())
    return lambda marked: _mark(marked, Work(at_once, lane))


def every(*, seconds: float, on_connect: bool = False) -> Callable[[F], F]:
    """Do it at start and then every `seconds`; ticks that come too late are skipped.

    With `on_connect` also whenever the broker has come back.
    """
    return lambda method: _mark(method, Every(seconds, on_connect))


def heard_by(service: type[Any]) -> list[str]:
    """The topics that `service` subscribes to."""
    marks = (
        mark
        for _, method in inspect.getmembers(service, inspect.isfunction)
        for mark in getattr(method, ENTRYPOINT_EXTENSIONS_ATTR, ())
    )
    subscriptions = (mark for mark in marks if isinstance(mark, Subscription))
    return [event.topic for each in subscriptions for event in each.events]


def _mark(method: F, entrypoint: Entrypoint) -> F:
    register_entrypoint(method, entrypoint)
    return method


def argument_of(method: Callable[..., Any], *, is_many: bool = False) -> type[Message]:
    """The contract that is the method's one parameter, or of which that is a Sequence.

    Raises TypeError when it is none.
    """
    hints = {name: hint for name, hint in get_type_hints(method).items() if name != "return"}
    if len(hints) != 1:
        raise TypeError(f"{method.__qualname__} must take one message, typed")
    (contract,) = hints.values()
    if is_many:
        if get_origin(contract) is not Sequence:
            raise TypeError(f"{method.__qualname__} must take a Sequence of messages")
        (contract,) = get_args(contract)
    if not (isinstance(contract, type) and issubclass(contract, Message)):
        raise TypeError(f"{method.__qualname__} must take a Message")
    return contract


class Rpc(Entrypoint):
    """Answers the calls to one method; how, is the business of `chassis/bus/clerk.py`."""

    def __init__(self, rule: Rule) -> None:
        super().__init__()
        self.rule = rule
        self.argument: type[Message] = Message

    def setup(self) -> None:
        self.argument = argument_of(getattr(self.container.service_cls, self.method_name))
        self.container.desk.serves(self.method_name, self)

    def perform(self, args: tuple[Any, ...], run: Run) -> None:
        (delivery,) = args
        desk = self.container.desk
        try:
            desk.clerk.answer(delivery, self.argument, self.rule, run)
        finally:
            desk.done()


class Work(Entrypoint):
    """Does jobs of one kind: one, or up to `at_once` that are due together."""

    def __init__(self, at_once: int = 1, lane: str = TASKS) -> None:
        super().__init__()
        self.at_once = at_once
        self.lane = lane
        self.messages: dict[str, type[Message]] = {}

    def messages_of(self, method: Callable[..., Any]) -> dict[str, type[Message]]:
        """What the method takes, by the kind of job."""
        message = argument_of(method, is_many=self.at_once > 1)
        if not issubclass(message, Task):
            raise TypeError(f"{message.__name__} is no Task")
        return {message.kind: message}

    def setup(self) -> None:
        self.messages = self.messages_of(getattr(self.container.service_cls, self.method_name))
        for kind in self.messages:
            self.container.runner.works(kind, self)

    def perform(self, args: tuple[Any, ...], run: Run) -> None:
        """Jobs that fail together are done one by one: none pays for another's fault."""
        jobs: Sequence[Job] = args[0]
        try:
            if not self._do(jobs, run, is_last=len(jobs) == 1):
                for job in jobs:
                    self._do([job], run, is_last=True)
        finally:
            self.container.runner.free(jobs)

    def _do(self, jobs: Sequence[Job], run: Run, *, is_last: bool) -> bool:
        """Whether they are settled: a failure only where `is_last`. Its kind decides their fate."""
        error: Exception | None = None
        call = Call(job=jobs[0].ref if len(jobs) == 1 else None, trace=jobs[0].trace)
        with tracing(call.trace):
            try:
                told = [
                    self.messages[job.kind].model_validate(job.body, strict=False) for job in jobs
                ]
                run(call, told if self.at_once > 1 else told[0])
            except Exception as raised:  # noqa: BLE001 - told to whoever settles
                error = raised
            if error is not None and not is_last:
                return False
            if error is not None or not call.is_settled:
                self.container.runner.settle(jobs, error)
        return True


class Subscription(Work):
    """Makes a job of each event of some classes that arrives, and does it."""

    def __init__(self, events: tuple[type[Event], ...], at_once: int = 1) -> None:
        super().__init__(at_once, EVENTS)
        self.events = events

    def messages_of(self, method: Callable[..., Any]) -> dict[str, type[Message]]:
        return {heard(event.topic): event for event in self.events}

    def setup(self) -> None:
        super().setup()
        for event in self.events:
            self.container.inbox.hears(event)


class Every(Entrypoint):
    """A loop of its own: stock Nameko's timer replays every tick that it has missed."""

    def __init__(self, seconds: float, on_connect: bool) -> None:  # noqa: FBT001 - nameko rebuilds it
        super().__init__()
        self.seconds = seconds
        self.on_connect = on_connect
        self._wake = threading.Event()
        self._idle = threading.Event()
        self._is_stopping = False

    def setup(self) -> None:
        if self.on_connect:
            self.container.line.connected.append(self._wake.set)

    def start(self) -> None:
        self.container.spawn_managed_thread(self._loop)

    def stop(self) -> None:
        self._is_stopping = True
        self._wake.set()

    def perform(self, args: tuple[Any, ...], run: Run) -> None:
        try:
            run(Call())
        except Unavailable as error:
            log.warning("tick_unavailable", method=self.method_name, code=error.code)
        except Exception:
            log.exception("tick_failed", method=self.method_name)
        finally:
            self._idle.set()

    def _loop(self) -> None:
        started = time.monotonic()
        while not self._is_stopping:
            self._wake.clear()
            self._idle.clear()
            self.container.spawn_worker(self, (), {}, context_data={})
            self._idle.wait()
            past = (time.monotonic() - started) % self.seconds
            self._wake.wait(self.seconds - past)
