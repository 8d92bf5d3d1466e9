"""Whoever asks for everything gets everything that they gave, and nothing of anybody else."""

import hashlib
import io
import json
import re
import zipfile

import pytest

from ops.stack import Stack
from tests.flows.conftest import a_person
from tests.flows.journey import wait_until
from tests.flows.marked import MarkedPerson

NOT_KEPT = re.compile(
    r"child|again|deleted|wrong|unknown|broken file|broken JSON|not an id|path|query"
    r"|idempotency|trace|user agent|referer|^name$|^password$|^new password$|upload"
    r"|^e-mail$|^device$"
)
"""What was refused, replaced, deleted, ended or is a password.

The address is looked for as a whole.
"""


@pytest.fixture(scope="module")
def imke(mira: Stack) -> MarkedPerson:
    person = MarkedPerson(mira.address, mira.mailbox_address)
    person.do_everything()
    return person


@pytest.fixture(scope="module")
def archive(imke: MarkedPerson) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(imke.export()))


def everything_in(archive: zipfile.ZipFile) -> bytes:
    return b"\n".join(archive.read(name) for name in archive.namelist())


def test_all_that_a_person_gave_and_we_keep_is_in_the_archive(
    imke: MarkedPerson, archive: zipfile.ZipFile
) -> None:
    kept = {name for name in imke.canaries.words if not NOT_KEPT.search(name)}

    found = imke.canaries.found_in(everything_in(archive))

    assert len(kept) > 35
    assert kept - found == set()
    assert imke.email.encode() in archive.read("account.json")


def test_no_password_token_or_refused_input_is_in_the_archive(
    imke: MarkedPerson, archive: zipfile.ZipFile
) -> None:
    found = imke.canaries.found_in(everything_in(archive))

    assert {name for name in found if NOT_KEPT.search(name)} <= {"e-mail"}
    assert not found & set(imke.canaries.handed_out)


def test_the_manifest_tells_every_file_with_its_hash(archive: zipfile.ZipFile) -> None:
    manifest = json.loads(archive.read("manifest.json"))

    told = {entry["path"]: entry["sha256"] for entry in manifest["files"]}

    assert set(told) | {"manifest.json"} == set(archive.namelist())
    for path, digest in told.items():
        assert hashlib.sha256(archive.read(path)).hexdigest() == digest, path
    assert "auth.account.password" in {each["what"] for each in manifest["excluded"]}


def test_each_thing_lies_where_a_reader_looks_for_it(archive: zipfile.ZipFile) -> None:
    shapes = {re.sub(r"[0-9a-f-]{36}", "*", name) for name in archive.namelist()}

    assert shapes >= {
        "index.html",
        "manifest.json",
        "account.json",
        "resumes/*/original.pdf",
        "resumes/*/original.txt",
        "resumes/*/analysis.json",
        "resumes/*/resume.json",
        "resumes/*/corrections.json",
        "job_descriptions/*/text.txt",
        "job_descriptions/*/job_description.json",
        "job_descriptions/*/corrections.json",
        "fits/*/fit.json",
        "sessions/*/session.json",
        "sessions/*/transcript.json",
        "sessions/*/transcript.txt",
        "sessions/*/feedback.json",
        "technical/sign_ins.json",
        "privacy/cases.json",
    }
    assert "⟦" not in everything_in(archive).decode("utf-8", "replace")


def test_an_original_comes_back_as_it_was_given(archive: zipfile.ZipFile) -> None:
    originals = [name for name in archive.namelist() if name.endswith("original.pdf")]

    assert len(originals) == 2
    for name in originals:
        assert archive.read(name).startswith(b"%PDF-")
        assert archive.read(name).rstrip().endswith(b"%%EOF")


def test_the_archive_is_its_persons_alone_and_goes_when_something_is_deleted(mira: Stack) -> None:
    imke, olof = a_person(mira), a_person(mira)
    resume = imke.add_resume()
    imke.settled(f"/resumes/{resume}")
    proof = imke.send("/password-proofs", {"password": imke.password, "act": "export"}).json()
    asked = imke.send("/privacy/exports", {"proof": proof["passport"]})
    path = f"/privacy/exports/{asked.json()['export_id']}"
    wait_until(lambda: imke.get(path)["state"] == "ready", within_s=60)

    assert imke.ask("GET", f"{path}/download").status_code == 200
    for place in (path, f"{path}/download"):
        assert olof.ask("GET", place).status_code == 404
    again = imke.send("/privacy/exports", {"proof": proof["passport"]})
    assert again.status_code == 403
    imke.ask("DELETE", f"/resumes/{resume}")
    assert imke.ask("GET", path).status_code == 404
