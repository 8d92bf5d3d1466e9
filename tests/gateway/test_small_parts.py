"""Parts of the gateway that decide something on their own."""

import re
import socket
from collections.abc import Iterable
from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from chassis.errors import TooMany
from contracts.claims import ClaimStatus
from contracts.evidence import Competency, Measured, Status
from contracts.feedback import Cell
from contracts.message import ErrorKind, Owner
from gateway import gunicorn_conf
from gateway.auth.device import device_label
from gateway.auth.forms import SignUpForm
from gateway.documents import examples as documents_examples
from gateway.documents.lines import Lines
from gateway.documents.quotes import pieces
from gateway.feedback import examples
from gateway.feedback.evidence import read_report
from gateway.feedback.markdown import as_markdown
from gateway.feedback.reasons import reason
from gateway.problem_types import PROBLEMS, SAME_AS, problem_type
from gateway.rate import WINDOW_S, Buckets
from gateway.render import month, ticked
from gateway.words import claim_word, scope_of
from tests.gateway.client import Browser
from tests.gateway.world import World


@pytest.mark.parametrize(
    ("agent", "label"),
    [
        (
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
            "Firefox on Linux",
        ),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge on Windows"),
        ("curl/8.5.0", "curl"),
        ("my name is Robin <b>", "Another program"),
        ("", "Another program"),
    ],
)
def test_a_device_is_named_in_our_words(agent: str, label: str) -> None:
    assert device_label(agent) == label


@pytest.mark.parametrize(
    ("year", "month_of_birth", "is_old_enough"),
    [(2010, 10, True), (2010, 11, False), (2010, 12, False), (1950, 1, True), (2026, 11, False)],
)
def test_the_whole_month_of_birth_counts_as_not_yet(
    year: int, month_of_birth: int, *, is_old_enough: bool
) -> None:
    form = SignUpForm(
        name="n", email="a@b.c", password="p", birth_year=year, birth_month=month_of_birth
    )

    assert form.is_old_enough(date(2026, 11, 23)) == is_old_enough


@given(
    some.text(max_size=60),
    some.lists(some.tuples(some.integers(0, 70), some.integers(0, 70)), max_size=5),
    some.none() | some.tuples(some.integers(0, 70), some.integers(0, 70)),
)
def test_a_marked_document_is_the_document_whatever_the_spans(
    text: str, places: list[tuple[int, int]], here: tuple[int, int] | None
) -> None:
    span = documents_examples.resume_span("Python")
    spans = [span.model_copy(update={"start": start, "end": end}) for start, end in places]

    assert "".join(piece.text for piece in pieces(text, spans, here)) == text


def test_what_is_quoted_is_marked_and_where_one_looks_stands_out() -> None:
    text = documents_examples.RESUME_TEXT
    span = documents_examples.resume_span("Led a team of 5")

    found = pieces(text, [span], (span.start, span.end))

    (marked,) = [piece for piece in found if piece.is_here]
    assert (marked.text, marked.is_quoted) == (span.quote, True)


def test_a_bucket_refuses_when_empty_and_refills_with_time() -> None:
    buckets = Buckets(quota=2)
    buckets.take("robin", now=0.0)
    buckets.take("robin", now=0.0)

    with pytest.raises(TooMany) as refused:
        buckets.take("robin", now=0.0)

    assert refused.value.retry_after_s == WINDOW_S / 2
    buckets.take("kim", now=0.0)
    buckets.take("robin", now=WINDOW_S / 2)


def test_a_report_reads_by_competency_with_its_strongest_quote() -> None:
    reading = read_report(examples.FEEDBACK_REPORT)

    best = [row.best.span.quote if row.best else None for row in reading.rows]

    assert best == [examples.ACTION.span.quote, None]
    assert [len(card.cells) for card in reading.cards] == [2]


def test_markdown_holds_what_the_page_holds() -> None:
    text = as_markdown(examples.FEEDBACK_REPORT)

    assert "| Delivering results | 4.0 | 1 |" in text
    assert "> the bill fell by 30 %" in text
    assert "rules engine 1.0, no AI used" in text
    assert "no outcome is promised" in text


def test_why_there_is_no_number_is_said_in_markdown_as_on_the_page() -> None:
    said = "The answer tells nothing of “Changing and improving”."

    text = as_markdown(examples.FEEDBACK_REPORT)
    reading = read_report(examples.FEEDBACK_REPORT)

    assert f"| Changing and improving | not enough to score. {said} | 0 |" in text
    assert f"– {said}" in text
    assert [row.why for row in reading.rows] == [(), (said,)]
    assert [reading.cards[0].why(cell) for cell in reading.cards[0].cells] == [None, said]


def test_what_was_asked_stands_beside_an_answer_that_does_not_speak_of_it() -> None:
    (question,) = examples.FEEDBACK_REPORT.questions
    asked = question.model_copy(update={"question": "The job asks for “Rust”. Did you use it?"})
    level = Measured(status=Status.INSUFFICIENT, why="not-what-was-asked")
    cell = Cell(question_id="k1", competency=Competency.CHANGE, level=level)

    assert reason(cell, asked) == "It does not speak of what was asked: “Rust”."


