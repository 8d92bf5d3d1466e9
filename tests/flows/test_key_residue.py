"""After a deletion no key is left that opens what may still lie on the disk, byte by byte."""

import tempfile
import time
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from cryptography.exceptions import InvalidTag
from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

from chassis.clock import ShiftedClock
from chassis.keys import place_of, unwrap
from contracts.privacy import CaseView
from ops.places import HOME
from ops.stack import Stack
from tests.flows.conftest import a_person
from tests.flows.journey import Person
from tests.flows.residue import Hit, search_bytes
from tests.flows.test_canaries import flush
from tests.flows.test_proof import completed, deleted_account
from tests.privacy.cases import count_truly
from tests.support.stack import Stack as Described

DAY = ShiftedClock(timedelta(hours=24, minutes=1))
CONTENT = "SELECT text FROM documents.resume WHERE subject_id = :person"


@dataclass(frozen=True)
class Taken:
    """What a thief had copied before the deletion, who knows what to look for."""

    wrapped: dict[str, bytes]
    places: dict[str, bytes]
    keys: dict[str, bytes]
    epochs: dict[str, bytes]
    ciphertexts: dict[str, bytes]


def rows(mira: Stack, database: str, sql: str, **given: object) -> list[tuple[object, ...]]:
    engine = create_engine(mira.admin_url(database), poolclass=NullPool)
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(sql), given)]


def person_of(mira: Stack, resume: UUID) -> UUID:
    ((person,),) = rows(
        mira, "mira", "SELECT subject_id FROM documents.resume WHERE id = :id", id=resume
    )
    return UUID(str(person))


def epoch_keys(mira: Stack) -> dict[str, bytes]:
    """Every copy of every epoch key that is on the disk, by its path."""
    files = (mira.folder / "secrets").rglob("*.key")
    return {str(file): file.read_bytes() for file in files if "epoch" in str(file)}


def take(mira: Stack, person: UUID) -> Taken:
    living = "SELECT owner, kind, id, wrapped FROM keys.key WHERE person_id = :person"
    wrapped, places, keys = {}, {}, {}
    epochs = epoch_keys(mira)
    for owner, kind, item, blob in rows(mira, "mira_keys", living, person=person):
        name = f"{owner} {kind} {item}"
        wrapped[name] = bytes(blob)  # type: ignore[call-overload]  # a row knows no types
        places[name] = place_of(str(owner), str(kind), UUID(str(item)))
        keys[name] = unwrap(next(iter(epochs.values())), wrapped[name], places[name])
    sealed = rows(mira, "mira", CONTENT, person=person)
    ciphertexts = {f"text {n}": bytes(row[0]) for n, row in enumerate(sealed)}  # type: ignore[call-overload]  # the same
    return Taken(wrapped, places, keys, epochs, ciphertexts)


def everywhere(mira: Stack, secrets: dict[str, bytes], since: float) -> set[Hit]:
    """All files of the stack, and every temporary file that is newer."""
    flush(mira)
    found = search_bytes(mira.folder, secrets)
    for folder in {HOME / "tmp", Path(tempfile.gettempdir()), Path("/dev/shm"), Path("/var/tmp")}:  # noqa: S108 - where leaks would lie
        found |= search_bytes(folder, secrets, since=since)
    return found


def opening(taken: Taken, blob: str, epochs: dict[str, bytes]) -> list[str]:
    """The files whose key still unwraps this blob."""
    opened = []
    for file, key in epochs.items():
        try:
            unwrap(key, taken.wrapped[blob], taken.places[blob])
        except InvalidTag:
            continue
        opened.append(file)
    return opened


def residue_dead_at(imke: Person, code: str) -> object:
    return imke.ask("GET", f"/privacy/certificates/{code}").json()["clocks"]["residue_dead_at"]


@pytest.fixture(scope="module")
def since() -> float:
    return time.time()


def test_after_the_night_nothing_on_the_disk_opens_a_deleted_person_s_keys(
    mira: Stack, since: float
) -> None:
    described = Described.model_validate(mira.description(), strict=False)
    mira.renew_epoch()
    imke = a_person(mira)
    fit = imke.a_fit()
    taken = take(mira, person_of(mira, UUID(imke.get(f"/fits/{fit}")["resume_id"])))
    assert len(taken.keys) >= 4
    assert taken.ciphertexts

    assert everywhere(mira, taken.keys, since) == set()
    assert {hit.place for hit in everywhere(mira, taken.epochs, since)} == set(taken.epochs)
    found = everywhere(mira, {**taken.wrapped, **taken.ciphertexts}, since)
    assert {hit.field for hit in found} == {*taken.wrapped, *taken.ciphertexts}

    code = deleted_account(imke)
    case = CaseView.model_validate_json(imke.ask("GET", f"/privacy/erasures/{code}").content)
    completed(imke, code)
    left = {hit.field for hit in everywhere(mira, taken.wrapped, since)}
    assert left
    assert all(opening(taken, blob, epoch_keys(mira)) for blob in left)
    with described:
        count_truly(described, case, clock=DAY)
        assert residue_dead_at(imke, code) is None

        mira.renew_epoch()

        assert everywhere(mira, taken.keys, since) == set()
        assert everywhere(mira, taken.epochs, since) == set()
        left = {hit.field for hit in everywhere(mira, taken.wrapped, since)}
        assert not any(opening(taken, blob, epoch_keys(mira)) for blob in left)
        count_truly(described, case, clock=ShiftedClock(timedelta(hours=25)))

    assert residue_dead_at(imke, code) is not None
