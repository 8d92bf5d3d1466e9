"""`./mira test` and `./mira check`: the tests with the servers they need, and the fast part."""

import contextlib
import json
import os
import secrets
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from ops.chromium import get_chromium
from ops.places import HOME, PYTHON, ROOT, write_private
from ops.preflight import preflight
from ops.processes import MARK, kill, marked
from ops.signals import Stopped, ending_on_signals
from ops.stack import AlreadyRuns, Stack

_FOLDERS = [HOME / name for name in ("test", "test-2", "test-3", "test-4")]
"""The first is used unless other tests run in it."""
_INTERRUPTED = 130
_PYTEST = (str(PYTHON), "-m", "pytest")
_ON_ALL_CORES = ("-n", "logical", "--dist", "worksteal")
CHECKS = {
    "tests": ("pytest", "-q", *_ON_ALL_CORES, "-m", "not full and not stack and not tools"),
    "format": ("ruff", "format", "--check", "--quiet", "."),
    "lint": ("ruff", "check", "--quiet", "."),
    "types": ("mypy",),
    "imports": ("lint-imports", "--no-cache"),
}


def run_tests(args: list[str], *, is_full: bool) -> int:
    """Run pytest with a stack of its own, so that `up` may run at the same time.

    Where all are run, those that need no servers come first, on every core.
    """
    preflight()
    chromium = get_chromium(is_required=bool(os.environ.get("CI")))
    if chromium is None:
        print("\n*** No Chromium: THE BROWSER TESTS ARE SKIPPED. ***\n", file=sys.stderr)
    run = os.environ[MARK] = secrets.token_hex(8)
    try:
        with ending_on_signals(), _free_stack() as stack:
            stack.wipe()
            stack.start_servers()
            parts = parts_of(args, is_full=is_full)
            codes = [_pytest(words, stack, chromium) for words in parts]
            return next((code for code in codes if code), 0)
    except Stopped:
        return _INTERRUPTED
    finally:
        kill(marked(run))


def parts_of(args: list[str], *, is_full: bool) -> list[list[str]]:
    """What to ask of pytest, one after the other. Servers and browser belong to one part alone:

    beside other tests they would not answer in the time that theirs allow.
    """
    chosen = [] if is_full else ["not full"]
    if args:
        return [["-m", *chosen, *args] if chosen else args]
    alone, beside = (" and ".join([*chosen, name]) for name in ("stack", "not stack"))
    return [["-m", beside, *_ON_ALL_CORES], ["-m", alone]]


def _pytest(words: list[str], stack: Stack, chromium: Path | None) -> int:
    file = stack.folder / "stack.json"
    write_private(file, json.dumps(stack.description(), indent=2))
    env = {**_tool_env(), "MIRA_TEST_STACK": str(file)}
    if chromium is not None:
        env["MIRA_TEST_CHROMIUM"] = str(chromium)
    return subprocess.run([*_PYTEST, *words], cwd=ROOT, env=env, check=False).returncode


def _free_stack() -> Stack:
    for folder in _FOLDERS:
        with contextlib.suppress(AlreadyRuns):
            return Stack(folder, is_durable=False, prefer_ports=False)
    raise AlreadyRuns(_FOLDERS[0])


def check() -> int:
    """What a change must pass before anything slower is asked, two at a time; the exit code."""
    commands = {
        name: (str(PYTHON.with_name(tool)), *words) for name, (tool, *words) in CHECKS.items()
    }
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(_is_well, commands.keys(), commands.values()))
    return 0 if all(results) else 1


def _is_well(name: str, command: tuple[str, ...]) -> bool:
    """Run one tool; what it says is shown only when something is wrong."""
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
    is_well = done.returncode == 0
    said = "" if is_well else f"{done.stdout.rstrip()}\n"
    took_s = time.monotonic() - started
    print(f"{said}{name:<8} {'ok' if is_well else 'FAILED':<7} {took_s:5.1f} s", flush=True)
    return is_well


def _tool_env() -> dict[str, str]:
    """Tools keep what they remember in .mira."""
    cache = HOME / "cache"
    return {
        **os.environ,
        "RUFF_CACHE_DIR": str(cache / "ruff"),
        "MYPY_CACHE_DIR": str(cache / "mypy"),
        "PYTEST_ADDOPTS": f"-o cache_dir='{cache / 'pytest'}'",
        "HYPOTHESIS_STORAGE_DIRECTORY": str(cache / "hypothesis"),
        "XDG_CACHE_HOME": str(cache),
        "TMPDIR": str(_temporary()),
    }


def _temporary() -> Path:
    folder = HOME / "tmp"
    folder.mkdir(exist_ok=True)
    return folder
