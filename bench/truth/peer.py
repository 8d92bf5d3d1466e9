"""What a published parser says of the same files, in an environment of its own."""

import json
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench import reading_peer
from bench.truth.facts import Facts, RoleFacts, StudyFacts
from ops.places import HOME

OFFERS = {
    "name", "email", "phone", "place", "links", "title", "company", "start", "end", "bullets",
    "degree", "school", "certifications", "skills", "known skills",
}  # fmt: skip
NAME = reading_peer.PACKAGE

_FOLDER = HOME / "peers" / "leverparser"


def read_by_peer(paths: Sequence[Path]) -> list[Facts]:
    """In the order of `paths`. Fetches the parser from PyPI the first time."""
    command = [str(_python()), "-W", "ignore", reading_peer.__file__, *map(str, paths)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - ours
    return [_facts(json.loads(line)) for line in done.stdout.splitlines()]


def _python() -> Path:
    python = _FOLDER / "bin" / "python"
    if not (_FOLDER / "fetched").exists():
        venv.create(_FOLDER, with_pip=True)
        install = [str(python), "-m", "pip", "install", "--quiet", NAME]
        subprocess.run(install, check=True, stdout=sys.stderr)  # noqa: S603 - our own command
        (_FOLDER / "fetched").touch()
    return python


def _facts(said: dict[str, Any]) -> Facts:
    return Facts(
        single=said["single"],
        links=tuple(said.get("links", ())),
        roles=tuple(
            RoleFacts(title, company, start, end, tuple(bullets))
            for title, company, start, end, bullets in said["roles"]
        ),
        education=tuple(StudyFacts(degree, school, "") for degree, school in said["education"]),
        certifications=tuple(said["certifications"]),
        languages=(),
        skills=tuple(frozenset({skill}) for skill in said["skills"]),
        metrics=(),
    )
