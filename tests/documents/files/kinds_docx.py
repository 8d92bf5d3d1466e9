"""Kinds of DOCX that nobody should send, each with the state that it must end in."""

import zipfile
from functools import partial

from contracts.extraction import ExtractionState as State
from tests.documents.files import hostile
from tests.documents.files import hostile_text as text
from tests.documents.files import hostile_zip as docx
from tests.documents.files.hostile import FILLER, Kinds

KINDS: Kinds = {
    "docx cut at 1 %": (partial(docx.cut_at, 1), State.UNREADABLE),
    "docx cut at 10 %": (partial(docx.cut_at, 10), State.UNREADABLE),
    "docx cut at 30 %": (partial(docx.cut_at, 30), State.UNREADABLE),
    "docx cut at 50 %": (partial(docx.cut_at, 50), State.UNREADABLE),
    "docx cut at 70 %": (partial(docx.cut_at, 70), State.UNREADABLE),
    "docx cut at 80 %": (partial(docx.cut_at, 80), State.UNREADABLE),
    "docx cut at 90 %": (partial(docx.cut_at, 90), State.UNREADABLE),
    "docx cut at 97 %": (partial(docx.cut_at, 97), State.UNREADABLE),
    "docx with twenty bytes changed, 0": (partial(docx.mutated, 0), State.UNSUPPORTED),
    "docx with twenty bytes changed, 1": (partial(docx.mutated, 1), State.UNREADABLE),
    "docx with twenty bytes changed, 2": (partial(docx.mutated, 2), State.UNSUPPORTED),
    "docx with twenty bytes changed, 3": (partial(docx.mutated, 3), State.UNREADABLE),
    "docx with twenty bytes changed, 4": (partial(docx.mutated, 4), State.UNREADABLE),
    "docx with twenty bytes changed, 5": (partial(docx.mutated, 5), State.UNSUPPORTED),
    "docx with twenty bytes changed, 6": (partial(docx.mutated, 6), State.UNSUPPORTED),
    "docx with twenty bytes changed, 7": (partial(docx.mutated, 7), State.UNREADABLE),
    "docx with twenty bytes changed, 8": (partial(docx.mutated, 8), State.UNREADABLE),
    "docx with twenty bytes changed, 9": (partial(docx.mutated, 9), State.BOMB),
    "docx with twenty bytes changed, 10": (partial(docx.mutated, 10), State.UNREADABLE),
    "docx with twenty bytes changed, 11": (partial(docx.mutated, 11), State.UNREADABLE),
    "docx packed by bzip2": (partial(docx.packed_by, zipfile.ZIP_BZIP2), State.UNREADABLE),
    "docx packed by lzma": (partial(docx.packed_by, zipfile.ZIP_LZMA), State.UNREADABLE),
    "docx packed by nothing": (partial(docx.packed_by, zipfile.ZIP_STORED), State.OK),
    "docx same name twice": (docx.twice_the_same_name, State.EMPTY),
    "docx wrong checksums": (docx.wrong_checksum, State.UNREADABLE),
    "docx sizes of nothing": (partial(docx.declared_sizes, 0), State.UNREADABLE),
    "docx sizes of four gigabytes": (partial(docx.declared_sizes, 0xFFFFFFFE), State.BOMB),
    "docx nine hundred names of one data": (partial(docx.overlapping, 900), State.BOMB),
    "docx on two disks": (partial(docx.with_end, disk=7), State.OK),
    "docx of sixty thousand entries": (partial(docx.with_end, count=60_000), State.OK),
    "docx directory elsewhere": (partial(docx.with_end, start=0x7FFFFFFF), State.UNREADABLE),
    "docx directory of no size": (partial(docx.with_end, size=0), State.UNSUPPORTED),
    "docx comment of ends": (docx.with_comment, State.UNREADABLE),
    "docx absolute name": (partial(docx.named, "/etc/passwd"), State.OK),
    "docx name with a drive": (partial(docx.named, "C:\\Windows\\x.dll"), State.OK),
    "docx name that turns": (partial(docx.named, "word/\u202egpj.exe"), State.OK),
    "docx name of sixty thousand letters": (partial(docx.named, "word/" + "a" * 60_000), State.OK),
    "docx name of odd letters": (
        partial(docx.named, "word/\u0000\u200b\u00e9\U0001d518.xml"),
        State.OK,
    ),
    "docx empty archive": (lambda: b"PK\x05\x06" + b"\0" * 18, State.UNSUPPORTED),
    "docx without a document": (lambda: docx.other_office("word/other.xml"), State.UNREADABLE),
    "docx of noise": (lambda: docx.of_xml(text.noise(40_000)), State.UNREADABLE),
    "docx of half an element": (lambda: docx.of_xml("<w:document"), State.UNREADABLE),
    "docx in utf-16": (
        lambda: docx.of_xml(
            (
                '<?xml version="1.0" encoding="utf-16"?>'
                f"<w:document {docx.W}><w:body>"
                f"<w:p><w:r><w:t>{FILLER * 4}</w:t></w:r></w:p></w:body></w:document>"
            ).encode("utf-16")
        ),
        State.OK,
    ),
    "docx in an encoding of nobody": (
        lambda: docx.of_xml('<?xml version="1.0" encoding="x-none"?><w:document/>'),
        State.UNREADABLE,
    ),
    "docx with zero bytes": (
        lambda: docx.of_xml(f"<w:document {docx.W}><w:body>\0</w:body></w:document>"),
        State.UNREADABLE,
    ),
    "docx entity of parameters": (
        lambda: hostile.with_doctype('<!ENTITY % p SYSTEM "http://example.org/x.dtd"> %p;'),
        State.UNREADABLE,
    ),
    "docx doctype of nothing": (lambda: hostile.with_doctype("", "text"), State.UNREADABLE),
    "docx elements a hundred thousand deep": (
        lambda: docx.of_xml(f"<w:document {docx.W}>" + "<w:p>" * 100_000),
        State.UNREADABLE,
    ),
    "docx tables sixty deep": (partial(docx.nested_tables, 60), State.OK),
    "docx tables two hundred deep": (partial(docx.nested_tables, 200), State.UNREADABLE),
    "docx text of eleven megabytes": (partial(docx.one_text, 11_000_000), State.TOO_LARGE),
    "docx text of three hundred thousand letters": (
        partial(docx.one_text, 300_000),
        State.TOO_LARGE,
    ),
    "docx sixty thousand attributes": (docx.with_many_attributes, State.EMPTY),
    "docx million empty paragraphs": (lambda: docx.of_body("<w:p/>" * 1_000_000), State.BOMB),
    "docx styles that rest on each other": (docx.loop_of_styles, State.OK),
    "docx nine hundred headers": (partial(docx.many_headers, 900), State.OK),
    "docx thirty-one pages": (
        lambda: docx.of_body("<w:p><w:r><w:lastRenderedPageBreak/></w:r></w:p>" * 31),
        State.TOO_LARGE,
    ),
    "docx asks for another file": (
        lambda: docx.of_body(docx.included(hostile.LOCAL_FILE)),
        State.OK,
    ),
    "docx asks for an address": (docx.alternative_chunk, State.OK),
    "docx field that runs a program": (
        lambda: docx.of_body(docx.field("DDEAUTO c:\\\\windows\\\\cmd.exe")),
        State.OK,
    ),
    "docx field that fetches a picture": (
        lambda: docx.of_body(docx.field("INCLUDEPICTURE http://example.org/x.png")),
        State.OK,
    ),
    "docx text marked as hidden": (lambda: docx.of_body(docx.in_run("<w:vanish/>")), State.OK),
    "docx text of half a point": (lambda: docx.of_body(docx.in_run('<w:sz w:val="1"/>')), State.OK),
    "docx text in white": (
        lambda: docx.of_body(docx.in_run('<w:color w:val="FFFFFF"/>')),
        State.OK,
    ),
    "docx text that was deleted": (lambda: docx.of_body(docx.deleted()), State.OK),
    "docx behind the head of a pdf": (docx.after_pdf_head, State.UNREADABLE),
    "docx before a pdf": (docx.before_pdf, State.OK),
    "spreadsheet": (lambda: docx.other_office("xl/workbook.xml"), State.UNSUPPORTED),
    "slides": (lambda: docx.other_office("ppt/presentation.xml"), State.UNSUPPORTED),
    "open document": (lambda: docx.other_office("content.xml"), State.UNSUPPORTED),
    "book": (lambda: docx.other_office("META-INF/container.xml"), State.UNSUPPORTED),
}
