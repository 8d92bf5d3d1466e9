"""The walk through the API in README is run as it stands there."""

import os
import re
import subprocess
from pathlib import Path

from ops.stack import Stack
from tests.architecture.source import ROOT


def walkthrough() -> str:
    """The fenced block of README that begins by naming the addresses."""
    blocks = re.findall(r"```sh\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)
    (walk,) = [block for block in blocks if block.startswith("MIRA=")]
    return walk


def test_every_step_of_the_walk_in_readme_works(mira: Stack, tmp_path: Path) -> None:
    addresses = {"MIRA": mira.address, "MAILBOX": mira.mailbox_address}

    walked = subprocess.run(
        ["/bin/sh", "-eu", "-c", walkthrough()],
        cwd=tmp_path,
        env={**os.environ, **addresses},
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )

    assert walked.returncode == 0, walked.stdout + walked.stderr
    assert "'remaining': 0" in walked.stdout
    assert (tmp_path / "report.md").read_text().startswith("# ")
