"""The search for canaries finds one that was planted, however it is written; and nothing else."""

import base64
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.flows.residue import Canaries, Hit, search_bytes, search_files, search_open_files

WAYS = {
    "as it is": str.encode,
    "in capitals": lambda word: word.upper().encode(),
    "inside of a sentence": lambda word: f"I call it {word}, as we do.".encode(),
    "in UTF-16": lambda word: word.encode("utf-16-le"),
    "as PostgreSQL shows bytes": lambda word: ("\\x" + word.encode().hex()).encode(),
    "in base64": lambda word: base64.b64encode(word.encode()),
    "in base64, one on": lambda word: base64.b64encode(f"x{word}y".encode()),
    "in base64, two on": lambda word: base64.b64encode(f"xx{word}yyy".encode()),
    "in base64 for addresses": lambda word: base64.urlsafe_b64encode(f"??{word}??".encode()),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_planted_canary_is_found_when_it_is_written(way: str, tmp_path: Path) -> None:
    canaries = Canaries()
    word = canaries.word("résumé: street")
    canaries.word("name")

    (tmp_path / "heap").write_bytes(os.urandom(500) + WAYS[way](word) + os.urandom(500))

    assert search_files(tmp_path, canaries) == {Hit(str(tmp_path / "heap"), "résumé: street")}


@pytest.mark.parametrize("cut", [-40, -21, -11, -1, 0])
def test_a_canary_between_two_chunks_is_found(cut: int, tmp_path: Path) -> None:
    canaries = Canaries()
    written = canaries.word("name").encode("utf-16-le")

    (tmp_path / "wal").write_bytes(bytes((8 << 20) + cut) + written + bytes(3000))

    assert "name" in {hit.field for hit in search_files(tmp_path, canaries)}


def test_a_token_that_was_handed_out_is_found(tmp_path: Path) -> None:
    canaries = Canaries()
    token = canaries.watch("token", "-9fA_" + "k3V0" * 9)

    (tmp_path / "gateway.log").write_text(f'{{"path": "/confirm?token={token}"}}')

    assert {hit.field for hit in search_files(tmp_path, canaries)} == {"token"}


KEY = bytes(range(224, 256))
WRITTEN = {
    "as it is": KEY,
    "in hexadecimals": KEY.hex().encode(),
    "in capitals": KEY.hex().upper().encode(),
    "in base64": base64.b64encode(KEY),
    "in base64, two on": base64.b64encode(b"xx" + KEY + b"y"),
    "in base64 for addresses": base64.urlsafe_b64encode(KEY),
}


@pytest.mark.parametrize("way", WRITTEN)
def test_the_bytes_of_a_key_are_found_when_they_are_written(way: str, tmp_path: Path) -> None:
    (tmp_path / "wal").write_bytes(os.urandom(500) + WRITTEN[way] + os.urandom(500))

    found = search_bytes(tmp_path, {"key": KEY, "another": bytes(32)})

    assert found == {Hit(str(tmp_path / "wal"), "key")}


def test_half_a_canary_is_told_too(tmp_path: Path) -> None:
    canaries = Canaries()
    word = canaries.word("answer")

    (tmp_path / "page").write_text(word[:-3])

    assert {hit.field for hit in search_files(tmp_path, canaries)} == {"a piece of one"}


def test_somebody_elses_canary_is_not_found(tmp_path: Path) -> None:
    canaries = Canaries()
    canaries.word("answer")

    (tmp_path / "page").write_text(Canaries().word("answer"))

    assert search_files(tmp_path, canaries) == set()


def test_a_canary_in_a_file_without_a_name_is_found(tmp_path: Path) -> None:
    canaries = Canaries()
    program = (
        "import sys, tempfile; file = tempfile.TemporaryFile(dir=sys.argv[1]);"
        "file.write(sys.argv[2].encode()); file.flush(); print('written', flush=True);"
        "sys.stdin.read()"
    )

    with subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path), canaries.word("upload")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as child:
        assert child.stdout
        child.stdout.readline()
        found = search_open_files({child.pid}, canaries)
        named = search_files(tmp_path, canaries)
        child.communicate()

    assert {hit.field for hit in found} == {"upload"}
    assert named == set()
