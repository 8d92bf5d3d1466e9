"""Whether a certificate or licence that is listed is the one that is asked for."""

import re

from services.documents.rules import cues
from services.documents.rules.phrases import read

_CODE = r"[A-D]\d?(?:\+?E)?"
_CLASS = re.compile(
    rf"\b(?:class(?:es)?|categor(?:y|ies)|cats?\.?)\s+(?P<after>(?:{_CODE}|[A-Z]\d?E?)(?![\w+])"
    rf"(?:(?:\s?[,/&]\s?|\s(?:and|or)\s)+{_CODE}(?![\w+])){{0,6}})"
    rf"|\blicen[cs]e[,:]?\s+(?:\(?class\s+)?(?P<behind>{_CODE})(?![\w+])"
    rf"|(?<![\w+])(?P<before>{_CODE}|HGV|LGV|PCV)\s+(?:driv\w+\s+)?licen[cs]e"
    r"|(?<![\w+])(?P<alone>[B-D]1?\+E)(?![\w+])",
    re.IGNORECASE,
)
"""The classes of a licence; what drives with a heavy trailer is known wherever it stands."""
_EACH_CLASS = re.compile(rf"(?<![\w+])(?:{_CODE}|[A-Z]\d?E?|[HL]GV|PCV)(?![\w+])", re.IGNORECASE)
_HELD = re.compile(
    r"\b(?:pin|reg(?:istration|istered)?\.?|licen[cs]\w*|member(?:ship)?|certifi\w+|card|badge"
    r"|fellow|chartered|qualified|number|no\.)(?!\w)",
    re.IGNORECASE,
)
_OURS = re.compile(r"\b(?:UK|British|Irish|EU)\b")
_IN_FORCE = re.compile(r"\b(?:licen[cs]\w+|active|current|state|no\.|#)(?!\w)", re.IGNORECASE)
_LICENCE = re.compile(r"\blicen[cs]es?\b|\bf[üu]hrerschein\b|\bpermis\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:no|none|not|without|never|lost|kein\w*|sans|sin)\b", re.IGNORECASE)
_PROVISIONAL = re.compile(r"\b(?:provisional|learner\w*|suspended|revoked)\b", re.IGNORECASE)
_WITH = re.compile(r"\b(?:with|including)\b.*", re.IGNORECASE | re.DOTALL)
_OR = re.compile(r"\bor\b|/|,(?=[^.;]*\bor\b)", re.IGNORECASE)
"""Commas part the alternatives of a list that an "or" ends."""

_SHORT = re.compile(r"\b(?:[A-Z]{3,6}|(?<=\()[A-Z]{2}(?=\)))\b")
"""What may be the initials of a name; two of them only in brackets."""

_LEVEL = re.compile(
    r"\b(?:foundation|practitioner|associate|professional|expert|intermediate|advanced|specialty"
    r"|fundamentals|(?:level|stage|grade) (?:\d|[ivx]{1,4}))\b"
)
_OWNED = re.compile(r"['’]s?(?!\w)")
_DRIVING = re.compile(r"\bdriv(?:ing|ers)\b")
"""One licence by all of its names: "driver’s", "drivers", "driving"."""

_ALL = 3
"""Of a name of so many words none may differ: immediate life support is not the advanced one."""


_RUNS_OUT = re.compile(
    r"\bexp(?:\.|ir(?:es|y|ing))?(?!\w)"
    r"|\b(?:valid|renew\w*) (?:\w+ )?(?:to|till?|until|thr(?:ough|u)|by)\b",
    re.IGNORECASE,
)
_GRADE = re.compile(r"\b(?:level|stage|grade)\s+(?P<grade>\d|[ivx]{1,3})\b", re.IGNORECASE)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7}


def runs_out(line: str) -> bool:
    """Whether it says until when a paper is good, which is no date of finishing it."""
    return _RUNS_OUT.search(line) is not None


def is_like(asked: str, listed: str) -> bool:
    """Whether `listed` is one of those that `asked` names, either of which will do after an "or".

    It has every name that is asked for, two of the words at least, and the same class. A name and
    its initials are one: "Immediate Life Support (ILS)", "ILS".
    """
    without = _WITH.sub("", asked)
    kept = without if _words(without) else asked
    return any(_is_one(part, listed) for part in _OR.split(kept))


def is_of_licence(asked: str) -> bool:
    """Whether it asks for a licence."""
    return _LICENCE.search(asked) is not None


def shows(asked: str, line: str) -> bool:
    """Whether a line names a licence like the one that is asked for, and does not deny it."""
    if _DENIED.search(line):
        return False
    is_named = _LICENCE.search(line) and is_like(asked, line)
    return bool(is_named) or _is_registered(asked, line)


def _is_registered(asked: str, line: str) -> bool:
    """Whether both name one register, and the line every other name that is asked for."""
    for initials, name in read("common")["registers"]:
        either = re.compile(rf"\b(?:{initials}|{name})\b", re.IGNORECASE)
        if either.search(asked) and either.match(line) and _IN_FORCE.search(line):
            return _names(either.sub(" ", asked)) <= _words(line)
    return False


