"""Deeds and stories that a candidate took back: "that was not me, it was Pia", "I made that up".

What such words are about is what was told last, unless they name it: "my colleague wrote the plan"
takes back "I wrote the plan", wherever it stands. What others say in a story takes nothing back.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from chassis.hearing.lexicon import Sign, sign_lists, signs
from chassis.hearing.tense import is_past_of, verbs
from chassis.hearing.text import Piece, clauses, content
from contracts.evidence import EvidenceType
from services.feedback.rules.figures import bare_numbers_in
from services.feedback.rules.quotes import ROOT, matter

HERE = Path(__file__).parent

SAME_SHARE = 0.5
"""Of the words by which something is told again, to be the same that was told."""

RECENT = 60
"""Deeds back from a sentence that it may take back: so the work grows with the answer's length."""

_OWN = re.compile(r"^(?:(?:and|but|so|while) )?(?:i|my part|what i)\b", re.IGNORECASE)
_OTHERS_VERB = re.compile(r"(?<!\bi )\b[\w’]+\b(?! (?:me|us)\b)", re.IGNORECASE)
_WORD = re.compile(r"[\w’]+")
_IT = {"it", "them", "that", "this", "those", "these", "all"}
_MORE = {"again", "too", "also", "twice", "later", "afterwards", "once", "another", "more"}
_WHO = re.compile(r"\?\W*$|\b(?:who|whose|whom|somebody|someone|anyone|anybody)\b", re.IGNORECASE)
_IS_SO = re.compile(r"\b(?:(?:it|that|there|they|we) (?:was|were)|this one \w+)\b", re.IGNORECASE)
_OF_MYSELF = re.compile(r"\bi (?:\w+ )?(?:made|invented|take)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Disowned:
    """`said` was taken back by the sentence `correction`, of which `right` says what was so.

    Where nothing is found that is meant, `said` is empty: the words take back all the same.
    """

    said: tuple[Piece, ...]
    correction: Piece
    right: tuple[Piece, ...]


@dataclass(frozen=True)
class _Told:
    """What was said before a sentence to the same question, without what takes back, and the last
    deeds in it.
    """

    sentences: list[Piece]
    deeds: list[Piece]

    def add(self, sentence: Piece) -> None:
        self.sentences.append(sentence)
        self.deeds.extend(_deeds(sentence))
        del self.deeds[:-RECENT]


def disowned_in(sentences: Sequence[Piece], earlier: Sequence[Piece] = ()) -> list[Disowned]:
    """In order; `earlier` is what was said to other questions before."""
    found: list[Disowned] = []
    told = _Told([], [])
    for place, sentence in enumerate(sentences):
        said = None
        if not is_of_others(sentence):
            said = _taken_back(sentence, sentences[place + 1 : place + 2], told, earlier)
        if said is None:
            told.add(sentence)
        else:
            found.append(Disowned(tuple(said), sentence, tuple(_right(sentence))))
    return found


def _taken_back(
    sentence: Piece, behind: Sequence[Piece], told: _Told, earlier: Sequence[Piece]
) -> list[Piece] | None:
    """What it takes back; none where it takes back what is not found, None where it does not."""
    said = _retold(sentence, behind, told, earlier)
    if said is None:
        said = _not_mine(sentence, told)
    if said is None:
        said = _too_much(sentence, told)
    return _made_up(sentence, behind, told.sentences) if said is None else said


def _retold(
    sentence: Piece, behind: Sequence[Piece], told: _Told, earlier: Sequence[Piece]
) -> list[Piece] | None:
    """What was said earlier and is told again, in words like it, to be denied."""
    again = _list("retold").search(sentence.text)
    denial = next((one for one in (sentence, *behind) if _list("denies").search(one.text)), None)
    if again is None or denial is None or bare_numbers_in(sentence.text):
        return None
    words = matter(_list("denies").split(sentence.text[again.end() :])[0])
    alike = [*(c for one in earlier for c in _deeds(one)), *told.deeds]
    return [c for c in alike if words and len(matter(c.text) & words) >= SAME_SHARE * len(words)]


def _not_mine(sentence: Piece, told: _Told) -> list[Piece] | None:
    """Deeds of somebody else: those of a verb that the sentence has too, else the last one."""
    own = told.deeds
    if _list("not_mine").search(sentence.text) and not _is_asking(told):
        return list(_named(sentence, own)) or _all_or_last(sentence, own)
    did = _list("other_did").search(sentence.text)
    if did and own and not matter(did[0]) & matter(_sentence_of(own[-1], told.sentences).text):
        return _all_or_last(sentence, own)
    hit = _list("denied").search(sentence.text)
    if hit:
        named = [c for c in own if _tells(c, hit["verb"])]
    elif _others_did(sentence.text) and not _is_once_more(sentence):
        named = list(_named(sentence, own))
    else:
        return None
    return [
        c for c in named if _is_done_to_it(c, sentence) or _is_of_one_thing(c, sentence)
    ] or None


def _too_much(sentence: Piece, told: _Told) -> list[Piece] | None:
    """Words of what was told last that are called too much: a deed where they hold its verb."""
    hit = _list("too_much").search(sentence.text)
    words = next((one for one in hit.groups() if one), "").lower() if hit else ""
    if bare_numbers_in(words) or not content(words):
        return None
    for deed in (*reversed(told.deeds), *reversed(told.sentences[-1:])):
        at = deed.text.lower().find(words)
        if at >= 0 and sentence.text.strip() not in deed.text:
            spoken = set(_WORD.findall(words))
            is_deed = not has_deed(deed) or spoken & _verbs(deed)
            return [deed if is_deed else deed.part(at, at + len(words))]
    return None


def _is_asking(told: _Told) -> bool:
    """Whether what was said last looked for somebody: then "it was my boss" answers that."""
    return any(_WHO.search(one.text) for one in told.sentences[-1:])


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
    backwards = range(len(before) - 1, -1, -1)
    at = next((i for i in backwards if has_deed(before[i])), len(before) - 1)
    return list(_replaced(sentence, before[-1])) or list(before[at:])


def _replaced(sentence: Piece, last: Piece) -> Iterator[Piece]:
    """The clauses that what stands behind "scrap that" tells anew, where others stand beside."""
    anew, cut = matter(behind_made_up(sentence.text)), clauses(last)
    alike = [one for one in cut if matter(one.text) & anew]
    if len(alike) < len(cut):
        yield from alike


def behind_made_up(text: str) -> str:
    """What stands behind the words that take something back."""
    hit = _list("made_up").search(text)
    return text[hit.end() :] if hit else ""


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


def _is_done_to_it(deed: Piece, sentence: Piece) -> bool:
    """Whether somebody else did to "it" what the deed tells: no other thing is named."""
    words = _WORD.findall(sentence.text.lower())
    at = (i for i, word in enumerate(words) if word in _verbs(deed))
    return any(words[i + 1 : i + 2] and words[i + 1] in _IT for i in at)


def _others_did(text: str) -> bool:
    """Whether it corrects, and tells what somebody else did."""
    return bool(_list("others").search(text) or _list("others_behind").search(text))


def _is_once_more(sentence: Piece) -> bool:
    """Whether somebody else did it too, which takes nothing from who did it first."""
    return bool(_MORE & set(_WORD.findall(sentence.text.lower())))


def _tells(deed: Piece, verb: str) -> bool:
    return any(verb.lower() == one or is_past_of(one, verb.lower()) for one in _verbs(deed))


def _verbs(deed: Piece) -> set[str]:
    """What is told that one did: the last words of each sign of a deed."""
    hits = signs().clause[EvidenceType.OWN_ACTION].finditer(deed.text)
    own = {word for hit in hits for word in re.findall(r"[\w’]+", hit[0].lower())}
    return {word for word in own if content(word)} or own & (verbs().pasts | {"done", "gone"})


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
        for one in reversed(sentences)
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
