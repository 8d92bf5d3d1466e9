"""Runs one service: `python -m chassis.bus.run documents`.

Importing this module patches the standard library, before anything else can use it unpatched.
So nothing but the entry of a process may import it.
"""

import eventlet

eventlet.monkey_patch()

# ruff: noqa: E402 - the patch above comes first, or threads and sockets block the loop

import faulthandler
import importlib
import os
import signal
import sys
import threading
import time
from typing import Any, NoReturn

from eventlet.patcher import original

from chassis import log
from chassis.bus.container import Container
from chassis.config import Settings, settings
from chassis.memory import keep_off_disk

STOP_S = 9.0
"""After which a stopping process ends, whatever still hangs."""

_SWITCH_S = 0.001
"""What is offloaded and is Python, such as the reading of a résumé, keeps the interpreter for so
long at a time, and a call waits for it behind each of its queries: by default five times as long.
"""


def service_of(name: str) -> type[Any]:
    """The one class in `services.<name>.service` that is called so. Raises LookupError."""
    module = importlib.import_module(f"services.{name}.service")
    found = [
        each
        for each in vars(module).values()
        if isinstance(each, type)
        and each.__module__ == module.__name__
        and getattr(each, "name", None) == name
    ]
    if len(found) != 1:
        raise LookupError(f"services.{name}.service must have one class named {name}")
    return found[0]


def main(service: type[Any], how: Settings) -> NoReturn:
    """Run `service` until SIGTERM or SIGINT, then end at once; exit code 1 if it died of a bug.

    The interpreter is not asked to end in order: what counts is committed, and its finalizers
    were seen to hang on a connection to a broker that had stopped.
    """
    code = serve(service, how)
    sys.stdout.flush()
    os._exit(code)


def serve(service: type[Any], how: Settings) -> int:
    """Run `service` until SIGTERM or SIGINT; the exit code."""
    keep_off_disk()
    log.configure(how.process, level=how.log_level)
    said = log.logger(__name__)
    container = Container(service, how)
    stopping = threading.Event()

    def on_signal(_number: int, _frame: object) -> None:
        if not stopping.is_set():
            stopping.set()
            _end_after(STOP_S)

    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, on_signal)
    sys.setswitchinterval(_SWITCH_S)
    started = time.monotonic()
    container.start()
    said.info("started", duration_ms=round((time.monotonic() - started) * 1000), pid=os.getpid())
    eventlet.spawn_n(_stop_when, stopping, container)
    return _wait(container, said)


def _wait(container: Container, said: Any) -> int:
    while True:
        try:
            container.wait()
        except InterruptedError:
            continue  # a signal came while the loop waited on a socket
        except Exception:  # noqa: BLE001 - the last line of a process that dies
            said.exception("died")
            return 1
        said.info("stopped")
        return 0


def _stop_when(stopping: threading.Event, container: Container) -> None:
    """The handler only sets a flag: it runs in the loop itself and must not wait."""
    while not stopping.is_set():
        eventlet.sleep(0.1)
    container.stop()


def _end_after(seconds: float) -> None:
    """End the process from a native thread, which no stuck loop can hold up."""

    def end() -> None:
        original("time").sleep(seconds)
        faulthandler.dump_traceback()  # places in the source, no values
        os._exit(1)

    original("_thread").start_new_thread(end, ())


if __name__ == "__main__":
    main(service_of(sys.argv[1]), settings())
