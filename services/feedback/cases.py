"""The cases of a person, opened: each with the report as it reads today."""

from collections.abc import Collection
from uuid import UUID

from chassis.owner import OwnerService
from chassis.sealedrows import Keys, keys_for_rows
from contracts.message import InterviewId, PersonId, Scope
from services.feedback import store
from services.feedback.domain import Case


class CasesService(OwnerService):
    """What every other part of the service reads a case by, beside the keys that opened it."""

    def _case(self, person: PersonId, interview_id: InterviewId) -> tuple[Case, Keys]:
        with self.db.transaction(person) as tx:
            stored = store.get_case(tx, person, interview_id)
        keys = self.keyring.get_many(keys_for_rows([stored.report]), person)
        return store.case_of(keys, stored), keys

    def _cases(
        self, person: PersonId, items: Collection[UUID] | None = None
    ) -> tuple[list[Case], Keys]:
        """Theirs, newest first, as `_case` gives one; those that are being erased are left out."""
        with self.db.transaction(person) as tx:
            stored = store.list_cases(tx, person, items)
        keys = self.keyring.get_many(keys_for_rows([one.report for one in stored]), person)
        living = [one for one in stored if (Scope.SESSION, one.report.id) in keys]
        return [store.case_of(keys, one) for one in living], keys
