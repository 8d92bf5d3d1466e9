"""Asking for a deletion through the API, and following its case to the end."""

from typing import Any
from uuid import uuid4

from tests.flows.journey import Person, wait_until


def deleted(person: Person, path: str) -> str:
    """Ask for the thing at `path` to be deleted until it is accepted; the case's secret code."""

    def ask() -> str | None:
        answer = person.ask("DELETE", path)
        return answer.json()["code"] if answer.status_code == 202 else None

    code: str = wait_until(ask, within_s=60)
    return code


def deleted_account(person: Person) -> str:
    """The secret code of the case."""
    body = {"scope": "account", "proof": person.proof()}
    key = {"Idempotency-Key": str(uuid4())}
    asked = person.ask("POST", "/privacy/erasures", json=body, headers=key)
    assert asked.status_code == 202, asked.text
    code: str = asked.json()["code"]
    return code


def in_state(person: Person, code: str, state: str, *, within_s: float = 60) -> dict[str, Any]:
    """The case, once it is in that state."""

    def look() -> dict[str, Any] | None:
        case: dict[str, Any] = person.get(f"/privacy/erasures/{code}")
        return case if case["state"] == state else None

    found: dict[str, Any] = wait_until(look, within_s)
    return found


def completed(person: Person, code: str, *, within_s: float = 60) -> dict[str, Any]:
    return in_state(person, code, "completed", within_s=within_s)
