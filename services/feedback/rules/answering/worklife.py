"""Whether an answer tells of private life where it was asked about work.

Work is meant widely: a trade, an office, study, voluntary work, care for somebody, and whatever the
job description or the résumé names. A story is private only where its words say so ("on our
honeymoon", "my cousin", "my commute", "for lunch I had") and too few words of work stand against
them: an answer with words of neither is taken as one about work, since many an honest answer names
nothing but a list, a bucket and a door.

Who one's family are moves nothing: they may own the bakery. So family and flatmates count in a
sentence in which the teller does something, for little in others beside what is certain, and not
at all where the story is of a firm.
"""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from chassis.hearing.lexicon import Sign, listed, read_toml
from chassis.hearing.relevance import subject_of
from chassis.hearing.text import Piece, all_words, content
from contracts.interview import Question, Transcript
from contracts.message import Message
from services.feedback.rules.answering.deeds import asks_for_deed, may_ask_for_wish, tells_own_deed

HERE = Path(__file__).parent

_AT_WORK = re.compile(r"\b(?:at|my|our|from|for|to) work\b", re.IGNORECASE)
_QUOTED = re.compile(r"“([^”]*)”")
_TO_TELLER = re.compile(
    r"\b(?!(?:told|tells?|asked|asks?|taught|reminds?|reminded|warned) )[a-z]+ (?:me|us)\b",
    re.IGNORECASE,
)
_TELLER = re.compile(r"\b(?:i|me|my|mine|we|us|our|ours)\b", re.IGNORECASE)
_NOT_OWN = re.compile(
    r"\b(?:(?:his|her|their|(?<!\bmy )(?<!\bour )\w+’s)"
    r"|(?:by|near|beside|behind|past|opposite|outside|next to) (?:the|an?)) \w+",
    re.IGNORECASE,
)
"""With the word behind it: what is somebody else’s, or only where something is."""

_OPENING = 2
"""Sentences that set the scene: what is private in them weighs more."""

IN_OPENING, LATER = 3, 2
"""What a phrase that is certain weighs in the opening and after it; a word of leisure weighs 1."""

PRIVATE, AGAINST_WORK = 4, 2
"""What makes a story private: more than one phrase alone, and more for each word of work in it."""

MOST_OF_WORK = 1
"""Words of work in a story that opens with a private matter: banks and hotels are in both lives."""

SERVES = 2
"""How many words of work one phrase of care, of study or of unpaid work is worth."""


class _Lists(Message):
    work: str
    leisure: str
    everyday: str
    pastimes: str
    kin_words: str
    kin: dict[str, Sign]
    private: dict[str, Sign]
    matters: dict[str, Sign]
    daily: dict[str, Sign]
    serves: dict[str, Sign]
    firm: dict[str, Sign]


def is_private(told: Sequence[Piece], question: Question, transcript: Transcript) -> bool:
    """Whether these sentences, in reply to `question`, tell of private life. What the plan quotes
    of the job description and the résumé is work, whatever it is.
    """
    if may_ask_for_wish(question) and not asks_for_deed(question):
        return False
    named = _named(transcript)
    is_firm = is_of_firm(told)
    weight, beside, rest = 0, 0, []
    for place, sentence in enumerate(one for one in told if content(one.text)):
        has_kin = not is_firm and _takes_part(sentence)
        found = _kin_or_certain() if has_kin else _certain()
        phrases = [one[0] for one in found.finditer(sentence.text)]
        private = [one for one in phrases if named.isdisjoint(subject_of(one))]
        weight += len(private) * (IN_OPENING if place < _OPENING else LATER)
        beside += not (is_firm or has_kin) and bool(_kin().search(sentence.text))
        bare = found.sub(" ", sentence.text)
        rest.append(bare if has_kin else _without_kin(bare))
    spoken = frozenset(all_words(" ".join(rest)))
    is_daily = any(_daily().search(one.text) for one in told)
    idle = _leisure() | (_everyday() if is_daily else frozenset())
    leisure = [one for one in spoken & idle if named.isdisjoint(subject_of(one))]
    works = _words_of_work(" ".join(_daily().sub(" ", one.text) for one in told), named)
    works += SERVES * (_phrases_of_service(told) + is_firm)
    if _opens_private(told, named) and works <= MOST_OF_WORK:
        return True
    return weight > 0 and weight + beside + len(leisure) >= PRIVATE + AGAINST_WORK * works


def _opens_private(told: Sequence[Piece], named: frozenset[str]) -> bool:
    """Whether the first thing that is told is a matter of private life that no plan names."""
    opening = next((one.text for one in told if content(one.text)), "")
    found = _found(_matters(), opening)
    return any(named.isdisjoint(subject_of(one)) for one in found)


