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
from services.feedback.rules.answering.answers import Answer
from services.feedback.rules.claimed.promotions import dated_titles
from services.feedback.rules.claimed.tenure import names_of, of_year
from services.feedback.rules.claimed.titles import Agreement, agreement, covers, has_rank, is_title
from services.feedback.rules.figures import Figure, figures_in
from services.feedback.rules.quotes import matter, span_of

SPARE_YEARS = 1.0
"""By which somebody may round up: "ten years" of nine and a half is no difference."""

_AT_NAME = re.compile(r"\b[Aa]t\s+(?:the\s+)?[A-Z]\w")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NAMED = r"(?:(?P<article>an?|the|their|his|our)\s+)?(?P<title>[^\W\d][\w -]{2,50}?)"
_WAS = (
    r"\b(?:as|i was|i became|i(?:’m| am)|i(?:’ve| have) been|i worked as|(?:promoted|moved up) to)"
)
_LASTING = r"(?:\s+for\s+(?:\w+\s+){1,3}years?)?"
_TITLE = re.compile(rf"{_WAS}\s+{_NAMED}{_LASTING}\s+(?:at|for|with)\s+(?:the\s+)?$", re.IGNORECASE)
_TITLE_BEHIND = re.compile(
    rf",?\s+(?:then\s+)?(?:as|i was|i became|i worked as)\s+{_NAMED}"
    r"(?=\s*(?:[.,;:!]|$)|\s+(?:and|from|for|until|in|when|where|who|with|since|but|on)\b)",
    re.IGNORECASE,
)
_CAREER = re.compile(
    rf"\b(?:i(?:’ve| have) (?:been|worked as)|i (?:was|worked as|served as))\s+{_NAMED}"
    r"(?:\s+(?:at|with)\s+(?:the\s+)?[A-Z][\w& -]{1,50}?)?\s+for\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)

_AS_BEHIND = re.compile(
    rf"(?:\s+of\s+(?:work|working|experience|being))?(?:,?\s+(?:working\s+|work\s+)?as|(?<=being))\s+{_NAMED}"
    r"(?=\s*(?:[.,;:!]|$)|\s+(?:and|at|from|for|until|in|when|where|who|with|since|but|on|i|we)\b)",
    re.IGNORECASE,
)
_CLAUSE_ENDS = re.compile(r"[;:]|,\s(?=(?:and|but|so)\b)|\b(?:because|but|which|although)\b")
_MINE = re.compile(
    r"\b(?:i|i’ve|my|me)\b|^\W*(?:after|with|in|for|over|about|nearly)\b", re.IGNORECASE
)
_OTHERS = re.compile(
    r"\b(?:he|she|they|who|his|her|their|boss|colleague|manager had|after me|before me|than|wait\w*"
    r"|next|would|will|want\w*|hope\w*|not|never|without)\b",
    re.IGNORECASE,
)


_YEARS_AT = re.compile(
    r"\s+(?:(?:working|employed)\s+)?(?:at|with|for|in)\s+(?:the\s+)?", re.IGNORECASE
)
_OWN_TIME = re.compile(
    r"^(?!.*\bof (?:\w+ )?$)(?:.*\b(?:i|i’ve|me)\b|.*\bmy (?:\w+ )?$|\W*(?:\w+\W+){0,2}$)",
    re.IGNORECASE,
)
_AT_FOR = re.compile(r"\s+for\s+(?:about |over |nearly |almost |more than )?", re.IGNORECASE)


@dataclass(frozen=True)
class Employment:
    """The roles of a résumé, as they were on the day `on` of the interview."""

    roles: Sequence[RoleFact]
    on: datetime

    def claims(self, answer: Answer, sentence: Piece) -> Iterator[Claim]:
        """Years and titles that a sentence names together with an employer of the résumé, and
        how many years somebody says that they have been something.
        """
        at = self._named_in(sentence)
        yield from self._career(answer, sentence, at)
        dated = {one.place: one for one in dated_titles(sentence.text, at or self.roles)}
        for span, one in dated.items():
            yield _of_role(answer, sentence, ClaimKind.DATE, span, one.role, one.status)
        if not at:
            return
        place = self._place_of(at[0], sentence) or (0, 0)
        for year in _YEAR.finditer(sentence.text):
            found = None if year.span() in dated else of_year(year, place, sentence.text, at)
            if found is not None:
                role, status = found
                yield _of_role(answer, sentence, ClaimKind.DATE, year.span(), role, status)
        yield from _title(answer, sentence, place, at)

    def may_speak_of(self, sentence: Piece, line: Span) -> bool:
        """Not where it names another place of work than that of `line`."""
        if not self.roles or not _AT_NAME.search(sentence.text):
            return True
        named, own = self._named_in(sentence), self._role_of(line)
        return bool(named) and (own is None or any(_is_one_employer(own, one) for one in named))

    def _named_in(self, sentence: Piece) -> list[RoleFact]:
        return [role for role in self.roles if self._place_of(role, sentence) is not None]

    def _role_of(self, line: Span) -> RoleFact | None:
        """The last role whose title stands before `line`."""
        before = [one for one in self.roles if one.title.start < line.start]
        return max(before, key=lambda one: one.title.start, default=None)

    def _career(self, answer: Answer, sentence: Piece, at: Sequence[RoleFact]) -> Iterator[Claim]:
        """Fewer years than the roles last are no difference: they may be a part of them. At an
        employer that is named, its roles alone count, whatever they were called.
        """
        for figure in figures_in(sentence.text):
            if figure.kind is not ClaimKind.YEARS:
                continue
            text = even(sentence.text)
            spent = self._spent_at(text, figure, sentence, at)
            if spent is not None:
                place = (figure.start, figure.end)
                yield _of_role(answer, sentence, ClaimKind.YEARS, place, at[0], spent)
                continue
            said = _CAREER.search(text[: figure.start]) or _years_as(text, figure)
            if said is None or not _is_job(said["title"], self.roles):
                continue
            roles = _called(at or self.roles, said["title"]) or list(at)
            roles = [one for one in roles if one.start]
            status = self._of_years(figure.value, roles, said["title"])
            if status is not None:
                first = min(roles, key=lambda role: role.start or "")
                place = (figure.start, figure.end)
                yield _of_role(answer, sentence, ClaimKind.YEARS, place, first, status)

    def _spent_at(
        self, text: str, figure: Figure, sentence: Piece, at: Sequence[RoleFact]
    ) -> ClaimStatus | None:
        """How "nine years at Pennard" stands to all that was held there; None where it says no such
        thing, or fewer years: they may be a part.
        """
        place = self._place_of(at[0], sentence) if at else None
        if place is None or not all(role.start for role in at):
            return None
        behind, front = text[figure.end : place[0]], text[place[1] : figure.start]
        is_near = _YEARS_AT.fullmatch(behind) or _AT_FOR.fullmatch(front)
        clause = _CLAUSE_ENDS.split(text[: figure.start])[-1]
        is_own = _OWN_TIME.search(clause) and not _OTHERS.search(clause)
        if not (is_near and is_own) or figure.value < (lasted := self._years_of(at)) - SPARE_YEARS:
            return None
        is_same = figure.value <= lasted + SPARE_YEARS
        return ClaimStatus.SUPPORTED if is_same else ClaimStatus.CONFLICT

    def _of_years(self, years: float, roles: Sequence[RoleFact], title: str) -> ClaimStatus | None:
        """More than all roles that may be meant is a difference, as many as in those named so are
        the same.
        """
        named = [role for role in roles if covers(title, role.title.quote)]
        if roles and years > self._years_of(roles) + SPARE_YEARS:
            return ClaimStatus.CONFLICT
        is_same = named and abs(years - self._years_of(named)) <= SPARE_YEARS
        return ClaimStatus.SUPPORTED if is_same else None

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

    def _place_of(self, role: RoleFact, sentence: Piece) -> tuple[int, int] | None:
        """Where the sentence names the employer of `role`, by as much of its name as is enough."""
        for name in self._names.get(role.employer.quote, ()) if role.employer else ():
            if found := name.search(sentence.text):
                return found.span("name")
        return None

    @cached_property
    def _names(self) -> dict[str, list[re.Pattern[str]]]:
        """For each employer its name, and the beginnings of it that no other one has."""
        whole = {role.employer.quote for role in self.roles if role.employer}
        return {name: names_of(name, whole - {name}) for name in whole}


def _years_as(text: str, figure: Figure) -> re.Match[str] | None:
    """The title behind "ten years as", where it is one’s own time."""
    before = _CLAUSE_ENDS.split(text[: figure.start])[-1]
    is_own = not before.strip() or (_MINE.search(before) and not _OTHERS.search(before))
    return _AS_BEHIND.match(text, figure.end) if is_own else None


def _title(
    answer: Answer, sentence: Piece, place: tuple[int, int], at: Sequence[RoleFact]
) -> Iterator[Claim]:
    """What somebody says that they were there; nothing where it may be short for another."""
    before = _TITLE.search(sentence.text[: place[0]])
    named = before or _TITLE_BEHIND.match(sentence.text, place[1])
    if named is None or not (named["article"] or has_rank(named["title"])):
        return
    if not _is_job(named["title"], at):
        return
    by = {agreement(named["title"], role.title.quote): role for role in reversed(at)}
    if Agreement.SAME in by:
        role, status = by[Agreement.SAME], ClaimStatus.SUPPORTED
    elif Agreement.UNSURE in by:
        return
    else:
        role, status = by[Agreement.OTHER], ClaimStatus.CONFLICT
    yield _of_role(answer, sentence, ClaimKind.TITLE, named.span("title"), role, status)


def _is_job(title: str, roles: Sequence[RoleFact]) -> bool:
    is_written = any(matter(title) & matter(role.title.quote) for role in roles)
    return is_written or is_title(title)


def _is_one_employer(one: RoleFact, other: RoleFact) -> bool:
    names = [each.employer.quote if each.employer else "" for each in (one, other)]
    return names[0] == names[1]


def _called(roles: Sequence[RoleFact], title: str) -> list[RoleFact]:
    return [one for one in roles if agreement(title, one.title.quote) is not Agreement.OTHER]


def _of_role(
    answer: Answer,
    sentence: Piece,
    kind: ClaimKind,
    place: tuple[int, int],
    role: RoleFact,
    status: ClaimStatus,
) -> Claim:
    line = role.title if kind is ClaimKind.TITLE else role.dates or role.title
    return Claim(
        kind=kind,
        status=status,
        text=answer.verbatim(sentence.part(*place)),
        said=span_of(answer, sentence),
        resume=line,
    )


def _month(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7] or 1)
