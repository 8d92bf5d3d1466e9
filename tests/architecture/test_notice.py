"""What NOTICE says of a file or a folder, it says of one that is there."""

import re

from tests.architecture.source import ROOT

_PLACE = re.compile(r"\b(?:[\w-]+/)+[\w-]+(?:\.(?:py|txt|toml))?\b(?=[ ,:.]|$)")


def test_the_places_that_notice_names_are_there() -> None:
    text = re.sub(r"https?://\S+", "", (ROOT / "NOTICE").read_text(encoding="utf-8"))
    named = set(_PLACE.findall(text))

    assert {"gateway/static", "ops/towns.py", "bench/truth"} <= named
    assert [place for place in sorted(named) if not (ROOT / place).exists()] == []
