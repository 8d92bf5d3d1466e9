"""Words that a model points at, where they are fit to stand in a sentence of ours.

All that a model adds to such a sentence is what was said or written before: so it can neither hint
nor promise, and pass on no order.
"""

import re

from chassis.hearing.lexicon import even, signs
from chassis.quotecheck import find_quote

_EDGES = " \t,;:.–-"
_MARKS = re.compile(r"[“”\"⟦⟧{}<>\[\]\n]")
"""What would end our quotation marks, or be taken for a token or a mark of ours."""
_END = re.compile(r"[.!?](?=\s|$)")
_NEW_CLAUSE = re.compile(
    r"[.!?;:\n]|,\s*(?:so|but|and|then|which)\b|\b(?:but|because|so(?! that))\b", re.IGNORECASE
)
_SAID = re.compile(
    r"\b(?:nor|cannot|says?|said|claim(?:s|ed)?|thinks?|thought|believed?|blamed|accused|if"
    r"|as though)\b",
    re.IGNORECASE,
)
"""What stands before words that are supposed, or said by somebody else; what denies them is among
the signs of speech that answers are heard by.
"""


def find_words(quote: str, text: str, *, fewest: int, most: int) -> tuple[int, int] | None:
    """`[start, end)` of `quote` in `text`; None unless it stands there, has so many words, and is

    no more than one plain sentence, and says without what stands before it the same as with it:
    of "I never said that I lied" nobody is told "I lied".
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
    is_fit = is_plain and fewest <= len(words.split()) <= most
    return (start, end) if is_fit and not _is_turned(text[:start]) else None


def _is_turned(before: str) -> bool:
    """Whether the clause that is begun there turns around what follows."""
    clause = even(_NEW_CLAUSE.split(before)[-1])
    return bool(signs().modal["negated"].search(clause) or _SAID.search(clause))
