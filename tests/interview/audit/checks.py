"""The questions of the audit, by name: each is answered yes or no for a whole session."""

from collections.abc import Callable

from tests.interview.audit.sessions import Held

Check = Callable[[Held], bool]

CHECKS: dict[str, Check] = {}


def check(name: str) -> Callable[[Check], Check]:
    """Enter a predicate into the audit: True where the session is as it should be."""

    def enter(predicate: Check) -> Check:
        if name in CHECKS:
            raise ValueError(f"Twice in the audit: {name}")
        CHECKS[name] = predicate
        return predicate

    return enter
