"""A long line is quoted up to a clause, word for word, and what is cut says so."""

from contracts.evidence import DocumentKind
from services.interview.rules.plan.clipping import LONGEST_QUOTE, shortened
from tests.interview.build import a_briefing, a_plan, a_span


def test_a_long_line_is_cut_between_words_and_still_stands_in_its_document() -> None:
    line = "- " + "built and ran a service " * 20
    span = shortened(a_span(DocumentKind.RESUME, line, start=7))

    assert len(span.quote) <= LONGEST_QUOTE
    assert line[span.start - 7 : span.end - 7] == span.quote
    assert span.quote.startswith("built")
    assert not span.quote.endswith(" ")


DUTY = (
    "You will design and build services that move payments between banks in four countries"
    ", owning the full lifecycle from schema and interface to the rota that answers at night"
)
ENDLESS = "You will design and build services " + "that call other services " * 9


def test_a_long_line_is_cut_at_a_clause_and_reads_as_a_whole() -> None:
    assert shortened(a_span(DocumentKind.RESUME, DUTY)).quote == DUTY.partition(",")[0]


def test_a_long_line_without_a_clause_is_cut_before_how_it_was_done() -> None:
    told = "Brought the errors of the wages office down from 2.1% to 0.3% in two years"
    line = f"{told} by giving all the managers of homes a list of dates and reading every change"

    assert shortened(a_span(DocumentKind.RESUME, line)).quote == told


def test_what_is_cut_in_mid_phrase_says_so_outside_of_the_quote() -> None:
    plan = a_plan(a_briefing(claims=[ENDLESS], duties=[ENDLESS], musts=[ENDLESS]))

    cut = shortened(a_span(DocumentKind.RESUME, ENDLESS)).quote
    told = [text for q in plan.questions for text in (q.text, q.because) if cut in text]
    assert len(told) >= 3
    assert all(f"“{cut}” …" in text for text in told)
    assert not any("…" in span.quote for span in plan.quotes)


def test_what_is_whole_or_ends_a_clause_has_no_mark() -> None:
    plan = a_plan(a_briefing(claims=[DUTY]))

    assert not any("…" in text for q in plan.questions for text in (q.text, q.because))
