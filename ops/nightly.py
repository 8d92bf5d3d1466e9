"""What becomes due while a stack runs, done by one thread of the process that supervises it."""

import threading
from collections.abc import Callable, Sequence

from ops.trouble import Trouble

LOOK_EVERY_S = 300.0

Chore = Callable[[], None]
"""Does what is due by now, if anything is. Safe to repeat and to interrupt. Raises Trouble."""


class Nightly:
    """Looks at once and every five minutes, until it is stopped.

    One chore's trouble keeps no other waiting.
    """

    def __init__(
        self,
        chores: Sequence[Chore],
        tell: Callable[[str], None],
        *,
        every_s: float = LOOK_EVERY_S,
    ) -> None:
        self._chores = chores
        self._tell = tell
        self._every_s = every_s
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="nightly", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        self._thread.join()

    def look(self) -> None:
        """Do what is due by now."""
        for chore in self._chores:
            self._do(chore)

    def _run(self) -> None:
        self.look()
        while not self._stopping.wait(self._every_s):
            self.look()

    def _do(self, chore: Chore) -> None:
        try:
            chore()
        except Trouble as trouble:
            self._tell(str(trouble))
        except OSError as error:
            self._tell(f"Nightly work failed and is tried again: {error.strerror}.")
