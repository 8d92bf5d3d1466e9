"""What of a résumé its owner had better check, because it was read without being sure. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from contracts.analysis import Entry, ResumeAnalysis, Role, Skill, Text
from contracts.corrections import OwnEntry, OwnRole
from contracts.documents import ResumeView
from contracts.evidence import Certainty, Span
from gateway.documents.mending import SKILLS, VALUES, Part, as_read

_ORDER = list(Certainty)


@dataclass(frozen=True)
class Doubt:
    """One value, role, entry or skill, and `what` of it is not sure.

    `part` and `key` lead to its correction; `at` is where it was read.
    """

    part: str
    key: str
    at: tuple[int, int]
    said: str
    what: tuple[str, ...]
    certainty: Certainty

    @property
    def words(self) -> str:
        asked = "a guess, please check" if self.certainty is Certainty.GUESS else "please check"
        is_whole = self.part in (VALUES, SKILLS)
        return asked if is_whole else f"{asked}: {', '.join(self.what)}"


def doubts(resume: ResumeView) -> list[Doubt]:
    """Guesses first, then in the order of the page; what its owner corrected is not among them."""
    if resume.analysis is None:
        return []
    read = as_read(resume)
    found = [*_values(resume, read), *_items(resume, read), *_skills(resume)]
    return sorted(found, key=lambda doubt: -_ORDER.index(doubt.certainty))


def unread_lines(resume: ResumeView) -> list[Span]:
    """Lines from which nothing was read, until what they say is added."""
    added = [each.now for part in Part for each in getattr(resume.corrections, part) if not each.of]
    found = resume.analysis.unread if resume.analysis else ()
    return [span for span in found if not any(_says(span.quote, each) for each in added if each)]


def _says(line: str, added: OwnRole | OwnEntry) -> bool:
    """Whether a line has a name that was added, or both of its years."""
    by = added.employer if isinstance(added, OwnRole) else added.detail
    years = {month[:4] for month in (added.start, added.end) if month}
    is_named = any(name and name.casefold() in line.casefold() for name in (added.title, by))
    return is_named or (len(years) > 1 and all(year in line for year in years))


def by_place(found: list[Doubt]) -> dict[tuple[int, int], Doubt]:
    """The same, to be looked up where each was read; skills by themselves, they share places."""
    return {doubt.at: doubt for doubt in found if doubt.part != SKILLS}


def _values(resume: ResumeView, read: ResumeAnalysis) -> Iterator[Doubt]:
    contact, given = read.contact, resume.corrections
    said = [
        ("name", contact.name),
        ("headline", read.headline),
        ("email", contact.email),
        ("phone", contact.phone),
        ("location", contact.location),
        *(("links", link) for link in contact.links),
    ]
    for name, text in said:
        if text and getattr(given, name) is None:
            yield from _doubt(VALUES, name, text, {name: text.certainty})


def _items(resume: ResumeView, read: ResumeAnalysis) -> Iterator[Doubt]:
    for part in Part:
        corrected = {each.of for each in getattr(resume.corrections, part)}
        for place, each in enumerate(getattr(read, part), 1):
            key = each.id if isinstance(each, Role) else f"e{place}"
            if key not in corrected:
                yield from _doubt(part, key, each.title, _of_item(each))


def _of_item(each: Role | Entry) -> dict[str, Certainty | None]:
    detail = each.employer if isinstance(each, Role) else each.detail
    return {
        "title" if isinstance(each, Role) else "name": each.title.certainty,
        "employer" if isinstance(each, Role) else "detail": detail.certainty if detail else None,
        "dates": each.dates_certainty,
    }


def _skills(resume: ResumeView) -> Iterator[Doubt]:
    for skill in resume.analysis.skills if resume.analysis else ():
        if _is_doubtful(skill):
            span = skill.evidence[0]
            at = (span.start, span.end)
            yield Doubt(SKILLS, skill.id, at, skill.label, ("skill",), Certainty.LIKELY)


def _is_doubtful(skill: Skill) -> bool:
    return skill.certainty not in (None, Certainty.SURE) and bool(skill.evidence)


def _doubt(
    part: str, key: str, text: Text, certainties: dict[str, Certainty | None]
) -> Iterator[Doubt]:
    """One for all that is not sure of it; an analysis that says nothing of it raises none."""
    unsure = {n: said for n, said in certainties.items() if said and said is not Certainty.SURE}
    if unsure:
        worst = max(unsure.values(), key=_ORDER.index)
        at = (text.span.start, text.span.end)
        yield Doubt(part, key, at, text.value, tuple(unsure), worst)
