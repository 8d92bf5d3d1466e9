"""What the broker loads at boot: the users of this stack, and what the contracts say."""

from typing import Any

from chassis.bus.topology import definitions


def broker_definitions(passwords: dict[str, str]) -> dict[str, Any]:
    """Every process may do what it must, and no more; `passwords` name them, and the operator."""
    return definitions(passwords)
