"""Which lines of a document a model is shown, and whose names are taken out of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from chassis.llm.minimised import NameKind, SentLine
from chassis.llm.names import hidden, names_of
from contracts.analysis import JobAnalysis, ResumeAnalysis, Text
from contracts.disclosure import SentField
from contracts.evidence import Span
from services.documents.rules.instructions import is_instruction
from services.documents.rules.resume.layout.lines import lines_of
from services.documents.rules.resume.sections.headings import Section
from services.documents.rules.resume.sections.parts import parts

_FIELDS = {
    Section.SUMMARY: SentField.RESUME_SUMMARY,
    Section.EXPERIENCE: SentField.RESUME_WORK,
    Section.VOLUNTEERING: SentField.RESUME_WORK,
    Section.SKILLS: SentField.RESUME_SKILLS,
    Section.PROJECTS: SentField.RESUME_PROJECTS,
    Section.CERTIFICATIONS: SentField.RESUME_OTHER,
    Section.OTHER: SentField.RESUME_OTHER,
}
"""Who somebody is, their schools, languages, hobbies and referees stay here."""


@dataclass(frozen=True)
class Place:
    """A line that is shown: `[start, end)` of the document's text, under the id it is sent as."""

    line: SentLine
    start: int
    end: int


def resume_places(analysis: ResumeAnalysis, text: str) -> list[Place]:
    """The lines about work and skills, without heads of roles, contacts, and orders to a reader."""
    held = parts(lines_of(text))
    fields = dict(_FIELDS)
    if not any(part.section is Section.EXPERIENCE for part in held):
        fields[Section.HEAD] = SentField.RESUME_OTHER
    kept_here = [(span.start, span.end) for span in _private_spans(analysis)]
    shown = [
        (line.start, line.end, fields[part.section])
        for part in held
        if part.section in fields
        for line in part.lines
        if not _touches(line.start, line.end, kept_here)
    ]
    return _numbered(text, shown)


def job_places(analysis: JobAnalysis, text: str) -> list[Place]:
    """What is asked for and what there is to do; who the employer is stays here."""
    title = analysis.title.span if analysis.title else None
    asked = [
        (each.span.start, each.span.end, SentField.JOB_REQUIREMENTS)
        for each in analysis.requirements
        if each.span != title and not each.is_gate
    ]
    duties = [(d.span.start, d.span.end, SentField.JOB_DUTIES) for d in analysis.duties]
    once = {(start, end): field for start, end, field in duties + asked}
    return _numbered(text, ((start, end, field) for (start, end), field in sorted(once.items())))


def resume_names(analysis: ResumeAnalysis) -> Iterator[tuple[NameKind, str]]:
    """Every name that was read in it, with what kind of name it is."""
    names = names_of(analysis)
    return hidden(names) if names else iter(())


def job_names(analysis: JobAnalysis, employer: str = "") -> Iterator[tuple[NameKind, str]]:
    """Of who was read to be the employer, and of who its owner says is."""
    yield from _named(NameKind.EMPLOYER, (analysis.company,))
    if employer:
        yield NameKind.EMPLOYER, employer


def _private_spans(analysis: ResumeAnalysis) -> Iterator[Span]:
    contact = analysis.contact
    said = (contact.name, contact.email, contact.phone, contact.location, *contact.links)
    yield from (each.span for each in said if each)
    for role in analysis.roles:
        yield role.title.span
        yield from filter(None, (role.employer and role.employer.span, role.dates))


def _numbered(text: str, shown: Iterable[tuple[int, int, SentField]]) -> list[Place]:
    kept = [each for each in shown if not is_instruction(text[each[0] : each[1]])]
    return [
        Place(SentLine(f"l{number}", field, text[start:end]), start, end)
        for number, (start, end, field) in enumerate(kept, 1)
    ]


def _touches(start: int, end: int, others: Iterable[tuple[int, int]]) -> bool:
    return any(begin < end and start < stop for begin, stop in others)


def _named(kind: NameKind, said: Iterable[Text | None]) -> Iterator[tuple[NameKind, str]]:
    for each in said:
        if each is not None:
            yield kind, each.span.quote
            yield kind, each.value
