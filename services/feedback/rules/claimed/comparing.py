"""Figures of an answer beside those of the résumé: the same, different, or not of one matter."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from chassis.hearing.text import Piece, clauses
from chassis.hearing.turns import is_cost, is_for_worse
from contracts.claims import ClaimKind, ClaimStatus
from contracts.evidence import Span
from services.feedback.rules.claimed.sameness import (
    is_done_to_the_same,
    is_in_another_matter,
    is_of_the_same,
)
from services.feedback.rules.claimed.whose import is_of_all, is_of_somebody
from services.feedback.rules.figures import Figure, is_whole_team, is_worked_on
from services.feedback.rules.periods import period_of
from services.feedback.rules.quotes import ROOT, matter

FEWEST_SHARED = 2
"""Words of the matter, beside the unit, that make two figures speak of the same."""

NAMED_ALONE = {ClaimKind.PEOPLE, ClaimKind.USERS, ClaimKind.MONEY, ClaimKind.SHARE}
"""Worth a word when the résumé has nothing of it."""

_NAMED_BY_UNIT = {ClaimKind.PEOPLE, ClaimKind.USERS}

_OF_LEADING = (
    "led",
    "lead",
    "team",
    "manag",
    "super",
    "head",
    "crew",
    "staff",
    "group",
    "run",
    "ran",
)
"""Words that any two teams share."""

_AT = re.compile(r"\b[Aa]t\s+(?:the\s+)?[A-Z][\w’-]+(?:\s+[A-Z][\w’-]+)*")
_DEED = re.compile(r"\b(?:i|we)(?:’(?:d|ve|m))?\s+(?:\w+ly\s+)?\w+", re.IGNORECASE)
_OF_COUNTING = (*_OF_LEADING, "day", "week", "month", "hour", "night", "shift", "year", "under")


@dataclass(frozen=True)
class Known:
    """One figure of the résumé and the line that it stands in."""

    figure: Figure
    line: Span

    @property
    def is_size(self) -> bool:
        return _is_size(self.figure, self.line.quote)

    @property
    def matter(self) -> frozenset[str]:
        return matter(self.line.quote)


@dataclass(frozen=True)
class Said:
    """One figure of an answer and its sentence; `place` is where its words stand, if not there."""

    figure: Figure
    sentence: Piece
    matter: frozenset[str]
    place: tuple[Piece, Figure] | None = None

    @property
    def words(self) -> tuple[Piece, Figure]:
        return self.place or (self.sentence, self.figure)

    @property
    def is_size(self) -> bool:
        return _is_size(self.figure, self.sentence.text)


def is_same(said: Said, known: Known) -> bool:
    """Only people and users are named by what is counted; all else has to be of one matter too."""
    is_equal = said.figure.is_like(known.figure) and said.figure.value == known.figure.value
    if not is_equal or _is_of_other_matter(said, known):
        return False
    if not (said.is_size and known.is_size):
        return shared(said, known) >= FEWEST_SHARED
    return said.figure.kind in _NAMED_BY_UNIT or shared(said, known) > 0


def differing(said: Said, known: Sequence[Known]) -> Known | None:
    """The figure of the résumé that counts the same of the same matter, if there is one."""
    like = [k for k in known if _is_another(said, k)]
    if said.is_size:
        sizes = [k for k in like if k.is_size]
        about = [k for k in sizes if _is_near(said, k, len(sizes)) and _is_of_same(said, k)]
    else:
        about = [k for k in like if _is_done_to_same(said, k)]
    return max(about, key=lambda k: shared(said, k), default=None)


def _is_another(said: Said, known: Known) -> bool:
    """Whether it counts the same sort of thing, not as many, and in no other matter."""
    is_like = said.figure.is_like(known.figure) and said.figure.value != known.figure.value
    return is_like and not _is_of_other_matter(said, known)


def _is_of_other_matter(said: Said, known: Known) -> bool:
    return is_in_another_matter(said.figure, said.sentence.text, known.figure, known.line.quote)


def _is_near(said: Said, known: Known, count: int) -> bool:
    """Whether they share enough of their matter. The only team needs a word; the only "so many of
    these a day" needs none, where the answer speaks of nothing else.
    """
    in_common = shared(said, known)
    if said.figure.kind is ClaimKind.PEOPLE:
        return in_common >= (1 if count == 1 else FEWEST_SHARED) or (count == 1 and not _own(said))
    period = period_of(said.figure, said.sentence.text)
    if period and count == 1 and period == period_of(known.figure, known.line.quote):
        return not (own := _own(said)) or bool(own & known.matter)
    return in_common >= FEWEST_SHARED


def _own(said: Said) -> frozenset[str]:
    """What the answer speaks of beside the count, its time and the deed."""
    text = said.sentence.text
    named = text[: said.figure.start] + " " + text[said.figure.end :]
    words = matter(_DEED.sub(" ", _AT.sub(" ", named)))
    return frozenset(word for word in words if not word.startswith(_OF_COUNTING))


def _is_done_to_same(said: Said, known: Known) -> bool:
    is_done = is_worked_on(said.figure, said.sentence.text)
    return (
        is_done
        and is_worked_on(known.figure, known.line.quote)
        and is_done_to_the_same(said.figure, said.sentence.text, known.figure, known.line.quote)
    )


def _is_of_same(said: Said, known: Known) -> bool:
    """Of teams, those of the same place, or the only one; of all else what was done the same."""
    if said.figure.kind is not ClaimKind.PEOPLE:
        return is_of_the_same(said.figure, said.sentence.text, known.figure, known.line.quote)
    own = {word for word in said.matter if not word.startswith(_OF_LEADING)}
    return min(len(own), len(_own(said))) < FEWEST_SHARED or any(
        not word.startswith(_OF_LEADING) for word in own & known.matter
    )


def shared(said: Said, known: Known) -> int:
    """How many words of the matter both have; what is counted is none of them."""
    counted = said.figure.unit[:ROOT]
    both = said.matter & known.matter
    return sum(not (counted and word.startswith(counted)) for word in both)


def status_of(said: Said, same: Known | None, other: Known | None) -> ClaimStatus | None:
    """None where nothing is to be said: it is of somebody else, or no line could carry it."""
    if is_of_somebody(said.figure, said.sentence):
        return None
    if same is not None:
        return ClaimStatus.SUPPORTED
    if other is not None:
        return ClaimStatus.CONFLICT
    is_told = said.is_size or is_worked_on(said.figure, said.sentence.text)
    is_named = said.figure.kind in NAMED_ALONE and is_told and not _is_loss(said)
    is_own = is_named and not is_of_all(said.figure, said.sentence)
    return ClaimStatus.UNSUPPORTED if is_own else None


def _is_loss(said: Said) -> bool:
    """Whether the figure is of a price, a fine or a loss: nobody needs a line of it."""
    at = said.sentence.start + said.figure.start
    own = (one.text for one in clauses(said.sentence) if one.start <= at < one.end)
    return any(is_cost(text) or is_for_worse(text) for text in own)


def _is_size(figure: Figure, text: str) -> bool:
    """Of people, only whole teams are compared: some of them, or some more, are no team."""
    return figure.kind is not ClaimKind.PEOPLE or is_whole_team(figure, text)
