"""Which quote of a type is shown first: the one that tells it best.

A deed of the time before the story ("I had only written reports until then") and one inside
"when" or "although" are deeds, but not what somebody would point at; a lesson that is called one
is easier to see than one that is lived.
"""

from collections.abc import Iterable

from chassis.hearing.lexicon import sign_lists, signs
from contracts.evidence import Evidence, EvidenceType


def best_first(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Those of one type that tell it best before the others, each in the order it was said in."""
    return sorted(evidence, key=_tells_worse)


def _tells_worse(one: Evidence) -> bool:
    words = one.span.quote
    if one.type is EvidenceType.OWN_ACTION:
        begins = signs().begins
        return any(begins[name].match(words) for name in ("background", "subordinate"))
    if one.type is EvidenceType.REFLECTION:
        return not sign_lists("asides.toml")["looks_back"].search(words)
    return False
