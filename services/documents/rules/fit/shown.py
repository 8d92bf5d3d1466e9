"""What a résumé shows, once every quote has been found again in its text."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from contracts.analysis import Bullet, Entry, ResumeAnalysis, Role, Skill, Text, Tier
from contracts.evidence import DocumentKind, Span
from services.documents.rules.carries import carries_in, is_held, line_around
from services.documents.rules.fit.kinds import kind_of
from services.documents.rules.fit.named import Named
from services.documents.rules.fit.papers import is_of_licence, runs_out, shows, shows_registration
from services.documents.rules.instructions import is_instruction
from services.documents.rules.lexicon import plain
from services.documents.rules.months import month_of, month_on, months_between
from services.documents.rules.words import is_bare

MAX_EVIDENCE = 3
_LONGEST_PAPER = 80
RECENT_MONTHS = 24
_LONGEST_HEAD = 300
"""Characters of the lines of a head."""
_ORDER = [Tier.LISTED, Tier.USED, Tier.OUTCOME]


def stands(span: Span, text: str) -> bool:
    """Whether the quote is really what the document says there."""
    return text[span.start : span.end] == span.quote


def _words(said: str) -> str:
    return " ".join(re.findall(r"\w+", plain(said)))


def _of_all(naming: Sequence[Sequence[int]]) -> list[int]:
    """The numbers that are in all of them; where none is, one out of each, or nothing."""
    if not naming or not all(naming):
        return []
    whole = set(naming[0]).intersection(*naming)
    return sorted(whole) or list(dict.fromkeys(each[0] for each in naming))


@dataclass(frozen=True)
class _Part:
    """A title, an employer or a line of work of the role with this id."""

    role: str
    span: Span
    is_head: bool


@dataclass
class Shown:
    """Evidence that stands. `rejected` counts the quotes that were claimed and do not."""

    resume: ResumeAnalysis
    text: str
    on: date
    rejected: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        self._only_named: set[str] = set()
        bullets = (bullet for role in self.resume.roles for bullet in role.bullets)
        self._titles = sorted(role.title.span.start for role in self.resume.roles)
        self._bullets = sorted(bullets, key=lambda bullet: bullet.span.start)
        self._skills = {
            skill.id: kept for skill in self.resume.skills if (kept := self._kept(skill))
        }

    def skill(self, skill_id: str) -> Skill | None:
        return self._skills.get(skill_id)

    def months_since(self, skill: Skill) -> int | None:
        """How many months ago the skill was last used; None where no date says."""
        if skill.last_used is None:
            return None
        return max(0, month_on(self.on) - month_of(skill.last_used, is_end=True))

    @cached_property
    def families(self) -> tuple[tuple[str, Role, Span], ...]:
        """The family of each role's title, newest role first as the résumé has them."""
        found = ((role, kind_of(role)) for role in self.resume.roles)
        return tuple(
            (hit.family, role, role.title.span)
            for role, hit in found
            if hit and stands(role.title.span, self.text)
        )

    @cached_property
    def heads(self) -> tuple[tuple[Role, tuple[int, int]], ...]:
        """The lines of each role that hold its title, its employer and its dates."""
        return tuple(
            (role, (start, end))
            for role in self.resume.roles
            for start, end in self._lines_of_head(role)
        )

    def _lines_of_head(self, role: Role) -> Iterator[tuple[int, int]]:
        """One stretch up to its first line of work; where it is no head, title and employer."""
        employer = role.employer.span if role.employer else None
        spans = [s for s in (role.title.span, employer) if s and stands(s, self.text)]
        if not spans:
            return
        start, end = min(s.start for s in spans), max(s.end for s in spans)
        start, end = line_around(self.text, start, end)
        below = [b.span.start for b in role.bullets if b.span.start > start]
        first, last = (bisect_left(self._titles, at) for at in (start, end))
        is_alone = last - first <= (start <= role.title.span.start < end)
        is_whole = end - start <= _LONGEST_HEAD and is_alone
        if is_whole:
            yield start, min([end, *below])
        else:
            yield from ((s.start, s.end) for s in spans)

    def months_in(self, roles: Iterable[Role]) -> int | None:
        """Calendar months in which one of the roles was held; None where none is dated."""
        now = month_on(self.on)
        held = {
            month
            for role in roles
            for month in months_between(role.start, role.end, now=now if role.is_current else None)
        }
        return len(held) or None

    def is_recent(self, role: Role, within: int) -> bool:
        if role.is_current:
            return True
        return (
            role.end is not None and month_on(self.on) - month_of(role.end, is_end=True) <= within
        )

    @cached_property
    def lines(self) -> tuple[Bullet, ...]:
        """The lines of work that stand in the text and give no orders."""
        return tuple(
            bullet
            for role in self.resume.roles
            for bullet in role.bullets
            if stands(bullet.span, self.text) and not is_instruction(bullet.span.quote)
        )

    @cached_property
    def role_of(self) -> tuple[int, ...]:
        """The number of the role of each of `lines`."""
        roles = enumerate(self.resume.roles)
        of_bullet = {bullet.id: at for at, role in roles for bullet in role.bullets}
        return tuple(of_bullet[line.id] for line in self.lines)

    @cached_property
    def papers(self) -> tuple[Span, ...]:
        """The titles of certificates and of schooling that are held."""
        held = self.held((*self.resume.certifications, *self.resume.education))
        return tuple(entry.title.span for entry in held)

    @cached_property
    def named(self) -> Named:
        """Which of `lines` name something."""
        return Named(line.span.quote for line in self.lines)

    @cached_property
    def told(self) -> Named:
        """What roles, lists and certificates name; what was learnt at school is no work."""
        roles = self.resume.roles
        texts = [*(line.span for line in self.lines), *(role.title.span for role in roles)]
        texts += [role.employer.span for role in roles if role.employer]
        texts += [item.span for item in self.resume.listed]
        texts += [entry.title.span for entry in self.held(self.resume.certifications)]
        return Named(span.quote for span in texts if stands(span, self.text))

    def entries(self, entries: Iterable[Entry]) -> list[Entry]:
        return [entry for entry in entries if stands(entry.title.span, self.text)]

    def held(self, entries: Iterable[Entry]) -> list[Entry]:
        """Those that are not called unfinished, planned or expired, and end before today.

        What runs out later is held: "valid to 2029".
        """
        lines = [
            (entry, self.text[slice(*self.line_of(entry.title.span))])
            for entry in self.entries(entries)
        ]
        return [e for e, line in lines if is_held(line) and (self._is_over(e) or runs_out(line))]

    def _is_over(self, entry: Entry) -> bool:
        return not entry.end or month_of(entry.end, is_end=False) <= month_on(self.on)

    def registration(self, bodies: frozenset[str]) -> Span | None:
        """The line of the résumé that names a register with one of these initials."""
        lines = self._lines_held(lambda said: shows_registration(said, bodies)) if bodies else ()
        return next(iter(lines), None)

    def licence(self, asked: str) -> Span | None:
        """A short line, and none of work, that names such a licence: "Full UK driving licence"."""
        if not is_of_licence(asked):
            return None
        lines = self._lines_held(lambda said: len(said) <= _LONGEST_PAPER and shows(asked, said))
        return next((span for span in lines if not self.is_in_work(span)), None)

    def _lines_held(self, is_it: Callable[[str], bool]) -> Iterator[Span]:
        for line in re.finditer(r"[^\n]+", self.text):
            said = line[0].strip()
            if said and is_it(said) and is_held(said) and not is_instruction(said):
                start = line.start() + line[0].index(said)
                yield self.quoted(start, start + len(said))

    def quoted(self, start: int, end: int) -> Span:
        owner, quote = self.resume.resume_id, self.text[start:end]
        kind = DocumentKind.RESUME
        return Span(document=kind, document_id=owner, start=start, end=end, quote=quote)

    def roles_naming(self, words: Iterable[str]) -> list[tuple[Role, Span]]:
        """Roles whose title, employer and lines have all of the words, in one form or another.

        Each with those that do: all of them in one, or one after the other.
        """
        naming = [self._parts_naming(word) for word in words]
        found: list[tuple[Role, Span]] = []
        for role in self.resume.roles if naming and all(naming) else ():
            of_role = [each.get(role.id, []) for each in naming]
            found += [(role, self._parts[at].span) for at in _of_all(of_role)]
        return found

    def _parts_naming(self, word: str) -> dict[str, list[int]]:
        """The numbers of the parts of roles that name it, by the role."""
        found: dict[str, list[int]] = {}
        heads, lines = self._named_in_parts
        for at in sorted(heads.naming(word) | lines.naming(word)):
            found.setdefault(self._parts[at].role, []).append(at)
        return found

    @cached_property
    def _parts(self) -> tuple[_Part, ...]:
        """Titles, employers and lines of work that stand in the text."""
        parts = [
            _Part(role.id, span, is_head=is_head)
            for role in self.resume.roles
            for span, is_head in (
                (role.title.span, True),
                *([(role.employer.span, True)] if role.employer else []),
                *((bullet.span, False) for bullet in role.bullets),
            )
        ]
        return tuple(part for part in parts if stands(part.span, self.text))

    @cached_property
    def _named_in_parts(self) -> tuple[Named, Named]:
        """Heads and lines apart: a head tells of no deed, so that its bank is no banking."""
        heads = Named((p.span.quote if p.is_head else "" for p in self._parts), is_bare)
        return heads, Named("" if p.is_head else p.span.quote for p in self._parts)

    def listed_in(self, said: str) -> Text | None:
        """What the résumé lists in the same words that `said` has."""
        words = f" {_words(said)} "
        stand = (item for item in self.resume.listed if stands(item.span, self.text))
        return next((item for item in stand if f" {_words(item.value)} " in words), None)

    def is_only_named(self, skill_id: str) -> bool:
        """Whether the résumé names it, but as nothing that its writer has or has done."""
        return skill_id in self._only_named

    def carried(self, span: Span) -> bool:
        """Whether its line shows what it quotes."""
        return carries_in(self.text, self.line_of(span), (span.start, span.end))

    def line_of(self, span: Span) -> tuple[int, int]:
        """The line of work that holds it, else its line of the text."""
        if bullet := self._bullet_of(span):
            return bullet.span.start, bullet.span.end
        return line_around(self.text, span.start, span.end)

    def is_in_work(self, span: Span) -> bool:
        return self._bullet_of(span) is not None

    def _bullet_of(self, span: Span) -> Bullet | None:
        at = bisect_right(self._bullets, span.start, key=lambda bullet: bullet.span.start) - 1
        if at >= 0 and span.end <= self._bullets[at].span.end:
            return self._bullets[at]
        return None

    def _kept(self, skill: Skill) -> Skill | None:
        standing = [span for span in skill.evidence if stands(span, self.text)]
        self.rejected += len(skill.evidence) - len(standing)
        kept = tuple(filter(self.carried, standing))
        if not kept:
            self._only_named.update([skill.id] if standing else [])
            return None
        is_best = kept[0] == skill.evidence[0]
        tier = skill.tier if is_best else min(skill.tier, self._tier_of(kept), key=_ORDER.index)
        return skill.model_copy(update={"evidence": kept, "tier": tier})

    def _tier_of(self, spans: Iterable[Span]) -> Tier:
        """What the lines that hold the quotes are worth at most."""
        lines = [bullet for span in spans if (bullet := self._bullet_of(span))]
        found = [Tier.OUTCOME if bullet.metrics else Tier.USED for bullet in lines]
        return max(found, key=_ORDER.index, default=Tier.LISTED)
