"""One’s own deeds in the many forms in which people tell them, put into the plainest: "I did".

"What I did was to call them", "it was me who called", "they were called by me", "I was calling
them": who did what is the same in all of these, and only a part of English speakers says "I called
them". What had to be done, managed or helped with was done. So such sentences are put into the
plain form for the search alone, and what is found is told by the words that were said.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from chassis.hearing.lexicon import Sign, sign_lists, signs
from chassis.hearing.shadows import Change, Shadow, shadows_of
from chassis.hearing.substance import particulars
from chassis.hearing.tense import past_of, verbs
from chassis.hearing.text import Piece
from contracts.evidence import EvidenceType

_CLAUSE = re.compile(r"(?:(?! (?:because|so|which|when|if|before|after|until)\b)[^,;:.?!]){1,90}")

LONG_ENOUGH = 6
"""Letters of a form with -ing; "bring" and "sing" are bases."""


def in_plain_words(sentences: Sequence[Piece]) -> list[Shadow]:
    """All sentences, with each deed that is told in another form as "I did"."""
    return shadows_of(sentences, [_changes(sentence.text) for sentence in sentences])


def in_plain_words_of_custom(sentences: Sequence[Piece]) -> list[Shadow]:
    """All sentences, with what is told as done again and again as done; none where nothing is."""
    return _changed(sentences, [_of_custom(sentence.text) for sentence in sentences])


def in_plain_words_of_practice(sentences: Sequence[Piece]) -> list[Shadow]:
    """All sentences, with what is told step by step, or as never done, as done; none where nothing
    is. Whatever was asked: "I never put gypsum in the wet" is how somebody works.
    """
    return _changed(sentences, [_of_practice(sentence.text) for sentence in sentences])


def _changed(sentences: Sequence[Piece], changes: Sequence[tuple[Change, ...]]) -> list[Shadow]:
    return shadows_of(sentences, changes) if any(changes) else []


def _of_practice(text: str) -> tuple[Change, ...]:
    never = [] if text.endswith("?") else _of_object("never_does", text)
    steps = _of_custom(text) if _list("step_by_step").search(text) else ()
    return _apart([*never, *steps])


def _of_object(name: str, text: str) -> list[Change]:
    return [one for one in _by_verb(name, text) if _names_object(text[one.end :])]


def _of_custom(text: str) -> tuple[Change, ...]:
    told = [] if text.endswith("?") else _of_object("does", text)
    if told:
        told += (Change(*hit.span(), "") for hit in _list("often").finditer(text))
    return _apart(told)


def _names_object(behind: str) -> bool:
    """Whether what stands behind a verb names anything particular, and no virtue."""
    words = _CLAUSE.match(behind)
    named = words[0] if words else ""
    return bool(particulars(named)) and not sign_lists("outcomes.toml")["praise"].search(named)


def _changes(text: str) -> tuple[Change, ...]:
    return () if text.endswith("?") else _apart(_found(text))


def _apart(changes: Iterable[Change]) -> tuple[Change, ...]:
    """In order; of two that overlap the first."""
    kept: list[Change] = []
    for one in sorted(changes, key=lambda change: (change.start, -change.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def _found(text: str) -> Iterator[Change]:
    yield from _by_verb("is_deed", text)
    yield from _by_verb("came_to_do", text)
    yield from _by_verb("beside_past", text)
    for hit in _list("tells").finditer(text):
        past = past_of(hit["verb"].lower(), is_own=False)
        if past:
            yield Change(*hit.span(), f"I {past} ")
    if not _list("going_on").search(text):
        yield from _by_verb("was_doing", text)
    if _list("past_when").search(text):
        yield from _by_verb("would", text)
    for name, words in (("was_me", "I "), ("me_too", "I ")):
        yield from (Change(*hit.span(), words) for hit in _list(name).finditer(text))
    for hit in _list("by_me").finditer(text):
        yield Change(*hit.span(), f"I have {hit['deed']} {hit['what'].strip()}")
    yield from (Change(*hit.span("aside"), " ") for hit in _list("aside").finditer(text))
    if not signs().clause[EvidenceType.OWN_ACTION].search(text):
        places = [hit.start("at") for hit in _list("goes_on").finditer(text)]
        yield from (Change(at, at, "I ") for at in places[:1])


def _by_verb(name: str, text: str) -> Iterator[Change]:
    """What ends with the verb of the deed, as "I" and its past."""
    for hit in _list(name).finditer(text):
        group = next(one for one, said in hit.groupdict().items() if said)
        past = _past(hit[group].lower())
        if past:
            yield Change(hit.start(), hit.end(group), f"I {past}")


def _past(verb: str) -> str | None:
    """Of a base, or of a form with -ing: "call", "calling", "carrying", "putting"."""
    known = verbs().irregular
    if verb in known:
        return known[verb]
    if not verb.endswith("ing") or len(verb) < LONG_ENOUGH:
        return past_of(verb, is_own=True)
    stem = verb.removesuffix("ing")
    bases = (stem, f"{stem}e", stem[:-1])
    past = next((known[base] for base in bases if base in known), None)
    return past or past_of(stem, is_own=True)


def _list(name: str) -> Sign:
    return sign_lists("plain.toml")[name]
