"""What a heading that says nothing we know announces: by the points that stand below it."""

from collections.abc import Iterator, Sequence

from services.documents.rules import durations
from services.documents.rules.job.announced import Section
from services.documents.rules.job.blocks import Block
from services.documents.rules.job.gates import begins_with_gate
from services.documents.rules.job.reader import names_what_is_wanted

_FEWEST = 2


def announced_by(text: str, lines: Sequence[Block], at: int) -> Section | None:
    """Requirements, where most of the points from `lines[at]` on name what a person has.

    None where they do not, or where no points stand there.
    """
    said = [text[point.start : point.end].strip() for point in _points(lines, at)]
    wanted = sum(map(_is_of_person, said))
    return Section.REQUIREMENTS if wanted >= _FEWEST and 2 * wanted > len(said) else None


def _points(lines: Sequence[Block], at: int) -> Iterator[Block]:
    for number in range(at, len(lines)):
        block = lines[number]
        if block.heading is not None or not (block.is_item or block.is_line):
            return
        yield block


def _is_of_person(said: str) -> bool:
    """Whether it names a skill, a length of work or a paper: "Good knowledge of customs law"."""
    is_named = names_what_is_wanted(said) or durations.begins_with_years(said)
    return is_named or begins_with_gate(said)
