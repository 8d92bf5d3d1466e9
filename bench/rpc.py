"""What a call costs: an echo through our bus, raw kombu request-reply, and the stock Nameko client.

    .mira/venv/bin/python -m bench.rpc [rounds]

All three through one broker, taking turns, so that they share the machine's moods. Ours includes
contracts, sealing, passport and confirms; the raw one is JSON over an exclusive reply queue and
nothing else; the stock one is `nameko.standalone.rpc.ServiceRpcClient` and a stock service.
"""

import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bench.rpc_peers import RawClient, StockClient
from ops.places import HOME
from ops.stack import Stack
from tests.chassis.bus.contract import Said
from tests.chassis.bus.world import World, eventually
from tests.support.people import a_passport
from tests.support.stack import Stack as Described

TEXT = "A thousand characters of an answer. " * 28
CALLS_PER_TURN = {1: 60, 16: 40}  # per client

Call = Callable[[], object]


@dataclass
class Peer:
    """One way to make a call; `client` gives each thread what it needs of its own."""

    name: str
    client: Callable[[], Call]
    took_s: list[float] = field(default_factory=list)
    wall_s: float = 0.0

    def turn(self, calls: list[Call], each: int) -> None:
        """All clients at once, `each` calls apiece."""
        crowd = [threading.Thread(target=self._ask, args=(call, each)) for call in calls]
        begun = time.perf_counter()
        for one in crowd:
            one.start()
        for one in crowd:
            one.join()
        self.wall_s += time.perf_counter() - begun

    def _ask(self, call: Call, times: int) -> None:
        for _ in range(times):
            begun = time.perf_counter()
            call()
            self.took_s.append(time.perf_counter() - begun)


@contextmanager
def everybody(folder: Path) -> Iterator[list[Peer]]:
    """The three services, running, and the ways to call them."""
    with ExitStack() as held:
        servers = held.enter_context(Stack(folder, prefer_ports=False))
        servers.start_servers()
        world = World(held.enter_context(Described.model_validate(servers.description())))
        world.make()
        held.callback(world.close)
        held.enter_context(world.service(MIRA_WORKERS="10", ECHO_TICK_S="10"))
        url = world.stack.amqp_admin_url.get_secret_value()
        for peer in ("raw", "stock"):
            command = (sys.executable, "-W", "ignore", "-m", "bench.rpc_peers", peer, url)
            process = held.enter_context(subprocess.Popen(command))  # noqa: S603 - our own
            held.callback(process.kill)
        api = world.api(a_passport())
        ours = Peer("Mira", lambda: lambda: api.echo(Said(text=TEXT)))
        raw = Peer("raw kombu", lambda: RawClient(url, TEXT))
        stock = Peer("stock Nameko client", lambda: StockClient(url, TEXT))
        for peer in (raw, stock):
            eventually(lambda peer=peer: answers(peer.client()), within_s=20)
        yield [raw, ours, stock]


def answers(call: Call) -> bool:
    try:
        call()
    except Exception:  # noqa: BLE001 - whatever a server that is not there yet makes of it
        return False
    return True


def measure(peers: list[Peer], clients: int, rounds: int) -> None:
    for peer in peers:
        peer.took_s, peer.wall_s = [], 0.0
    crews = [(peer, [peer.client() for _ in range(clients)]) for peer in peers]
    for peer, calls in crews:
        peer.turn(calls, 20)
        peer.took_s, peer.wall_s = [], 0.0
    for _ in range(rounds):
        for peer, calls in crews:
            peer.turn(calls, CALLS_PER_TURN[clients])


def table(peers: list[Peer], clients: int) -> str:
    """p50 and p99 in milliseconds, calls per second, and p50 as a multiple of the raw one's."""
    lines = [f"{clients} client{'s' * (clients > 1)}, {len(peers[0].took_s)} calls each way"]
    lines.append(f"{'':<22}{'p50 ms':>9}{'p99 ms':>9}{'calls/s':>10}{'p50 / raw':>11}")
    first = statistics.median(peers[0].took_s)
    for peer in peers:
        cuts = statistics.quantiles(peer.took_s, n=100)
        rate = len(peer.took_s) / peer.wall_s
        ratio = cuts[49] / first
        lines.append(
            f"{peer.name:<22}{1000 * cuts[49]:>9.2f}{1000 * cuts[98]:>9.2f}"
            f"{rate:>10.0f}{ratio:>11.2f}"
        )
    return "\n".join(lines)


def main(rounds: int) -> None:
    with everybody(HOME / "bench") as peers:
        for clients in CALLS_PER_TURN:
            measure(peers, clients, rounds if clients == 1 else max(1, rounds // 4))
            print(table(peers, clients), end="\n\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
