"""A document that is to be verified is of some size, or it is not read."""

from pathlib import Path

import pytest

from ops.report.verdict import Verdict
from ops.trouble import Trouble
from ops.verifying import verify

ENDLESS = Path("/dev/zero")


def test_a_certificate_without_end_is_refused_by_its_limit() -> None:
    with pytest.raises(Trouble, match=r"larger than 1 MB"):
        verify(ENDLESS, None)


def test_public_keys_without_end_are_refused_by_their_limit(tmp_path: Path) -> None:
    certificate = tmp_path / "certificate.json"
    certificate.write_text("{}", encoding="utf-8")

    with pytest.raises(Trouble, match=r"larger than 1 MB"):
        verify(certificate, ENDLESS)


@pytest.mark.parametrize(("size", "is_read"), [(1_000_000, True), (1_000_001, False)])
def test_a_document_of_exactly_the_limit_is_read(
    tmp_path: Path, size: int, *, is_read: bool
) -> None:
    certificate, keys = tmp_path / "certificate.json", tmp_path / "keys.json"
    certificate.write_text("{}", encoding="utf-8")
    keys.write_bytes(b" " * size)

    with pytest.raises(Trouble, match="does not hold" if is_read else "larger than"):
        verify(certificate, keys)


UNREADABLE = (
    '{"report": {"scorecard": {"cells": [',
    '{"case_id": "01900000-0000-7000-8000-000000000000", "scope"',
    "%PDF-1.7",
    "",
    "[" * 100_000,
)


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_is_no_whole_json_cannot_be_read(tmp_path: Path, text: str) -> None:
    file = tmp_path / "some.json"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(Trouble, match=r"cannot be read: it is not whole JSON") as trouble:
        verify(file, None)

    assert trouble.value.exit_code == 2


@pytest.mark.parametrize("text", ["[]", '"scorecard"', '{"basics": {"name": "Imke"}}'])
def test_what_is_neither_is_told_what_it_is(tmp_path: Path, text: str) -> None:
    file, keys = tmp_path / "some.json", tmp_path / "keys.json"
    file.write_text(text, encoding="utf-8")
    keys.write_text('{"keys": {}}', encoding="utf-8")

    found = verify(file, keys)

    assert found.verdict is Verdict.NOT_VALID
    assert found.lines[0] == "NOT VALID"
    assert "neither a certificate" in found.lines[1]
    assert "of erasure" not in found.lines[1]


def test_a_certificate_that_reads_and_was_changed_is_not_valid(tmp_path: Path) -> None:
    file, keys = tmp_path / "certificate.json", tmp_path / "keys.json"
    file.write_text('{"case_id": "changed"}', encoding="utf-8")
    keys.write_text('{"keys": {}}', encoding="utf-8")

    assert verify(file, keys).verdict is Verdict.NOT_VALID
