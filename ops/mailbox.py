"""A mailbox for development: takes every mail, delivers none, shows the last 200 on a page.

    python -m ops.mailbox --smtp-port 1025 --page-port 8025

Mails are kept in memory alone and are gone when it ends. Both ports are on loopback, and the page
answers only when it is asked by a loopback name, so that no foreign page can read it through DNS.
Whoever starts this may hand over a socket that listens on the page's port already.
"""

import argparse
import os
import socket

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from ops.inbox import Inbox
from ops.mailbox_page import MailboxServer
from ops.ports import LISTENER_VARIABLE, LOOPBACK, START_VARIABLE

_MAX_BYTES = 1_000_000


class Postman:
    """What aiosmtpd calls for each mail."""

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        content = envelope.content or b""
        data = content if isinstance(content, bytes) else content.encode()
        self._inbox.add(envelope.mail_from or "", tuple(envelope.rcpt_tos), data)
        return "250 Message accepted"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m ops.mailbox", description=__doc__)
    parser.add_argument("--smtp-port", type=int, required=True)
    parser.add_argument("--page-port", type=int, required=True)
    given = parser.parse_args()
    inbox = Inbox()
    postman = Controller(
        Postman(inbox), hostname=LOOPBACK, port=given.smtp_port, data_size_limit=_MAX_BYTES
    )
    postman.start()
    start_id = os.environ.get(START_VARIABLE, "")
    MailboxServer(inbox, _listener(given.page_port), start_id).serve_forever()


def _listener(port: int) -> socket.socket:
    """What was handed over, or one of our own. Raises OSError when the port is taken."""
    if number := os.environ.get(LISTENER_VARIABLE):
        return socket.socket(fileno=int(number))
    return socket.create_server((LOOPBACK, port), backlog=64)


if __name__ == "__main__":
    main()
