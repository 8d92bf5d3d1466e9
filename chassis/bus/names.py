"""What is called how on the broker. No name has a method in it: methods may be renamed."""


def rpc_queue_of(owner: str) -> str:
    """Where calls to `owner` wait."""
    return f"{owner}.rpc"


def exchange_of(owner: str) -> str:
    """Where `owner`, and nobody else, announces."""
    return f"{owner}.events"


def queue_of(owner: str, topic: str) -> str:
    """Where `owner` hears of `topic`."""
    return f"{owner}.on.{topic}"


def marker_of(owner: str) -> str:
    """What only `owner` declares: where it is missing, the broker has forgotten."""
    return f"{owner}.marker"
