"""What a candidate took back: "sorry, it was 5, not 12", "I take that back, the 60% is not true".

A correction may stand in a later answer than what it corrects; then it has to name the figure.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from chassis.hearing.text import Piece, all_words
from contracts.claims import ClaimKind
from services.feedback.rules.figures import Figure, bare_numbers_in, figures_in, is_whole_team
from services.feedback.rules.periods import period_of
from services.feedback.rules.retracted.denied import (
    is_called_wrong,
    is_denied,
    is_mention,
    is_not,
    owns_up,
)
from services.feedback.rules.retracted.disowned import is_of_others
from services.feedback.rules.retracted.fractions import told_in_part
from services.feedback.rules.retracted.retraction import Retraction, counting, like
from services.feedback.rules.retracted.slips import (
    I_SAID,
    NO,
    OF_WORDS,
    PLAIN,
    SCRAP,
    asked_oneself,
    calls_wrong,
    correcting,
    cue_in,
    is_asserted,
    is_right_before,
    speaks_of_words,
    with_right_behind,
)

Numbers = Callable[[str], list[Figure]]

_SHORT = 8
_YEAR = re.compile(r"(?<![\w.,/-])(?:19|20)\d\d(?!\w)")

_MADE_UP = re.compile(
    r"\b(?:(?:that|this|the|those|these) (?:number|figure|percentage)s? "
    r"(?:was|were|is|are) (?:just )?(?:made up|invented)|i (?:made|just made) (?:it|that|this) up"
    rf"|{NO}(?:{SCRAP}|take out|leave out|drop) (?:that|the|this) (?:last )?"
    r"(?:figure|number|year|percentage|amount|sum))"
    r"\s*(?:[.!,;]|$)",
    re.IGNORECASE,
)
"""Takes back all figures of the last sentence that has any."""

_PLACE = re.compile(r"\b(from|to|by) (?:about |only |just )?$", re.IGNORECASE)
MOST_BARE = 4
"""Numbers back that a correction may mean which name nothing that they count."""

_OF_LAST = re.compile(r"\blast\b|\b(?:figure|number|percentage)\b", re.IGNORECASE)
_IS_MINE = re.compile(r"\b(?:i|me|my|sorry)\b", re.IGNORECASE)


def retractions_in(sentences: Sequence[Piece], earlier: Sequence[Piece] = ()) -> list[Retraction]:
    """In the order of the corrections; `earlier` is what was said to other questions before."""
    found: dict[tuple[Piece, Figure], Retraction] = {}
    before: list[Piece] = []
    for place, sentence in enumerate(sentences):
        behind = sentences[place + 1 : place + 2]
        taken_back = (
            []
            if is_of_others(sentence)
            else (
                list(_of_words(sentence, behind, [*_reached(sentence, earlier), *before]))
                or list(_amid(sentence, behind, before, bare_numbers_in, found.values()))
                or list(_amid(sentence, behind, before, _years_in, found.values()))
                or list(_made_up(sentence, before))
                or list(told_in_part(sentence, before, found.values()))
            )
        )
        for one in (*taken_back, *_named_before(taken_back, earlier)):
            found.setdefault((one.said, one.figure), one)
        if not OF_WORDS.search(sentence.text):
            before.append(sentence)
    return list(found.values())


def _of_words(
    sentence: Piece, following: Sequence[Piece], before: Sequence[Piece]
) -> Iterator[Retraction]:
    """What a sentence about one's own words names; where it names none, the one behind it may."""
    if not speaks_of_words(sentence.text) and not calls_wrong(sentence, before):
        return
    told = with_right_behind(sentence, following)
    for numbers_in in (bare_numbers_in, _years_in):
        for correction in (told, *following):
            numbers = numbers_in(correction.text)
            denied = [n for n in numbers if is_denied(correction, n, following)]
            plainly = (n for n in denied if is_called_wrong(correction, n))
            taken_back = next(plainly, next(iter(denied), None))
            if taken_back is not None:
                now = _right_one(numbers, taken_back)
                known = _figures(before, numbers_in)
                yield from _named(taken_back, now, correction, known)
            if numbers:
                return


def _reached(sentence: Piece, earlier: Sequence[Piece]) -> Sequence[Piece]:
    """Of what was said to other questions: only who speaks of it takes something of it back."""
    return earlier if speaks_of_words(sentence.text) else ()


def _named(
    taken_back: Figure, now: Figure | None, correction: Piece, known: Sequence[tuple[Figure, Piece]]
) -> Iterator[Retraction]:
    """Wherever it was said; where it was not, it was in another session, and is named here."""
    meant = _meant(known, taken_back, now)
    for figure, said in meant:
        yield Retraction(figure, said, correction, like(now, figure) if now else None)
    is_told = is_mention(correction.text[: taken_back.start])
    is_wrong = owns_up(correction.text) and is_called_wrong(correction, taken_back)
    if not meant and (is_told or is_wrong) and taken_back.unit:
        right = like(now, taken_back) if now else None
        yield Retraction(taken_back, correction, correction, right, is_mention=True)


def _named_before(
    taken_back: Iterable[Retraction], earlier: Sequence[Piece]
) -> Iterator[Retraction]:
    """What was said to another question, where a figure of it is named again and taken back; what
    is right counts where it is named.
    """
    known = _figures(earlier, bare_numbers_in)
    for one in taken_back:
        if is_mention(one.said.text[: one.figure.start]):
            for figure, said in _meant(known, one.figure, one.now):
                yield Retraction(figure, said, one.correction, None)


