"""The entrypoints of analytics: whether a person's usage may be counted."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Table
from sqlalchemy.orm import Session

from chassis.bus.entrypoints import rpc
from chassis.owner import OwnerService
from contracts.analytics import Analytics, ConsentView, FindConsent, SetConsent
from contracts.message import Owner, PersonId, Scope
from services.analytics import domain, privacy, store, tables


class AnalyticsService(OwnerService, Analytics):
    name = Owner.ANALYTICS.value
    metadata = tables.Base.metadata
    tables = tables.CHASSIS

    @rpc
    def find_consent(self, query: FindConsent) -> ConsentView:
        person = self.caller.person
        with self.db.transaction(person) as tx:
            return domain.view(store.find_choice(tx, person))

    @rpc(write=True)
    def set_consent(self, cmd: SetConsent) -> ConsentView:
        person = self.caller.person
        choice = domain.Choice(cmd.is_granted, self.clock.now())
        with self.db.transaction(person) as tx:
            self.ensure_subject(tx, person)
            store.put_choice(tx, person, choice)
            return self.answers.keep(tx, domain.view(choice))

    def erase(self, tx: Session, scope: Scope, item_id: UUID, person: PersonId) -> dict[str, int]:
        return privacy.erase(tx, scope, person)

    def export(self, table: Table, row: Mapping[str, Any], person: PersonId) -> Mapping[str, bytes]:
        return privacy.export()
