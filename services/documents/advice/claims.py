"""Which claims of a model stand: its line was shown, its quote is there, and it names the skill."""

import re
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import OSA

from chassis.quotecheck import find_quote
from services.documents.advice.asking import Asked, SkillClaim, SkillClaims
from services.documents.advice.terms import LEAST_LETTERS, skill_of
from services.documents.rules.skills.catalogue import SkillEntry, skills
from services.documents.rules.skills.matching import SkillHit

MOST_CLAIMS = 400
"""Of one answer. A page names a tenth of that."""

_GOES_ON = re.compile(r"\s+(?:to|of|at|in|into|on|the|an?|your|our|for|with)\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Standing:
    """What is left of an answer: skills with their places in the text, and how many fell."""

    hits: tuple[SkillHit, ...]
    dropped: int


def standing(asked: Asked, answer: SkillClaims) -> Standing:
    """The claims that the text proves. The same one twice counts once."""
    hits = [_hit(asked, claim) for claim in answer.skills[:MOST_CLAIMS]]
    kept = dict.fromkeys(hit for hit in hits if hit is not None)
    beyond = max(0, len(answer.skills) - MOST_CLAIMS)
    return Standing(tuple(kept), hits.count(None) + beyond)


def named_in(entry: SkillEntry, text: str) -> tuple[int, int] | None:
    """`[start, end)` of the skill's name in `text`; None where it does not stand there.

    A name that is also an ordinary word must be written as we write it, and be used as a name. A
    long one may have a letter wrong: to see both is what a model is good for.
    """
    for pattern, is_doubtful in _patterns(entry.id):
        for found in pattern.finditer(text):
            if not is_doubtful or _is_used_as_name(found, text):
                return found.span()
    spelt = [name for name in entry.names if len(name) >= LEAST_LETTERS and name.isalnum()]
    return next(filter(None, (_nearly(name, text) for name in spelt)), None)


def _hit(asked: Asked, claim: SkillClaim) -> SkillHit | None:
    place = next((p for p in asked.places if p.line.id == claim.line), None)
    entry = skills().get(skill_of(claim.skill) or "")
    if place is None or entry is None:
        return None
    found = find_quote(asked.question.data.restored(claim.quote), place.line.text)
    if found is None:
        return None
    name = named_in(entry, place.line.text[slice(*found)])
    if name is None:
        return None
    start = place.start + found[0]
    return SkillHit(entry.id, start + name[0], start + name[1])


def _is_used_as_name(found: re.Match[str], text: str) -> bool:
    """Not where any word has a capital, and not where it goes on as a verb does ("Access to")."""
    before, after = text[: found.start()].rstrip(), text[found.end() :]
    is_first = not before or before[-1] in ".!?:•-–*"
    return not (is_first and after.strip()[:1].isalpha()) and not _GOES_ON.match(after)


def _nearly(name: str, text: str) -> tuple[int, int] | None:
    """Where a word stands that is `name` but for one letter, wrong, missing, added or swapped."""
    for word in _WORD.finditer(text):
        if OSA.distance(word[0].lower(), name.lower(), score_cutoff=1) <= 1:
            return word.span()
    return None


@cache
def _patterns(skill_id: str) -> tuple[tuple[re.Pattern[str], bool], ...]:
    """Each name of a skill, longest first, and whether it is in doubt."""
    entry = skills()[skill_id]
    made = []
    for name in sorted(entry.names, key=len, reverse=True):
        is_doubtful = name == entry.label and (entry.ambiguous or entry.exact)
        pattern = rf"(?<![\w@]){re.escape(name)}(?![\w#@]|\+\+)"
        made.append((re.compile(pattern, 0 if is_doubtful else re.IGNORECASE), is_doubtful))
    return tuple(made)
