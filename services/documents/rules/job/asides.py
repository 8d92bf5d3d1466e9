"""What a line of a job description tells and does not ask: an offer, how to apply, who they are."""

from services.documents.rules import cues
from services.documents.rules.phrases import phrases


def is_aside(said: str) -> bool:
    """Whether `said` asks nothing of the reader that a résumé could show."""
    known = phrases("asides")
    if known["applying"].search(said) or known["offers"].search(said):
        return True
    if known["may_offer"].search(said) or known["facts"].search(said):
        return not _asks(said)
    return bool(known["of_us"].search(said)) and not known["asks_of_you"].search(said)


def calls(said: str) -> bool:
    """Whether it asks its reader to get in touch: "For the other post (two years), please ring"."""
    return phrases("asides")["calls"].search(said) is not None


def looks_ahead(said: str) -> bool:
    """Whether it tells how it will be later: "By the third month you'll have led a project"."""
    return phrases("asides")["ahead"].search(said) is not None


def _asks(said: str) -> bool:
    """Whether something is asked for in so many words, beside what may be an offer."""
    return cues.insists(said) or phrases("asides")["shown"].search(said) is not None
