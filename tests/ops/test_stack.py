import shutil
from collections.abc import Iterator
from pathlib import Path

import amqp
import psycopg2
import pytest

from ops.ports import LOOPBACK
from ops.secrets import ADMIN
from ops.servers import Given
from ops.stack import AlreadyRuns, Stack

pytestmark = pytest.mark.stack
_QUEUE = "privacy.rpc"


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """A database and a broker of our own, to be hurt."""
    folder = tmp_path_factory.mktemp("a stack")
    with Stack(folder, is_durable=False, prefer_ports=False) as stack:
        stack.start_servers()
        yield stack


def ask_broker(stack: Stack) -> amqp.Connection:
    connection = amqp.Connection(
        f"{LOOPBACK}:{stack.ports.amqp}",
        userid=ADMIN,
        password=stack.passwords.broker[ADMIN],
    )
    connection.connect()
    return connection


def has_queue(stack: Stack, name: str) -> bool:
    with ask_broker(stack) as connection:
        try:
            connection.channel().queue_declare(name, passive=True)
        except amqp.NotFound:
            return False
        return True


def query(stack: Stack, statement: str) -> list[tuple[object, ...]]:
    connection = psycopg2.connect(stack.admin_url("mira").replace("+psycopg2", ""))
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(statement)
        rows = cursor.fetchall() if cursor.description else []
    connection.close()
    return rows


def test_a_wiped_broker_forgets_what_was_made_and_knows_the_contracts(servers: Stack) -> None:
    with ask_broker(servers) as connection:
        connection.channel().queue_declare("made.by.hand", durable=True, auto_delete=False)

    servers.wipe_broker()

    assert has_queue(servers, _QUEUE)
    assert not has_queue(servers, "made.by.hand")


def test_a_killed_broker_comes_back_by_itself_with_its_queues(servers: Stack) -> None:
    with ask_broker(servers) as connection:
        connection.channel().queue_declare("made.by.hand", durable=True, auto_delete=False)
    # RabbitMQ answers before Mnesia has the declaration on the disc; an orderly end writes it.
    servers.restart("rabbitmq")
    servers.wait_ready()

    servers.kill("rabbitmq")
    servers.wait_ready()

    assert has_queue(servers, "made.by.hand")


@pytest.mark.parametrize("hurt", [Stack.kill, Stack.restart])
def test_a_database_that_was_hurt_keeps_its_rows(servers: Stack, hurt: object) -> None:
    query(servers, "DROP TABLE IF EXISTS kept; CREATE TABLE kept AS SELECT 7 AS n")

    hurt(servers, "postgres")
    servers.wait_ready()

    assert query(servers, "SELECT n FROM kept") == [(7,)]


def test_each_owner_has_a_role_a_schema_and_no_more(servers: Stack) -> None:
    connection = psycopg2.connect(servers.database_url("feedback").replace("+psycopg2", ""))
    with connection, connection.cursor() as cursor:
        cursor.execute("SELECT has_schema_privilege('privacy', 'usage'), current_user")
        seen = cursor.fetchone()
    connection.close()

    assert seen == (False, "feedback")


def test_two_stacks_run_side_by_side(servers: Stack, tmp_path: Path) -> None:
    with Stack(tmp_path, is_durable=False, prefer_ports=False) as second:
        second.start_servers()

        assert has_queue(second, _QUEUE)
        assert has_queue(servers, _QUEUE)


def test_given_servers_are_used_instead_of_our_own(servers: Stack, tmp_path: Path) -> None:
    shutil.copy(servers.folder / "passwords.json", tmp_path)
    given = Given(servers.admin_url("postgres"), servers.amqp_url(ADMIN))

    with Stack(tmp_path, given=given, prefer_ports=False) as second:
        second.start_servers()

        assert second.supervisor.states() == ()
        assert second.database_url("auth") == servers.database_url("auth")
        assert second.amqp_url("auth") == servers.amqp_url("auth")


def test_a_stack_that_runs_is_not_started_twice(servers: Stack) -> None:
    with pytest.raises(AlreadyRuns):
        Stack(servers.folder)


def test_no_password_is_on_a_command_line(servers: Stack) -> None:
    import psutil  # noqa: PLC0415 - one test asks the machine

    words = {*servers.passwords.database.values(), *servers.passwords.broker.values()}

    lines = [" ".join(psutil.Process(entry.pid).cmdline()) for entry in servers.supervisor.states()]

    assert not [line for line in lines if any(word in line for word in words)]
