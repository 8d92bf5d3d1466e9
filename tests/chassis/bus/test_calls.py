"""Calls: who may make them, what comes back, and how often something happens."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from chassis.bus.client import Deadline
from chassis.bus.wire import RequestHead
from chassis.errors import Conflict, Invalid, MiraError, NotAllowed, NotFound
from chassis.passport import mint
from chassis.secrets import Secrets
from contracts.auth import Act, PersonRole
from contracts.message import ErrorKind, Nothing
from tests.chassis.bus.contract import OWNER, Analytics, Do, Fail, Failing, Said
from tests.chassis.bus.raw import send_raw
from tests.chassis.bus.world import World, answers, eventually
from tests.support.people import a_passport

pytestmark = pytest.mark.xdist_group("analytics")

CANARY = "Ottilie Harbourmaster"


def a_name() -> str:
    return f"effect {uuid4()}"


def test_a_call_comes_back_with_its_reply(echo: World) -> None:
    reply = echo.api().echo(Said(text=CANARY))

    assert reply == Said(text=CANARY)


@pytest.mark.parametrize("how", [Failing.SQL, Failing.BUG])
def test_a_bug_shows_nobody_its_text(echo: World, how: Failing) -> None:
    with pytest.raises(MiraError) as caught:
        echo.api().fail(Fail(how=how, text=CANARY))

    assert caught.value.kind is ErrorKind.BUG
    assert CANARY not in repr(vars(caught.value))


def test_a_refusal_keeps_its_kind_its_code_and_its_words(echo: World) -> None:
    with pytest.raises(NotFound) as caught:
        echo.api().fail(Fail(how=Failing.NOT_FOUND))

    assert (caught.value.code, caught.value.message) == ("no-such-thing", "No such thing.")


@pytest.mark.parametrize("how", [Failing.NO_MESSAGE, Failing.NOTHING_KEPT])
def test_a_method_that_breaks_its_promise_is_a_bug(echo: World, how: Failing) -> None:
    with pytest.raises(MiraError) as caught:
        echo.api().fail(Fail(how=how))

    assert caught.value.kind is ErrorKind.BUG


def test_a_malformed_argument_is_named_and_never_quoted(echo: World) -> None:
    head = RequestHead(
        method=f"{OWNER}.nap", correlation_id=uuid4().hex, passport=echo.signed(a_passport())
    )

    with pytest.raises(Invalid) as caught:
        echo.own_bus.call(head, Said(text=CANARY), Said, Deadline.after(3))

    assert caught.value.field == "what"
    assert CANARY not in repr(vars(caught.value))


def test_nobody_calls_without_a_passport(echo: World) -> None:
    with pytest.raises(NotAllowed):
        echo.own_bus.service(Analytics).echo(Said(text="hello"))


def test_a_public_call_needs_none(echo: World) -> None:
    reply = echo.own_bus.service(Analytics).whisper(Said(text="hello"))

    assert reply.text == "hello"


def test_an_expired_passport_is_refused(echo: World) -> None:
    yesterday = a_passport(at=datetime.now(UTC) - timedelta(days=1))

    with pytest.raises(NotAllowed):
        echo.api(yesterday).echo(Said(text="hello"))


def test_a_passport_that_auth_did_not_sign_is_refused(echo: World) -> None:
    key = Secrets(echo.stack.secrets[OWNER]).signing_key(OWNER)
    forged = echo.own_bus.service(Analytics, passport=mint(a_passport(), key))

    with pytest.raises(NotAllowed):
        forged.echo(Said(text="hello"))


def test_a_role_is_demanded_where_it_is_asked_for(echo: World) -> None:
    officer = echo.api(a_passport(role=PersonRole.COMPLIANCE))

    assert officer.inspect(Said(text="hello")).text == "hello"
    with pytest.raises(NotAllowed):
        echo.api().inspect(Said(text="hello"))


def test_an_act_needs_a_proof_for_that_act(echo: World) -> None:
    other_act = echo.api(a_passport(act=Act.EXPORT))

    for api in (echo.api(), other_act):
        with pytest.raises(NotAllowed):
            api.erase_all(Do(what=a_name()))


def test_a_proof_is_good_once(echo: World) -> None:
    name, proof = a_name(), a_passport(act=Act.ERASE_ACCOUNT)
    echo.api(proof).erase_all(Do(what=name))

    with pytest.raises(NotAllowed):
        echo.api(proof).erase_all(Do(what=name))

    assert echo.done(name) == 1


def test_a_proof_is_no_passport_for_reading(echo: World) -> None:
    with pytest.raises(NotAllowed):
        echo.api(a_passport(act=Act.ERASE_ACCOUNT)).echo(Said(text="hello"))


def test_what_a_reply_promises_is_committed(echo: World) -> None:
    names = [a_name() for _ in range(20)]

    seen = [echo.api().do(Do(what=name)) and echo.done(name) for name in names]

    assert seen == [1] * 20


def test_the_same_key_has_one_effect_and_the_same_answer(echo: World) -> None:
    name, person = a_name(), a_passport()
    api = echo.api(person, key="one key for one upload")

    answers = [api.do(Do(what=name)) for _ in range(3)]

    assert echo.done(name) == 1
    assert [answer.count for answer in answers] == [1, 1, 1]


def test_what_is_answered_is_not_done_again_to_be_told_again(echo: World) -> None:
    api = echo.api(key="long work, asked for twice")
    api.do(wanted := Do(what=a_name(), nap_s=1.5))
    started = time.monotonic()

    api.do(wanted)

    assert time.monotonic() - started < 1


def test_a_key_for_something_else_is_refused(echo: World) -> None:
    api = echo.api(key="a key used twice")
    api.do(Do(what=a_name()))

    with pytest.raises(Invalid) as caught:
        api.do(Do(what=a_name()))

    assert caught.value.code == "idempotency-mismatch"


def test_two_people_may_choose_the_same_key(echo: World) -> None:
    name = a_name()

    for _ in range(2):
        echo.api(key="the same key").do(Do(what=name))

    assert echo.done(name) == 2


def test_a_key_in_flight_is_a_conflict(echo: World) -> None:
    name = a_name()
    api = echo.api(key="pressed twice")

    with ThreadPoolExecutor(2) as pool:
        presses = [pool.submit(api.do, Do(what=name, nap_s=0.5)) for _ in range(2)]
        errors = [press.exception() for press in presses]

    assert echo.done(name) == 1
    assert [error.code for error in errors if isinstance(error, Conflict)] == [
        "idempotency-in-flight"
    ]


def test_two_processes_with_one_key_have_one_effect(echo: World) -> None:
    name = a_name()
    api = echo.api(key="pressed by two hands")

    with echo.service(), ThreadPoolExecutor(8) as pool:
        presses = [pool.submit(api.do, Do(what=name, nap_s=0.2)) for _ in range(8)]
        errors = [press.exception() for press in presses]

    assert echo.done(name) == 1
    assert {type(error) for error in errors} <= {type(None), Conflict}
    assert None in errors


def test_a_call_without_an_address_for_its_reply_harms_nobody(echo: World) -> None:
    for _ in range(3):
        send_raw(echo, Said(text="hello"), method="echo", reply_to=None)

    assert answers(echo.api())
    assert _waiting(echo) == 0


def test_a_service_replies_to_nothing_but_reply_queues(echo: World) -> None:
    name = a_name()

    send_raw(echo, Do(what=name), method="nap", reply_to=f"{OWNER}.nap")

    assert answers(echo.api())
    assert echo.done(f"begun:{name}") == 0


def test_a_body_in_another_envelope_is_answered_by_nothing(echo: World) -> None:
    name = a_name()

    send_raw(echo, Do(what=name), method="nap", says_method="echo")
    send_raw(echo, Do(what=name), method="nap", body=b"not sealed by any key of ours")

    assert answers(echo.api())
    assert echo.done(f"begun:{name}") == 0


def test_a_call_to_a_method_that_is_not_there_is_dropped(echo: World) -> None:
    send_raw(echo, Nothing(), method="missing")

    assert answers(echo.api())
    assert _waiting(echo) == 0


def test_a_service_cannot_call_a_service_and_hangs_on_nothing(echo: World) -> None:
    with ThreadPoolExecutor(6) as pool:
        errors = [
            call.exception()
            for call in [pool.submit(echo.api().call_yourself, Said(text="?")) for _ in range(6)]
        ]

    assert {error.kind for error in errors if isinstance(error, MiraError)} == {
        ErrorKind.UNAVAILABLE
    }
    assert answers(echo.api())


def _waiting(world: World) -> int:
    """Messages that wait in the service's call queue, once those under way are taken."""

    def count() -> int:
        with world.channel() as channel:
            return int(channel.queue_declare(f"{OWNER}.rpc", passive=True).message_count)

    eventually(lambda: count() == 0)
    return count()
