"""Finds a Chromium for the browser tests, or gets one: into .mira, or by apt where we are root."""

import os
import shutil
import subprocess
from pathlib import Path

from ops.places import HOME, PYTHON
from ops.trouble import Trouble

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
_BROWSERS = HOME / "programs" / "browsers"


def get_chromium(*, is_required: bool) -> Path | None:
    """One that starts. None when there is none to be had; then, if required, raises Trouble."""
    for source in (_on_machine, _by_playwright, _by_apt):
        if found := source():
            return found
    if is_required:
        raise Trouble(
            "The browser tests need Chromium, and none could be found or fetched.",
            "Install it (Debian: apt-get install chromium) or set MIRA_TEST_CHROMIUM to one.",
        )
    return None


def _on_machine() -> Path | None:
    named = [os.environ.get("MIRA_TEST_CHROMIUM"), *map(shutil.which, _NAMES), str(_MAC)]
    return next((Path(name) for name in named if name and _starts(Path(name))), None)


def _by_playwright() -> Path | None:
    """The build that belongs to our Playwright, kept in .mira."""
    if found := _downloaded():
        return found
    print("Fetching Chromium for the browser tests ...", flush=True)
    env = {**os.environ, "PLAYWRIGHT_BROWSERS_PATH": str(_BROWSERS)}
    command = [str(PYTHON), "-m", "playwright", "install", "chromium"]
    _is_done(command, env)
    return _downloaded()


def _by_apt() -> Path | None:
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return None
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "-qq", "install", "--yes", "--no-install-recommends", "chromium"]
    if _is_done(install, env) or (
        _is_done(["apt-get", "-qq", "update"], env) and _is_done(install, env)
    ):
        return _on_machine()
    return None


def _downloaded() -> Path | None:
    programs = [*_BROWSERS.glob("chromium-*/chrome-linux*/chrome")]
    programs += _BROWSERS.glob("chromium-*/chrome-mac*/*.app/Contents/MacOS/*")
    return next(filter(_starts, programs), None)


def _starts(program: Path) -> bool:
    """Whether it runs at all: a download may lack libraries of the system."""
    try:
        asked = subprocess.run([program, "--version"], capture_output=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0


def _is_done(command: list[str], env: dict[str, str]) -> bool:
    try:
        done = subprocess.run(command, env=env, capture_output=True, timeout=600, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
