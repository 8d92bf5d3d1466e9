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
    keys = tmp_path / "keys.json"
    keys.write_bytes(b" " * size)

    with pytest.raises(Trouble, match="does not hold" if is_read else "larger than"):
        verify(keys, keys)


STRANGERS = {
    '{"report": {"scorecard": {"cells": [': "not whole JSON",
    '{"case_id": "01900000-0000-7000-8000-000000000000", "scope"': "not whole JSON",
    "%PDF-1.7": "not whole JSON",
    "": "not whole JSON",
    "[]": "neither a certificate",
    '"scorecard"': "neither a certificate",
    '{"basics": {"name": "Imke"}}': "neither a certificate",
}


@pytest.mark.parametrize("text", STRANGERS)
def test_what_is_neither_is_told_what_it_is(tmp_path: Path, text: str) -> None:
    file, keys = tmp_path / "some.json", tmp_path / "keys.json"
    file.write_text(text, encoding="utf-8")
    keys.write_text('{"keys": {}}', encoding="utf-8")

    found = verify(file, keys)

    assert found.verdict is Verdict.NOT_VALID
    assert found.lines[0] == "NOT VALID"
    assert STRANGERS[text] in found.lines[1]
    assert "of erasure" not in found.lines[1]
