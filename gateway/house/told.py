"""What the services told a provider, in one list: each keeps the ledger of its own calls."""

from contracts.disclosure import Disclosures, FindDisclosures
from gateway.session import mine


def disclosures() -> Disclosures:
    """Every call about the person who asks, newest first."""
    ask, query = mine(), FindDisclosures()
    told = [each.find_disclosures(query) for each in (ask.documents, ask.interview, ask.feedback)]
    sent = sorted((row for each in told for row in each.sent), key=lambda row: row.at, reverse=True)
    return Disclosures(provider=told[0].provider, sent=tuple(sent))
