"""Words that are fit to stand in a sentence of ours."""

import pytest

from chassis.llm.pickup import find_words

SAID = (
    "I rewrote the slowest query, split the load (into “batches”) and shipped Node.js 18. It held."
)


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("rewrote the slowest query", "rewrote the slowest query"),
        (" rewrote the slowest query, ", "rewrote the slowest query"),
        ("rewrote the slowest qeury", "rewrote the slowest query"),
        ("and shipped Node.js 18.", "and shipped Node.js 18"),
        ("cut the time by 90 %", None),
        ("shipped", None),
        ("", None),
        ("into “batches”) and shipped", None),
        ("shipped Node.js 18. It held", None),
        (SAID, None),
    ],
    ids=[
        "as it stands",
        "with what is around it",
        "with a slip",
        "with a dot within a word",
        "not said",
        "too short",
        "empty",
        "with marks of ours",
        "more than a sentence",
        "too long",
    ],
)
def test_words_are_found_where_they_stand_and_fit(quote: str, found: str | None) -> None:
    place = find_words(quote, SAID, fewest=3, most=8)

    assert (place and SAID[slice(*place)]) == found
