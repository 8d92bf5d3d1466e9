"""Whether a line of a résumé shows what it names: not what is denied, wished for or another's."""

import re
from functools import cache

from chassis.branches import branched
from services.documents.rules.phrases import any_of, phrases, read

_BRACKET = re.compile(r"\([^()]*\)")
_TURN = re.compile(r"\b(?:but|so|then|instead)\b[^,]*$|:\s+\w+ed\b", re.IGNORECASE)
_GOES_ON = r"(?:(?!\b(?:I|we|me)\b|, (?:and|but|while|then)\b)[^.;])*$"
"""What another did, until the writer acts again."""
_SENTENCE_END = re.compile(r"[.;!?]\s+")
_UNEVEN = re.compile(r"\s{2,}|[^\S ]")
"""Space that is not one plain space."""
_NEAR = 60
"""Characters that a denial or a wish reaches."""
_AROUND = 300
"""Characters around what is named that say whether its line shows it."""


def carries(line: str, start: int, end: int) -> bool:
    """Whether `line[start:end]` is named as something that its writer has or has done."""
    before, after = _sentence_before(line[:start]), line[end:]
    if _unproved()["before"].search(before[-_NEAR:]) and not _turns(before):
        return False
    behind = _flat(after)
    return not (
        _is_unfinished(after)
        or _is_done_by_others(before + _flat(line[start:end]), behind)
        or _is_of_others(before, after)
        or _is_left(before, behind)
    )


def carries_in(text: str, line: tuple[int, int], place: tuple[int, int]) -> bool:
    """As `carries`, of a place in a line of a text; of an endless line what stands near."""
    start, end = max(line[0], place[0] - _AROUND), min(line[1], place[1] + _AROUND)
    return carries(text[start:end], place[0] - start, place[1] - start)


def line_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The line of the text in which `text[start:end]` stands."""
    after = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, after if after >= 0 else len(text)


def is_held(line: str) -> bool:
    """Whether a certificate, degree or licence is not called unfinished, planned or expired."""
    return _unfinished().search(line) is None and carries(line, len(line), len(line))


def _sentence_before(said: str) -> str:
    return _flat(_BRACKET.sub("", _SENTENCE_END.split(said)[-1]))


def _flat(said: str) -> str:
    """With each line break a space: a line of work may run over several."""
    return _UNEVEN.sub(" ", said)


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


def _is_done_by_others(until: str, after: str) -> bool:
    """As in "my colleague built it in Rust" and "Kafka was run by another team"."""
    return bool(_done_by_others().search(until) or _by_others().match(after))


def _is_left(before: str, after: str) -> bool:
    """As in "looked at Kafka but chose NATS", "NATS over Kafka" and "Docker, in theory only"."""
    known = _unproved()
    if known["dropped"].search(before) or known["denied"].match(after):
        return True
    return bool(known["weighed"].search(before) and known["chose"].match(after))


@cache
def _unproved() -> dict[str, re.Pattern[str]]:
    """The lists by their first letters, for each is asked about every skill that is named."""
    lists = phrases("unproved").items()
    return {name: re.compile(branched(each.pattern), each.flags) for name, each in lists}


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
    told = rf"{any_of(known['others'])}(?: of [\w-]+)?,? {any_of(known['doing'])}"
    chief = rf"{any_of(known['under'])} (?:[\w-]+ ){{0,4}}[\w-]+,? who"
    served = rf"{any_of(known['served'])} (?:[\w-]+ ){{0,4}}{told}"
    return re.compile(branched(rf"\b(?:{served}|{chief})\b{_GOES_ON}"), re.IGNORECASE)


@cache
def _done_by_others() -> re.Pattern[str]:
    known = read("unproved")
    begin = r"(?:^\W*|[,:(–—-] ?|\b(?:while|because|that|which|where|who) )"
    deed = rf"(?:who |that |had |has |then )?{any_of(known['deeds'])}\b"
    told = rf"{begin}{any_of(known['peers'])} {deed}{_GOES_ON}"
    return re.compile(branched(told), re.IGNORECASE)


@cache
def _by_others() -> re.Pattern[str]:
    known = read("unproved")
    was = rf"(?: [\w-]+){{0,2}} (?:was|were|is|are) (?:\w+ )?{any_of(known['deeds'])} "
    return re.compile(rf"(?:{was}|\W{{0,2}})by {any_of(known['peers'])}\b", re.IGNORECASE)


@cache
def _of_others_name() -> re.Pattern[str]:
    served = any_of(read("unproved")["served"])
    own = r"\s+(?:(?:our|the|an?|two|three|\d+|senior)\s+){0,3}$"
    return re.compile(branched(rf"\b{served}{own}"), re.IGNORECASE)


@cache
def _others() -> re.Pattern[str]:
    others = any_of(read("unproved")["others"])
    return re.compile(branched(rf"\s+(?:[\w-]+\s+)?{others}\b"), re.IGNORECASE)
