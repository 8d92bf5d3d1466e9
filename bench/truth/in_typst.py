"""Pages that Typst sets, in the manner of the LaTeX classes for résumés.

Needs the package `typst` (`pip install typst`), which nothing else of the project does.
"""

from collections.abc import Callable

from bench.truth.people import Stay
from bench.truth.sheet import Sheet

_SET = '#set page(paper: "a4", margin: 1.6cm)\n#set text(size: 10pt)\n#set par(justify: true)\n'
_RULED = (
    "#let section(name) = { v(6pt); smallcaps(text(size: 13pt, name)); v(-8pt);"
    " line(length: 100%, stroke: 0.5pt); v(-2pt) }\n"
)
_BOLD = '#let section(name) = { v(8pt); text(size: 12pt, weight: "bold", upper(name)); v(1pt) }\n'


def _s(text: str) -> str:
    """Content of exactly this text."""
    quoted = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'#"{quoted}"'


def _section(sheet: Sheet, name: str) -> str:
    return f'\n#section("{sheet.heading(name)}")\n'


def _items(texts: tuple[str, ...] | list[str]) -> str:
    return "".join(f"- {_s(text)}\n" for text in texts)


def _pair(left: str, right: str) -> str:
    return f"{left} #h(1fr) {right} \\\n"


def _experience(sheet: Sheet, told: Callable[[Stay], str]) -> str:
    return _section(sheet, "experience") + "\n".join(map(told, sheet.person.stays))


def _lists(sheet: Sheet) -> str:
    said = _section(sheet, "skills") + _s(", ".join(sheet.person.skills)) + "\n"
    said += _section(sheet, "certifications") + _items(sheet.certificates("{0}, {1}, {2}"))
    return said + _section(sheet, "languages") + _s(", ".join(sheet.languages("{} ({})"))) + "\n"


def rules(sheet: Sheet) -> str:
    """Title and dates, employer and place in italics; small capitals over rules."""

    def told(stay: Stay) -> str:
        head = _pair(f"*{_s(stay.title)}*", _s(sheet.when(stay)))
        return head + _pair(f"_{_s(stay.employer)}_", f"_{_s(stay.place)}_") + _items(stay.lines)

    person = sheet.person
    top = f"#align(center)[#text(size: 22pt)[{_s(sheet.name)}] \\ {_s(person.headline)} \\\n"
    top += f"{_s(' | '.join(sheet.contact))}]\n{_section(sheet, 'education')}"
    for study in person.studies:
        top += _pair(f"*{_s(study.school)}*", _s(sheet.studied(study)))
        top += f"_{_s(study.degree)}_ \\\n"
    return f"{_SET}{_RULED}{top}{_experience(sheet, told)}{_lists(sheet)}"


def dates_left(sheet: Sheet) -> str:
    """Dates in a column at the left, employer and place behind the title on one line."""

    def entry(when: str, body: str) -> str:
        return f"#grid(columns: (2.6cm, 1fr), [{_s(when)}], [{body}])\n"

    def told(stay: Stay) -> str:
        head = f"*{_s(stay.title)}*, _{_s(stay.employer)}_, {_s(stay.place)}.\n"
        return entry(sheet.when(stay), f"{head}{_items(stay.lines)}")

    person = sheet.person
    top = _pair(f"#text(size: 24pt)[{_s(sheet.name)}]", _s(person.place))
    facts = [fact for fact in sheet.contact if fact != person.place]
    top += _s(person.headline) + " \\\n" + _s(" • ".join(facts)) + "\n"
    top += _section(sheet, "summary") + _s(person.summary) + "\n"
    studies = "".join(
        entry(sheet.studied(s), f"*{_s(s.degree)}*, _{_s(s.school)}_.") for s in person.studies
    )
    studies = _section(sheet, "education") + studies
    return f"{_SET}{_BOLD}{top}{_experience(sheet, told)}{studies}{_lists(sheet)}"


def side_right(sheet: Sheet) -> str:
    """Two columns: work at the left; contact, skills, languages and schools at the right."""

    def told(stay: Stay) -> str:
        head = f"*{_s(stay.title)}* \\\n_{_s(stay.employer)}_ \\\n"
        return head + _pair(_s(sheet.when(stay)), _s(stay.place)) + _items(stay.lines)

    person = sheet.person
    side = _section(sheet, "contact") + " \\\n".join(map(_s, sheet.contact)) + "\n"
    side += _section(sheet, "skills") + " \\\n".join(map(_s, person.skills)) + "\n"
    side += _section(sheet, "languages") + " \\\n".join(map(_s, sheet.languages("{} – {}")))
    side += f"\n{_section(sheet, 'education')}"
    for study in person.studies:
        side += f"*{_s(study.degree)}* \\\n{_s(study.school)} \\\n{_s(sheet.studied(study))}\n\n"
    side += _section(sheet, "certifications")
    side += " \\\n".join(map(_s, sheet.certificates("{0} ({2})")))
    main = _section(sheet, "summary") + _s(person.summary) + "\n" + _experience(sheet, told)
    top = f'#text(size: 24pt, weight: "bold")[{_s(sheet.name)}] \\\n{_s(person.headline)}\n'
    grid = f"#grid(columns: (1fr, 5.4cm), column-gutter: 0.8cm, [{main}], [{side}])"
    return f"{_SET}#set par(justify: false)\n{_BOLD}{top}{grid}"


def one_line(sheet: Sheet) -> str:
    """Employer, title and place on one line with the dates; the name in the middle."""

    def told(stay: Stay) -> str:
        head = f"*{_s(stay.employer)}* — {_s(stay.title)}, {_s(stay.place)}"
        return _pair(head, f"_{_s(sheet.when(stay))}_") + _items(stay.lines)

    person = sheet.person
    top = f"#align(center)[#text(size: 20pt, tracking: 1pt)[{_s(sheet.name)}] \\\n"
    top += f"{_s(' · '.join(sheet.contact))}]\n*{_s(person.headline)}* \\\n{_s(person.summary)}\n"
    studies = _section(sheet, "education")
    for study in person.studies:
        studies += _pair(f"*{_s(study.school)}* — {_s(study.degree)}", _s(sheet.studied(study)))
    return f"{_SET}{_RULED}{top}{_experience(sheet, told)}{studies}{_lists(sheet)}"


SOURCES: dict[str, Callable[[Sheet], str]] = {
    "typeset-rules": rules,
    "typeset-dates-left": dates_left,
    "typeset-side-right": side_right,
    "typeset-one-line": one_line,
}


def draw(sheet: Sheet) -> bytes:
    import typst  # noqa: PLC0415 - only who renders the set again needs it

    written: bytes = typst.compile(SOURCES[sheet.layout.name](sheet).encode())
    return written
