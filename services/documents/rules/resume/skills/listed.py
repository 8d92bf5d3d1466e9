"""What a list of skills names beyond the catalogue: each item as its owner wrote it."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence

from services.documents.rules.lexicon import plain, words
from services.documents.rules.places import Places
from services.documents.rules.resume.beside.held import label_of_certificates
from services.documents.rules.resume.beside.languages import told_in
from services.documents.rules.resume.dates.periods import periods
from services.documents.rules.resume.layout.lines import Line, Range, trimmed
from services.documents.rules.resume.layout.wraps import ends_openly, is_full, joined, width_of
from services.documents.rules.resume.sections.headings import Section, section_of
from services.documents.rules.wording import is_language

MAX_WORDS = 5
MAX_CHARACTERS = 60
_FEWEST_ROWS = 2
FEWEST_ITEMS, MAX_WORDS_AMONG = 3, 3
"""By which a line under no heading for skills is a list of them."""

_LABEL = re.compile(r"[*_]{0,2}[^\W\d_][^:,;|•·\n]{0,40}?[*_]{0,2}:[*_]{0,2}(?:\s+|$)")
_ROW = re.compile(r"[^\W\d_][^,:;|•·\t\n]{0,40}\t+(?=[^\t\n]+$)")
"""A row of a table of two columns: what kind of skills, and which they are."""
_SEPARATOR = re.compile(r"[,;|•·●∙▪\t]|\s/\s|\s{3,}")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_BEHIND = re.compile(r"\s*:\s+|\s*[(\[]\s*|\s+[-–—]\s+")
_NAMED = re.compile(r"(?<![^,;(] )\b[A-Z][^,;()\n]{1,30}?(?=\s*[,;)])")
_NO_NAME = re.compile(r"\b(?:level|grade|years?|certified|since|licen[cs]e)\b|\d{4}", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?]$|[.!?]\s+[A-Z]|https?:|www\.|@|\b(?:I|my|we|our|ich|je|yo)\b")
_NO_LIST = re.compile(
    r"(?:[^\W\d_]+ ){0,2}(?:licen[cs]e|permis|f[üu]hrerschein\w*|carn[ée]t?|patente)\b[^:]{0,12}:"
    r"|[^\W\d_]+(?:[ -][^\W\d_]+)?,\s+(?:den|le|am|a)?\s*\d{1,2}[./ ]\s?\w+[./ ]\s?\d{2,4}(?=$|\n)",
    re.IGNORECASE,
)
"""What one may drive, and the place and day behind which a letter is signed."""
_FIELD = re.compile(r"[^,:;]+,[^,:;]+:\s")
"""What something is said to have, as in "Bread map, roles: Writer, Docker"."""
_NO_SKILLS = (Section.INTERESTS, Section.CERTIFICATIONS, Section.REFERENCES)
_LETTERS = re.compile(r"[^\W\d_]")
_LEVEL = re.compile(
    r"(?:(?:very|sehr|muy|tr[eè]s|upper|lower) )?"
    r"(?:native|fluent|basics?|advanced|intermediate|beginner|expert|proficient|elementary|good"
    r"|strong|excellent|familiar|competent|experienced|professional|working|grundkenntnisse|gut"
    r"|fortgeschritten|experte|courant|interm[ée]diaire|avanc[ée]e?|notions|d[ée]butant|b[áa]sico"
    r"|intermedio|avanzado|avan[çc]ado|experto|alto|medio|base|avanzato|ottimo|buono)"
    r"(?: (?:level|knowledge|user|proficiency|skills?|command|kenntnisse|nivel))?",
    re.IGNORECASE,
)
_LEVEL_BEHIND = re.compile(r"\s+[ABC][12]$")


def listed_in(
    text: str, lines: Sequence[Line], width: int, known: Iterable[Range]
) -> Iterator[Range]:
    """The items of one list, without those in which one of `known` stands, and spoken languages.

    Levels, in brackets or behind a dash, are left out of an item. `width` is that of the column in
    characters.
    """
    taken = Places.of(known)
    rows = _rows(lines)
    for whole in _whole(text, lines, width, rows):
        label = rows.get(whole.start, 0)
        line = whole.behind(label) if label else whole
        for start, end in _items(text, line):
            if not taken.touches(start, end) and _is_skill(text[start:end]):
                yield start, end


def section_of_label(text: str, line: Line) -> Section | None:
    """What a line is about by its own label: "Interests: chess" is none of the skills."""
    label = _LABEL.match(text, line.body, line.end)
    return section_of(label[0].strip(" :*_")) if label else None


def is_plain_list(text: str, line: Line) -> bool:
    """Whether a line names three things or more, shortly, and says nothing else."""
    if _FIELD.match(line.content):
        return False
    items = [text[slice(*item)] for item in _items(text, line)]
    has_label = _LABEL.match(line.content) is not None
    are_short = all(_is_skill(said) and len(said.split()) <= MAX_WORDS_AMONG for said in items)
    return len(items) >= FEWEST_ITEMS and are_short and not has_label


def _rows(lines: Sequence[Line]) -> dict[int, int]:
    """Where the rows of a table of kinds and items begin, with the characters of each kind."""
    found = {line.start: row.end() for line in lines if (row := _ROW.match(line.text))}
    listed = [line for line in lines if line.start in found and "," in line.text]
    is_table = len(found) >= _FEWEST_ROWS and 2 * len(listed) >= len(found)
    return found if is_table else {}


def _whole(text: str, lines: Sequence[Line], width: int, rows: Container[int]) -> Iterator[Line]:
    """Each line with what it runs on to: an item that a narrow column cut is one again."""
    has_commas = any(_SEPARATOR.search(line.content) for line in lines)
    is_wider = width > width_of(lines)

    def joins(above: Line, below: Line) -> bool:
        is_row = below.start in rows or ("\t" in above.text and "\t" in below.text)
        if is_row or below.is_bullet or below.follows_gap or _LABEL.match(below.text):
            return False
        if has_commas and _SEPARATOR.search(above.content):
            return True
        if ends_openly(above) or above.text.count("(") > above.text.count(")"):
            return True
        return is_full(above, below, width) and (is_wider or below.text[0].islower())

    return joined(text, lines, joins)


def _items(text: str, line: Line) -> Iterator[Range]:
    if told_in(text, line) or label_of_certificates(line) or _NO_LIST.match(line.content):
        return
    label = _LABEL.match(text, line.body, line.end)
    at = label.end() if label else line.body
    if label and _says_something_else(label[0], text[at : line.end]):
        return
    inside = Places.of(found.span() for found in _BRACKETS.finditer(text, at, line.end))
    for cut in _SEPARATOR.finditer(text, at, line.end):
        if not inside.touches(cut.start(), cut.start() + 1):
            yield from _without_level(text, trimmed(line, at, cut.start()))
            at = cut.end()
    yield from _without_level(text, trimmed(line, at, line.end))


def _says_something_else(label: str, said: str) -> bool:
    """Whether the line tells of hobbies or the like, or of the languages that one speaks."""
    section = section_of(label.strip(" :*_"))
    if section is Section.LANGUAGES:
        items = _SEPARATOR.split(said)
        spoken = [item for item in items if words("languages").intersection(plain(item).split())]
        return 2 * len(spoken) > len(items)
    return section in _NO_SKILLS


def _without_level(text: str, item: Range) -> Iterator[Range]:
    start, end = item
    behind = _BEHIND.search(text, start, end)
    if behind and behind.start() > start:
        end = behind.start()
    if start < end:
        yield start, end
    if behind and "(" in behind.group():
        yield from _in_brackets(text, (behind.end(), item[1]))


def _in_brackets(text: str, at: Range) -> Iterator[Range]:
    """What brackets name besides levels: "Excel (advanced, Power Query)"."""
    for named in _NAMED.finditer(text, *at):
        if not _LEVEL.search(named[0]) and not _NO_NAME.search(named[0]):
            yield named.span()


def _is_skill(said: str) -> bool:
    flat = " ".join(said.split())
    if len(flat) < 2 or len(flat) > MAX_CHARACTERS or len(flat.split()) > MAX_WORDS:
        return False
    if not _LETTERS.search(flat) or _SENTENCE.search(flat) or next(periods(flat), None):
        return False
    return not _LEVEL.fullmatch(flat) and not is_language(_LEVEL_BEHIND.sub("", flat))
