"""Which quote of a type is shown first: the one that tells it best.

A deed of the time before the story ("I had only written reports until then") and one inside
"when" or "although" are deeds, but not what somebody would point at; a lesson that is called one
is easier to see than one that is lived. What came of it is told best with a figure to compare, and
worst where "it" or "they" stands for all that it is about.
"""

import re
from collections.abc import Iterable

from chassis.hearing.lexicon import even, sign_lists, signs
from chassis.hearing.substance import particulars
from contracts.evidence import Evidence, EvidenceType

_POINTS = re.compile(r"(?:and |but |so )?(?:it|they|this|that|these|which|he|she)\b", re.IGNORECASE)

FEWEST_PARTICULARS = 2
"""Words that not every story has: a quote with fewer can hardly be understood by itself."""


def best_first(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Those of one type that tell it best before the others, each in the order it was said in."""
    return sorted(evidence, key=_tells_worse)


def _tells_worse(one: Evidence) -> int:
    """0 for what tells it best, and more for what tells it worse."""
    words = even(one.span.quote)
    is_bare = len(particulars(words)) < FEWEST_PARTICULARS
    if one.type is EvidenceType.OWN_ACTION:
        begins = signs().begins
        is_set_out = any(begins[name].match(words) for name in ("background", "subordinate"))
        return 2 if is_set_out else int(is_bare)
    if one.type is EvidenceType.REFLECTION:
        is_lived = not sign_lists("asides.toml")["looks_back"].search(words)
        return 2 if is_lived else int(is_bare)
    if one.type is EvidenceType.RESULT:
        is_compared = signs().modal["compared"].search(words)
        return 0 if is_compared else 1 + int(is_bare or bool(_POINTS.match(words)))
    return 0
