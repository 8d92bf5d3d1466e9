"""A story of one occasion that is told in the present tense, heard as if it stood in the past.

"In 2021 our machine stop ten times in a day. I look at every stop and I write the time." Many who
learnt English late tell so, and many others who are in the middle of a story. What the verbs say is
the same. So such sentences are put into the past for the search alone, and what is found is told by
the words that were said. What is always or now so stays in the present.
"""

import re
from collections.abc import Sequence
from functools import cache

from pydantic import TypeAdapter

from chassis.hearing.lexicon import HERE, Sign, even, read_toml, sign_lists, signs
from chassis.hearing.shadows import Change, Shadow, shadows_of
from chassis.hearing.text import Piece
from contracts.evidence import EvidenceType
from contracts.message import Message

FEWEST_VERBS = 3
"""In the present tense, with more deeds among them than stand in the past, make a telling one."""

_ACTS = re.compile(
    r"\b(?P<who>i|we|he|she|they|it|who) (?P<between>(?:not |\w+ly |then |also |first |just )?)"
    r"(?P<verb>[a-z]{2,}(?:’t)?)\b",
    re.IGNORECASE,
)
_VERB = re.compile(r"\b[a-z]{2,}(?:’t)?\b", re.IGNORECASE)
_BEHIND_NOUN = re.compile(
    r"\b(?:both|people|nobody|everybody|everyone|somebody|someone|[a-z]{3,}[^s\W]s) $"
    r"|\b(?:the|my|our|his|her|their|its|one|an?|each|every|this|that|two|three|four|some|all)"
    r"(?: (?!to\b|not\b|i\b|we\b|he\b|she\b|they\b|it\b|and\b|who\b|that\b)[\w-]+){1,3} $",
    re.IGNORECASE,
)
_LONGEST_NOUN = 60
"""Characters before a verb in which its subject is looked for."""

_SUBORDINATE = re.compile(r"\b(?:before|after|until|unless|than|whenever|if) $", re.IGNORECASE)
"""What is done so is no step of the telling: "to measure before I change anything"."""

_COPULA = re.compile(r"is|are|isn’t|aren’t|cannot|can’t", re.IGNORECASE)
_WE = frozenset({"i", "we"})

_E_BEHIND_HISS = re.compile(r"(?<=ch|sh|ss)e$|(?<=x|z)e$")
_OE = re.compile(r"(?<=[^o\W])oe$")
_IE = re.compile(r"ie$")
_Y_BEHIND_CONSONANT = re.compile(r"(?<=[^aeiou])y$")


def in_past(sentences: Sequence[Piece]) -> list[Shadow]:
    """The sentences in the past, where they tell of an occasion in the present; else none."""
    changes = [_changes(sentence.text) for sentence in sentences]
    present = [one for each in changes for one in each]
    deeds = sum(one.is_deed for one in present)
    past = signs().clause[EvidenceType.OWN_ACTION]
    told = sum(1 for one in sentences for _ in past.finditer(one.text))
    is_of_occasion = any(_list("on_occasion").search(one.text) for one in sentences)
    if len(present) < FEWEST_VERBS or deeds <= told or not is_of_occasion:
        return []
    return shadows_of(sentences, changes)


def past_of(verb: str, *, is_own: bool) -> str | None:
    """The past of `verb` in lower case, where a telling in the present may use it.

    `is_own`: said of I or we, so that an ending is no sign of the third person.
    """
    known = verbs()
    if verb in known.no_telling or verb in known.pasts or verb.endswith(("ed", "ly")):
        return None
    if verb in known.irregular:
        return known.irregular[verb]
    base = verb
    if not is_own and verb.endswith("s") and not verb.endswith("ss"):
        base = verb[:-1]
        base = _OE.sub("o", _E_BEHIND_HISS.sub("", base))
        base = _IE.sub("y", base) if len(base) > 3 else base
    if base in known.irregular:
        return known.irregular[base]
    if base.endswith("e"):
        return base + "d"
    return _Y_BEHIND_CONSONANT.sub("i", base) + "ed"


def is_past_of(past: str, verb: str) -> bool:
    """Whether two verbs in lower case are one, the first of them told in the past."""
    return past in (verb, past_of(verb, is_own=True))


def _changes(text: str) -> tuple[Change, ...]:
    """The verbs of a sentence that would stand in the past, in order."""
    if _list("in_general").search(text) or text.endswith("?"):
        return ()
    found: dict[int, Change] = {}
    for hit in _ACTS.finditer(text):
        verb = hit["verb"].lower()
        is_own = hit["who"].lower() in _WE
        past = None if hit["between"].strip().lower() == "not" else past_of(verb, is_own=is_own)
        if past:
            is_aside = _SUBORDINATE.search(text[max(0, hit.start() - 10) : hit.start()])
            is_told = is_own and not is_aside
            is_deed = is_told and verb not in verbs().states and "’" not in verb
            found[hit.start("verb")] = Change(*hit.span("verb"), past, is_deed)
    for hit in _VERB.finditer(text):
        past = past_of(hit[0].lower(), is_own=False) if _is_verb(hit, text) else None
        if past:
            found.setdefault(hit.start(), Change(*hit.span(), past, is_deed=False))
    return tuple(found[at] for at in sorted(found))


def _is_verb(word: re.Match[str], text: str) -> bool:
    """Whether it is one, of what somebody or something else does or is."""
    if _COPULA.fullmatch(word[0]):
        return True
    before = text[max(0, word.start() - _LONGEST_NOUN) : word.start()]
    return word[0].lower() in verbs().behind_noun and bool(_BEHIND_NOUN.search(before))


class Verbs(Message):
    irregular: dict[str, str]
    pasts: frozenset[str]
    no_telling: frozenset[str]
    states: frozenset[str]
    behind_noun: frozenset[str]


@cache
def verbs() -> Verbs:
    """verbs.toml, read once."""
    read = TypeAdapter(dict[str, str]).validate_python(read_toml(HERE / "verbs.toml"))
    pairs = re.split(r"[|\n]", even(read["irregular"]))
    irregular = dict(pair.split() for pair in pairs if pair.strip())
    return Verbs(
        irregular=irregular,
        pasts=frozenset(irregular.values()),
        no_telling=frozenset(read["no_telling"].split()),
        states=frozenset(read["states"].split()),
        behind_noun=frozenset(read["behind_noun"].split()),
    )


def _list(name: str) -> Sign:
    return sign_lists("tense.toml")[name]