def bodies_in(asked: str) -> frozenset[str]:
    """The bodies that keep a register, as their initials stand in what is asked for."""
    return frozenset(re.findall(r"\b[A-Z]{3,6}\b", asked) if not asked.isupper() else ())


def shows_registration(line: str, bodies: frozenset[str]) -> bool:
    """Whether a line names one of them beside what is held of it: a PIN, a registration, a card."""
    return _HELD.search(line) is not None and any(
        re.search(rf"\b{body}\b", line) for body in bodies
    )


def is_named(listed: str, asked: str) -> bool:
    """Whether what is asked for names the whole of `listed`, which has two words at least."""
    words = {word for word in _words(listed) if not word.isdigit()}
    return len(words) > 1 and words <= _words(asked) and not is_below(asked, listed)


def has_other_initials(asked: str, listed: str) -> bool:
    """Whether both are known by initials, and by none that are the same."""
    wanted, found = set(_SHORT.findall(asked)), set(_SHORT.findall(listed))
    return bool(wanted and found) and not wanted & found


def has_other_level(asked: str, listed: str) -> bool:
    """Whether both name a level, and none is the same: "Practitioner" and "Foundation"."""
    wanted, found = (set(_LEVEL.findall(said.lower())) for said in (asked, listed))
    return bool(wanted and found) and not wanted & found and not _is_above(asked, listed)


def is_below(asked: str, listed: str) -> bool:
    """Whether both have a numbered level, and that which is held is the lower."""
    wanted, found = grades(asked), grades(listed)
    return bool(wanted and found) and max(found) < min(wanted)


def without_grades(said: str) -> str:
    """What it says beside numbered levels."""
    return _GRADE.sub(" ", said)


def _is_above(asked: str, listed: str) -> bool:
    """Whether both have a numbered level, and the one that is held is the higher."""
    wanted, found = grades(asked), grades(listed)
    return bool(wanted and found) and min(wanted) < max(found)


def grades(said: str) -> list[int]:
    named = (found["grade"].lower() for found in _GRADE.finditer(said))
    return [int(each) if each.isdigit() else _ROMAN.get(each, 0) for each in named]


def _is_one(asked: str, listed: str) -> bool:
    classes = _classes(asked)
    if classes and not classes & _with_lighter(_classes(listed)):
        return False
    if _PROVISIONAL.search(listed) and not _PROVISIONAL.search(asked):
        return False
    if _OURS.search(asked) and any(cues.language_names(listed)):
        return False  # The licence of another country.
    if classes:
        asked, listed = _CLASS.sub(" ", asked), _CLASS.sub(" ", listed)
    is_nothing_else = bool(classes) and not _words(asked)
    return is_nothing_else or _share_initials(asked, listed) or _has_words(asked, listed)


def _has_words(asked: str, listed: str) -> bool:
    name = _SHORT.sub(" ", asked) if _initials_of(asked) else asked
    wanted, found = _words(name), _words(listed)
    if is_below(name, listed):
        return False
    if _is_above(name, listed):
        wanted, found = wanted - _numbers(name), found - _numbers(listed)
    if not wanted or not _names(name) <= found:
        return False
    shared = len(wanted & found)
    return shared >= (len(wanted) if len(wanted) <= _ALL else 2)


def _share_initials(asked: str, listed: str) -> bool:
    """Whether the initials that one of them has are those of the words of the other."""
    short, found = set(_SHORT.findall(asked)), set(_SHORT.findall(listed))
    known = _initials_of(asked) if short else _initials(asked)
    return bool(known & found or short & _initials(listed))


def _initials_of(said: str) -> set[str]:
    """The initials in it that stand for words of its own."""
    return set(_SHORT.findall(said)) & _initials(_SHORT.sub(" ", said))


def _initials(said: str) -> set[str]:
    """Those of any three to six words of it that follow each other, and of any two in all."""
    words = [word[0].upper() for word in re.findall(r"[A-Za-z]{2,}", _SHORT.sub(" ", said))]
    return {
        "".join(words[start:end])
        for start in range(len(words))
        for end in range(start + 2, min(len(words), start + 6) + 1)
    }


def _words(said: str) -> set[str]:
    plainly = _DRIVING.sub("driver", _OWNED.sub("", said.lower()))
    found = set(re.findall(r"[a-z0-9]+", plainly))
    return found - set(read("common")["papers"]) - {"class", "category", "cat"}


def _numbers(said: str) -> set[str]:
    return {found["grade"].lower() for found in _GRADE.finditer(said)}


def _names(said: str) -> set[str]:
    """What is written with a capital, beside the first letter of what is no name."""
    found = re.findall(r"\b[A-Z][\w]*", said)
    is_loud = said.isupper()
    return set() if is_loud else _words(" ".join(found)) & _words(said)


def _classes(said: str) -> set[str]:
    named = (found[found.lastgroup or 0].upper() for found in _CLASS.finditer(said))
    return {each[0].replace("+", "") for name in named for each in _EACH_CLASS.finditer(name)}


def _with_lighter(classes: set[str]) -> set[str]:
    """Who may drive it with a trailer may drive it without: C+E is C as well."""
    return classes | {each.removesuffix("E") for each in classes if len(each) > 1}
