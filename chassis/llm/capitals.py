"""Words with a capital that nobody knows: taken for names until something speaks for them.

Within a sentence a capital is a choice: it says that this is somebody, or something of their own.
At its start every word has one: there a word stays if it is one that starts sentences, or is built
like an ordinary one, and is nobody's given name.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from chassis.llm.traces import IsTerm
from chassis.llm.ways import FoundName, NameKind
from chassis.namelists.given import given, given_small
from chassis.namelists.words import words

_MOST_TERM_WORDS = 4
"""Of the longest name of a skill that is looked for."""

_CHUNK = re.compile(r"[^\s,;:()\[\]{}|/\\•·“”\"„«»<>=]+")
_EDGES = ".!?'’*–—-…_"
_POSSESSIVE = re.compile(r"['’]s?$")
_BEFORE_A_START = re.compile(
    r"(?:[.!?:•·▪●○‣*>…]|(?:^|\s)[-–—]|^\s*\(?(?:\d{1,2}|[a-z])[.)])[\s\"“„«'(\[]*$"
)
_JOINED = re.compile(
    r"\s?[&+-]\s?|\s(?:(?:de|del|della|da|do|dos|di|du|van|von|der|den|ter|zu|el|al|bin|bint|ibn|la"
    r"|le|of|the)\s){0,3}"
)
_BEFORE_A_NAME = re.compile(
    r"(?<![\w.])(?:[^\W\d_]\.[\s-]?|(?:van|von|der|den|ter|del|della|dos|bin|bint|ibn)\s|de\sla\s){1,5}$"
)
BUILT = re.compile(
    r"\w{3,}(?:ed|ing|ly|tions?|sions?|ments?|ness|it(?:y|ies)|ers|ance|ence|ful|less|able|ible|ive"
    r"|ous|ics|ism|i[sz]e|ungs?|ungen|heit|keit|schaft|tät|ierte|ción|ado|ada|eur|ées?)"
)
_GERMAN = re.compile(r"\b(?:und|mit|für|der|die|das|von|bei|im|zur|zum|des|den|eine[rnms]?)\b")
_GERMAN_NOUN = re.compile(
    r"\w{2,}(?:ung|heit|keit|schaft|tion|tät|ment|system|daten|technik|prozess|projekt)(?:e?n|e|s)?"
)
_AS_SOMEBODY = re.compile(
    r"['’]s?\s|\sand\s(?:I\b|[A-ZÀ-Þ])|\s(?:\w{2,}ed|told|said|who|was|is|has|had|taught|thought|felt"
    r"|left|came|knew|saw|took|gave|made|ran|wrote|led|built|found|got|kept|met|did)\b"
)


_TO_SOMEBODY = re.compile(
    r"(?:,|(?<!\w)(?:with|asked|told|helped|thanked|mentored|coached|taught|trained|met|by|and|from|to|for"
    r"|alongside|when|because))\s$"
)


@dataclass(frozen=True)
class _Word:
    """`[start, end)` of a text, without the marks around it."""

    start: int
    end: int
    said: str
    small: str
    has_capital: bool
    """So has what is written in letters that know none, in a line of letters that do."""
    is_first: bool

    @property
    def is_plain(self) -> bool:
        """Whether it tells nothing of whose it is: of the trade, a role, a month, a degree."""
        parts = _POSSESSIVE.sub("", self.small).split("-")
        return len(self.said) == 1 or all(
            part in _plain() or not any(map(str.isalpha, part)) for part in parts
        )


class Capitals:
    """Of lines that belong together: what is a name within one of them is one everywhere."""

    def __init__(self, texts: Iterable[str], is_term: IsTerm) -> None:
        self._is_term = is_term
        self._lines = {text: _Line(text) for text in texts}
        every = [word for line in self._lines.values() for word in line.words]
        self._small = {word.said for word in every if word.said.islower()}
        self._within = {
            word.small
            for word in every
            if word.has_capital and not word.is_first and not word.is_plain
        } - self._small

    def find(self, text: str) -> Iterator[FoundName]:
        """Of one of the lines, from left to right; the words of one name are one."""
        line = self._lines[text]
        terms = line.terms(self._is_term)
        is_name = [
            number not in terms and self._is_name(word, line)
            for number, word in enumerate(line.words)
        ]
        for number in reversed(range(len(is_name) - 1)):
            if is_name[number + 1] and number not in terms and line.has_name_go_back_to(number):
                is_name[number] = True
        return line.joined(word for word, is_it in zip(line.words, is_name, strict=True) if is_it)

    def _is_name(self, word: _Word, line: "_Line") -> bool:
        if not word.has_capital:
            is_given = word.said in given_small() and word.said not in _common()
            return is_given and line.has_somebody_at(word)
        if word.is_plain or not line.has_case:
            return False
        if word.is_first or line.is_loud:
            return self._is_name_at_start(word, line)
        is_noun = _GERMAN_NOUN.fullmatch(word.small) and word.small not in given()
        return not (is_noun and line.is_german)

    def _is_name_at_start(self, word: _Word, line: "_Line") -> bool:
        if word.small in words("openers"):
            return False
        if word.small in words("ordinary"):
            return line.is_loud or (word.small in given() and line.has_somebody_at(word))
        if word.small in given() or word.small in self._within:
            return True
        return word.small not in self._small and not BUILT.fullmatch(word.small)


class _Line:
    """One line, its words, and what its letters are like."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = _words(text)
        self.is_loud = text.isupper()
        self.is_german = len(_GERMAN.findall(text)) > 1
        self.has_case = text.isascii() or _has_case(text)

    def terms(self, is_term: IsTerm) -> set[int]:
        """Which of the words that may be names are of the name of a skill, the longest first."""
        found: set[int] = set()
        may_be = [word.has_capital or word.said in given_small() for word in self.words]
        for first, word in enumerate(self.words):
            for last in reversed(range(first, min(first + _MOST_TERM_WORDS, len(self.words)))):
                said = self.text[word.start : self.words[last].end]
                if any(may_be[first : last + 1]) and is_term(said):
                    found.update(range(first, last + 1))
                    break
        return found

    def has_somebody_at(self, word: _Word) -> bool:
        """Whether the words beside it speak as of a person: "told Ada", "Ada left"."""
        does = word.is_first and _AS_SOMEBODY.match(self.text, word.end)
        return bool(does or _TO_SOMEBODY.search(self.text, max(0, word.start - 16), word.start))

    def has_name_go_back_to(self, number: int) -> bool:
        """Whether a name begins one word earlier: "Harbour" of "Harbour Light moved"."""
        word, after = self.words[number], self.words[number + 1]
        if self.text[word.end : after.start] != " " or not word.has_capital or word.is_plain:
            return False
        return word.small in words("ordinary") and word.small not in words("openers")

    def joined(self, names: Iterable[_Word]) -> Iterator[FoundName]:
        start = end = -1
        for word in names:
            if end >= 0 and _JOINED.fullmatch(self.text, end, word.start):
                end = word.end
                continue
            if end >= 0:
                yield FoundName(start, end, NameKind.NAME)
            before = _BEFORE_A_NAME.search(self.text, max(0, word.start - 24), word.start)
            start, end = before.start() if before else word.start, word.end
        if end >= 0:
            yield FoundName(start, end, NameKind.NAME)


@cache
def _plain() -> frozenset[str]:
    return words("plain") | words("trade") | words("roles")


@cache
def _common() -> frozenset[str]:
    return _plain() | words("openers") | words("ordinary")


def _words(text: str) -> list[_Word]:
    found: list[_Word] = []
    for chunk in _CHUNK.finditer(text):
        bare = _POSSESSIVE.sub("", chunk[0].strip(_EDGES))
        if not any(map(str.isalpha, bare)):
            continue
        start = chunk.start() + chunk[0].index(bare)
        is_first = not found or bool(_BEFORE_A_START.search(text, max(0, start - 8), start))
        small = bare.lower()
        has_capital = bare != small or not bare.islower()
        found.append(_Word(start, start + len(bare), bare, small, has_capital, is_first))
    return found


def _has_case(text: str) -> bool:
    """Whether most of its letters are of a script that knows capitals."""
    letters = [char for char in text if char.isalpha()]
    return 2 * sum(char.isupper() or char.islower() for char in letters) >= len(letters)
