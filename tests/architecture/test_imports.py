"""Who may import whom; and that the checker notices when somebody does otherwise."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import OURS, ROOT

BREACHES = {
    "the chassis imports a service": ("chassis/ids.py", "import services.auth.domain"),
    "a service imports another": ("services/auth/store.py", "import services.documents.domain"),
    "a table imports the store": ("services/auth/tables.py", "import services.auth.store"),
    "a model engine reads the rubric": (
        "services/feedback/advice/samples.py",
        "import services.feedback.rules.rubric",
    ),
    "what was taken back looks at the résumé": (
        "services/feedback/rules/retracted/slips.py",
        "import services.feedback.rules.claimed.claims",
    ),
    "a decision does input and output": ("services/auth/domain.py", "import sqlalchemy"),
    "a service speaks HTTP": ("services/auth/store.py", "import flask"),
    "a service imports nameko": ("services/auth/store.py", "import nameko"),
    "a service asks a model past its client": ("services/documents/store.py", "import openai"),
    "a model is asked by way of hearing": ("chassis/llm/traces.py", "import chassis.hearing.text"),
    "hearing looks at what leaves for a model": (
        "chassis/hearing/persons.py",
        "import chassis.llm.traces",
    ),
    "a service finds its own way out": ("services/documents/store.py", "import httpx2"),
    "a page of feedback looks into the room": (
        "gateway/feedback/reasons.py",
        "import gateway.interview.judging",
    ),
    "the gateway opens a database": ("gateway/app.py", "import chassis.db"),
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    linter = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [linter, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("house")
    for top in OURS:
        if (ROOT / top).is_dir():
            shutil.copytree(ROOT / top, folder / top, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def test_every_import_points_where_it_may() -> None:
    checked = lint(ROOT)

    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize("breach", BREACHES)
def test_the_checker_notices_when(breach: str, copy: Path) -> None:
    name, line = BREACHES[breach]
    file = copy / name
    before = file.read_text()
    file.write_text(f"{before}\n{line}\n")

    checked = lint(copy)

    file.write_text(before)
    assert checked.returncode != 0
    assert "BROKEN" in checked.stdout
