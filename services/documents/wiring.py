"""What documents is made of, given a configuration."""

from collections.abc import Callable
from datetime import timedelta

from chassis import provider
from chassis.bus import wiring as bus_wiring
from chassis.bus.inject import Parts
from chassis.clock import clock
from chassis.config import Settings
from chassis.db import Database, database
from chassis.jobs import Jobs
from chassis.llm.breaker import Breaker
from chassis.llm.told import Asks
from chassis.secrets import secrets
from services.documents.adviser import Adviser
from services.documents.domain import Analyst, Editor, Reader
from services.documents.reader import ChildReader
from services.documents.rules.editor import RulesEditor
from services.documents.rules.engine import RulesAnalyst
from services.documents.twin import TwinnedAnalyst
from services.documents.work import ReadJob, ReadResume


def analyst(_settings: Settings) -> Analyst:
    return TwinnedAnalyst(RulesAnalyst())


def editor(_settings: Settings) -> Editor:
    return RulesEditor()


def reader(_settings: Settings) -> Reader:
    return ChildReader()


def adviser(parts: Parts) -> Adviser:
    """Without a model, unless the operator names one."""
    return Adviser(
        db=parts.of(database),
        clock=parts.of(clock),
        secrets=parts.of(secrets),
        model=_model(parts),
        patience=timedelta(seconds=parts.settings.model_patience_s),
    )


def _model(parts: Parts) -> Asks | None:
    named = provider.provider(parts.settings)
    if named is None:
        return None
    # The package behind it takes 3 s and 35 MB to load: only who names a model pays for it.
    from chassis.llm.client import Model  # noqa: PLC0415 - see above

    return Model(named, Breaker(_hurrying(parts.of(database), parts.within(bus_wiring.jobs))))


def _hurrying(db: Database, jobs: Jobs) -> Callable[[], None]:
    """Makes due at once what has waited for the provider."""

    def hurry() -> None:
        with db.transaction() as tx:
            for task in (ReadResume, ReadJob):
                jobs.hurry(tx, task.kind)

    return hurry
