"""What was taken back in a later interview, found again in what was told before.

A person who says that they led six and not eleven agents may have told of the eleven in another
interview: that story carries the correction too.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chassis.hearing.text import sentences_of
from contracts.claims import Claim, ClaimKind, ClaimStatus
from contracts.feedback import FeedbackReport
from contracts.message import TurnId
from services.feedback.rules.figures import Figure, figures_in, is_whole_team
from services.feedback.rules.quotes import ROOT, matter

FEWEST_SHARED = 2
"""Words of the matter that make two equal figures one, where they are no whole teams."""

SAME_SHARE = 0.6
"""Of the words of a deed, to be told again."""


@dataclass(frozen=True)
class TakenBack:
    """One claim, and when the interview was finished that took it back."""

    claim: Claim
    at: datetime


def taken_back_in(reports: Iterable[FeedbackReport]) -> Iterator[TakenBack]:
    for report in reports:
        for question in report.questions:
            for claim in question.claims:
                if claim.status is ClaimStatus.RETRACTED:
                    yield TakenBack(claim, report.finished_at)


def also_of(
    own: Sequence[Claim], text: str, at: datetime, taken_back: Sequence[TakenBack]
) -> tuple[Claim, ...]:
    """What was taken back of a story told in `text` at `at`: its `own`, and what came later."""
    known = {(claim.kind, claim.text.lower()) for claim in own}
    found = list(own)
    for one in taken_back:
        name = (one.claim.kind, one.claim.text.lower())
        if one.at >= at and name not in known and _tells(text, one.claim):
            known.add(name)
            found.append(one.claim)
    return tuple(found)


def _tells(text: str, claim: Claim) -> bool:
    told = (one.text for one in sentences_of(TurnId(UUID(int=0)), text))
    return any(_is_same(sentence, claim) for sentence in told)


def _is_same(sentence: str, claim: Claim) -> bool:
    said, words = matter(claim.said.quote), matter(sentence)
    if claim.kind is ClaimKind.DEED:
        return bool(said) and len(said & words) >= SAME_SHARE * len(said)
    if claim.kind is ClaimKind.DATE:
        return claim.text in sentence and len(said & words) >= FEWEST_SHARED
    figures = figures_in(claim.text) or figures_in(claim.said.quote)
    return any(
        one.is_like(other) and one.value == other.value and _is_of_one(one, sentence, other, claim)
        for one in figures_in(sentence)
        for other in figures[:1]
    )


def _is_of_one(one: Figure, sentence: str, other: Figure, claim: Claim) -> bool:
    """Whether equal figures are of one matter; what is counted alone is none."""
    said = claim.said.quote
    teams = is_whole_team(one, sentence) and any(
        is_whole_team(figure, said) for figure in figures_in(said) if figure.value == other.value
    )
    unit = one.unit[:ROOT]
    return teams or len({w for w in matter(sentence) & matter(said) if w != unit}) >= FEWEST_SHARED
