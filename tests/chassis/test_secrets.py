"""What a process may read, and that it does not show it."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pydantic import SecretStr, ValidationError

from chassis.config import Settings, settings
from chassis.secrets import Secrets, secrets
from contracts.message import Owner


def a_folder(folder: Path, **files: bytes) -> Secrets:
    for name, content in files.items():
        file = folder / name.replace("__", "/").replace("_dot_", ".")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return Secrets(folder)


def test_a_rotated_file_is_found_at_once(tmp_path: Path) -> None:
    kept = a_folder(tmp_path, pepper_dot_key=b"old")
    assert kept.read("pepper.key") == b"old"

    a_folder(tmp_path, pepper_dot_key=b"new")

    assert kept.read("pepper.key") == b"new"


def test_epochs_come_oldest_first_by_number(tmp_path: Path) -> None:
    kept = a_folder(tmp_path, epoch__10_dot_key=b"x", epoch__9_dot_key=b"y")

    assert kept.epochs() == [9, 10]
    assert kept.epoch_key(9) == b"y"


def test_a_signing_key_fits_its_public_key(tmp_path: Path) -> None:
    key = Ed25519PrivateKey.generate()
    public = key.public_key().public_bytes_raw()
    kept = a_folder(
        tmp_path, sign__auth_dot_key=key.private_bytes_raw(), public__auth_dot_pub=public
    )

    signature = kept.signing_key(Owner.AUTH).sign(b"words")

    kept.public_key(Owner.AUTH).verify(signature, b"words")


def test_what_a_process_may_not_read_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Secrets(tmp_path).signing_key(Owner.PRIVACY)


def test_settings_come_from_the_environment_and_hide_their_passwords(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("MIRA_PROCESS", "auth")
    monkeypatch.setenv("MIRA_SECRETS", str(tmp_path))
    monkeypatch.setenv("MIRA_AMQP_URL", "amqp://auth:hunter2@127.0.0.1//")

    given = settings()

    assert (given.process, given.workers) == ("auth", 10)
    assert secrets(given).epochs() == []
    assert "hunter2" not in repr(given)


def test_a_process_that_is_told_too_little_does_not_start(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("MIRA_PROCESS", "MIRA_SECRETS", "MIRA_AMQP_URL"):
        monkeypatch.delenv(name, raising=False)

    with pytest.raises(ValidationError, match="process"):
        settings()


def test_settings_can_not_be_changed(tmp_path: Path) -> None:
    given = Settings(process="auth", secrets=tmp_path, amqp_url=SecretStr("amqp://"))

    with pytest.raises(ValidationError):
        given.workers = 3  # type: ignore[misc]  # what the test is about
