"""Whether a certificate or licence that is listed is the one that is asked for."""

import re

from services.documents.rules.phrases import read

_CLASS = re.compile(
    r"\b(?:class|category|cat\.?)\s+(?P<after>[A-Z]\d?E?|C\+E)\b"
    r"|\blicen[cs]e,?\s+(?:\(?class\s+)?(?P<behind>[A-D]\d?E?)\b"
    r"|\b(?P<before>[A-D]\d?E?|HGV|LGV|PCV)\s+(?:driv\w+\s+)?licen[cs]e",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:pin|reg(?:istration|istered)?\.?|licen[cs]\w*|member(?:ship)?|certifi\w+|card|badge"
    r"|fellow|chartered|qualified|number|no\.)(?!\w)",
    re.IGNORECASE,
)
_WITH = re.compile(r"\b(?:with|including)\b.*", re.IGNORECASE | re.DOTALL)
_OR = re.compile(r"\bor\b|/", re.IGNORECASE)


def is_like(asked: str, listed: str) -> bool:
    """Whether `listed` is one of those that `asked` names, either of which will do after an "or".

    It has every name that is asked for, two of the words at least, and the same class.
    """
    without = _WITH.sub("", asked)
    kept = without if _words(without) else asked
    return any(_is_one(part, listed) for part in _OR.split(kept))


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
    return len(words) > 1 and words <= _words(asked)


def _is_one(asked: str, listed: str) -> bool:
    wanted, found = _words(asked), _words(listed)
    if not wanted or not _names(asked) <= found:
        return False
    if _classes(asked) and not _classes(asked) & _classes(listed):
        return False
    return len(wanted & found) >= min(2, len(wanted))


def _words(said: str) -> set[str]:
    return set(re.findall(r"[a-z0-9]+", said.lower())) - set(read("common")["papers"])


def _names(said: str) -> set[str]:
    """What is written with a capital, beside the first letter of what is no name."""
    found = re.findall(r"\b[A-Z][\w]*", said)
    is_loud = said.isupper()
    return set() if is_loud else {word.lower() for word in found} & _words(said)


def _classes(said: str) -> set[str]:
    return {found[found.lastgroup or 0].upper() for found in _CLASS.finditer(said)}
