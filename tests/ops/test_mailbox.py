import smtplib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from http import HTTPStatus

import httpx
from aiosmtpd.controller import Controller

from ops.inbox import Inbox
from ops.mailbox import Postman
from ops.mailbox_page import MailboxServer
from ops.ports import LOOPBACK, free_port, hold


def a_mail(text: str = "Hello", *, subject: str = "A subject") -> bytes:
    mail = EmailMessage()
    mail["Subject"], mail["To"] = subject, "imke@example.org"
    mail.set_content(text)
    return mail.as_bytes()


def an_inbox(*mails: bytes) -> Inbox:
    inbox = Inbox()
    for mail in mails:
        inbox.add("mira@example.org", ("imke@example.org",), mail)
    return inbox


@contextmanager
def a_page(inbox: Inbox) -> Iterator[str]:
    listener = hold(free_port())
    assert listener is not None
    server = MailboxServer(inbox, listener)
    thread = threading.Thread(target=server.serve_forever, args=[0.02])
    thread.start()
    try:
        yield f"http://{LOOPBACK}:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_a_mail_sent_by_smtp_is_shown() -> None:
    inbox = Inbox()
    port = free_port()
    postman = Controller(Postman(inbox), hostname=LOOPBACK, port=port)
    postman.start()
    with smtplib.SMTP(LOOPBACK, port) as smtp:
        smtp.sendmail("mira@example.org", ["imke@example.org"], a_mail(subject="Grüße"))
    postman.stop()

    assert [mail.subject for mail in inbox.mails()] == ["Grüße"]


def test_only_the_last_mails_are_kept_newest_first() -> None:
    inbox = Inbox(size=2)
    for subject in ("one", "two", "three"):
        inbox.add("mira@example.org", ("imke@example.org",), a_mail(subject=subject))

    assert [mail.subject for mail in inbox.mails()] == ["three", "two"]


def test_programs_ask_for_the_mails_of_one_address() -> None:
    inbox = an_inbox(a_mail())
    inbox.add("mira@example.org", ("Bo@Example.org",), a_mail("for Bo"))

    with a_page(inbox) as address:
        mails = httpx.get(f"{address}/messages?to=bo@example.org").json()

    assert [mail["text"].strip() for mail in mails] == ["for Bo"]


def test_a_link_can_be_followed_and_markup_is_only_text() -> None:
    inbox = an_inbox(a_mail("<script>x</script> http://127.0.0.1/?a=1&b=2.", subject="<b>"))

    with a_page(inbox) as address:
        page, listing = httpx.get(f"{address}/messages/1").text, httpx.get(address).text

    assert '<a href="http://127.0.0.1/?a=1&amp;b=2">' in page
    assert "<script>" not in page
    assert "<b>" not in page + listing


def test_a_quote_in_a_link_cannot_leave_its_attribute() -> None:
    inbox = an_inbox(a_mail('http://127.0.0.1/"onmouseover="alert(1)'))

    with a_page(inbox) as address:
        page = httpx.get(f"{address}/messages/1").text

    assert 'href="http://127.0.0.1/"' in page
    assert '"onmouseover' not in page


def test_a_foreign_name_for_loopback_is_refused() -> None:
    with a_page(an_inbox(a_mail())) as address:
        answer = httpx.get(f"{address}/messages", headers={"Host": "rebound.example.org"})

    assert answer.status_code == HTTPStatus.MISDIRECTED_REQUEST


def test_a_mail_that_is_not_there_is_not_found() -> None:
    with a_page(Inbox()) as address:
        assert httpx.get(f"{address}/messages/7").status_code == HTTPStatus.NOT_FOUND
