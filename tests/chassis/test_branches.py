import re
from collections.abc import Iterator
from itertools import product

import pytest

from chassis.branches import branched, unspaced
from chassis.hearing.lexicon import signs
from services.documents.rules.phrases import phrases

EXPRESSIONS = (
    r"error|cost|complaint|err",
    r"\b(?:a|ab|abc)\b|\bac?b|\b[ab]c",
    r"(?:a|(?:b|c)+|cab)(?P<end>a|b|ca)?",
    r"a?b|ab|a*c|b{2}|bc|[bc]a|\wb",
    r"(?!ab|ac|ba|cc)\w+|(?=a)a|(?i:b)c",
    r"(?:|a)(?:b|)c|abc|bac",
    r"\(a|\|b|[(|)]c|a\)",
    r"(?:(?:a|b|c)|(?:d|e))x?|(?P<g>a|f)b",
)


def said() -> Iterator[str]:
    """Every short text over a few letters and marks."""
    for length in range(1, 5):
        yield from map("".join, product("abc (", repeat=length))


def found(expression: re.Pattern[str], text: str) -> list[tuple[tuple[int, int], dict[str, str]]]:
    return [(hit.span(), hit.groupdict()) for hit in expression.finditer(text)]


@pytest.mark.parametrize("expression", EXPRESSIONS)
@pytest.mark.parametrize("flags", [re.NOFLAG, re.IGNORECASE])
def test_the_same_is_found_in_every_text(expression: str, flags: re.RegexFlag) -> None:
    plain, quick = re.compile(expression, flags), re.compile(branched(expression), flags)

    assert all(found(plain, text) == found(quick, text) for text in said())


def test_what_begins_alike_is_written_once() -> None:
    assert branched("error|cost|complaint") == "error|co(?:st|mplaint)"


def test_one_look_at_the_first_letter_spares_many() -> None:
    assert branched("ant|bee|cat|dog") == "(?=[abcd])(?:ant|bee|cat|dog)"


@pytest.mark.parametrize("name", ["before", "dropped", "denied", "weighed"])
def test_curated_phrases_are_found_as_before(name: str) -> None:
    plain = phrases("unproved")[name]
    quick = re.compile(branched(plain.pattern), plain.flags)
    texts = (
        "Looked at Kafka but chose NATS instead of Redis, in theory only.",
        "Never used Docker; I want to learn Rust and I am taking a course in Go.",
        "Evaluated and considered Spark, advised the team against Hadoop.",
    )

    assert all(found(plain, text) == found(quick, text) for text in texts)


def test_a_sign_of_the_hearing_is_found_as_before() -> None:
    plain = signs().modal["negated"]
    quick = re.compile(branched(plain.pattern), plain.flags)

    assert found(plain, "We did not lose any order, and never a client.") == found(
        quick, "We did not lose any order, and never a client."
    )


def test_space_for_the_eye_goes_and_space_that_counts_stays() -> None:
    spaced = r"""a\ b  [ x]
        |  c"""

    assert unspaced(spaced) == r"a\ b[ x]|c"


def test_a_group_that_never_ends_is_refused() -> None:
    with pytest.raises(ValueError, match="does not end"):
        branched("a|(b")
