"""Several samples of the same answer: what most of them show counts, and how far they agree."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from contracts.evidence import Evidence, EvidenceType
from contracts.message import Slug
from services.feedback.advice.claims import Claimed, Pointed


@dataclass(frozen=True)
class Reading:
    """What a model has shown of one answer; nothing, where `instead` says why.

    `dropped` is what it pointed at in vain, each once however many samples did, `unfound` how much
    of that does not stand in the answer.
    """

    evidence: tuple[Evidence, ...] = ()
    samples: int = 0
    agreement: float | None = None
    dropped: int = 0
    unfound: int = 0
    instead: Slug | None = None


def majority(samples: int) -> int:
    return samples // 2 + 1


def is_settled(samples: Sequence[Claimed], planned: int) -> bool:
    """Whether those that are still to come could change nothing of what counts."""
    rest, needed = planned - len(samples), majority(planned)
    behind = _behind(samples).values()
    return rest < needed and not any(count < needed <= count + rest for count in behind)


def reading_of(samples: Sequence[Claimed], planned: int) -> Reading:
    """What a majority of the `planned` samples shows. The words are those of the first to do so."""
    behind = _behind(samples)
    first: dict[tuple[str, EvidenceType], Evidence] = {}
    for sample in samples:
        first = {**sample.stands, **first}
    kept = (first[key] for key, count in behind.items() if count >= majority(planned))
    unfound = frozenset[Pointed]().union(*(sample.unfound for sample in samples))
    dropped = unfound.union(*(sample.unproved for sample in samples))
    shares = [count / len(samples) for count in behind.values()]
    return Reading(
        evidence=tuple(kept),
        samples=len(samples),
        agreement=round(sum(shares) / len(shares), 4) if shares else 1.0,
        dropped=len(dropped),
        unfound=len(unfound),
    )


def _behind(samples: Sequence[Claimed]) -> Counter[tuple[str, EvidenceType]]:
    """How many samples show each piece."""
    return Counter(key for sample in samples for key in sample.stands)
