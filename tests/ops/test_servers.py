from pathlib import Path

import pytest

from ops.ports import LOOPBACK, free_port
from ops.servers import Given, GivenBroker, GivenDatabase
from ops.trouble import Trouble


def a_broker(folder: Path, address: str) -> GivenBroker:
    return GivenBroker(address, folder / "definitions.json", user="gateway", password="p")


def test_nothing_is_given_unless_the_environment_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MIRA_DATABASE_URL", raising=False)
    monkeypatch.setenv("MIRA_AMQP_URL", "amqp://rabbit.example.org")

    assert Given.by_environment() == Given(None, "amqp://rabbit.example.org")


def test_each_role_reaches_the_given_database_as_itself() -> None:
    database = GivenDatabase("postgresql://root:s3@db.example.org:5433/postgres?sslmode=require")

    url = database.url("documents", "w:rd", "mira")

    assert url == (
        "postgresql+psycopg2://documents:w%3Ard@db.example.org:5433/mira?sslmode=require"
    )


def test_each_process_reaches_the_given_broker_as_itself(tmp_path: Path) -> None:
    broker = a_broker(tmp_path, "amqps://someone:else@rabbit.example.org/mira")

    assert broker.url("auth", "word") == "amqps://auth:word@rabbit.example.org/mira"


def test_a_broker_that_lets_nobody_in_is_told_with_what_to_import(tmp_path: Path) -> None:
    broker = a_broker(tmp_path, f"amqp://{LOOPBACK}:{free_port()}")

    with pytest.raises(Trouble) as trouble:
        broker.prepare({"users": []})

    assert str(tmp_path / "definitions.json") in trouble.value.advice
    assert (tmp_path / "definitions.json").exists()
