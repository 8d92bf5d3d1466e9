"""What a process is made of is made ready, used and let go of."""

from types import SimpleNamespace
from typing import Any, cast

from chassis.bus.inject import Parts, inject


class Kettle:
    def __init__(self) -> None:
        self.prepared = 0

    def prepare(self) -> None:
        self.prepared += 1


def test_what_takes_long_to_get_ready_begins_before_any_call() -> None:
    kettle = Kettle()
    provider = cast("Any", inject(lambda _settings: kettle))
    provider.container = SimpleNamespace(parts=Parts(cast("Any", None), object))

    provider.setup()

    assert kettle.prepared == 1
