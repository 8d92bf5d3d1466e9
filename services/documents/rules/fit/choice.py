"""A choice that is worded beyond the skills that we know counts once, with its best."""

from contracts.analysis import GapKind, Requirement
from services.documents.rules.choices import names
from services.documents.rules.fit.about import about, are_names, are_usual, spoken_of
from services.documents.rules.fit.finding import Finding, unknown
from services.documents.rules.fit.shown import MAX_EVIDENCE, Shown

_SHOWN = 2
"""The most that a line of work shows by naming something."""


def of_choice(requirement: Requirement, shown: Shown, known: Finding) -> Finding:
    """`known`, or what shows one of the alternatives better than it does."""
    offered = requirement.looked_for
    if not requirement.is_choice or known.tier >= _SHOWN or requirement.min_years is not None:
        return known
    found = [one for choice in offered if (one := _shown(choice, requirement, shown))]
    best = max(found, key=lambda one: one.tier, default=None)
    if best is not None and best.tier > known.tier:
        return best
    if known.is_known and not known.tier and not requirement.any_of:
        return unknown(f"{' or '.join(offered)}: nothing in the résumé tells.")
    return known


def _shown(choice: str, requirement: Requirement, shown: Shown) -> Finding | None:
    """A name says all of it; beside other words, what is asked of them all is spoken of too."""
    words = names(choice)
    if are_names(words):
        if roles := shown.roles_naming(words):
            evidence = tuple(dict.fromkeys(span for _, span in roles))[:MAX_EVIDENCE]
            reason, ask = f"A role names {choice}.", f"What came of your work with {choice}?"
            return Finding(_SHOWN, reason, evidence, GapKind.UNPROVEN, high=3, ask=ask)
    else:
        others = [other for other in requirement.looked_for if other != choice]
        wanted = about(requirement.span.quote, requirement.competencies, without=others)
        if wanted.is_particular and (spoken := spoken_of(wanted, shown)):
            return spoken
    if are_usual(words):
        return None
    if listed := shown.listed_in(choice):
        ask = f"In which role did you use {listed.value}, and for what?"
        reason = f"{listed.value}: listed, but no role shows it."
        return Finding(1, reason, (listed.span,), GapKind.UNPROVEN, high=3, ask=ask)
    return None
