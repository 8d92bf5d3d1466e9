"""Deeds and stories that a candidate took back: "that was not me, it was Pia", "I made that up".

What such words are about is what was told last, unless they name it: "my colleague wrote the plan"
takes back "I wrote the plan", wherever it stands. What others say in a story takes nothing back.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from chassis.hearing.lexicon import Sign, sign_lists, signs
from chassis.hearing.tense import is_past_of
from chassis.hearing.text import Piece, clauses, content
from contracts.evidence import EvidenceType
from services.feedback.rules.figures import bare_numbers_in
from services.feedback.rules.quotes import ROOT, matter

HERE = Path(__file__).parent

SAME_SHARE = 0.5
"""Of the words by which something is told again, to be the same that was told."""

_OWN = re.compile(r"^(?:(?:and|but|so|while) )?(?:i|my part|what i)\b", re.IGNORECASE)
_OTHERS_VERB = re.compile(r"(?<!\bi )\b[\w’]+\b(?! (?:me|us)\b)", re.IGNORECASE)
_IS_SO = re.compile(r"\b(?:it|that|there|they|we) (?:was|were)\b", re.IGNORECASE)
_OF_MYSELF = re.compile(r"\bi (?:\w+ )?(?:made|invented|take)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Disowned:
    """`said` was taken back by the sentence `correction`, of which `right` says what was so.

    Where nothing is found that is meant, `said` is empty: the words take back all the same.
    """

    said: tuple[Piece, ...]
    correction: Piece
    right: tuple[Piece, ...]


def disowned_in(sentences: Sequence[Piece], earlier: Sequence[Piece] = ()) -> list[Disowned]:
    """In order; `earlier` is what was said to other questions before."""
    found: list[Disowned] = []
    for place, sentence in enumerate(sentences):
        if is_of_others(sentence):
            continue
        before = [one for one in sentences[:place] if all(one != f.correction for f in found)]
        behind = sentences[place + 1 : place + 2]
        for said in (
            _retold(sentence, behind, [*earlier, *before]),
            _not_mine(sentence, before),
            _made_up(sentence, behind, before),
        ):
            if said is not None:
                found.append(Disowned(tuple(said), sentence, tuple(_right(sentence))))
                break
    return found


def _retold(
    sentence: Piece, behind: Sequence[Piece], before: Sequence[Piece]
) -> list[Piece] | None:
    """What was said earlier and is told again, in words like it, to be denied."""
    told = _list("retold").search(sentence.text)
    denial = next((one for one in (sentence, *behind) if _list("denies").search(one.text)), None)
    if told is None or denial is None or bare_numbers_in(sentence.text):
        return None
    words = matter(_list("denies").split(sentence.text[told.end() :])[0])
    alike = (c for one in before for c in _deeds(one))
    return [c for c in alike if words and len(matter(c.text) & words) >= SAME_SHARE * len(words)]


def _not_mine(sentence: Piece, before: Sequence[Piece]) -> list[Piece] | None:
    """Deeds of somebody else: those of a verb that the sentence has too, else the last one."""
    own = [c for one in before for c in _deeds(one)]
    named = list(_named(sentence, own))
    if _list("not_mine").search(sentence.text):
        return named or _all_or_last(sentence, own)
    did = _list("other_did").search(sentence.text)
    if did and own and not matter(did[0]) & matter(_sentence_of(own[-1], before).text):
        return _all_or_last(sentence, own)
    hit = _list("denied").search(sentence.text)
    if hit:
        named = [c for c in own if _tells(c, hit["verb"])]
    elif not _list("others").search(sentence.text):
        return None
    return [c for c in named if _is_of_one_thing(c, sentence)] or None


def _made_up(
    sentence: Piece, behind: Sequence[Piece], before: Sequence[Piece]
) -> list[Piece] | None:
    """From the last deed on; of a sentence that corrects a figure nothing but that."""
    text = sentence.text
    if not _list("made_up").search(text) or not before or _list("made_good").search(text):
        return None
    last = before[-1].text
    is_theirs = is_of_others(before[-1]) and not _OF_MYSELF.search(text)
    if is_theirs or _list("made_good").search(f"{last} {text}"):
        return None
    if _corrects_figure(sentence) or any(_corrects_figure(one) for one in behind):
        return None
    if _list("whole").search(text):
        return list(before)
    at = max((i for i, one in enumerate(before) if _deeds(one)), default=len(before) - 1)
    return list(before[at:])


def _corrects_figure(sentence: Piece) -> bool:
    has_number = bool(bare_numbers_in(sentence.text) or re.search(r"\d", sentence.text))
    return has_number and bool(_IS_SO.search(sentence.text))


def _all_or_last(sentence: Piece, own: Sequence[Piece]) -> list[Piece]:
    if _list("whole").search(sentence.text):
        return list(own)
    return list(own[-1:])


def _named(sentence: Piece, own: Sequence[Piece]) -> Iterator[Piece]:
    """The deeds whose verb stands in the sentence as somebody else’s."""
    words = {word.lower() for word in _OTHERS_VERB.findall(sentence.text)}
    yield from (c for c in own if words & _verbs(c) - {"was", "were", "had", "did"})


def _is_of_one_thing(deed: Piece, sentence: Piece) -> bool:
    """Whether they name the same thing, or one of them names none."""
    verbs = {verb[:ROOT] for verb in _verbs(deed)}
    one, other = matter(deed.text) - verbs, matter(sentence.text) - verbs
    return bool(one & other) or len(other) <= 1


def _tells(deed: Piece, verb: str) -> bool:
    return any(verb.lower() == one or is_past_of(one, verb.lower()) for one in _verbs(deed))


def _verbs(deed: Piece) -> set[str]:
    """What is told that one did: the last words of each sign of a deed."""
    hits = signs().clause[EvidenceType.OWN_ACTION].finditer(deed.text)
    own = {word for hit in hits for word in re.findall(r"[\w’]+", hit[0].lower())}
    return {word for word in own if content(word)} or own - {"i", "we"}


def _deeds(sentence: Piece) -> list[Piece]:
    """The parts of a sentence that tell a deed of one's own, each with what goes on with it."""
    cut = clauses(sentence)
    deed = signs().clause[EvidenceType.OWN_ACTION]
    at = [i for i, clause in enumerate(cut) if deed.search(clause.text)]
    ends = [*at[1:], len(cut)][: len(at)]
    return [
        sentence.part(cut[i].start - sentence.start, cut[end - 1].end - sentence.start)
        for i, end in zip(at, ends, strict=True)
    ]


def has_deed(piece: Piece) -> bool:
    return bool(_deeds(piece))


def _sentence_of(part: Piece, sentences: Sequence[Piece]) -> Piece:
    return next(
        one
        for one in sentences
        if one.turn_id == part.turn_id and one.start <= part.start < one.end
    )


def _right(sentence: Piece) -> Iterator[Piece]:
    """What the sentence tells of oneself beside taking back: "I only took the notes"."""
    for clause in clauses(sentence):
        takes_back = any(
            _list(name).search(clause.text)
            for name in ("not_mine", "denied", "made_up", "retold", "denies")
        )
        if _OWN.match(clause.text) and not takes_back and content(clause.text):
            yield clause


def is_of_others(sentence: Piece) -> bool:
    """Whether it is told what somebody else said."""
    return bool(_list("of_others").search(sentence.text)) or "“" in sentence.text


def _list(name: str) -> Sign:
    return sign_lists(str(HERE / "disowned.toml"))[name]
