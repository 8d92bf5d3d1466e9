"""How every process reaches the broker: py-amqp, with time limits; nothing is declared here."""

import os
import socket
import ssl
from contextlib import suppress
from typing import Any, NoReturn

import amqp
from amqp.exceptions import AMQPError, RecoverableConnectionError
from kombu.utils.url import parse_url

HEARTBEAT_S = 10
CONNECT_S = 2.0
MOST_DELAY_S = 2.0
"""The longest pause between two attempts to reach a broker that is away."""

NETWORK = (OSError, AMQPError)
"""What a lost, refused or broken connection raises."""

_PORT, _TLS_PORT = 5672, 5671


class Connection(amqp.Connection):
    """py-amqp's own opens itself again, with a warning, when somebody looks at it once closed."""

    def _warn_force_connect(self, attr: str) -> NoReturn:
        raise RecoverableConnectionError(f"closed; {attr} is gone")


def connect(
    url: str, name: str, *, timeout: float = CONNECT_S, heartbeat: int = HEARTBEAT_S
) -> Connection:
    """An open connection, called `name` in the broker's listings. Raises one of NETWORK.

    `timeout` limits each step of the handshake, so that a stopped broker is noticed as well.
    """
    place = parse_url(url)
    is_tls = place["transport"] == "amqps"
    port = place["port"] or (_TLS_PORT if is_tls else _PORT)
    connection = Connection(
        host=f"{place['hostname'] or '127.0.0.1'}:{port}",
        userid=place["userid"],
        password=place["password"],
        virtual_host=place["virtual_host"] or "/",
        login_method="PLAIN",
        ssl={"context": ssl.create_default_context()} if is_tls else False,
        connect_timeout=timeout,
        heartbeat=heartbeat,
        client_properties={"connection_name": name},
    )
    try:
        connection.connect()
    except BaseException:
        abandon(connection)
        raise
    connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return connection


def abandon(connection: Any) -> None:
    """Close the socket at once, without a word: a stalled broker would not answer a farewell."""
    hang_up(connection)
    connection.collect()


def hang_up(connection: Any) -> None:
    """End the connection under whoever reads from it: they get an error, and put it away."""
    with suppress(*NETWORK, AttributeError):  # it was closed before, or is not open yet
        connection.sock.shutdown(socket.SHUT_RDWR)


def disown(connection: Any) -> None:
    """In a child after a fork: let go of the parent's connection without closing it for the parent.

    Left to itself, py-amqp would shut the shared socket down as soon as it is collected.
    """
    with suppress(*NETWORK, AttributeError):  # it was closed before
        sock, connection.transport.sock = connection.transport.sock, None
        os.close(sock.detach())
