"""The page that opens an archive: readable by itself, without script, style or picture from afar.

What it shows was written by anybody, so all of it is escaped, and nothing in it can run.
"""

from collections.abc import Iterable
from datetime import datetime
from html import escape

from contracts.privacy import Withheld
from services.privacy.archive import Entry
from services.privacy.layout import Shown

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>Everything Mira holds about you</title>
<style>
body {{ font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto }}
table {{ border-collapse: collapse; width: 100% }}
th, td {{ text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #ccc }}
code {{ overflow-wrap: anywhere }}
</style>
</head>
<body>
<h1>Everything Mira holds about {name}</h1>
<p>Written on {at}. Times are in UTC. <a href="account.json">Your account</a>.</p>
<h2>What you gave, and what came of it</h2>
<table><thead><tr><th>What</th><th>Title</th><th>From</th><th>Files</th></tr></thead>
<tbody>
{things}
</tbody></table>
<h2>All files</h2>
<p><a href="manifest.json">manifest.json</a> has the SHA-256 of each.</p>
<table><thead><tr><th>File</th><th>Bytes</th></tr></thead>
<tbody>
{files}
</tbody></table>
<h2>What is not in here, and why</h2>
<table><thead><tr><th>What</th><th>Why</th></tr></thead>
<tbody>
{withheld}
</tbody></table>
</body>
</html>
"""


def index_page(
    *,
    name: str,
    at: datetime,
    shown: Iterable[Shown],
    entries: Iterable[Entry],
    withheld: Iterable[Withheld],
) -> str:
    paths = list(entries)
    there = {entry.path for entry in paths}
    return _PAGE.format(
        name=escape(name),
        at=f"{at:%d %B %Y, %H:%M}".lstrip("0"),
        things="\n".join(_thing(each, there) for each in shown),
        files="\n".join(_row(_link(entry.path), f"{entry.bytes:,}") for entry in paths),
        withheld="\n".join(_row(_code(each.what), escape(each.why)) for each in withheld),
    )


def _thing(shown: Shown, there: set[str]) -> str:
    inside = sorted(path for path in there if path.startswith(f"{shown.folder}/"))
    links = ", ".join(_link(path, path.rsplit("/", 1)[-1]) for path in inside)
    return _row(escape(shown.kind), escape(shown.title), escape(shown.at[:10]), links)


def _link(path: str, words: str = "") -> str:
    return f'<a href="{escape(path)}">{escape(words or path)}</a>'


def _code(words: str) -> str:
    return f"<code>{escape(words)}</code>"


def _row(*cells: str) -> str:
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
