"""The commands of README on a fresh copy of the checkout, by a person with an empty home."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest

from ops.places import HOME, ROOT
from ops.processes import MARK, kill, marked

pytestmark = pytest.mark.stack


class Newcomer:
    """Has a copy of the tracked files; what was downloaded before need not be downloaded again."""

    def __init__(self, folder: Path) -> None:
        self.checkout = folder / "my mira"
        self.home = folder / "home"
        self.home.mkdir()
        tracked = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
        listed = subprocess.run(tracked, cwd=ROOT, check=True, capture_output=True).stdout
        for name in filter(None, listed.decode().split("\0")):
            if (ROOT / name).is_file():
                (self.checkout / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / name, self.checkout / name)
        (self.checkout / ".mira" / "cache").mkdir(parents=True)
        for kept in ("programs", "cache/uv"):
            if (HOME / kept).exists():
                (self.checkout / ".mira" / kept).symlink_to(HOME / kept)
        self.env = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("MIRA_", "PYTHON", "UV_", "XDG_"))
        }
        self.mark = f"{os.environ.get(MARK, 'alone')}/first-run"
        self.env |= {"HOME": str(self.home), MARK: self.mark}

    def types(self, *words: str) -> subprocess.CompletedProcess[str]:
        """`./mira ...`, from another folder."""
        command = [str(self.checkout / "mira"), *words]
        return subprocess.run(
            command, cwd="/", env=self.env, capture_output=True, text=True, timeout=200, check=False
        )

    def processes(self) -> list[psutil.Process]:
        return marked(self.mark)


@pytest.fixture(scope="module")
def newcomer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newcomer]:
    someone = Newcomer(tmp_path_factory.mktemp("newcomer"))
    yield someone
    kill(someone.processes())


def demo_life(printed: str) -> tuple[Any, Any, Any]:
    """Documents, interviews and drills of somebody who signs in with what the box says."""
    address, _ = re.findall(r"http://127\.0\.0\.1:[0-9]+", printed)[:2]
    email, password = re.findall(r"Demo sign-in +(\S+) +password (\S+)", printed)[0]
    with httpx.Client(base_url=f"{address}/api/v1", timeout=10) as api:
        session = api.post("/sign-ins", json={"email": email, "password": password}).json()
        api.headers["Authorization"] = f"Bearer {session['token']}"
        documents = api.get("/documents").json()
        interviews = api.get("/interviews").json()["interviews"]
        return documents, interviews, api.get("/drills").json()["drills"]


@pytest.mark.timeout(400)
def test_two_commands_bring_mira_up_and_down(newcomer: Newcomer) -> None:
    before = newcomer.types("status")
    started = newcomer.types("up", "--detach")
    assert started.returncode == 0, started.stdout + started.stderr
    again = newcomer.types("up")
    during, seen = newcomer.types("status"), newcomer.types("doctor")
    asked = [newcomer.types("status", flag).stdout.strip() for flag in ("--address", "--mailbox")]
    addresses = re.findall(r"http://127\.0\.0\.1:[0-9]+", started.stdout)
    pages = [httpx.get(address, timeout=10).status_code for address in addresses[:2]]
    documents, interviews, drills = demo_life(started.stdout)
    written = newcomer.types("logs", "documents")
    stopped = newcomer.types("down")

    assert before.returncode == 1
    assert "Demo sign-in   demo@example.org" in started.stdout
    assert "Mira runs already." in again.stdout
    assert (during.returncode, seen.returncode) == (0, 0), during.stdout + seen.stdout
    assert pages == [200, 200]
    assert asked == addresses[:2]
    assert [len(documents[kind]) for kind in ("resumes", "job_descriptions", "fits")] == [1, 1, 1]
    assert [one["state"] for one in interviews] == ["finished"]
    assert drills
    assert written.returncode == 0
    assert "documents" in stopped.stdout
    assert newcomer.processes() == []
    assert list(newcomer.home.iterdir()) == []
