"""Whether a line of a résumé shows what it names: not what is denied, wished for or another's."""

import re
from functools import cache

from services.documents.rules.phrases import any_of, phrases, read

_BRACKET = re.compile(r"\([^()]*\)")
_TURN = re.compile(r"\b(?:but|so|then|instead)\b[^,]*$|:\s+\w+ed\b", re.IGNORECASE)
_NEAR = 60
"""Characters that a denial or a wish reaches."""


def carries(line: str, start: int, end: int) -> bool:
    """Whether `line[start:end]` is named as something that its writer has or has done."""
    before, after = _sentence_before(line[:start]), line[end:]
    if phrases("unproved")["before"].search(before[-_NEAR:]) and not _turns(before):
        return False
    return not _is_unfinished(after) and not _is_of_others(before, after)


def is_held(line: str) -> bool:
    """Whether a certificate, degree or licence is not called unfinished, planned or expired."""
    return _unfinished().search(line) is None and carries(line, len(line), len(line))


def _sentence_before(said: str) -> str:
    return _BRACKET.sub("", re.split(r"[.;!?]\s+", said)[-1])


def _turns(before: str) -> bool:
    """Whether it goes on to say what was done after all."""
    return _TURN.search(before) is not None


def _is_unfinished(after: str) -> bool:
    return _right_behind().match(after) is not None


def _is_of_others(before: str, after: str) -> bool:
    """As in "helped the team that runs Kubernetes" and "assisted our Kafka engineers"."""
    return bool(_told_of_others().search(before)) or bool(
        _of_others_name().search(before) and _others().match(after)
    )


@cache
def _right_behind() -> re.Pattern[str]:
    words = any_of(read("unproved")["after"])
    return re.compile(rf"[^.;,()\n]{{0,48}}\s*[(,–—-]\s*{words}\s*(?:[),.;\n]|$)", re.IGNORECASE)


@cache
def _unfinished() -> re.Pattern[str]:
    words = any_of(read("unproved")["after"])
    return re.compile(rf"[(,;:–—-]\s*{words}\s*(?:[),.;\n]|$)", re.IGNORECASE)


@cache
def _told_of_others() -> re.Pattern[str]:
    known = read("unproved")
    return re.compile(
        rf"\b{any_of(known['served'])}\s+(?:[\w-]+\s+){{0,4}}{any_of(known['others'])}\s+"
        r"(?:who|that|which)\b[^.;]*$",
        re.IGNORECASE,
    )


@cache
def _of_others_name() -> re.Pattern[str]:
    return re.compile(
        rf"\b{any_of(read('unproved')['served'])}\s+(?:(?:our|the|an?|two|three|\d+|senior)\s+){{0,3}}$",
        re.IGNORECASE,
    )


@cache
def _others() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:[\w-]+\s+)?{any_of(read('unproved')['others'])}\b", re.IGNORECASE)