def idle_in(told: Sequence[Piece], transcript: Transcript) -> tuple[int, int]:
    """How much in these sentences is of pastimes and tales, with what is of family and leisure
    beside them, and how much is of work: words and phrases. What the plan quotes is never idle.
    """
    named = _named(transcript)
    text = " ".join(one.text for one in told)
    certain = [*_own_pastimes(told), *_found(_private(), text)]
    beside = [*_found(_kin(), text), *_found(_daily(), text), *(_leisure() & {*all_words(text)})]
    works = _words_of_work(text, named) + _phrases_of_service(told) + is_of_firm(told)
    certain, beside = (
        [w for w in of if named.isdisjoint(subject_of(w))] for of in (certain, beside)
    )
    return (len(set(certain)) + len(set(beside)) if certain else 0), works


def names_pastime(question: Question) -> bool:
    """Whether what the question quotes is of a pastime: then stories of one are of it."""
    return bool(_pastimes(" ".join(_QUOTED.findall(question.text))))


def _own_pastimes(told: Sequence[Piece]) -> list[str]:
    """Those in sentences of the teller: not what is others’, nor what something only stands by."""
    own = (one.text for one in told if _TELLER.search(one.text))
    return [word for text in own for word in _pastimes(_NOT_OWN.sub(" ", text))]


def _pastimes(text: str) -> list[str]:
    whole, roots = listed(_lists().pastimes)
    return [one for one in all_words(text) if one in whole or one.startswith(roots)]


def _found(sign: Sign, text: str) -> list[str]:
    return [hit[0] for hit in sign.finditer(text)]


def is_of_firm(told: Sequence[Piece]) -> bool:
    """Whether they tell of a business, or of the trade that a family lives by."""
    return any(_firm().search(one.text) for one in told)


def is_of_service(told: Sequence[Piece]) -> bool:
    """Whether they tell of care, of study or of work that is not paid."""
    return _phrases_of_service(told) > 0


def _takes_part(sentence: Piece) -> bool:
    """Whether the teller does something beside their family in it, or has it done to them."""
    has_kin = _kin().search(sentence.text)
    return bool(has_kin and (_TO_TELLER.search(sentence.text) or tells_own_deed(sentence)))


def _without_kin(text: str) -> str:
    """`text` without who belongs to one's family."""
    rest = _kin().sub(" ", text)
    return " ".join(word for word in all_words(rest) if word not in _kin_words())


def _named(transcript: Transcript) -> frozenset[str]:
    """What the job and the résumé are about, as far as the session names it."""
    quoted = [_QUOTED.findall(one.text) for one in transcript.plan.questions]
    return subject_of(" ".join([transcript.title, *(text for texts in quoted for text in texts)]))


def _words_of_work(text: str, named: frozenset[str]) -> int:
    """How many different ones there are."""
    whole, roots = listed(_lists().work)
    general = [one for one in set(all_words(text)) if one in whole or one.startswith(roots)]
    return len(general) + len(named & subject_of(text)) + bool(_AT_WORK.search(text))


def _phrases_of_service(told: Sequence[Piece]) -> int:
    """Of how many kinds there are some."""
    signs = _lists().serves.values()
    return sum(any(_any_of(sign).search(one.text) for one in told) for sign in signs)


@cache
def _leisure() -> frozenset[str]:
    return frozenset(_lists().leisure.split())


@cache
def _kin_words() -> frozenset[str]:
    return frozenset(_lists().kin_words.split())


@cache
def _everyday() -> frozenset[str]:
    return frozenset(_lists().everyday.split())


@cache
def _certain() -> Sign:
    return _any_of(*_lists().private.values(), *_lists().daily.values())


@cache
def _private() -> Sign:
    return _any_of(*_lists().private.values())


@cache
def _matters() -> Sign:
    return _any_of(*_lists().matters.values())


@cache
def _firm() -> Sign:
    return _any_of(*_lists().firm.values())


@cache
def _kin() -> Sign:
    return _any_of(*_lists().kin.values())


@cache
def _kin_or_certain() -> Sign:
    lists = _lists()
    return _any_of(*lists.private.values(), *lists.daily.values(), *lists.kin.values())


@cache
def _daily() -> Sign:
    return _any_of(*_lists().daily.values())


def _any_of(*signs: Sign) -> Sign:
    return re.compile("|".join(f"(?:{sign.pattern})" for sign in signs), re.IGNORECASE)


@cache
def _lists() -> _Lists:
    return _Lists.model_validate(read_toml(HERE / "worklife.toml"), strict=False)
