"""What a guesser tries early is refused however long it is; random words never are."""

import random
import time

import pytest
from zxcvbn.frequency_lists import FREQUENCY_LISTS

from services.auth.blocklist import is_guessable, own_words, pieces

LISTED = FREQUENCY_LISTS["passwords"]
WORDS = [word for word in FREQUENCY_LISTS["english_wikipedia"] if len(word) >= 4]


@pytest.mark.parametrize(
    "password",
    [
        "passwordpassword1",
        "Password123456789",
        "P@ssw0rd!P@ssw0rd!",
        "qwertyuiopasdfghjkl",
        "1qaz2wsx3edc4rfv5tgb",
        "aaaaaaaaaaaaaaaaaaaa",
        "abcabcabcabcabcabc",
        "123456789012345",
        "987654321987654321",
        "internationalization",
        "iloveyouiloveyou123",
        "letmein-letmein-2024",
        "letmein.welcome",
    ],
)
def test_long_is_not_enough(password):
    assert is_guessable(password)


def test_every_listed_password_that_is_long_enough_is_refused():
    long = [word for word in LISTED if len(word) >= 15]
    assert len(long) > 20

    assert [word for word in long if not is_guessable(word)] == []


def test_what_is_made_of_a_listed_password_is_refused():
    mangled = [
        made
        for word in LISTED[:1000]
        for made in (word * 2, word * 3, f"{word.capitalize()}2024!", f"{word}-{word}-{word}")
        if len(made) >= 15
    ]
    assert len(mangled) > 1000

    assert [made for made in mangled if not is_guessable(made)] == []


def test_random_words_are_never_refused():
    chance = random.Random(1815)
    phrases = [
        joint.join(chance.choice(WORDS) for _ in range(words))
        for words, joint in ((4, ""), (4, " "), (5, "-"))
        for _ in range(100)
    ]

    assert [phrase for phrase in phrases if is_guessable(phrase)] == []


def test_own_words_count_nothing():
    own = own_words("Grace Hopper", "amazing.grace@example.org")

    assert pieces("gracehopper", own) == 1
    assert is_guessable("Mira.Grace.Hopper.1906", own)
    assert not is_guessable("Mira.Grace.Hopper.1906", own_words("Ada", "ada@example.org"))


@pytest.mark.parametrize("password", ["ab" * 128, "a" * 255 + "b", "qwe1" * 64, "(" * 256])
def test_a_long_password_is_judged_in_no_time(password):
    pieces("warm")
    started = time.perf_counter()

    pieces(password)

    assert time.perf_counter() - started < 0.5
