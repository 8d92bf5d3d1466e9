"""Where words that somebody has copied stand in a text. Pure."""

import re


def place_of(quote: str, text: str) -> tuple[int, int] | None:
    """The first place of `quote` in `text`, wherever its lines are broken; None if nowhere."""
    words = quote.split()
    found = re.search(r"\s+".join(map(re.escape, words)), text) if words else None
    return found.span() if found else None
