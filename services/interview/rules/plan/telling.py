"""The words of a line that tell what it is about, by their stems: "chemical" and "dose" of
"Experience of chemical dosing". Lines that share them are about the same, whatever their grammar.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from chassis.hearing.lexicon import even, listed, read_toml, words
from chassis.hearing.tense import verbs
from services.interview.rules.plan.wordlists import word_lists

_WORD = re.compile(r"[^\W_]+(?:\+\+|\+[^\W_]+|#)?")
_NUMBERED = re.compile(
    r"\b(level|class|grade|category|cat|band|tier|part|stage|phase) (\d{1,2}|[a-z])(?![\w+#])",
    re.IGNORECASE,
)
"""What a number or a letter is a part of: Level 3 is another than Level 2."""

_LONG = re.compile(
    r"(?P<base>\w{4,}?)(?:ations?|ators?|ating|ated|ates?|ions?|ments?|ness|ings?|ers?|ors?|ies|ied"
    r"|ed|es|ally|al|ly|e|y|i)"
)
_SHORT = re.compile(r"(?P<base>\w{3,}?)(?:ing|ed|(?<!s)s)")
_DOUBLED = re.compile(r"(?P<base>\w{3,})(?P<last>[bdfglmnprst])(?P=last)")
_SHORTEST = 3
_MOST_ENDINGS = 4


@dataclass(frozen=True)
class Telling:
    """Stems: `own` are those of what is told, `general` ones stand in many stories."""

    own: frozenset[str]
    general: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        return self.own | self.general

    @property
    def main(self) -> frozenset[str]:
        """Its own, or the general ones where there are no others."""
        return self.own or self.general


def telling(line: str, *, is_paper: bool = False) -> Telling:
    """Which words of `line` tell what it is about; of a paper, not what any paper is called."""
    own, general = set[str](), set[str]()
    for word in _WORD.findall(even(line.lower() if line.isupper() else line)):
        low = word.lower()
        if _is_empty(word) or (is_paper and _lists()["paper"].fullmatch(low)):
            continue
        (general if _is_general(low) else own).add(stem(low))
    own.update("".join(found.groups()).lower() for found in _NUMBERED.finditer(line))
    return Telling(frozenset(own), frozenset(general))


def is_about(line: str, stems: frozenset[str]) -> bool:
    """Whether one of the words of its own that `line` has is among the `stems`."""
    return not stems.isdisjoint(telling(line).own)


def _is_empty(word: str) -> bool:
    """Whether it tells nothing. A short word is a name where it is written in capitals."""
    low = word.lower()
    if word.isdecimal() or _lists()["of_all"].fullmatch(low):
        return True
    if word.isupper() and word not in {"I", "A"}:
        return False
    return len(word) < _SHORTEST or low in words().function or low in words().filler


def stem(word: str) -> str:
    """`word`, in lower case, without its endings: "supervis" of "supervising" and "supervisor".
    What was written is of the same stem as what is to be written, and a rota is a roster.
    """
    word = _alike().get(word, word)
    for _ in range(_MOST_ENDINGS):
        found = _LONG.fullmatch(word) or _SHORT.fullmatch(word) or _DOUBLED.fullmatch(word)
        if not found:
            break
        doubled = found.groupdict().get("last") or ""
        word = found["base"] + doubled
    return word


def _is_general(word: str) -> bool:
    whole, roots = _general()
    return word in whole or word.startswith(roots)


@cache
def _general() -> tuple[frozenset[str], tuple[str, ...]]:
    return listed(" ".join(sorted(words().general)))


@cache
def _alike() -> dict[str, str]:
    """Words of which no ending tells that they are one."""
    pairs = TypeAdapter(dict[str, list[str]]).validate_python(_read())["alike"]
    names = dict(pair.split() for pair in pairs)
    return {past: verb for verb, past in verbs().irregular.items() if past.isalpha()} | names


def _read() -> dict[str, object]:
    return read_toml(Path(__file__).with_suffix(".toml"))


@cache
def _lists() -> dict[str, re.Pattern[str]]:
    return word_lists(Path(__file__).with_suffix(".toml"))
