"""What the titles of roles say of a title that is asked for, or of years in a kind of work."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from contracts.analysis import Closing, GapKind, Role, Seniority
from contracts.evidence import Span
from services.documents.rules import cues
from services.documents.rules.carries import carries
from services.documents.rules.fit.about import are_usual
from services.documents.rules.fit.finding import Finding, enough, some, unknown
from services.documents.rules.fit.shown import RECENT_MONTHS, Shown, stands
from services.documents.rules.fit.specialised import SAYS_NO_KIND
from services.documents.rules.occupations import TitleHit, are_near, family_of
from services.documents.rules.phrases import table
from services.documents.rules.words import words_of

SENIOR_YEARS = 5.0

_SENIOR = (Seniority.SENIOR, Seniority.LEAD)
_ENDS = re.compile(r"\s*(?:[,;:|/(\[–—]|\s-)")
_WORD = re.compile(r"[^\W\d_][\w'’+#.-]*")
_FEWEST = 2
"""Words of a title that we do not know; one alone, such as "Officer", says too little."""
_TOLD = (Closing.PREPARE_STORY, Closing.EXPECT_QUESTION)
_WORK = "The same kind of work"
_PART, _WHOLE = 2, 3
_MANAGER = "manager"
_LED_PLACE = re.compile(
    r"\b(?:stores?|shops?|kitchen|restaurant|hotel|branch|home|farm|warehouse|team|staff|people)"
    r" (?:management|supervision|leadership)\b",
    re.IGNORECASE,
)
_POST = re.compile(
    r"^\W*(?:(?:previous|prior|proven|recent|some|good|solid|relevant) )*(?:work(?:ing)? )?"
    r"experience (?:working )?as an? (?P<post>(?:[\w/-]+ ){0,3}[\w/-]+)\W*$",
    re.IGNORECASE,
)
_RANKS = {"chief": 4, _MANAGER: 3, "senior": 2, "deputy": 1, "junior": -1, "learner": -2}
"""From the highest to the lowest. A manager manages things as often as people."""

_Held = tuple[Role, Span]


@dataclass(frozen=True)
class Titles:
    """Compares titles by their kind of work, and by their words where we know none."""

    shown: Shown
    seniority: Seniority

    def asked(self, title: str) -> Finding:
        """Whether this work has been done before, and at this level."""
        wanted = family_of(title)
        if wanted is not None:
            return self._of_level(title, self._of_kind(title, wanted, self._family(wanted.family)))
        if same := self._worded(title):
            return self._of_level(title, self._when(same))
        reason = "This is a title. We do not know its kind of work; no role bears the same words."
        ask = "In which role did you do this kind of work, and since when?"
        return unknown(reason, ask, self._latest())

    def of_leader(self, said: str, known: Finding) -> Finding:
        """`known`, or a part where titles alone show it and none of who leads such a place."""
        titles = [role.title.span for role in self.shown.resume.roles]
        is_by_title = known.tier == _WHOLE and all(span in titles for span in known.evidence)
        if not is_by_title or not _LED_PLACE.search(said):
            return known
        is_leader = any(_height(span.quote) > 0 for span in known.evidence)
        return known if is_leader else _below(known)

    def years_in(self, family: str, years: float) -> Finding:
        same = self._of(family)
        if not same:
            return self._without(family)
        months = self.shown.months_in(role for role, _ in same)
        evidence = some(span for _, span in same)
        return enough("This kind of work", months and months / 12, years, evidence)

    def _family(self, family: str) -> Finding:
        same = self._of(family)
        return self._when(same) if same else self._without(family)

    def _of_kind(self, title: str, wanted: TitleHit, known: Finding) -> Finding:
        """`known` of its family, or a part where nothing names which kind of it is asked for."""
        head = head_of(title)
        words = words_of(f"{head[: wanted.start]} {head[wanted.end :]}")
        kinds = [word.said for word in words if not _says_no_kind(word.said)]
        missed = [word for word in kinds if not self.shown.told.naming(word)]
        if known.tier < _WHOLE or not missed:
            return known
        reason = f"{_WORK}, but no role names {' or '.join(missed)}."
        return replace(known, tier=_PART, reason=reason, gap=GapKind.LEVEL)

    def _of_level(self, title: str, known: Finding) -> Finding:
        """`known`, or a part where each title that shows it is below the level of this one."""
        held = [span.quote.lower() for span in known.evidence]
        if known.tier < _WHOLE or head_of(title).lower() in held:
            return known
        highest, wanted = max((_height(each) for each in held), default=0), _rank(title)
        least = _RANKS.get(wanted or "", _RANKS["learner"] + 1)
        if wanted == _MANAGER:
            least = 0
        return known if highest >= least else _below(known)

    def _of(self, family: str) -> list[_Held]:
        return [(role, span) for name, role, span in self.shown.families if name == family]

    def _without(self, family: str) -> Finding:
        """A title that nobody bore is no thing to learn: what was borne says how far it is."""
        held = list(self.shown.families)
        near = [span for name, _, span in held if are_near(name, family)]
        if not held:
            return unknown("No role is titled in a way that we can compare.")
        if near:
            reason = "Roles beside this kind of work, but none in it."
            return Finding(1, reason, some(near), GapKind.LEVEL)
        reason = "This is a title. No role bore it, or one of the same kind of work."
        return Finding(0, reason, self._latest(), GapKind.MISSING, close_by=_TOLD)

    def _when(self, same: Sequence[_Held]) -> Finding:
        evidence = some(span for _, span in same)
        if self.seniority in _SENIOR and not self._shows_seniority():
            return Finding(2, f"{_WORK}, but not yet at this level.", evidence, GapKind.LEVEL)
        if any(self.shown.is_recent(role, RECENT_MONTHS) for role, _ in same):
            return Finding(3, f"{_WORK} in a recent role.", evidence)
        return Finding(2, f"{_WORK}, some time ago.", evidence, GapKind.STALE)

    def _worded(self, title: str) -> list[_Held]:
        """The roles whose title has all the words of this one, beside those for its level.

        One of them may stand in the name of the employer or in a line: who supervises cleaning on a
        night team is a night cleaning supervisor.
        """
        wanted = _words(title)
        if len(wanted) < _FEWEST:
            return []
        held = [r for r in self.shown.resume.roles if stands(r.title.span, self.shown.text)]
        return [(role, role.title.span) for role in held if self._bears(role, wanted)]

    def _bears(self, role: Role, wanted: set[str]) -> bool:
        left = wanted - _words(role.title.value)
        if not left or len(left) > 1 or len(wanted) <= _FEWEST:
            return not left
        at = _words(role.employer.value) if role.employer else set[str]()
        return left <= at or any(
            carries(line.span.quote, *found.span())
            for line in role.bullets
            for found in re.finditer(rf"\b{re.escape(min(left))}s?\b", line.span.quote.lower())
        )

    def _latest(self) -> tuple[Span, ...]:
        roles = self.shown.resume.roles
        return some(r.title.span for r in roles if stands(r.title.span, self.shown.text))

    def _shows_seniority(self) -> bool:
        titles = [role.title.value for role in self.shown.resume.roles]
        levels = {cues.seniority_of(title) for title in titles}
        years = self.shown.resume.years_total or 0.0
        return bool(levels & {*_SENIOR}) or years >= SENIOR_YEARS


def post_in(said: str) -> str | None:
    """The post in which experience is asked for: "Experience as a Head Chef"."""
    found = _POST.search(said)
    if found is None or family_of(found["post"]) is None:
        return None
    return found["post"]


def head_of(title: str) -> str:
    """Without what stands behind it: "Officer (Band 6)"."""
    return _ENDS.split(title.strip(), maxsplit=1)[0]


def _rank(title: str) -> str | None:
    """The name of the rank that it says, the highest of several, unless one makes it a lesser."""
    said = [name for name, words in table("cues", "ranks").items() if words.search(head_of(title))]
    below = [name for name in said if _RANKS[name] < 0]
    return min(below or said, key=lambda name: -_RANKS[name], default=None)


def _height(title: str) -> int:
    return _RANKS.get(_rank(title) or "", 0)


def _below(known: Finding) -> Finding:
    reason = f"{_WORK}, but not yet at this level."
    return replace(known, tier=_PART, reason=reason, gap=GapKind.LEVEL)


def _says_no_kind(word: str) -> bool:
    is_rank = any(words.fullmatch(word) for words in table("cues", "ranks").values())
    is_level = any(words.fullmatch(word) for words in table("cues", "seniority").values())
    return is_rank or is_level or are_usual([word]) or SAYS_NO_KIND.fullmatch(word) is not None


def _words(title: str) -> set[str]:
    """Of the title itself, without its level and what stands behind it."""
    named = head_of(title)
    for level in table("cues", "seniority").values():
        named = level.sub(" ", named)
    return {word.lower().removesuffix("s") for word in _WORD.findall(named)}
