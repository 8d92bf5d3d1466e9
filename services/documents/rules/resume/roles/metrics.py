"""What a line of work says in numbers, and whose work it says it was."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from chassis.branches import branched
from contracts.analysis import Ownership
from services.documents.rules.lexicon import plain, words
from services.documents.rules.money import CODE, SIGNS, currency_of
from services.documents.rules.resume.roles.directions import direction_of

_NUMBER = (
    r"(?:[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3}){1,4}(?![\w-])"
    r"|\d{1,3}(?:,\d{3}){1,4}|\d{1,3}(?:\.\d{3}){2,4}|\d{1,12})(?:\.\d{1,4}|,\d{1,2}(?!\d))?"
)
_WORD = r"[^\W\d_][\w-]{1,24}"
_SCALE = r"(?:[ \n]?(?:k|m|mm|mn|mln|bn|b|thousand|million|billion|trillion|lakhs?|crores?"
_SCALE += r"|(?:mio|mrd|tsd)\.?|millionen|milliarden)(?![\w/]))"
_METRIC = re.compile(
    rf"""(?<![\w.,/$€£+-])(?<!\d:)(?:
        (?P<change>[+\u2212-])?
        (?P<sign>{SIGNS}|(?:{CODE}|USD|EUR|GBP|CHF)[ ])?[ ]?(?:~|>|<)?
        (?P<number>{_NUMBER})(?P<scale>{_SCALE})?
        (?P<plus>\+)?
        (?:
            (?P<percent>[ ]?(?:%|percent\b|per[ ]cent\b))
          | (?P<times>[ ]?[x×](?!\w))
          | (?P<points>[ ](?:percentage[ ]points?|pp|bps|basis[ ]points)\b)
          | (?P<time>[ \n-]?(?:ms|milliseconds?
            |(?:second|sec|minute|min|hour|hr|day|week|month)s?)\b)
          | (?P<money>[ ]?(?:[€₹₦]|(?:{CODE}|EUR|euros?|kr|kronor|dollars|rupees?|naira)\b))
          | [ ](?P<rate>per[ ]{_NUMBER})\b
          | [ \n-](?P<noun>{_WORD}(?:[ \n]{_WORD}){{0,2}})
        )?
    )(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_SPACE = re.compile(r"\s")
_POINTED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_COMMA_DECIMALS = re.compile(r",\d{1,2}$")
_LENGTH = r"(?:ms|milliseconds?|s|sec(?:ond)?s?|min(?:ute)?s?|h|hours?|hrs?|days?|weeks?|months?)"
_LOW = (
    rf"[$€£]?(?P<low>{_NUMBER})"
    rf"(?:[ ]?(?P<low_length>{_LENGTH}\b)|(?P<low_unit>[^\W\d_]{{0,2}}(?!\w)|%))"
)
_HIGH = (
    rf"(?:sub-)?(?P<sign>[$€£])?(?P<high>{_NUMBER})"
    rf"(?:[ ]?(?P<length>{_LENGTH}\b)|(?P<unit>%|[^\W\d_]{{1,12}}))?(?!\w)"
)
_BETWEEN = r"(?:[ ][^\W\d_]{1,20})"
_CHANGES = (
    re.compile(
        rf"\b(?:from|de|von)[ ]{_LOW}{_BETWEEN}{{0,4}}[ ](?:to|a|à|auf)[ ]{_HIGH}", re.IGNORECASE
    ),
    re.compile(
        rf"(?<![\w.,/$€£+-]){_LOW}{_BETWEEN}{{0,4}}"
        rf"(?:[ ]down[ ]to[ ](?:just[ ]|only[ ]|about[ ]|under[ ])?|[ ]?(?:→|->|=>)[ ]?){_HIGH}",
        re.IGNORECASE,
    ),
)
_SECONDS = {"m": 1e-3, "s": 1, "mi": 60, "h": 3600, "d": 86_400, "w": 604_800, "mo": 2_629_800}
"""By the first letters of a length of time."""
_SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mm": 1e6, "mn": 1e6, "mln": 1e6, "million": 1e6}
_SCALES |= {"b": 1e9, "bn": 1e9, "billion": 1e9, "trillion": 1e12}
_SCALES |= {"lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7}
_SCALES |= {"tsd": 1e3, "mio": 1e6, "millionen": 1e6, "mrd": 1e9, "milliarden": 1e9}
_UNITS = (("percent", "%"), ("times", "x"), ("points", "points"))
_YEAR = re.compile(r"(?:19[5-9]|20[0-4])\d")
_VERSION = re.compile(
    r"(?:\b(?:version|v|python|java|angular|vue|react|next\.js|node(?:\.js)?|php|ruby|rails|django"
    r"|spring|windows|ios|android|html|css|es|http|oauth|soc|iso|wcag|ipv|tls|web|level|grade|phase"
    r"|tier|q|top|no\.?|\#|route|section|chapter|room|gen|layer|gs|part|figure|series|type|model"
    r"|office|sap|band|unit|bay|ward|year|studio|channel|radio|title|article|act|regulation|class"
    r"|category|form|floor|terminal|gate|platform|block|plot|zone|stage|s)[ -]?)$",
    re.IGNORECASE,
)
_NAME = re.compile(r"[a-z,)] (?!(?:Of|To|By|In|For|With|And|Over|The)\b)[A-Z][a-z]{2,}[ -]$")
"""Before a number that belongs to a name: "the Apollo 11"."""
_MONTH = re.compile(
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b|(?:[A-Z][\w’'-]+ ){1,2}"
    r"(?:Street|Road|Avenue|Lane|Drive|Close|Court|Square|Way|St|Rd|Ave)\b"
)
"""What a date or an address goes on with."""
_RATE_OF = re.compile(r"\bper $", re.IGNORECASE)
_NO_NOUN = {
    "a", "across", "after", "an", "and", "as", "at", "before", "between", "by", "during", "for",
    "from", "in", "into", "of", "old", "on", "or", "over", "per", "than", "that", "the", "through",
    "auf", "aus", "bei", "con", "dans", "de", "des", "di", "du", "en", "et", "für", "im", "mit",
    "na", "para", "por", "pour", "sur", "und", "von",
    "to", "under", "using", "via", "which", "while", "with", "within", "year", "years",
}  # fmt: skip

_I = re.compile(r"\b(?:I|I['’]m|I['’]ve|my|mine|me|myself|personally|single-handedly|solo)\b")
_WE = re.compile(
    branched(
        r"\b(?:we|our|us|ours|as (?:a |part of (?:a |the )?)team|with (?:a|the|my) team|team effort"
        r"|together with|alongside|jointly|in collaboration with|co-\w+ed)\b"
    ),
    re.IGNORECASE,
)


@dataclass(frozen=True)
class FoundMetric:
    """`text[start:end]` gives `value` in `unit`; `direction` (up, down) where a verb says."""

    value: float
    unit: str
    direction: str | None
    start: int
    end: int

    @property
    def is_outcome(self) -> bool:
        """Whether it measures an effect, not only a size."""
        return self.direction is not None


def metrics_in(text: str, start: int, end: int) -> Iterator[FoundMetric]:
    """The numbers of one line of work, in order; years, versions and names are none."""
    if not _DIGIT.search(text, start, end):
        return
    at = start
    for change in _changes(text, start, end):
        yield from _plain_metrics(text, start, at, change.start())
        yield from _change(change)
        at = change.end()
    yield from _plain_metrics(text, start, at, end)


def _changes(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """In order, without overlaps; of two that begin together, or within each other, the first."""
    found = (change for ways in _CHANGES for change in ways.finditer(text, start, end))
    at = start
    for change in sorted(found, key=lambda each: (each.start(), -each.end())):
        if change.start() >= at:
            yield change
            at = change.end()


def _change(found: re.Match[str]) -> Iterator[FoundMetric]:
    """Such as "from 3 to 28": where it got to; the numbers themselves say in which direction."""
    said = (found["length"] or found["unit"] or "count").lower()
    unit = currency_of(found["sign"]) if found["sign"] else said
    low = _number(found["low"]) * _SCALES.get((found["low_unit"] or "").lower(), 1.0)
    high = _number(found["high"]) * _SCALES.get((found["unit"] or "").lower(), 1.0)
    last = _seconds(found["length"])
    is_less = low * _seconds(found["low_length"] or found["length"]) > high * last
    is_year = _YEAR.fullmatch(found["low"]) and _YEAR.fullmatch(found["high"])
    if not is_year and (low != high or found["low_length"]):
        unit = "count" if unit in _SCALES else unit
        direction = "down" if is_less else "up"
        yield FoundMetric(high, unit, direction, found.start(), found.end())


def _seconds(length: str | None) -> float:
    """How long one of it is; 1 where it is no length of time."""
    said = (length or "s").lower()
    if said.startswith(("ms", "milli")):
        return _SECONDS["m"]
    return _SECONDS.get(said[:2], _SECONDS.get(said[:1], 1.0))


def _plain_metrics(text: str, line: int, start: int, end: int) -> Iterator[FoundMetric]:
    if not _DIGIT.search(text, start, end):
        return
    for found in _METRIC.finditer(text, start, end):
        unit, stop = _unit(found)
        if unit is None or not _counts(text, line, found, unit) or _is_below_zero(found):
            continue
        value = _number(found["number"], is_count=bool(found["noun"] or found["money"]))
        value *= _SCALES.get((found["scale"] or "").strip(" \n.").lower(), 1.0)
        yield FoundMetric(value, unit, direction_of(text, line, found, end), found.start(), stop)


def _is_below_zero(found: re.Match[str]) -> bool:
    """A minus tells a change of a share alone: freezers have -80 degrees."""
    is_share = found["percent"] or found["points"]
    return found["change"] not in (None, "+") and not is_share


def _number(written: str, *, is_count: bool = False) -> float:
    """With points or commas between thousands, and a comma before decimals where it is one.

    Of things that are counted there are no thousandths: "1.800 clients" are many.
    """
    written = _SPACE.sub("", written)
    if _POINTED.fullmatch(written) and (is_count or written.count(".") > 1):
        return float(written.replace(".", ""))
    if _COMMA_DECIMALS.search(written):
        return float(written.replace(".", "").replace(",", "."))
    return float(written.replace(",", ""))


def ownership_in(line: str) -> Ownership:
    """Who acts: "I", or the verb that a résumé begins with instead; "we"; or it does not say."""
    if _I.search(line):
        return Ownership.I
    first = re.match(r"[\w-]{1,30}", plain(line))
    verb = first.group() if first else ""
    if _WE.search(line) or verb in words("shared_verbs"):
        return Ownership.WE
    is_verb = (
        verb in words("verbs") or (verb.endswith("ed") and len(verb) > 4) or verb.endswith("ised")
    )
    return Ownership.I if is_verb else Ownership.UNCLEAR


def _unit(found: re.Match[str]) -> tuple[str | None, int]:
    """The unit and where the metric ends; None where a bare number has no unit."""
    if found["sign"]:
        return currency_of(found["sign"].strip()), _end_of_number(found)
    if found["money"]:
        return currency_of(found["money"].strip()), found.end()
    if found["rate"]:
        return found["rate"].lower(), found.end("rate")
    for name, unit in _UNITS:
        if found[name]:
            return unit, found.end()
    if found["time"]:
        return found["time"].strip(" \n-").lower(), found.end()
    noun = _noun(found["noun"] or "")
    if not noun:
        is_many = found["scale"] or found["plus"] or (found["change"] and "," in found["number"])
        return ("count", _end_of_number(found)) if is_many else (None, 0)
    return noun.lower(), found.start("noun") + len(noun)


def _noun(said: str) -> str:
    """What is counted: up to the last plural before a small word, else the first word."""
    parts = list(takewhile(lambda word: word.lower() not in _NO_NOUN, re.split(r"[ \n]", said)))
    plural = [n for n, word in enumerate(parts, 1) if word.endswith("s") and len(word) > 3]
    return " ".join(parts[: plural[-1] if plural else 1])


def _end_of_number(found: re.Match[str]) -> int:
    return max(found.end(name) for name in ("number", "scale", "plus"))


def _counts(text: str, start: int, found: re.Match[str], unit: str) -> bool:
    is_year = _YEAR.fullmatch(found["number"]) and not (
        found["sign"] or found["percent"] or found["money"]
    )
    if is_year and unit not in ("%", "x") and not found["plus"]:
        return False
    before = max(start, found.start() - 12), found.start()
    is_name = _NAME.search(text[max(start, found.start() - 30) : found.start()])
    if found["noun"] and (is_name or _MONTH.match(found["noun"])):
        return False
    return not (_VERSION.search(text, *before) or _RATE_OF.search(text, *before))
