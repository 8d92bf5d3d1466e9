"""How often a reading is right, by how sure it says it is: every value of an analysis, judged."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from bench.truth.facts import NOW, Facts, read_by_mira
from bench.truth.scores import is_same, is_same_number, names_one, paired, stands_in
from contracts.analysis import Entry, ResumeAnalysis, Role, Text
from contracts.evidence import Certainty
from services.documents.rules.resume.layout.lines import lines_of
from services.documents.rules.resume.sections.headings import section_of_line


@dataclass(frozen=True)
class Judged:
    field: str
    said: str
    certainty: Certainty | None
    is_right: bool


@dataclass
class Tally:
    """Values of each field and certainty: how many are right, of how many."""

    of_field: dict[tuple[str, Certainty | None], list[int]] = field(default_factory=dict)

    def add_all(self, values: Iterable[Judged]) -> None:
        for judged in values:
            counted = self.of_field.setdefault((judged.field, judged.certainty), [0, 0])
            counted[0] += judged.is_right
            counted[1] += 1

    def fields(self, certainty: Certainty | None) -> list[str]:
        return sorted(name for name, said in self.of_field if said == certainty)

    def whole(self, certainty: Certainty | None, of: str | None = None) -> tuple[int, int]:
        """Right ones and all, of one field or of every one."""
        held = [
            counted
            for (name, said), counted in self.of_field.items()
            if said == certainty and of in (None, name)
        ]
        return sum(right for right, _ in held), sum(every for _, every in held)


def judged_values(analysis: ResumeAnalysis, true: Facts) -> Iterator[Judged]:
    """All that the truth tells of; what it does not tell is left out."""
    yield from _single(analysis, true)
    facts = read_by_mira(analysis)
    role_of = {id(said): role for said, role in zip(facts.roles, analysis.roles, strict=True)}
    for mine, other in paired(true.roles, facts.roles):
        if other is not None:
            stay = (mine.title, mine.company, mine.start, mine.end) if mine else ("",) * 4
            yield from _role(role_of[id(other)], stay)
    yield from _education(analysis, true)
    yield from _lists(analysis, true)
    yield from _skills(analysis, true)


def bare(text: str) -> str:
    """Without its headings and empty lines, so that fewer reasons are left to be sure."""
    for line in reversed(lines_of(text)):
        if section_of_line(line):
            text = text[: line.start] + text[line.end :]
    return "\n".join(line for line in text.splitlines() if line.strip())


def _text(name: str, read: Text, *, is_right: bool) -> Judged:
    return Judged(name, read.value, read.certainty, is_right)


def _single(analysis: ResumeAnalysis, true: Facts) -> Iterator[Judged]:
    contact = analysis.contact
    read = {
        "name": contact.name, "email": contact.email, "phone": contact.phone,
        "place": contact.location, "headline": analysis.headline,
    }  # fmt: skip
    for name, text in read.items():
        if text and name in true.single:
            same = is_same_number if name == "phone" else is_same
            yield _text(name, text, is_right=same(true.single[name], text.value))
    if true.links is not None:
        for link in contact.links:
            is_right = any(is_same(said, link.value) for said in true.links)
            yield _text("links", link, is_right=is_right)


def _role(role: Role, stay: tuple[str, str, str | None, str | None]) -> Iterator[Judged]:
    title, company, start, end = stay
    yield _text("title", role.title, is_right=is_same(title, role.title.value))
    if role.employer:
        yield _text("company", role.employer, is_right=is_same(company, role.employer.value))
    read = (role.start or "", NOW if role.is_current else role.end or "")
    if role.dates and start is not None and end is not None:
        yield Judged("dates", " ".join(read), role.dates_certainty, read == (start, end))


def _education(analysis: ResumeAnalysis, true: Facts) -> Iterator[Judged]:
    for entry in analysis.education if true.education is not None else ():
        near = max(
            true.education or (),
            key=lambda s: is_same(s.degree, entry.title.value) + is_same(s.school, _detail(entry)),
            default=None,
        )
        degree, school, years = (near.degree, near.school, near.years) if near else ("",) * 3
        yield _text("degree", entry.title, is_right=is_same(degree, entry.title.value))
        if entry.detail:
            yield _text("school", entry.detail, is_right=is_same(school, entry.detail.value))
        read = f"{entry.start or ''} {entry.end or ''}".strip()
        if read and years is not None:
            yield Judged("years", read, entry.dates_certainty, is_same(years, read))


def _lists(analysis: ResumeAnalysis, true: Facts) -> Iterator[Judged]:
    for entry in analysis.certifications if true.certifications is not None else ():
        is_right = any(is_same(said, entry.title.value) for said in true.certifications or ())
        yield _text("certifications", entry.title, is_right=is_right)
    for entry in analysis.languages if true.languages is not None else ():
        read = f"{entry.title.value} {_detail(entry)}".strip()
        is_right = any(is_same(said, read) for said in true.languages or ())
        yield Judged("languages", read, (entry.detail or entry.title).certainty, is_right)


def _skills(analysis: ResumeAnalysis, true: Facts) -> Iterator[Judged]:
    """A skill beyond the truth that its prose names is not judged."""
    wanted = {name for names in true.skills or () for name in names}
    for skill in analysis.skills if true.skills is not None else ():
        names = {skill.label, *(span.quote for span in skill.evidence)}
        is_right = any(names_one(name, names) for name in wanted)
        if is_right or not any(stands_in(name, true.prose) for name in names):
            yield Judged("skills", skill.label, skill.certainty, is_right)


def _detail(entry: Entry) -> str:
    return entry.detail.value if entry.detail else ""
