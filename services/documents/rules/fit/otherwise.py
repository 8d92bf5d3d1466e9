"""Whether lines have the name of a skill as another word than the skill, and so show none of it.

Who had to react in time knows no React, and who repaired tills has not served at them. A writer of
small letters means the skill where its capital would.
"""

import re
from collections.abc import Iterable

from contracts.evidence import Span
from services.documents.rules.skills.catalogue import SkillEntry, skills
from services.documents.rules.skills.matching import SkillMatcher

_ARTICLE = r"(?:(?:the|an?|our|my|their|all) )?"


def is_other_word(asked: Iterable[str], spans: Iterable[Span], matcher: SkillMatcher) -> bool:
    """Whether that is so of one of the skills that are `asked`, by their ids, in all `spans` that
    name it.
    """
    lines = [span.quote for span in spans]
    entries = [skills()[skill_id] for skill_id in asked]
    return any(
        _is_other(entry.label, lines, entry, matcher)
        if entry.ambiguous
        else any(_is_undone(name, lines, entry) for name in entry.names if " " not in name)
        for entry in entries
        if entry.ambiguous or entry.not_behind
    )


def _is_other(label: str, lines: Iterable[str], entry: SkillEntry, matcher: SkillMatcher) -> bool:
    name = re.compile(rf"(?<!\w){re.escape(label)}(?!\w)", re.IGNORECASE)
    used = re.compile(
        rf"\b(?:in|with|using|via) {re.escape(label)}(?!\w)(?! (?:to|of|at|for)\b)", re.IGNORECASE
    )
    having = [line for line in lines if name.search(line)]
    return bool(having) and not any(
        used.search(line)
        or any(hit.skill_id == entry.id for hit in matcher.find(name.sub(label, line)))
        for line in having
    )


def _is_undone(name: str, lines: Iterable[str], entry: SkillEntry) -> bool:
    """Whether it only stands behind a word that makes it the name of something else."""
    word = rf"{re.escape(name.removesuffix('s'))}s?(?!\w)"
    behind = "|".join(map(re.escape, entry.not_behind))
    other = re.compile(rf"(?<!\w)(?:{behind})[ -]{_ARTICLE}{word}", re.IGNORECASE)
    named = re.compile(rf"(?<!\w){word}", re.IGNORECASE)
    having = [line for line in lines if named.search(line)]
    return bool(having) and not any(named.search(other.sub(" ", line)) for line in having)
