"""Gets RabbitMQ and its Erlang, or other packages, onto this machine without installing anything.

Debian's and Ubuntu's own packages are downloaded by apt, which checks their signatures, and are
unpacked into a folder of ours. Nothing runs as part of that, and no service is enabled. This
module uses the standard library alone: the launcher runs it while the environment is still being
made.
"""

import fcntl
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

_ERLANG = (
    "base asn1 crypto eldap ftp inets mnesia os-mon parsetools public-key runtime-tools ssl"
    " syntax-tools tftp tools xmerl"
)
PACKAGES = ("rabbitmq-server", *(f"erlang-{part}" for part in _ERLANG.split()))
"""Their other dependencies are those of Python and apt, so they are there, or are never loaded."""

_INSTALLED = Path("/usr/lib/rabbitmq/bin/rabbitmq-server")
_HOMEBREW = (Path("/opt/homebrew/sbin"), Path("/usr/local/sbin"))


class NotFetched(Exception):
    """What went wrong, in apt's own words where it has some."""


def find_server(home: Path) -> Path | None:
    """A `rabbitmq-server` that runs as whoever calls it; never Debian's wrapper in /usr/sbin."""
    own = home / "programs" / "rabbitmq" / "root" / "usr/lib/rabbitmq/bin/rabbitmq-server"
    if _INSTALLED.exists() and shutil.which("erl"):
        return _INSTALLED
    if (home / "programs" / "rabbitmq" / "complete").exists():
        return own
    brewed = (folder / "rabbitmq-server" for folder in _HOMEBREW)
    return next((program for program in brewed if program.exists()), None)


def can_fetch() -> bool:
    return all(shutil.which(program) for program in ("apt-get", "dpkg-deb"))


def fetch(home: Path) -> None:
    """RabbitMQ, unless it is there. Raises NotFetched."""
    unpack(home / "programs" / "rabbitmq", PACKAGES, mend)


def unpack(
    place: Path, packages: Sequence[str], finish: Callable[[Path], None] = lambda _: None
) -> Path:
    """Download and unpack `packages` into `place`, unless they are there; what stands for / then.

    Two callers at once: the second waits. Raises NotFetched.
    """
    place.mkdir(parents=True, exist_ok=True)
    with (place / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (place / "complete").exists():
            _unpack_into(place, packages, finish)
    return place / "root"


def _unpack_into(place: Path, names: Sequence[str], finish: Callable[[Path], None]) -> None:
    root, packages = place / "root", place / "packages"
    for folder in (root, packages):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
    _download(names, packages, place / "apt")
    for package in sorted(packages.glob("*.deb")):
        _run(["dpkg-deb", "--extract", str(package), str(root)], root)
    finish(root)
    shutil.rmtree(packages)
    (place / "complete").touch()


def _download(names: Sequence[str], packages: Path, state: Path) -> None:
    """With the machine's package lists; where there are none or old ones, with lists of our own."""
    command = ["apt-get", "-qq", "-o", "Acquire::Retries=3", "download", *names]
    try:
        _run(command, packages)
    except NotFetched:
        shutil.rmtree(state, ignore_errors=True)
        options = _own_lists(state)
        _run(["apt-get", "-qq", *options, "update"], packages)
        _run([command[0], *options, *command[1:]], packages)
        shutil.rmtree(state)


def _own_lists(state: Path) -> list[str]:
    """Options that let apt keep its lists under `state`, so that it needs no rights."""
    for folder in ("lists/partial", "cache/archives/partial"):
        (state / folder).mkdir(parents=True)
    settings = {
        "Dir::State": state,
        "Dir::State::status": "/var/lib/dpkg/status",
        "Dir::Cache": state / "cache",
        "Debug::NoLocking": "1",
    }
    return [part for name, value in settings.items() for part in ("-o", f"{name}={value}")]


def mend(root: Path) -> None:
    """Erlang's start scripts name the folder it was built for, so name ours; and RabbitMQ's forget
    that a path may have spaces.
    """
    here = shlex.quote(str(root / "usr/lib/erlang"))
    for script in (root / "usr/lib/erlang/bin").glob("*"):
        if script.name in ("erl", "start"):
            _replace(script, r"ROOTDIR=/usr/lib/erlang\b", f"ROOTDIR={here}")
    for script in root.glob("usr/lib/rabbitmq/lib/*/sbin/rabbitmq-env"):
        _replace(
            script, r"^\. \$\{RABBITMQ_SCRIPTS_DIR\}/(\S+)$", r'. "${RABBITMQ_SCRIPTS_DIR}"/\1'
        )


def _replace(script: Path, pattern: str, replacement: str) -> None:
    text = script.read_text()
    script.write_text(re.sub(pattern, replacement, text, flags=re.MULTILINE))


def _run(command: list[str], folder: Path) -> None:
    env = {**os.environ, "LC_ALL": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise NotFetched(f"{shlex.join(command[:2])}: {done.stderr.strip()[-600:]}")


if __name__ == "__main__":
    target = Path(sys.argv[1])
    if find_server(target) is None and can_fetch():
        try:
            fetch(target)
        except NotFetched as error:
            print(error, file=sys.stderr)
