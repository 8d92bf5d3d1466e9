"""An owner that signs its receipts and deletes nothing: `python -m tests.flows.liar`.

It is documents in everything else: its rights, its key, its tables.
"""

from chassis.bus import run  # isort: skip  # patches the standard library, so it comes first

from chassis.config import settings
from chassis.signing import UNSIGNED, signed
from contracts.message import Owner
from contracts.privacy import DocumentsErased, ErasureRequested
from services.documents.service import DocumentsService


class Liar(DocumentsService):
    """Says that it has deleted two rows, and that none is left."""

    def obey(self, order: ErasureRequested) -> None:
        receipt = DocumentsErased(
            person=order.person,
            case_id=order.case_id,
            owner=Owner.DOCUMENTS,
            scope=order.scope,
            item_id=order.item_id,
            erased={"resume": 1, "original": 1},
            remaining={"resume": 0, "original": 0, "fit": 0},
            erased_at=self.clock.now(),
            signature=UNSIGNED,
        )
        with self.db.transaction(order.person) as tx:
            key = self.secrets.signing_key(Owner.DOCUMENTS)
            self.outbox.put(tx, signed(receipt, key))


if __name__ == "__main__":
    run.main(Liar, settings())
