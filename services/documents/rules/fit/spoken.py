"""How far a spoken language that is asked for is shown: that it is listed, and how well."""

import re
from collections.abc import Sequence

from contracts.analysis import Entry, GapKind
from services.documents.rules import cues
from services.documents.rules.fit.finding import Finding, together, unknown
from services.documents.rules.fit.shown import Shown

_LEVELS = (
    r"a1|beginners?|learning|some|school",
    r"a2|basic|elementary|limited",
    r"b1|intermediate|conversational",
    r"b2|good|advanced|upper[- ]intermediate|working|professional working|solid",
    r"c1|fluen\w+|business|excellent|proficien\w+|professional|very good|courant|avanzado",
    r"c2|native|nativ[oa]|langue maternelle|mother tongue|bilingual|muttersprache",
)
"""From the least to the most, as words of a requirement or of a résumé."""

_OURS = "english"
"""The language of what is read: whoever asks for another one means another than this."""

_Listed = tuple[str, Entry]
"""A language in lower case, and the entry that names it."""

_WORDS = tuple(re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in _LEVELS)


def spoken(asked: str, shown: Shown) -> Finding:
    """One of the languages where "or" stands between them, else all of them; where a choice is
    asked for beside another language, both.
    """
    if joint := cues.joins_choice(asked):
        parts = asked[: joint.start()], asked[joint.end() :]
        if all(any(cues.language_names(part)) for part in parts):
            return together([spoken(part, shown) for part in parts])
    listed = [
        (name, entry)
        for entry in shown.entries(shown.resume.languages)
        for name, _, _ in cues.language_names(entry.title.value)
    ]
    if not listed:
        return unknown("The résumé lists no languages.", "Which languages do you speak, how well?")
    named = tuple(dict.fromkeys(name for name, _, _ in cues.language_names(asked)))
    found = [_one(name, asked, listed, shown) for name in named]
    found += [_unnamed(each, named, asked, listed, shown) for each in cues.unnamed_languages(asked)]
    if cues.is_either(asked):
        return max(found, key=lambda each: each.tier)
    return found[0] if len(found) == 1 else together(found)


def _unnamed(
    said: re.Match[str], named: Sequence[str], asked: str, listed: Sequence[_Listed], shown: Shown
) -> Finding:
    """One of its kin, else any one; not English, nor one that is asked for by its name."""
    kin = said["kin"] or said["of"]
    fitting = cues.kin_of(kin) if kin else [name for name, _ in listed]
    levels = [
        _one(name, asked, listed, shown, wanted=_highest(asked))
        for name, _ in listed
        if name in fitting and name not in (*named, _OURS)
    ]
    nothing = Finding(0, f"{_sentence(said['worded'])} is not listed.", gap=GapKind.MISSING)
    return max([*levels, nothing], key=lambda each: each.tier)


def _one(
    name: str, asked: str, listed: Sequence[_Listed], shown: Shown, *, wanted: int | None = None
) -> Finding:
    label = name.title()
    for one, entry in listed:
        if one == name:
            said = shown.text[slice(*shown.line_of(entry.title.span))]
            has, wanted = _level(said, name), wanted or _level(asked, name)
            evidence = (entry.title.span,)
            if has is None or wanted is None or has >= wanted:
                return Finding(3, f"{label} is listed.", evidence)
            tier = 2 if wanted - has == 1 else 1
            reason = f"{label} is listed, at a lower level than asked."
            return Finding(tier, reason, evidence, GapKind.LEVEL)
    return Finding(0, f"{label} is not listed.", gap=GapKind.MISSING)


def _sentence(said: str) -> str:
    return said[:1].upper() + said[1:]


def _level(said: str, name: str) -> int | None:
    """The level that stands with the language: behind it before the next one, or before it."""
    names = [(start, end, one) for one, start, end in cues.language_names(said)]
    at = next((number for number, (_, _, one) in enumerate(names) if one == name), None)
    if at is None:
        return None
    left = names[at - 1][1] if at else 0
    right = names[at + 1][0] if at + 1 < len(names) else len(said)
    near = (said[left : names[at][0]], said[names[at][1] : right])
    found = [_highest(part) for part in (near if at else reversed(near))]
    return next((level for level in found if level is not None), _highest(said))


def _highest(said: str) -> int | None:
    found = [level for level, words in enumerate(_WORDS) if words.search(said)]
    return max(found, default=None)
