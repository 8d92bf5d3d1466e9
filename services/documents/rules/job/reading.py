"""Reads a job description to its end: what it asks for, how much, what for, how large."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from contracts.analysis import (
    JobAnalysis,
    Requirement,
    RequirementKind,
    Seniority,
    Strength,
    Text,
)
from contracts.evidence import Competency, DocumentKind, Engine, Span
from contracts.work import Duty
from services.documents.domain import JobSource
from services.documents.rules import competencies, cues
from services.documents.rules.instructions import is_instruction
from services.documents.rules.job import employer, flags, header
from services.documents.rules.job.announced import Section
from services.documents.rules.job.asking import LISTED, UNNUMBERED, Asking, Quote
from services.documents.rules.job.clauses import Clause, clauses
from services.documents.rules.job.duties import is_duty
from services.documents.rules.job.grades import of_higher_grade
from services.documents.rules.job.leanings import parted
from services.documents.rules.job.marks import in_one_line
from services.documents.rules.job.roles import Role, roles_in
from services.documents.rules.job.terms import read_terms
from services.documents.rules.job.unread import Unread
from services.documents.rules.scope import read_scope
from services.documents.rules.skills.matching import SkillMatcher

_GOES_ON = re.compile(r"\s*[(|·–—,-]\s?[^\n.]{0,80}$", re.MULTILINE)
"""What a first line says behind the title."""

_LEVEL_BEHIND = re.compile(r"[^\S\n]*[,(–—-][^\S\n]*([\w-]{2,20}(?: level)?)\)?[^\S\n]*(?:\n|$)")
_WEIGHT = {Strength.MUST: 3, Strength.NICE: 1, Strength.BONUS: 1}


def read_job(source: JobSource, matcher: SkillMatcher, engine: Engine) -> JobAnalysis:
    """The analysis of one job description. Text that gives orders to a reader is left out."""
    text, quote = in_one_line(source.text), _quoting(source)
    said = list(clauses(text))
    orders = {within for within in {c.within for c in said} if is_instruction(text[slice(*within)])}
    obeyed = [clause for clause in said if clause.within not in orders]
    roles = roles_in(text)
    parts = [clause for clause in obeyed if not _is_of_another(clause, roles)]
    company = employer.company_in(text)
    title = roles[0].name if roles else header.title_in(text, parts, company)
    asked = tuple(_asked(text, [p for p in parts if not _is_title(text, p, title)], matcher, quote))
    requirements = _numbered([*_of_title(title, quote), *asked])
    duties = _duties(text, parts, quote)
    terms = read_terms(text, parts, quote)
    scoped = _beside(_of_the_work(text, parts), terms.pay)
    analysis = JobAnalysis(
        job_description_id=source.job_description_id,
        title=_text(title, quote),
        company=_text(company, quote),
        seniority=_level(text, *title) if title else Seniority.UNKNOWN,
        requirements=requirements,
        duties=duties,
        scope=read_scope(text, scoped, quote),
        terms=terms,
        competencies=ranked_of(requirements, duties),
        red_flags=flags.red_flags(
            text,
            has_orders=len(obeyed) < len(said),
            asks=bool(asked),
            has_roles=bool(roles),
        ),
        engine=engine,
    )
    unread, more = Unread(text, said, analysis, matcher).told()
    told = {"unread": tuple(quote(*place) for place in unread), "unread_more": more}
    return analysis.model_copy(update=told)


def _level(text: str, start: int, end: int) -> Seniority:
    """By the title, or by what stands alone behind it: "Designer - mid-level"."""
    level = cues.seniority_of(text[start:end])
    behind = _LEVEL_BEHIND.match(text, end)
    return cues.seniority_of(behind[1]) if behind and level is Seniority.UNKNOWN else level


def _is_of_another(part: Clause, roles: Sequence[Role]) -> bool:
    """Whether it speaks of a role behind the first: of several, one is read."""
    return any(role.start <= part.start < role.end for role in roles[1:])


def _quoting(source: JobSource) -> Quote:
    def quote(start: int, end: int) -> Span:
        return Span(
            document=DocumentKind.JOB_DESCRIPTION,
            document_id=source.job_description_id,
            start=start,
            end=end,
            quote=source.text[start:end],
        )

    return quote


def _of_the_work(text: str, parts: Iterable[Clause]) -> Iterator[tuple[int, int]]:
    """The parts without what is offered, and without what tells how large the employer is."""
    for part in parts:
        is_aside = part.section is Section.ASIDE
        if not (is_aside or employer.tells_own_size(text[part.start : part.end])):
            yield part.start, part.end


def _beside(parts: Iterable[tuple[int, int]], pay: Span | None) -> Iterator[tuple[int, int]]:
    """The parts without the pay that one of them may speak of: it is no scope."""
    for start, end in parts:
        if pay is not None and start < pay.end and pay.start < end:
            yield start, max(start, pay.start)
            yield min(end, pay.end), end
        else:
            yield start, end


def _of_title(title: tuple[int, int] | None, quote: Quote) -> Iterator[Requirement]:
    """The title is the first requirement: who seeks a nurse asks for one."""
    if title is not None:
        yield Requirement(
            id=UNNUMBERED,
            kind=RequirementKind.EXPERIENCE,
            strength=Strength.MUST,
            span=quote(*title),
        )


def _is_title(text: str, part: Clause, title: tuple[int, int] | None) -> bool:
    """Whether it says little beside the title: "Post: Site Engineer (Drainage)"."""
    if title is None:
        return False
    if part.start == title[0] and _GOES_ON.match(text, title[1], part.end):
        return True
    shared = min(part.end, title[1]) - max(part.start, title[0])
    return 2 * shared > part.end - part.start


def _asked(
    text: str, parts: Sequence[Clause], matcher: SkillMatcher, quote: Quote
) -> Iterator[Requirement]:
    """What every clause asks for; the same words twice ask once."""
    seen: set[str] = set()
    higher = of_higher_grade(text, parts)
    for part in parts:
        said = text[part.start : part.end]
        words = " ".join(said.lower().split())
        if words not in seen:
            seen.add(words)
            around = text[slice(*part.paragraph)]
            usual = LISTED.get(part.section, Strength.MUST)
            for start, end in parted(said, usual, matcher):
                one = replace(part, start=part.start + start, end=part.start + end)
                asking = Asking(one, said[start:end], matcher, around, said)
                for found in asking.requirements(quote):
                    yield _softened(found) if part in higher else found


def _softened(found: Requirement) -> Requirement:
    """What only a higher grade asks for is no must: whoever lacks it is taken at a lower one."""
    is_must = found.strength is Strength.MUST
    return found.model_copy(update={"strength": Strength.NICE}) if is_must else found


def _numbered(found: Sequence[Requirement]) -> tuple[Requirement, ...]:
    return tuple(r.model_copy(update={"id": f"q{number}"}) for number, r in enumerate(found, 1))


def _duties(text: str, parts: Iterable[Clause], quote: Quote) -> tuple[Duty, ...]:
    places = [(p.start, p.end) for p in parts if is_duty(p, text[p.start : p.end])]
    return tuple(
        Duty(
            id=f"d{number}",
            span=quote(start, end),
            competencies=competencies.asked_in(text[start:end]),
        )
        for number, (start, end) in enumerate(places, 1)
    )


def ranked_of(
    requirements: Iterable[Requirement], duties: Iterable[Duty]
) -> tuple[Competency, ...]:
    """What the job calls for in how one works, what weighs most first."""
    weights: Counter[Competency] = Counter()
    for requirement in requirements:
        for competency in requirement.competencies:
            weights[competency] += _WEIGHT[requirement.strength]
    for duty in duties:
        weights.update(duty.competencies)
    return competencies.ranked(weights)


def _text(place: tuple[int, int] | None, quote: Quote) -> Text | None:
    if place is None:
        return None
    span = quote(*place)
    return Text(value=" ".join(span.quote.split()), span=span)
