"""The box that `up` prints at its end: everything a person needs to begin."""

from collections.abc import Sequence


def box(title: str, rows: Sequence[tuple[str, str]], closing: str) -> str:
    """Lines framed in plain ASCII, so that every terminal and log shows them."""
    width = max(len(label) for label, _ in rows)
    lines = [title, "", *(f"{label:<{width}}   {value}" for label, value in rows), "", closing]
    inner = max(map(len, lines))
    edge = f"+{'-' * (inner + 4)}+"
    return "\n".join([edge, *(f"|  {line:<{inner}}  |" for line in lines), edge])
