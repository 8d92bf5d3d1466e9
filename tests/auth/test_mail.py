"""The mails: what they say, what they do not, and what happens when the server is away."""

import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from chassis.errors import Refused, Unavailable
from chassis.ids import new_code, new_id
from contracts.auth import NoticeTemplate
from services.auth.mail import Letter, Mailer

WRITTEN = [template for template in NoticeTemplate if template != "account_deleted"]


def a_letter(**said: Any) -> Letter:
    fields = {
        "mail_id": new_id(),
        "template": NoticeTemplate.RESET_PASSWORD,
        "address": "ada@example.org",
        "token": new_code(),
    }
    return Letter(**{**fields, **said})


def a_mailer(port: int = 25) -> Mailer:
    return Mailer("127.0.0.1", port, "no-reply@mira.example", "https://mira.example/")


class Server:
    """Takes mail, or answers with `says`."""

    def __init__(self, says: str = "250 OK") -> None:
        self.says = says
        self.taken: list[Any] = []

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802 - aiosmtpd's
        if self.says.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.says

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - aiosmtpd's
        self.taken.append(envelope)
        return "250 OK"


@pytest.fixture
def listening(request: pytest.FixtureRequest) -> Iterator[tuple[Server, int]]:
    """A mail server on a free port; give it what it says to a recipient."""
    server = Server(getattr(request, "param", "250 OK"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(server, hostname="127.0.0.1", port=port)
    controller.start()
    yield server, port
    controller.stop()


@pytest.mark.parametrize("template", WRITTEN)
def test_every_mail_is_plain_and_html_and_says_the_same_link(template):
    letter = a_letter(template=template)

    mail = a_mailer().composed(letter)

    plain, html = (mail.get_body((kind,)).get_content() for kind in ("plain", "html"))
    assert mail["Subject"]
    assert mail["To"] == letter.address
    (link,) = [line for line in plain.splitlines() if line.startswith("https://mira.example/")]
    assert f'href="{link}"' in html
    assert "$" not in plain + html


def test_the_link_carries_the_token():
    letter = a_letter()

    mail = a_mailer().composed(letter)

    link = f"https://mira.example/reset/new?token={letter.token}"
    assert link in mail.get_body(("plain",)).get_content()


def test_the_same_letter_is_the_same_mail_to_the_byte():
    letter = a_letter()

    assert a_mailer().composed(letter).as_bytes() == a_mailer().composed(letter).as_bytes()


def test_a_mail_is_dated_when_it_was_owed():
    before = datetime.now(UTC) - timedelta(seconds=1)

    mail = a_mailer().composed(a_letter())

    assert before <= mail["Date"].datetime <= datetime.now(UTC)


def test_the_message_id_is_the_letters_own():
    letter = a_letter()

    assert a_mailer().composed(letter)["Message-ID"] == f"<{letter.mail_id}@mira.example>"


def test_a_mail_goes_out(listening):
    server, port = listening
    letter = a_letter()

    a_mailer(port).send(letter)

    (taken,) = server.taken
    assert taken.rcpt_tos == [letter.address]
    assert letter.token.encode() in taken.content.replace(b"=\r\n", b"")


def test_a_server_that_is_away_is_tried_again():
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]

        with pytest.raises(Unavailable):
            a_mailer(port).send(a_letter())


@pytest.mark.parametrize("listening", ["451 ada@example.org is greylisted"], indirect=True)
def test_a_server_that_is_busy_is_tried_again(listening):
    _, port = listening

    with pytest.raises(Unavailable) as failure:
        a_mailer(port).send(a_letter())

    assert "ada" not in str(failure.value)


@pytest.mark.parametrize("listening", ["550 no mailbox ada@example.org"], indirect=True)
def test_an_address_that_does_not_exist_is_given_up(listening):
    _, port = listening

    with pytest.raises(Refused) as failure:
        a_mailer(port).send(a_letter())

    assert failure.value.code == "mail-refused"
    assert "ada" not in str(failure.value)
