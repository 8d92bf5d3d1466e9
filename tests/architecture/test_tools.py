"""What the formatter, the linter and the type checker say of the whole tree."""

import subprocess
import sys
from pathlib import Path

import pytest

from ops.testing import CHECKS
from tests.architecture.source import ROOT


@pytest.mark.tools
@pytest.mark.timeout(300)
@pytest.mark.parametrize("name", ["format", "lint", "types"])
def test_nothing_is_found_wrong(name: str) -> None:
    tool, *words = CHECKS[name]

    said = subprocess.run(
        [Path(sys.executable).with_name(tool), *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert said.returncode == 0, said.stdout + said.stderr
