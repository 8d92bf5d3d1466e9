"""A zip archive that is checked before and while it is unpacked; nothing is written to disk."""

import io
import zipfile
import zlib
from collections.abc import Iterator

from contracts.extraction import ExtractionState
from services.documents.extract.reading import Unreadable

MAX_ENTRIES = 1_000
MAX_UNPACKED_BYTES = 50 * 1024 * 1024
MAX_RATIO = 200
SMALL_BYTES = 1024 * 1024
"""Below this an entry may pack as well as it likes: XML of one repeated row does."""

_CHUNK_BYTES = 64 * 1024
_ENCRYPTED_FLAG = 0x1
_PLAIN_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


class Archive:
    """Read-only, in memory. Raises Unreadable: bomb, password or unreadable."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, RuntimeError):
            raise Unreadable(ExtractionState.UNREADABLE, "broken_archive") from None
        self._left = MAX_UNPACKED_BYTES
        self._entries = {entry.filename: entry for entry in self._zip.infolist()}
        self._refuse_what_is_declared()

    @property
    def names(self) -> list[str]:
        return sorted(self._entries)

    @property
    def has_unsafe_names(self) -> bool:
        """Whether a name points out of a folder, or an entry is a link. Neither is ever used."""
        return any(
            name.startswith(("/", "\\")) or ".." in name or ":" in name or _is_link(entry)
            for name, entry in self._entries.items()
        )

    def read(self, name: str) -> bytes | None:
        """The bytes of one entry, None where there is none; counts what really comes out."""
        entry = self._entries.get(name)
        return None if entry is None else b"".join(self._chunks(entry))

    def _refuse_what_is_declared(self) -> None:
        entries = self._zip.infolist()
        if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
            raise Unreadable(ExtractionState.PASSWORD)
        if len(entries) > MAX_ENTRIES or sum(e.file_size for e in entries) > MAX_UNPACKED_BYTES:
            raise Unreadable(ExtractionState.BOMB)
        if any(_ratio_is_absurd(e.file_size, e.compress_size) for e in entries):
            raise Unreadable(ExtractionState.BOMB)
        if any(entry.compress_type not in _PLAIN_METHODS for entry in entries):
            raise Unreadable(ExtractionState.UNREADABLE, "unknown_compression")

    def _chunks(self, entry: zipfile.ZipInfo) -> Iterator[bytes]:
        read = 0
        try:
            with self._zip.open(entry) as stream:
                while chunk := stream.read(_CHUNK_BYTES):
                    read += len(chunk)
                    self._left -= len(chunk)
                    if self._left < 0 or _ratio_is_absurd(read, entry.compress_size):
                        raise Unreadable(ExtractionState.BOMB)
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError):
            raise Unreadable(ExtractionState.UNREADABLE, "broken_archive") from None


def _ratio_is_absurd(unpacked: int, packed: int) -> bool:
    return unpacked > SMALL_BYTES and unpacked > MAX_RATIO * max(packed, 1)


def _is_link(entry: zipfile.ZipInfo) -> bool:
    return (entry.external_attr >> 16) & 0o170000 == 0o120000
