"""What an answer says of somebody's employment, beside the roles of the résumé."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from chassis.hearing.lexicon import even
from chassis.hearing.text import Piece
from contracts.claims import Claim, ClaimKind, ClaimStatus, RoleFact
from contracts.evidence import Span
from services.feedback.rules.answers import Answer
from services.feedback.rules.figures import figures_in
from services.feedback.rules.quotes import matter, span_of

SPARE_YEARS = 1.0
"""By which somebody may round up: "ten years" of nine and a half is no difference."""

FEWEST_NAMED = 2
"""Words of an employer's name that stand for all of it, as "Pennard General" does."""

_AT_NAME = re.compile(r"\b[Aa]t\s+(?:the\s+)?[A-Z]\w")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NAMED = r"(?:an?|the|their)\s+(?P<title>[^\W\d][\w -]{2,50}?)"
_TITLE = re.compile(
    rf"\b(?:as|i was|i became)\s+{_NAMED}\s+(?:at|for|with)\s+(?:the\s+)?$", re.IGNORECASE
)
_CAREER = re.compile(
    rf"\bi(?:’ve| have) (?:been|worked as)\s+{_NAMED}\s+for\s+(?:\w+\s+){{0,3}}$", re.IGNORECASE
)


@dataclass(frozen=True)
class Employment:
    """The roles of a résumé, as they were on the day `on` of the interview."""

    roles: Sequence[RoleFact]
    on: datetime

    def claims(self, answer: Answer, sentence: Piece) -> Iterator[Claim]:
        """Years and titles that a sentence names together with an employer of the résumé, and
        how many years somebody says that they have been something.
        """
        yield from self._career(answer, sentence)
        at = [role for role in self.roles if self._place_of(role, sentence) is not None]
        if not at:
            return
        for year in _YEAR.finditer(sentence.text):
            fits = [role for role in at if _was_there(role, int(year[0]))]
            dated = [role for role in fits or at if role.start]
            if dated:
                is_same = bool(fits)
                place = year.span()
                yield _of_role(answer, sentence, ClaimKind.DATE, place, dated[0], is_same=is_same)
        named = _TITLE.search(sentence.text[: self._place_of(at[0], sentence)])
        if named:
            fits = _called(at, named["title"])
            shown, place = (fits or at)[0], named.span("title")
            yield _of_role(answer, sentence, ClaimKind.TITLE, place, shown, is_same=bool(fits))

    def may_speak_of(self, sentence: Piece, line: Span) -> bool:
        """Not where it names another place of work than that of `line`."""
        if not self.roles or not _AT_NAME.search(sentence.text):
            return True
        named = [role for role in self.roles if self._place_of(role, sentence) is not None]
        own = self._role_of(line)
        return bool(named) and (own is None or any(_is_one_employer(own, one) for one in named))

    def _role_of(self, line: Span) -> RoleFact | None:
        """The last role whose title stands before `line`."""
        before = [one for one in self.roles if one.title.start < line.start]
        return max(before, key=lambda one: one.title.start, default=None)

    def _career(self, answer: Answer, sentence: Piece) -> Iterator[Claim]:
        """Fewer years than the roles last are no difference: they may be a part of them."""
        for figure in figures_in(sentence.text):
            if figure.kind is not ClaimKind.YEARS:
                continue
            said = _CAREER.search(even(sentence.text)[: figure.start])
            roles = [one for one in _called(self.roles, said["title"]) if one.start] if said else []
            lasted = self._years_of(roles)
            place = (figure.start, figure.end)
            if roles and figure.value >= lasted - SPARE_YEARS:
                is_same = figure.value <= lasted + SPARE_YEARS
                first = min(roles, key=lambda role: role.start or "")
                yield _of_role(answer, sentence, ClaimKind.YEARS, place, first, is_same=is_same)

    def _years_of(self, roles: Sequence[RoleFact]) -> float:
        """Months in which any of them was held, in years; a role without its end lasts a month."""
        today = self.on.year * 12 + self.on.month
        held = {
            month
            for role in roles
            if role.start
            for month in range(
                _month(role.start),
                1 + (today if role.is_current else _month(role.end or role.start)),
            )
        }
        return len(held) / 12

    def _place_of(self, role: RoleFact, sentence: Piece) -> int | None:
        """Where the sentence names the employer of `role`, by as much of its name as is enough."""
        for name in self._names.get(role.employer.quote, ()) if role.employer else ():
            if found := re.search(rf"(?<!\w){re.escape(name)}(?!\w)", sentence.text):
                return found.start()
        return None

    @cached_property
    def _names(self) -> dict[str, list[str]]:
        """For each employer its name, and the beginnings of it that no other one has."""
        whole = {role.employer.quote for role in self.roles if role.employer}
        return {name: [even(name), *_beginnings(name, whole - {name})] for name in whole}


def _is_one_employer(one: RoleFact, other: RoleFact) -> bool:
    names = [each.employer.quote if each.employer else "" for each in (one, other)]
    return names[0] == names[1]


def _beginnings(name: str, others: set[str]) -> Iterator[str]:
    said = even(name).split()
    for count in range(len(said) - 1, FEWEST_NAMED - 1, -1):
        short = " ".join(said[:count]).rstrip(",&")
        is_name = said[count - 1][:1].isupper() and said[count - 1].isalpha()
        if is_name and not any(even(other).startswith(short) for other in others):
            yield short


def _called(roles: Sequence[RoleFact], title: str) -> list[RoleFact]:
    heard = matter(title)
    return [role for role in roles if heard & matter(role.title.quote)]


def _of_role(
    answer: Answer,
    sentence: Piece,
    kind: ClaimKind,
    place: tuple[int, int],
    role: RoleFact,
    *,
    is_same: bool,
) -> Claim:
    line = role.title if kind is ClaimKind.TITLE else role.dates or role.title
    return Claim(
        kind=kind,
        status=ClaimStatus.SUPPORTED if is_same else ClaimStatus.CONFLICT,
        text=answer.verbatim(sentence.part(*place)),
        said=span_of(answer, sentence),
        resume=line,
    )


def _was_there(role: RoleFact, year: int) -> bool:
    if role.start is None:
        return False
    last = int(role.end[:4]) if role.end else 9999 if role.is_current else int(role.start[:4])
    return int(role.start[:4]) <= year <= last


def _month(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7] or 1)
