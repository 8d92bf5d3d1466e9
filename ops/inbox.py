"""The mails that the development mailbox has taken, in memory."""

import threading
from collections import deque
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

_KEPT = 200


@dataclass(frozen=True)
class Mail:
    """One mail as a person reads it; `text` is its plain part, or its HTML as it was written."""

    number: int
    received_at: datetime
    sender: str
    to: tuple[str, ...]
    subject: str
    text: str


class Inbox:
    """The last mails, newest first. Safe to use from any thread."""

    def __init__(self, size: int = _KEPT) -> None:
        self._mails: deque[Mail] = deque(maxlen=size)
        self._count = 0
        self._lock = threading.Lock()

    def add(self, sender: str, to: tuple[str, ...], content: bytes) -> Mail:
        message = message_from_bytes(content, policy=policy.default)
        with self._lock:
            self._count += 1
            mail = Mail(
                number=self._count,
                received_at=datetime.now(UTC),
                sender=sender,
                to=to,
                subject=str(message["subject"] or "(no subject)"),
                text=_text(message),
            )
            self._mails.appendleft(mail)
        return mail

    def mails(self, to: str | None = None) -> list[Mail]:
        """All, or those to one address; upper and lower case are the same."""
        with self._lock:
            kept = list(self._mails)
        if to is None:
            return kept
        return [mail for mail in kept if to.lower() in (address.lower() for address in mail.to)]

    def find(self, number: int) -> Mail | None:
        return next((mail for mail in self.mails() if mail.number == number), None)


def _text(message: EmailMessage) -> str:
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        return ""
    try:
        return str(part.get_content())
    except (LookupError, UnicodeError):
        payload: Any = part.get_payload(decode=True)
        return bytes(payload or b"").decode(errors="replace")
