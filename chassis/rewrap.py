"""Wraps every living key under the newest epoch key, and forgets the older epochs.

    python -m chassis.rewrap     with privacy's settings; prints the epochs that are left

What was destroyed before is then dead in the files and the write-ahead log of the keys database
too: whoever finds the old bytes there has nothing to open them with, as soon as the files of the
forgotten epochs are destroyed (`ops/epochs.py`). Safe to repeat, and to be killed at any point.
"""

import json
import sys
from typing import Any

from pydantic import SecretStr
from sqlalchemy import Row, bindparam, delete, exists, func, select, update
from sqlalchemy.dialects.postgresql import insert

from chassis.config import settings
from chassis.db import Database
from chassis.keys import EPOCH, EPOCHS_LOCK, KEY, place_of, unwrap, wrap
from chassis.secrets import Secrets, secrets

BATCH = 500
"""Keys in one transaction: some 20 ms, during which their owners may go on reading them."""


class Rewrapper:
    """Privacy's right. `secrets` must hold the newest epoch key and every one still in use."""

    def __init__(self, url: SecretStr, secrets: Secrets, *, batch: int = BATCH) -> None:
        self._db = Database(url, pool=1)
        self._secrets = secrets
        self._batch = batch

    def renew(self) -> list[int]:
        """Do all of it; the epochs that are left, oldest first: one, if nothing went wrong.

        The newest epoch key must have reached every service before.
        """
        newest = self._secrets.epochs()[-1]
        with self._db.transaction() as tx:
            tx.execute(insert(EPOCH).values(number=newest).on_conflict_do_nothing())
        while self.rewrap_some(newest):
            pass
        return self._retire(newest)

    def rewrap_some(self, newest: int) -> int:
        """One batch; how many keys it found under an older epoch.

        A key that is being destroyed just now is left out.
        """
        older = select(KEY).where(KEY.c.epoch < newest).order_by(KEY.c.epoch).limit(self._batch)
        with self._db.transaction() as tx:
            keys = tx.execute(older.with_for_update(skip_locked=True)).all()
            if keys:
                tx.execute(_REPLACE, [self._anew(key, newest) for key in keys])
        return len(keys)

    def close(self) -> None:
        self._db.close()

    def _anew(self, key: Row[*tuple[Any, ...]], newest: int) -> dict[str, object]:
        place = place_of(key.owner, key.kind, key.id)
        secret = unwrap(self._secrets.epoch_key(key.epoch), key.wrapped, place)
        wrapped = wrap(self._secrets.epoch_key(newest), secret, place)
        which = {"its_owner": key.owner, "its_kind": key.kind, "its_id": key.id}
        return {**which, "wrapped": wrapped, "epoch": newest}

    def _retire(self, newest: int) -> list[int]:
        """Forget the epochs that wrap nothing. Whoever is making a key is waited for."""
        is_empty = ~exists().where(KEY.c.epoch == EPOCH.c.number)
        with self._db.transaction() as tx:
            tx.execute(select(func.pg_advisory_xact_lock(EPOCHS_LOCK)))
            tx.execute(delete(EPOCH).where(EPOCH.c.number < newest, is_empty))
            return sorted(tx.scalars(select(EPOCH.c.number)))


_REPLACE = (
    update(KEY)
    .where(
        KEY.c.owner == bindparam("its_owner"),
        KEY.c.kind == bindparam("its_kind"),
        KEY.c.id == bindparam("its_id"),
    )
    .values(wrapped=bindparam("wrapped"), epoch=bindparam("epoch"))
)


def main() -> int:
    how = settings()
    if how.keys_url is None:
        raise ValueError("MIRA_KEYS_URL is missing.")
    rewrapper = Rewrapper(how.keys_url, secrets(how))
    sys.stdout.write(json.dumps(rewrapper.renew()))
    rewrapper.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
