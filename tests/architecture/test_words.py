"""The project speaks of itself alone, promises no outcome, and leaves nothing half done."""

import re
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, tracked

TEXT = {".py", ".md", ".toml", ".html", ".css", ".js", ".sh", ".sql", ".yml", ".txt", ""}
ELSEWHERE = re.compile(r"/work/|/root/|/home/[a-z]+/|pypi\.internal|file:///", re.IGNORECASE)
STUB = re.compile(r"raise NotImplementedError|assert True$|\bFIXME\b|\bXXX\b|TODO(?!\(#\d+\))")
OUTCOME = re.compile(
    r"guarantee[ds]? ((you|a|an|the|your) )*(job|offer|success)|chance of (being hired|an offer)"
    r"|pass probability|hire probability|you will (get|land) (the|this) (job|offer)",
    re.IGNORECASE,
)


def readable() -> list[Path]:
    mine = Path(__file__).relative_to(ROOT)
    skipped = {"uv.lock"}
    return [
        path
        for path in tracked()
        if path.suffix in TEXT and path != mine and path.name not in skipped
    ]


@pytest.mark.parametrize("pattern", [ELSEWHERE, STUB, OUTCOME], ids=["places", "stubs", "promises"])
def test_no_file_says_what_it_should_not(pattern: re.Pattern[str]) -> None:
    found = [
        f"{path}:{number}"
        for path in readable()
        for number, line in enumerate((ROOT / path).read_text(encoding="utf-8").splitlines(), 1)
        if pattern.search(line)
    ]

    assert found == []


def test_the_search_would_notice() -> None:
    assert STUB.search("raise NotImplementedError")
    assert STUB.search("# TODO: later")
    assert not STUB.search("# TODO(#12): when the lock moves")
    assert OUTCOME.search("We guarantee you a job")
