"""A ZIP file that grows in one pass and is given away in pieces: no disk, and little memory."""

import hashlib
import json
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import IO, Any, Self, cast

PIECE_BYTES = 1 << 20
_FAST = 1  # deflate's levels above it cost three times as much and gain a tenth

Keep = Callable[[bytes], None]


@dataclass(frozen=True)
class Entry:
    """One file in the archive; `rows` of ours went into it."""

    path: str
    bytes: int
    sha256: str
    rows: int


class Archive:
    """`keep` is called with each piece, in order; the last one when the `with` block ends well.

    When it ends with an error nothing more is kept: a ZIP without its end opens nowhere.
    """

    def __init__(self, keep: Keep, at: datetime) -> None:
        self.entries: list[Entry] = []
        self._at = at
        self._pieces = _Pieces(keep)
        self._zip = zipfile.ZipFile(
            cast("IO[bytes]", self._pieces), "w", zipfile.ZIP_DEFLATED, compresslevel=_FAST
        )

    def add(self, path: str, content: bytes | str, *, rows: int = 1, pack: bool = True) -> None:
        """A whole file. `pack` is for what shrinks; a PDF does not."""
        data = content.encode() if isinstance(content, str) else content
        info = zipfile.ZipInfo(path, self._at.timetuple()[:6])
        info.compress_type = zipfile.ZIP_DEFLATED if pack else zipfile.ZIP_STORED
        info.external_attr = 0o600 << 16
        self._zip.writestr(info, data)
        self.entries.append(Entry(path, len(data), hashlib.sha256(data).hexdigest(), rows))

    def add_json(self, path: str, content: Any, *, rows: int = 1) -> None:
        self.add(path, json.dumps(content, ensure_ascii=False, indent=2), rows=rows)

    @property
    def size_bytes(self) -> int:
        return self._pieces.size_bytes

    def __enter__(self) -> Self:
        return self

    def __exit__(self, error: type[BaseException] | None, *_: object) -> None:
        if error is not None:
            self._pieces.abandon()
        self._zip.close()  # in either case: left open, it would write its end when collected
        self._pieces.close()


class _Pieces:
    """A file that can only be written on, as far as `zipfile` needs one."""

    def __init__(self, keep: Keep) -> None:
        self.size_bytes = 0
        self._keep = keep
        self._held = bytearray()

    def write(self, data: bytes) -> int:
        self._held += data
        self.size_bytes += len(data)
        while len(self._held) >= PIECE_BYTES:
            self._keep(bytes(self._held[:PIECE_BYTES]))
            del self._held[:PIECE_BYTES]
        return len(data)

    def flush(self) -> None:
        """Pieces are kept when they are full, and not before."""

    def close(self) -> None:
        if self._held:
            self._keep(bytes(self._held))
            self._held.clear()

    def abandon(self) -> None:
        self._held.clear()
        self._keep = lambda _piece: None
