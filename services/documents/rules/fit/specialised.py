"""A kind of work within another: sedation nursing is not shown by nursing alone.

The name of a field or of a practice is the head of what is asked for, and the words that stand
directly before it, or behind a deed, say which kind of it: "tanker driving", "teaching further
mathematics". Who shows the head and none of those words has shown a part.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from contracts.analysis import GapKind, Requirement
from services.documents.rules.callings import skills_of
from services.documents.rules.fit.about import are_usual
from services.documents.rules.fit.finding import Finding
from services.documents.rules.fit.lengths import Wanted
from services.documents.rules.fit.shown import Shown
from services.documents.rules.occupations import shown_by
from services.documents.rules.skills.catalogue import skills
from services.documents.rules.skills.matching import SkillHit, SkillMatcher
from services.documents.rules.words import are_alike, words_of

_PART = 2
_HEADS = ("domain", "practice")
"""Kinds of skills that have kinds of their own; a tool or a language is what it is."""

_BEFORE = re.compile(r"(?<![\w’'-])(?P<word>\w[\w’'&-]*) ?$")
_BEHIND = re.compile(r" (?P<word>\w[\w’'&-]*)")
_LEADS_TO_DEED = re.compile(r"(?:^|\b(?:of|in|with|at|for|by))\W*$", re.IGNORECASE)
SAYS_NO_KIND = re.compile(
    r"\d+|\w*ly|nhs|uk|us|busy|prior|paid|pre|post|non|proper|professional|commercial|clinical"
    r"|practical|operational|corporate|qualified|registered|trained|certified|hands|front(?:line)?"
    r"|face-to-face|post-\w+|under-?graduate|in-depth|first-rate|top|world-class|high-\w+"
    r"|fast-\w+|specialist|speciali[sz]ed|similar|mainstream|direct|active|safe|accurate|thorough"
    r"|early-career|entry-level|full-time|part-time|mid-\w+|large-scale|small-scale|day-to-day"
    r"|exemplary|positive|productive|motivated|dynamic|formal|informal|live|real-world|agency",
    re.IGNORECASE,
)
"""Words before a kind of work that say how, where or how well, and not which."""

_MOST = 4
"""Words on one side that say which kind it is."""


def narrowed(asked: Requirement, shown: Shown, matcher: SkillMatcher, known: Finding) -> Finding:
    """`known`, or a part of it where nothing shows which kind of work is asked for."""
    if known.tier <= _PART or asked.is_choice:
        return known
    said = asked.span.quote
    hits = matcher.find(said)
    groups = asked.all_of or ((asked.any_of,) if asked.any_of else ())
    wanted = {skill_id for group in groups for skill_id in group}
    heads = [hit for hit in hits if hit.skill_id in wanted and matcher.kind(hit.skill_id) in _HEADS]
    kinds = dict.fromkeys(word for hit in heads for word in _kinds(said, hit, hits))
    missed = [word for word in kinds if not shown.told.naming(word)]
    if not missed:
        return known
    reason = f"{known.reason} No role names {' or '.join(missed)}."
    return replace(known, tier=_PART, reason=reason, gap=GapKind.UNPROVEN, high=3, ask=_ask(said))


def within(wanted: Wanted, known: Finding) -> Finding:
    """`known` of a family of work, or a part of it where each of its titles names another trade
    than the one that the years are asked of: of one house are who waits and who receives.
    """
    titles = [span.quote for span in known.evidence]
    if known.tier <= _PART or not titles or not all(_is_other(each, wanted) for each in titles):
        return known
    reason = f"{known.reason} It was another trade than {wanted.said}."
    return replace(known, tier=_PART, reason=reason, gap=GapKind.LEVEL)


def _is_other(title: str, wanted: Wanted) -> bool:
    """Whether it names a trade beside that of its family, and nothing of what is asked."""
    of_family = {*shown_by(wanted.family)} if wanted.family else set()
    asked = {*skills_of(" ".join(wanted.words)), *of_family}
    trades = {one for one in skills_of(title) if of_family.intersection(skills()[one].siblings)}
    shared = (are_alike(one.said, word) for one in words_of(title) for word in wanted.words)
    return bool(trades) and not trades & asked and not any(shared)


def _kinds(said: str, hit: SkillHit, hits: tuple[SkillHit, ...]) -> Iterator[str]:
    """The words that say which kind of the work is meant, as far as they are no skills."""
    taken = [(one.start, one.end) for one in hits]
    yield from _run(said, hit.start, taken, _BEFORE)
    is_deed = said[hit.start : hit.end].lower().endswith("ing")
    if is_deed and _LEADS_TO_DEED.search(said[: hit.start]):
        yield from _run(said, hit.end, taken, _BEHIND)


def _run(
    said: str, at: int, taken: list[tuple[int, int]], pattern: re.Pattern[str]
) -> Iterator[str]:
    """From `at` outwards, up to a word that says no kind."""
    for _ in range(_MOST):
        found = pattern.search(said[:at]) if pattern is _BEFORE else pattern.match(said, at)
        if not found or any(a < found.end("word") and found.start("word") < b for a, b in taken):
            return
        word = found["word"]
        if are_usual([one.said for one in words_of(word)] or [word]):
            return
        if not SAYS_NO_KIND.fullmatch(word):
            yield word
        at = found.start("word") if pattern is _BEFORE else found.end("word")


def _ask(said: str) -> str:
    return f"Where in your work was it this: {said}?"
