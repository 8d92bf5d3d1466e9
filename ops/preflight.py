"""Looked at before anything is touched: what would make `up` fail later, and what to do about it.

The figures are what a whole stack was measured to need, with room to breathe.
"""

import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import psutil

from ops import fetch
from ops.places import HOME, ROOT
from ops.trouble import Trouble

_MEMORY_BYTES = 1_200_000_000
_DISK_BYTES = 1_000_000_000
_GLIBC = (2, 28)
"""The oldest that the PostgreSQL wheel runs on."""


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at: `is_well`, what was seen, and what to do if it is not well."""

    name: str
    is_well: bool
    seen: str
    advice: str = ""


def preflight() -> None:
    """Raise Trouble with every finding that is not well."""
    bad = [finding for finding in machine() if not finding.is_well]
    if bad:
        raise Trouble(
            "\n".join(f"{finding.name}: {finding.seen}" for finding in bad),
            "\n  -> ".join(finding.advice for finding in bad),
        )


def machine() -> Iterator[Finding]:
    """What this machine has and may lack."""
    free = psutil.virtual_memory().available
    yield Finding(
        "memory",
        free >= _MEMORY_BYTES,
        f"{_gb(free)} free, {_gb(_MEMORY_BYTES)} needed",
        "Close something, or use a machine with 2 GB.",
    )
    disk = shutil.disk_usage(HOME).free
    yield Finding(
        "disk",
        disk >= _DISK_BYTES,
        f"{_gb(disk)} free in {ROOT}, {_gb(_DISK_BYTES)} needed",
        f"Make room on the disk of {ROOT}.",
    )
    yield Finding(
        "python",
        (3, 11) <= sys.version_info < (3, 13),
        platform.python_version(),
        "Install Python 3.11 or 3.12 and remove .mira/venv.",
    )
    yield _system()
    yield _broker()


def _system() -> Finding:
    name, version = platform.libc_ver()
    if sys.platform == "darwin":
        return Finding("system", is_well=True, seen=f"macOS {platform.mac_ver()[0]}")
    is_well = name == "glibc" and tuple(map(int, version.split(".")[:2])) >= _GLIBC
    needed = ".".join(map(str, _GLIBC))
    return Finding(
        "system",
        is_well,
        f"{name or 'no glibc'} {version}",
        f"PostgreSQL's wheel needs glibc {needed} or newer: use Debian 10, Ubuntu 20.04 or later.",
    )


def _broker() -> Finding:
    server = fetch.find_server(HOME)
    if server is not None:
        return Finding("rabbitmq", is_well=True, seen=str(server))
    return Finding(
        "rabbitmq",
        fetch.can_fetch(),
        "fetched at the next start" if fetch.can_fetch() else "not on this machine",
        "Install it (macOS: brew install rabbitmq; Fedora: dnf install rabbitmq-server).",
    )


def _gb(size: float) -> str:
    return f"{size / 1e9:.1f} GB"
