"""Sets what an owner corrects in place of what was read, and computes anew what rests on it.

What nobody corrected stays exactly as it was read, by whichever engine.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from contracts.analysis import Contact, Entry, Skill, Text, Tier
from contracts.corrections import EntryCorrection, OwnEntry
from contracts.evidence import Certainty
from services.documents.domain import Amended, Amendment, Extracted, ResumeSource
from services.documents.rules.lexicon import plain
from services.documents.rules.resume.certainty import confirmed, sure
from services.documents.rules.resume.corrected.addendum import Addendum
from services.documents.rules.resume.corrected.roles import Careers, Held
from services.documents.rules.resume.corrected.sizes import sizes_said, with_sizes
from services.documents.rules.resume.layout.lines import Range
from services.documents.rules.resume.reading import Ground, ground_of
from services.documents.rules.resume.roles.career import Work, Writer, years
from services.documents.rules.resume.roles.items import Items, items_of
from services.documents.rules.resume.skills.tiers import Passage, skills_shown
from services.documents.rules.skills.matching import SkillMatcher, matcher

_DEEDS = ("projects", "volunteering")
_STRENGTH = list(Tier)


class RulesEditor:
    """Deterministic; safe to share and to ask twice."""

    def __init__(self) -> None:
        self._matcher = matcher()

    def amend(self, source: Amendment) -> Amended:
        if source.corrections.is_empty:
            return Amended(source.text, source.read)
        return _Amending(source, self._matcher).done()


class _Amending:
    def __init__(self, source: Amendment, skills: SkillMatcher) -> None:
        self._source = source
        self._read = source.read
        self._given = source.corrections
        self._matcher = skills
        self._ground = _ground(source, skills)
        self._add = Addendum(source.read.resume_id, source.text)
        self._careers = Careers(source.read.roles, self._ground.roles, self._add)
        self._deeds = {
            name: tuple(self._entries(getattr(self._given, name), getattr(self._read, name)))
            for name in _DEEDS
        }

    def done(self) -> Amended:
        """First everything is written, then everything that was written is read."""
        given = self._given
        update: dict[str, object] = {
            "contact": self._contact(),
            "headline": self._value(given.headline, self._read.headline),
            "education": tuple(self._entries(given.education, self._read.education)),
            **self._deeds,
            "certifications": tuple(self._entries(given.certifications, self._read.certifications)),
            "languages": tuple(self._entries(given.languages, self._read.languages)),
        }
        own_sizes = sizes_said(given.scope, self._read.scope, self._add)
        held = self._careers.held(given.roles)
        self._add.part()
        listed = [self._add.write(each) for each in given.skills_added]
        update |= self._work(held, listed)
        changed = self._read.model_copy(update=update)
        last = {"scope": with_sizes(changed.scope, own_sizes), "listed": self._kept(changed.listed)}
        return Amended(self._add.text, changed.model_copy(update=last))

    def _kept(self, listed: Iterable[Text]) -> tuple[Text, ...]:
        """Without what its owner has taken out."""
        gone = {plain(words) for words in self._given.listed_removed}
        return tuple(item for item in listed if plain(item.value) not in gone)

    def _contact(self) -> Contact:
        self._add.part()
        given, read = self._given, self._read.contact
        links = given.links
        if links is None:
            said = read.links
        else:
            there = {link.value: sure(link) for link in read.links}
            said = tuple(there.get(link) or self._add.said(link) for link in links)
        return Contact(
            name=self._value(given.name, read.name),
            email=self._value(given.email, read.email),
            phone=self._value(given.phone, read.phone),
            location=self._value(given.location, read.location),
            links=said,
        )

    def _value(self, given: str | None, read: Text | None) -> Text | None:
        """None is as it was read; the same words confirm it; empty is none."""
        if given is None:
            return read
        if read is not None and given == read.value:
            return sure(read)
        return self._add.said(given) if given else None

    def _entries(self, given: Iterable[EntryCorrection], read: Iterable[Entry]) -> Iterator[Entry]:
        corrections = list(given)
        by_place = {each.of: each for each in corrections if each.of}
        for place, entry in enumerate(read, 1):
            correction = by_place.get(f"e{place}")
            if correction is None:
                yield entry
            elif correction.now is not None:
                yield self._entry(correction.now, entry)
        for each in corrections:
            if each.now and not each.of:
                yield self._entry(each.now, None)

    def _entry(self, now: OwnEntry, read: Entry | None) -> Entry:
        self._add.part()
        is_same = read is not None and now.title == read.title.value
        written = Entry(
            title=read.title if read and is_same else self._add.said(now.title),
            detail=self._value(now.detail, read.detail if read else None),
            start=now.start,
            end=now.end,
            prose=read.prose if read else (),
            lines=read.lines if read else (),
        )
        return confirmed(written)

    def _work(self, held: list[Held], listed: list[Range]) -> dict[str, object]:
        """What rests on roles and skills; nothing where neither was corrected."""
        text, given = self._add.text, self._given
        is_said = any(getattr(given, name) for name in _DEEDS)
        is_changed = given.roles or is_said or given.skills_added or given.skills_removed
        if not is_changed:
            return {"skills": tuple(map(self._confirmed, self._read.skills))}
        writer = Writer(text, self._add.quote, self._matcher, self._source.on)
        works = [writer.work(one.found, int(one.id.removeprefix("r"))) for one in held]
        skills = self._skills(writer, works, listed)
        if not given.roles:
            return {"skills": skills, "listed": self._listed(skills)}
        roles = tuple(
            one.as_read or confirmed(work.role) for one, work in zip(held, works, strict=True)
        )
        return {
            "skills": skills,
            "listed": self._listed(skills),
            "roles": roles,
            "scope": writer.scope_of(roles, self._ground.own_words),
            "years_total": years(works),
        }

    def _skills(self, writer: Writer, works: list[Work], listed: list[Range]) -> tuple[Skill, ...]:
        gone = [*self._careers.gone, *self._gone_deeds()]
        passages = [
            *self._ground.passages,
            *(Passage(*place, Tier.LISTED, is_list=True) for place in listed),
            *(passage for work in works for passage in work.passages),
            *self._deed_passages(writer),
        ]
        shown = self._add.shown_after(self._ground.shown, gone)
        found = skills_shown(self._matcher, shown, passages, self._add.quote)
        known = {skill.id for skill in found}
        others = [s for s in self._read.skills if s.id not in known and not _is_gone(s, gone)]
        own = self._unknown(listed, found)
        gone_ids = self._given.skills_removed
        kept = [self._confirmed(s) for s in (*found, *others, *own) if s.id not in gone_ids]
        return tuple(
            sorted(kept, key=lambda s: (-_STRENGTH.index(s.tier), -(s.years or 0), s.label))
        )

    def _confirmed(self, skill: Skill) -> Skill:
        is_confirmed = skill.id in self._given.skills_confirmed
        return skill.model_copy(update={"certainty": Certainty.SURE}) if is_confirmed else skill

    def _listed(self, skills: Iterable[Skill]) -> tuple[Text, ...]:
        """Without what its owner has added in the same words."""
        named = {plain(skill.label) for skill in skills}
        return tuple(item for item in self._read.listed if plain(item.value) not in named)

    def _deed_passages(self, writer: Writer) -> Iterator[Passage]:
        removed = self._removed_deeds()
        for found, lines in self._ground.deeds:
            if found.title not in removed:
                yield from writer.passages(items_of(lines), found.period, None)
        texts = [text for entry in chain(*self._deeds.values()) for text in _texts(entry)]
        own = tuple(_range(text) for text in texts if self._add.holds(text))
        yield from writer.passages(Items(own, ()), None, None)

    def _gone_deeds(self) -> Iterator[Range]:
        """Those that were taken out with all their lines, and what was said differently."""
        removed = self._removed_deeds()
        for found, lines in self._ground.deeds:
            if found.title in removed:
                yield found.title[0], lines[-1].end if lines else found.title[1]
        kept = {_range(text) for entry in chain(*self._deeds.values()) for text in _texts(entry)}
        for entry in chain(*(getattr(self._read, name) for name in _DEEDS)):
            yield from (place for text in _texts(entry) if (place := _range(text)) not in kept)

    def _removed_deeds(self) -> set[Range]:
        removed = set()
        for name in _DEEDS:
            taken = {each.of for each in getattr(self._given, name) if each.now is None}
            read = enumerate(getattr(self._read, name), 1)
            removed |= {_range(entry.title) for place, entry in read if f"e{place}" in taken}
        return removed

    def _unknown(self, listed: Iterable[Range], found: Iterable[Skill]) -> Iterator[Skill]:
        """What was added and is in no list of ours: kept as it was typed."""
        known = [(span.start, span.end) for skill in found for span in skill.evidence]
        for number, (start, end) in enumerate(listed, 1):
            if not any(start <= first and last <= end for first, last in known):
                span = self._add.quote(start, end)
                yield Skill(
                    certainty=Certainty.SURE,
                    id=f"own.{number}",
                    label=span.quote,
                    tier=Tier.LISTED,
                    evidence=(span,),
                )


def _ground(source: Amendment, skills: SkillMatcher) -> Ground:
    extracted = Extracted(report=source.read.extraction, text=source.text)
    return ground_of(ResumeSource(source.read.resume_id, extracted, source.on), skills)


def _is_gone(skill: Skill, gone: Iterable[Range]) -> bool:
    places = list(gone)
    return all(
        any(start <= span.start and span.end <= end for start, end in places)
        for span in skill.evidence
    )


def _texts(entry: Entry) -> list[Text]:
    return [text for text in (entry.title, entry.detail) if text]


def _range(text: Text) -> Range:
    return text.span.start, text.span.end
