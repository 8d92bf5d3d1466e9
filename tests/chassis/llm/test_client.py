"""A model is asked through every fault that a provider has, and tells no more than how it went."""

import logging
import re
from contextlib import closing

import httpx2
import pytest

from chassis import egress
from chassis.egress import ClosedDoorError, Door
from chassis.llm.breaker import Breakers
from chassis.llm.client import MOST_DOUBTS, Model
from contracts.disclosure import Retention, SendingOutcome
from tests.chassis.llm.asking import MIND, SECRET, a_model, a_question, asked
from tests.support.permits import a_permit
from tests.support.provider import Fault, fake_provider


def test_an_answer_is_read_into_our_own_shape():
    with fake_provider(MIND) as fake:
        told = asked(fake)

    assert told.outcome is SendingOutcome.ANSWERED
    assert [(s.line, s.skill) for s in told.answer.skills] == [
        ("l1", "Go"),
        ("l2", "Go"),
        ("l2", "Python"),
    ]
    assert (told.requests, told.sent_bytes) == (1, len(fake.received[0].raw))


@pytest.mark.parametrize("form", ["responses", "json_schema", "json_object", "prompt"])
def test_nothing_is_stored_there_and_nobody_is_named(form):
    with fake_provider(MIND, knows=frozenset({form})) as fake:
        told = asked(fake)

    sent = fake.received[-1]
    assert told.outcome is SendingOutcome.ANSWERED
    assert sent.body["store"] is False
    assert sent.body["safety_identifier"] == "tag"
    assert not {"metadata", "user", "tools"} & sent.body.keys()
    assert not [name for name in (SECRET, "Imke", "Brandt") if name in sent.raw.decode()]
    assert "[[EMPLOYER_1]]" in sent.prompt


@pytest.mark.parametrize("form", ["responses", "json_schema", "json_object", "prompt"])
def test_what_is_shown_is_byte_for_byte_what_is_sent(form):
    with fake_provider(MIND, knows=frozenset({form})) as fake, a_model(fake) as model:
        for _ in range(MOST_DOUBTS):
            model.ask(a_question(), a_permit(model.provider, who="0" * 32))
        before = model.shown(a_question())
        model.ask(a_question(), a_permit(model.provider, who="1" * 32))

    sent = fake.received[-1].raw
    boundary = re.search(rb"\b[A-Z]{24}\b", sent)[0].decode()
    filled = before.body.replace("{boundary}", boundary).replace("{tag}", "1" * 32)
    assert filled.encode() == sent
    assert before.size_bytes == len(sent)


@pytest.mark.parametrize(
    ("form", "requests"),
    [
        ("responses", [1, 1, 1]),
        ("json_schema", [2, 1, 1]),
        ("json_object", [3, 2, 1]),
        ("prompt", [4, 3, 1]),
    ],
)
def test_the_rung_that_an_endpoint_knows_is_remembered(form, requests):
    """What it answers with 400 may be a bad question as well: that is tried twice."""
    with fake_provider(MIND, knows=frozenset({form})) as fake, a_model(fake) as model:
        told = [model.ask(a_question(), a_permit(model.provider)) for _ in range(3)]

    assert [each.requests for each in told] == requests
    assert len({each.answer.model_dump_json() for each in told}) == 1


def test_one_question_that_is_refused_loses_no_rung():
    with fake_provider(MIND, Fault.BAD_QUESTION) as fake, a_model(fake) as model:
        told = [model.ask(a_question(), a_permit(model.provider)) for _ in range(2)]

    assert [each.outcome for each in told] == [SendingOutcome.ANSWERED] * 2
    assert [each.path.rsplit("/", 1)[-1] for each in fake.received] == [
        "responses",
        "completions",
        "responses",
    ]


