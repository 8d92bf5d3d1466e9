"""An analysis of a résumé as JSON Resume, which other programs can read.

https://jsonresume.org/schema: what we did not find is left out, nothing is made up.
"""

from typing import Any

from contracts.analysis import Entry, ResumeAnalysis, Role, Text

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
        "projects": [_entry(each, "name", "description") for each in analysis.projects],
        "certificates": [_certificate(each) for each in analysis.certifications],
        "volunteer": [_entry(each, "position", "organization") for each in analysis.volunteering],
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
        profiles=[{"url": _address(link.value)} for link in contact.links] or None,
    )


def _skills(analysis: ResumeAnalysis) -> list[str]:
    """Those of our list, then what is listed beside them."""
    return [*(skill.label for skill in analysis.skills), *(item.value for item in analysis.listed)]


def _address(link: str) -> str:
    """People write addresses without their scheme, and the schema wants one."""
    return link if "://" in link else f"https://{link}"


def _work(role: Role) -> dict[str, Any]:
    lines = [" ".join(bullet.span.quote.split()) for bullet in role.bullets]
    return _known(
        name=_value(role.employer),
        position=role.title.value,
        startDate=role.start,
        endDate=None if role.is_current else role.end,
        highlights=lines or None,
    )


def _entry(entry: Entry, title: str, detail: str) -> dict[str, Any]:
    named = {title: entry.title.value, detail: _value(entry.detail)}
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
