"""`./mira test` and `./mira check`: the tests with the servers they need, and the fast part."""

import contextlib
import json
import os
import secrets
import subprocess
import sys
import time
from pathlib import Path

from ops.chromium import get_chromium
from ops.places import HOME, PYTHON, ROOT, write_private
from ops.preflight import preflight
from ops.processes import MARK, kill, marked
from ops.stack import AlreadyRuns, Stack

_FOLDERS = [HOME / name for name in ("test", "test-2", "test-3", "test-4")]
"""The first is used unless other tests run in it."""
_PYTEST = (str(PYTHON), "-m", "pytest")
_CHECKS = {
    "format": ("ruff", "format", "--check", "--quiet", "."),
    "lint": ("ruff", "check", "--quiet", "."),
    "types": ("mypy",),
    "imports": ("lint-imports", "--no-cache"),
}


def run_tests(args: list[str], *, is_full: bool) -> int:
    """Run pytest with a stack of its own, so that `up` may run at the same time."""
    preflight()
    is_ci = bool(os.environ.get("CI"))
    chromium = get_chromium(is_required=is_ci)
    if chromium is None:
        print("\n*** No Chromium: THE BROWSER TESTS ARE SKIPPED. ***\n", file=sys.stderr)
    run = secrets.token_hex(8)
    os.environ[MARK] = run
    with _free_stack() as stack:
        stack.start_servers()
        file = stack.folder / "stack.json"
        write_private(file, json.dumps(stack.description(), indent=2))
        env = {**_tool_env(), "MIRA_TEST_STACK": str(file)}
        if chromium is not None:
            env["MIRA_TEST_CHROMIUM"] = str(chromium)
        chosen = [] if is_full else ["-m", "not full"]
        try:
            done = subprocess.run([*_PYTEST, *chosen, *args], cwd=ROOT, env=env, check=False)
        finally:
            stack.stop()
            kill(marked(run))
    return done.returncode


def _free_stack() -> Stack:
    for folder in _FOLDERS:
        with contextlib.suppress(AlreadyRuns):
            return Stack(folder, is_durable=False, prefer_ports=False)
    raise AlreadyRuns(_FOLDERS[0])


def check() -> int:
    """What a change must pass before anything slower is asked; returns the exit code."""
    commands = {
        name: (str(PYTHON.with_name(tool)), *words) for name, (tool, *words) in _CHECKS.items()
    }
    commands["tests"] = (*_PYTEST, "-q", "-m", "not full and not stack", "--no-header")
    results = [_is_well(name, command) for name, command in commands.items()]
    return 0 if all(results) else 1


def _is_well(name: str, command: tuple[str, ...]) -> bool:
    started = time.monotonic()
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=_tool_env(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        print(done.stdout.rstrip())
    verdict = "ok" if done.returncode == 0 else "FAILED"
    print(f"{name:<8} {verdict:<7} {time.monotonic() - started:5.1f} s", flush=True)
    return done.returncode == 0


def _tool_env() -> dict[str, str]:
    """Tools keep what they remember in .mira."""
    cache = HOME / "cache"
    return {
        **os.environ,
        "RUFF_CACHE_DIR": str(cache / "ruff"),
        "MYPY_CACHE_DIR": str(cache / "mypy"),
        "PYTEST_ADDOPTS": f"-o cache_dir='{cache / 'pytest'}'",
        "HYPOTHESIS_STORAGE_DIRECTORY": str(Path(cache) / "hypothesis"),
        "TMPDIR": str(_temporary()),
    }


def _temporary() -> Path:
    folder = HOME / "tmp"
    folder.mkdir(exist_ok=True)
    return folder
