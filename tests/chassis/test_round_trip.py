"""A résumé that is exported and read again says the same, and fits a job as well as before."""

import json
from collections.abc import Iterable

import pytest

from chassis.jsonresume import json_resume
from contracts.analysis import Entry, ResumeAnalysis, Text
from contracts.evidence import Span
from services.documents.domain import FitSource
from services.documents.rules.fit.judging import judge_fit
from services.documents.rules.skills.matching import matcher
from tests.documents.build import FIT_ID, RULES, a_job
from tests.documents.files.make import FOLDER
from tests.documents.reading import ON, read, rendered, text_of

FILES = sorted(file.name for file in FOLDER.glob("*"))
JOB = """Senior Engineer

Requirements
- Five years of Python
- PyTorch and deep learning
- PostgreSQL or MySQL
- Led a team of at least 4 people
- Patient care or intensive care
- Teaching or mentoring
- Fluent German

Nice to have
- Kubernetes
- PMP certification
- Customer service
"""
WRITTEN = """Ada Fernweh
ada@example.org

EXPERIENCE

Analyst, Northwind Ltd   2020-03 – Present
• Cut costs by 12% with SQL

PROJECTS

Gullwing   2019-01 – 2020-06
A map of mills
• Trained its models with PyTorch and cut errors by 30%
• Deployed on Kubernetes
Technologies: Rust, Redis

Lantern   2018
Wrote the backend of it in Django. Cut its load time by 40%.

VOLUNTEERING

Team Leader, Red Cross   2018-01 – 2019-12
• Led 20 volunteers and mentored 4 of them

CERTIFICATIONS

PMP, PMI, 2021
"""
ODD = {
    "basics": {"name": "Wei Zhang", "email": "wei@example.org"},
    "work": [
        {
            "name": "Globex Assistant, Assistant on Living-Room TV",
            "position": "Sr. Engineering Manager",
            "startDate": "2020-03",
            "summary": "Consulting for banks\nOn PostgreSQL",
            "highlights": ["Managed 9 people"],
        },
        {"name": "Junior Buyer", "position": "Consultora Dos", "startDate": "2017-02"},
        {"name": "Senior Engineer Consulting", "position": "Analyst", "startDate": "2016"},
        {"name": "Assistant Manager Magazine", "startDate": "2015", "endDate": "2016"},
        {"position": "Freelancer", "startDate": "2014-01", "endDate": "2014-12"},
    ],
    "certificates": [
        {"name": "PMP", "issuer": "PMI", "date": "2021-05", "url": "https://pmi.example.org/x"}
    ],
}
TEXTS = {
    **{name: rendered(name) for name in FILES},
    "written": WRITTEN.encode(),
    "odd": json.dumps(ODD).encode(),
}


def exported(analysis: ResumeAnalysis) -> bytes:
    return json.dumps(json_resume(analysis)).encode()


def value(text: Text | None) -> str | None:
    return text.value if text else None


def quotes(spans: Iterable[Span]) -> list[str]:
    return [" ".join(span.quote.split()) for span in spans]


def entries(found: Iterable[Entry]) -> list[tuple[object, ...]]:
    return [
        (value(e.title), value(e.detail), e.start, e.end, quotes(e.prose), quotes(e.lines))
        for e in found
    ]


def told(analysis: ResumeAnalysis) -> dict[str, object]:
    """What an analysis says, without the places where it was read."""
    return {
        "roles": [
            (value(r.title), value(r.employer), r.start, r.end, r.is_current,
             quotes(bullet.span for bullet in r.bullets), quotes(r.prose))
            for r in analysis.roles
        ],
        "education": [(value(e.title), value(e.detail), e.end) for e in analysis.education],
        "projects": entries(analysis.projects),
        "certificates": entries(analysis.certifications),
        "languages": entries(analysis.languages),
        "volunteering": entries(analysis.volunteering),
        "skills": sorted((s.id, s.tier, s.years, s.last_used) for s in analysis.skills),
        "years": analysis.years_total,
    }  # fmt: skip


def fit(data: bytes) -> list[tuple[object, ...]]:
    source = FitSource(FIT_ID, ON, read(data)[1], text_of(data), a_job(JOB), JOB)
    report = judge_fit(source, matcher(), RULES)
    assert report.score is not None
    items = [(item.tier, item.status, item.weight) for item in report.items]
    return [(report.score.value, report.score.low, report.score.high), *items]


@pytest.mark.parametrize("name", TEXTS)
def test_an_export_is_read_as_what_was_exported(name: str) -> None:
    analysis = read(TEXTS[name])[1]

    assert told(read(exported(analysis))[1]) == told(analysis)


@pytest.mark.parametrize("name", TEXTS)
def test_an_export_fits_a_job_as_the_file_did(name: str) -> None:
    data = TEXTS[name]

    assert fit(exported(read(data)[1])) == fit(data)


def test_what_is_said_of_projects_and_voluntary_work_is_kept() -> None:
    analysis = read(TEXTS["written"])[1]

    gullwing, lantern = json_resume(analysis)["projects"]
    assert gullwing["description"] == "A map of mills"
    assert gullwing["highlights"] == [
        "Trained its models with PyTorch and cut errors by 30%",
        "Deployed on Kubernetes",
        "Technologies: Rust, Redis",
    ]
    assert lantern["description"].startswith("Wrote the backend")
    (led,) = json_resume(analysis)["volunteer"]
    assert led["highlights"] == ["Led 20 volunteers and mentored 4 of them"]


def test_the_fields_of_work_are_read_as_what_they_are() -> None:
    found = [(value(role.title), value(role.employer)) for role in read(TEXTS["odd"])[1].roles]

    assert found == [
        ("Sr. Engineering Manager", "Globex Assistant, Assistant on Living-Room TV"),
        ("Consultora Dos", "Junior Buyer"),
        ("Analyst", "Senior Engineer Consulting"),
        ("Assistant Manager Magazine", None),
        ("Freelancer", None),
    ]


def test_a_certificate_with_an_address_is_listed_once() -> None:
    extracted, analysis = read(TEXTS["odd"])

    assert entries(analysis.certifications) == [("PMP", "PMI", None, "2021-05", [], [])]
    assert any("https://pmi.example.org/x" in span.quote for span in analysis.unread)
    assert "https://pmi.example.org/x" in extracted.text
