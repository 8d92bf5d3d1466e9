"""The parts of what a requirement asks for, each of the words and names that show it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from contracts.evidence import Competency
from services.documents.rules.competencies import calls_in
from services.documents.rules.fit.named import TO, Named
from services.documents.rules.phrases import any_of, read, whole_words
from services.documents.rules.words import BEGINNING, are_alike, forms_of, words_of

_LONGEST = 240
"""Characters; what is longer asks for more than lines say."""

_MOST_PARTS = 4
_PARTED = re.compile(r"[,;&/]|\b(?:and|including|plus|as well as)\b", re.IGNORECASE)
_ASIDE = re.compile(
    r"\([^()]*\)|\b(?:or|and) (?:above|higher|over|equivalent|better|similar)\b"
    r"|[\s,;–—-]*\b(?:such as|e\.?g\b|for example|i\.?e\b|since qualifying)\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""Examples of it, and what brackets add."""

_EITHER = re.compile(
    r"(?P<first>(?:[^\W\d_][\w'’-]*,[ ]){0,5}[^\W\d_][\w'’-]*),?[ ]or[ ]"
    r"(?:an?[ ]|the[ ])?(?P<last>[^\W\d_][\w'’-]*)"
)
_WANTED = re.compile(r"[\s,;–—-]+\b(?:essential|desirable|required|preferred)\W*$", re.IGNORECASE)
_WORD = re.compile(r"(?<![\w.])\d+(?![\w.,]*\w)|[^\W\d_][\w.+#]*(?:[-’'][\w+#]+)*|\d+[^\W\d_]\w*")
_FIRST = re.compile(r"\W*([^\W\d_]+)")
_ARTICLES = frozenset({"a", "an", "the"})
_NO_WORDS = frozenset[str]()

Numbers = frozenset[int]


@dataclass(frozen=True)
class Unit:
    """Any of the names will do. Only a `particular` one says what is asked for.

    `is_bare` where it is one word that is named first, and not a name of several words.
    `is_name` where it is the name of a thing, and other forms of its words are other words.
    """

    names: tuple[str, ...]
    is_particular: bool = True
    is_leading: bool = False
    is_name: bool = False
    is_bare: bool = False

    def found_in(self, named: Named) -> Numbers:
        found = named.spelling if self.is_name else named.naming
        return frozenset[int]().union(*map(found, self.names))


@dataclass(frozen=True)
class Part:
    """All of its units are asked for."""

    units: tuple[Unit, ...]

    @property
    def is_particular(self) -> bool:
        return any(unit.is_particular for unit in self.units)

    @property
    def is_led(self) -> bool:
        return any(unit.is_leading for unit in self.units)

    @property
    def particular(self) -> tuple[Unit, ...]:
        return tuple(unit for unit in self.units if unit.is_particular)

    def found_in(self, named: Named) -> Numbers:
        return frozenset.intersection(*(unit.found_in(named) for unit in self.units))


def parts_of(
    said: str, kinds: Iterable[Competency] = (), names: Iterable[str] = ()
) -> tuple[Part, ...]:
    """Nothing where what is asked has no word of its own, or offers a choice.

    What calls for one of `kinds` is no word of its own; `names` are those of things.
    """
    calls = (said[start:end] for _, start, end in calls_in(said, tuple(kinds)))
    ends = {words[at] for call in calls if (words := _plain(call)) for at in (0, -1)}
    called = ends - _of_subject("things")
    known = {word for name in names for word in _plain(name)}
    said = _WANTED.sub("", _ASIDE.sub("", said))
    if len(said) > _LONGEST or re.search(r"\bor\b", said):
        return ()
    parts: list[Part] = []
    open_: tuple[Unit, ...] = ()
    for piece in _pieces(said):
        open_ = (*open_, *_units(_plain(piece), called, known))
        if Part(open_).is_particular:
            parts.append(_bared(open_))
            open_ = ()
    if open_ and parts:
        parts[-1] = Part((*parts[-1].units, *_bared(open_).units))
    return tuple(parts) if len(parts) <= _MOST_PARTS else ()


def alternatives(said: str) -> tuple[str, ...]:
    """What is asked, once with each word that an "or" joins: "in a ward or clinic".

    As it is where there is no such "or", or where a word of them says nothing alone: "or similar".
    """
    plain = _ASIDE.sub("", said[:_LONGEST])
    found = list(_EITHER.finditer(plain))
    if len(found) != 1 or len(said) > _LONGEST:
        return (said,)
    before, behind = plain[: found[0].start()], plain[found[0].end() :]
    words = [*re.split(r",\s*", found[0]["first"]), found[0]["last"]]
    if not all(map(parts_of, words)):
        return (said,)
    return tuple(f"{before}{word}{behind}" for word in words)


