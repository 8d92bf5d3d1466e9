"""The roles of a résumé once their owner has corrected them, each where its words stand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from contracts.analysis import Month, Role, Text
from contracts.corrections import OwnRole, RoleCorrection
from services.documents.rules.resume.corrected.addendum import Addendum
from services.documents.rules.resume.dates.periods import Moment, Period
from services.documents.rules.resume.layout.lines import Range
from services.documents.rules.resume.roles.items import Items
from services.documents.rules.resume.roles.roles import FoundRole

NO_PLACE = (0, 0)


@dataclass(frozen=True)
class Held:
    """A role that counts. `as_read` is set where nothing in it was corrected."""

    id: str
    number: int
    found: FoundRole
    as_read: Role | None = None


class Careers:
    """Writes what was corrected into `addendum`; `gone` are places that count no more."""

    def __init__(
        self, read: Sequence[Role], found: Sequence[FoundRole], addendum: Addendum
    ) -> None:
        self.gone: list[Range] = []
        self._read = read
        self._found = {role.title: role for role in found}
        self._addendum = addendum

    def held(self, corrections: Sequence[RoleCorrection]) -> list[Held]:
        """Those that were read, in their order, and each that was added before older ones."""
        by_role = {each.of: each for each in corrections if each.of}
        held = [
            one
            for number, role in enumerate(self._read, 1)
            if (one := self._corrected(number, role, by_role.get(role.id)))
        ]
        own = [each.now for each in corrections if each.now and not each.of]
        for number, now in enumerate(own, len(self._read) + 1):
            added = Held(f"r{number}", number, self._written(now, None, None))
            held.insert(_place(held, added), added)
        return held

    def _corrected(self, number: int, role: Role, correction: RoleCorrection | None) -> Held | None:
        found = self._found.get((role.title.span.start, role.title.span.end)) or _as_found(role)
        if correction is None:
            return Held(role.id, number, found, as_read=role)
        if correction.now is None:
            self.gone += [found.head, *found.items.bullets, *found.items.prose]
            return None
        return Held(role.id, number, self._written(correction.now, role, found))

    def _written(self, now: OwnRole, role: Role | None, found: FoundRole | None) -> FoundRole:
        """What differs from `role` is written down; the rest stays where it was read."""
        self._addendum.part()
        old = found or FoundRole(NO_PLACE, None, None, NO_PLACE, Items((), ()))
        title = self._title(now.title, role)
        period = self._period(now, role, old)
        return replace(
            old,
            title=title,
            head=old.head if role and title == old.title else title,
            employer=self._employer(now.employer, role),
            period=period,
            items=Items(self._bullets(now, role, old), old.items.prose),
        )

    def _title(self, title: str, role: Role | None) -> Range:
        if role is not None:
            if title == role.title.value:
                return _range(role.title)
            self.gone.append(_range(role.title))
        return self._addendum.write(title)

    def _employer(self, employer: str, role: Role | None) -> Range | None:
        if role and role.employer and employer == role.employer.value:
            return _range(role.employer)
        return self._addendum.write(employer) if employer else None

    def _period(self, now: OwnRole, role: Role | None, old: FoundRole) -> Period | None:
        if role and (now.start, now.end, now.is_current) == (role.start, role.end, role.is_current):
            return old.period
        if now.start is None:
            return None
        place = self._addendum.write(f"{now.start} – {now.end or 'present'}")
        last = _moment(now.end) if now.end else None
        return Period(*place, _moment(now.start), last, is_current=now.is_current)

    def _bullets(self, now: OwnRole, role: Role | None, old: FoundRole) -> tuple[Range, ...]:
        read = {
            " ".join(bullet.span.quote.split()): (bullet.span.start, bullet.span.end)
            for bullet in (role.bullets if role else ())
        }
        kept = {read[line] for line in now.bullets if line in read}
        self.gone += [place for place in {*read.values(), *old.items.bullets} if place not in kept]
        return tuple(
            read.get(line) or self._addendum.write(line, mark="- ") for line in now.bullets
        )


def _as_found(role: Role) -> FoundRole:
    """A role that another engine read, as the rules would have found it."""
    period = None
    if role.start:
        place = (role.dates.start, role.dates.end) if role.dates else _range(role.title)
        last = _moment(role.end) if role.end else None
        period = Period(*place, _moment(role.start), last, is_current=role.is_current)
    return FoundRole(
        title=_range(role.title),
        employer=_range(role.employer) if role.employer else None,
        period=period,
        head=_range(role.title),
        items=Items(tuple((each.span.start, each.span.end) for each in role.bullets), ()),
    )


def _place(held: Sequence[Held], added: Held) -> int:
    began = added.found.period.first if added.found.period else Moment(0)
    for place, other in enumerate(held):
        if other.found.period and other.found.period.first < began:
            return place
    return len(held)


def _moment(month: Month) -> Moment:
    year, _, number = month.partition("-")
    return Moment(int(year), int(number or 0))


def _range(text: Text) -> Range:
    return text.span.start, text.span.end
