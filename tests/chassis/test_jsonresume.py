"""A résumé as JSON Resume: valid under its schema, and the same again when it is read."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from jsonschema import Draft7Validator, FormatChecker

from chassis.jsonresume import json_resume
from contracts.analysis import Contact, Entry, ResumeAnalysis, Text
from contracts.corrections import Corrections, OwnRole, RoleCorrection
from contracts.evidence import Certainty
from services.documents.domain import Amendment
from services.documents.rules.resume.corrected.editor import RulesEditor
from tests.documents.build import a_text
from tests.documents.files.make import FOLDER
from tests.documents.reading import ON, a_resume, read, rendered

SCHEMA = json.loads((Path(__file__).parent / "jsonresume" / "schema-1.2.1.json").read_text())
FILES = sorted(file.name for file in FOLDER.glob("*"))


def errors(told: dict[str, Any]) -> list[str]:
    valid = Draft7Validator(SCHEMA, format_checker=FormatChecker())
    return [error.json_path for error in valid.iter_errors(told)]


def again(analysis: ResumeAnalysis) -> ResumeAnalysis:
    """What is read in the export of `analysis`."""
    return read(json.dumps(json_resume(analysis)).encode())[1]


def value(text: Text | None) -> str | None:
    return text.value if text else None


def told(analysis: ResumeAnalysis) -> dict[str, object]:
    """What an analysis says, without the places where it was read."""
    contact: Contact = analysis.contact
    return {
        "who": [value(contact.name), value(contact.email), value(contact.phone)],
        "where": value(contact.location),
        "headline": value(analysis.headline),
        "roles": [
            (value(r.title), value(r.employer), r.start, r.end, r.is_current,
             [" ".join(b.span.quote.split()) for b in r.bullets])
            for r in analysis.roles
        ],
        **{
            name: [entry_told(e) for e in getattr(analysis, name)]
            for name in ("education", "projects", "certifications", "languages")
        },
        "skills": {skill.id for skill in analysis.skills},
    }  # fmt: skip


def entry_told(entry: Entry) -> tuple[object, ...]:
    return (value(entry.title), value(entry.detail), entry.end)


@pytest.mark.parametrize("name", FILES)
def test_every_export_is_valid(name: str) -> None:
    found = json_resume(read(rendered(name))[1])

    assert errors(found) == []
    for profile in found["basics"].get("profiles", ()):
        assert urlsplit(profile["url"]).scheme in {"http", "https"}


def test_the_schema_refuses_what_is_not_so() -> None:
    assert errors({"basics": {"email": "nobody"}, "work": [{"startDate": "March"}]}) == [
        "$.basics.email",
        "$.work[0].startDate",
    ]


@pytest.mark.parametrize("name", FILES)
def test_what_was_exported_is_read_as_the_same(name: str) -> None:
    analysis = read(rendered(name))[1]

    assert told(again(analysis)) == told(analysis)


def test_what_its_owner_corrected_is_exported_and_read_as_the_same() -> None:
    extracted, analysis = read(a_text("resume.txt").encode())
    now = OwnRole.of(analysis.roles[0]).model_copy(
        update={"title": "Platform Engineer", "start": "2018-05", "bullets": ("Built Kafka tools",)}
    )
    given = Corrections(
        name="Quince Ferrand",
        location="Turku, Finland",
        roles=(RoleCorrection(of="r1", now=now), RoleCorrection(of="r2")),
        skills_added=("Ansible",),
    )

    corrected = RulesEditor().amend(Amendment(analysis, extracted.text, given, ON)).analysis

    assert errors(json_resume(corrected)) == []
    assert told(again(corrected)) == told(corrected)


def test_nothing_is_made_up() -> None:
    bare = a_resume(a_text("resume.txt")).model_copy(
        update={"contact": Contact(), "skills": (), "education": (), "languages": ()}
    )

    found = json_resume(bare)

    assert found["skills"] == found["education"] == found["languages"] == []
    assert set(found["basics"]) == {"summary"}
    assert found["work"][0]["name"] == "Quarrystone GmbH"
    assert "endDate" not in found["work"][0]


WHOLE = {
    "basics": {
        "name": "Ada Fernweh",
        "label": "Baker",
        "email": "ada@example.org",
        "image": "https://ada.example.org/face.png",
        "location": {"city": "Leeds", "countryCode": "GB"},
    },
    "work": [
        {
            "name": "Corner Mill",
            "position": "Head Baker",
            "startDate": "2019-03-01",
            "summary": "Runs the night shift of nine bakers.",
            "highlights": ["Cut waste by 12%"],
            "url": "https://mill.example.org",
        }
    ],
    "education": [
        {"institution": "Leeds College", "studyType": "Diploma", "area": "Baking", "score": "1.0"}
    ],
    "awards": [{"title": "Loaf of the Year", "awarder": "Guild", "date": "2021-05"}],
    "publications": [{"name": "On Rye", "publisher": "Crumb", "url": "https://crumb.example.org"}],
    "projects": [
        {"name": "Map of mills", "keywords": ["GIS"], "roles": ["Lead"], "type": "website"}
    ],
    "skills": [{"name": "Baking", "level": "Master", "keywords": ["Proofing", "Lamination"]}],
    "interests": [{"name": "Fells", "keywords": ["Running"]}],
    "references": [{"name": "Otto Ampere", "reference": "She never burns one."}],
    "pets": [{"kind": "cat", "name": "Crumb"}, "dog"],
    "meta": {"version": "v1.2.1"},
}


@pytest.mark.parametrize(
    "said",
    [
        "https://ada.example.org/face.png",
        "https://mill.example.org",
        "1.0",
        "Loaf of the Year",
        "Guild",
        "On Rye",
        "https://crumb.example.org",
        "Lead",
        "website",
        "Master",
        "Running",
        "She never burns one.",
        "cat",
    ],
)
def test_what_a_file_says_and_nothing_uses_is_told_to_its_owner(said: str) -> None:
    extracted, analysis = read(json.dumps(WHOLE).encode())

    assert said in extracted.text
    assert any(said in span.quote for span in analysis.unread) or said == "Master"


def test_what_a_file_says_of_itself_is_not_told() -> None:
    extracted, _ = read(json.dumps(WHOLE).encode())

    assert "1.2.1" not in extracted.text


def test_a_keyword_and_a_summary_of_work_show_skills_and_people() -> None:
    analysis = read(json.dumps(WHOLE).encode())[1]

    assert "Baking" in {item.value for item in analysis.listed} | {s.label for s in analysis.skills}
    assert not any("night shift" in span.quote for span in analysis.unread)


@pytest.mark.parametrize("name", FILES)
def test_a_second_export_says_what_the_first_did(name: str) -> None:
    first = json_resume(read(rendered(name))[1])

    assert json_resume(read(json.dumps(first).encode())[1]) == first


def test_an_address_without_its_host_is_none_or_that_of_the_one_known() -> None:
    read_as = a_resume(a_text("resume.txt"))
    links = [
        Text(value=said, span=read_as.roles[0].title.span, certainty=Certainty.SURE)
        for said in ("/in/ada", "/ada", "ada.example.org")
    ]
    contact = read_as.contact.model_copy(update={"links": tuple(links)})

    found = json_resume(read_as.model_copy(update={"contact": contact}))

    assert found["basics"]["profiles"] == [
        {"url": "https://www.linkedin.com/in/ada"},
        {"url": "https://ada.example.org"},
    ]
