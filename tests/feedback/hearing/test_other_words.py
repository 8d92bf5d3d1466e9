"""What was weighed, concluded, learnt and reached, in the words that people use for it."""

import tomllib
from pathlib import Path

import pytest

from contracts.evidence import EvidenceType
from tests.feedback.build import heard

BEFORE = "On Monday the shop was full and the till broke. I called Ana and moved the stock. "
SENTENCES = tomllib.loads(Path(__file__).with_name("other_words.toml").read_text(encoding="utf-8"))


def sentences(table: str) -> list[tuple[EvidenceType, str]]:
    return [(EvidenceType(kind), one) for kind, many in SENTENCES[table].items() for one in many]


def behind_the_deed(said: str) -> set[EvidenceType]:
    """What is heard in `said`, told behind a deed, and not in the deed."""
    told = heard(BEFORE + said)
    return {kind for kind, quotes in told.items() if any(quote in said for quote in quotes)}


@pytest.mark.parametrize(("kind", "said"), sentences("said"))
def test_it_is_heard_in_many_words(kind: EvidenceType, said: str) -> None:
    assert kind in behind_the_deed(said)


@pytest.mark.parametrize(("kind", "said"), sentences("not_said"))
def test_words_that_only_look_like_it_are_not_it(kind: EvidenceType, said: str) -> None:
    assert kind not in behind_the_deed(said)
