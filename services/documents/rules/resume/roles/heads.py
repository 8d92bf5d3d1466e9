"""What the head of an entry says beside its dates: its pieces, and what each looks like."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from services.documents.rules.lexicon import plain, words
from services.documents.rules.resume.dates.periods import Period, periods
from services.documents.rules.resume.dates.words import says_when_only
from services.documents.rules.resume.layout.lines import Line, Range, cells, trimmed
from services.documents.rules.resume.sections.headings import is_said_within_roles
from services.documents.rules.towns import is_place, is_town
from services.documents.rules.wording import employer_weight, is_term, title_weight

_POST = r"(?:job|post|role|position|employment|appointment|work)"
_LABEL = re.compile(
    r"(?:(?P<title>(?:job |position )?title|position(?: held)?|role|designation|funzione"
    r"|occupation[^:\t]{0,30})"
    r"|(?P<employer>company(?: name)?|employer|organi[sz]ation|client|name[^:\t]{0,20}employer)"
    r"|(?P<other>dates?(?: \([^()\t]{0,20}\))?|duration|period|location|place|city"
    r"|from(?: ?(?:/|[-–]|and|until) ?(?:to|until))?))"
    r"(?:[ ]{0,2}(?::[ \t]*|\t[ \t]*)|[ ]{2,})"
    r"|(?P<when>(?:(?:now|currently|presently|at present|previously|formerly|earlier"
    r"|before (?:that|this)|prior(?: to (?:that|this))?|most recently|after that)[ ]{0,2}:"
    r"|(?:my )?(?:(?:current|present|previous|last|latest|most recent|former|earlier|prior|first)"
    rf" {_POST}(?: held)?|{_POST} (?:now|before that))[ ]{{0,2}}(?::|[ ][-–—](?=[ ])))[ \t]*)",
    re.IGNORECASE,
)
"""What a line of a head is said to be; `when` tells no more than which job of several it was."""
BEFORE_PLACE = re.compile(r",\s+|\s+[-–—]{1,2}\s+")
_DASH = re.compile(r"\s+[-–—]{1,2}\s+")
_BRACKET = re.compile(r"\s*\(([^()]{2,40})\)$")
_STOP = re.compile(r"(?<=[^\W\d_]{3})\.\s+|(?<=\d)\.\s+(?=[^\W\d_])")
_LINK = re.compile(r"\(?(?:https?://|www\.)\S+")
_ASIDE = re.compile(r"[ .]*\([^()\n]*\)[ .]*")
"""What brackets add to the dates before them: "(weekends)"."""
_THE = re.compile(r"(?:The|THE) (?=[A-ZÀ-Þ])")
"""Before names of firms, not before jobs: "The Harwich Messenger"."""
_TOLD = re.compile(r"\.\s+(?=[^\W\d_])")
_LETTERS = 3
_MAX_PART_WORDS = 7
_FEWEST_FACTS, _MOST_FACTS = 1, 4


@dataclass(frozen=True)
class Piece:
    """One thing that the head says. `line` counts from the head's first line."""

    at: Range
    said: str
    line: int
    title: int
    employer: int


def pieces(text: str, line: Line, number: int) -> Iterator[Piece]:
    """What a line of a head says besides dates, places and terms of employment."""
    label = _LABEL.match(text, line.body, line.end)
    for start, end in _cells(text, line):
        if label and end <= label.end():
            continue
        begin = max(start, label.end()) if label else start
        undated = _without_dates(text, line, begin, end)
        for rest in (each for said in undated for each in _around_places(text, said)):
            at = _without_term(text, line, _without_place(text, line, rest))
            said = text[at[0] : at[1]]
            is_other = is_term(said) or says_when_only(said) or is_said_within_roles(said)
            if at[0] < at[1] and any(map(str.isalnum, said)) and not (is_other or is_link(said)):
                yield _named(piece_at(at, said, number), label)


def is_link(said: str) -> bool:
    """Whether it is the address of a page and nothing else."""
    return _LINK.fullmatch(said) is not None


def label_of(text: str, found: Range) -> str | None:
    """What a label before it on its line says that it is: "title", "employer" or "other"."""
    begin = text.rfind("\n", 0, found[0]) + 1
    label = _LABEL.search(text, begin, found[0])
    return label.lastgroup if label and label.end() == found[0] else None


def unlabelled(said: str) -> str:
    """Without a label that begins it."""
    label = _LABEL.match(said)
    return said[label.end() :] if label else said


def with_prose_apart(line: Line) -> list[Line]:
    """Behind a label, its names and its dates, what is told of the job is a line of its own."""
    label = _LABEL.match(line.content)
    period = next((p for p in periods(line.content) if p.is_range), None)
    told = _TOLD.match(line.content, period.end) if label and label["when"] and period else None
    if told is None:
        return [line]
    end = line.body + told.start()
    head = replace(line, end=end, text=line.text[: end - line.start])
    return [head, line.behind(line.body - line.start + told.end())]


def is_deed(text: str) -> bool:
    """Whether it says in small letters what somebody did: "Ran the boats"."""
    first, *rest = text.split()
    is_small = len(rest) > 1 and all(word.islower() for word in rest)
    return is_small and first.istitle() and plain(first) in words("verbs")


def without_number(line: Line) -> Line:
    """A label behind a number is no point of a list: "2. Employer: Ember & Co"."""
    label = _LABEL.match(line.content) if line.is_bullet and line.text[0].isdigit() else None
    if label is None or label["other"]:
        return line
    return replace(line, start=line.body, text=line.content)


