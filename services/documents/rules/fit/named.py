"""Which of many short texts name a word, in one form or another, as something of their writer."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, cached_property

from services.documents.rules.carries import carries
from services.documents.rules.phrases import read
from services.documents.rules.words import BEGINNING, Word, are_alike, forms_of, words_of

TO = " ~ "
"""In a name, between a deed and what it is done to: the object of the deed, and no more."""

_PAUSE = re.compile(r"[,;.:](?!\w)")
_NEAREST = 5
"""Words behind a deed, of which one is its object."""

_Place = tuple[int, Word]
"""The number of a text, and a word of it."""


class Named:
    """Texts by the numbers of their order. Each of their words is looked at once."""

    def __init__(
        self, texts: Iterable[str], is_other: Callable[[str, str], bool] | None = None
    ) -> None:
        """`is_other` tells of a word that is asked for and one of a text that they are two."""
        self._texts = tuple(texts)
        self._is_other = is_other
        self._known: dict[str, tuple[_Place, ...]] = {}
        self._naming: dict[str, frozenset[int]] = {}
        self._spelling: dict[str, frozenset[int]] = {}
        self._having_it: dict[str, frozenset[int]] = {}
        self._of_kind: dict[str, frozenset[int]] = {}
        self._carried: dict[tuple[int, int], bool] = {}

    def naming(self, name: str) -> frozenset[int]:
        """Those that have every word of the name."""
        if name not in self._naming:
            self._naming[name] = self._with_words(name)
        return self._naming[name]

    def _with_words(self, name: str) -> frozenset[int]:
        if TO in name:
            deed, _, thing = name.partition(TO)
            having = self.naming(thing)
            both = having and having & self.naming(deed)
            return frozenset(at for at in both if self._is_done_to(at, deed.split(), thing))
        words = words_of(name)
        if not words:
            whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
            return frozenset(at for at, text in enumerate(self._texts) if whole.search(text))
        return frozenset.intersection(*(self._having(each.said) for each in words))

    def _is_done_to(self, at: int, deed: Sequence[str], thing: str) -> bool:
        """Whether the thing is what the deed is done to: "held a small budget", no budget talks."""
        words = self._words[at]
        for end in range(len(deed), len(words)):
            if not all(map(are_alike, deed, (each.said for each in words[end - len(deed) : end]))):
                continue
            for index, word in enumerate(words[end : end + _NEAREST], end):
                between = self._texts[at][words[index - 1].end : word.start]
                if word.said in _leading_on() or _PAUSE.search(between):
                    break
                if are_alike(thing, word.said) and self._is_last(at, index):
                    return True
        return False

    def _is_last(self, at: int, index: int) -> bool:
        """Whether no other noun stands right behind a word: "a budget meeting"."""
        word, *behind = self._words[at][index : index + 2]
        if not behind or behind[0].said in _functional():
            return True
        return bool(self._texts[at][word.end : behind[0].start].strip())

    def spelling(self, name: str) -> frozenset[int]:
        """Those of them that have its words as they are, or one or many of them."""
        if name not in self._spelling:
            self._spelling[name] = self._spelt(name)
        return self._spelling[name]

    def _spelt(self, name: str) -> frozenset[int]:
        found = self.naming(name)
        if not found:
            return found
        stems = [re.escape(each.said.removesuffix("s")) for each in words_of(name)]
        spelt = [re.compile(rf"(?<!\w){stem}(?:e?s)?(?!\w)", re.IGNORECASE) for stem in stems]
        return frozenset(at for at in found if all(one.search(self._texts[at]) for one in spelt))

    def beginning(self, name: str) -> frozenset[int]:
        """Those whose first word it is."""
        return frozenset(
            at
            for at, word in self._places(name)
            if word == self._words[at][0] and self._is_carried(at, word)
        )

    def where(self, what: str, is_it: Callable[[str], bool]) -> frozenset[int]:
        """Those that are `what`, as `is_it` says; each is asked once."""
        if what not in self._of_kind:
            found = (at for at, text in enumerate(self._texts) if is_it(text))
            self._of_kind[what] = frozenset(found)
        return self._of_kind[what]

    def _having(self, asked: str) -> frozenset[int]:
        if asked not in self._having_it:
            found = set[int]()
            for at, word in self._places(asked):
                if at not in found and self._is_carried(at, word):
                    found.add(at)
            self._having_it[asked] = frozenset(found)
        return self._having_it[asked]

    def _places(self, asked: str) -> tuple[_Place, ...]:
        if asked not in self._known:
            begun = (self._beginnings.get(one[:BEGINNING], ()) for one in (asked, *forms_of(asked)))
            alike = dict.fromkeys(form for each in begun for form in each)
            forms = [form for form in alike if self._is_form(asked, form)]
            self._known[asked] = tuple(place for form in forms for place in self._vocabulary[form])
        return self._known[asked]

    def _is_form(self, asked: str, form: str) -> bool:
        if self._is_other and self._is_other(asked, form):
            return False
        return are_alike(asked, form)

    def _is_carried(self, at: int, word: Word) -> bool:
        key = (at, word.start)
        if key not in self._carried:
            self._carried[key] = carries(self._texts[at], word.start, word.end)
        return self._carried[key]

    @cached_property
    def _words(self) -> Sequence[tuple[Word, ...]]:
        return tuple(map(words_of, self._texts))

    @cached_property
    def _beginnings(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for form in self._vocabulary:
            found.setdefault(form[:BEGINNING], []).append(form)
        return found

    @cached_property
    def _vocabulary(self) -> dict[str, list[_Place]]:
        found: dict[str, list[_Place]] = {}
        for at, words in enumerate(self._words):
            for word in words:
                found.setdefault(word.said, []).append((at, word))
        return found


@cache
def _functional() -> frozenset[str]:
    return frozenset(read("subject")["nothing"])


@cache
def _leading_on() -> frozenset[str]:
    """Words behind which something else is named than what a deed is done to."""
    return frozenset([*read("same")["ends"], *read("same")["beyond"]])
