"""Where things lie: the checkout, what we keep in it, and the programs of our environment."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HOME = ROOT / ".mira"
"""Everything that `./mira` writes, in this checkout and nowhere else."""

PYTHON = Path(sys.executable)


def as_called(path: Path) -> Path:
    """`path` as whoever called `./mira` means it: from their folder, which it leaves for ours."""
    return Path(os.environ.get("MIRA_CALLED_FROM", "")) / path


def private(folder: Path) -> Path:
    """`folder`, made if need be, open to its owner alone."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    return folder


def write_private(file: Path, content: bytes | str) -> None:
    """Write all of `content` or nothing, readable by its owner alone from the first byte."""
    data = content.encode() if isinstance(content, str) else content
    fresh = file.with_name(f".{file.name}.new")
    fresh.unlink(missing_ok=True)
    fresh.touch(mode=0o600)
    fresh.write_bytes(data)
    fresh.replace(file)
