"""Tokens and hashes that nobody can make without the key."""

import re

from chassis.ids import new_code, new_id
from services.auth.tokens import Tokens

OURS, THEIRS = Tokens(b"k" * 32), Tokens(b"l" * 32)


def test_capitals_make_no_other_address():
    assert OURS.email_index("Ada@example.org") == OURS.email_index("ada@EXAMPLE.org")
    assert OURS.email_index("ada@example.org") != OURS.email_index("eda@example.org")


def test_another_key_finds_nothing():
    assert OURS.email_index("ada@example.org") != THEIRS.email_index("ada@example.org")


def test_a_link_has_a_token_of_its_own_for_each_purpose_and_password():
    mail = new_id()

    tokens = {
        OURS.of_link("reset", mail, 1),
        OURS.of_link("reset", mail, 2),
        OURS.of_link("confirm", mail, 1),
        OURS.of_link("reset", new_id(), 1),
        THEIRS.of_link("reset", mail, 1),
    }

    assert len(tokens) == 5
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{43}", token) for token in tokens)


def test_a_link_keeps_its_token():
    mail = new_id()

    assert OURS.of_link("reset", mail, 1) == OURS.of_link("reset", mail, 1)


def test_the_token_of_a_form_does_not_give_the_session_away():
    session = new_code()

    csrf = OURS.csrf(session)

    assert csrf == OURS.csrf(session)
    assert csrf not in {session, OURS.csrf(new_code())}


def test_where_one_word_ends_makes_a_difference():
    assert OURS.bucket("sign_in", "ab", "c") != OURS.bucket("sign_in", "a", "bc")
