"""A click that has its effect and is never answered, as under a load that is too much."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from uuid import UUID

from ops.stack import Stack
from tests.flows.journey import wait_until
from tests.flows.points import Door, silent
from tests.flows.rows import scalar

_SAID = (
    "SELECT count(*) FROM privacy.outbox WHERE topic = 'privacy.erasure_requested'"
    " AND published_at IS NOT NULL AND body->>'item_id' = CAST(:item AS text)"
)
_SIGN_INS = "SELECT count(*) FROM auth.sign_in WHERE subject_id = :item"
_LONGEST_S = 20


@contextmanager
def unanswered(mira: Stack, person: UUID) -> Iterator[None]:
    """Privacy opens the case of this account, tells everybody but whoever asked, and is silent.

    Afterwards it speaks again, and the sign-ins of the account are gone.
    """
    is_over = threading.Event()
    theirs = f"NEW.person_id = '{person}'"
    with (
        ThreadPoolExecutor(1) as beside,
        Door(mira.admin_url("mira_keys"), "UPDATE", "keys.key", theirs) as door,
    ):

        def fall_silent() -> None:
            door.wait()
            wait_until(lambda: scalar(mira, _SAID, item=person))
            with silent(mira, "privacy"):
                is_over.wait(_LONGEST_S)

        silence = beside.submit(fall_silent)
        try:
            yield
        finally:
            is_over.set()
        silence.result()
    wait_until(lambda: scalar(mira, _SIGN_INS, item=person) == 0)
