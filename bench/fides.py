"""Fides, an open privacy platform, erases the same people on the same PostgreSQL.

It is run as its makers publish it: its web server, its Redis, its database. Celery is eager, which
is its default, so no broker and no worker stand between the request and the work. The rows are on
our PostgreSQL; its own tables need extensions that ours lacks, so they are on one of Debian's. A
request is over when it says `complete`. It masks: rows stay, their content becomes null, and
nobody counts.
"""

import re
import time
from dataclasses import dataclass
from typing import Any

import httpx

from bench.fides_rows import CONTENT, FidesRows
from bench.fides_server import ROLE, running, server_for
from contracts.message import PersonId
from ops.stack import Stack

VERSION = "2.78.2"

_POLL_S = 0.005
_ROWS, _LOG_PAGE = "rows", 100
_DATASETS = f"/connection/{_ROWS}/dataset"
_UNDER_WAY = {"pending", "approved", "in_processing"}
_NULL = {"strategy": "null_rewrite", "configuration": {}}
_FORGOTTEN = "documents.resume.text"


@dataclass(frozen=True)
class Told:
    """What Fides said of one person, beside what is there."""

    masked: int
    rows: int
    readable: int


class Fides:
    """Copies that are made now are erased later, when their people may be gone already."""

    def __init__(self, stack: Stack, count: int) -> None:
        self._count = count
        self._stack = stack
        self._server = server_for(stack)
        self._rows = FidesRows(stack.admin_url("mira"), ROLE, self._server.password)
        self._people: list[PersonId] = []
        self._told: list[Told] = []

    @property
    def name(self) -> str:
        return f"peer: Fides {VERSION}, masking (eager, n={self._count})"

    def copy(self, people: list[PersonId], others: list[PersonId]) -> None:
        """So many of `people`; of the others one to begin with, one to be half forgotten."""
        self._people = [*others[:2], *people[: self._count]]
        self._rows.copy(self._people)

    def erase(self) -> list[float]:
        """Seconds per person, but for the first two, from the request to `complete`."""
        first, forgotten, *people = self._people
        with running(self._server, self._stack) as http:
            self._arrange(http)
            self._timed(http, first)
            took = [self._timed(http, person) for person in people]
            _put(http, _DATASETS, self._rows.dataset(_ROWS, left_out=[_FORGOTTEN]))
            self._timed(http, forgotten)
        self._rows.close()
        return took

    def account(self) -> list[str]:
        """What it said that it did, beside what is there."""
        _, *usual, forgotten = self._told
        masked, rows = _range([told.masked for told in usual]), _range([t.rows for t in usual])
        says = (
            f"Fides says complete, {masked} rows masked; there are {rows} rows of each person,"
            f" with {_range([told.readable for told in usual])} sealed values"
        )
        forgets = (
            f"without {_FORGOTTEN} in its dataset: complete, {forgotten.masked} rows masked;"
            f" {forgotten.readable} sealed values are there"
        )
        return [says, forgets]

    def _arrange(self, http: httpx.Client) -> None:
        """A connection to the rows, what is in them, and a policy that content becomes null."""
        named = {"name": _ROWS, "key": _ROWS}
        postgres = {**named, "connection_type": "postgres", "access": "write"}
        rule = {**named, "action_type": "erasure", "masking_strategy": _NULL}
        _put(http, "/connection", postgres)
        secrets = self._server.rows_secrets()
        http.put(f"/connection/{_ROWS}/secret", json=secrets).raise_for_status()
        _put(http, _DATASETS, self._rows.dataset(_ROWS))
        _put(http, "/dsr/policy", named)
        _put(http, f"/dsr/policy/{_ROWS}/rule", rule)
        _put(http, f"/dsr/policy/{_ROWS}/rule/{_ROWS}/target", {**named, "data_category": CONTENT})

    def _timed(self, http: httpx.Client, person: PersonId) -> float:
        begun = time.perf_counter()
        order = {"identity": {"external_id": str(person)}, "policy_key": _ROWS}
        request = _one(http.post("/privacy-request", json=[order]))["id"]
        while (status := _status(http, request)) != "complete":
            if status not in _UNDER_WAY:
                raise AssertionError(f"Fides says {status} of a request to erase")
            time.sleep(_POLL_S)
        took = time.perf_counter() - begun
        self._told.append(Told(_masked(http, request), *self._rows.left(person)))
        return took


def _range(counts: list[int]) -> str:
    least, most = min(counts), max(counts)
    return str(least) if least == most else f"{least} to {most}"


def _put(http: httpx.Client, path: str, thing: dict[str, Any]) -> None:
    _one(http.patch(path, json=[thing]))


def _one(answer: httpx.Response) -> dict[str, Any]:
    """The one thing that was made, of an answer that may be 200 and say that it failed."""
    body = answer.raise_for_status().json()
    if body["failed"]:
        raise AssertionError(f"Fides refused: {body['failed'][0]['message']}")
    made: dict[str, Any] = body["succeeded"][0]
    return made


def _status(http: httpx.Client, request: str) -> str:
    answer = http.get("/privacy-request", params={"request_id": request})
    status: str = answer.raise_for_status().json()["items"][0]["status"]
    return status


def _masked(http: httpx.Client, request: str) -> int:
    """The sum of what it reports of every table, in its own words."""
    said, page, pages = "", 1, 1
    while page <= pages:
        params = {"page": page, "size": _LOG_PAGE}
        log = http.get(f"/privacy-request/{request}/log", params=params).raise_for_status().json()
        said += "\n".join(str(entry["message"]) for entry in log["items"])
        page, pages = page + 1, log["pages"]
    return sum(map(int, re.findall(r"masked (\d+) records", said)))
