"""A mailbox for development: takes every mail, delivers none, shows the last 200 on a page.

    python -m ops.mailbox --smtp-port 1025 --page-socket 5

Mails are kept in memory alone and are gone when it ends. They come in on loopback. The page is
served on a listening socket that whoever starts this hands over by its number; it answers only
when it is asked by a loopback name, so that no foreign page can read it through DNS.
"""

import argparse
import os
import socket

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from ops.inbox import Inbox
from ops.mailbox_page import MailboxServer
from ops.ports import LOOPBACK, START_VARIABLE

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
    parser.add_argument("--page-socket", type=int, required=True)
    given = parser.parse_args()
    inbox = Inbox()
    postman = Controller(
        Postman(inbox), hostname=LOOPBACK, port=given.smtp_port, data_size_limit=_MAX_BYTES
    )
    postman.start()
    page = MailboxServer(
        inbox, socket.socket(fileno=given.page_socket), os.environ.get(START_VARIABLE, "")
    )
    page.serve_forever()


if __name__ == "__main__":
    main()
