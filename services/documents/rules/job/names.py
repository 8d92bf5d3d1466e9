"""What a clause names that no skill of ours covers, in its own words."""

import re
from collections.abc import Iterator, Sequence

from services.documents.rules import cues
from services.documents.rules.job import grades
from services.documents.rules.job.edges import Place
from services.documents.rules.job.groups import Groups
from services.documents.rules.lexicon import plain, words
from services.documents.rules.phrases import read
from services.documents.rules.skills.matching import SkillHit, SkillMatcher

_NAME = re.compile(r"(?<![\w'’])[A-Z][\w+#&-]*(?: (?:[A-Z][\w+#&-]*|\d{1,2}\b))*")
_UNLIKE_A_WORD = re.compile(r"[A-Z].*[A-Z0-9]|\d")
_DEED = re.compile(r"[A-Z][a-z]+ing")
"""What is done, at the begin of what is said: "Owning, and ..."."""

_OR = re.compile(r"\W*(?:\bor\b|/|\boder\b|\bou\b|,)\W*", re.IGNORECASE)
_MOST = 4
_LONGEST = 400
"""Characters; what is longer is no clause that asks for one thing."""


def in_words(
    said: str, hits: Sequence[SkillHit], groups: Groups, matcher: SkillMatcher
) -> tuple[str, ...]:
    """What is looked for: the groups of skills by their labels, and other names, each one's own."""
    labels = [" or ".join(map(matcher.label, group)) for group in groups]
    found = list(_names(said, hits)) if len(said) <= _LONGEST else []
    kept: list[list[str]] = []
    before: int | None = None
    for start, end in found[:_MOST]:
        name = said[start:end]
        if before is not None and _OR.fullmatch(said, before, start):
            kept[-1].append(name)
        else:
            kept.append([name])
        before = end
    return (*labels, *(" or ".join(dict.fromkeys(names)) for names in kept))


def _names(said: str, hits: Sequence[SkillHit]) -> Iterator[Place]:
    """Words with a capital that are no skill, degree, language, place or ordinary beginning."""
    if said.isupper():
        return
    apart = [*((hit.start, hit.end) for hit in hits), *cues.degree_phrases(said)]
    apart += [(start, end) for _, start, end in cues.language_names(said)]
    first = re.search(r"\w", said)
    for found in _NAME.finditer(said):
        place = found.span()
        name = found[0]
        if first and place[0] == first.start() and not _may_begin(said, place):
            continue
        if any(start < place[1] and place[0] < end for start, end in apart):
            continue
        if not _is_ordinary(name):
            yield place


def _may_begin(said: str, place: Place) -> bool:
    """Whether the first word is a name: unlike a word, or all that is said, or one of several."""
    if _DEED.fullmatch(said[slice(*place)]) or said.startswith(":", place[1]):
        return False
    is_alone = place == (0, len(said)) or _OR.match(said, place[1]) is not None
    return is_alone or _UNLIKE_A_WORD.search(said[slice(*place)].split(maxsplit=1)[0]) is not None


def _is_ordinary(name: str) -> bool:
    said = plain(name)
    nothing = {*read("common")["no_names"], *read("common")["papers"], *read("common")["years"]}
    known = words("cities") | words("countries") | words("regions") | nothing
    if len(said) < 2 or said in known or grades.names_only_grades(name):
        return True
    return all({word, word.removesuffix("s")} & known for word in said.split())
