from pathlib import Path

import pytest

from ops import logs
from ops.trouble import Trouble


def test_a_full_log_starts_anew_and_keeps_what_was_before(tmp_path: Path) -> None:
    log = tmp_path / "auth.log"
    with log.open("ab", buffering=0) as program:
        program.write(b"old\n" * 3_000_000)

        logs.bounded(log)
        program.write(b"new\n")

    assert log.read_bytes() == b"new\n"
    assert (tmp_path / "auth.log.1").stat().st_size == 12_000_000


def test_the_last_lines_carry_the_name_of_their_program(tmp_path: Path) -> None:
    (tmp_path / "auth.log").write_text("one\ntwo\nthree\n")

    lines = list(logs.last_lines(logs.find_logs(tmp_path, "auth"), 2))

    assert lines == ["auth       two", "auth       three"]


def test_a_log_that_does_not_exist_is_told_with_those_that_do(tmp_path: Path) -> None:
    (tmp_path / "auth.log").touch()

    with pytest.raises(Trouble) as trouble:
        logs.find_logs(tmp_path, "nobody")

    assert "auth" in trouble.value.advice
