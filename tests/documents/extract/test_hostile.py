"""Files built to hurt end as a state, in time, in a child that may die of them."""

import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psutil
import pytest

from chassis.bus.child import OneShots
from chassis.bus.nursery import ORDER
from contracts.documents import MAX_FILE_BYTES
from contracts.extraction import ExtractionState
from services.documents.domain import Extracted
from services.documents.extract import extract
from services.documents.extract.child import COMMAND, WALL_S, understood
from tests.architecture.source import ROOT
from tests.chassis.bus.world import eventually
from tests.documents.files import hostile, hostile_pdf
from tests.documents.files.make import SHAPES
from tests.documents.files.write_docx import zipped
from tests.documents.reading import rendered

MOST_S = 10.0
ENTITY = '<!ENTITY a SYSTEM "http://example.org/a">'

BAD: dict[str, tuple[Callable[[], bytes], ExtractionState]] = {
    "nothing": (lambda: b"", ExtractionState.EMPTY),
    "only spaces": (lambda: b" \n\t\r\n " * 40, ExtractionState.EMPTY),
    "a few words": (lambda: b"Ada Fernweh, baker", ExtractionState.EMPTY),
    "too many bytes": (lambda: b"word " * (MAX_FILE_BYTES // 5 + 1), ExtractionState.TOO_LARGE),
    "200,001 characters": (lambda: b"word " * 40_000 + b"x", ExtractionState.TOO_LARGE),
    "31 pages": (lambda: hostile.a_pdf(pages=31), ExtractionState.TOO_LARGE),
    "locked pdf": (lambda: hostile.a_pdf(user="secret"), ExtractionState.PASSWORD),
    "locked zip": (hostile.locked_zip, ExtractionState.PASSWORD),
    "locked office file": (
        lambda: hostile.legacy_office(is_locked=True),
        ExtractionState.PASSWORD,
    ),
    "picture of a page": (hostile.scanned_pdf, ExtractionState.SCANNED),
    "picture with a layer of text": (
        lambda: hostile.scanned_pdf(with_layer=True),
        ExtractionState.SCANNED,
    ),
    "letters that mean nothing": (hostile_pdf.identity_without_map, ExtractionState.SCANNED),
    "one line of pdf": (lambda: hostile.a_pdf(lines=1), ExtractionState.EMPTY),
    "half a pdf": (lambda: hostile.a_pdf()[:500], ExtractionState.UNREADABLE),
    "head of a pdf": (lambda: b"%PDF-1.7\n", ExtractionState.UNREADABLE),
    "pages within themselves": (
        lambda: hostile.raw_pdf(b"", tree="/Kids [2 0 R 3 0 R] /Count 5"),
        ExtractionState.UNREADABLE,
    ),
    "half a docx": (lambda: hostile.a_docx()[:-200], ExtractionState.UNREADABLE),
    "lying zip": (hostile.lying_zip, ExtractionState.UNREADABLE),
    "external entity": (lambda: hostile.with_doctype(ENTITY), ExtractionState.UNREADABLE),
    "billion laughs": (
        lambda: hostile.with_doctype(hostile.billion_laughs(), "&j;"),
        ExtractionState.UNREADABLE,
    ),
    "zip bomb": (lambda: hostile.zip_bomb(60), ExtractionState.BOMB),
    "1,001 entries": (
        lambda: hostile.with_entries(*((f"n{n}", 0o644) for n in range(1001))),
        ExtractionState.BOMB,
    ),
    "deflated bomb": (lambda: hostile.flate_bomb(100), ExtractionState.BOMB),
    "bomb within a bomb": (
        lambda: hostile.flate_bomb(700, layers=2),
        ExtractionState.BOMB,
    ),
    "deep markup": (hostile.deep_html, ExtractionState.BOMB),
    "a program": (lambda: b"MZ\x90\0" + b"\0" * 400, ExtractionState.UNSUPPORTED),
    "an image": (lambda: hostile.a_png(40, 40), ExtractionState.UNSUPPORTED),
    "an old document": (
        lambda: hostile.legacy_office(is_locked=False),
        ExtractionState.UNSUPPORTED,
    ),
    "rich text": (lambda: b"{\\rtf1 " + b"Ada Fernweh " * 20, ExtractionState.UNSUPPORTED),
    "a drawing": (
        lambda: b"<?xml version='1.0'?><svg><text>Ada</text></svg>" * 3,
        ExtractionState.UNSUPPORTED,
    ),
    "a zip in a zip": (
        lambda: zipped({"inner.zip": zipped({"a": "b"})}),
        ExtractionState.UNSUPPORTED,
    ),
    "another json": (hostile.other_json, ExtractionState.UNSUPPORTED),
    "zero bytes in text": (lambda: b"Ada\0Fernweh " * 30, ExtractionState.UNSUPPORTED),
}


@pytest.fixture(scope="module")
def children() -> Iterator[OneShots]:
    shots = OneShots(COMMAND)
    yield shots
    shots.close()


def asked(children: OneShots, data: bytes) -> Extracted:
    ended = children.ask(data, within_s=WALL_S)
    return understood(ended.output, ended.exit_code)


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_gets_its_state_in_time(name: str, children: OneShots) -> None:
    make, state = BAD[name]
    data = make()
    begun = time.monotonic()

    extracted = asked(children, data)

    assert extracted.report.state is state
    assert extracted.text == ""
    assert time.monotonic() - begun < MOST_S


@pytest.mark.parametrize(
    ("data", "warning"),
    [
        (hostile.a_docx(word_vbaProject_bin=b"Sub AutoOpen()"), "macro_ignored"),
        (hostile.a_docx(word_document_rels=b'<R TargetMode="External" Target="http://x/"/>'),
         "external_reference_ignored"),
        (hostile.with_entries(("../../../evil", 0o644)), "unsafe_name_ignored"),
        (hostile.with_entries(("word/link", 0o120777)), "unsafe_name_ignored"),
        (hostile.with_entries(("word/embeddings/x.zip", 0o644)), "embedding_ignored"),
    ],
)  # fmt: skip
def test_what_could_act_is_ignored_and_the_owner_is_told(
    data: bytes, warning: str, children: OneShots
) -> None:
    extracted = asked(children, data)

    assert extracted.report.state is ExtractionState.OK
    assert extracted.report.warnings == (warning,)
    assert hostile.FILLER.strip() in extracted.text


def test_a_pdf_that_only_its_owner_may_change_is_read(children: OneShots) -> None:
    extracted = asked(children, hostile.a_pdf(owner="secret"))

    assert extracted.report.state is ExtractionState.OK


@pytest.mark.parametrize("shape", SHAPES)
def test_the_child_reads_what_the_function_reads(shape: str, children: OneShots) -> None:
    data = rendered(f"nurse-{shape}")

    assert asked(children, data) == extract(data)


def test_the_child_says_one_line(children: OneShots) -> None:
    ended = children.ask(hostile.a_pdf(), within_s=WALL_S)

    assert ended.output.count(b"\n") == 1
    assert set(json.loads(ended.output)) == {"report", "text"}


def test_a_forked_child_can_open_nothing_once_it_waits() -> None:
    with a_waiting_child() as pid:
        limits = _limits_once_ready(pid)
        open_files = {int(each.name) for each in Path(f"/proc/{pid}/fd").iterdir()}

    assert limits["Max open files"] == "3"
    assert limits["Max core file size"] == "0"
    assert limits["Max cpu time"] == "10"
    assert limits["Max address space"] == str(1024**3)
    assert open_files == {0, 1, 2}


@contextmanager
def a_waiting_child() -> Iterator[int]:
    """The pid of a child that was given no file yet."""
    orders, theirs = socket.socketpair()
    file, given = socket.socketpair()
    line, end_of_line = socket.socketpair()
    with ExitStack() as opened:
        for each in (orders, theirs, file, given, line, end_of_line):
            opened.enter_context(each)
        forking = opened.enter_context(subprocess.Popen(COMMAND, cwd=ROOT, stdin=theirs.fileno()))
        opened.callback(forking.kill)
        socket.send_fds(orders, [ORDER], [given.fileno(), end_of_line.fileno()])
        eventually(psutil.Process(forking.pid).children, within_s=MOST_S)
        yield psutil.Process(forking.pid).children()[0].pid


def _limits_once_ready(pid: int) -> dict[str, str]:
    """The limits of a process, as soon as it has set them."""
    until = time.monotonic() + MOST_S
    while time.monotonic() < until:
        with open(f"/proc/{pid}/limits", encoding="ascii") as table:  # noqa: PTH123 - not a file
            rows = [line.rstrip() for line in table]
        found = {row[:26].strip(): row[26:].split()[0] for row in rows}
        if found["Max open files"] == "3":
            return found
        os.sched_yield()
    raise AssertionError("it has set no limits")


@pytest.mark.parametrize(
    ("exit_code", "state"),
    [
        (None, ExtractionState.BOMB),
        (-signal.SIGABRT, ExtractionState.BOMB),
        (-signal.SIGXCPU, ExtractionState.BOMB),
        (-signal.SIGKILL, ExtractionState.BOMB),
        (-signal.SIGSEGV, ExtractionState.UNREADABLE),
        (1, ExtractionState.UNREADABLE),
        (0, ExtractionState.UNREADABLE),
    ],
)
def test_the_end_of_a_child_means_something(exit_code: int | None, state: ExtractionState) -> None:
    assert understood(b"{half a line", exit_code).report.state is state


def test_a_page_with_frames_and_hidden_text_is_no_scan_and_says_what_it_holds() -> None:
    page = b"0.9 g 40 40 500 60 re f 1 g BT /F1 12 Tf 72 720 Td (Kubernetes for all) Tj ET"

    report = extract(hostile.raw_pdf(page)).report

    assert report.state is ExtractionState.EMPTY
    assert report.warnings[0] == "all_hidden"


def test_a_few_words_with_one_hidden_character_are_not_told_to_be_hidden() -> None:
    report = extract("Ada Fernweh, \u200bbaker".encode()).report

    assert report.state is ExtractionState.EMPTY
    assert "all_hidden" not in report.warnings
