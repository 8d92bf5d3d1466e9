"""Roles and projects as the contract has them, with what their lines show of skills and scope."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, reduce
from operator import attrgetter

from chassis.hearing.turns import is_for_worse
from contracts.analysis import Bullet, Entry, Metric, Month, Role, ScopeLevel, Text, Tier, WorkScope
from contracts.evidence import Certainty, Span
from services.documents.rules.callings import skills_of
from services.documents.rules.instructions import is_instruction
from services.documents.rules.led import HAS_NUMBER, LEADS, led_in, level_of_led
from services.documents.rules.months import month_on, months_between
from services.documents.rules.resume.certainty import Sureness, of_bullet, of_metric, of_role
from services.documents.rules.resume.dates.periods import Period
from services.documents.rules.resume.layout.lines import Line, Range
from services.documents.rules.resume.roles.items import Items, as_written, is_list_of_names
from services.documents.rules.resume.roles.metrics import FoundMetric, metrics_in, ownership_in
from services.documents.rules.resume.roles.roles import FoundRole
from services.documents.rules.resume.schooling.education import FoundEntry
from services.documents.rules.resume.skills.tiers import Passage
from services.documents.rules.scope import larger, read_scope
from services.documents.rules.skills.matching import SkillHit, SkillMatcher

_SERVES = re.compile(r"\s+to\s+(?:the\s+)?", re.IGNORECASE)
_PEOPLE = "people-management"

Quote = Callable[[int, int], Span]


@dataclass(frozen=True)
class Work:
    """One role, the passages that show skills in it, and the months that it took."""

    role: Role
    passages: tuple[Passage, ...]
    months: range


@dataclass(frozen=True)
class Writer:
    """Turns what was found in `text` into contracts, each value with its quote; `on` is today."""

    text: str
    quote: Quote
    matcher: SkillMatcher
    on: date
    _lines: "dict[Range, _Line]" = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def hits(self) -> Sequence[SkillHit]:
        """The skills named anywhere in the text, in its order."""
        return self.matcher.find(self.text)

    def said(self, found: Range, certainty: Certainty) -> Text:
        """A value on one line, with its quote as it stands."""
        span = self.quote(*found)
        return Text(value=" ".join(span.quote.split()), span=span, certainty=certainty)

    def address(self, found: Range, certainty: Certainty) -> Text:
        """A link or mail address, which has no spaces in it wherever a line cut it."""
        span = self.quote(*found)
        return Text(value="".join(span.quote.split()), span=span, certainty=certainty)

    def entry(self, found: FoundEntry, grade: Callable[[str, FoundEntry], Sureness]) -> Entry:
        """A single date is when it ended. `grade` says how sure each part of such an entry is."""
        start, end = _bounds(found.period)
        is_single = found.period is not None and not found.period.is_range
        sure = grade(self.text, found)
        return Entry(
            title=self._title(found, sure.title),
            detail=self.said(found.detail, sure.detail) if found.detail else None,
            start=None if is_single else start,
            end=end,
            dates_certainty=sure.dates,
        )

    def deed(
        self,
        found: FoundEntry,
        lines: Sequence[Line],
        grade: Callable[[str, FoundEntry], Sureness],
    ) -> Entry:
        """A project or voluntary work, with what is said of it in the `lines` below its name."""
        said = as_written(lines)
        prose = (place for place in said.prose if place != found.detail)
        below = {
            "prose": tuple(self.quote(*place) for place in prose),
            "lines": tuple(self.quote(*place) for place in said.bullets),
        }
        return self.entry(found, grade).model_copy(update=below)

    def _title(self, found: FoundEntry, certainty: Certainty) -> Text:
        """A degree, and its subject where that stands apart; then the quote holds both."""
        title = self.said(found.title, certainty)
        if found.subject is None:
            return title
        subject = self.said(found.subject, certainty)
        start = min(found.title[0], found.subject[0])
        whole = self.quote(start, max(found.title[1], found.subject[1]))
        value = f"{title.value}, {subject.value}"
        return title.model_copy(update={"value": value, "span": whole})

    def work(self, found: FoundRole, number: int) -> Work:
        start, end = _bounds(found.period)
        is_current = found.period is not None and found.period.is_current
        now = month_on(self.on) if is_current else None
        sure = of_role(self.text, found)
        role = Role(
            id=f"r{number}",
            title=self.said(found.title, sure.title),
            employer=self.said(found.employer, sure.detail) if found.employer else None,
            start=start,
            end=end,
            is_current=is_current,
            dates=self.quote(found.period.start, found.period.end) if found.period else None,
            dates_certainty=sure.dates,
            bullets=tuple(
                self._bullet(item, f"r{number}b{order}")
                for order, item in enumerate(found.items.bullets, 1)
            ),
            prose=tuple(self.quote(*place) for place in found.items.prose),
            scope=self._scope(found),
        )
        months = months_between(start, end, now=now)
        head = Passage(*found.head, Tier.USED, months=months or None, last=self._last(found.period))
        says = skills_of(self.text[slice(*found.title)])
        title = replace(head, start=found.title[0], end=found.title[1], says=says)
        shown = self.passages(found.items, found.period, months or None)
        return Work(role, (head, title, *shown), months)

    def passages(
        self, items: Items, period: Period | None, months: range | None
    ) -> tuple[Passage, ...]:
        """A line with an outcome shows more than one without; orders to a reader show nothing."""
        shown = [(item, self._tier(item)) for item in items.bullets]
        shown += [(item, Tier.USED) for item in items.prose]
        return tuple(
            Passage(
                *item,
                tier,
                is_list=is_list_of_names(self.text[slice(*item)]),
                months=months,
                last=self._last(period),
                says=self._says(item),
            )
            for item, tier in shown
            if not self._line(item).is_order
        )

    def _says(self, item: Range) -> tuple[str, ...]:
        """Who leads people has led people, whatever words it is told in: "Leads 15 agents"."""
        said = self.text[slice(*item)]
        may_be = HAS_NUMBER.search(said) and LEADS.search(said)
        led = led_in(self.text, *item, is_own=True) if may_be else ()
        return (_PEOPLE,) if any(size.number > 1 for size in led) else ()

    def _tier(self, item: Range) -> Tier:
        """What was done is used; an outcome has a number, and one that did not go for the worse."""
        has_outcome = any(metric.is_outcome for metric in self._line(item).metrics)
        is_good = has_outcome and not is_for_worse(self.text[slice(*item)])
        return Tier.OUTCOME if is_good else Tier.USED

    def _last(self, period: Period | None) -> Month | None:
        if period is None:
            return None
        return str(period.last) if period.last else f"{self.on:%Y-%m}"

    def _bullet(self, item: Range, bullet_id: str) -> Bullet:
        start, end = item
        span = self.quote(start, end)
        named = list(self._named(start, end))
        if is_list_of_names(span.quote):
            named = [hit.skill_id for hit in self.matcher.find(span.quote, [(0, end - start)])]
        found = () if self._line(item).is_order else self._line(item).metrics
        return Bullet(
            certainty=of_bullet(self.text, item),
            id=bullet_id,
            span=span,
            skills=tuple(dict.fromkeys(named)),
            metrics=tuple(
                Metric(
                    value=metric.value,
                    unit=metric.unit,
                    direction=metric.direction,
                    certainty=of_metric(metric),
                    span=self.quote(metric.start, metric.end),
                )
                for metric in found
            ),
            ownership=ownership_in(span.quote),
        )

    def _line(self, item: Range) -> "_Line":
        return self._lines.setdefault(item, _Line(self.text, item))

    def _named(self, start: int, end: int) -> Iterator[str]:
        """The skills in a stretch of the text."""
        for hit in self.hits[bisect_left(self.hits, start, key=attrgetter("start")) :]:
            if hit.start >= end:
                return
            if hit.end <= end:
                yield hit.skill_id

    def _scope(self, found: FoundRole) -> WorkScope:
        """Sizes from every line; the level from the title, or else from people who were led."""
        lines = [*found.items.bullets, *found.items.prose]
        lines = [item for item in lines if not self._line(item).is_order]
        title = read_scope(self.text, [self._own_title(found.title)], self.quote)
        sizes = read_scope(self.text, lines, self.quote, with_level=False, is_own=True)
        level = title.level
        if level is ScopeLevel.UNKNOWN:
            led = sizes.evidence if sizes.people else ()
            level = level_of_led(span.quote for span in led)
        return larger(title, sizes).model_copy(update={"level": level})

    def scope_of(self, roles: Iterable[Role], own_words: Iterable[Range]) -> WorkScope:
        """Of a whole working life: the largest of any role, and what somebody says of it in all."""
        said = [words for words in own_words if not self._line(words).is_order]
        in_all = read_scope(self.text, said, self.quote, with_level=False, is_own=True)
        return reduce(larger, (role.scope for role in roles), in_all)

    def _own_title(self, title: Range) -> Range:
        """Without the person that one works for: "Assistant to the Director"."""
        served = _SERVES.search(self.text, *title)
        return (title[0], served.start()) if served else title


class _Line:
    """What one line says, found out once: it counts for its role, for skills and for scope."""

    def __init__(self, text: str, place: Range) -> None:
        self._text = text
        self._place = place

    @cached_property
    def is_order(self) -> bool:
        return is_instruction(self._text[slice(*self._place)])

    @cached_property
    def metrics(self) -> tuple[FoundMetric, ...]:
        return tuple(metrics_in(self._text, *self._place))


def _bounds(period: Period | None) -> tuple[Month | None, Month | None]:
    if period is None:
        return None, None
    return str(period.first), str(period.last) if period.last else None


def years(works: Iterable[Work]) -> float | None:
    """Calendar time in work, roles side by side counted once; None where no role is dated."""
    held = {month for work in works for month in work.months}
    return round(len(held) / 12, 1) if held else None
