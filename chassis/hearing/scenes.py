"""The scene of a story that no sign of a scene names: what is told before the first deed."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from chassis.hearing.found import Found
from chassis.hearing.lexicon import sign_lists, signs
from chassis.hearing.text import Piece, clauses, content
from chassis.hearing.unreal import is_unreal
from contracts.evidence import EvidenceType

FEWEST_IN_SETTING = 5
"""Words with content; "the boiler kept failing" has three and pictures nothing."""

OPENING = 2
"""Sentences in which a scene may be sketched without a verb."""


def setting(sentences: Sequence[Piece], found: Sequence[Found]) -> Iterator[Found]:
    """What is told of the past before the first deed, where nothing else sets the scene. What had
    been done before that is told of the past too: "I’d promised …", "when I opened it".
    """
    if any(one.type is EvidenceType.SITUATION for one in found):
        return
    deeds = [one for one in found if one.is_deed]
    deed = next((one for one in deeds if not _is_background(one.words)), None)
    if deed is None:
        return
    told = list(takewhile(lambda clause: clause.end <= deed.words.start, _told(sentences)))
    opens = _sketched([one for one in sentences if content(one.text)][:OPENING])
    past = [c for c in told if _pictures_the_past(c) or (c.start in opens and _sketches(c))]
    if past and len(content(" ".join(clause.text for clause in told))) >= FEWEST_IN_SETTING:
        yield Found(EvidenceType.SITUATION, past[0])


def _pictures_the_past(clause: Piece) -> bool:
    """Whether it says of something how it was: "it was like that" says nothing."""
    lists, text = sign_lists("outcomes.toml"), clause.text
    is_past = lists["past"].search(text) or lists["refused"].search(text)
    return bool(is_past and content(text))


def _sketched(opening: Sequence[Piece]) -> set[int]:
    """Where a scene may be sketched: at the head of a sentence, and all through a verbless one."""
    verb = sign_lists("outcomes.toml")["says_when"]
    bare = (c.start for one in opening if not verb.search(one.text) for c in clauses(one))
    return {*(one.start for one in opening), *bare}


def _sketches(clause: Piece) -> bool:
    """Whether it names somebody or something without a verb: "two tractors, one on the bench"."""
    lists = sign_lists("outcomes.toml")
    is_verbless = not lists["says_when"].search(clause.text)
    return is_verbless and bool(lists["names_one"].search(clause.text) and content(clause.text))


def _is_background(deed: Piece) -> bool:
    return bool(signs().begins["background"].match(deed.text))


def _told(sentences: Sequence[Piece]) -> Iterator[Piece]:
    """The clauses of which each tells what was so."""
    for sentence in sentences:
        if sentence.text.endswith("?") or signs().modal["habitual"].search(sentence.text):
            continue
        for clause in clauses(sentence):
            is_of_story = not signs().modal["introduces"].search(clause.text)
            if is_of_story and not is_unreal(clause, carried=False):
                yield clause