def _named(piece: Piece, label: re.Match[str] | None) -> Piece:
    """What a label before it says outweighs its words."""
    if label and label["title"]:
        return replace(piece, title=2, employer=0)
    return replace(piece, title=0, employer=2) if label and label["employer"] else piece


def period_of(text: str, line: Line) -> Period | None:
    """The range of a line, or where it has none its first date."""
    found = list(periods(text, line.body, line.end))
    return next((period for period in found if period.is_range), found[0] if found else None)


def piece_at(at: Range, said: str, line: int) -> Piece:
    title = 0 if _THE.match(said) else title_weight(said)
    return Piece(at, said, line, title, employer_weight(said))


def _cells(text: str, line: Line) -> Iterator[Range]:
    """What stands apart on the line, and what full stops part in one that is made of facts."""
    if not is_dotted(line):
        yield from cells(line)
        return
    for start, end in cells(line):
        at = start
        for stop in _stops(text, start, end):
            yield at, stop.start()
            at = stop.end()
        yield at, start + len(text[start:end].rstrip(" ."))


def _stops(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Full stops between facts, not that of a month: "Jan. 2020"."""
    dates = list(periods(text, start, end))
    stops = _STOP.finditer(text, start, end)
    return [stop for stop in stops if not any(d.start < stop.start() < d.end for d in dates)]


def is_dotted(line: Line) -> bool:
    """Whether a line with dates at an end parts its facts with full stops: "Nurse. Ward. 2019"."""
    found = list(periods(line.content)) if ". " in line.text else []
    if not found or not _stops(line.content, 0, len(line.content)):
        return False
    rest = f"{line.content[: found[0].start]}. {line.content[found[-1].end :]}"
    parts = [part for said in _STOP.split(rest) if (part := said.strip(" .,:–-"))]
    are_names = all(part[0].isupper() and len(part.split()) <= _MAX_PART_WORDS for part in parts)
    is_titled = any(title_weight(part) == 2 for part in parts)
    return _FEWEST_FACTS <= len(parts) <= _MOST_FACTS and are_names and is_titled


def _without_dates(text: str, line: Line, start: int, end: int) -> Iterator[Range]:
    at = start
    for period in periods(text, start, end):
        yield trimmed(line, at, period.start)
        at = period.end
    if at == start or not _ASIDE.fullmatch(text, at, end):
        yield trimmed(line, at, end)


def _around_places(text: str, found: Range) -> Iterator[Range]:
    """What dashes part from places before and among it: "Salem, OR -- Baker, Mill"."""
    ends = [cut.span() for cut in _DASH.finditer(text, *found)]
    starts, stops = [found[0], *(end for _, end in ends)], [*(begin for begin, _ in ends), found[1]]
    said = list(zip(starts, stops, strict=True))
    places = [
        is_place(text[slice(*part)]) and not _is_named(text[slice(*part)]) for part in said[:-1]
    ]
    if not any(places):
        yield found
        return
    run: list[Range] = []
    for part, is_where in zip(said, [*places, False], strict=True):
        if is_where and run:
            yield run[0][0], run[-1][1]
        run = [] if is_where else [*run, part]
    yield run[0][0], run[-1][1]


def _is_named(said: str) -> bool:
    """Whether a name that is no place stands before a town: "Cargoflow, Porto — Engineer"."""
    name, comma, rest = said.rpartition(", ")
    return bool(comma) and is_town(rest) and not is_place(name) and not _is_region(name)


def _without_place(text: str, line: Line, found: Range) -> Range:
    """Without the place that ends it; nothing where it is a place altogether."""
    start, end = found
    bracket = _BRACKET.search(text, start, end)
    if bracket and bracket.end() == end and (is_place(bracket[1]) or is_term(bracket[1])):
        return _without_place(text, line, trimmed(line, start, bracket.start()))
    cuts = list(BEFORE_PLACE.finditer(text, start, end))
    for cut in reversed(cuts):
        rest = text[cut.end() : end]
        may_be_unknown = cut.group().startswith(",")
        if is_town(rest) or (may_be_unknown and _is_town_of(text[start : cut.start()], rest)):
            return trimmed(line, start, cut.start())
    if is_place(text[start:end]) or _is_region(text[start:end]):
        return start, start
    places = [cut for cut in cuts if is_place(text[cut.end() : end])]
    return trimmed(line, start, places[0].start()) if places else found


def _without_term(text: str, line: Line, found: Range) -> Range:
    """Without what a comma parts from it that says how one was employed: "Mill, summers"."""
    *_, tail = text[slice(*found)].rpartition(", ")
    is_told = len(tail) < found[1] - found[0] and is_term(tail)
    return trimmed(line, found[0], found[1] - len(tail)) if is_told else found


def _is_region(said: str) -> bool:
    """By its whole name, for its letters may be a word."""
    return len(said) > _LETTERS and plain(said) in words("regions")


def _is_town_of(employer: str, rest: str) -> bool:
    """A town that no list has, behind a name that is complete: "Birchwood Home, York"."""
    return (
        rest.isalpha()
        and rest.istitle()
        and not is_place(rest)
        and employer_weight(employer.rpartition(", ")[2]) == 2
        and not employer_weight(rest)
        and not title_weight(rest)
    )
