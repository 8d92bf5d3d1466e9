from pathlib import Path

from chassis.secrets import Secrets
from contracts.message import Owner
from ops.secrets import GATEWAY, VERIFIER, make_passwords, make_secrets


def names(folder: Path) -> set[str]:
    return {str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()}


def test_each_process_gets_what_it_may_read_and_no_more(tmp_path: Path) -> None:
    folders = make_secrets(tmp_path)

    everyone = {"bus/current.key", *(f"public/{name}.pub" for name in (*Owner, VERIFIER))}
    assert names(folders[GATEWAY]) == everyone
    assert names(folders[VERIFIER]) == everyone | {"sign/verifier.key"}
    assert names(folders["documents"]) == everyone | {"epoch/1.key", "sign/documents.key"}
    assert names(folders["auth"]) - names(folders["documents"]) == {
        "sign/auth.key",
        "pepper.key",
        "index.key",
    }


def test_nobody_else_can_read_a_secret(tmp_path: Path) -> None:
    make_secrets(tmp_path)

    assert [path for path in tmp_path.rglob("*") if path.stat().st_mode & 0o077] == []


def test_making_them_again_changes_nothing(tmp_path: Path) -> None:
    make_secrets(tmp_path)
    before = {file: file.read_bytes() for file in tmp_path.rglob("*.key")}

    make_secrets(tmp_path)

    assert {file: file.read_bytes() for file in tmp_path.rglob("*.key")} == before


def test_what_an_owner_signs_everybody_can_check(tmp_path: Path) -> None:
    folders = make_secrets(tmp_path)
    signed = Secrets(folders["privacy"]).signing_key(Owner.PRIVACY).sign(b"an order")

    for folder in folders.values():
        Secrets(folder).public_key(Owner.PRIVACY).verify(signed, b"an order")


def test_every_process_reads_the_same_bus_key(tmp_path: Path) -> None:
    folders = make_secrets(tmp_path)

    assert len({Secrets(folder).read("bus/current.key") for folder in folders.values()}) == 1


def test_passwords_stay_and_are_never_shown(tmp_path: Path) -> None:
    file = tmp_path / "passwords.json"
    first = make_passwords(file)

    second = make_passwords(file)

    assert second == first
    assert file.stat().st_mode & 0o077 == 0
    assert not any(word in repr(first) for word in (*first.database.values(), first.demo))


def test_a_password_file_of_an_older_version_keeps_its_words(tmp_path: Path) -> None:
    file = tmp_path / "passwords.json"
    file.write_text('{"database": {"auth": "kept"}, "broker": {}}')

    passwords = make_passwords(file)

    assert passwords.database["auth"] == "kept"
    assert set(passwords.broker) >= {"admin", "gateway", "feedback"}
