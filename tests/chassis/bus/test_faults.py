"""What a service survives, and how it ends: nothing lost, nothing twice, nobody hangs."""

import os
import signal
import subprocess
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest

from chassis.bus.names import queue_of, rpc_queue_of
from chassis.errors import Unavailable
from chassis.jobs import MOST_CRASHES
from tests.chassis.bus.contract import OWNER, Count, Do, Happened, How, Owe, Said
from tests.chassis.bus.proxy import Proxy
from tests.chassis.bus.raw import send_raw
from tests.chassis.bus.world import World, answers, eventually
from tests.support.people import a_person

pytestmark = pytest.mark.xdist_group("analytics")

STOP_S = 10
PAUSE = threading.Event()


def a_name() -> str:
    return str(uuid4())


def stopped(process: subprocess.Popen[bytes]) -> int:
    """The exit code after SIGTERM; TimeoutExpired if it takes longer than it may."""
    process.send_signal(signal.SIGTERM)
    return process.wait(STOP_S)


def test_it_survives_a_broker_that_goes_away_under_load(world: World) -> None:
    begun, waiting = [a_name() for _ in range(4)], [a_name() for _ in range(3)]
    with Proxy(world.stack.amqp_urls[OWNER]) as wire, world.service(amqp_url=wire.url) as process:
        with ThreadPoolExecutor(7) as pool:
            calls = [pool.submit(world.api().nap, Do(what=each, nap_s=1)) for each in begun]
            eventually(lambda: all(world.done(f"begun:{each}") for each in begun))
            calls += [pool.submit(world.api().nap, Do(what=each)) for each in waiting]
            eventually(lambda: all(call.running() for call in calls))
            wire.refuse()
            eventually(lambda: all(world.done(f"ended:{each}") for each in begun))
            wire.allow()
            outcomes = {type(call.exception()) for call in calls}

        assert world.wait_ready() < 4
        assert process.poll() is None
    assert outcomes <= {Unavailable, type(None)}
    assert [world.done(f"begun:{each}") for each in begun] == [1] * 4
    assert all(world.done(f"begun:{each}") <= 1 for each in waiting)


def test_it_is_back_soon_after_a_long_absence(world: World) -> None:
    with Proxy(world.stack.amqp_urls[OWNER]) as wire, world.service(amqp_url=wire.url):
        wire.refuse()
        eventually(lambda: not answers(world.api()))
        for _ in range(2):  # 3 s each: doubled pauses would be 6 s long by now
            assert not answers(world.api())

        wire.allow()

        assert world.wait_ready() < 3


def test_it_starts_before_the_broker_does(world: World) -> None:
    with Proxy(world.stack.amqp_urls[OWNER]) as wire:
        wire.refuse()
        with world.service(amqp_url=wire.url, is_ready=False) as process:
            assert not answers(world.api())
            assert process.poll() is None

            wire.allow()

            assert world.wait_ready() < 5


def test_a_queue_that_is_gone_silences_no_other_and_is_heard_again_once_back(
    world: World,
) -> None:
    event = Happened(person=a_person(), thing=uuid4(), how=How.WELL)
    with world.service():
        with world.channel() as channel:
            channel.queue_delete(queue_of(OWNER, Happened.topic))
        try:
            eventually(lambda: answers(world.api()))  # it may have to connect anew, once
            for _ in range(50):  # a service that came and went would answer every 2 s
                assert eventually(lambda: answers(world.api())) < 1
                PAUSE.wait(0.1)
        finally:
            world.make_queue(Happened)

        world.say(event, uuid4())

        assert eventually(lambda: world.done(event.thing)) < 4


def test_a_stop_lets_work_end_and_its_reply_go_out(world: World) -> None:
    name, timeless = a_name(), a_name()
    with world.service() as process, ThreadPoolExecutor(1) as pool:
        call = pool.submit(world.api().nap, Do(what=name, nap_s=1.5))
        send_raw(world, Do(what=timeless, nap_s=1.5), method="nap")
        eventually(lambda: world.done(f"begun:{name}") and world.done(f"begun:{timeless}"))

        code = stopped(process)

        assert code == 0
        assert call.result() == Said(text=name)
    assert world.done(f"ended:{timeless}") == 1
    with world.channel() as channel:
        assert channel.queue_declare(rpc_queue_of(OWNER), passive=True).message_count == 0


