"""Text that hurts: encodings that lie, markup without end, JSON that is no résumé, other kinds."""

import io
import json
import random
import sqlite3
import struct
import tarfile

from tests.documents.files.hostile import FILLER

MOST = 190_000
"""Characters that a text may nearly have."""


def long_of(piece: str, count: int = MOST) -> bytes:
    """FILLER, then `piece` again and again up to `count` characters."""
    return (FILLER * 3 + "\n" + piece * (count // len(piece))).encode("utf-8", "surrogatepass")


def html(body: str, head: str = "") -> bytes:
    told = f"<p>{FILLER}</p><p>{FILLER}</p>"
    return f"<html><head>{head}</head><body>{told}{body}</body></html>".encode()


def json_resume(**parts: object) -> bytes:
    return json.dumps({"basics": {"name": "Ada Fernweh", "summary": FILLER * 3}, **parts}).encode()


def raw_json(text: str) -> bytes:
    return f'{{"basics": {{"name": "Ada Fernweh", "summary": "{FILLER * 2}"}}, {text}}}'.encode()


def utf16(text: str = FILLER * 4) -> bytes:
    return b"\xff\xfe" + text.encode("utf-16-le")


def noise(count: int, seed: int = 5) -> bytes:
    return random.Random(seed).randbytes(count)


def tar() -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        entry = tarfile.TarInfo("resume.txt")
        entry.size = len(FILLER)
        archive.addfile(entry, io.BytesIO(FILLER.encode()))
    return buffer.getvalue()


def database() -> bytes:
    with sqlite3.connect(":memory:") as store:
        store.execute("CREATE TABLE resume (text TEXT)")
        return store.serialize()


def movie() -> bytes:
    return struct.pack(">I4s4sI", 24, b"ftyp", b"isom", 512) + b"isomiso2" + noise(400)


def zalgo() -> bytes:
    marks = "".join(chr(0x300 + number) for number in range(80))
    return (FILLER * 3 + "".join(letter + marks for letter in FILLER * 30)).encode()


def everything_turned() -> bytes:
    return ("\u202e" + FILLER[::-1] * 4 + "\u202c").encode()


def of_tags() -> bytes:
    """Words in tag characters, which no reader of the page sees."""
    secret = "".join(chr(0xE0000 + ord(letter)) for letter in "SECRET " * 40)
    return (FILLER * 4 + secret).encode()


def shapeless() -> bytes:
    return ("\u200b\u2060\ufeff" * 5000).encode()
