"""Which types of evidence an answer has, as far as an interviewer needs it to follow up.

The coach of feedback hears with the same detectors, so that nobody is asked for what they have
just said. Here presence is enough: a figure counts without its comparison, and so does a bad end.
Beyond that, what is plain to anybody is not asked for again, though it may not be evidence yet:
see heard.toml.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from uuid import UUID

from chassis.hearing import cases
from chassis.hearing.customs import asks_for_custom
from chassis.hearing.detectors import detect
from chassis.hearing.found import Found
from chassis.hearing.lexicon import even, sign_lists, signs
from chassis.hearing.motives import is_motive, says_why_wanted, ties_to_work
from chassis.hearing.orders import place_of_order
from chassis.hearing.text import Piece, sentences_of
from chassis.hearing.turns import is_cost
from contracts.evidence import EvidenceType
from contracts.interview import Question
from contracts.message import TurnId

PLAIN = str(Path(__file__).with_name("heard.toml"))

FEWEST_STEPS = 2
"""One alone is asked for the rest."""

KEPT = 4
"""Of what was heard: that of one turn."""

STRETCH = 2_000
"""Characters: a long answer, told in two or three minutes. In more it is looked for a deed bit by
bit, and no further than where one is found.
"""

_WOULD = re.compile("would|will|’d|’ll", re.IGNORECASE)
"""One of these stands in all that would be done."""


def heard_in(*texts: str, question: Question | None = None) -> frozenset[EvidenceType]:
    """The types that are present in `texts`, the replies to one question in order.

    "I would" is no action, but where the question is a case: that gives the situation, too. The
    last few are kept, as a turn asks more than once.
    """
    of_custom = question is not None and asks_for_custom(question.text)
    of_wish = question is not None and is_motive(question.kind, question.text)
    return _heard(texts, of_case=is_case(question), of_custom=of_custom, of_wish=of_wish)


@lru_cache(maxsize=KEPT)
def _heard(
    texts: tuple[str, ...], *, of_case: bool, of_custom: bool, of_wish: bool
) -> frozenset[EvidenceType]:
    said = [
        sentence
        for number, text in enumerate(texts)
        for sentence in sentences_of(TurnId(UUID(int=number)), text)
        if place_of_order(sentence.text) is None
    ]
    found = detect(said, of_custom=of_custom)
    heard = frozenset(
        one.type for one in found if (of_case or not one.is_unreal) and not _is_price(one)
    )
    heard |= frozenset(_plainly_in(said))
    if of_wish:
        heard |= frozenset(_of_wish(said))
    if not of_case:
        return heard
    own = {EvidenceType.OWN_ACTION} if _lists_steps(said) else set()
    return heard | {EvidenceType.SITUATION} | own


def is_case(question: Question | None) -> bool:
    """Whether a case is put, to which what one would do is an answer."""
    return question is not None and cases.is_case(question.kind, question.text)


def is_imagined(text: str) -> bool:
    """Whether only what one would do is told, and nothing that was done."""
    if not _WOULD.search(even(text)):
        return False
    is_any = False
    for stretch in stretches(sentences_of(TurnId(UUID(int=0)), text)):
        deeds = [one.is_unreal for one in detect(stretch) if one.type is EvidenceType.OWN_ACTION]
        if not all(deeds):
            return False
        is_any = is_any or bool(deeds)
    return is_any


def stretches(said: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Sentences in order, as many together as make up `STRETCH` characters."""
    stretch, length = list[Piece](), 0
    for sentence in said:
        stretch.append(sentence)
        length += len(sentence.text)
        if length >= STRETCH:
            yield stretch
            stretch, length = [], 0
    if stretch:
        yield stretch


def _is_price(one: Found) -> bool:
    """Whether a figure is only what had to be paid."""
    return one.type is EvidenceType.MEASURE and is_cost(one.words.text)


def _of_wish(said: Sequence[Piece]) -> Iterator[EvidenceType]:
    """What one likes is a reason to want it, and rests on the job or on what one has lived."""
    for sentence in said:
        if says_why_wanted(sentence.text):
            yield EvidenceType.REASONING
        if ties_to_work(sentence.text):
            yield EvidenceType.OWN_ACTION


def _lists_steps(said: Sequence[Piece]) -> bool:
    """Whether steps are told as orders to oneself: "isolate the supply, tell the operator"."""
    step = sign_lists(PLAIN)["step"]
    return sum(len(step.findall(sentence.text)) for sentence in said) >= FEWEST_STEPS


def _plainly_in(said: Sequence[Piece]) -> Iterator[EvidenceType]:
    """A number against one of before; a deed told in the present tense; what one would have done;
    what became of it behind a deed; what spoke for it.

    What is said of what one does in general is no deed.
    """
    plain, deed = sign_lists(PLAIN), signs().now[EvidenceType.OWN_ACTION]
    for sentence in said:
        if plain["compared"].search(sentence.text):
            yield from (EvidenceType.RESULT, EvidenceType.MEASURE)
        if plain["spoke_for"].search(sentence.text):
            yield EvidenceType.REASONING
        if plain["looks_back"].search(sentence.text):
            yield EvidenceType.REFLECTION
        is_general = any(
            sign.search(sentence.text)
            for sign in (plain["day_by_day"], signs().modal["in_general"])
        )
        if deed.search(sentence.text) and not is_general:
            yield EvidenceType.OWN_ACTION
    yield from _came_of(said)


def _came_of(said: Sequence[Piece]) -> Iterator[EvidenceType]:
    """What is told behind a deed, one's own or of all, and says how things stood from then on."""
    plain = sign_lists(PLAIN)
    is_done = False
    for sentence in said:
        deed = plain["done"].search(sentence.text)
        start = 0 if is_done else deed.end() if deed else len(sentence.text)
        if any(plain[name].search(sentence.text) for name in ("moved", "spared")):
            yield from (EvidenceType.RESULT, EvidenceType.MEASURE)
        if plain["became"].search(sentence.text, start):
            yield EvidenceType.RESULT
        if plain["share"].search(sentence.text, start):
            yield EvidenceType.MEASURE
        if plain["counted"].search(sentence.text, start):
            yield from (EvidenceType.RESULT, EvidenceType.MEASURE)
        is_done = is_done or deed is not None
