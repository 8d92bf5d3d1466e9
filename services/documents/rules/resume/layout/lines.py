"""The lines of a résumé, with their places in the text: what is a bullet, what stands apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from services.documents.rules.lexicon import plain, words
from services.documents.rules.lines import LINE

Range = tuple[int, int]
"""Half-open, in characters of the whole text."""

FURNITURE = "\f"
"""Behind it stands what every page repeats; it belongs to no section."""

_MARKS = "•◦▪▫‣●○■□◆◇▶►➢➤✓✔✦★→»·∙\u2043"
_BULLET = re.compile(
    rf"(?:[{_MARKS}*+–—-]|[oO](?=\s{{1,4}}[A-Z])|\(?(?:\d{{1,2}}[.)]|[a-h]\))(?=\s))[ \t]*(?=\S)"
)
_BESIDE = re.compile(rf"\t+(?=[{_MARKS}][ ]\S+(?:[ ]\S+){{3}})")
_BEHIND_DATE = re.compile(
    rf"(?:(?<=\d)|(?<=[Pp]resent)|(?<=[Nn]ow))[ ]+"
    rf"(?=[{_MARKS}][ ]+(?P<verb>[A-Z][a-z]+)[ ](?P<next>[a-z\d]\S*)(?:[ ]\S+){{2}})"
)
"""Where a deed begins in the column beside a date: "2019 • Cared for five wards"."""
_SMALL = {"and", "at", "da", "de", "del", "der", "des", "di", "du", "for", "in", "of", "the", "von"}
"""These also stand in names: "2019 • Bank of Kent and Sussex"."""
_NEEDS_SPACE = "*+–—-"
_APART = re.compile(r"\t+|[ ]{3,}|[ \t]+//[ \t]+|[ \t]+[│•·∙⋅◦‧⧫♦\u2223][ \t]+|[ \t]*[|¦][ \t]*")
_RULE = re.compile(r"[-=_*~#–—.•·]+")
"""A line drawn with characters, under a heading or between entries, or a bullet before nothing."""
_EDGES = " \t\n,;:|¦·•∙–—-()[]"


@dataclass(frozen=True, slots=True)
class Line:
    """`text[start:end]`, without spaces around it. `body` is where it begins behind a bullet.

    `follows_gap` where an empty line stands before it.
    """

    start: int
    end: int
    body: int
    text: str
    follows_gap: bool

    @property
    def is_bullet(self) -> bool:
        return self.body > self.start

    @property
    def content(self) -> str:
        return self.text[self.body - self.start :]

    def behind(self, width: int) -> "Line":
        """What stands behind its first `width` characters, which a bullet may begin."""
        said = self.text[width:]
        start = self.start + width
        return Line(start, self.end, start + _bullet_width(said), said, follows_gap=False)


def lines_of(text: str) -> list[Line]:
    """Every line that is not empty, up to the page furniture."""
    return list(_lines(text, 0, len(text.partition(FURNITURE)[0])))


def furniture_of(text: str) -> list[Line]:
    """The lines that every page repeats."""
    return list(_lines(text, len(text.partition(FURNITURE)[0]) + 1, len(text)))


def _lines(text: str, start: int, end: int) -> Iterator[Line]:
    last = start
    for found in LINE.finditer(text, start, end):
        raw = found.group()
        stripped = raw.strip()
        if not stripped or _RULE.fullmatch(stripped):
            continue
        begin = found.start() + len(raw) - len(raw.lstrip())
        gap = text.count("\n", last, found.start()) > 1
        last = begin + len(stripped)
        yield from _with_bullets_apart(begin, stripped, follows_gap=gap)


def _with_bullets_apart(start: int, said: str, *, follows_gap: bool) -> Iterator[Line]:
    """One line; a sentence that a bullet begins in its last column is one of its own."""
    beside = _BESIDE.search(said) or _deed_behind_date(said)
    end = start + (beside.start() if beside else len(said))
    body = start + _bullet_width(said)
    yield Line(start, end, body, said[: end - start], follows_gap=follows_gap)
    if beside:
        yield from _with_bullets_apart(
            start + beside.end(), said[beside.end() :], follows_gap=False
        )


def _deed_behind_date(said: str) -> re.Match[str] | None:
    found = _BEHIND_DATE.search(said)
    if found is None or found["next"] not in _SMALL:
        return found
    verb = found["verb"]
    return found if verb.endswith("ed") or plain(verb) in words("verbs") else None


def cells(line: Line) -> Iterator[Range]:
    """What stands apart on the line: columns, and parts between bars and dots."""
    at = line.body
    for gap in _APART.finditer(line.text, line.body - line.start):
        yield from _some(trimmed(line, at, line.start + gap.start()))
        at = line.start + gap.end()
    yield from _some(trimmed(line, at, line.end))


def trimmed(line: Line, start: int, end: int) -> Range:
    """Without the separators around it, but with a bracket that belongs to it."""
    piece = line.text[start - line.start : end - line.start]
    left = len(piece) - len(piece.lstrip(_EDGES))
    right = len(piece.rstrip(_EDGES))
    for opening, closing in ("()", "[]"):
        if closing in piece[right : right + 1] and opening in piece[left:right]:
            right += 1
    return start + left, start + max(left, right)


def _some(found: Range) -> Iterator[Range]:
    if found[0] < found[1]:
        yield found


def _bullet_width(line: str) -> int:
    found = _BULLET.match(line)
    if not found:
        return 0
    mark = found.group()
    if mark[0] in _NEEDS_SPACE and len(mark) == 1:
        return 0
    return len(mark)
