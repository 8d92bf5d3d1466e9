"""The folder of secrets: which file is what, and who may read it.

    bus/current.key                    32 bytes, seals RPC bodies; read by every process
    bus/previous.key bus/next.key      32 bytes each, open them while the key rotates
    epoch/<number>.key                 32 bytes, wraps item keys; read by services
    sign/<name>.key                    32 bytes Ed25519 seed of an owner or of the verifier; read
                                       by that process only
    public/<name>.pub                  32 bytes Ed25519 public key; read by every process
    pepper.key index.key               32 bytes each; read by auth only

Files are 0600 (public ones 0644). They are made by `ops`, or by whatever runs the deployment.
"""

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from chassis.config import Settings


class Secrets:
    """Reads secrets when asked, so that a rotated file is found."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, name: str) -> bytes:
        """The bytes of `name`, such as `pepper.key`. Raises FileNotFoundError."""
        return (self._folder / name).read_bytes()

    def signing_key(self, name: str) -> Ed25519PrivateKey:
        """Of an owner, or of the verifier."""
        return Ed25519PrivateKey.from_private_bytes(self.read(f"sign/{name}.key"))

    def public_key(self, name: str) -> Ed25519PublicKey:
        return Ed25519PublicKey.from_public_bytes(self.read(f"public/{name}.pub"))

    def public_keys(self) -> dict[str, bytes]:
        """All that there are, raw, by name."""
        files = sorted((self._folder / "public").glob("*.pub"))
        return {file.stem: file.read_bytes() for file in files}

    def epochs(self) -> list[int]:
        """The numbers of the epoch keys that still exist, oldest first."""
        return sorted(int(file.stem) for file in (self._folder / "epoch").glob("*.key"))

    def epoch_key(self, number: int) -> bytes:
        return self.read(f"epoch/{number}.key")


def secrets(settings: Settings) -> Secrets:
    """Builder: what this process may read."""
    return Secrets(settings.secrets)
