"""Alternatives of a clause as it words them, whether or not they are skills that we know.

"CEN or TNCC certification" offers two, "economics, sociology or statistics" three.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from services.documents.rules.phrases import any_of, phrases, read

_LIMITS = re.compile(r"[()\[\];:\n•|]|\s[–—-]\s|\.(?=\s(?!or\b)|$)|[!?]")
"""What no alternative goes over."""

_INITIALS = re.compile(r"(?<=\w)\s+\([A-Z][A-Za-z&]{0,5}[A-Z]s?\)")
_TWICE = re.compile(r"\b(\w+) (to|by|on|in) \1\b", re.IGNORECASE)
_ONE = re.compile(r"\b([^\W_]+)_(to|by|on|in)_\1\b", re.IGNORECASE)
"""Read as one word: "face to face", "side by side"."""

_COMMA = re.compile(r",\s*")
_SLASHED = re.compile(r"(?<![\w/])([A-Z][\w.+#-]{2,})\s?/\s?([A-Z][\w.+#-]{2,})(?![\w/])")
_WANTED = re.compile(
    r"\s(?:(?:is|are|would be)\s)?(?:an?\s)?(?:required|preferred|essential|mandatory|needed"
    r"|desirable|must)\W*$",
    re.IGNORECASE,
)
"""How much an alternative is wanted, behind it."""

_EDGE = " \t\n,;:.*_\"“”'"
_MOST_WORDS = 8
_LONGEST = 600
"""Characters; what is longer is no clause that asks for one thing."""

_WORD = re.compile(r"[^\W_][\w+#.’'-]*")
_NUMBER_AT_END = re.compile(r"(?:^|\s)(?:\d+|one|two|three|four)\s*$", re.IGNORECASE)


def choices(said: str) -> tuple[str, ...]:
    """The alternatives of the first choice that `said` offers, in its words; none without one.

    A choice outside brackets goes before one within them. Initials in brackets belong to the name
    before them.
    """
    if len(said) > _LONGEST:
        return ()
    said = _TWICE.sub(r"\1_\2_\1", _INITIALS.sub("", said))
    parts = sorted(_parts(said), key=lambda part: part[1])
    found = next((found for part, _ in parts if (found := _of_part(part))), ())
    return tuple(_ONE.sub(r"\1 \2 \1", choice) for choice in found)


def names(choice: str) -> tuple[str, ...]:
    """The words of an alternative that name something; none in "similar", "a related field"."""
    plain = {*read("choices")["alike"], *read("common")["papers"]}
    return tuple(word for word in _WORD.findall(choice) if word.lower() not in plain)


def _parts(said: str) -> Iterator[tuple[str, int]]:
    """What stands between the limits, with the number of brackets around it."""
    start = depth = 0
    for limit in _LIMITS.finditer(said):
        yield said[start : limit.start()], depth
        start = limit.end()
        depth = max(0, depth + {"(": 1, "[": 1, ")": -1, "]": -1}.get(limit[0], 0))
    yield said[start:], depth


def _of_part(part: str) -> tuple[str, ...]:
    ors = [found for found in _or().finditer(part) if _is_choice(part, found)]
    if not ors:
        slashed = _SLASHED.search(part)
        return slashed.groups() if slashed else ()
    first, last = ors[0], _last_of(part, ors)
    left, right = part[: first.start()], part[last.end() :]
    between = [part[a.end() : b.start()] for a, b in pairwise(ors) if b.end() <= last.end()]
    found = [*_before(left, right), *between, _behind(right)]
    named = tuple(dict.fromkeys(_trimmed(choice) for choice in found))
    is_whole = all(1 <= len(choice.split()) <= _MOST_WORDS for choice in named)
    return named if len(named) > 1 and is_whole else ()


def _is_choice(part: str, found: re.Match[str]) -> bool:
    """Whether the "or" parts two things, and not two numbers of one amount, or a turn of speech."""
    left, right = part[: found.start()], part[found.end() :]
    if not left.strip(_EDGE) or not right.strip(_EDGE) or _no_choice().match(right):
        return False
    if _grade_before().search(left) and _grade().match(right):
        return False
    amount = _amount().match(right)
    return not (amount and _NUMBER_AT_END.search(left))


def _last_of(part: str, ors: list[re.Match[str]]) -> re.Match[str]:
    """The end of "A or B or C": another choice begins where a comma or an "and" stands between."""
    last = ors[0]
    for following in ors[1:]:
        between = part[last.end() : following.start()]
        if "," in between or _behind_word().search(between):
            break
        last = following
    return last


def _before(left: str, right: str) -> Iterator[str]:
    """The alternatives before the "or", in order: one, or the items of a list."""
    items = _COMMA.split(left.rstrip())
    if items[-1] == "" and len(items) > 1:  # a comma right before the "or"
        items.pop()
        if len(items) == 1:
            yield items[0]
            return
    kept: list[str] = []
    for item in reversed(items):
        begins = _begins(item, right)
        kept.append(item[begins:])
        if begins or len(item.split()) > _MOST_WORDS:
            break
    yield from reversed(kept)


def _begins(item: str, right: str) -> int:
    """Where in an item the alternative begins: at its article, where the next one has one too."""
    if _article().match(right) or _amount().match(right):
        articles = list(_article_within().finditer(item))
        if articles:
            return articles[-1].start()
        if len(item.split()) <= _MOST_WORDS and not _verb().search(item):
            return 0
    return max((word.end() for word in _before_word().finditer(item)), default=0)


def _behind(right: str) -> str:
    """The last alternative, without what is said of them all."""
    start = _leading().match(right)
    begins = start.end() if start else 0
    ends = _COMMA.search(right, begins)
    stop = _behind_word().search(right, begins + 1)
    cuts = [
        found.start() for found in (ends, stop) if found and right[begins : found.start()].strip()
    ]
    return right[: min(cuts, default=len(right))]


def _trimmed(choice: str) -> str:
    choice = _WANTED.sub("", choice).strip(_EDGE)
    while (lead := _leading().match(choice)) and choice[lead.end() :].strip(_EDGE):
        choice = choice[lead.end() :].strip(_EDGE)
    return " ".join(choice.split())


def _words(name: str) -> str:
    return any_of(read("choices")[name])


@cache
def _or() -> re.Pattern[str]:
    return phrases("choices")["or"]


@cache
def _no_choice() -> re.Pattern[str]:
    return re.compile(rf"\W*{_words('no_choice')}(?!\w)", re.IGNORECASE)


@cache
def _grade() -> re.Pattern[str]:
    """How good something is, before what it is."""
    return re.compile(rf"\s*{_words('grades')}(?!\w)", re.IGNORECASE)


@cache
def _grade_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_words('grades')}\s*$", re.IGNORECASE)


@cache
def _amount() -> re.Pattern[str]:
    return re.compile(
        rf"\s*(?:\d+|two|three|four|five)\W{{0,2}}{_words('units')}(?!\w)", re.IGNORECASE
    )


@cache
def _article() -> re.Pattern[str]:
    return re.compile(rf"\s*{_words('articles')}\s", re.IGNORECASE)


@cache
def _article_within() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_words('articles')}\s", re.IGNORECASE)


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(r"\b(?:experience|knowledge|understanding|familiar\w*|you)\b", re.IGNORECASE)


@cache
def _before_word() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_words('before')}(?:\s+|(?<=['’]))", re.IGNORECASE)


@cache
def _behind_word() -> re.Pattern[str]:
    return phrases("choices")["behind"]


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(rf"\s*(?<!\w){_words('leading')}(?:\s+|(?<=['’]))", re.IGNORECASE)
