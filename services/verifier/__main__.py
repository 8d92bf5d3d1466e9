"""Runs the verifier: `python -m services.verifier`. Ends at SIGTERM, in the middle of anything."""

import signal
import sys
import threading
from types import FrameType

from chassis import log
from chassis.bus.client import Bus
from chassis.certificate import VERIFIER
from chassis.clock import clock
from chassis.config import Settings, settings
from chassis.db import database
from chassis.secrets import secrets
from contracts.privacy import Privacy
from services.verifier.counter import Counter
from services.verifier.watch import Bell, Watch


def serve(how: Settings) -> int:
    """Run until SIGTERM or SIGINT; it keeps no state, so nothing has to be finished."""
    log.configure(VERIFIER, level=how.log_level)
    stopping = threading.Event()

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        stopping.set()
        raise SystemExit(0)

    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, on_signal)
    if how.database_url is None:
        raise ValueError("MIRA_DATABASE_URL is missing.")
    if how.alive is not None:
        how.alive.unlink(missing_ok=True)
    trusted = secrets(how)
    watch = Watch(
        privacy=Bus(how.amqp_url, trusted, name=VERIFIER, publishers=1).service(Privacy),
        counter=Counter(database(how), trusted.signing_key(VERIFIER)),
        clock=clock(how),
        heard=lambda: how.alive.touch() if how.alive else None,
    )
    watch.run(Bell(how.database_url).wait, stopping.is_set)
    return 0


if __name__ == "__main__":
    sys.exit(serve(settings()))
