"""`./mira test` and `./mira check`: the tests with the servers they need, and the fast part."""

import json
import os
import secrets
import subprocess
from pathlib import Path

from ops.places import HOME, PYTHON, ROOT, write_private
from ops.processes import kill, marked
from ops.stack import Stack

_MARK = "MIRA_TEST_RUN"
_FOLDER = HOME / "test"


def run_tests(args: list[str], *, is_full: bool) -> int:
    """Run pytest with a stack of its own, so that `up` may run at the same time."""
    run = secrets.token_hex(8)
    os.environ[_MARK] = run
    with Stack(_FOLDER, is_durable=False, prefer_ports=False) as stack:
        stack.start_servers()
        file = _FOLDER / "stack.json"
        write_private(file, json.dumps(stack.description(), indent=2))
        try:
            return _pytest(args, file, is_full=is_full)
        finally:
            kill(marked(_MARK, run))


def _pytest(args: list[str], stack_file: Path, *, is_full: bool) -> int:
    command = [str(PYTHON), "-m", "pytest"]
    if not is_full:
        command += ["-m", "not full"]
    env = {**os.environ, "MIRA_TEST_STACK": str(stack_file)}
    return subprocess.run([*command, *args], cwd=ROOT, env=env, check=False).returncode
