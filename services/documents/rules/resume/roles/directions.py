"""Whether something went up or down by a number, or to it: by the words around the number."""

import re

from chassis.branches import branched

_UP = (
    r"increas\w*|improv\w*|grow\w*|grew|boost\w*|rais\w*|scal(?:ed|ings?|e)|accelerat\w*|expand\w*"
    r"|doubl\w*|tripl\w*|quadrupl\w*|lift\w*|gain\w*|higher|faster|speedup|speed-up|up(?! to)"
    r"|exceed\w*|surpass\w*|maximi[sz]\w*|enhanc\w*|strengthen\w*|generat\w*|won|earn\w*"
    r"|augment\w*|hausse|aument\w*|increment\w*|steiger\w*|gesteigert|erhöh\w*|accru\w*"
)
_DOWN = (
    r"reduc\w*|decreas\w*|cut(?:ting)?|lower\w*|sav(?:ed|es|ings?)|drop\w*|shr[aiu]nk\w*|prevent\w*"
    r"|eliminat\w*|shorten\w*|halv\w*|fewer|less|slash\w*|trim\w*|minimi[sz]\w*|avoid\w*|down"
    r"|remov\w*|fell|fall(?:s|ing)?|declin\w*"
    r"|rédui\w*|réduc\w*|diminu\w*|baiss\w*|reduj\w*|reduz\w*|ridott\w*|ridu[cz]\w*|disminu\w*"
    r"|senk\w*|gesenkt|verring\w*|reduzier\w*|verkürz\w*"
)
_IDIOM = (
    r"cutting[- ]edge|(?:start|follow|set|sign|back|build|clean|make|look|pick|write|team|log|link"
    r"|warm|wrap|end|show)\w{0,4}[- ]ups?|up[- ]to[- ]date"
    r"|(?:shut|break|broke|top|drill|hand|step|tear|tore|close|sit|set|turn|put|lay|laid|count"
    r"|wr[io]t|not)\w{0,4}[- ]down|no less than|more or less|(?:less|fewer) than(?= \d| ?$)"
    r"|up-\w+|fall-\w+|drop\w{0,4}[- ](?:off|in)"
    r"|(?:higher|lower)[- ](?:education|school|secondary|primary|sixth|limbs?|courts?)"
)
"""Words of a direction that say none here."""
_DIRECTION = re.compile(
    branched(rf"\b(?:{_IDIOM}|(?P<up>{_UP})|(?P<down>{_DOWN}))\b"), re.IGNORECASE
)
_LOOK_BACK = 90
_LOOK_AHEAD = 24
_FEW = r"(?:(?:an?|the|our|its|their|all|first|last|up to|over|about|around|more than|some) ){0,2}"
_BESIDE = re.compile(
    rf"\b(?:for|on|in|across|among|at|with|during|(?<!to )within|from|through|throughout|per)"
    rf" {_FEW}$",
    re.IGNORECASE,
)
"""Before a number that says where or for whom it was, and not how much."""
_OF_MANY = re.compile(rf"\w.* of {_FEW}$", re.IGNORECASE | re.DOTALL)
_TO_THINGS = re.compile(r"trim\w*|rais\w*|gr[eo]w\w*|lift\w*|drop\w*|lower\w*", re.IGNORECASE)
"""What is done to things as well as to how many there are."""
_CUTS = re.compile(r"cut(?:ting)?", re.IGNORECASE)
_EACH = re.compile(r"[ \n](?:an?|each|per|every)[ \n]")
_RIGHT_BEHIND = re.compile(r" (?:(?P<up>higher|faster)|(?P<down>lower|fewer|less))\b")
_CHANGE_BEHIND = re.compile(
    r"(?:[ \n](?!(?:of|in|to|from|by|and|the|for|with|per|on|at|de|der|des)\b)[\w-]+){0,2}[ \n]"
    r"(?:(?P<up>(?:up)?lifts?|increases?|gains?|growth|improvements?|rise|boost|jump)"
    r"|(?P<down>reductions?|decreases?|drops?|declines?|savings?|cuts?|fall))\b",
    re.IGNORECASE,
)
"""What a share is one of: "a 10% CSAT lift"."""
_BREAK = re.compile(r"[;.:(]|,(?! (?:up|down)\b)|\b(?:and|while|but|who|that|which|(?<!up )to)\b")

_MEANS = re.compile(
    r"\b(?:by|through|via|after|while|when)\s+(?=\w{2,}ing\b)",
    re.IGNORECASE,
)


def direction_of(text: str, start: int, found: re.Match[str], end: int) -> str | None:
    """By the nearest verb before it in the line, else the next word behind it.

    What was done to get there has no direction of its own: "cut costs by moving 40 services".
    """
    if found["change"]:
        return "up" if found["change"] == "+" else "down"
    is_share = found["percent"] or found["points"]
    ways = (_RIGHT_BEHIND, _CHANGE_BEHIND) if is_share else (_RIGHT_BEHIND,)
    if said := next(filter(None, (way.match(text, found.end(), end) for way in ways)), None):
        return _way(said)
    low = max(start, found.start() - _LOOK_BACK)
    means = [said.end() for said in _MEANS.finditer(text, low, found.start())]
    verbs = _directions(text, means[-1] if means else low, found.start())
    if verbs:
        between = text[verbs[-1].end() : found.start()].replace("\n", " ")
        is_measure = _is_measured(between, verbs[-1], found)
        return _way(verbs[-1]) if is_measure else None
    behind = text[found.end() : min(end, found.end() + _LOOK_AHEAD)]
    verbs = _directions(_BREAK.split(behind)[0], 0, _LOOK_AHEAD)
    return _way(verbs[0]) if verbs else None


def _way(verb: re.Match[str]) -> str:
    return "up" if verb["up"] else "down"


def _is_measured(between: str, verb: re.Match[str], found: re.Match[str]) -> bool:
    """Whether the number says how much, and not where, for whom, or of what there was more.

    Who cuts 40 keys has not lowered them.
    """
    is_count = found["noun"] is not None and not found["sign"]
    if _BESIDE.search(between) or (is_count and _OF_MANY.search(between)):
        return False
    is_thing = _TO_THINGS.fullmatch(verb[0]) or (
        _CUTS.fullmatch(verb[0]) and _EACH.match(found.string, found.end())
    )
    return not (is_count and is_thing and not between.strip())


def _directions(text: str, start: int, end: int) -> list[re.Match[str]]:
    return [said for said in _DIRECTION.finditer(text, start, end) if said["up"] or said["down"]]
