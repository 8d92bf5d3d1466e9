"""Several roles in one text: where each begins, so that what they ask for is not mixed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from services.documents.rules.job.announced import Section, announced, is_known
from services.documents.rules.job.edges import Place
from services.documents.rules.occupations import family_of
from services.documents.rules.wording import title_weight

_NAME = r"(?P<said>[A-Z][^\n|(.:?!]{2,60}?)"
_CALLED = r"(?P<said>(?-i:[A-Z][\w&/’'-]*)(?: (?:(?-i:[A-Z])[\w&/’'-]*|of|de|and|&|the)){0,5})"
"""With capitals throughout, as a name that stands alone is written."""

_TAIL = r"(?:[ \t]+[–—-][ \t][^\n]*|[ \t]*[|(][^\n]*)?[ \t]*$"
_WORDS = r"(?:role|position|post|job|vacancy|opening|stelle|poste|puesto)"
_MARKS = tuple(
    re.compile(pattern, re.IGNORECASE | re.MULTILINE)
    for pattern in (
        rf"^[^\w\n]{{0,6}}(?:{_WORDS}\ )?(?:\d{{1,2}}|[A-C])[.):]+\s{{1,3}}{_NAME}{_TAIL}",
        rf"^[^\w\n]{{0,6}}(?P<label>{_WORDS}|job\ title|title)[ \t]*:[ \t]*{_NAME}{_TAIL}",
        rf"^\#{{1,4}}\s+{_NAME}{_TAIL}",
        rf"^\*\*{_NAME}(?:[ \t]*[(–|-][^\n*]*)?\*\*:?[ \t]*$",
        rf"(?:\A|(?<=\n\n)|(?<=:\n)){_CALLED}{_TAIL}\n(?=[^\n]*\S)",
        rf"^{_NAME}:[ \t]+(?=[^\n]*(?:,[^\n]*,|\byears?\b))",
    )
)
"""Marks of a heading that names a role: a number, a label, a mark of headings, a line apart."""

_SURE = _MARKS[:2]
"""Those of which not every name must be a work that we know."""

_SHARED = re.compile(
    rf"^\W*(?:(?:for )?(?:both|all|every|each)(?: (?:of )?(?:the |these |our )?{_WORDS}s?)?"
    r"|every(?:one|body)|common requirements)\b[^\n.]{0,30}?(?::|$)",
    re.IGNORECASE | re.MULTILINE,
)
_OF_ALL = (Section.ASIDE, Section.ABOUT, Section.FACTS)
_LINE = re.compile(r"^[^\n]*\S[^\n]*$", re.MULTILINE)
_LONGEST = 60
_MOST_WORDS = 6
_MOST = 30
"""Roles; what has more marked lines is a list of something else."""


@dataclass(frozen=True)
class Role:
    """`name` is where the role is called, `start` and `end` where the text speaks of it."""

    name: Place
    start: int
    end: int


def roles_in(text: str) -> tuple[Role, ...]:
    """The roles that the text sets apart by their headings; none where it offers a single one."""
    for mark in _MARKS:
        heads = [found for found in mark.finditer(text) if not is_known(found["said"].strip())]
        known = [found for found in heads if _is_role(found["said"])]
        if mark in _SURE and 2 * len(known) < len(heads):
            known = []
        named = heads if mark in _SURE and len(known) > 1 else known
        if _are_several(text, named):
            return tuple(_parts(text, named))
    return ()


def _is_role(said: str) -> bool:
    hit = family_of(said)
    is_whole = hit is not None and hit.end - hit.start == len(said.strip())
    return len(said.split()) <= _MOST_WORDS and (title_weight(said.strip()) == 2 or is_whole)


def _are_several(text: str, heads: Sequence[re.Match[str]]) -> bool:
    """Whether two kinds of work are named, and something is said below each."""
    if not 1 < len(heads) <= _MOST:
        return False
    stops = [*(head.start() for head in heads[1:]), len(text)]
    told = [text[head.end() : stop].strip() for head, stop in zip(heads, stops, strict=True)]
    labels = {(head.groupdict().get("label") or "").lower() for head in heads}
    names = {" ".join(head["said"].lower().split()) for head in heads}
    return len(names) == len(heads) and len(labels) == 1 and all(told)


def _parts(text: str, heads: Sequence[re.Match[str]]) -> Iterator[Role]:
    """Each role up to the next; the last up to what is said of them all."""
    stops = [*(head.start() for head in heads[1:]), _end_of_last(text, heads[-1].end())]
    for head, stop in zip(heads, stops, strict=True):
        yield Role(head.span("said"), head.start(), stop)


def _end_of_last(text: str, start: int) -> int:
    for line in _LINE.finditer(text, start):
        said = line[0].strip(" #*_:\t")
        is_head = len(said) <= _LONGEST and is_known(said) and announced(said) in _OF_ALL
        if is_head or _SHARED.match(text, line.start(), line.end()):
            return line.start()
    return len(text)
