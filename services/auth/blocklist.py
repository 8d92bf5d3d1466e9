"""Passwords that a guesser tries early, refused however long they are.

Length alone does not help: `passwordpassword1` has 17 characters and is guessed in no time. So a
password is cut into the fewest pieces that a guesser's tools know (listed words, names, runs,
walks over the keyboard, the person's own name and address), and what takes fewer than three of
them is refused. There is no rule of composition (NIST SP 800-63B, 5.1.1.2): four random words are
welcome. The lists are those that zxcvbn ships; its estimator is not used, because it refuses more
than 72 characters and takes quadratic time.
"""

import re
from functools import cache

from zxcvbn.frequency_lists import FREQUENCY_LISTS

MIN_PIECES = 3
MIN_ONCE = 8  # characters that are left when repetition is taken out
MIN_WORDS = 0.6  # how much of a password must be letters and digits for the rest to be "between"
_LISTS = ("passwords", "english_wikipedia", "male_names", "female_names", "surnames")
_LONGEST = 36
_LEET = str.maketrans("@4031$5!7", "aaoelssit")
_WALKS = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiopasdfghjklzxcvbnm",
    "qwertzuiopasdfghjklyxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    "qazwsxedcrfvtgbyhnujmikolp",
)
_ONLY_REPEATED = re.compile(r"(.+?)\1+", re.DOTALL)
_REPEATED = re.compile(r"(.{3,}?)\1+|(..)\2{2,}|(.)\3{2,}", re.DOTALL)
_BETWEEN = re.compile(r"[\W_]")
_PADDING = re.compile(r"[\W\d_]{1,6}")


def pieces(password: str, own: frozenset[str] = frozenset()) -> int:
    """How few known pieces make up `password`; `own` words (lower case) count nothing.

    A character that belongs to no piece is one by itself. What stands between words, and what is
    said many times, is also left out on trial. Linear in the length.
    """
    said = password.casefold()
    joined = _BETWEEN.sub("", said)
    trials = [said] if len(joined) < MIN_WORDS * len(said) else [said, joined]
    trials += [_once(trial) for trial in trials]
    if min(map(len, trials)) < MIN_ONCE:
        return 1
    return min(_fewest(trial, own) for trial in trials)


def is_guessable(password: str, own: frozenset[str] = frozenset()) -> bool:
    """Whether a guesser who knows the person's name and address gets there early."""
    return pieces(password, own) < MIN_PIECES


def own_words(*texts: str) -> frozenset[str]:
    """The words of a person's name and address, and ours, as `pieces` wants them."""
    words = {word for text in texts for word in re.findall(r"\w{3,}", text.casefold())}
    return frozenset(words | {"mira"})


def _once(text: str) -> str:
    """The text with what it says many times said once."""
    whole = _ONLY_REPEATED.fullmatch(text)
    text = whole[1] if whole else text
    return _REPEATED.sub(lambda found: next(unit for unit in found.groups() if unit), text)


def _fewest(text: str, own: frozenset[str]) -> int:
    plain = text.translate(_LEET)
    best = [0] + [len(text)] * len(text)
    for end in range(1, len(text) + 1):
        for start in range(max(0, end - _LONGEST), end):
            cost = _cost({text[start:end], plain[start:end]}, own)
            if cost is not None:
                best[end] = min(best[end], best[start] + cost)
    return max(1, best[-1])


def _cost(spellings: set[str], own: frozenset[str]) -> int | None:
    """What one piece costs in any of its spellings; None if it is no piece."""
    if spellings & own:
        return 0
    if any(len(text) == 1 or text in _listed() or _is_walk(text) for text in spellings):
        return 1
    return 1 if any(_PADDING.fullmatch(text) for text in spellings) else None


def _is_walk(text: str) -> bool:
    """Three or more neighbours on a keyboard or in the alphabet, in either direction."""
    if len(text) < 3:
        return False
    return any(text in walk or text[::-1] in walk for walk in _WALKS)


@cache
def _listed() -> frozenset[str]:
    """About 65,000 words of three letters or more; 7 MB, read at the first use."""
    return frozenset(
        word.casefold() for name in _LISTS for word in FREQUENCY_LISTS[name] if len(word) >= 3
    )
