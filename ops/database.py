"""Roles, databases and tables of a running PostgreSQL: everything in here is safe to repeat.

It runs as a program of its own (`python -m ops.database`), because the mapping of six services is
much to import for a tool that mostly watches; it reads one JSON object from standard input.
"""

import json
import subprocess
import sys
from collections.abc import Mapping

from ops.places import PYTHON, ROOT
from ops.trouble import Trouble

CONTENT, KEYS = "mira", "mira_keys"
"""The two databases: what people wrote, sealed; and the keys to it."""


def prepare_database(admin_url: str, keys_admin_url: str, passwords: Mapping[str, str]) -> None:
    """Bring both databases to what this checkout needs. Raises Trouble."""
    order = {"admin_url": admin_url, "keys_admin_url": keys_admin_url, "passwords": dict(passwords)}
    done = subprocess.run(
        [str(PYTHON), "-m", "ops.database"],
        input=json.dumps(order),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        said = (done.stderr or done.stdout).strip()[-1500:]
        raise Trouble(
            f"The tables could not be brought up to date:\n{said}",
            "If the checkout is unchanged this is a bug: please report these lines.",
        )


def _prepare(admin_url: str, keys_admin_url: str, passwords: dict[str, str]) -> None:
    from pydantic import SecretStr  # noqa: PLC0415 - slow to import, and only this program needs it

    from chassis.migrate import migrate  # noqa: PLC0415 - as above
    from chassis.roles import make_roles  # noqa: PLC0415 - as above
    from contracts.message import Owner  # noqa: PLC0415 - as above

    make_roles(SecretStr(admin_url), SecretStr(keys_admin_url), passwords)
    for owner in Owner:
        if any((ROOT / "services" / owner / "migrations" / "versions").glob("*.py")):
            migrate(SecretStr(admin_url), owner)


if __name__ == "__main__":
    _prepare(**json.load(sys.stdin))
