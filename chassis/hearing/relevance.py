"""Whether an answer speaks of what its question names: a requirement, a duty, a line of a résumé.

Such a question quotes it between “ and ”. An answer speaks of it with one of its words, with
something of the same kind (kin.toml: Rust and C++ are both languages), with words that point back
at it ("I learnt it"), or by saying what comes nearest. One that does none of these is refused only
where it is plainly about something else, by several names of another field: most who answer what
was asked do it in words that no list has. A question that quotes nothing, or nothing but general
words, names no subject: then any answer will do.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from pydantic import TypeAdapter

from chassis.hearing.fields import (
    FEWEST_OF_IT,
    both_of_study,
    is_of_a_field,
    is_of_other_field,
    is_of_study,
    words_of_it,
)
from chassis.hearing.lexicon import even, read_toml
from chassis.hearing.text import Piece, clauses, content
from contracts.interview import Question, QuestionKind

HERE = Path(__file__).parent

_QUOTED = re.compile(r"“([^”]*)”")
_TOKEN = re.compile(r"[^\W_]+(?:\+\+|#)?")
_SHORT_NAME = re.compile(r"(?:(?<=[^.!?] )|(?<=[(/]))(Go|C|R)\b(?![+#’])")
"""Languages whose names are words or letters; at the head of a sentence, Go is the word."""

_ENDINGS = re.compile(
    r"(?<=\w{3})(?:ations?|ating|ated|ates?|ings?|ments?|ers?|ors?|ions?|ied|ies|ed|es|s|ly|e|y)$"
)
_DOUBLED = re.compile(r"([^\Waeiou\d_])\1$")
_PLURAL = re.compile(r"(?<=\w{3})(?<!s)(?<!u)(?<!i)s$")
_LISTS = ("software", "common", "trades")
_POINTS_BACK = re.compile(
    r"\b(?:nearest|closest|comes? close|came close|something (?:like|similar|close|comparable)"
    r"|similar to (?:it|that|this)|(?:of|the) (?:that|same|this) kind|comparable|in its place)\b"
    r"|\b(?:i|we)(?:’ve| have| had)? (?:\w+ ){0,2}?(?:used?|learn(?:ed|t)?|kn[eo]w|did|done|tried"
    r"|studied|taught myself|picked up|worked (?:with|in|on|at)|came to|got into|needed)"
    r" (?:it|that|this|these|those)\b",
    re.IGNORECASE,
)
_TAKES_UP = re.compile(
    r"^(?:(?:well|so|yes|ok|okay)[, ]+)*(?:it|this|that|the (?:work|project|thing|job|task|idea))\b"
    r"|\b(?:did|do|made|reached|achieved|began|started) (?:it|that|this)\b",
    re.IGNORECASE,
)
"""How a reply to "Your résumé says ..." begins where it does not say the line again."""

_DENIES = re.compile(
    r"\b(?:i|we)(?:’ve| have| had)? (?:\w+ ){0,2}?(?:never|not|haven’t|hadn’t|didn’t|don’t)"
    r" (?:used?|done?|did|had|have|know|known|met|needed|seen|touched|tried|learn(?:ed|t)?"
    r"|work(?:ed)?|come|speak|spoken)\b"
    r"|\bi(?:’ve| have)? (?:never|haven’t|hadn’t|didn’t|don’t) \w+|\b(?:i|we) (?:have |had )?no\b",
    re.IGNORECASE,
)
"""Says that there is none of it: what follows must then be of its kind, or be said to be near."""

_ASKS_NEAR = re.compile(
    r"\b(?:neighbouring|neighboring|close to it|comes? (?:close|near)|nearest|next to it"
    r"|step towards? it|akin to it)\b",
    re.IGNORECASE,
)
"""Asks for something beside what it names: all fields of software are beside each other."""

_OF_IT = re.compile(r"\b(?:it|that|this|any|such|those|these)\b", re.IGNORECASE)

FEWEST_OF_ANOTHER = 2
"""Names of one other field; one alone stands in many a story of something else."""

_FOR_A_THING = {QuestionKind.TECHNICAL, QuestionKind.GAP_PROBE, QuestionKind.RESUME_PROBE}

_OPENING = 2
"""Sentences in which words may point back at the question: later they point at the story."""


@dataclass(frozen=True)
class _Kin:
    """`general` words name no subject; words of one family stand for one another. `fields` has the
    field of each family: one for all of software, one for each trade, none for what is common.
    """

    general: frozenset[str]
    families: tuple[frozenset[str], ...]
    fields: tuple[int | None, ...]


def names_subject(question: Question) -> bool:
    """Whether the question quotes something that an answer can speak of or pass over."""
    quoted = _quoted(question)
    return bool(subject_of(quoted) or _families(quoted))


def names_craft(question: Question) -> bool:
    """Whether it quotes a tool or something of one trade, and not what people of all fields do."""
    return bool(_fields_named(_quoted(question)))


def speaks_of_asked(question: Question, told: Sequence[Piece]) -> bool:
    """Whether these sentences speak of what the question names, where it names something."""
    if not names_subject(question) or _points_back(question, told):
        return True
    quoted, said = _quoted(question), _undenied(told)
    return bool(
        subject_of(quoted) & subject_of(said)
        or _families(quoted).keys() & _families(said).keys()
        or (question.kind is QuestionKind.RESUME_PROBE and _is_of_line(quoted, said))
        or not (
            _denies(quoted, told) or _is_of_another(question, said) or _is_elsewhere(question, said)
        )
    )


def signs_of_asked(question: Question, told: Sequence[Piece]) -> int:
    """How many things these sentences name that are of what the question quotes; pointing back at
    it is one more.
    """
    quoted, said = _quoted(question), _undenied(told)
    named = len(subject_of(quoted) & subject_of(said))
    alike = len(_families(quoted).keys() & _families(said).keys())
    return named + max(alike, words_of_it(quoted, said)) + _points_back(question, told)


def _is_elsewhere(question: Question, said: str) -> bool:
    """Whether a question for a tool or a trade is answered out of another field. A question for
    what people of every field do may be answered out of any, and whoever tells of a line of their
    own résumé need not name its things again.
    """
    quoted = _quoted(question)
    is_common = _families(quoted) and not (_fields_named(quoted) or is_of_a_field(quoted))
    if question.kind not in _FOR_A_THING or is_common:
        return False
    is_own_line = question.kind is QuestionKind.RESUME_PROBE
    return is_of_other_field(quoted, said, may_be_vague=is_own_line)


def _fields_named(text: str) -> set[int]:
    return {field for one in _families(text) if (field := _kin().fields[one]) is not None}


def _denies(quoted: str, told: Sequence[Piece]) -> bool:
    """Whether it begins by saying that there is none of what was `quoted`."""
    cut = (clause.text for one in told[:_OPENING] for clause in clauses(one))
    return any(
        _DENIES.search(text)
        and (
            _OF_IT.search(text)
            or subject_of(quoted) & subject_of(text)
            or _families(quoted).keys() & _families(text).keys()
        )
        for text in cut
    )


def _is_of_another(question: Question, said: str) -> bool:
    """Whether `said` has several names of a field other than the one that is asked about. What is
    asked of people of every field ("use data to improve quality") may be told out of any.
    """
    fields = _kin().fields
    asked = {fields[one] for one in _families(_quoted(question))} - {None}
    near = asked if _ASKS_NEAR.search(question.text) else set()
    others = (
        names for family, names in _families(said).items() if fields[family] not in near | {None}
    )
    is_studied = both_of_study(_quoted(question), said)
    names = {name for name in set().union(*others) if not (is_studied and is_of_study(name))}
    return bool(asked) and len(names) >= FEWEST_OF_ANOTHER


def _points_back(question: Question, told: Sequence[Piece]) -> bool:
    opening = _undenied(told[:_OPENING])
    takes_up = question.kind is QuestionKind.RESUME_PROBE and bool(_TAKES_UP.search(opening))
    return takes_up or bool(_POINTS_BACK.search(opening))


def _undenied(told: Sequence[Piece]) -> str:
    """What is told without the clauses that deny: "I have not used Rust" speaks of no use of it."""
    cut = [clause.text for sentence in told for clause in clauses(sentence)]
    return " ".join(text for text in cut if not _DENIES.search(text))


def _quoted(question: Question) -> str:
    return " ".join(_QUOTED.findall(question.text))


def subject_of(text: str) -> frozenset[str]:
    """The roots of the words that name something."""
    found = {root_of(word) for word in content(text) if not any(c.isdigit() for c in word)}
    return frozenset(root for root in found if len(root) > 1) - _kin().general


def _families(text: str) -> dict[int, set[str]]:
    """The families of which names stand in `text`, of one word or of two, and their roots."""
    marked = _SHORT_NAME.sub(r"\1lang", even(text))
    names = [_singular(word) for word in _TOKEN.findall(marked.lower())]
    spoken = {*names, *(f"{one} {other}" for one, other in pairwise(names))}
    found = ((number, spoken & family) for number, family in enumerate(_kin().families))
    return {number: {root_of(name) for name in shared} for number, shared in found if shared}


def _is_of_line(line: str, said: str) -> bool:
    """Whether it names a figure of a line of the résumé, or several things of its field."""
    return bool(_figures(line) & _figures(said)) or words_of_it(line, said) >= FEWEST_OF_IT


def _figures(text: str) -> set[str]:
    return set(re.findall(r"\d{2,}", text))


def root_of(word: str) -> str:
    """A word without its endings: "explained" and "explaining" have one root."""
    return _DOUBLED.sub(r"\1", _ENDINGS.sub("", word))


@cache
def _kin() -> _Kin:
    read = read_toml(HERE / "kin.toml")
    general = TypeAdapter(str).validate_python(read["general"])
    lists = {name: TypeAdapter(list[str]).validate_python(read[name]) for name in _LISTS}
    lines = [(name, line) for name, of in lists.items() for line in of]
    return _Kin(
        general=frozenset(root_of(word) for word in general.split()),
        families=tuple(frozenset(map(_phrase, line.split(","))) for _, line in lines),
        fields=tuple(_field(name, place) for place, (name, _) in enumerate(lines)),
    )


def _field(of: str, place: int) -> int | None:
    return {"common": None, "software": -1}.get(of, place)


def _phrase(name: str) -> str:
    return " ".join(_singular(word) for word in _TOKEN.findall(name.lower()))


def _singular(word: str) -> str:
    """A name without its plural: a driver is not what somebody drives."""
    return _PLURAL.sub("", word)
