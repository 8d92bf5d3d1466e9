"""Tables in a job description: rows of cells, whose columns or marks say how much is wanted."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from services.documents.rules.job.announced import Section, announced, is_known
from services.documents.rules.job.edges import Place


@dataclass(frozen=True)
class Cell:
    """`text[start:end]` is what a cell says, or several of one row that belong together."""

    start: int
    end: int
    section: Section


@dataclass(frozen=True)
class Row:
    """A line of a table; `cells` are those that say something of the job, none in its head."""

    start: int
    end: int
    cells: tuple[Cell, ...]


_RULE = re.compile(r"[|\s:+-]+")
_BORDER = re.compile(r" {0,3}\|[ \t]*|[ \t]*(?:(?:[-*•▪◦●‣·–+o]|\d{1,2}[.)])[ ]*\t[ \t]*)?")
"""Of a table, or the mark of a point; a bar far to the right has an empty cell before it."""

_MARK = re.compile(r"[✓✔√xX•●*]|yes", re.IGNORECASE)
_WANTED = {
    Section.REQUIREMENTS: re.compile(
        r"E|M|essential|must(?:[- ]have)?|required|mandatory|minimum|high|yes", re.IGNORECASE
    ),
    Section.NICE: re.compile(
        r"D|N|P|desir(?:able|ed)|nice(?: to have)?|preferred|optional|bonus|plus|low|no",
        re.IGNORECASE,
    ),
}
_CONTENT = re.compile(
    r"(?:\w+ )?(?:criteri(?:a|on)|requirements?|skills?|attributes?|qualifications?"
    r"|competenc(?:y|ies)|experience|knowledge|anforderung(?:en)?|kriterium|critères?|compétences?|requisitos?)",
    re.IGNORECASE,
)
_FACT = re.compile(
    r"(?:job |post |position )?(?:title|location|place|salary|pay|hours|contract|grade"
    r"|department|team|reports? to|closing date|start(?: date)?|type|reference|company"
    r"|employer|role|position)",
    re.IGNORECASE,
)
_FEWEST = 2
"""Rows; a single line with bars is none of a table."""


def tables(text: str) -> Iterator[Row]:
    """The rows of every table whose columns we understand; others stay lines like any."""
    for run in _runs(text):
        yield from _understood(text, run)


def without(text: str, rows: Sequence[Row]) -> str:
    """With blanks where the rows of tables stand."""
    pieces, at = [], 0
    for row in rows:
        pieces += [text[at : row.start], " " * (row.end - row.start)]
        at = row.end
    return "".join([*pieces, text[at:]])


def _runs(text: str) -> Iterator[list[list[Place]]]:
    """Adjacent lines of two cells or more, each the places of its cells.

    Below the first a line may have one: it heads the rows that follow.
    """
    run: list[list[Place]] = []
    for line in re.finditer(r"[^\n]*\n?", text):
        cells = _cells(text, line.start(), line.end())
        if len(cells) > 1 or (run and cells and "|" in line[0]):
            run.append(cells)
        elif not (run and line[0].strip() and _RULE.fullmatch(line[0])):
            if sum(len(row) > 1 for row in run) >= _FEWEST:
                yield run
            run = []


def _cells(text: str, start: int, end: int) -> list[Place]:
    """Where the cells of a line are; one that is empty between two others has no length."""
    line = text[start:end]
    if "|" not in line and "\t" not in line:
        return []
    border = _BORDER.match(line)
    left, right = start + (border.end() if border else 0), start + len(line.rstrip(" |\t\n"))
    if _RULE.fullmatch(line):
        return []
    found, at = [], left
    for bar in [*re.finditer(r"\||\t", text[left:right]), None]:
        stop = left + bar.start() if bar else right
        said = text[at:stop]
        begin = at + len(said) - len(said.lstrip())
        found.append((begin, max(begin, at + len(said.rstrip()))))
        at = stop + 1
    return found


def _understood(text: str, run: Sequence[Sequence[Place]]) -> Iterator[Row]:
    rows = [row for row in run if len(row) > 1]
    found = list(_of_table(text, rows))
    if found:
        found += [_row(text, row, []) for row in run if len(row) == 1]
    yield from sorted(found, key=lambda row: row.start)


def _of_table(text: str, run: Sequence[Sequence[Place]]) -> Iterator[Row]:
    said = [[text[slice(*cell)].strip("*_: ") for cell in row] for row in run]
    head = said[0]
    columns = {at: name for at, word in enumerate(head) if (name := _column(word))}
    wanted = _marked(said)
    is_headed = bool(columns) or _CONTENT.fullmatch(head[0]) is not None
    if is_headed or wanted is not None:
        for number, (places, words) in enumerate(zip(run, said, strict=True)):
            is_head = is_headed and number == 0
            yield _row(text, places, [] if is_head else _of_row(places, words, columns, wanted))
    elif sum(bool(is_known(row[0]) or _FACT.fullmatch(row[0])) for row in said) >= _FEWEST:
        for places, words in zip(run, said, strict=True):
            section = announced(words[0]) if is_known(words[0]) else Section.FACTS
            cell = Cell(places[1][0], places[-1][1], section or Section.OPEN)
            whole = Cell(places[0][0], places[-1][1], Section.FACTS)
            yield _row(text, places, [whole if section is Section.FACTS else cell])


def _column(word: str) -> Section | None:
    """What a column holds whose head says how much it is wanted: "Essential", "Desirable"."""
    return next(
        (
            name
            for name, words in _WANTED.items()
            if len(word) > 1 and words.match(word) and not re.search(r"/|\bor\b", word)
        ),
        None,
    )


def _marked(said: Sequence[Sequence[str]]) -> int | None:
    """The column, not the first, whose cells are nothing but how much each row is wanted."""
    for at in range(1, min(map(len, said))):
        below = [row[at] for row in said[1:]]
        if len(below) >= _FEWEST and all(_wanted(word) for word in below):
            return at
    return None


def _wanted(word: str) -> Section | None:
    return next((name for name, words in _WANTED.items() if words.fullmatch(word)), None)


def _of_row(
    places: Sequence[Place], words: Sequence[str], columns: dict[int, Section], wanted: int | None
) -> list[Cell]:
    if wanted is not None and wanted < len(words):
        return [Cell(*places[0], _wanted(words[wanted]) or Section.REQUIREMENTS)]
    marks = [name for at, name in columns.items() if at < len(words) and _MARK.fullmatch(words[at])]
    if marks:
        return [Cell(*places[0], marks[0])]
    if columns:
        return [Cell(*places[at], name) for at, name in columns.items() if at < len(places)]
    return [Cell(places[0][0], places[-1][1], Section.REQUIREMENTS)]


def _row(text: str, places: Sequence[Place], cells: Sequence[Cell]) -> Row:
    """From the start of its line to its end."""
    begin = text.rfind("\n", 0, places[0][0]) + 1
    end = text.find("\n", places[-1][1])
    kept = tuple(cell for cell in cells if cell.start < cell.end)
    return Row(begin, len(text) if end < 0 else end, kept)
