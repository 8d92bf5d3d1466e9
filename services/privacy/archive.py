"""A ZIP file that grows in one pass and is given away in pieces: no disk, and little memory."""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

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
    """`keep` is called with each piece, in order. Nothing is complete before `close`: a ZIP that
    lacks its end cannot be taken for a whole one.
    """

    def __init__(self, keep: Keep, at: datetime) -> None:
        self.entries: list[Entry] = []
        self._at = at
        self._pieces = _Pieces(keep)
        self._zip = zipfile.ZipFile(self._pieces, "w", zipfile.ZIP_DEFLATED, compresslevel=_FAST)

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

    def close(self) -> int:
        """Write the list of files and the last piece; the size of it all."""
        self._zip.close()
        return self._pieces.close_off()


class _Pieces(io.RawIOBase):
    """A file that can only be written on."""

    def __init__(self, keep: Keep) -> None:
        self._keep = keep
        self._held = bytearray()
        self._size = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._held += data
        self._size += len(data)
        while len(self._held) >= PIECE_BYTES:
            self._keep(bytes(self._held[:PIECE_BYTES]))
            del self._held[:PIECE_BYTES]
        return len(data)

    def close_off(self) -> int:
        if self._held:
            self._keep(bytes(self._held))
            self._held.clear()
        return self._size
