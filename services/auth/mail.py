"""The mails: a closed list of templates, plain and HTML, and the way out to the mail server.

No mail says anything that a stranger typed (a name, for one), because anybody can make us write
to any address. Nothing here is marketing.
"""

import smtplib
import ssl
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from functools import cache
from html import escape
from pathlib import Path
from string import Template
from uuid import UUID

from chassis.errors import Refused, Unavailable
from chassis.ids import made_at
from contracts.auth import NoticeTemplate

TIMEOUT_S = 5
_FOLDER = Path(__file__).with_name("mails")
_PATHS = {
    NoticeTemplate.CONFIRM_EMAIL: "/confirm?token=",
    NoticeTemplate.RESET_PASSWORD: "/reset/new?token=",
    NoticeTemplate.ALREADY_REGISTERED: "/sign-in",
    NoticeTemplate.PASSWORD_CHANGED: "/reset",
}


@dataclass(frozen=True)
class Letter:
    """One mail. `mail_id` makes its Message-ID, so that a second copy is known as one."""

    mail_id: UUID
    template: NoticeTemplate
    address: str
    token: str = ""


class Mailer:
    """Speaks SMTP to one server; takes TLS where it is offered. Safe to share."""

    def __init__(self, host: str, port: int, sender: str, public_url: str) -> None:
        self._host = host
        self._port = port
        self._sender = sender
        self._public_url = public_url.rstrip("/")

    def send(self, letter: Letter) -> None:
        """Hand the mail over. Raises Unavailable to try again, Refused if it is hopeless.

        What the server says is dropped: it quotes the address.
        """
        message = self.composed(letter)
        try:
            with smtplib.SMTP(self._host, self._port, timeout=TIMEOUT_S) as server:
                if _offers_tls(server):
                    server.starttls(context=ssl.create_default_context())
                server.send_message(message)
        except smtplib.SMTPRecipientsRefused as error:
            raise _fate([code for code, _ in error.recipients.values()]) from None
        except smtplib.SMTPResponseException as error:
            raise _fate([error.smtp_code]) from None
        except (OSError, smtplib.SMTPException):
            raise Unavailable("The mail server is away.") from None

    def composed(self, letter: Letter) -> EmailMessage:
        """The same letter is the same mail, to the byte."""
        link = self._public_url + _PATHS[letter.template] + letter.token
        subject, _, text = _template(letter.template, "txt").partition("\n\n")
        html = _template(letter.template, "html")
        message = EmailMessage(policy=SMTP)
        message["From"] = Address("Mira", addr_spec=self._sender)
        message["To"] = Address(addr_spec=letter.address)
        message["Subject"] = subject
        message["Date"] = made_at(letter.mail_id)
        message["Message-ID"] = f"<{letter.mail_id}@{self._sender.partition('@')[2]}>"
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(Template(text).substitute(link=link))
        frame = Template(_template("frame", "html"))
        body = Template(html).substitute(link=escape(link))
        message.add_alternative(frame.substitute(title=escape(subject), body=body), subtype="html")
        message.set_boundary(f"mira-{letter.mail_id}")
        return message


def _offers_tls(server: smtplib.SMTP) -> bool:
    server.ehlo_or_helo_if_needed()
    return server.has_extn("starttls")


def _fate(codes: list[int]) -> Refused | Unavailable:
    """5xx will not get better (RFC 5321, 4.2.1), anything else may."""
    if codes and all(500 <= code < 600 for code in codes):
        return Refused("The mail server refuses this address.", code="mail-refused")
    return Unavailable("The mail server does not take mail right now.")


@cache
def _template(name: str, suffix: str) -> str:
    return (_FOLDER / f"{name}.{suffix}").read_text(encoding="utf-8")
