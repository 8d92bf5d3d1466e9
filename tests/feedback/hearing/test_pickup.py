"""Words that are fit to stand in a sentence of ours."""

import pytest

from chassis.hearing.pickup import find_words

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


@pytest.mark.parametrize(
    ("said", "quote"),
    [
        ("I never said that I lied to the customer.", "I lied to the customer"),
        ("We did not lose the whole account.", "lose the whole account"),
        ("We didn’t lose the whole account.", "lose the whole account"),
        ("Nobody can say that I broke the oven.", "I broke the oven"),
        ("My boss thought I broke the oven.", "I broke the oven"),
        ("It would be worse if I broke the oven.", "I broke the oven"),
    ],
)
def test_words_that_mean_the_opposite_without_what_stands_before_are_left(
    said: str, quote: str
) -> None:
    assert find_words(quote, said, fewest=3, most=8) is None


@pytest.mark.parametrize(
    ("said", "quote"),
    [
        ("There was no plan, so I wrote one that night.", "I wrote one that night"),
        ("I did not wait but rang the baker myself.", "rang the baker myself"),
        ("Nobody came. I baked the bread alone.", "I baked the bread alone"),
        ("I never lied to the customer.", "I never lied to the customer"),
    ],
)
def test_what_is_denied_beside_them_leaves_words_as_they_are(said: str, quote: str) -> None:
    place = find_words(quote, said, fewest=3, most=8)

    assert place is not None
    assert said[slice(*place)] == quote
