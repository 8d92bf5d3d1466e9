"""Dependencies of a service, declared on its class, with their types kept."""

import inspect
from collections.abc import Callable
from typing import Any, Protocol, TypeVar, cast, runtime_checkable

from nameko.extensions import DependencyProvider

from chassis.bus.call import Call
from chassis.config import Settings

T = TypeVar("T")


@runtime_checkable
class PerCall(Protocol):
    """A dependency that differs from call to call: each worker finds what `bound_to` gives."""

    def bound_to(self, call: Call) -> object: ...


@runtime_checkable
class Preparable(Protocol):
    """A dependency that takes long to get ready: a service begins with it before any call."""

    def prepare(self) -> None: ...


@runtime_checkable
class Closable(Protocol):
    """A dependency that holds something which must be let go of when the process ends."""

    def close(self) -> None: ...


class Parts:
    """What one process is made of: its settings, its service class, and what was built from them.

    Each builder runs once per process, so what it makes must be safe to share between workers.
    """

    def __init__(self, settings: Settings, service: type[Any]) -> None:
        self.settings = settings
        self.service = service
        self._built: dict[Callable[..., Any], Any] = {}

    def of(self, build: Callable[[Settings], T]) -> T:
        """What `build(settings)` made, the same for everybody who asks."""
        return self._once(build, lambda: build(self.settings))

    def within(self, build: "Callable[[Parts], T]") -> T:
        """What `build(parts)` made, the same for everybody who asks."""
        return self._once(build, lambda: build(self))

    def close(self) -> None:
        """Let go of all that was built: connections, idle children. Nothing is asked any more."""
        for made in self._built.values():
            if isinstance(made, Closable):
                made.close()

    def _once(self, build: Callable[..., T], make: Callable[[], T]) -> T:
        if build not in self._built:
            self._built[build] = make()
        return cast("T", self._built[build])


class _Injected(DependencyProvider):
    def __init__(self, make: Callable[[Parts], object]) -> None:
        self.make = make
        self.value: object = None

    def setup(self) -> None:
        self.value = self.make(self.container.parts)
        if isinstance(self.value, Preparable):
            self.value.prepare()

    def get_dependency(self, worker_ctx: Any) -> object:
        if isinstance(self.value, PerCall):
            return self.value.bound_to(worker_ctx.data["call"])
        return self.value


def inject(build: Callable[[Settings], T]) -> T:
    """Declare on a service class: every worker finds there what `build(settings)` made.

    The cast is the one lie in the house: the class attribute is a provider of nameko's, the
    attribute of an instance is the `T`.
    """
    return cast("T", _Injected(lambda parts: parts.of(build)))


def inject_within(build: Callable[[Parts], T]) -> T:
    """As `inject`, for builders that need the service class or what another builder made."""
    return cast("T", _Injected(lambda parts: parts.within(build)))


def without_container(service: type[T], parts: Parts, call: Call, **given: object) -> T:
    """An instance as a worker of Nameko's would find it; `given` stands in by attribute's name."""
    instance = service()
    for name, provider in inspect.getmembers(service, lambda part: isinstance(part, _Injected)):
        value = given[name] if name in given else provider.make(parts)
        setattr(instance, name, value.bound_to(call) if isinstance(value, PerCall) else value)
    return instance
