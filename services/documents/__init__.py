"""Résumés and job descriptions, what is read out of them, and how the two fit.

Owns the originals, their text, their analyses, the fit reports, and the ledger of what was sent to
a provider.
Promises that a file is read whole or refused with the reason, that every quote stands in its
source, that a deleted document takes its analysis and its fit reports along, and that nothing
leaves before it is written down.
Never judges a person, and never scores anything but evidence against a requirement.
"""
