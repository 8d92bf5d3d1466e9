"""What a person is shown of a provider: every call that was made in their interviews."""

from chassis.bus.entrypoints import rpc
from chassis.bus.inject import inject_within
from chassis.owner import OwnerService
from contracts.disclosure import Disclosures, FindDisclosures, FindProvider, NamedProvider
from services.interview import wiring


class SendingsService(OwnerService):
    """The ledger. Nothing here sends anything."""

    adviser = inject_within(wiring.adviser)

    @rpc
    def find_provider(self, query: FindProvider) -> NamedProvider:
        return NamedProvider(provider=self.adviser.provider)

    @rpc
    def find_disclosures(self, query: FindDisclosures) -> Disclosures:
        person = self.caller.person
        with self.db.transaction(person) as tx:
            sent = self.adviser.asker.ledger.disclosures_of(tx, person)
        return Disclosures(provider=self.adviser.provider, sent=sent)
