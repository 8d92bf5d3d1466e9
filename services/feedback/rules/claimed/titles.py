"""Titles of jobs beside each other: they agree where both rank and function agree."""

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path

from chassis.hearing.lexicon import even, read_toml
from contracts.message import Message

HERE = Path(__file__).parent

_WORD = re.compile(r"[^\W\d_]+")
_OF_TRADE = re.compile(r"(?:er|or|ist|ian|ant|man|woman)$")
_ROOT = 6
_FEWEST_LETTERS = 5


class Agreement(Enum):
    """`UNSURE` is a title in short, or in words that may be another's for the same."""

    SAME = "same"
    OTHER = "other"
    UNSURE = "unsure"


class _Lists(Message):
    filler: tuple[str, ...]
    lesser: tuple[str, ...]
    close: tuple[tuple[str, str], ...]
    no_trade: tuple[str, ...]
    trades: tuple[str, ...]
    ranks: dict[str, tuple[str, ...]]
    same: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class _Title:
    ranks: frozenset[str]
    function: frozenset[str]


def is_title(text: str) -> bool:
    """Whether it names a job: by a rank, or by what somebody in a trade is called."""
    return bool(_read(text).ranks) or any(map(_is_trade, _words(text)[-2:]))


def has_rank(text: str) -> bool:
    return bool(_read(text).ranks)


def agreement(said: str, written: str) -> Agreement:
    """How a title that was said stands to one that is written."""
    heard, known = _read(said), _read(written)
    both = heard.function and known.function
    if both and not heard.function & known.function:
        return Agreement.OTHER
    if heard.ranks != known.ranks:
        return _of_ranks(heard.ranks, known.ranks)
    is_short = bool(heard.ranks) and not heard.function
    return Agreement.SAME if is_short or heard == known else Agreement.UNSURE


def covers(said: str, written: str) -> bool:
    """Whether all that was said stands in what is written: a nurse is named in "Charge Nurse"."""
    heard, known = _read(said), _read(written)
    return heard.function <= known.function and heard.ranks <= known.ranks


def _of_ranks(heard: frozenset[str], known: frozenset[str]) -> Agreement:
    """Who says less of a rank than is written leaves it out; who says more says another one."""
    lists = _lists()
    more, less = heard - known - set(lists.lesser), known - heard - set(lists.lesser)
    is_close = any({*more, *less} == set(pair) for pair in lists.close)
    return Agreement.OTHER if more and not is_close else Agreement.UNSURE


def _read(title: str) -> _Title:
    lists, spoken = _lists(), _words(title)
    by_word = {word: name for name, words in lists.ranks.items() for word in words}
    ranks = {by_word[word] for word in spoken if word in by_word}
    rest = [word for word in spoken if word not in by_word and word not in lists.filler]
    if ranks and "assistant" in rest:
        ranks, rest = ranks | {"deputy"}, [word for word in rest if word != "assistant"]
    return _Title(frozenset(ranks), frozenset(map(_meaning, rest)))


def _meaning(word: str) -> str:
    named = (name for name, words in _lists().same.items() if word in words)
    return next(named, word[:_ROOT])


def _is_trade(word: str) -> bool:
    lists = _lists()
    if word in lists.no_trade:
        return False
    is_formed = len(word) >= _FEWEST_LETTERS and _OF_TRADE.search(word)
    return word in lists.trades or bool(is_formed)


def _words(title: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(even(title))]


@cache
def _lists() -> _Lists:
    return _Lists.model_validate(read_toml(HERE / "titles.toml"), strict=False)
