"""What becomes of a mail that is owed: the right template, its link, and the way out."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy.orm import Session

from chassis.db import Database
from chassis.ids import hash_code
from chassis.jobs import Task
from chassis.keys import Keyring
from contracts.auth import NoticeTemplate, Token
from contracts.message import PersonId, Scope
from services.auth import domain, store
from services.auth.domain import LINK_LIFE, PURPOSES, KnownLink
from services.auth.mail import Letter, Mailer
from services.auth.tokens import Tokens


class SendMail(Task):
    """A mail that is owed. What it says is decided when it is sent."""

    kind: ClassVar[str] = "auth.send_mail"
    key: ClassVar[str] = "mail_id"

    mail_id: UUID
    person: PersonId
    template: NoticeTemplate


class Mailroom:
    """Safe to share, and to ask twice: the second copy is the same mail, known by its id."""

    def __init__(self, db: Database, keyring: Keyring, tokens: Tokens, mailer: Mailer) -> None:
        self._db = db
        self._keyring = keyring
        self._tokens = tokens
        self._mailer = mailer

    def send(self, task: SendMail, at: datetime) -> None:
        """Say what the account's state calls for by now, which may be nothing.

        Raises Unavailable when the mail server is away, Refused when it will not take the address.
        """
        letter = self._letter(task, at)
        if letter is not None:
            self._mailer.send(letter)

    def _letter(self, task: SendMail, at: datetime) -> Letter | None:
        """The mail that is due, its link in place before it goes out."""
        with self._db.transaction(task.person) as tx:
            account = store.find_account(tx, task.person)
        if account is None:
            return None
        key = self._keyring.get(Scope.ACCOUNT, task.person, task.person)
        address = store.profile(key, account).email
        with self._db.transaction(task.person) as tx:
            whose = store.find_person(tx, self._tokens.email_index(address))
            template = domain.template_due(task.template, whose=whose, person=task.person)
            if template is None:
                return None
            token = self._put_link(tx, task, template, account.password_number, at)
        return Letter(task.mail_id, template, address, token)

    def _put_link(
        self, tx: Session, task: SendMail, template: NoticeTemplate, number: int, at: datetime
    ) -> Token:
        """The token of the mail's link, or nothing where the mail has none that is secret."""
        purpose = PURPOSES.get(template)
        if purpose is None:
            return ""
        token = self._tokens.of_link(purpose, task.mail_id, number)
        link = KnownLink(task.person, purpose, number)
        end = at + LINK_LIFE[purpose]
        store.put_link(tx, link, mail_id=task.mail_id, token_hash=hash_code(token), expires_at=end)
        return token
