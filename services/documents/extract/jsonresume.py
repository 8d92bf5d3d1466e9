"""JSON Resume (schema 1.2.1, jsonresume.org) and its common relatives, set as a page.

The page has the layout that the rules engine reads best, so nothing needs to be guessed later.
Lists of plain strings stand wherever a relative of the schema has them instead of objects.
What has no place on it, such as the address of a project, stands under a last heading.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any

from contracts.extraction import ExtractionState
from services.documents.extract.reading import Unreadable

_BASICS = ("basics", "personalInfo", "personal_info")
_TITLE = ("position", "title", "role")
_EMPLOYER = ("company", "employer", "organization", "name")
_NAMES = ("name", "position", "title", "institution", "organization", "language", "company")
_NAME = ("name", "title", "language")
_ISSUER = ("issuer", "awarder", "publisher", "entity", "organization")
_DEGREE = ("studyType", "degree")
_SCHOOL = ("institution", "school", "university")
_START = ("startDate", "start_date", "start")
_END = ("endDate", "end_date", "end")
_WHEN = ("years", "dates", "date", "releaseDate")
_PROSE = ("summary", "description", "reference")
_POINTS = ("highlights", "bullets", "achievements", "description", "courses")

_NOT_SAID = ("$schema", "meta", "id")
"""Of the file, not of the person."""

Lines = Iterator[str]


class Entry(dict[str, Any]):
    """Remembers what was asked of it, so that the rest can be told."""

    def __init__(self, fields: dict[str, Any]) -> None:
        super().__init__(fields)
        self._asked: set[str] = set()

    def ask(self, key: str) -> Any:
        self._asked.add(key)
        return self.get(key)

    def rest(self) -> Lines:
        """Each text that nobody asked for, with its name."""
        for key, value in self.items():
            if key not in (*self._asked, *_NOT_SAID):
                yield from _leaves(key, value)


def _leaves(name: str, value: object) -> Lines:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(f"{name}, {key}", inner)
    elif isinstance(value, list):
        for inner in value:
            if not _plain(inner):
                yield from _leaves(name, inner)
        if said := ", ".join(filter(None, map(_plain, value))):
            yield f"{name}: {said}"
    elif said := _plain(value):
        yield f"{name}: {said}"


def text_of(text: str) -> str:
    """Raises Unreadable (unsupported) for JSON that is no résumé."""
    document = Entry(json.loads(text))
    basics = next((each for key in _BASICS if (each := _object(document.ask(key)))), None)
    if basics is None:
        raise Unreadable(ExtractionState.UNSUPPORTED, "json")
    more = document.ask("additional")
    document = Entry({**more, **document}) if isinstance(more, dict) else document
    lines = list(_head(basics, document))
    rest = [*basics.rest()]
    for heading, (keys, written) in _SECTIONS.items():
        entries = [_entry(each) for key in keys for each in _list(document.ask(key))]
        if entries:
            lines += ["", heading]
            for entry in entries:
                lines += written(entry)
                rest += [f"{_first(entry, *_NAMES)}, {said}" for said in entry.rest()]
    for key in (*_BASICS, "additional"):
        document.ask(key)
    rest += document.rest()
    return "\n".join([*lines, *(["", "ADDITIONAL INFORMATION", *rest] if rest else [])])


def _entry(value: object) -> Entry:
    return Entry(value if isinstance(value, dict) else {"name": value})


def _object(value: object) -> Entry | None:
    return Entry(value) if isinstance(value, dict) else None


def _head(basics: Entry, document: Entry) -> Lines:
    yield _first(basics, "name", "fullName")
    yield _first(basics, "label", "title", "headline")
    yield _place(basics.ask("location"))
    yield _joined(" | ", basics, "email", "phone", "url", "website", "linkedin", "github")
    yield from map(_profile, _objects(basics.ask("profiles")))
    summary = _first(basics, "summary") or _first(document, "summary")
    if summary:
        yield from ("", "SUMMARY", summary)


def _place(value: object) -> str:
    """Labelled, for no list has every town."""
    place = _object(value)
    if place is None:
        return _plain(value)
    said = _joined(", ", place, "city", "region") or _joined(", ", place, "address")
    country = "" if place.ask("region") else _plain(place.ask("countryCode"))
    return f"Location: {said}{', ' if country else ''}{country}" if said else country


def _profile(profile: Entry) -> str:
    """Its address; where only a name is given, the network and the name."""
    return _plain(profile.get("url")) or _joined(": ", profile, "network", "username")


def _work(entry: Entry) -> Lines:
    """Labelled, so that no name of a job or a firm is taken for something else."""
    title, employer = _first(entry, *_TITLE), _first(entry, *_EMPLOYER)
    said = {
        "Position": title or employer,
        "Employer": employer if title else "",
        "Location": _plain(entry.ask("location")),
        "Dates": _dates(entry),
    }
    yield from (f"{label}: {value}" for label, value in said.items() if value)
    yield from _body(entry)


def _education(entry: Entry) -> Lines:
    degree, area = _first(entry, *_DEGREE), _first(entry, "area")
    yield _row(f"{degree} in {area}" if degree and area else degree or area, _dates(entry))
    yield _first(entry, *_SCHOOL, "name")
    yield from (f"GPA: {score}" for score in [_first(entry, "score", "gpa")] if score)
    yield from _body(entry)


def _named(entry: Entry) -> Lines:
    issuer = _first(entry, *_ISSUER)
    name = _first(entry, *_NAME)
    yield _row(f"{name}, {issuer}" if issuer else name, _dates(entry))
    yield from _body(entry)


def _skill(entry: Entry) -> Lines:
    words = ", ".join(_plain(word) for word in _list(entry.ask("keywords")))
    yield f"{_first(entry, *_NAME)}: {words}" if words else _first(entry, *_NAME)


def _language(entry: Entry) -> Lines:
    yield " - ".join(filter(None, (_first(entry, *_NAME), _first(entry, "fluency", "level"))))


_SECTIONS: dict[str, tuple[tuple[str, ...], Callable[[Entry], Lines]]] = {
    "EXPERIENCE": (("work", "workExperience", "experience"), _work),
    "EDUCATION": (("education",), _education),
    "PROJECTS": (("projects", "personalProjects"), _named),
    "SKILLS": (("skills", "technicalSkills"), _skill),
    "CERTIFICATIONS": (("certificates", "certifications", "certificationsTraining"), _named),
    "LANGUAGES": (("languages",), _language),
    "AWARDS": (("awards",), _named),
    "PUBLICATIONS": (("publications",), _named),
    "VOLUNTEERING": (("volunteer",), _work),
    "INTERESTS": (("interests",), _skill),
    "REFERENCES": (("references",), _named),
}


def _body(entry: Entry) -> Lines:
    for key in _PROSE:
        yield from _written(entry.ask(key))
    for key in _POINTS:
        if isinstance(entry.ask(key), list):
            yield from (f"• {text}" for point in entry[key] if (text := _plain(point)))
    words = ", ".join(_plain(word) for word in _list(entry.ask("keywords")))
    if words:
        yield f"Technologies: {words}"


def _dates(entry: Entry) -> str:
    start, end = _first(entry, *_START), _first(entry, *_END)
    if start:
        return f"{_month(start)} – {_month(end) or 'Present'}"
    return _month(end or _first(entry, *_WHEN))


def _month(date: str) -> str:
    """An ISO day without its day: a résumé counts in months."""
    return date[:7] if len(date) == 10 and date[4] == date[7] == "-" else date


def _row(left: str, right: str) -> str:
    return f"{left}\t{right}" if left and right else left or right


def _first(entry: Entry, *keys: str) -> str:
    return next((text for key in keys if (text := _plain(entry.ask(key)))), "")


def _joined(separator: str, entry: Entry, *keys: str) -> str:
    return separator.join(text for key in keys if (text := _plain(entry.ask(key))))


def _plain(value: object) -> str:
    """One line of text; nothing for what is no text or number."""
    return " ".join(str(value).split()) if isinstance(value, str | int | float) else ""


def _written(value: object) -> Lines:
    """Prose with the lines that it was written in."""
    yield from filter(None, map(_plain, value.splitlines() if isinstance(value, str) else [value]))


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _objects(value: object) -> list[Entry]:
    return [found for item in _list(value) if (found := _object(item))]