def test_a_stop_gives_back_what_was_not_begun(world: World) -> None:
    begun, waiting = [a_name() for _ in range(4)], a_name()
    with world.service() as process:
        for each in begun:
            send_raw(world, Do(what=each, nap_s=1.5), method="nap")
        eventually(lambda: all(world.done(f"begun:{each}") for each in begun))
        send_raw(world, Do(what=waiting), method="nap")

        assert stopped(process) == 0

        assert world.done(f"begun:{waiting}") == 0
    with world.service():
        eventually(lambda: world.done(f"ended:{waiting}"))
        assert [world.done(f"ended:{each}") for each in begun] == [1] * 4


@pytest.mark.parametrize("fault", [Proxy.refuse, Proxy.stall, Proxy.cut])
def test_it_stops_in_time_whatever_the_broker_does(
    world: World, fault: Callable[[Proxy], None]
) -> None:
    with Proxy(world.stack.amqp_urls[OWNER]) as wire, world.service(amqp_url=wire.url) as process:
        fault(wire)

        assert stopped(process) in (0, 1)


def test_what_never_ends_is_stopped_in_time_and_begun_anew_at_once(world: World) -> None:
    job = uuid4()
    with world.service() as process:
        world.api().owe(Owe(thing=job, how=How.ENDLESS_ONCE))
        eventually(lambda: world.done(f"begun:{job}"))

        assert stopped(process) == 0

    with world.service():
        assert eventually(lambda: world.done(job)) < 3
        assert world.done(job) == 1


def test_what_is_heard_does_not_wait_behind_long_work(world: World) -> None:
    event = Happened(person=a_person(), thing=uuid4(), how=How.WELL)
    jobs = [uuid4() for _ in range(8)]
    with world.service():
        for job in jobs:
            world.api().owe(Owe(thing=job, how=How.ENDLESS_ONCE))
        eventually(lambda: sum(world.done(f"begun:{job}") for job in jobs) >= 2)

        world.say(event, uuid4())

        assert eventually(lambda: world.done(event.thing)) < 2
        assert sum(world.done(f"begun:{job}") for job in jobs) < len(jobs)
    world.forget_jobs()


def test_work_does_not_wait_behind_work_that_waits_for_somebody_outside(world: World) -> None:
    chore, errands = uuid4(), [uuid4() for _ in range(8)]
    with world.service():
        for errand in errands:
            world.api().send_out(Owe(thing=errand, how=How.ENDLESS_ONCE))
        eventually(lambda: sum(world.done(f"begun:{errand}") for errand in errands) >= 2)

        world.api().owe(Owe(thing=chore, how=How.WELL))

        assert eventually(lambda: world.done(chore)) < 2
        assert sum(world.done(f"begun:{errand}") for errand in errands) < len(errands)
    world.forget_jobs()


def test_it_stops_in_time_though_its_loop_is_stuck(world: World) -> None:
    job = uuid4()
    with world.service() as process:
        world.api().owe(Owe(thing=job, how=How.SPINNING))
        eventually(lambda: world.done(f"begun:{job}"))

        assert stopped(process) == 1
    world.forget_jobs()


def test_a_job_whose_worker_was_killed_is_taken_over(world: World) -> None:
    job = uuid4()
    with world.service() as process:
        world.api().owe(Owe(thing=job, how=How.ENDLESS_ONCE))
        eventually(lambda: world.done(f"begun:{job}"))
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    world.expire_leases()

    with world.service():
        assert eventually(lambda: world.done(job)) < 3
        assert world.done(job) == 1


def test_a_job_that_kills_its_worker_is_parked_in_the_end(world: World) -> None:
    job = uuid4()
    with world.service() as process:
        world.api().owe(Owe(thing=job, how=How.DEADLY))
        process.wait(STOP_S)
    world.expire_leases(crashes=MOST_CRASHES - 1)

    with world.service():
        eventually(lambda: world.job_of(job).state == "parked")

    assert world.done(f"begun:{job}") == 1


def test_missed_ticks_are_not_made_up_for(world: World) -> None:
    with world.service() as process:
        os.kill(process.pid, signal.SIGSTOP)
        assert not answers(world.api())  # 3 s, twelve ticks
        before = world.done("tick")
        os.kill(process.pid, signal.SIGCONT)
        assert answers(world.api())

        assert world.done("tick") - before <= 2
        eventually(lambda: world.done("tick") - before > 3)


def test_an_event_waits_where_it_is_while_its_database_is_away(world: World) -> None:
    event = Happened(person=a_person(), thing=uuid4(), how=How.WELL)
    with world.service():
        with world.database_closed():
            world.say(event, uuid4())
            with pytest.raises(Unavailable):
                world.api().count(Count(what="nothing"))

        assert eventually(lambda: world.done(event.thing)) < 8
        assert world.done(event.thing) == 1
