"""Conditions apart from what is scored: a degree, a permit, a check, a licence, a time of work."""

import re
from functools import cache

from contracts.analysis import RequirementKind
from services.documents.rules import cues
from services.documents.rules.job.blocks import LABEL
from services.documents.rules.phrases import any_of, phrases, read, whole_words

_KINDS = {
    "degree": RequirementKind.EDUCATION,
    "logistics": RequirementKind.LOGISTICS,
    "licence": RequirementKind.CERTIFICATION,
}
_ANEW = re.compile(
    r"[,;:(]|\s[–—-]\s|\bplus\b|\bwith (?=(?:an?|your|full|valid|clean|current|own)\b)"
    r"|\b(?:and|but|or) (?=(?:an?|your|the|be|are|is|have|hold|able|willing|happy|must|full|valid"
    r"|current|clean|own|you|available|prepared|in possession)\b)|\bas (?=an?\b)",
    re.IGNORECASE,
)
"""Where something else is said, which the words before it do not reach."""

_BEFORE = 200
"""Characters before a condition that may say what is done with it."""

_BEGIN = re.compile(
    r"\W*(?:(?:an?|the|your|own|full|clean|valid|current|in[- ]date|active|recent"
    r"|good|must|you|have|hold|(?-i:[A-Z])[\w.]+)\W+)*",
    re.IGNORECASE,
)
"""What may stand before the name of a condition at the begin of a point."""

_TELLS = re.compile(r"\b(?:is|are|was|were|will|would|can|may|we|our|us)\b", re.IGNORECASE)


def gates_of(clause: str) -> tuple[RequirementKind, ...]:
    """The kinds of gate that the clause puts: shown with their status and never scored."""
    if cues.asks_nothing(clause):
        return ()
    return tuple(kind for name, kind in _KINDS.items() if _puts(clause, name))


def _puts(clause: str, name: str) -> bool:
    return any(not _is_matter(clause, *found.span()) for found in _named(name).finditer(clause))


def begins_with_gate(said: str) -> bool:
    """Whether it is a gate that is named, as in "A full driving licence", and nothing is told."""
    said = LABEL.sub("", said, count=1)
    if _TELLS.search(said):
        return False
    kinds = [name for name in _KINDS if _puts(said, name)]
    named = (found for name in kinds for found in _named(name).finditer(said))
    begun = (said[: found.start()] for found in named)
    return any("(" not in before and _BEGIN.fullmatch(before) for before in begun)


def _is_matter(clause: str, start: int, end: int) -> bool:
    """Whether it is what the work is about, and no condition: "experience of right-to-work checks".

    A verb of having, passing or being, such as "hold", is none of work.
    """
    known = phrases("gates")
    begin = max(0, start - _BEFORE)
    anew = [found.end() for found in _ANEW.finditer(clause, begin, start)]
    before = clause[max(anew, default=begin) : start]
    if known["matter"].search(before) or _deeds().search(before):
        return True
    behind = known["matter_behind"].match(clause[end:].lstrip(" -"))
    return behind is not None


@cache
def _named(name: str) -> re.Pattern[str]:
    if name == "degree":
        return phrases("cues")[name]
    known = read("gates")
    lists = {each: any_of(known[each]) for each in ("time", "check")}
    filled = [
        words.replace("{time}", lists["time"]).replace("{check}", lists["check"])
        for words in known[name]
    ]
    return whole_words(filled)


@cache
def _deeds() -> re.Pattern[str]:
    stems = any_of(read("gates")["deeds"])
    return re.compile(
        rf"(?:^\W*(?:(?:you|will|have|can|to|also|who|we)['’\w]* )*{stems}(?:e?[sd]|e|t)?"
        rf"|\b{stems}ing)\s(?:[\w'’-]+\s){{0,5}}$",
        re.IGNORECASE,
    )
