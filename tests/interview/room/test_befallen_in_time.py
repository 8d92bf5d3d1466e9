"""Whatever somebody sends, it is seen in no time whether something has befallen them."""

import time

import pytest

from chassis.hearing.distress import holds_distress
from chassis.hearing.lexicon import sign_lists

REPEATED = ["and ", "so sorry ", "my mum just ", "i not ", "last week ", "my ex ", "been so "]
HOSTILE = ["my mother was just ", "i’ve been sick ", "sorry so ", "yesterday the boss ", "a"]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_is_searched_in_time(words: str) -> None:
    text = words * (60_000 // len(words))

    began = time.perf_counter()
    holds_distress(text)

    assert time.perf_counter() - began < 5


@pytest.mark.parametrize("words", REPEATED)
@pytest.mark.parametrize("name", ["feeling", "plight", "woe", "struck"])
def test_each_list_is_matched_in_time(words: str, name: str) -> None:
    text, sign = (words * 600)[:600], sign_lists("distress.toml")[name]

    def once() -> float:
        began = time.process_time()
        sign.match(text)
        return time.process_time() - began

    assert min(once() for _ in range(5)) < 0.005
