"""What the broker loads at boot: the users of this stack, and what the contracts say."""

from typing import Any

from ops.secrets import ADMIN


def broker_definitions(passwords: dict[str, str]) -> dict[str, Any]:
    """Users who may do everything, until the contracts are rendered."""
    return {
        "vhosts": [{"name": "/"}],
        "users": [
            {"name": name, "password": word, "tags": ["administrator"] if name == ADMIN else []}
            for name, word in passwords.items()
        ],
        "permissions": [
            {"user": name, "vhost": "/", "configure": ".*", "write": ".*", "read": ".*"}
            for name in passwords
        ],
    }
