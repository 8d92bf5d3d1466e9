"""Is the gateway alive, and do all services answer."""

import os
from concurrent.futures import ThreadPoolExecutor

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue

from chassis.bus.client import Deadline
from chassis.errors import MiraError
from contracts.message import Owner
from gateway.backend import Switchboard, switchboard

PING_SECONDS = 1.5

pages = Blueprint("health", __name__)


@pages.get("/healthz")
def healthz() -> ResponseReturnValue:
    """The process answers; nothing behind it is asked."""
    return jsonify(status="ok", **_start())


@pages.get("/readyz")
def readyz() -> ResponseReturnValue:
    """Every service, asked at the same time; 503 names those that do not answer."""
    board = switchboard()
    with ThreadPoolExecutor(max_workers=len(Owner)) as pool:
        answers = dict(zip(Owner, pool.map(lambda owner: _is_up(board, owner), Owner), strict=True))
    ready = all(answers.values())
    said = {owner.value: "ok" if is_up else "away" for owner, is_up in answers.items()}
    status = "ok" if ready else "away"
    return jsonify(status=status, services=said, **_start()), 200 if ready else 503


def _start() -> dict[str, str]:
    """The id that whoever started this process gave it, to know it again; it says nothing else."""
    return {"start": given} if (given := os.environ.get("MIRA_START")) else {}


def _is_up(board: Switchboard, owner: Owner) -> bool:
    try:
        board.ping(owner, Deadline.after(PING_SECONDS))
    except MiraError:
        return False
    return True
