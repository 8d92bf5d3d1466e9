"""Sets what its owner says of the job itself in place of what was read: title, employer, terms.

Words are quoted from the text, which is the employer's; what is not corrected stays to the letter.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from contracts.analysis import JobAnalysis, Requirement, RequirementKind, Seniority, Strength, Text
from contracts.corrections import OwnFacts
from contracts.evidence import Span
from contracts.work import Remote, WorkTerms
from services.documents.rules import cues

TITLE_ID = "q0"
"""What the title asks for where none was read: no number moves for it."""


@dataclass(frozen=True)
class Facts:
    """What was `read`, what its owner has `given`, and how the text is quoted."""

    read: JobAnalysis
    given: OwnFacts
    quote: Callable[[str], Span | None]

    @property
    def title(self) -> Text | None:
        return self._text(self.read.title, self.given.title, OwnFacts.of(self.read).title)

    def update(self) -> dict[str, object]:
        """What of an analysis is otherwise; nothing where no fact is corrected."""
        if self.given == OwnFacts():
            return {}
        company = self._text(self.read.company, self.given.employer, self._there.employer)
        return {
            "title": self.title,
            "company": company,
            "seniority": self._level(),
            "terms": self._terms(),
        }

    def asked(self, read: Iterable[Requirement]) -> tuple[Requirement, ...]:
        """What was `read` to be asked for: the title is the first of it, also another title."""
        title, before = self.title, self.read.title
        if title == before:
            return tuple(read)
        others = [each for each in read if not _is_of(each, before) and not _is_in(each, title)]
        first = () if title is None else (self._of_title(title, read),)
        return (*first, *others)

    def places(self) -> list[Span]:
        """Where what its owner gave stands."""
        own = (getattr(self.given, name) for name in ("title", "employer", "place", "pay"))
        return [span for words in own if words and (span := self.quote(words))]

    def _of_title(self, title: Text, read: Iterable[Requirement]) -> Requirement:
        before = [each for each in read if _is_of(each, self.read.title)]
        if before:
            return before[0].model_copy(update={"span": title.span})
        return Requirement(
            id=TITLE_ID, kind=RequirementKind.EXPERIENCE, strength=Strength.MUST, span=title.span
        )

    def _level(self) -> Seniority:
        """As its owner says; else what a corrected title says of it."""
        if self.given.level is not None:
            return self.given.level
        if self.title == self.read.title:
            return self.read.seniority
        return cues.seniority_of(self.title.span.quote) if self.title else Seniority.UNKNOWN

    def _terms(self) -> WorkTerms:
        terms, given = self.read.terms, self.given
        mode: Remote = terms.remote if given.mode is None else given.mode
        place = self._span(terms.place, given.place, self._there.place)
        pay = self._span(terms.pay, given.pay, self._there.pay)
        return terms.model_copy(update={"place": place, "remote": mode, "pay": pay})

    def _text(self, read: Text | None, own: str | None, there: str | None) -> Text | None:
        span = self._span(read.span if read else None, own, there)
        if span is None or (read is not None and span == read.span):
            return read if span else None
        return Text(value=" ".join(span.quote.split()), span=span)

    def _span(self, read: Span | None, own: str | None, there: str | None) -> Span | None:
        """As read where that is confirmed, or where the words are not there any more."""
        if own is None or own == there:
            return read
        return self.quote(own) or read if own else None

    @property
    def _there(self) -> OwnFacts:
        return OwnFacts.of(self.read)


def _is_of(requirement: Requirement, title: Text | None) -> bool:
    is_same = title is not None and requirement.span == title.span
    return is_same and requirement.kind is RequirementKind.EXPERIENCE


def _is_in(requirement: Requirement, title: Text | None) -> bool:
    """Whether it says little beside the title."""
    if title is None:
        return False
    span = requirement.span
    shared = min(span.end, title.span.end) - max(span.start, title.span.start)
    return 2 * shared > span.end - span.start
