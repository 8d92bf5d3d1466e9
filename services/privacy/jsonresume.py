"""An analysis of a résumé as JSON Resume, which other programs can read.

https://jsonresume.org/schema: what we did not find is left out, nothing is made up.
"""

from typing import Any

Analysis = dict[str, Any]

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"


def json_resume(analysis: Analysis) -> dict[str, Any]:
    """`analysis` is a ResumeAnalysis as JSON."""
    return {
        "$schema": SCHEMA,
        "basics": _basics(analysis),
        "work": [_work(role) for role in analysis["roles"]],
        "education": [_entry(each, "area", "institution") for each in analysis["education"]],
        "projects": [_entry(each, "name", "description") for each in analysis["projects"]],
        "certificates": [_certificate(each) for each in analysis["certifications"]],
        "languages": [_language(each) for each in analysis["languages"]],
        "skills": [{"name": skill["label"]} for skill in analysis["skills"]],
    }


def _basics(analysis: Analysis) -> dict[str, Any]:
    contact = analysis["contact"]
    city = _value(contact["location"])
    links = [link for link in map(_value, contact["links"]) if link]
    return _known(
        name=_value(contact["name"]),
        label=_value(analysis["headline"]),
        email=_value(contact["email"]),
        phone=_value(contact["phone"]),
        summary=_value(analysis["summary"]),
        location={"city": city} if city else None,
        profiles=[{"url": link} for link in links if link.startswith("http")] or None,
    )


def _work(role: dict[str, Any]) -> dict[str, Any]:
    return _known(
        name=_value(role["employer"]),
        position=_value(role["title"]),
        startDate=role["start"],
        endDate=role["end"],
        highlights=[bullet["span"]["quote"] for bullet in role["bullets"]] or None,
    )


def _entry(entry: dict[str, Any], title: str, detail: str) -> dict[str, Any]:
    named = {title: _value(entry["title"]), detail: _value(entry["detail"])}
    return _known(**named, startDate=entry["start"], endDate=entry["end"])


def _certificate(entry: dict[str, Any]) -> dict[str, Any]:
    return _known(
        name=_value(entry["title"]),
        issuer=_value(entry["detail"]),
        date=entry["end"] or entry["start"],
    )


def _language(entry: dict[str, Any]) -> dict[str, Any]:
    return _known(language=_value(entry["title"]), fluency=_value(entry["detail"]))


def _value(text: dict[str, Any] | None) -> str | None:
    return text["value"] if text else None


def _known(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}
