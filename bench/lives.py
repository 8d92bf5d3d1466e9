"""People with a past, made in bulk: 929 rows each over all owners, sealed under keys of their own.

Rows are written as each owner's role, through its mapping, row security and foreign keys, because
ten held interviews of one person over HTTP would take minutes.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from pydantic import SecretStr
from sqlalchemy import Boolean, DateTime, Enum, Integer, LargeBinary, Table, insert

from chassis.db import Database
from chassis.ids import hash_code, new_code, new_id
from chassis.keys import Keyring
from chassis.migrate import mapping_of
from chassis.passport import mint
from chassis.seal import Key, SealedType
from chassis.secrets import Secrets
from contracts.auth import Act, Passport, PersonRole, SignedPassport
from contracts.message import Owner, PersonId, Scope, SignInId
from ops.stack import Stack

DOCUMENTS, SESSIONS, TURNS = 3, 10, 80
INTERVIEW_QUOTES, FEEDBACK_QUOTES = 44, 30
ROWS = 929
"""Without `subject` rows: one more at each owner."""

_TEXTS = {"turn": 223, "resume": 5200, "original": 40_000, "job_description": 4000, "fit": 9000}
_TEXT = 2000
"""Characters of a sealed column, by table; of every other."""

_Ids = dict[str, Any]


@dataclass(frozen=True)
class Life:
    """One person: a session token that opens the gateway, and a fresh proof of the password."""

    person: PersonId
    token: str
    proof: SignedPassport


class Lives:
    """Makes people in one stack. Close it at the end."""

    def __init__(self, stack: Stack) -> None:
        self._stack = stack
        self._databases = {
            owner: Database(SecretStr(stack.database_url(owner)), pool=1, statement_ms=30_000)
            for owner in Owner
        }
        self._rings = {
            owner: Keyring(
                SecretStr(stack.keys_url(owner)), owner, Secrets(stack.secrets[owner]), pool=1
            )
            for owner in Owner
        }

    def make(self) -> Life:
        person, token = PersonId(new_id()), new_code()
        at = datetime.now(UTC)
        written = 0
        for owner, tables in _rows(hash_code(token)).items():
            written += self._write(owner, person, tables, at)
        if written != ROWS:
            raise AssertionError(f"{written} rows instead of {ROWS}")
        return Life(person, token, self._proof(person))

    def close(self) -> None:
        for owner in Owner:
            self._databases[owner].close()
            self._rings[owner].close()

    def _write(
        self, owner: Owner, person: PersonId, rows: list[tuple[str, list[_Ids]]], at: datetime
    ) -> int:
        mapping, ring = mapping_of(owner), self._rings[owner]
        own = ring.for_person(person)
        with self._databases[owner].transaction(person) as tx:
            subject = mapping.tables[f"{owner}.subject"]
            tx.execute(insert(subject).values(subject_id=person, created_at=at))
            for name, many in rows:
                table = mapping.tables[f"{owner}.{name}"]
                keys = (_key_of(ring, table, ids, person) or own for ids in many)
                filled = [
                    _filled(table, key, {**ids, "subject_id": person}, at)
                    for key, ids in zip(keys, many, strict=True)
                ]
                tx.execute(insert(table), filled)
        return sum(len(many) for _, many in rows)

    def _proof(self, person: PersonId) -> SignedPassport:
        """As auth gives it for the password: good for five minutes."""
        at = datetime.now(UTC)
        passport = Passport(
            person=person,
            sign_in=SignInId(new_id()),
            role=PersonRole.PERSON,
            issued_at=at,
            expires_at=at + timedelta(minutes=5),
            act=Act.ERASE_ACCOUNT,
            proof_id=SignInId(new_id()),
        )
        return mint(passport, Secrets(self._stack.secrets["auth"]).signing_key("auth"))

    def fresh(self, life: Life) -> Life:
        """The same person with a proof that begins now."""
        return Life(life.person, life.token, self._proof(life.person))


def _rows(token_hash: bytes) -> dict[Owner, list[tuple[str, list[_Ids]]]]:
    """Ids of every row of one person, by owner and table, parents first."""
    resumes, jobs = _ids(DOCUMENTS), _ids(DOCUMENTS)
    sessions = [
        {**one, "resume_id": resumes[0]["id"], "job_description_id": jobs[0]["id"]}
        for one in _ids(SESSIONS)
    ]
    sign_in = {"id": new_id(), "token_hash": token_hash}
    fits = [
        {"id": new_id(), "resume_id": resume["id"], "job_description_id": job["id"]}
        for resume in resumes
        for job in jobs
    ]
    turns = [
        {"interview_id": session["id"], "id": new_id(), "number": number}
        for session in sessions
        for number in range(TURNS)
    ]
    items = [("resume", resumes), ("job_description", jobs)]
    originals = [{"resume_id": resume["id"]} for resume in resumes]
    return {
        Owner.AUTH: [
            ("account", [{}]),
            ("address", [{"confirmed_at": datetime.now(UTC)}]),
            ("sign_in", [sign_in]),
            ("device", [{"sign_in_id": sign_in["id"]}]),
        ],
        Owner.DOCUMENTS: [*items, ("original", originals), ("fit", fits)],
        Owner.INTERVIEW: [
            *items,
            ("interview", sessions),
            ("turn", turns),
            ("quote", list(_quotes(sessions, resumes, INTERVIEW_QUOTES))),
        ],
        Owner.FEEDBACK: [
            *items,
            ("report", sessions),
            ("quote", list(_quotes(sessions, resumes, FEEDBACK_QUOTES))),
        ],
        Owner.ANALYTICS: [("consent", [{}])],
    }


def _ids(count: int) -> list[_Ids]:
    return [{"id": new_id()} for _ in range(count)]


def _quotes(sessions: list[_Ids], resumes: list[_Ids], count: int) -> Iterator[_Ids]:
    for number in range(count):
        session = sessions[number % len(sessions)]["id"]
        ids = {"interview_id": session, "resume_id": resumes[0]["id"]}
        yield {"id": new_id(), "number": number, **ids}


def _key_of(ring: Keyring, table: Table, ids: _Ids, person: PersonId) -> Key | None:
    """The key of an item of its own; None for what hangs on one or belongs to the account."""
    scope = table.info.get("scope")
    return None if scope is None else ring.make(Scope(scope), ids["id"], person)


def _filled(table: Table, key: Key, ids: _Ids, at: datetime) -> _Ids:
    """A whole row: what is not given is made up by its type, and sealed where it is content."""
    row_id: UUID = ids.get("id") or ids.get("resume_id") or ids["subject_id"]
    text = "An invented sentence about an invented year. " * 1000
    row = dict(ids)
    for column in table.columns:
        if column.name in row:
            continue
        if isinstance(column.type, SealedType):
            row[column.name] = key.seal(column, row_id, text[: _TEXTS.get(table.name, _TEXT)])
        elif not column.nullable:
            row[column.name] = _made_up(column.type, at)
    return row


def _made_up(kind: object, at: datetime) -> object:
    if isinstance(kind, Enum):
        return next(iter(kind.enum_class))  # type: ignore[arg-type]  # all of ours have a class
    if isinstance(kind, DateTime):
        return at
    if isinstance(kind, Boolean):
        return True
    if isinstance(kind, Integer):
        return 1
    if isinstance(kind, LargeBinary):
        return os.urandom(32)
    return "text"