@pytest.mark.parametrize(
    ("fault", "outcome", "requests"),
    [
        (Fault.REFUSAL, SendingOutcome.REFUSED, 1),
        (Fault.TRUNCATED, SendingOutcome.TRUNCATED, 2),
        (Fault.NOT_JSON, SendingOutcome.NOT_JSON, 2),
        (Fault.OTHER_SHAPE, SendingOutcome.NOT_OUR_SHAPE, 2),
        (Fault.RATE_LIMITED, SendingOutcome.RATE_LIMITED, 3),
        (Fault.BROKEN, SendingOutcome.SERVER_ERROR, 3),
        (Fault.KEY_REFUSED, SendingOutcome.KEY_REFUSED, 1),
        (Fault.REDIRECT, SendingOutcome.NOT_ACCEPTED, 1),
        (Fault.NOT_FOUND, SendingOutcome.NOT_FOUND, 4),
    ],
    ids=lambda value: getattr(value, "name", str(value)),
)
@pytest.mark.parametrize("form", ["responses", "json_schema"])
def test_every_fault_has_its_own_word_and_shows_nothing_else(
    caplog, fault, outcome, requests, form
):
    caplog.set_level(logging.DEBUG)
    known = frozenset({form} if fault is not Fault.NOT_FOUND else {"responses", "json_schema"})
    with fake_provider(MIND, *[fault] * 9, knows=known | {"json_object", "prompt"}) as fake:
        told = asked(fake)

    steps = 0 if form == "responses" or fault is Fault.NOT_FOUND else 1
    assert (told.outcome, told.answer) == (outcome, None)
    assert told.requests >= requests
    assert told.requests <= requests + steps + 2
    assert "services at" not in caplog.text


@pytest.mark.parametrize("fault", [Fault.NOT_JSON, Fault.OTHER_SHAPE, Fault.TRUNCATED])
def test_one_bad_form_is_repaired(fault):
    with fake_provider(MIND, fault) as fake:
        told = asked(fake)

    assert told.outcome is SendingOutcome.ANSWERED
    assert told.requests == 2
    rooms = [received.body["max_output_tokens"] for received in fake.received]
    assert rooms[1] == 2 * rooms[0]


def test_a_slow_one_is_given_up():
    with fake_provider(MIND, Fault.SLOW) as fake:
        told = asked(fake, within_s=0.3)

    assert told.outcome is SendingOutcome.TIMED_OUT


def test_one_that_is_not_there_is_told_apart():
    with fake_provider(MIND) as fake:
        gone = fake.provider()
    with closing(Model(gone, Breakers(lambda: None), pause=lambda _s: None)) as model:
        told = model.ask(a_question(), a_permit(model.provider))

    assert told.outcome is SendingOutcome.UNREACHABLE
    assert told.may_pass


def test_the_key_goes_to_its_provider_and_no_key_is_made_up(monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-somebody")
    monkeypatch.setenv("OPENAI_ORG_ID", "org-of-somebody")
    with fake_provider(MIND) as fake:
        asked(fake)
        asked(fake, key="the-key-of-this-server")

    without, with_key = (received.headers for received in fake.received)
    assert "authorization" not in without
    assert with_key["authorization"] == "Bearer the-key-of-this-server"
    assert not [v for head in (without, with_key) for v in head.values() if "somebody" in v]


def test_headers_tell_nothing_of_the_machine_that_asks():
    with fake_provider(MIND) as fake:
        asked(fake, key="the-key-of-this-server")

    (received,) = fake.received
    assert set(received.headers) == egress.HEADERS | {"accept-encoding", "user-agent"}
    assert received.headers["user-agent"] == "mira"


def test_no_other_host_can_be_reached_through_the_door():
    with (
        fake_provider(MIND) as fake,
        fake_provider(MIND) as other,
        closing(Door(fake.provider())) as door,
        door.open(a_permit(door.provider), until_s=1),
    ):
        for url in (other.url, "https://api.openai.com/v1", fake.url.replace("http", "https")):
            with pytest.raises(ClosedDoorError):
                door.client.post(url)

    assert (fake.received, other.received) == ([], [])


def test_nothing_leaves_while_nobody_has_opened_the_door():
    with (
        fake_provider(MIND) as fake,
        closing(Door(fake.provider())) as door,
        pytest.raises(ClosedDoorError),
    ):
        door.client.post(f"{fake.url}/responses", json={})

    assert fake.received == []


def test_an_answer_without_end_is_not_read_to_its_end():
    with (
        fake_provider(lambda _lines: {"skills": [], "more": "x" * 2_000_000}) as fake,
        closing(Door(fake.provider())) as door,
        door.open(a_permit(door.provider), until_s=5),
        pytest.raises(httpx2.ReadError),
    ):
        door.client.post(
            f"{fake.url}/responses", json={"instructions": "", "input": '{"lines": []}'}
        )


def test_a_provider_never_shows_its_key():
    with fake_provider(MIND) as fake:
        provider = fake.provider(key="the-key", retention=Retention.ZERO)

    assert "the-key" not in repr(provider)
