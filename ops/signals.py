"""One orderly end: Ctrl-C, SIGTERM and a closed terminal are the same wish."""

import contextlib
import signal
from collections.abc import Iterator
from types import FrameType

_ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Stopped(BaseException):
    """Somebody asked this process to end; whoever holds something lets go of it on the way out."""


@contextlib.contextmanager
def ending_on_signals() -> Iterator[None]:
    """Raise Stopped in the main thread at the first such signal; further ones disturb nothing."""

    def end(_number: int, _frame: FrameType | None) -> None:
        for name in _ENDINGS:
            signal.signal(name, signal.SIG_IGN)
        raise Stopped

    before = {name: signal.signal(name, end) for name in _ENDINGS}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)
