"""Looks for what somebody wrote wherever it may lie: in files as raw bytes, in rows as text.

A canary is a word that nobody else ever wrote. All canaries of one person begin with the same
mark, so that one search finds any of them; then each is told by the field it was typed into.
"""

import base64
import os
import secrets
import stat
import string
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import create_engine, text

_CHUNK_BYTES = 8 << 20
_OVERLAP_BYTES = 1024
"""Longer than any form of a canary, so that none hides between two chunks."""

_TABLES = """
SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n
ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'm', 'p', 'v')
AND n.nspname NOT IN ('pg_catalog', 'information_schema')
"""


@dataclass(frozen=True, order=True)
class Hit:
    """What was typed into `field` lies in `place`."""

    place: str
    field: str


@dataclass
class Canaries:
    """Gives each field a word of its own, and remembers secrets that were handed out."""

    mark: str = field(default_factory=lambda: "q" + _letters(13))
    words: dict[str, str] = field(default_factory=dict)
    handed_out: dict[str, str] = field(default_factory=dict)

    def word(self, name: str) -> str:
        """The canary of this field; the same each time. Small letters, so that it is a word to
        every reader, and a name, a part of an address or a password where one is needed.
        """
        return self.words.setdefault(name, self.mark + _letters(8))

    def watch(self, name: str, secret: str) -> str:
        """Look for `secret` as well: a token is nobody's to find either."""
        self.handed_out[name] = secret
        return secret

    def found_in(self, data: bytes) -> set[str]:
        """The fields whose canaries stand in `data`, whatever way they are written."""
        small = data.lower()
        found = {
            name for name, secret in self.handed_out.items() if _stands_in(data, small, secret)
        }
        if not _stands_in(data, small, self.mark):
            return found
        told = {name for name, word in self.words.items() if _stands_in(data, small, word)}
        return found | (told or {"a piece of one"})


def search_files(folder: Path, canaries: Canaries, *, since: float = 0.0) -> set[Hit]:
    """Every file below `folder` that changed after `since`; what vanishes meanwhile is skipped."""
    return {
        Hit(str(path), name)
        for path in _files(folder, since)
        for chunk in _chunks(path)
        for name in canaries.found_in(chunk)
    }


def search_rows(url: str, canaries: Canaries) -> set[Hit]:
    """Every row of every table as text: what compression hides in files is plain to see here."""
    engine = create_engine(url)
    with engine.connect() as connection:
        hits = {
            Hit(table, name)
            for table in connection.scalars(text(_TABLES)).all()
            for row in connection.scalars(text(f"SELECT t::text FROM {table} t"))  # noqa: S608 - from the catalogue
            for name in canaries.found_in(row.encode())
        }
    engine.dispose()
    return hits


def search_bytes(folder: Path, secrets: Mapping[str, bytes], *, since: float = 0.0) -> set[Hit]:
    """Where these bytes lie below `folder`: as they are, as hexadecimals or in base64."""
    forms = {name: tuple(_byte_forms(raw)) for name, raw in secrets.items()}
    return {
        Hit(str(path), name)
        for path in _files(folder, since)
        for chunk in _chunks(path)
        for name, written in forms.items()
        if any(form in chunk for form in written)
    }


def search_open_files(pids: set[int], canaries: Canaries) -> set[Hit]:
    """Files that processes hold open, also those that have no name any more."""
    return {
        Hit(str(handle.readlink()), name)
        for pid in pids
        for handle in _plain_handles(Path(f"/proc/{pid}/fd"))
        for chunk in _chunks(handle)
        for name in canaries.found_in(chunk)
    }


def _letters(count: int) -> str:
    return "".join(secrets.choice(string.ascii_lowercase) for _ in range(count))


def _stands_in(data: bytes, small: bytes, word: str) -> bool:
    """Whether `word` stands there in any case, in UTF-16, as hexadecimals or in base64."""
    low = word.lower()
    plain = (low.encode(), low.encode("utf-16-le"), low.encode().hex().encode())
    return any(form in small for form in plain) or any(
        form in data for form in _base64_forms(word.encode())
    )


def _byte_forms(raw: bytes) -> Iterator[bytes]:
    yield raw
    yield raw.hex().encode()
    yield raw.hex().upper().encode()
    for form in _base64_forms(raw):
        yield form
        yield form.translate(bytes.maketrans(b"+/", b"-_"))


def _base64_forms(raw: bytes) -> Iterator[bytes]:
    """What `raw` looks like inside of longer base64: it may begin at any of three places."""
    for shift in range(3):
        written = base64.b64encode(b"\0" * shift + raw)
        first, last = -(-shift * 8 // 6), (shift + len(raw)) * 8 // 6
        yield written[first:last]


def _files(folder: Path, since: float) -> Iterator[Path]:
    for parent, _, names in os.walk(folder):
        for path in (Path(parent, name) for name in names):
            try:
                seen = path.lstat()
            except FileNotFoundError:
                continue
            if stat.S_ISREG(seen.st_mode) and seen.st_mtime >= since:
                yield path


def _chunks(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            kept = b""
            while chunk := file.read(_CHUNK_BYTES):
                yield kept + chunk
                kept = chunk[-_OVERLAP_BYTES:]
    except FileNotFoundError:
        return


def _plain_handles(folder: Path) -> Iterator[Path]:
    for handle in folder.iterdir():
        if handle.is_file() and not str(handle.readlink()).startswith(("/dev/", "anon_inode:")):
            yield handle
