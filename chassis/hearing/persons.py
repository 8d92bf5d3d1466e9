"""Who is spoken of, beside the one who tells: by grammar and not by who they are.

A name, a pronoun or somebody's family must move nothing. So names of people are masked before
anything is looked up, rare pronouns are put into common ones, and what is said of oneself ("as a
father of two") or of one's family is nobody else that a story could be about. Others are known by
what they do and by what is done for them: who asks, wants, reads or learns is somebody, whatever
their trade.
"""

import re
from collections.abc import Iterable
from functools import cache
from itertools import cycle, islice
from pathlib import Path

from pydantic import TypeAdapter

from chassis.hearing.lexicon import Sign, listed, read_toml, sign_lists, words
from chassis.namelists.given import given
from chassis.namelists.words import words as of_names

HERE = Path(__file__).parent

NAMED = "nemo"
"""What stands for every name, as often as it is long: masked text keeps its length."""

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚ]"
_OWN = rf"(?:{_CAPITAL}’)?{_CAPITAL}[^\W\d_]+(?:[-’]{_CAPITAL}[^\W\d_]+)*"
_TITLED = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof|Professor|Sir|Madam|Herr|Frau)\b\.? {_OWN}(?: {_OWN}){{0,2}}"
)
_RUN = re.compile(rf"(?<![\w’-]){_OWN}(?: (?:(?:de|da|van|von|der|al|bin) ){{0,2}}{_OWN}){{0,2}}")
_TWO_LETTERS = re.compile(r"[^\W\d_]{2}")
_WORD = re.compile(r"[^\W\d_]+")
_STARTS = re.compile(r"(?:^|[.!?:\n][”\"’)]?\s+|\n|[“\"])$")
_MASK = re.compile(rf"(?:{NAMED})+(?:nem|ne|n)?|nem?", re.IGNORECASE)
_RARE = {
    "xe": "he", "ze": "he", "xem": "him", "zir": "her", "hir": "her", "xyr": "his", "xyrs": "hers",
}  # fmt: skip
_RARELY = re.compile(rf"\b(?:{'|'.join(_RARE)})\b", re.IGNORECASE)


def without_names(text: str) -> str:
    """`text` with one mask over each name of a person, and common pronouns; of the same length."""
    titled = _TITLED.sub(lambda name: _masked(name[0]), text)
    parts, done = [], 0
    for run in _RUN.finditer(titled):
        name = _name_in(titled, run)
        parts += [titled[done : run.start()], name]
        done = run.end()
    return _RARELY.sub(_common, "".join([*parts, titled[done:]]))


def is_name(word: str) -> bool:
    """Whether a word is the mask of one."""
    return len(word) > 1 and _MASK.fullmatch(word) is not None


def _masked(name: str) -> str:
    return "".join(islice(cycle(NAMED), len(name))).capitalize()


def _common(pronoun: re.Match[str]) -> str:
    word = _RARE[pronoun[0].lower()]
    return word.capitalize() if pronoun[0][0].isupper() else word


def _name_in(text: str, run: re.Match[str]) -> str:
    """Words with capitals, with their name masked: of all of them, or of all but the first, where
    that only begins the sentence ("Then Amira").
    """
    first, _, rest = run[0].partition(" ")
    starts = bool(_STARTS.search(text[max(0, run.start() - 4) : run.start()]))
    if is_name(run[0]) or (_is_thing(first) and not rest):
        return run[0]
    does = _does(text, run.end())
    if _is_given(first) and (not starts or rest or does or not _is_word(first)):
        return _masked(run[0])
    if starts and rest and _is_given(rest.split()[0]):
        opens = _is_word(first) or first.lower() in of_names("openers")
        return f"{first} {_masked(rest)}" if opens else _masked(run[0])
    before = text[max(0, run.start() - 24) : run.start()]
    is_called = does or (not starts and bool(_list("to_somebody").search(before)))
    is_free = not _is_thing(first) and not _is_word(first)
    is_named = not starts or rest or _is_sole(first, text[run.end() : run.end() + 24])
    return _masked(run[0]) if is_called and is_free and is_named else run[0]


def _is_sole(word: str, after: str) -> bool:
    """Whether a word that begins a sentence is somebody, by what only people do."""
    is_many = word.endswith("s") or _is_somebody(word.lower())
    return not is_many and bool(_list("minds").match(after))


def _is_given(word: str) -> bool:
    return word.lower().replace("’", "'") in given() and not _is_thing(word)


def _is_word(word: str) -> bool:
    """Whether a name is an ordinary word as well: "Hope", "Will"."""
    small = word.lower()
    return small in of_names("ordinary") or small in words().function


def _is_thing(word: str) -> bool:
    small = word.lower()
    return small in _words("things") or small in of_names("plain")


def _does(text: str, end: int) -> bool:
    return bool(_list("does_as_somebody").match(text[end : end + 24]))


def speaks_of_others(sentences: Iterable[str], *, are_served: bool = False) -> bool:
    """Whether somebody else than the teller and their family has a part in what is told; where
    these `are_served`, somebody who is not of the teller's own side either.
    """
    told = [_list("of_oneself").sub(" ", text) for text in sentences]
    if are_served:
        told = [_list("own_side").sub(" ", text) for text in told]
    has_animal = any(_list("animal").search(text) for text in told)
    has_teller = any(_list("teller").search(text) for text in told)
    return has_teller and any(
        _names_somebody(text, has_animal=has_animal)
        or (not has_animal and _list("pronoun").search(text))
        for text in told
    )


def of_family(sentence: str) -> str | None:
    """What one of the teller's family is called, where a sentence is about them."""
    found = _list("family").match(sentence)
    return found["one"] if found else None


def names_people(text: str) -> bool:
    """Whether a word in it is one for people by what they do: a customer, the nurses, a crew."""
    return any(_is_somebody(word) for word in _WORD.findall(text.lower()))


def tells_who(sentence: str) -> bool:
    """Whether it only says who the teller is: a name, an age, a school, an origin, a family."""
    rest = _list("who").sub(" ", sentence)
    return rest != sentence and not _TWO_LETTERS.search(rest)


def _names_somebody(text: str, *, has_animal: bool) -> bool:
    if names_people(text) or any(map(is_name, _WORD.findall(text.lower()))):
        return True
    if _list("articled").search(text):
        return True
    built = (one["word"].lower() for one in _list("built").finditer(text))
    if any(word not in _words("built_things") for word in built):
        return True
    acts = () if has_animal else _list("acts").finditer(text)
    return any(one["who"].lower() not in _words("nobody") for one in acts)


def _is_somebody(word: str) -> bool:
    whole, roots = _somebody()
    return word in whole or word.startswith(roots)


@cache
def _somebody() -> tuple[frozenset[str], tuple[str, ...]]:
    return listed(_text("somebody"))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(_text(name).split())


def _text(name: str) -> str:
    return TypeAdapter(str).validate_python(read_toml(HERE / "people.toml")[name])


def _list(name: str) -> Sign:
    return sign_lists(str(HERE / "persons.toml"))[name]
