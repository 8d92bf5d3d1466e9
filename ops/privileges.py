"""PostgreSQL refuses root, and no server needs it: as root, servers run as nobody."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from ops.trouble import Trouble

_NOBODY = 65534
_SETPRIV = ("setpriv", f"--reuid={_NOBODY}", f"--regid={_NOBODY}", "--clear-groups")
_UNSHARE = ("unshare", "--user", f"--map-user={_NOBODY}", f"--map-group={_NOBODY}")


class Lowering(StrEnum):
    """How a server comes to run without root's rights."""

    NOT_NEEDED = "not needed"
    SETPRIV = "setpriv"
    UNSHARE = "unshare"


def lowering_for(folder: Path, program: Path) -> Lowering:
    """The way that works for a server that keeps its data in `folder` and runs `program`.

    Becoming nobody is the better way, but nobody cannot enter a checkout under a folder that only
    root may enter, such as /root; a user namespace that shows root as nobody can.
    """
    if os.geteuid() != 0:
        return Lowering.NOT_NEEDED
    enters = ("sh", "-c", 'test -x "$1" && test -r "$2"', "sh", str(folder), str(program))
    if _works(*_SETPRIV, *enters):
        return Lowering.SETPRIV
    if _works(*_UNSHARE, *enters):
        return Lowering.UNSHARE
    raise Trouble(
        "This is root, and neither setpriv nor a user namespace can lower a server to nobody.",
        "Run ./mira as an ordinary user.",
    )


def lowered(command: Sequence[str], way: Lowering) -> tuple[str, ...]:
    """`command` so that it runs in that way; it keeps its process id."""
    prefix = {Lowering.SETPRIV: _SETPRIV, Lowering.UNSHARE: _UNSHARE}.get(way, ())
    return (*prefix, *command)


def hand_over(path: Path, way: Lowering) -> None:
    """Make the lowered server the owner of `path`. Safe to repeat."""
    if way is Lowering.SETPRIV:
        os.chown(path, _NOBODY, _NOBODY)


def _works(*command: str) -> bool:
    if shutil.which(command[0]) is None:
        return False
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
