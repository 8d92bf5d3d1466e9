"""Whether two figures say how much there was of the same: of the same deed, or of the same whole.

"I rang the parents of 14 pupils" and "five classes of 28 pupils" count pupils, and not the same.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

from chassis.hearing.lexicon import even, read_toml, words
from contracts.claims import ClaimKind
from contracts.message import Message
from services.feedback.rules.figures import Figure
from services.feedback.rules.periods import period_of
from services.feedback.rules.quotes import matter

HERE = Path(__file__).parent

_ROOT = 5
_WORD = re.compile(r"[^\W\d_]+(?:’[^\W\d_]+)?")
_BREAK = re.compile(r"[.;:!?()]|,\s|\b(?:and|but|because|so|that|who|whose|which|when|while)\b")
_FEW = r"(?:about|around|some|over|up to|roughly|nearly|almost|only|just|the|all|an?|first|last)"
_HEAD = re.compile(rf"(?P<head>[^\W\d_]+)\s+of\s+(?:{_FEW}\s+)*$")
_HEAD_BEHIND = re.compile(r"\s*(?:-\s*)?(?P<head>[^\W\d_]{4,})")
_END_BEFORE = re.compile(rf"\bto\s+(?:{_FEW}\s+)*$")
_ACTS = re.compile(r"\b(?:i|we)(?:’(?:d|ve|m|re))?\s+", re.IGNORECASE)
_IN_ALL = re.compile(r"\b(?:in all|in total|altogether|all told|overall)\b")
_ON_ONE_DAY = re.compile(
    r"\b(?:that|this|one|first|next|same)\s+(?:day|night|shift|week|month|morning|afternoon|evening|"
    r"year|term)\b|\bat first\b|\bof (?:them|these|those)\b|\b(?:today|yesterday)\b"
)
_ANYBODY = ("people", "person", "colleague", "staff", "employee", "member")
_LASTED = re.compile(r"\s+(?:of|as|in|with|at)\b")
_ENDINGS = re.compile(r"(?<=\w{3})(?:ing|ed|es|e|s)$")
_COUNTED = {ClaimKind.USERS, ClaimKind.FIGURE, ClaimKind.MONEY}


_TURNED = {"up", "down"}
_START_BEFORE = re.compile(r"\bfrom\s+$")
_START_BEHIND = re.compile(
    r"\W*(?:at first|at the (?:start|beginning)\b"
    r"|(?:before|until)(?=\s*(?:$|[,.;:)])|\s+(?:i|we|it|he|she|they|that|this|then|and|but|to|now)\b))"
)
_IN_MATTER = re.compile(
    r"\s+(?:(?!(?:in|on|about|and)\b)[\w-]+\s+){0,2}(?:in|on|about)\s+(?!(?:the|an?|my|our|his|her|their|this|that|these|each|every|all|one|two"
    r"|three|both|total|time|front|place|less|under|over|about|addition|jan\w*|feb\w*|mar\w*|apr\w*"
    r"|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*|spring|summer|autumn|winter|mon\w*|tue\w*"
    r"|wed\w*|thu\w*|fri\w*|sat\w*|sun\w*|\d\S*)\b)(?P<matter>[^\W\d_][\w’ -]{1,40})"
)
_MATTER_ENDS = re.compile(
    r"\b(?:and|before|after|when|while|because|so|until|for|at|by|with|from)\b"
)
_ARTICLE = re.compile(r"\b(?:an?|the|our|my)\s*$")
_COPULA = re.compile(rf"\b(?:was|were|is|are|stood at)\s+(?:{_FEW}\s+)*$")
_TO_NEXT = re.compile(r"\b(?:of|in|at|for|on|from|to|by|with|across|per)\b|\d|[.,;:(£$€]")


class _Lists(Message):
    irregular: dict[str, str]
    alike: dict[str, tuple[str, ...]]


def is_of_the_same(said: Figure, answer: str, known: Figure, line: str) -> bool:
    """Whether a figure of an answer and one of a résumé say the size of one thing.

    Some of them are no other size of all of them: who moved 3 services once has moved 40 in all.
    """
    answer, line = even(answer).lower(), even(line).lower()
    if _is_start(answer, said) != _is_start(line, known):
        return False
    heads, of_line = set(_heads(answer, said)), _head_of(line, known)
    if of_line:
        return of_line in heads
    if _head_of(answer, said):
        return False
    if said.kind is ClaimKind.YEARS and _lasted(answer, said) and _lasted(line, known):
        return True
    shared = _deeds(answer, said, is_line=False) & _deeds(line, known, is_line=True)
    if not shared or (shared <= _TURNED and not _turns_the_same(answer, line, known)):
        return False
    return said.kind not in _COUNTED or _is_as_whole(said, answer, known, line)


def _is_as_whole(said: Figure, answer: str, known: Figure, line: str) -> bool:
    """Fewer may be some of them only; where something came down to is its end, however low."""
    each, each_of_line = period_of(said, answer), period_of(known, line)
    if each or each_of_line:
        return each == each_of_line
    before_of_line = line[: known.start]
    if said.value > known.value or _IN_ALL.search(answer):
        return True
    return bool(_END_BEFORE.search(answer[: said.start]) and _END_BEFORE.search(before_of_line))


def is_done_to_the_same(said: Figure, answer: str, known: Figure, line: str) -> bool:
    """Whether one deed was done to so many of the same in the same matter, and on no one day:
    "trained 10 colleagues in SQL" beside "trained 3 colleagues in SQL".
    """
    answer, line = even(answer).lower(), even(line).lower()
    if _ON_ONE_DAY.search(answer) or _ON_ONE_DAY.search(line):
        return False
    noun, verb, topic = _done_to(said, answer)
    noun_of_line, verb_of_line, topic_of_line = _done_to(known, line)
    is_one_noun = noun == noun_of_line or not (noun and noun_of_line)
    return is_one_noun and verb == verb_of_line and bool(topic & topic_of_line)


def is_in_another_matter(said: Figure, answer: str, known: Figure, line: str) -> bool:
    """Whether both say in what it was, right behind the figure, and not in the same."""
    one, other = _matter_behind(said, answer), _matter_behind(known, line)
    return bool(one and other) and not one & other


def _matter_behind(figure: Figure, text: str) -> frozenset[str]:
    found = _IN_MATTER.match(even(text).lower(), figure.end)
    return matter(_MATTER_ENDS.split(found["matter"])[0]) if found else frozenset()


def _done_to(figure: Figure, text: str) -> tuple[str, str, frozenset[str]]:
    """To whom, unless any people could be meant; what was done; and what the rest names."""
    before, behind = _BREAK.split(text[: figure.start])[-1], _BREAK.split(text[figure.end :])[0]
    verb = next((w for w in reversed(_WORD.findall(before)) if w not in words().function), "")
    noun = next(iter(_WORD.findall(text[figure.number_end : figure.end])[-1:]), "")
    named = matter(before.replace(verb, "")) | matter(behind)
    return "" if noun.startswith(_ANYBODY) else _root(noun), _class(verb), named


def _lasted(text: str, figure: Figure) -> bool:
    return _LASTED.match(text, figure.end) is not None


def _is_start(text: str, figure: Figure) -> bool:
    """Whether it says where something began, as in "from 61% to 78%"."""
    is_from = _START_BEFORE.search(text[: figure.start])
    return bool(is_from or _START_BEHIND.match(text, figure.end))


def _turns_the_same(answer: str, line: str, known: Figure) -> bool:
    """Whether what went up or down in the line is named in the answer too."""
    before = _BREAK.split(line[: known.start])[-1]
    verb = next((w for w in _WORD.finditer(before) if _class(w[0]) in _TURNED), None)
    named = _TO_NEXT.split(before[verb.end() :])[0] if verb else ""
    thing = [word for word in _WORD.findall(named) if word not in words().function][-1:]
    return not thing or _root(thing[0]) in map(_root, _WORD.findall(answer))


def _head_of(text: str, figure: Figure) -> str | None:
    """What it is the size of: "a budget of £2m", "a £2m budget"."""
    before = text[: figure.start]
    found = _HEAD.search(before)
    if found is None and figure.kind is ClaimKind.MONEY and _ARTICLE.search(before):
        found = _HEAD_BEHIND.match(text, figure.end)
    head = found["head"] if found else ""
    is_deed = head in words().function or _class(head) in _lists().alike
    return None if not head or is_deed else _root(head)


def _heads(text: str, figure: Figure) -> Iterator[str]:
    if head := _head_of(text, figure):
        yield head
    before = _BREAK.split(text[: figure.start])[-1]
    if _COPULA.search(before):
        named = (word for word in _WORD.findall(before) if word not in words().function)
        yield from map(_root, list(named)[:1])


def _deeds(text: str, figure: Figure, *, is_line: bool) -> set[str]:
    """What was done to the figure, with words of one meaning taken together."""
    before = _BREAK.split(text[: figure.start])[-1]
    clause = before + " " + _BREAK.split(text[figure.end :])[0]
    own, _ = _own_deed(before)
    said = [own] if own else _WORD.findall(before)[:1] if is_line else []
    turned = (each for each in map(_class, _WORD.findall(clause)) if each in _TURNED)
    return {_class(word) for word in said} | set(turned)


def acts_in(sentence: str) -> Iterator[tuple[str, str]]:
    """Each verb behind an "I" or "we", with words of one meaning taken together, and what follows
    it up to the next one.
    """
    text = even(sentence).lower()
    acts = [found.end() for found in _ACTS.finditer(text)]
    for start, end in pairwise([*acts, len(text)]):
        verb, rest = _own_deed("i " + text[start:end])
        if verb:
            yield _class(verb), rest


def _own_deed(before: str) -> tuple[str, str]:
    """The verb behind the last "I" or "we", and what stands between it and the end."""
    acts = list(_ACTS.finditer(before))
    start = acts[-1].end() if acts else len(before)
    for word in _WORD.finditer(before, start):
        is_known = word[0] in _lists().irregular or word[0] not in words().function
        if is_known and not word[0].endswith("ly"):
            return word[0], before[word.end() :]
    return "", before[start:]


def _class(word: str) -> str:
    root = _root(_lists().irregular.get(word, word))
    return next((name for name, roots in _lists().alike.items() if root in roots), root)


def _root(word: str) -> str:
    return _ENDINGS.sub("", word)[:_ROOT]


@cache
def _lists() -> _Lists:
    known = _Lists.model_validate(read_toml(HERE / "sameness.toml"), strict=False)
    alike = {name: tuple(map(_root, some)) for name, some in known.alike.items()}
    return _Lists(irregular=known.irregular, alike=alike)
