"""Lines of a narrow column that belong together: what one writes on one line, wrapped."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from services.documents.rules.lines import LONGEST
from services.documents.rules.resume.dates.periods import periods
from services.documents.rules.resume.layout.lines import Line, cells
from services.documents.rules.towns import is_place
from services.documents.rules.wording import title_weight

NARROW_CHARACTERS = 44
"""A wider column holds a certificate or a degree on one line."""

HEAD_CHARACTERS = 100
"""A wider column holds a title, an employer and a place on one line."""

CUT_LINK = 20
"""Characters at which a column may cut a link; none is so narrow that it cuts a shorter one."""

_OPEN_END = re.compile(
    r"(?:[,&(–—-]|\b(?:and|of|for|in|by|the|und|für|de|du|des|en|et|y|e|di))$", re.IGNORECASE
)
_LONGEST_END = 4
"""Characters of a small word, and of what shows that it is a whole one."""
_DASHES = "–—-"
_DASH = re.compile(r"\s[–—-]\s")
_FEW, _FEW_WITH_DETAIL = 3, 5
_LARGER = 0.75
"""Of the width: heads are set in larger letters than what stands below them."""

_WHOLLY = 2
"""The weight of words that name work and nothing else."""

_SEPARATOR = re.compile(r",\s|\s[-–—|@]\s|\s(?:at|bei|chez|presso|bij)\s")

_ONE_ADDRESS = re.compile(r"\S*(?:@|\w/|www\.)\S*")
_REST_OF_ADDRESS = re.compile(r"[a-z\d./_-][\w.%/=&?#~-]{0,80}")
SITE = re.compile(r"\s\([^\W\d_]{2,20}\)$")
"""What a profile says behind a link: "(LinkedIn)"."""
_WHOLE_LINK = re.compile(r"(?:www\.|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}/)")
_FULL_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}")
_PAGE = re.compile(r"(?:[\w-]{3,}\.)+[a-z]{2,12}")
"""The address of a page, which may stand below that of a mail box: "brackwater.example"."""
_WHOLE_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}")

Joins = Callable[[Line, Line], bool]


def joined(text: str, lines: Sequence[Line], joins: Joins) -> Iterator[Line]:
    """Lines of which each goes on with the one above where `joins` says so."""
    held: Line | None = None
    for line in lines:
        if held and line.end - held.start <= LONGEST and joins(held, line):
            said = text[held.start : line.end]
            held = Line(held.start, line.end, held.body, said, follows_gap=held.follows_gap)
            continue
        if held:
            yield held
        held = line
    if held:
        yield held


def plainly_goes_on(above: Line, below: Line) -> bool:
    """In brackets, behind a comma or a small word, with a dash or in lower case."""
    is_marked = below.is_bullet and below.text[0] not in _DASHES
    if below.follows_gap or is_marked or (below.is_bullet and above.is_bullet):
        return False
    if above.text.count("(") > above.text.count(")") or ends_openly(above):
        return True
    return below.text[0] in f"{_DASHES}(" or below.text[0].islower()


def ends_openly(line: Line) -> bool:
    """With a comma, a dash or a small word, behind which something must come."""
    return _OPEN_END.search(line.text[-_LONGEST_END:]) is not None


def unwrapped_heads(text: str, lines: Sequence[Line]) -> list[Line]:
    """Heads of roles that a narrow column cut: "Baker, Corner / Mill", "2019 – May / 2021"."""
    width = width_of(lines)
    is_wrapped = any(_runs_on(above, below) for above, below in pairwise(lines))

    def joins(above: Line, below: Line) -> bool:
        if above.is_bullet:
            return False
        is_large = is_full(above, below, int(width * _LARGER), most=HEAD_CHARACTERS)
        if is_large and _is_cut_title(above.text, below.text):
            return True
        if not is_full(above, below, width, most=HEAD_CHARACTERS):
            return False
        if any(p.start < above.end < p.end for p in periods(text, above.body, below.end)):
            return True
        if _is_cut_place(above.text, below.text):
            return True
        is_head = is_wrapped and title_weight(above.text) == 2 and _SEPARATOR.search(above.text)
        is_dated = any(period.is_range for period in periods(above.text))
        return bool(is_head) and not is_dated and not _says_something_else(text, below)

    return list(joined(text, lines, joins))


def unwrapped_contact(text: str, lines: Sequence[Line]) -> list[Line]:
    """Addresses, links and places that a narrow column cut, wherever it had to."""
    width = max((len(line.text) for line in lines if " " not in line.text), default=0)

    def joins(above: Line, below: Line) -> bool:
        if below.follows_gap:
            return False
        both = f"{above.text} {below.text}"
        is_cut_place = "," in above.text and not is_place(above.text) and is_place(both)
        return _is_cut_address(above.text, below.text, width) or is_cut_place

    return list(joined(text, lines, joins))


def _is_cut_address(above: str, below: str, width: int) -> bool:
    """Whether one word runs on: a mail address without its end, a link as long as any."""
    if above.isupper():
        above, below = above.lower(), below.lower()
    below = SITE.sub("", below)
    if not _ONE_ADDRESS.fullmatch(above) or not _REST_OF_ADDRESS.fullmatch(below):
        return False
    is_other = _PAGE.fullmatch(below) or not re.search(r"[a-z]", below)
    if _WHOLE_LINK.match(below) or (_FULL_MAIL.fullmatch(above) and is_other):
        return False
    if "@" in above:
        return below[0] == "." or above[-1] in "@.-" or _WHOLE_MAIL.fullmatch(above) is None
    return above[-1] in "/-_.=" or (len(above) >= max(width - 1, CUT_LINK) and "." not in below)


def _is_cut_place(above: str, below: str) -> bool:
    """As in "Baker, Mill, Sharjah, United Arab / Emirates"."""
    tails = [above[cut.end() :] for cut in re.finditer(r",\s", above)]
    return len(below.split()) <= 3 and any(
        is_place(f"{tail} {below}") and not is_place(tail) for tail in tails
    )


def _is_cut_title(above: str, below: str) -> bool:
    """As in "City Schools, Dayton — Long-Term / Substitute Teacher": the work begins behind the
    dash and has its noun on the next line.
    """
    *before, tail = _DASH.split(above)
    is_open = bool(before) and title_weight(tail) < _WHOLLY and not is_place(tail)
    is_begun = len(tail.split()) <= _FEW and tail[:1].isupper() and not next(periods(tail), None)
    is_noun = len(below.split()) <= _FEW_WITH_DETAIL and title_weight(below) == _WHOLLY
    return is_open and is_begun and is_noun


def _says_something_else(text: str, line: Line) -> bool:
    """Whether it is a fact of its own: a title, dates, or a place."""
    first = next(periods(line.text), None)
    is_date = first is not None and first.start == 0
    is_other = any(is_place(text[slice(*cell)]) for cell in list(cells(line))[:1])
    return is_date or is_other or title_weight(line.text) == 2


def _runs_on(above: Line, below: Line) -> bool:
    """Whether a bullet visibly goes on."""
    return above.is_bullet and not below.is_bullet and below.text[0].islower()


def is_full(above: Line, below: Line, width: int, most: int = NARROW_CHARACTERS) -> bool:
    """Whether the next word had no room on the line above, in a narrow column of this width."""
    if width > most or below.is_bullet or below.follows_gap:
        return False
    last = above.text.rpartition("\n")[2]
    return len(last) + 1 + len(below.text.split()[0]) > width


def width_of(lines: Sequence[Line]) -> int:
    """Characters of the longest line."""
    return max((len(line.text) for line in lines), default=0)


def column_widths(parts: Sequence[Sequence[Line]], columns: int) -> list[int]:
    """Of each part the width of its column. In a text of one column all have the same."""
    if columns == 1:
        return [max(map(width_of, parts), default=0)] * len(parts)
    return [_column_width(parts, number) for number in range(len(parts))]


def _column_width(parts: Sequence[Sequence[Line]], number: int) -> int:
    """Of one part's column: its longest line, or that of a neighbour in the same narrow one."""
    near = [width_of(lines) for lines in parts[max(number - 2, 0) : number + 3]]
    return max([width_of(parts[number]), *(width for width in near if width <= NARROW_CHARACTERS)])
