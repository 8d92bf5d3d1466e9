"""What a degree, a language or a certificate of an answer is when it is laid beside the résumé."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from chassis.hearing.lexicon import read_toml, words
from contracts.claims import ClaimKind, ClaimStatus, ResumeFacts
from contracts.evidence import Span
from contracts.message import Message
from services.feedback.rules.quotes import ROOT

HERE = Path(__file__).parent

_WORD = re.compile(r"[^\W_]+(?:’[^\W_]+)?")


class Lists(Message):
    degrees: dict[str, str]
    meant: dict[str, str]
    steps: dict[str, tuple[int, int]]
    grades: dict[str, str]
    languages: dict[str, tuple[str, ...]]
    schools: dict[str, str]


@dataclass(frozen=True)
class Laid:
    """Where it stands in a clause, how it stands to the résumé, and the line that speaks of it."""

    kind: ClaimKind
    place: tuple[int, int]
    status: ClaimStatus
    line: Span | None = None


@dataclass(frozen=True)
class Written:
    """The lines of a résumé: those that may be of schooling, languages and papers, and all."""

    papers: Sequence[Span]
    roots: frozenset[str]

    @classmethod
    def of(cls, facts: ResumeFacts) -> "Written":
        deeds = set(facts.deeds)
        roles = [one for role in facts.roles for one in (role.title, role.employer) if one]
        told = (line.quote for line in (*facts.lines, *roles))
        return cls(
            tuple(line for line in facts.lines if line not in deeds), roots_of(" ".join(told))
        )


def roots_of(text: str, but: Iterable[str] = ()) -> frozenset[str]:
    """How the words of a text begin, without those of grammar."""
    left_out = {*words().function, *but}
    spoken = (word.lower() for word in _WORD.findall(text.replace("'", "’")))
    return frozenset(word[:ROOT] for word in spoken if word not in left_out)


@dataclass(frozen=True)
class Righted:
    """A clause with the level, degree or grade that a correction names instead; where the wrong
    one stood in it, and where the right one stands in the correction. None of a right one where

    it only denies.
    """

    text: str
    wrong: tuple[int, int]
    right: tuple[int, int] | None


_HELD = re.compile(
    r"\bi(?:’ve)? (?:have|hold|got|did|took|completed|finished|earned)(?: got)? (?:an?|my) "
    r"(?:[\w’-]+ ){0,2}?$",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(
    r"^\W*(?:(?:well|no|but|actually|sorry|to be honest|okay|though|although)\W+){0,3}"
    r"i (?:did not|didn’t|never|have not|haven’t) (?:(?:quite|actually|really|ever|yet) )?"
    r"(?:finish|complete|pass|graduat|get (?=it\b))\w*(?: (?:it|that|the \w+))?"
    r"(?=\W*$|[,.;:–—])",
    re.IGNORECASE,
)


def unfinished(clause: str, correction: str) -> Righted | None:
    """A degree or a paper that one holds, where the next words say that one did not finish it."""
    paper = re.search(rf"\b(?:{lists().schools['papers']})\b", clause, re.IGNORECASE)
    if (
        paper is None
        or not _HELD.search(clause[: paper.start()])
        or not _UNFINISHED.search(correction)
    ):
        return None
    return Righted("", paper.span(), None)


def put_right(clause: str, correction: str) -> Righted | None:
    """None where they name none of one sort."""
    for sort in _sorts():
        wrong, right = sort.search(clause), sort.search(correction)
        if wrong and right and wrong[0].lower() != right[0].lower():
            text = clause[: wrong.start()] + right[0] + clause[wrong.end() :]
            return Righted(text, wrong.span(), right.span())
        if (
            wrong
            and right
            and re.search(r"\bnot (?:(?:really|quite) )?$", correction[: right.start()])
            and (not correction[right.end() :].startswith(" enough"))
        ):
            text = clause[: wrong.start()] + clause[wrong.end() :]
            return Righted(text, wrong.span(), None)
    return None


@cache
def _sorts() -> tuple[re.Pattern[str], ...]:
    known = lists()
    sorts = (known.steps, known.degrees.values(), known.grades.values())
    return tuple(re.compile(rf"\b(?:{'|'.join(each)})(?!\w)", re.IGNORECASE) for each in sorts)


@cache
def lists() -> Lists:
    return Lists.model_validate(read_toml(HERE / "credentials.toml"), strict=False)
