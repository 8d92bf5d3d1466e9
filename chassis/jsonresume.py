"""An analysis of a résumé as JSON Resume, which other programs can read.

https://jsonresume.org/schema: what we did not find is left out, nothing is made up.
"""

from collections.abc import Iterable
from typing import Any

from contracts.analysis import Entry, ResumeAnalysis, Role, Text
from contracts.evidence import Span

SCHEMA = "https://unpkg.com/@jsonresume/schema@1.2.1/schema.json"


def json_resume(analysis: ResumeAnalysis) -> dict[str, Any]:
    """Valid under schema 1.2.1; read as a résumé, it gives the same analysis again.

    A degree is the `studyType` as it was written, with the subject that stands in it.
    """
    return {
        "$schema": SCHEMA,
        "basics": _basics(analysis),
        "work": [_work(role) for role in analysis.roles],
        "education": [_entry(each, "studyType", "institution") for each in analysis.education],
        "projects": [_project(each) for each in analysis.projects],
        "certificates": [_certificate(each) for each in analysis.certifications],
        "volunteer": [_volunteering(each) for each in analysis.volunteering],
        "languages": [_language(each) for each in analysis.languages],
        "skills": [{"name": name} for name in _skills(analysis)],
    }


def _basics(analysis: ResumeAnalysis) -> dict[str, Any]:
    contact = analysis.contact
    city = _value(contact.location)
    return _known(
        name=_value(contact.name),
        label=_value(analysis.headline),
        email=_value(contact.email),
        phone=_value(contact.phone),
        summary=_value(analysis.summary),
        location={"city": city} if city else None,
        profiles=[{"url": each} for link in contact.links if (each := _address(link.value))]
        or None,
    )


def _skills(analysis: ResumeAnalysis) -> list[str]:
    """Those of our list, then what is listed beside them."""
    return [*(skill.label for skill in analysis.skills), *(item.value for item in analysis.listed)]


def _address(link: str) -> str | None:
    """People write addresses without their scheme, and the schema wants one.

    Behind an icon even the host may be missing: that of "/in/ada" is known, others are not.
    """
    if link.startswith("/in/"):
        return f"https://www.linkedin.com{link}"
    if link.startswith("/"):
        return None
    return link if "://" in link else f"https://{link}"


def _work(role: Role) -> dict[str, Any]:
    return _known(
        name=_value(role.employer),
        position=role.title.value,
        startDate=role.start,
        endDate=None if role.is_current else role.end,
        summary=_prose(role.prose),
        highlights=_lines(bullet.span for bullet in role.bullets),
    )


def _project(entry: Entry) -> dict[str, Any]:
    """Its description is its detail and what is said below that."""
    said = [_value(entry.detail), _prose(entry.prose)]
    return {
        **_entry(entry, "name"),
        **_known(description="\n".join(filter(None, said)) or None),
        **_known(highlights=_lines(entry.lines)),
    }


def _volunteering(entry: Entry) -> dict[str, Any]:
    return {
        **_entry(entry, "position", "organization"),
        **_known(summary=_prose(entry.prose), highlights=_lines(entry.lines)),
    }


def _prose(spans: Iterable[Span]) -> str | None:
    """A line each."""
    return "\n".join(_lines(spans) or ()) or None


def _lines(spans: Iterable[Span]) -> list[str] | None:
    return [" ".join(span.quote.split()) for span in spans] or None


def _entry(entry: Entry, title: str, detail: str | None = None) -> dict[str, Any]:
    named = {title: entry.title.value, **({detail: _value(entry.detail)} if detail else {})}
    return _known(**named, startDate=entry.start, endDate=entry.end)


def _certificate(entry: Entry) -> dict[str, Any]:
    issuer = _value(entry.detail)
    return _known(name=entry.title.value, issuer=issuer, date=entry.end or entry.start)


def _language(entry: Entry) -> dict[str, Any]:
    return _known(language=entry.title.value, fluency=_value(entry.detail))


def _value(text: Text | None) -> str | None:
    return text.value if text else None


def _known(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}
