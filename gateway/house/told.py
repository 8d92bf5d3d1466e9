"""What the services told a provider, in one list: each keeps the ledger of its own calls."""

from chassis.errors import MiraError
from contracts.disclosure import Disclosing, Disclosures, FindDisclosures, FindProvider
from gateway.again import refusal
from gateway.session import mine


def disclosures() -> Disclosures:
    """Every call about the person who asks, newest first."""
    ask, query = mine(), FindDisclosures()
    told = [each.find_disclosures(query) for each in (ask.documents, ask.interview, ask.feedback)]
    sent = sorted((row for each in told for row in each.sent), key=lambda row: row.at, reverse=True)
    return Disclosures(provider=told[0].provider, sent=tuple(sent))


def may_be_sent(by: Disclosing) -> bool:
    """Whether a provider may be named to whom it would be sent `by`: a form is shown all the same
    where nobody can say.
    """
    if refusal() is not None:
        return True
    try:
        return by.find_provider(FindProvider()).provider is not None
    except MiraError:
        return True
