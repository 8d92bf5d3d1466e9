"""The bus key rotates while calls are under way, over the real broker: none is lost."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from chassis.bus.client import Bus
from chassis.errors import Unavailable
from chassis.secrets import Secrets
from ops.secrets import GATEWAY, BusKeys, make_secrets
from tests.chassis.bus.contract import OWNER, Said
from tests.chassis.bus.world import World, answers, eventually


@contextmanager
def a_bus(world: World, folder: Path) -> Iterator[Bus]:
    """A process that has just started: it knows what its files say now."""
    bus = Bus(world.stack.amqp_urls["gateway"], Secrets(folder / GATEWAY), name=GATEWAY)
    yield bus
    bus.close()


@contextmanager
def calling(world: World, bus: Bus) -> Iterator[list[bool]]:
    """What became of each call, one after the other until the end."""
    is_over = threading.Event()
    outcomes: list[bool] = []

    def call() -> None:
        while not is_over.is_set():
            try:
                outcomes.append(world.api(bus=bus).echo(Said(text="Hello?")).text == "Hello?")
            except Unavailable:
                outcomes.append(False)

    threads = [threading.Thread(target=call) for _ in range(4)]
    for thread in threads:
        thread.start()
    yield outcomes
    is_over.set()
    for thread in threads:
        thread.join()


def test_no_call_is_lost_while_the_key_rotates(world: World, tmp_path: Path) -> None:
    """Every process has files of its own, which change one after the other."""
    make_secrets(tmp_path)
    keys = BusKeys(tmp_path)
    (tmp_path / OWNER / "public").rename(tmp_path / "unused")
    (tmp_path / OWNER / "public").symlink_to(world.stack.secrets[OWNER] / "public")

    with (
        a_bus(world, tmp_path) as old,
        world.service(is_ready=False, MIRA_SECRETS=str(tmp_path / OWNER)),
    ):
        eventually(lambda: answers(world.api(bus=old)), within_s=20)
        with calling(world, old) as outcomes:
            for _ in keys.steps():
                with a_bus(world, tmp_path) as fresh:
                    outcomes.append(answers(world.api(bus=fresh)))

    assert len(outcomes) > 100
    assert all(outcomes)
