"""Where, when and for how much the work of a job is done: read from its words, never scored."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from contracts.evidence import Span
from contracts.work import Remote, WorkTerms
from services.documents.rules.job.asking import Quote
from services.documents.rules.job.clauses import Clause
from services.documents.rules.job.edges import Place, first_of, trimmed
from services.documents.rules.job.employer import company_in
from services.documents.rules.job.pay import pay_in
from services.documents.rules.lexicon import plain, words
from services.documents.rules.occupations import family_of
from services.documents.rules.phrases import any_of, phrases, read
from services.documents.rules.towns import is_place, is_town
from services.documents.rules.wording import employer_weight, is_term, title_weight

_HEADER_LINES = 6
_MAX_PLACE = 60
_IGNORE_CASE = re.IGNORECASE | re.VERBOSE

_LABELLED_PLACE = re.compile(
    r"""(?:^[^\w\n]*|[.;]\ +)(?:(?:work\ |job\ )?locations?|place(?:\ of\ work)?|base|where|office
    |duty\ station|(?:work\ ?|job\ )?(?:place|site)|plant|depot|branch|campus|city|town
    |(?:einsatz|arbeits|dienst)?ort|standort
    |lieu(?:\ de\ travail)?|ubicaci[oó]n|lugar(?:\ de\ trabajo)?)\W*:[*\s]*(?P<place>[^\n;(|]+)""",
    _IGNORE_CASE | re.MULTILINE,
)
_PLACE_IN_TEXT = re.compile(
    r"""\b(?i:based\ (?:in|at)|located\ in
    |(?:office|site|plant|clinic|school|shop|studio|hub|company|firm|start-?up|practice)s?
    \ (?:is\ |are\ )?in
    |remote\ (?:with)?in|days?\ (?:a\ \w+\ )?in)
    \s+(?i:the\ |our\ )?(?P<place>[A-Z][\w'’.-]+(?:\ [A-Z][\w'’.-]+){0,3}(?:,\ [A-Z][\w'’.-]+)?)""",
    re.VERBOSE,
)
_NOT_THERE = re.compile(
    r"\b(?:not|never|nobody|n[’']t)(?: (?:currently|already))?(?: be)?\s*$", re.IGNORECASE
)
_NEAR = 32
"""Characters before a place that may say that it is none."""

_DENIAL = 80
"""Characters before a way of working that may say that there is none of it."""

_OUR_PLACE = re.compile(
    r"\b[Oo]ur (?P<place>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)"
    r" (?:office|site|plant|clinic|studio|hub)\b"
)
_REMOTE_PLACE = re.compile(
    r"\b[Rr]emote \((?:in |within )?(?P<place>[A-Z][\w ]{1,30}?)(?: only)?\)"
)
_JOINING = re.compile(
    r"\bjoin\s+[A-Z][\w&'’ -]{1,40}?\s+in\s+(?P<place>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)"
)
_SEEKS = re.compile(
    r"^(?:The )?[A-Z][\w&'’ -]{1,40}? in (?P<place>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)"
    r" (?:is|are) (?:after|looking for|seeking|hiring|recruiting)\b",
    re.MULTILINE,
)
_NO_PLACE = re.compile(
    r"\b(?:in\ person|remote(?:ly)?|hybrid|on-?site|working\ from\ home|with\ some)\b,?",
    _IGNORE_CASE,
)
_CODED = re.compile(
    r"(?P<name>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)?)(?:,? )"
    r"(?P<code>(?!(?:IN|OR|ME|HI|OK|OH|ACT)$)[A-Z]{2,3}|[A-Z]{1,2}\d{1,2})(?: \d[A-Z]{2})?"
)
_BESIDE = re.compile(
    r"(?:,| in|\s[|·–—-])\s(?P<place>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})"
    r"(?=[^\S\n]*(?:[.,;|·(–—\n]|\s-|\Z| (?:invites|is|are|has|seeks|offers)\b))"
)
_CUT = re.compile(
    r"\s+[|·–—-]\s+|\s*[|·(]|,\s(?=with\b)|\s(?=with\s)|,\s(?=(?:remote|hybrid|on-?site)\b)"
    r"|(?<!\bSt)(?<!\bFt)(?<!\bMt)(?<!\.[A-Z])[.;]\s|\.?\s(?=[A-Z][a-z]*(?: [a-z]+){0,2}:(?:\s|$))",
)
"""Where a place ends: its manner, its sentence, or the next label on the same line."""

_NUMBER_WORD = (
    r"(?:(?:twenty|thirty|forty)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)"
)
_FIGURE = r"(?<![\d.,$€£])(?:[1-6]\d|[4-9])(?:[.,]\d{1,2})?"
_COUNT = rf"(?:{_FIGURE}(?:\s*(?:-|–|to|or)\s*{_FIGURE})?|{_NUMBER_WORD})"
_DAYS = r"(?:[2-6]|two|three|four|five|six)"
_HOURS = tuple(
    re.compile(words, _IGNORE_CASE)
    for words in (
        rf"""{_COUNT}[\s-]*(?:hours?|hrs?|h)?\s*(?:per|a|each|/)\s*week\b
            (?!\s+(?:of\ )?(?:notice|leave))""",
        rf"{_COUNT}[\s-]*(?:hours?|hrs?|h)[\s-]*week\b",
        rf"(?<=\()\s*{_COUNT}\s*(?:hours?|hrs?|h)\s*(?=\))",
        rf"(?<=hours:)\W*{_COUNT}[^\n;,|]{{0,24}}",
        rf"(?<=[·|,])[^\w\n]{{0,12}}{_COUNT}\s?(?:h|hrs|hours)\b",
        r"\b(?:0?[.,]\d\d?\s*FTE|\d{2}\s?%\s(?:position|post|FTE))\b",
        rf"\b{_DAYS}\ days?\s*(?:-|–|to|or)\s*{_DAYS}\b",
        rf"\b{_DAYS}\s*(?:-|–|to|or)\s*{_DAYS}\ days\ (?:a|per)\ week",
        r"\bfull[- ]time\b",
        r"\bpart[- ]time\b",
        rf"\b{_DAYS}[- ]day\ week\b",
    )
)
"""From the most exact way of saying it to the least."""

_TRAVEL = re.compile(
    r"""\btravel\b(?!\ (?:agen|services|expenses|insurance|industry))
    (?:[^.\n;]{0,40}?(?:\d{1,3}\s*%|half)(?:\ of\ the\ time)?
      |[^.\n;]{0,20}:\W*[A-Z]\w+[^.\n;]{0,40}|[^.\n;]{0,20}?(?:occasional\w*|frequent\w*|required))
    |\b(?:up\ to\ )?\d{1,3}\s*%\s+(?:of\ )?travel\b|\boccasional\ travel\b""",
    _IGNORE_CASE,
)


def read_terms(text: str, parts: Sequence[Clause], quote: Quote) -> WorkTerms:
    """The terms that `text` speaks of. `parts` are its clauses, `quote` makes a span of it."""
    return WorkTerms(
        place=_span(_place(text), quote),
        remote=_remote(text, parts),
        pay=_span(pay_in(text, parts), quote),
        hours=_span(first_of(text, _HOURS), quote),
        travel=_span(first_of(text, [_TRAVEL]), quote),
    )


def _place(text: str) -> Place | None:
    """Labelled, or on one of the first lines, or after "based in"; None rather than a guess."""
    for found in _LABELLED_PLACE.finditer(text):
        if place := _without_manner(text, *found.span("place")):
            return place
    if named := next(_of_header(text), None):
        return named
    if beside := _beside_employer(text):
        return beside
    for ways in (_PLACE_IN_TEXT, _OUR_PLACE, _REMOTE_PLACE, _JOINING, _SEEKS):
        for said in ways.finditer(text):
            if not _NOT_THERE.search(text, max(0, said.start() - _NEAR), said.start()):
                return trimmed(text, *said.span("place"))
    return None


def _without_manner(text: str, start: int, end: int) -> Place | None:
    """Without "in person" before it and what is said of it behind it."""
    if manner := _NO_PLACE.match(text, start, end):
        start = manner.end()
    cut = _CUT.search(text, start, end)
    return trimmed(text, start, min(cut.start() if cut else end, start + _MAX_PLACE))


def _of_header(text: str) -> Iterator[Place]:
    """Pieces of the first lines that are the name of a place."""
    lines = [line for line in re.finditer(r"[^\n]+", text) if line[0].strip()][:_HEADER_LINES]
    for line in lines:
        if len(line[0]) > 2 * _MAX_PLACE or line[0].rstrip().endswith("."):
            continue
        for piece in re.finditer(r"(?:(?! or )[^|·(–—])+", line[0]):
            yield from _towns(text, line.start() + piece.start(), line.start() + piece.end())


def _towns(text: str, start: int, end: int) -> Iterator[Place]:
    """The piece itself, or what follows one of its commas or dashes, or stands between two."""
    parts = [m.span() for m in re.finditer(r"(?:(?!,\s|\s-\s).)+", text[start:end])]
    for stop in (end, None):
        for left, right in parts:
            place = trimmed(text, start + left, stop or start + right)
            if place and _names_place(text[slice(*place)]):
                yield place


def _names_place(said: str) -> bool:
    """Whether it is a place by its name or by the code behind it: "Elmthorpe, DN40"."""
    if _NO_PLACE.fullmatch(said):
        return False
    if coded := _CODED.fullmatch(said):
        is_code = coded["code"][-1].isdigit() or plain(coded["code"]) in words("regions")
        is_work = title_weight(coded["name"]) or family_of(coded["name"])
        return is_code and not is_work
    return is_place(said) or is_town(said)


def _beside_employer(text: str) -> Place | None:
    """What stands behind the name of the employer, if it is a name and no work, term or firm."""
    company = company_in(text)
    if company is None:
        return None
    named = text[slice(*company)]
    found = _BESIDE.match(text, text.index(named) + len(named))
    if found is None:
        return None
    said = found["place"]
    first = plain(said.split()[0])
    is_other = title_weight(said) or employer_weight(said) or family_of(said) or is_term(said)
    is_known = plain(said) in words("departments") or first in read("terms")["no_names"]
    return None if is_other or is_known else found.span("place")


def _remote(text: str, parts: Iterable[Clause]) -> Remote:
    """Hybrid where both are spoken of; what is told of the company is not told of the job."""
    head = (line for line in text.strip().split("\n", _HEADER_LINES)[:_HEADER_LINES])
    lines = (line for line in head if len(line) <= 2 * _MAX_PLACE)
    said = "\n".join((*lines, *(text[part.start : part.end] for part in parts)))
    ways = phrases("terms")
    for way in (Remote.HYBRID, Remote.REMOTE, Remote.ONSITE):
        found = list(ways[way.value].finditer(said))
        if found and not any(_is_denied(said, *place.span()) for place in found):
            return way
    return Remote.UNKNOWN


def _is_denied(said: str, start: int, end: int) -> bool:
    """Whether a way of working is named to say that there is none: "Remote work: none"."""
    known = phrases("terms")
    line = max(said.rfind("\n", 0, start) + 1, start - _DENIAL)
    is_before = any(found.end() == start for found in known["denied"].finditer(said, line, start))
    return is_before or _denied_behind().match(said, end) is not None


@cache
def _denied_behind() -> re.Pattern[str]:
    return re.compile(any_of(read("terms")["denied_behind"]), re.IGNORECASE)


def _span(place: Place | None, quote: Quote) -> Span | None:
    return quote(*place) if place else None
