"""Pages that Chromium prints: four of its own, and two as Google Docs exports them."""

import re
import subprocess
from collections.abc import Callable
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.truth.people import Stay
from bench.truth.sheet import Sheet
from ops.chromium import get_chromium

_CSS = (
    "@page{size:A4;margin:16mm}body{font:10pt/1.35 Carlito,sans-serif;margin:0}"
    "h1{font-size:22pt;margin:0}h2{font-size:12pt;margin:10pt 0 3pt}ul{margin:2pt 0 6pt}"
    "p{margin:2pt 0}.row{display:flex;justify-content:space-between}b{font-weight:700}"
)


def _said(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _lines(texts: tuple[str, ...] | list[str]) -> str:
    return "".join(f"<p>{_said(text)}</p>" for text in texts)


def _items(texts: tuple[str, ...] | list[str]) -> str:
    return f"<ul>{''.join(f'<li>{_said(text)}</li>' for text in texts)}</ul>"


def _row(left: str, right: str) -> str:
    return f'<div class="row"><span>{_said(left)}</span><span>{_said(right)}</span></div>'


def _titled(sheet: Sheet, section: str, body: str) -> str:
    return f"<h2>{_said(sheet.heading(section))}</h2>{body}"


def _stays(sheet: Sheet, told: Callable[[Stay], str]) -> str:
    return _titled(sheet, "experience", "".join(map(told, sheet.person.stays)))


def _top(sheet: Sheet) -> str:
    return f"<h1>{_said(sheet.name)}</h1><p><b>{_said(sheet.person.headline)}</b></p>"


def _studies(sheet: Sheet) -> str:
    rows = (_row(s.degree, sheet.studied(s)) + _lines([s.school]) for s in sheet.person.studies)
    return _titled(sheet, "education", "".join(rows))


def _side(sheet: Sheet) -> str:
    return (
        _titled(sheet, "contact", _lines(sheet.contact))
        + _titled(sheet, "skills", _items(sheet.person.skills))
        + _titled(sheet, "languages", _lines(sheet.languages("{} – {}")))
        + _titled(sheet, "certifications", _lines(sheet.certificates("{0}, {1} ({2})")))
    )


def _beside(side: str, main: str, *, is_left: bool) -> str:
    css = f"{_CSS}@page{{margin:0}}.all{{display:flex;min-height:297mm}}"
    css += ".side{width:62mm;padding:12mm 8mm;background:#20364a;color:#fff}"
    css += ".main{flex:1;padding:12mm 10mm}.side ul{padding-left:12pt}"
    parts = [f'<div class="side">{side}</div>', f'<div class="main">{main}</div>']
    body = "".join(parts if is_left else parts[::-1])
    return f'<style>{css}</style><div class="all">{body}</div>'


def side_left(sheet: Sheet) -> str:
    """Title and dates on one line, employer and place under it."""

    def told(stay: Stay) -> str:
        under = _lines([f"{stay.employer}, {stay.place}"])
        return _row(stay.title, sheet.when(stay)) + under + _items(stay.lines)

    summary = _titled(sheet, "summary", _lines([sheet.person.summary]))
    main = _top(sheet) + summary + _stays(sheet, told) + _studies(sheet)
    return _beside(_side(sheet), main, is_left=True)


def side_right(sheet: Sheet) -> str:
    """Employer in bold, title under it, dates and place under that."""

    def told(stay: Stay) -> str:
        head = f"<p><b>{_said(stay.employer)}</b></p><p><i>{_said(stay.title)}</i></p>"
        return f"{head}<p>{_said(sheet.when(stay))} | {_said(stay.place)}</p>{_items(stay.lines)}"

    main = _top(sheet) + _lines([sheet.person.summary]) + _stays(sheet, told) + _studies(sheet)
    return _beside(_side(sheet), main, is_left=False)


def employer_first(sheet: Sheet) -> str:
    """Employer and place, then title and dates; all on one column with rules."""

    def told(stay: Stay) -> str:
        rows = _row(stay.employer, stay.place) + _row(stay.title, sheet.when(stay))
        return rows + _items(stay.lines)

    css = f"{_CSS}h2{{border-bottom:1px solid;text-transform:uppercase}}"
    contact = f"<p>{' · '.join(map(_said, sheet.contact))}</p>"
    summary = _titled(sheet, "summary", _lines([sheet.person.summary]))
    rest = _titled(sheet, "skills", _lines([", ".join(sheet.person.skills)]))
    rest += _titled(sheet, "certifications", _items(sheet.certificates("{0} – {1}, {2}")))
    rest += _titled(sheet, "languages", _lines([", ".join(sheet.languages("{} ({})"))]))
    return f"<style>{css}</style>{_top(sheet)}{contact}{summary}{_stays(sheet, told)}" + (
        _studies(sheet) + rest
    )


def date_column(sheet: Sheet) -> str:
    """Dates in a narrow column at the left of every entry."""

    def entry(when: str, body: str) -> str:
        return f'<div class="entry"><div>{_said(when)}</div><div>{body}</div></div>'

    def told(stay: Stay) -> str:
        head = f"<p><b>{_said(stay.title)}</b>, {_said(stay.employer)}, {_said(stay.place)}</p>"
        return entry(sheet.when(stay), head + _items(stay.lines))

    css = f"{_CSS}.entry{{display:grid;grid-template-columns:38mm 1fr}}"
    studies = (entry(sheet.studied(s), _lines([s.degree, s.school])) for s in sheet.person.studies)
    held = (
        entry(year, _lines([f"{name}, {by}"])) for name, by, year in sheet.person.certifications
    )
    return (
        f"<style>{css}</style>{_top(sheet)}{_lines([' | '.join(sheet.contact)])}"
        + _titled(sheet, "summary", _lines([sheet.person.summary]))
        + _stays(sheet, told)
        + _titled(sheet, "education", "".join(studies))
        + _titled(sheet, "certifications", "".join(held))
        + _titled(sheet, "skills", _lines([" • ".join(sheet.person.skills)]))
        + _titled(sheet, "languages", _lines([" • ".join(sheet.languages("{}: {}"))]))
    )


def docs_employer_dash(sheet: Sheet) -> str:
    """Employer, place and title on one line, dates in capitals under it."""

    def told(stay: Stay) -> str:
        head = f"<h3>{_said(stay.employer)}, {_said(stay.place)} — <i>{_said(stay.title)}</i></h3>"
        return f"{head}<p class=when>{_said(sheet.when(stay))}</p>{_items(stay.lines)}"

    studies = (
        f"<h3>{_said(s.school)} — <i>{_said(s.degree)}</i></h3>"
        f"<p class=when>{_said(sheet.studied(s))}</p>"
        for s in sheet.person.studies
    )
    body = f"{_top(sheet)}{_lines(sheet.contact)}{_lines([sheet.person.summary])}"
    body += _stays(sheet, told) + _titled(sheet, "education", "".join(studies))
    body += _titled(sheet, "skills", _items(sheet.person.skills))
    body += _titled(sheet, "certifications", _items(sheet.certificates("{0}, {1}, {2}")))
    body += _titled(sheet, "languages", _lines([", ".join(sheet.languages("{} ({})"))]))
    return _placed_by_word(body)


def docs_title_first(sheet: Sheet) -> str:
    """Title, employer and dates under each other; skills first."""

    def told(stay: Stay) -> str:
        head = f"<h3>{_said(stay.title)}</h3><p>{_said(stay.employer)} — {_said(stay.place)}</p>"
        return f"{head}<p class=when>{_said(sheet.when(stay))}</p>{_items(stay.lines)}"

    studies = (
        f"<h3>{_said(s.degree)}</h3><p>{_said(s.school)}, {_said(sheet.studied(s))}</p>"
        for s in sheet.person.studies
    )
    body = f"{_top(sheet)}{_lines([' | '.join(sheet.contact)])}"
    body += _titled(sheet, "summary", _lines([sheet.person.summary]))
    body += _titled(sheet, "skills", _lines([", ".join(sheet.person.skills)]))
    body += _stays(sheet, told) + _titled(sheet, "education", "".join(studies))
    body += _titled(sheet, "certifications", _lines(sheet.certificates("{0} ({1}, {2})")))
    body += _titled(sheet, "languages", _items(sheet.languages("{} - {}")))
    return _placed_by_word(body)


def _placed_by_word(body: str) -> str:
    """Every word is a box of its own, which is how such exports place them."""
    words = re.compile(r"(?<=>)[^<]+(?=<)")

    def boxed(text: re.Match[str]) -> str:
        return " ".join(f"<span class=w>{word}</span>" for word in text.group().split())

    css = f"{_CSS}.w{{display:inline-block}}body{{font-family:'Liberation Serif'}}"
    css += "h3{font-size:11pt;margin:8pt 0 0}.when{font-size:8pt;color:#666}"
    return f"<style>{css}</style>{words.sub(boxed, f'<div>{body}</div>')}"


PAGES: dict[str, Callable[[Sheet], str]] = {
    "browser-side-left": side_left,
    "browser-side-right": side_right,
    "browser-employer-first": employer_first,
    "browser-date-column": date_column,
    "docs-employer-dash": docs_employer_dash,
    "docs-title-first": docs_title_first,
}


def draw(sheet: Sheet) -> bytes:
    """Raises CalledProcessError where Chromium cannot print."""
    browser = get_chromium(is_required=True)
    with TemporaryDirectory() as folder:
        page, printed = Path(folder) / "page.html", Path(folder) / "page.pdf"
        page.write_text(f"<!doctype html><meta charset=utf-8>{PAGES[sheet.layout.name](sheet)}")
        command = [str(browser), "--headless", "--no-sandbox", "--disable-gpu"]
        command += ["--no-pdf-header-footer", f"--print-to-pdf={printed}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - all of it is ours
        return printed.read_bytes()