def is_of_paper(said: str) -> bool:
    """Whether it asks for what a paper shows: knowledge, a course, a ticket."""
    return _papers().search(said) is not None


def is_help(line: str) -> bool:
    """Whether the deed that a line begins with is to help with that of others."""
    return _begins_with("helping", line)


def is_passing(line: str) -> bool:
    """Whether it begins with a deed that is done to a thing and is no work at it."""
    return _begins_with("passing", line)


def _begins_with(deeds: str, line: str) -> bool:
    first = _FIRST.match(line)
    return first is not None and _is_deed(deeds, first[1].lower())


@lru_cache(maxsize=4096)
def _is_deed(deeds: str, word: str) -> bool:
    return any(are_alike(word, one) for one in _of(deeds))


def _pieces(said: str) -> Iterator[str]:
    """What commas and each "and" part, but for those within a name: "profit and loss"."""
    kept = [found.span() for found in _joined().finditer(said)]
    start = 0
    for parted in _PARTED.finditer(said):
        if not any(begin < parted.start() < end for begin, end in kept):
            yield said[start : parted.start()]
            start = parted.end()
    yield said[start:]


def _bared(units: tuple[Unit, ...]) -> Part:
    """Without what stands beside a name and makes it no other."""
    usual = _of("loose", "light")
    return Part(tuple(unit for unit in units if not (unit.is_bare and unit.names[0] in usual)))


def _plain(said: str) -> list[str]:
    words = [found[0] for found in _WORD.finditer(said)]
    return [plain[0].said if (plain := words_of(word)) else word for word in words]


def _units(words: list[str], called: set[str], known: set[str]) -> Iterator[Unit]:
    words = [word for word in words if word not in _ARTICLES]
    at = 0
    while at < len(words):
        word = words[at]
        length, names = _named_at(words, at)
        is_telling = word in _of("telling") or word not in _of_subject("nothing")
        if length or is_telling:
            usual = _of_subject("everyday") | _of("loose", "light", "telling")
            is_named = length > 1 or (length == 1 and not _leads(word))
            is_own = not (word in usual or word.isdigit()) and (is_named or word not in called)
            is_own = is_own or length > 1
            named = names if length > 1 else (word, *names)
            is_name = word in known and length < 2
            yield Unit(named, is_own, _leads(word), is_name=is_name, is_bare=length < 2)
        at += max(length, 1)


def _named_at(words: list[str], at: int) -> tuple[int, tuple[str, ...]]:
    """How many words from `at` on are a name that is known, and what else shows it."""
    begun = {word[:BEGINNING] for word in (words[at], *forms_of(words[at]))}
    fitting = [
        (len(name), row)
        for beginning in begun
        for name, row in _names().get(beginning, ())
        if len(name) <= len(words) - at
        and all(are_alike(one, other) for one, other in zip(name, words[at:], strict=False))
    ]
    longest = max((length for length, _ in fitting), default=0)
    rows = [row for length, row in fitting if length == longest]
    return longest, tuple(dict.fromkeys(other for row in rows for other in row))


@lru_cache(maxsize=4096)
def _leads(word: str) -> bool:
    return any(are_alike(word, one) for one in _of("leading"))


@cache
def _names() -> dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]:
    """Each name by the beginning of its first word, with its row."""
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for row in read("same")["names"]:
        for name in row:
            words = tuple(word for word in name.split() if word not in {*_ARTICLES, TO.strip()})
            found.setdefault(words[0][:BEGINNING], []).append((words, tuple(row)))
    return {beginning: tuple(each) for beginning, each in found.items()}


@cache
def _joined() -> re.Pattern[str]:
    """The names of one thing that have an "and" within."""
    return whole_words(name for row in read("same")["names"] for name in row if " and " in name)


@cache
def _of(*names: str) -> frozenset[str]:
    return _NO_WORDS.union(*(read("same")[name] for name in names))


@cache
def _of_subject(name: str) -> frozenset[str]:
    return frozenset(read("subject")[name])


@cache
def _papers() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(read('same')['asked']['paper'])}(?!\w)", re.IGNORECASE)
