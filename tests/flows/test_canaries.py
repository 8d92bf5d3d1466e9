"""Nothing that a person ever typed lies anywhere in clear, before the deletion or after it."""

import tempfile
import time
from pathlib import Path

import pytest
from amqp import Connection, Message
from sqlalchemy import create_engine, make_url, text

from ops.places import HOME
from ops.stack import Stack
from tests.flows.marked import MarkedPerson
from tests.flows.residue import Canaries, Hit, search_files, search_rows

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
    imke.delete_account()

    found = everywhere(mira, imke.canaries, since)

    assert sorted(found) == []