@pytest.mark.parametrize("kind", list(ErrorKind))
def test_every_kind_of_failure_has_a_listed_type(kind: ErrorKind) -> None:
    assert problem_type("something-new", kind).code in PROBLEMS


def test_a_case_of_a_service_is_never_a_type_of_its_own_and_another() -> None:
    assert set(SAME_AS).isdisjoint(PROBLEMS)
    assert set(SAME_AS.values()) <= set(PROBLEMS)


def test_words_between_ticks_are_code_and_the_rest_is_text() -> None:
    assert ticked("a `<b>` c & d") == "a <code>&lt;b&gt;</code> c &amp; d"
    assert (month("2021-03"), month("2021")) == ("March 2021", "2021")


def test_readiness_names_who_is_away() -> None:
    browser = Browser(World())
    browser.world.away = {Owner.FEEDBACK}

    answer = browser.http.get("/readyz")

    assert answer.status_code == 503
    assert answer.json["services"]["feedback"] == "away"
    assert answer.json["services"]["auth"] == "ok"
    assert browser.http.get("/healthz").status_code == 200


def test_a_word_is_shown_in_its_line_without_the_bullet() -> None:
    span = documents_examples.resume_span("40 services")

    (line,) = Lines({span.document_id: documents_examples.RESUME_TEXT})([span])

    assert line.before == "Moved "
    assert line.after == " to Python and cut the bill by 30 %."


def test_two_quotes_of_one_line_are_one_line() -> None:
    spans = [
        documents_examples.resume_span(quote) for quote in ("40 services", "30 %", "team of 5")
    ]

    lines = Lines({spans[0].document_id: documents_examples.RESUME_TEXT})(spans)

    assert [line.span.quote for line in lines] == ["40 services", "team of 5"]


def _shown(text: str, quote: str, wholes: Iterable[str] = ()) -> str:
    """The whole line that is shown for `quote`, where each of `wholes` belongs together."""
    made = documents_examples.resume_span("Python")
    spans = [
        made.model_copy(update={"start": start, "end": start + len(words), "quote": words})
        for words in (quote, *wholes)
        for start in [text.index(words)]
    ]
    (line,) = Lines({made.document_id: text}, spans[1:])(spans[:1])
    return f"{line.before}{line.span.quote}{line.after}"


@pytest.mark.parametrize(
    ("text", "quote", "shown"),
    [
        (
            "• Ran the ward,\n  rotas and stores.\n• Wrote it",
            "stores",
            "Ran the ward, rotas and stores.",
        ),
        ("• Ran the ward of\nforty beds.\n• Wrote it", "ward", "Ran the ward of forty beds."),
        ("Skills\nPython, Flask,\nDjango\nHobbies", "Flask", "Python, Flask, Django"),
        ("Built a thing\n• with Flask", "Flask", "with Flask"),
        ("Built it.\nThen Flask.\nAnd more.", "Flask", "Then Flask."),
        ("one,\n\ntwo", "two", "two"),
    ],
)
def test_a_line_that_runs_on_is_shown_whole(text: str, quote: str, shown: str) -> None:
    assert _shown(text, quote) == shown


def test_a_bullet_of_several_lines_is_shown_whole() -> None:
    text = "Baker\n• Baked for\n  Paris cafés and\n  London ones\n• Swept"

    assert _shown(text, "Paris", [text[8:49]]) == "Baked for Paris cafés and London ones"
    assert _shown(text, "Paris") == "Paris cafés and"


def test_a_text_without_end_of_running_lines_is_shown_shortened() -> None:
    text = "and so it went on,\n" * 9_000
    assert len(_shown(text, "so")) < 400


def test_a_long_line_is_shortened_at_a_space() -> None:
    text = f"{'word ' * 60}here{' word' * 60}"
    start = text.index("here")
    span = documents_examples.resume_span("Python").model_copy(
        update={"start": start, "end": start + 4, "quote": "here"}
    )

    (line,) = Lines({span.document_id: text})([span])

    assert line.before.startswith("… word ")
    assert line.after.endswith(" word …")
    assert len(line.before) < 150


def test_a_quote_that_does_not_stand_where_it_says_is_shown_alone() -> None:
    span = documents_examples.resume_span("Python")

    (line,) = Lines({span.document_id: "another text"})([span])

    assert (line.before, line.after) == ("", "")


def test_a_client_that_stops_sending_is_not_waited_for() -> None:
    here, there = socket.socketpair()
    sent = SimpleNamespace(unreader=SimpleNamespace(sock=here))

    gunicorn_conf.pre_request(None, sent)

    assert here.gettimeout() == gunicorn_conf.BODY_S
    here.close()
    there.close()


def test_how_hard_a_question_is_and_how_a_claim_stands_is_said_in_words_of_every_day() -> None:
    told = [*map(scope_of, (1, 2, 3)), *map(claim_word, ClaimStatus)]

    assert not any(re.search("occasion|within|reads the same", words) for words in told)
    assert len(set(told)) == 3 + len(ClaimStatus)
