"""Résumés and job descriptions, what is read out of them, and how the two fit.

Owns the originals, their text, their analyses and the fit reports.
Promises that a file is read whole or refused with the reason, that every quote stands in its
source, and that a deleted document takes its analysis and its fit reports along.
Never judges a person, and never scores anything but evidence against a requirement.
"""
