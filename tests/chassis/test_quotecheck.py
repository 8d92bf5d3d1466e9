"""A quote counts where it stands, and not where it nearly does."""

import pytest

from chassis.quotecheck import find_quote

TEXT = "•  Moved  40 services\nto Kubernetes, and cut the bill by 30 %."


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("Kubernetes", "Kubernetes"),
        ("  cut the bill ", "cut the bill"),
        ("moved 40 services to kubernetes", "Moved  40 services\nto Kubernetes"),
        ("Moved 40 services to Kubernetes and cut the bill by 30", None),
        ("kubernetes", None),
        ("moved 90 services from kubernetes", None),
        ("I led a team of twelve people", None),
        ("ernetes", None),
        ("ut the bil", None),
        ("bill by 3", None),
        ("oved 40 services to kubernete", "Moved  40 services\nto Kubernetes"),
        (", and", ", and"),
        ("30 %.", "30 %."),
        ("", None),
        ("   ", None),
    ],
)
def test_a_quote_is_found_exactly_or_nearly_or_not(quote, found):
    place = find_quote(quote, TEXT)

    if quote.startswith("Moved 40"):
        assert TEXT[slice(*place)].endswith("30")
    else:
        assert (TEXT[slice(*place)] if place else None) == found


def test_a_quote_longer_than_the_text_is_not_in_it():
    assert find_quote("much longer than what is there", "much longer") is None


def test_characters_that_grow_when_lowered_do_not_move_the_place():
    text = "İİİ wrote Terraform modules daily"

    place = find_quote("WROTE terraform modules", text)

    assert text[slice(*place)] == "wrote Terraform modules"
