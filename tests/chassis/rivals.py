"""Several who act at the same moment, each as a job does: tried again when it was too slow."""

import random
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from chassis.db import RefusedStatementError
from chassis.errors import Unavailable

WRITTEN_TWICE = "23505"

Act = Callable[[], object]


def tried_again(act: Act) -> None:
    """As a job is: when it was too slow, or when two wrote the same row at once."""
    while True:
        try:
            act()
        except Unavailable:
            continue
        except RefusedStatementError as refused:
            if refused.sqlstate != WRITTEN_TWICE:
                raise
        else:
            return


def at_once(acts: Sequence[Act], seed: int) -> None:
    """Do all of them together, begun in an order by `seed`. Raises what any of them raises."""
    shuffled = list(acts)
    random.Random(seed).shuffle(shuffled)
    start = Barrier(len(shuffled))

    def strive(act: Act) -> None:
        start.wait()
        tried_again(act)

    with ThreadPoolExecutor(len(shuffled)) as pool:
        for done in [pool.submit(strive, act) for act in shuffled]:
            done.result()
