"""Reads a résumé to its end: who it is about, what they did, where and when, with what effect."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import takewhile

from contracts.analysis import ResumeAnalysis, Text, Tier
from contracts.evidence import Certainty, DocumentKind, Engine, Span
from services.documents.domain import ResumeSource
from services.documents.rules.lexicon import plain, words
from services.documents.rules.resume.beside.beside import (
    certificates_among,
    languages_of,
    schooling_lines,
)
from services.documents.rules.resume.beside.entries import projects_in
from services.documents.rules.resume.certainty import (
    of_certificate,
    of_language,
    of_project,
    of_schooling,
    of_volunteering,
)
from services.documents.rules.resume.layout.flattened import in_rows
from services.documents.rules.resume.layout.lines import Line, Range, lines_of
from services.documents.rules.resume.layout.sidebar import with_freed_head
from services.documents.rules.resume.layout.wraps import column_widths
from services.documents.rules.resume.person.person import is_undated, person_in
from services.documents.rules.resume.roles.career import Writer, years
from services.documents.rules.resume.roles.items import items_of
from services.documents.rules.resume.roles.roles import FoundRole, roles_in
from services.documents.rules.resume.roles.unannounced import unannounced_roles
from services.documents.rules.resume.roles.volunteering import volunteering_in
from services.documents.rules.resume.schooling.education import FoundEntry, education_in
from services.documents.rules.resume.sections.bare import (
    certificates_of,
    is_about_school,
    is_beside,
    paragraphs,
)
from services.documents.rules.resume.sections.headings import Section
from services.documents.rules.resume.sections.parts import Part, has_spoken_languages, parts
from services.documents.rules.resume.skills.listed import is_plain_list, listed_in
from services.documents.rules.resume.skills.tiers import Passage, skills_shown
from services.documents.rules.resume.untold.unclaimed import unclaimed
from services.documents.rules.resume.untold.unread import Unread
from services.documents.rules.resume.untold.unused import Used, told
from services.documents.rules.skills.matching import SkillHit, SkillMatcher
from services.documents.rules.wording import degree, title_weight

MIN_SUMMARY_CHARACTERS = 80

_HAS_ADDRESS = re.compile(r"\S@\S|https?:|linkedin|github", re.IGNORECASE)


def read_resume(source: ResumeSource, matcher: SkillMatcher, engine: Engine) -> ResumeAnalysis:
    """The analysis of one résumé; `source.on` is what "present" means in it."""
    return _Resume(source, matcher).analysis(engine)


@dataclass(frozen=True)
class Ground:
    """What the skills of a résumé rest on, for whoever amends its analysis.

    `deeds` are projects and voluntary work.

    `passages` are those outside of roles and deeds; `own_words` is what somebody says of
    themselves; `shown` is the text, of the same length, without what nobody claims to know.
    """

    roles: tuple[FoundRole, ...]
    deeds: tuple[tuple[FoundEntry, tuple[Line, ...]], ...]
    passages: tuple[Passage, ...]
    own_words: tuple[Range, ...]
    shown: str


def ground_of(source: ResumeSource, matcher: SkillMatcher) -> Ground:
    return _Resume(source, matcher).ground()


class _Resume:
    def __init__(self, source: ResumeSource, matcher: SkillMatcher) -> None:
        self._source = source
        self._matcher = matcher
        self._text = in_rows(source.extracted.text)
        self._columns = source.extracted.report.columns
        self._parts = with_freed_head(parts(lines_of(self._text)))
        self._say = Writer(self._text, self._quote, matcher, source.on)

    def analysis(self, engine: Engine) -> ResumeAnalysis:
        """Everything, in the contract's shape."""
        entry = self._say.entry
        person = person_in(self._text, self._parts, self._say)
        roles = list(self._roles())
        works = [self._say.work(found, n) for n, found in enumerate(roles, 1)]
        schooling = education_in(self._text, self._education())
        grade = partial(of_schooling, is_announced=self._has_headings())
        certified = partial(of_certificate, is_announced=self._announces(Section.CERTIFICATIONS))
        projects = list(projects_in(self._text, self._lines(Section.PROJECTS)))
        certificates = list(self._certificates())
        voluntary = list(self._volunteering())
        deeds = [*projects, *voluntary]
        others = [*schooling, *(found for found, _ in deeds), *certificates]
        analysis = ResumeAnalysis(
            resume_id=self._source.resume_id,
            extraction=self._source.extracted.report,
            contact=person.contact,
            headline=person.headline,
            summary=self._summary(),
            roles=tuple(work.role for work in works),
            education=tuple(entry(found, grade) for found in schooling),
            projects=tuple(self._say.deed(*project, of_project) for project in projects),
            certifications=tuple(entry(found, certified) for found in certificates),
            languages=tuple(entry(e, of_language) for e in languages_of(self._text, self._parts)),
            volunteering=tuple(self._say.deed(*deed, of_volunteering) for deed in voluntary),
            skills=skills_shown(
                self._matcher,
                self._shown_text(_names(roles, schooling)),
                [*self._passages(deeds), *(p for work in works for p in work.passages)],
                self._quote,
            ),
            listed=tuple(self._listed()),
            scope=self._say.scope_of((work.role for work in works), self._own_words()),
            years_total=years(works),
            engine=engine,
        )
        done = [(line.start, line.end) for _, below in deeds for line in below]
        used = Used.by(analysis, done, self._say.hits)
        return analysis.model_copy(update=self._unread(roles, others, used))

    def ground(self) -> Ground:
        roles, schooling = tuple(self._roles()), education_in(self._text, self._education())
        return Ground(
            roles=roles,
            deeds=(
                *projects_in(self._text, self._lines(Section.PROJECTS)),
                *self._volunteering(),
            ),
            passages=tuple(self._passages([])),
            own_words=tuple(self._own_words()),
            shown=self._shown_text(_names(roles, schooling)),
        )

    def _quote(self, start: int, end: int) -> Span:
        return Span(
            document=DocumentKind.RESUME,
            document_id=self._source.resume_id,
            start=start,
            end=end,
            quote=self._source.extracted.text[start:end],
        )

    def _lines(self, *sections: Section) -> list[Line]:
        return [line for part in self._parts if part.section in sections for line in part.lines]

    def _summary(self) -> Text | None:
        """What stands under its heading, else the first paragraph of the head."""
        held = next(
            (p.lines for p in self._parts if p.section is Section.SUMMARY and p.lines), None
        )
        if held:
            return self._say.said((held[0].start, held[-1].end), Certainty.SURE)
        if any(part.section is Section.EXPERIENCE for part in self._parts):
            for start, end in items_of(self._lines(Section.HEAD)).prose:
                said = self._text[start:end]
                if len(said) >= MIN_SUMMARY_CHARACTERS and not _HAS_ADDRESS.search(said):
                    return self._say.said((start, end), Certainty.LIKELY)
        return None

    def _roles(self) -> Iterator[FoundRole]:
        """Under their headings; where there is none, whatever else has a title and dates."""
        held = [part for part in self._parts if part.section is Section.EXPERIENCE]
        for part in held:
            for found in roles_in(self._text, part.lines):
                if not self._is_study(found) and not self._is_break(found):
                    yield found
        if held:
            return
        name = person_in(self._text, self._parts, self._say).contact.name
        yield from unannounced_roles(
            self._text, self._unannounced(), (name.span.start, name.span.end) if name else None
        )

    def _unannounced(self) -> Iterator[list[Line]]:
        """The lines that may tell of work without a heading for it."""
        yield [line for block in self._blocks() if _may_be_work(block) for line in block]
        for part in self._parts:
            if part.section is Section.OTHER:
                yield list(part.lines)

    def _is_break(self, found: FoundRole) -> bool:
        """Time without work, such as "Parental leave"; told as not read, and counted nowhere."""
        return plain(self._text[slice(*found.title)]).startswith(tuple(words("breaks")))

    def _is_study(self, found: FoundRole) -> bool:
        """A degree and its date among roles, with nothing done under it."""
        said = self._text[slice(*found.title)]
        return not found.items.bullets and degree(said) is not None and title_weight(said) == 0

    def _education(self) -> list[Line]:
        """Under its heading; where there are no headings, the paragraphs that name a school."""
        if self._has_headings():
            return schooling_lines(self._parts)
        return [line for block in self._blocks() if is_about_school(block) for line in block]

    def _has_headings(self) -> bool:
        return self._announces(Section.EDUCATION) or self._announces(Section.EXPERIENCE)

    def _announces(self, section: Section) -> bool:
        return any(part.section is section for part in self._parts)

    def _blocks(self) -> list[list[Line]]:
        return list(paragraphs(self._lines(Section.HEAD)))

    def _own_words(self) -> Iterator[Range]:
        """What somebody says of themselves before any role and any school."""
        head = takewhile(is_undated, self._lines(Section.HEAD))
        for lines in (list(head), self._lines(Section.SUMMARY)):
            said = items_of(lines)
            yield from (*said.bullets, *said.prose)

    def _certificates(self) -> Iterator[FoundEntry]:
        has_headings = self._has_headings()
        return certificates_among(self._text, self._parts, self._columns, has_headings=has_headings)

    def _volunteering(self) -> Iterator[tuple[FoundEntry, tuple[Line, ...]]]:
        for part in self._parts:
            if part.section is Section.VOLUNTEERING:
                yield from volunteering_in(self._text, part.lines)

    def _passages(self, deeds: list[tuple[FoundEntry, tuple[Line, ...]]]) -> Iterator[Passage]:
        """Lists of skills, and what was used in deeds; roles bring their own."""
        for part in self._lists():
            yield Passage(part.lines[0].start, part.lines[-1].end, Tier.LISTED, is_list=True)
        for found, lines in deeds:
            yield from self._say.passages(items_of(lines), found.period, None)

    def _lists(self) -> Iterator[Part]:
        for part in self._parts:
            is_list = part.section is Section.SKILLS or (
                part.section is Section.LANGUAGES and not has_spoken_languages(part)
            )
            if is_list and part.lines:
                yield part
            for line in part.lines if part.section is Section.OTHER else ():
                if is_plain_list(self._text, line) and self._skills_in(line.start, line.end):
                    yield replace(part, lines=(line,))

    def _skills_in(self, start: int, end: int) -> list[SkillHit]:
        return list(self._matcher.find(self._text[start:end], [(0, end - start)]))

    def _listed(self) -> Iterator[Text]:
        """What is listed and in no catalogue, each once."""
        seen: set[str] = set()
        widths = column_widths([part.lines for part in self._parts], self._columns)
        width_by_part = {id(part): width for part, width in zip(self._parts, widths, strict=True)}
        for part in self._lists():
            width = width_by_part.get(id(part), 0)
            start, end = part.lines[0].start, part.lines[-1].end
            hits = self._skills_in(start, end)
            known = [(start + hit.start, start + hit.end) for hit in hits]
            for item in listed_in(self._text, part.lines, width, known):
                said = self._say.said(item, Certainty.SURE)
                if plain(said.value) not in seen:
                    seen.add(plain(said.value))
                    yield said

    def _unread(
        self, roles: list[FoundRole], entries: list[FoundEntry], used: Used
    ) -> dict[str, object]:
        periods_read = [entry.period for entry in entries if entry.period]
        places = [*(e.title for e in entries), *((p.start, p.end) for p in periods_read)]
        unread = Unread(self._text, roles, places, has_headings=self._has_headings())
        shown, more = told(unread, self._parts, used)
        return {"unread": tuple(self._quote(*place) for place in shown), "unread_more": more}

    def _shown_text(self, names: Iterable[Range | None]) -> str:
        """The text without hobbies, referees and the `names` of firms and schools.

        They are blanked: what they name, nobody claims to know.
        """
        shown = list(self._text)
        for start, end in (*unclaimed(self._text, self._parts), *filter(None, names)):
            shown[start:end] = " " * (end - start)
        return "".join(shown)


def _may_be_work(block: Sequence[Line]) -> bool:
    return not (is_about_school(block) or is_beside(block) or certificates_of(block))


def _names(roles: Iterable[FoundRole], schooling: Iterable[FoundEntry]) -> list[Range | None]:
    """Where the firms and the schools are named."""
    return [*(role.employer for role in roles), *(entry.detail for entry in schooling)]
