"""What a reader says of a résumé, in one shape for the truth, for Mira and for its peers."""

from dataclasses import dataclass

from bench.truth.dates import meant
from bench.truth.halves import Sample
from bench.truth.people import Person, people
from contracts.analysis import Entry, ResumeAnalysis, Text

NOW = "now"
"""The end of a role that lasts."""


@dataclass(frozen=True)
class RoleFacts:
    """`start` and `end` as far as the page can say: `2021-04` or `2021`; empty where it does not.

    None where the truth does not tell, so that nothing is judged.
    """

    title: str
    company: str
    start: str | None
    end: str | None
    bullets: tuple[str, ...] | None = ()


@dataclass(frozen=True)
class StudyFacts:
    degree: str
    school: str
    years: str | None


@dataclass(frozen=True)
class Facts:
    """`single` has the fields of which there is one. `skills` are the names of each skill, any

    of which will do. `prose` is text in which skills beyond those of the truth may be named: what
    is found in it is not judged, and where it is None nothing beyond the truth is. A field that is
    None is not judged at all.
    """

    single: dict[str, str]
    links: tuple[str, ...] | None
    roles: tuple[RoleFacts, ...]
    education: tuple[StudyFacts, ...] | None
    certifications: tuple[str, ...] | None
    languages: tuple[str, ...] | None
    skills: tuple[frozenset[str], ...] | None
    metrics: tuple[str, ...] | None
    prose: str | None = ""


def truth_of(sample: Sample) -> Facts:
    person = people()[sample.person]
    style = sample.layout.dates
    single = ("name", "email", "phone", "place", "headline")
    return Facts(
        single={field: getattr(person, field) for field in single},
        links=person.links,
        roles=tuple(
            RoleFacts(
                stay.title,
                stay.employer,
                meant(style, stay.start),
                meant(style, stay.end) or NOW,
                stay.lines,
            )
            for stay in person.stays
        ),
        education=tuple(
            StudyFacts(s.degree, s.school, f"{s.start} {s.end}") for s in person.studies
        ),
        certifications=tuple(name for name, _, _ in person.certifications),
        languages=tuple(f"{name} {level}" for name, level in person.languages),
        skills=tuple(frozenset({skill}) for skill in (*person.skills, *person.skills_used())),
        metrics=tuple(person.measures()),
        prose=_prose(person),
    )


def _prose(person: Person) -> str:
    """All that is said of work and schools, in which more skills may be named than are marked."""
    said = [person.headline, person.summary, *(s.degree for s in person.studies)]
    for stay in person.stays:
        said += [stay.title, *stay.lines]
    return "\n".join([*said, *(name for name, _, _ in person.certifications)])


def read_by_mira(analysis: ResumeAnalysis) -> Facts:
    contact = analysis.contact
    single = {
        "name": contact.name, "email": contact.email, "phone": contact.phone,
        "place": contact.location, "headline": analysis.headline,
    }  # fmt: skip
    return Facts(
        single={field: text.value for field, text in single.items() if text},
        links=tuple(link.value for link in contact.links),
        roles=tuple(
            RoleFacts(
                role.title.value,
                _value(role.employer),
                role.start or "",
                NOW if role.is_current else role.end or "",
                tuple(" ".join(bullet.span.quote.split()) for bullet in role.bullets),
            )
            for role in analysis.roles
        ),
        education=tuple(
            StudyFacts(e.title.value, _value(e.detail), f"{e.start or ''} {e.end or ''}")
            for e in analysis.education
        ),
        certifications=tuple(entry.title.value for entry in analysis.certifications),
        languages=tuple(map(_both, analysis.languages)),
        skills=(
            *(
                frozenset({skill.label, *(span.quote for span in skill.evidence)})
                for skill in analysis.skills
            ),
            *(frozenset({item.value}) for item in analysis.listed),
        ),
        metrics=tuple(
            metric.span.quote
            for role in analysis.roles
            for bullet in role.bullets
            for metric in bullet.metrics
        ),
    )


def _both(entry: Entry) -> str:
    return f"{entry.title.value} {_value(entry.detail)}".strip()


def _value(text: Text | None) -> str:
    return text.value if text else ""
