"""The loop goes on while something computes or waits."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from chassis.bus.offload import offload
from tests.chassis.bus.contract import Do, Hash
from tests.chassis.bus.world import World

pytestmark = pytest.mark.xdist_group("analytics")


def test_four_passwords_do_not_stop_the_loop(echo: World) -> None:
    in_the_loop = echo.api().hash(Hash(times=4, is_offloaded=False))
    beside_it = echo.api().hash(Hash(times=4, is_offloaded=True))

    assert beside_it.worst_ms < in_the_loop.worst_ms / 2


def test_waiting_for_the_database_is_done_by_many_at_once(echo: World) -> None:
    started = time.monotonic()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(echo.api().wait_in_database, [Do(what="wait", nap_s=0.8)] * 4))

    assert time.monotonic() - started < 2 * 0.8


def test_outside_of_a_service_it_is_a_plain_call() -> None:
    assert offload(max, 3, 4) == 4
    with pytest.raises(ValueError, match="invalid literal"):
        offload(int, "four")
