"""Nothing grows until nobody can read it, and nothing is called by a name that says nothing."""

from pathlib import Path

import pytest

from tests.architecture.source import OURS, ROOT, functions, length, modules, tracked

MAX_FILE, MAX_FUNCTION, MAX_HANDLER = 300, 40, 20
JUNK_DRAWERS = {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc"}


def is_by_hand(path: Path) -> bool:
    """Revisions of a schema are written off the mapping, by `python -m chassis.migrate --new`."""
    return path.parent.name != "versions"


def too_long_files() -> list[str]:
    written = filter(is_by_hand, modules(*OURS, "tests"))
    sized = {path: (ROOT / path).read_text().count("\n") for path in written}
    return [f"{path}: {lines}" for path, lines in sized.items() if lines > MAX_FILE]


def too_long_functions(limit: int, *tops: str) -> list[str]:
    return [
        f"{path}:{node.lineno} {node.name}: {length(node)}"
        for path in filter(is_by_hand, modules(*tops))
        for node in functions(path)
        if length(node) > limit
    ]


def test_a_file_stays_under_300_lines() -> None:
    assert too_long_files() == []


def test_a_function_stays_under_40_lines() -> None:
    assert too_long_functions(MAX_FUNCTION, *OURS, "tests") == []


def test_an_entrypoint_stays_under_20_lines() -> None:
    services = [path for path in modules("services") if path.name == "service.py"]
    assert len(services) >= 6

    long = [
        f"{path} {node.name}: {length(node)}"
        for path in services
        for node in functions(path)
        if length(node) > MAX_HANDLER
    ]

    assert long == []


@pytest.mark.parametrize("path", [*modules(), *modules("tests")], ids=str)
def test_no_module_is_a_junk_drawer(path: Path) -> None:
    assert path.stem not in JUNK_DRAWERS
    assert not JUNK_DRAWERS & set(path.parts)


def test_every_module_says_in_one_line_what_it_is() -> None:
    silent = [
        str(path)
        for path in modules()
        if (ROOT / path).stat().st_size
        and not (ROOT / path).read_text().startswith(('"""', 'r"""'))
    ]

    assert silent == []


def test_nothing_tracked_is_larger_than_a_megabyte() -> None:
    assert [str(p) for p in tracked() if (ROOT / p).stat().st_size > 1_048_576] == []