def _made_up(sentence: Piece, before: Sequence[Piece]) -> Iterator[Retraction]:
    if _MADE_UP.search(sentence.text):
        last = [piece for piece in before if figures_in(piece.text)][-1:]
        said = _figures(last, bare_numbers_in)
        for figure, piece in said[-1:] if _OF_LAST.search(sentence.text) else said:
            yield Retraction(figure, piece, sentence, None)


def _amid(
    sentence: Piece,
    following: Sequence[Piece],
    before: Sequence[Piece],
    numbers_in: Numbers,
    mended: Iterable[Retraction],
) -> Iterator[Retraction]:
    """A slip that is mended at once, in the same sentence or the next ones."""
    cue = cue_in(sentence.text) or asked_oneself(sentence.text, following)
    if cue is None and not PLAIN.search(sentence.text):
        return
    if before and is_of_others(before[-1]) and not (cue and _IS_MINE.search(cue[0])):
        return
    is_apology = cue is not None and is_right_before(sentence.text, cue.end())
    begins = cue.start() if cue and not is_apology else 0
    amid = [(one, sentence) for one in numbers_in(sentence.text) if one.end <= begins]
    correction = correcting(sentence, following) if cue else sentence
    at = cue.end() if cue and correction is sentence and not is_apology else 0
    numbers = [one for one in numbers_in(correction.text) if one.start >= at]
    told = next((one for one, _ in amid if I_SAID.search(sentence.text[: one.start])), None)
    denied = (one for one in numbers if is_not(correction.text[: one.start]))
    taken_back = next(denied, told)
    now = _right_one(numbers, taken_back)
    if taken_back is None and now is None:
        return
    known = counting(_figures(before, numbers_in), mended)
    known += [one for one in amid if one[0] is not told]
    if taken_back is None and cue is None:
        known = _last_asserted(sentence, now, before, numbers_in)
    for figure, said in _meant(known, taken_back, now, correction.text):
        yield Retraction(figure, said, correction, like(now, figure) if now else None)


def _last_asserted(
    sentence: Piece, now: Figure | None, before: Sequence[Piece], numbers_in: Numbers
) -> list[tuple[Figure, Piece]]:
    """Of the sentence right before a short "actually it was 30 minutes", what it said to be so."""
    if now is None or not now.unit or len(all_words(sentence.text)) > _SHORT:
        return []
    last = [one for one in before[-1:] if is_asserted(one.text)]
    return [each for each in _figures(last, numbers_in) if each[0].is_like(now)]


def _right_one(numbers: Sequence[Figure], taken_back: Figure | None) -> Figure | None:
    """The first other one; of several before what is denied, the last: "from 7 to 3, not to 1"."""
    others = [one for one in numbers if one is not taken_back]
    before = [one for one in others if taken_back and one.end <= taken_back.start]
    return before[-1] if before else next(iter(others), None)


def _figures(pieces: Sequence[Piece], numbers_in: Numbers) -> list[tuple[Figure, Piece]]:
    """Every number that was said, the latest last."""
    return [(figure, piece) for piece in pieces for figure in numbers_in(piece.text)]


def _years_in(text: str) -> list[Figure]:
    """Calendar years, which are no figures."""
    return [
        Figure(ClaimKind.DATE, int(year[0]), "calendar year", year.start(), year.end(), year.end())
        for year in _YEAR.finditer(text)
    ]


def _meant(
    before: Sequence[tuple[Figure, Piece]],
    taken_back: Figure | None,
    now: Figure | None,
    text: str = "",
) -> list[tuple[Figure, Piece]]:
    """What a correction is about, the latest first: the figure that it names, wherever it was said
    of the same, else the last that may become the right one.
    """
    latest = list(reversed(before))
    if taken_back is None:
        return _last_like(latest, now, text) if now else []
    named = [one for one in latest if one[0].value == taken_back.value]
    alike = (one for one in named if taken_back.unit and one[0].is_like(taken_back))
    first = next(alike, next(iter(named), None))
    return [one for one in named if first and (one is first or _is_of_same(one, first))]


def _last_like(
    latest: Sequence[tuple[Figure, Piece]], now: Figure, text: str
) -> list[tuple[Figure, Piece]]:
    """The last that may become the right one; "to 5" is for what came down to something."""
    place = _PLACE.search(text[: now.start])
    last = [one for one in latest if _may_become(one[0], now) or _is_of_other_time(one, now, text)]
    if place is not None:
        bare = [one for one in latest[:MOST_BARE] if not one[0].unit and one[0].value != now.value]
        near = (_PLACE.search(piece.text[: figure.start]) for figure, piece in [*last, *bare])
        at_same = [
            one
            for one, other in zip([*last, *bare], near, strict=True)
            if other and other[1].lower() == place[1].lower()
        ]
        last = at_same or last
    return last[:1]


def _is_of_same(one: tuple[Figure, Piece], other: tuple[Figure, Piece]) -> bool:
    """Whether two equal figures count the same: teams do, however those in it are called."""
    if one[0].kind is other[0].kind is ClaimKind.PEOPLE:
        return all(is_whole_team(figure, piece.text) for figure, piece in (one, other))
    return one[0].is_like(other[0])


def _may_become(figure: Figure, now: Figure) -> bool:
    """Only what says what it counts is taken back without being named."""
    is_other = bool(figure.unit) and figure.value != now.value
    return is_other and (not now.unit or figure.is_like(now))


def _is_of_other_time(said: tuple[Figure, Piece], now: Figure, text: str) -> bool:
    """Whether so many come in another time than was said: "500 a day, correction, 500 a week"."""
    each, right = period_of(said[0], said[1].text), period_of(now, text)
    return each is not None and right is not None and each != right
