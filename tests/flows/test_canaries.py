"""Nothing that a person ever typed lies anywhere in clear, before the deletion or after it."""

import re
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from amqp import Connection, Message
from sqlalchemy import create_engine, make_url, text

from contracts.message import Owner
from ops.places import HOME
from ops.stack import Stack
from tests.flows.marked import MarkedPerson
from tests.flows.residue import Canaries, Hit, search_files, search_open_files, search_rows

IN_THE_MAILBOX = {"name", "changed name", "e-mail", "confirmation", "reset"}
"""Auth's mails to the person: they are the person's, and ours no longer. The mailbox of a
development machine stands for their provider, and keeps them in its memory alone."""


@pytest.fixture(scope="module")
def since() -> float:
    return time.time()


@pytest.fixture(scope="module")
def imke(since: float, mira: Stack) -> MarkedPerson:
    person = MarkedPerson(mira.address, mira.mailbox_address)
    person.do_everything()
    return person


def everywhere(mira: Stack, canaries: Canaries, since: float) -> set[Hit]:
    """All files of the stack, our own temporary files and the machine's, and every row."""
    flush(mira)
    temporary = {HOME / "tmp", Path(tempfile.gettempdir()), Path("/dev/shm"), Path("/var/tmp")}  # noqa: S108 - where leaks would lie
    found = search_files(mira.folder, canaries)
    for folder in temporary:
        found |= search_files(folder, canaries, since=since)
    for database in ("mira", "mira_keys"):
        found |= search_rows(mira.admin_url(database), canaries)
    return found


def program(mira: Stack, name: str) -> set[int]:
    """The processes of one program that serve; gunicorn's first one only looks after those."""
    (top,) = (entry.pid for entry in mira.supervisor.states() if entry.name == name)
    children = psutil.Process(top).children(recursive=True)
    return {child.pid for child in children} if name == "gateway" else {top}


def flush(mira: Stack) -> None:
    """Have PostgreSQL write down all that it still has in memory."""
    engine = create_engine(mira.admin_url("mira"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("CHECKPOINT"))
    engine.dispose()


def plant(mira: Stack, canaries: Canaries) -> None:
    """One canary in a table that is dropped again, one in a queue."""
    engine = create_engine(mira.admin_url("mira"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("CREATE TABLE public.planted (word text)"))
        word = {"word": canaries.word("row")}
        connection.execute(text("INSERT INTO public.planted VALUES (:word)"), word)
        connection.execute(text("DELETE FROM public.planted"))
    engine.dispose()
    address = make_url(mira.amqp_url("admin"))
    with Connection(
        host=f"{address.host}:{address.port}", userid=address.username, password=address.password
    ) as broker:
        channel = broker.channel()
        kind = {"x-queue-type": "quorum"}
        channel.queue_declare("planted", durable=True, auto_delete=False, arguments=kind)
        message = Message(canaries.word("message").encode(), delivery_mode=2)
        channel.basic_publish_confirm(message, routing_key="planted")


def test_the_search_finds_what_is_planted(mira: Stack, since: float) -> None:
    canaries = Canaries()

    plant(mira, canaries)
    found = everywhere(mira, canaries, since)

    places = {hit.field: set[str]() for hit in found}
    for hit in found:
        places[hit.field].add(Path(hit.place).relative_to(mira.folder).parts[0])
    assert places == {"row": {"postgres"}, "message": {"rabbitmq"}}


def test_an_upload_under_way_lies_in_no_file(mira: Stack, imke: MarkedPerson) -> None:
    seen: list[set[Hit]] = []
    gateway = program(mira, "gateway")

    def body() -> Iterator[bytes]:
        """In pieces; more of them than fit between us and the gateway, so it has read the first."""
        yield b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
        for _ in range(18):
            yield (imke.word("upload") + " ").encode() * (1 << 18 >> 5)
            seen.append(search_open_files(gateway, imke.canaries))
        yield b"\r\n--x--\r\n"

    kind = {"Content-Type": "multipart/form-data; boundary=x"}
    imke.http.post("/resumes", content=body(), headers=kind)

    assert len(seen) == 18
    assert set().union(*seen) == set()


@pytest.mark.parametrize("name", ["gateway", *Owner])
def test_a_crash_would_write_no_core_file(name: str, mira: Stack) -> None:
    limit = re.compile(r"^Max core file size +(\d+|unlimited) +(\d+|unlimited)", re.MULTILINE)

    limits = {
        limit.findall(Path(f"/proc/{pid}/limits").read_text())[0] for pid in program(mira, name)
    }

    assert limits == {("0", "0")}


def test_while_a_person_is_here_only_their_mails_show_what_they_typed(
    mira: Stack, imke: MarkedPerson, since: float
) -> None:
    assert len(imke.canaries.words) > 60

    found = everywhere(mira, imke.canaries, since)

    assert sorted(found) == []
    assert imke.mails() <= IN_THE_MAILBOX


def test_when_a_person_is_gone_nothing_is_left_of_what_they_typed(
    mira: Stack, imke: MarkedPerson, since: float
) -> None:
    """T41."""
    imke.delete_account()

    found = everywhere(mira, imke.canaries, since)

    assert sorted(found) == []
