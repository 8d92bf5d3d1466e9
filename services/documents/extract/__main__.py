"""The child processes in which files of strangers are read, one each: bytes in, one JSON line out.

Everything is loaded once. Each child gives up the right to open anything before it reads, and is
used once. What its end means is in `services.documents.extract.child`.
"""

import codecs
import io
import resource
import sys
import zipfile

from chassis.bus import nursery
from services.documents.extract import extract
from services.documents.extract.child import BOMB_EXIT
from services.documents.extract.plain import ENCODINGS

MEMORY_BYTES = 1024 * 1024 * 1024
CPU_S = 10
OUTPUT_BYTES = 16 * 1024 * 1024
OPEN_FILES = 3
"""The three that it has: no file, socket or library can be opened after this."""

_A_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R"
    b"/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
    b"4 0 obj<</Length 60>>stream\nBT /F 9 Tf 9 9 Td (A) Tj 1 g (B) Tj ET 0 0 9 9 re f\nendstream "
    b"endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
    b"trailer<</Root 1 0 R>>"
)
_WARM_UP = (
    _A_PDF,
    b"A page of plain text, read once so that nothing has to be loaded later. " * 2,
    b"<html><body><p>One paragraph.</p><p>Another one, a little longer.</p></body></html>",
    b'{"basics": {"name": "Nobody", "summary": "Only here to be read once before the limits."}}',
)


def main() -> None:
    _load_everything()
    nursery.serve(_read_one)


def _read_one() -> None:
    _give_up_rights()
    try:
        reply = extract(sys.stdin.buffer.read()).model_dump_json()
    except MemoryError:
        sys.exit(BOMB_EXIT)
    sys.stdout.write(f"{reply}\n")


def _load_everything() -> None:
    """Modules that the standard library and the readers load only when they are first needed."""
    for encoding in ("utf-8-sig", "utf-16", "cp1252", "cp437", *ENCODINGS):
        codecs.lookup(encoding)
    for sample in (*_WARM_UP, _a_docx()):
        extract(sample)


def _a_docx() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<document/>")
    return buffer.getvalue()


def _give_up_rights() -> None:
    for limit, value in (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_CPU, CPU_S),
        (resource.RLIMIT_FSIZE, OUTPUT_BYTES),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
    ):
        _, most = resource.getrlimit(limit)
        least = value if most == resource.RLIM_INFINITY else min(value, most)
        resource.setrlimit(limit, (least, least))


if __name__ == "__main__":
    main()
