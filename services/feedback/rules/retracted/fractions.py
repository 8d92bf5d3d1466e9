"""A figure that is put right as so much of what was said: "I repaired 40 pumps. Well, half of it."

Which figure is meant has to be plain: the only count of what was said last, or the only time.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from chassis.hearing.lexicon import sign_lists
from chassis.hearing.text import Piece, clauses
from services.feedback.rules.figures import Figure, bare_numbers_in
from services.feedback.rules.retracted.disowned import is_of_others
from services.feedback.rules.retracted.retraction import Retraction, counting
from services.feedback.rules.retracted.slips import is_asserted

LISTS = str(Path(__file__).parent / "fractions.toml")


def told_in_part(
    sentence: Piece, before: Sequence[Piece], mended: Iterable[Retraction]
) -> Iterator[Retraction]:
    """The figure that was said before, where a sentence or its end says how much of it was so."""
    hit = sign_lists(LISTS)["part"].search(sentence.text)
    if hit is None:
        return
    is_all = hit.start() == 0
    said = before[-1:] if is_all else [sentence.part(0, hit.start())]
    for piece in said:
        figure = _only_one(piece, mended)
        if figure is not None and piece.turn_id == sentence.turn_id:
            yield Retraction(figure, piece if is_all else sentence, sentence, None)


def _only_one(piece: Piece, mended: Iterable[Retraction]) -> Figure | None:
    """What is counted at the end of a piece that says how things were, if that is plain."""
    last, lists = clauses(piece)[-1], sign_lists(LISTS)
    is_told = lists["told"].search(last.text) and not piece.text.endswith("?")
    if not is_told or not is_asserted(piece.text) or is_of_others(piece):
        return None
    known = counting([(one, piece) for one in bare_numbers_in(piece.text)], mended)
    figures = [one for one, _ in known if one.unit]
    counts = [one for one in figures if not lists["time"].fullmatch(one.unit)]
    only = counts or figures
    return only[0] if len(only) == 1 and only[0].start >= last.start - piece.start else None
