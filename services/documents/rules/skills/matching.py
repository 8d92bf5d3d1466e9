"""Finds skills in a text: Aho-Corasick over the curated names, then rules about each hit.

A C extension walks the text once (pyahocorasick); everything after it looks at hits only.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import ahocorasick

from services.documents.rules.skills.catalogue import SkillEntry, implied, skills

_NEAR = 48
"""How many characters away, within the line, a context word may stand."""

_FLAT = str.maketrans(dict.fromkeys("-\u2010\u2011\u2013\u00a0\t\r\n\f\v", " ") | {"’": "'"})
_INTRODUCES = re.compile(
    r"(?:\b(?:using|years? (?:with|of|in)|proficien(?:t|cy) (?:in|with)|fluent in|skilled in"
    r"|knowledge of|expertise in|experience (?:with|in|of)|experienced (?:with|in)"
    r"|familiar(?:ity)? with|programming in|of (?:them|those|these|which) (?:in|with)"
    r"|(?:written|wrote|rewrote|coded|built|developed|implemented|programmed)\b[^.,;:]{0,32}\bin"
    r"|built (?:with|on)|development in|skills in|like"
    r"|(?:kenntnissen?|erfahrung(?:en)?|umgang|arbeiten) (?:in|mit)"
    r"|ma[iî]tris(?:ez|er|ant|e)(?: de)?|connaissances? d[eu]|expérience (?:de|avec)"
    r"|dominio de|manejo de|conocimientos? de|experiencia (?:con|en))\s+)$",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"\b(?:basic|good|strong|solid|excellent|advanced|intermediate|sound|some|little|confident|competent"
    r"|proficient|gute|sehr gute|sichere|fundierte|solide)\s+$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s+(?:to|of|at|in a|in the|into|on a|the|your|our)\b", re.IGNORECASE)
"""What follows an ordinary word ("Access to", "Excel at"), not a name."""

_WITHIN = re.compile(r"(?:^|[\s(])[a-z]+,? $")
"""Before a capital that begins no sentence and is none of a title in capitals."""

_JOINS = re.compile(
    r"\s*(?:[,;/|+&•·]|\(|(?:,\s*)?\b(?:and/or|und/oder|and|or|und|oder|et|ou|y|o)\b)"
    r"\s*(?:\b(?:and|or)\b\s*)?"
)
_ARTICLE = re.compile(r"\b(?:the|an?|our|my|their|all) $")
_LIST_EDGE = re.compile(r"[\n,;|/•·:()*–-]")


@dataclass(frozen=True)
class SkillHit:
    """A skill stands at `text[start:end]`."""

    skill_id: str
    start: int
    end: int


@dataclass(frozen=True)
class _Candidate:
    entry: SkillEntry
    name: str
    start: int
    end: int

    @property
    def is_doubtful(self) -> bool:
        is_word = self.name == self.entry.label and (self.entry.ambiguous or self.entry.exact)
        return is_word or self.is_proper

    @property
    def is_proper(self) -> bool:
        return self.name in self.entry.proper


class SkillMatcher:
    """Holds the automaton. Safe to share: matching changes nothing."""

    def __init__(self, entries: Iterable[SkillEntry]) -> None:
        self._entries = {entry.id: entry for entry in entries}
        self._automaton = ahocorasick.Automaton()
        for entry in self._entries.values():
            for name in entry.names:
                flat = _Flat(name).text
                self._automaton.add_word(flat, (entry, name, len(flat)))
        self._automaton.make_automaton()

    def find(self, text: str, lists: Sequence[tuple[int, int]] = ()) -> tuple[SkillHit, ...]:
        """Every skill named in `text`, in the order of the text; hits do not overlap.

        `lists` are spans of the text that are lists of skills, where an ambiguous name counts
        if it is a whole item.
        """
        candidates = _longest(self._candidates(text))
        certain = {c.start: c for c in candidates if self._is_certain(c, text, lists)}
        certain |= {c.start: c for c in _side_by_side(candidates, text)}
        kept = _again(candidates, _spread(candidates, certain, text), text)
        return tuple(SkillHit(c.entry.id, c.start, c.end) for c in kept)

    def label(self, skill_id: str) -> str:
        return self._entries[skill_id].label

    def names(self, skill_id: str, said: str) -> bool:
        """Whether `said` is one of the names of the skill."""
        flat = _Flat(said).text
        return any(_Flat(name).text == flat for name in self._entries[skill_id].names)

    def siblings(self, skill_id: str) -> tuple[str, ...]:
        return self._entries[skill_id].siblings

    def kind(self, skill_id: str) -> str:
        return self._entries[skill_id].kind

    def implied(self, skill_id: str) -> frozenset[str]:
        return implied(skill_id)

    def _candidates(self, text: str) -> list[_Candidate]:
        flat = _Flat(text)
        found = []
        for last, (entry, name, length) in self._automaton.iter(flat.text):
            start, end = flat.at(last - length + 1), flat.at(last) + 1
            if not _is_word(text, start, end) or _is_behind(entry.not_behind, text, start):
                continue
            hit = _Candidate(entry, name, start, end)
            if not hit.is_doubtful or _stands_apart(text, start, end):
                found.append(hit)
        return found

    def _is_certain(self, hit: _Candidate, text: str, lists: Sequence[tuple[int, int]]) -> bool:
        entry = hit.entry
        if not hit.is_doubtful:
            return True
        is_listed = any(start <= hit.start and hit.end <= end for start, end in lists)
        if is_listed and _is_item(hit, text):
            return True
        if not _same_case(hit, text):
            return False
        before, after = _line_around(hit, text)
        if entry.exact or hit.is_proper or _INTRODUCES.search(before):
            return True
        if _GOES_ON.match(after):
            return False
        return bool(_LEVEL.search(before)) or _has_context(entry, before, after)


@cache
def matcher() -> SkillMatcher:
    """The matcher over the whole catalogue, built once per process (0.1 s)."""
    return SkillMatcher(skills().values())


class _Flat:
    r"""A text in lower case with single spaces, and the way back to the original offsets.

    Hyphens and line breaks become spaces, so that "GitHub\nActions" and "github-actions" match.
    """

    def __init__(self, text: str) -> None:
        lower = text.translate(_FLAT).lower()
        if len(lower) != len(text):  # a few capitals, such as İ, grow when lowered
            lower = "".join(
                small if len(small := char.lower()) == 1 else char for char in text.translate(_FLAT)
            )
        self._starts, self._shifts = [0], [0]
        pieces, done, removed = [], 0, 0
        for run in re.finditer(r" {2,}", lower):
            pieces.append(lower[done : run.start() + 1])
            done = run.end()
            removed += run.end() - run.start() - 1
            self._starts.append(done - removed)
            self._shifts.append(removed)
        self.text = "".join([*pieces, lower[done:]])

    def at(self, index: int) -> int:
        """The offset in the original of character `index` of the flat text."""
        return index + self._shifts[bisect_right(self._starts, index) - 1]


def _is_word(text: str, start: int, end: int) -> bool:
    """Whether it is a word of its own. C is not in C++, .NET not in ASP.NET."""
    before, after = _around(text, start, end)
    if before.isalnum() or before in "_@" or after.isalnum() or after in "_+#@":
        return False
    if after == "." and text[end + 1 : end + 2].isalpha():
        return False
    return not (before in ".-" and text[max(start - 2, 0) : start - 1].isalnum())


def _is_behind(words: Sequence[str], text: str, start: int) -> bool:
    """Whether one of `words` stands right before it, which makes it the name of another thing."""
    before = _ARTICLE.sub("", text[max(0, start - _NEAR) : start].lower()).rstrip(" \t-")
    return any(before.endswith(word) for word in words)


def _stands_apart(text: str, start: int, end: int) -> bool:
    """Whether nothing ties it to a neighbour, as in R&D."""
    before, after = _around(text, start, end)
    return before not in "&'’.-" and after not in "&'’-"


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """The characters before and after; spaces at the ends of the text."""
    return text[start - 1] if start else " ", text[end] if end < len(text) else " "


def _longest(candidates: list[_Candidate]) -> list[_Candidate]:
    """Of overlapping hits the one that is longest, then first: GitHub Actions, not GitHub."""
    ranked = sorted(candidates, key=lambda c: (c.start - c.end, c.start, c.entry.id))
    kept: list[_Candidate] = []
    taken = bytearray(max((c.end for c in candidates), default=0))
    for hit in ranked:
        if not any(taken[hit.start : hit.end]):
            taken[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
            kept.append(hit)
    return sorted(kept, key=lambda c: c.start)


def _side_by_side(candidates: list[_Candidate], text: str) -> Iterator[_Candidate]:
    """Two ordinary words that stand as names in one row, of things that are alike: "Go or Rust"."""
    for one, other in pairwise(candidates):
        if (
            (other.entry.id in one.entry.siblings or one.entry.id in other.entry.siblings)
            and _same_case(one, text)
            and _same_case(other, text)
            and _JOINS.fullmatch(text, one.end, other.start)
        ):
            yield from (one, other)


def _spread(
    candidates: list[_Candidate], certain: dict[int, _Candidate], text: str
) -> list[_Candidate]:
    """The certain hits, and the ambiguous ones that stand in a row with one: "Java, Go or C"."""
    for row in (candidates, candidates[::-1]):
        for known, other in pairwise(row):
            first, second = (known, other) if known.start < other.start else (other, known)
            if (
                known.start in certain
                and _same_case(other, text)
                and _JOINS.fullmatch(text, first.end, second.start)
            ):
                certain[other.start] = other
    return [certain[start] for start in sorted(certain)]


def _again(candidates: list[_Candidate], kept: list[_Candidate], text: str) -> list[_Candidate]:
    """With the other mentions of what is certain once: as a name, within a sentence."""
    known = {hit.entry.id for hit in kept}
    places = {hit.start for hit in kept}
    return [
        hit
        for hit in candidates
        if hit.start in places
        or (
            hit.entry.id in known
            and _same_case(hit, text)
            and _WITHIN.search(text, max(0, hit.start - _NEAR), hit.start)
            and not _GOES_ON.match(text, hit.end)
        )
    ]


def _same_case(hit: _Candidate, text: str) -> bool:
    return text[hit.start : hit.end] == hit.name


def _is_item(hit: _Candidate, text: str) -> bool:
    before = text[: hit.start].rstrip(" \t")[-1:] or "\n"
    after = text[hit.end :].lstrip(" \t")[:1] or "\n"
    return bool(_LIST_EDGE.match(before) and _LIST_EDGE.match(after))


def _line_around(hit: _Candidate, text: str) -> tuple[str, str]:
    before = text[max(hit.start - _NEAR, 0) : hit.start].rpartition("\n")[2]
    after = text[hit.end : hit.end + _NEAR].partition("\n")[0]
    return before, after


def _has_context(entry: SkillEntry, before: str, after: str) -> bool:
    words = set(re.findall(r"[a-z0-9+#.]+", f"{before} {after}".lower().replace(".", " ")))
    return any(word in words for word in entry.needs_context)
