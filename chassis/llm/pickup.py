"""Words that a model points at, where they are fit to stand in a sentence of ours.

All that a model adds to such a sentence is what was said or written before: so it can neither hint
nor promise, and pass on no order.
"""

import re

from chassis.llm.quotes import find_quote

_EDGES = " \t,;:.–-"
_MARKS = re.compile(r"[“”\"⟦⟧{}<>\[\]\n]")
"""What would end our quotation marks, or be taken for a token or a mark of ours."""
_END = re.compile(r"[.!?](?=\s|$)")


def find_words(quote: str, text: str, *, fewest: int, most: int) -> tuple[int, int] | None:
    """`[start, end)` of `quote` in `text`; None unless it stands there, has so many words, and is

    no more than one plain sentence.
    """
    found = find_quote(quote, text)
    if found is None:
        return None
    start, end = found
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    words = text[start:end]
    is_plain = not _MARKS.search(words) and not _END.search(words)
    return (start, end) if is_plain and fewest <= len(words.split()) <= most else None
