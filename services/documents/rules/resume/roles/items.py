"""What stands under the head of an entry: bullets that may run over several lines, and prose."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from services.documents.rules.lines import LONGEST
from services.documents.rules.resume.layout.lines import Line, Range

_LABEL = re.compile(
    r"(?:technolog(?:y|ies)|tech(?:nical)? stack|stack|tools?|environment|skills|keywords"
    r"|(?:tickets|cards|licen[cs]es|certificates|certifications|qualifications)(?: held)?"
    r"|frameworks|languages|built with|technologien|technologies utilisées|tecnologías)"
    r"(?: used)?\s*:",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?;:]['”\")\]]?$")
_FULL_STOP = re.compile(
    r"(?<=[a-z\d)%][.!?])(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\betc\.)(?<!\bvs\.)(?<!\bapprox\.)\s+(?=[A-Z])"
)
_SHORT = 0.7
_AMONG = re.compile(r"[,;:|/•·]|\s(?:and|und|et|y|e|&)\s")
_MOST_WORDS_OF_NAME = 3


@dataclass(frozen=True)
class Items:
    """`bullets` are things done, one each; `prose` is everything else that is said."""

    bullets: tuple[Range, ...]
    prose: tuple[Range, ...]


def is_list_of_names(said: str) -> bool:
    """Whether an item only names things: "R", "Tools: R, Go"; then each of them is meant."""
    parts = [part.split() for part in _AMONG.split(said.rstrip(" ."))]
    return all(0 < len(part) <= _MOST_WORDS_OF_NAME for part in parts)


def places_among(line: Line, begin: int) -> Iterator[Range]:
    """Where each of the names of a list stands, from `begin` on."""
    at = begin
    for cut in _AMONG.finditer(line.text, begin - line.start):
        yield at, line.start + cut.start()
        at = line.start + cut.end()
    yield at, line.end


def items_of(lines: Sequence[Line]) -> Items:
    """Where nothing is marked as a bullet, every sentence of the prose that ends a line is one."""
    marked: list[list[Line]] = []
    prose: list[list[Line]] = []
    for group in _groups(lines):
        (marked if group[0].is_bullet else prose).append(group)
    paragraphs = [group for group in prose if not _is_label_of_list(group)]
    if marked:
        return Items(tuple(map(_whole, marked)), tuple(map(_whole, paragraphs)))
    sentences: list[Range] = []
    labels: list[Range] = []
    for group in paragraphs:
        if _LABEL.match(group[0].content):
            labels.append(_whole(group))
        else:
            sentences += [found for part in _wrapped(group) for found in _sentences(part)]
    return Items(tuple(sentences), tuple(labels))


def as_written(lines: Sequence[Line]) -> Items:
    """Each line of prose before the first bullet, and each bullet with what it runs on to."""
    first = next((at for at, line in enumerate(lines) if line.is_bullet), len(lines))
    prose = tuple((line.start, line.end) for line in lines[:first])
    return Items(tuple(map(_whole, _groups(lines[first:]))), prose)


def _groups(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Lines that belong together: a bullet with what it runs on to, or a paragraph."""
    group: list[Line] = []
    for line in lines:
        if group and not (_runs_on(line) and line.end - group[0].start <= LONGEST):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _runs_on(line: Line) -> bool:
    return not (line.is_bullet or line.follows_gap or _LABEL.match(line.content))


def _is_label_of_list(group: Sequence[Line]) -> bool:
    """A line such as "Key achievements:" says nothing itself."""
    return len(group) == 1 and group[0].text.endswith(":") and len(group[0].text) < 60


def _sentences(group: Sequence[Line]) -> Iterator[Range]:
    """The sentences of one item, each where it stands."""
    at = group[0].body
    for line in group:
        for end in _FULL_STOP.finditer(line.text, max(at - line.start, 0)):
            yield at, line.start + end.start()
            at = line.start + end.end()
    yield at, group[-1].end


def _wrapped(group: Sequence[Line]) -> Iterator[list[Line]]:
    """A line that ends a sentence, or ends early, ends an item."""
    width = max(len(line.text) for line in group)
    item: list[Line] = []
    for line in group:
        if item and _ends(item[-1], width) and line.text[:1].isupper():
            yield item
            item = []
        item.append(line)
    yield item


def _ends(line: Line, width: int) -> bool:
    return bool(_SENTENCE_END.search(line.text)) or len(line.text) < _SHORT * width


def _whole(group: Sequence[Line]) -> Range:
    return group[0].body, group[-1].end
