from ops.testing import parts_of


def test_a_whole_run_asks_for_every_test_in_one_of_its_parts() -> None:
    assert [part[:2] for part in parts_of([], is_full=True)] == [
        ["-m", "not stack"],
        ["-m", "stack"],
    ]
    assert [part[:2] for part in parts_of([], is_full=False)] == [
        ["-m", "not full and not stack"],
        ["-m", "not full and stack"],
    ]


def test_only_what_needs_no_servers_runs_on_every_core() -> None:
    beside, alone = parts_of([], is_full=False)

    assert "-n" in beside
    assert "-n" not in alone


def test_a_narrow_run_is_asked_as_it_was_written() -> None:
    assert parts_of(["tests/ops", "-x"], is_full=True) == [["tests/ops", "-x"]]
    assert parts_of(["tests/ops"], is_full=False) == [["-m", "not full", "tests/ops"]]
