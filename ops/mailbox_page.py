"""The mailbox as a page for people and as JSON for programs; read only, no script.

/messages        a list of mails, newest first; /messages?to=ADDRESS those to one address
"""

import html
import json
import re
import socket
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from ops.inbox import Inbox, Mail
from ops.ports import LOOPBACK

_HOSTS = {LOOPBACK, "localhost"}
_LINK = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:!?)]")
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
        " frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
_HTML, _JSON, _CSS = "text/html; charset=utf-8", "application/json", "text/css"

_STYLE = """
:root { color-scheme: light dark; --ink: #1c2330; --soft: #5b6575; --line: #dfe3ea;
  --paper: #ffffff; --ground: #f5f6f9; --accent: #2f5bd7; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ebf1; --soft: #a2abba; --line: #333b49;
  --paper: #1b212c; --ground: #12161e; --accent: #8fabff; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink);
  font: 1rem/1.6 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
h1 { font-size: 1.5rem; margin: 0; overflow-wrap: anywhere; }
header p, .when, dt { color: var(--soft); }
header { margin-bottom: 1.75rem; }
a { color: var(--accent); overflow-wrap: anywhere; }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
ul { list-style: none; margin: 0; padding: 0; }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: 12px; }
li + li { border-top: 1px solid var(--line); }
li a { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; padding: .9rem 1.25rem;
  text-decoration: none; color: inherit; }
li a:hover .subject { color: var(--accent); text-decoration: underline; }
.subject { font-weight: 600; }
.to { grid-column: 1 / -1; color: var(--soft); overflow-wrap: anywhere; }
.when { font-variant-numeric: tabular-nums; }
.empty, article { padding: 1.5rem 1.25rem; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .15rem 1rem; margin: 1rem 0 1.5rem; }
dd { margin: 0; overflow-wrap: anywhere; }
pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; margin: 0;
  border-top: 1px solid var(--line); padding-top: 1.5rem; }
"""

_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="stylesheet" href="/style.css">
<main>
{body}
</main>
</html>
"""


class MailboxServer(ThreadingHTTPServer):
    """Serves one inbox on a socket that listens; its health names the start that it belongs to."""

    daemon_threads = True

    def __init__(self, inbox: Inbox, listener: socket.socket, start_id: str = "") -> None:
        super().__init__(listener.getsockname(), _Handler, bind_and_activate=False)
        self.socket.close()
        self.socket = listener
        self.server_name, self.server_port = listener.getsockname()
        self.inbox = inbox
        self.start_id = start_id


class _Handler(BaseHTTPRequestHandler):
    server: MailboxServer
    server_version, sys_version = "mailbox", ""
    timeout = 10

    def do_GET(self) -> None:
        if urlsplit(f"//{self.headers.get('Host', '')}").hostname not in _HOSTS:
            self._send(HTTPStatus.MISDIRECTED_REQUEST, "text/plain", "Ask by a loopback name.")
            return
        url = urlsplit(self.path)
        found = re.fullmatch(r"/messages/([0-9]{1,9})", url.path)
        if found:
            self._send_mail(int(found[1]))
            return
        pages: dict[str, Callable[[], tuple[str, str]]] = {
            "/": lambda: (_HTML, list_page(self.server.inbox.mails())),
            "/style.css": lambda: (_CSS, _STYLE),
            "/healthz": lambda: (_JSON, self._health()),
            "/messages": lambda: (_JSON, self._as_json(url.query)),
        }
        if page := pages.get(url.path):
            self._send(HTTPStatus.OK, *page())
        else:
            self._send_missing()

    def log_message(self, *_: object) -> None:
        """Says nothing: a path may hold an address."""

    def _health(self) -> str:
        return json.dumps({"status": "ok", "start": self.server.start_id})

    def _as_json(self, query: str) -> str:
        to = parse_qs(query).get("to", [None])[0]
        mails = [asdict(mail) for mail in self.server.inbox.mails(to)]
        return json.dumps(mails, default=datetime.isoformat)

    def _send_mail(self, number: int) -> None:
        mail = self.server.inbox.find(number)
        if mail is None:
            self._send_missing()
        else:
            self._send(HTTPStatus.OK, _HTML, mail_page(mail))

    def _send_missing(self) -> None:
        body = '<h1>No such mail</h1><p><a href="/">All mails</a></p>'
        self._send(HTTPStatus.NOT_FOUND, _HTML, _PAGE.format(title="No such mail", body=body))

    def _send(self, status: HTTPStatus, kind: str, body: str) -> None:
        content = body.encode()
        self.send_response(status)
        headers = {**_HEADERS, "Content-Type": kind, "Content-Length": str(len(content))}
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)


def list_page(mails: list[Mail]) -> str:
    """All mails, newest first."""
    rows = "".join(_row(mail) for mail in mails)
    empty = (
        '<p class="empty">No mail yet. Sign up, and the confirmation arrives here. '
        '<a href="/">Look again</a></p>'
    )
    body = f"""<header><h1>Mailbox</h1>
<p>Every mail that this Mira sends ends here, on your machine. <a href="/">Look again</a></p>
</header>
<div class="card">{f"<ul>{rows}</ul>" if mails else empty}</div>"""
    return _PAGE.format(title=f"Mailbox ({len(mails)})", body=body)


def mail_page(mail: Mail) -> str:
    """One mail: its text with links that can be followed, and nothing else of it interpreted."""
    body = f"""<header><p><a href="/">All mails</a></p></header>
<article class="card"><h1>{_escaped(mail.subject)}</h1>
<dl><dt>From</dt><dd>{_escaped(mail.sender)}</dd>
<dt>To</dt><dd>{_escaped(", ".join(mail.to))}</dd>
<dt>At</dt><dd>{_time(mail.received_at)}</dd></dl>
<pre>{_linked(mail.text)}</pre></article>"""
    return _PAGE.format(title=_escaped(mail.subject), body=body)


def _row(mail: Mail) -> str:
    return (
        f'<li><a href="/messages/{mail.number}">'
        f'<span class="subject">{_escaped(mail.subject)}</span>'
        f'<span class="when">{_time(mail.received_at)}</span>'
        f'<span class="to">to {_escaped(", ".join(mail.to))}</span></a></li>'
    )


def _linked(text: str) -> str:
    """`text` escaped, with its http(s) addresses as links."""
    parts, place = [], 0
    for link in _LINK.finditer(text):
        address = _escaped(link[0])
        parts += [_escaped(text[place : link.start()]), f'<a href="{address}">{address}</a>']
        place = link.end()
    return "".join([*parts, _escaped(text[place:])])


def _escaped(text: str) -> str:
    return html.escape(text, quote=True)


def _time(at: datetime) -> str:
    utc = at.astimezone(UTC)
    return f'<time datetime="{utc.isoformat()}">{utc:%H:%M:%S} UTC</time>'
