"""Whose names are taken out of what a model is shown: those that were read in a résumé."""

from collections.abc import Iterable, Iterator

from chassis.llm.minimised import NameKind
from contracts.analysis import Entry, ResumeAnalysis, Text
from contracts.disclosure import Names


def names_of(resume: ResumeAnalysis) -> Names | None:
    """None where no name was read: then nobody knows whose to take out."""
    contact = resume.contact
    if contact.name is None:
        return None
    return Names(
        person=_said((contact.name,)),
        contacts=_said((contact.email, contact.phone, contact.location, *contact.links)),
        employers=_said(role.employer for role in resume.roles),
        schools=_said(map(_school, resume.education)),
    )


def hidden(names: Names) -> Iterator[tuple[NameKind, str]]:
    """Every one of `names` with what kind of name it is, as `minimise` wants them."""
    for kind, said in (
        (NameKind.PERSON, names.person),
        (NameKind.CONTACT, names.contacts),
        (NameKind.EMPLOYER, names.employers),
        (NameKind.SCHOOL, names.schools),
    ):
        yield from ((kind, name) for name in said)


def _school(entry: Entry) -> Text:
    """Who gave a degree; a school whose degree is not said stands for itself."""
    return entry.detail or entry.title


def _said(texts: Iterable[Text | None]) -> tuple[str, ...]:
    """Each as it stands in the résumé and as it was read."""
    return tuple(said for text in texts if text for said in (text.span.quote, text.value))
