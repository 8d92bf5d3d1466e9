"""Has strangers' files read in a child process that can do no harm."""

from chassis.bus.child import OneShots
from services.documents.domain import Extracted
from services.documents.extract.child import COMMAND, WALL_S, understood


class ChildReader:
    """One short-lived child per file, forked by a process that stands loaded. Safe to share."""

    def __init__(self) -> None:
        self._children = OneShots(COMMAND)

    def read(self, data: bytes) -> Extracted:
        """Takes at most 30 s; whatever becomes of the child is told as the file's state."""
        ended = self._children.ask(data, within_s=WALL_S)
        return understood(ended.output, ended.exit_code)

    def prepare(self) -> None:
        """Have everything loaded, or loading while the file is being stored."""
        self._children.prepare()

    def close(self) -> None:
        """End what stands loaded. Otherwise it ends with this process."""
        self._children.close()
