"""What an owner asks a model with, given a configuration."""

from collections.abc import Callable, Sequence
from datetime import timedelta

from chassis import provider
from chassis.bus import wiring as bus_wiring
from chassis.bus.inject import Parts
from chassis.clock import clock
from chassis.db import Database, database
from chassis.jobs import Jobs, Task
from chassis.llm.asker import Asker
from chassis.llm.breaker import Breakers
from chassis.llm.ledger import Ledger
from chassis.llm.reply import Asks
from chassis.llm.tables import ModelTables
from chassis.secrets import secrets


def asker(parts: Parts, tables: ModelTables, waiting: Sequence[type[Task]]) -> Asker:
    """Without a model, unless the operator names one.

    Jobs of the kinds `waiting` are made due at once when the provider is back.
    """
    return Asker(
        db=parts.of(database),
        clock=parts.of(clock),
        secrets=parts.of(secrets),
        model=_model(parts, waiting),
        ledger=Ledger(tables),
        patience=timedelta(seconds=parts.settings.model_patience_s),
    )


def _model(parts: Parts, waiting: Sequence[type[Task]]) -> Asks | None:
    named = provider.provider(parts.settings)
    if named is None:
        return None
    # The package behind it takes 3 s and 35 MB to load: only who names a model pays for it.
    from chassis.llm.client import Model  # noqa: PLC0415 - see above

    hurry = _hurrying(parts.of(database), parts.within(bus_wiring.jobs), waiting)
    return Model(named, Breakers(hurry))


def _hurrying(db: Database, jobs: Jobs, waiting: Sequence[type[Task]]) -> Callable[[], None]:
    def hurry() -> None:
        with db.transaction() as tx:
            for task in waiting:
                jobs.hurry(tx, task.kind)

    return hurry
