"""Kinds of PDF that nobody should send, each with the state that it must end in."""

from functools import partial

from contracts.extraction import ExtractionState as State
from tests.documents.files import hostile
from tests.documents.files import hostile_pdf as pdf
from tests.documents.files import hostile_text as text
from tests.documents.files.hostile import Kinds

KINDS: Kinds = {
    "pdf cut at 1 %": (partial(pdf.cut_at, 1), State.UNREADABLE),
    "pdf cut at 5 %": (partial(pdf.cut_at, 5), State.UNREADABLE),
    "pdf cut at 10 %": (partial(pdf.cut_at, 10), State.UNREADABLE),
    "pdf cut at 25 %": (partial(pdf.cut_at, 25), State.UNREADABLE),
    "pdf cut at 40 %": (partial(pdf.cut_at, 40), State.UNREADABLE),
    "pdf cut at 50 %": (partial(pdf.cut_at, 50), State.UNREADABLE),
    "pdf cut at 60 %": (partial(pdf.cut_at, 60), State.UNREADABLE),
    "pdf cut at 75 %": (partial(pdf.cut_at, 75), State.UNREADABLE),
    "pdf cut at 85 %": (partial(pdf.cut_at, 85), State.UNREADABLE),
    "pdf cut at 90 %": (partial(pdf.cut_at, 90), State.UNREADABLE),
    "pdf cut at 95 %": (partial(pdf.cut_at, 95), State.UNREADABLE),
    "pdf cut at 99 %": (partial(pdf.cut_at, 99), State.OK),
    "pdf with forty bytes changed, 0": (partial(pdf.mutated, 0), State.UNREADABLE),
    "pdf with forty bytes changed, 1": (partial(pdf.mutated, 1), State.UNREADABLE),
    "pdf with forty bytes changed, 2": (partial(pdf.mutated, 2), State.UNREADABLE),
    "pdf with forty bytes changed, 3": (partial(pdf.mutated, 3), State.UNREADABLE),
    "pdf with forty bytes changed, 4": (partial(pdf.mutated, 4), State.UNREADABLE),
    "pdf with forty bytes changed, 5": (partial(pdf.mutated, 5), State.UNSUPPORTED),
    "pdf with forty bytes changed, 6": (partial(pdf.mutated, 6), State.UNREADABLE),
    "pdf with forty bytes changed, 7": (partial(pdf.mutated, 7), State.UNREADABLE),
    "pdf with forty bytes changed, 8": (partial(pdf.mutated, 8), State.UNREADABLE),
    "pdf with forty bytes changed, 9": (partial(pdf.mutated, 9), State.UNREADABLE),
    "pdf with forty bytes changed, 10": (partial(pdf.mutated, 10), State.UNREADABLE),
    "pdf with forty bytes changed, 11": (partial(pdf.mutated, 11), State.UNREADABLE),
    "pdf table of objects beyond the end": (partial(pdf.xref_at, 10**9), State.OK),
    "pdf table of objects at its head": (partial(pdf.xref_at, 0), State.OK),
    "pdf table of objects within itself": (pdf.with_prev_loop, State.OK),
    "pdf without a table of objects": (lambda: pdf.of_one_page(table=False), State.OK),
    "pdf catalogue that is its own page": (
        lambda: pdf.of_objects("<< /Type /Catalog /Pages 1 0 R >>"),
        State.EMPTY,
    ),
    "pdf page tree that is its own child": (
        partial(pdf.with_tree, "/Kids [2 0 R] /Count 1"),
        State.UNREADABLE,
    ),
    "pdf page tree of ten million": (
        partial(pdf.with_tree, "/Kids [3 0 R] /Count 10000000"),
        State.OK,
    ),
    "pdf page tree of less than nothing": (
        partial(pdf.with_tree, "/Kids [3 0 R] /Count -1"),
        State.OK,
    ),
    "pdf page tree of nothing": (
        partial(pdf.with_tree, "/Kids [null null] /Count 2"),
        State.UNREADABLE,
    ),
    "pdf page tree that names a font": (
        partial(pdf.with_tree, "/Kids [5 0 R] /Count 1"),
        State.UNREADABLE,
    ),
    "pdf of ten thousand pages": (pdf.ten_thousand_pages, State.TOO_LARGE),
    "pdf page of no size": (partial(pdf.with_box, "[0 0 0 0]"), State.OK),
    "pdf page of endless size": (partial(pdf.with_box, "[0 0 1e30 1e30]"), State.OK),
    "pdf page turned inside out": (partial(pdf.with_box, "[595 842 0 0]"), State.OK),
    "pdf page whose size is words": (partial(pdf.with_box, "[(a) (b) (c) (d)]"), State.OK),
    "pdf form that draws itself": (pdf.form_loop, State.OK),
    "pdf forms that draw ten each, three deep": (partial(pdf.form_chain, 3, 10), State.OK),
    "pdf forms that draw ten each, twelve deep": (partial(pdf.form_chain, 12, 10), State.BOMB),
    "pdf forms that draw two each, thirty deep": (partial(pdf.form_chain, 30, 2), State.BOMB),
    "pdf million saved states": (
        lambda: pdf.with_page(pdf.lines() + b"\n" + b"q " * 1_000_000),
        State.OK,
    ),
    "pdf million restored states": (
        lambda: pdf.with_page(pdf.lines() + b"\n" + b"Q " * 1_000_000),
        State.OK,
    ),
    "pdf content of brackets": (
        lambda: pdf.with_page(pdf.lines() + b"\n" + b"[" * 1_000_000),
        State.OK,
    ),
    "pdf content of dictionaries": (
        lambda: pdf.with_page(pdf.lines() + b"\n" + b"<< /A " * 300_000),
        State.OK,
    ),
    "pdf object of brackets": (
        lambda: pdf.with_page(b"", b"[" * 1_000_000, catalogue="/X 6 0 R"),
        State.OK,
    ),
    "pdf text without end": (
        lambda: pdf.with_page(b"BT /F1 1 Tf 1 1 Td " + b"(word ) Tj " * 300_000 + b"ET"),
        State.EMPTY,
    ),
    "pdf one string of four megabytes": (
        lambda: pdf.with_page(b"BT /F1 1 Tf 1 1 Td (" + b"word " * 800_000 + b") Tj ET"),
        State.EMPTY,
    ),
    "pdf million little lines": (
        lambda: pdf.with_page(pdf.lines() + b"\n" + b"0 0 m 9 9 l S " * 300_000),
        State.OK,
    ),
    "pdf million clips": (
        lambda: pdf.with_page(b"0 0 9 9 re W n " * 200_000 + pdf.lines()),
        State.EMPTY,
    ),
    "pdf stream of objects that is a bomb": (pdf.object_stream_bomb, State.BOMB),
    "pdf bomb of run lengths": (pdf.run_length_bomb, State.EMPTY),
    "pdf bomb of lzw": (pdf.lzw_bomb, State.EMPTY),
    "pdf filter a thousand times": (
        lambda: hostile.flate_bomb(1, layers=1).replace(
            b"/Filter [/FlateDecode]", b"/Filter [" + b" /FlateDecode" * 1000 + b"]"
        ),
        State.EMPTY,
    ),
    "pdf filter that nobody knows": (
        lambda: hostile.raw_pdf(pdf.lines(), stream="/Filter /Nothing"),
        State.OK,
    ),
    "pdf length that lies": (
        lambda: pdf.with_page(pdf.lines()).replace(b"/Length ", b"/Length 9"),
        State.OK,
    ),
    "pdf content that is not there": (
        lambda: pdf.with_page(b"", page=pdf.PAGE.replace("4 0 R /Res", "99 0 R /Res")),
        State.EMPTY,
    ),
    "pdf content that is itself": (
        lambda: pdf.with_page(b"", page=pdf.PAGE.replace("/Contents 4 0 R", "/Contents 3 0 R")),
        State.EMPTY,
    ),
    "pdf locked by nobody knows what": (
        lambda: pdf.of_one_page("<< /Filter /Nothing /V 9 >>", trailer="/Encrypt 6 0 R"),
        State.UNREADABLE,
    ),
    "pdf locked with half a key": (
        lambda: pdf.of_one_page(
            "<< /Filter /Standard /V 5 /R 6 /O (a) /U (b) /P -1 >>", trailer="/Encrypt 6 0 R"
        ),
        State.PASSWORD,
    ),
    "pdf letters drawn as pictures": (pdf.type3_font, State.OK),
    "pdf letters that mean nothing": (pdf.identity_without_map, State.SCANNED),
    "pdf font that is noise": (pdf.broken_font_file, State.OK),
    "pdf every letter means the same": (
        lambda: pdf.to_unicode("1 beginbfrange <00> <FF> <0041> endbfrange"),
        State.OK,
    ),
    "pdf every letter means a book": (
        lambda: pdf.to_unicode(
            "95 beginbfchar "
            + " ".join(f"<{c:02x}> <{'0041' * 250}>" for c in range(32, 127))
            + " endbfchar"
        ),
        State.OK,
    ),
    "pdf map of letters without end": (
        lambda: pdf.to_unicode("1 beginbfrange <0000> <FFFFFFFF> <0041> endbfrange" * 2000),
        State.OK,
    ),
    "pdf every letter turns the line": (
        lambda: pdf.to_unicode("1 beginbfrange <20> <7E> <202E> endbfrange"),
        State.OK,
    ),
    "pdf script at its opening": (
        partial(pdf.with_action, "<< /S /JavaScript /JS (app.alert(1)) >>"),
        State.OK,
    ),
    "pdf program at its opening": (
        partial(pdf.with_action, "<< /S /Launch /F (cmd.exe) >>"),
        State.OK,
    ),
    "pdf address at its opening": (
        partial(pdf.with_action, "<< /S /URI /URI (http://example.org/) >>"),
        State.OK,
    ),
    "pdf other file at its opening": (
        partial(pdf.with_action, "<< /S /GoToR /F (//example.org/x) /D [0 /Fit] >>"),
        State.OK,
    ),
    "pdf program attached": (pdf.with_attachment, State.OK),
    "pdf form with fields": (pdf.with_widgets, State.OK),
    "pdf picture of noise": (partial(pdf.with_image, text.noise(5000), "/DCTDecode"), State.OK),
    "pdf picture of fax noise": (
        partial(pdf.with_image, text.noise(5000), "/CCITTFaxDecode"),
        State.OK,
    ),
    "pdf picture of jbig noise": (
        partial(pdf.with_image, text.noise(5000), "/JBIG2Decode"),
        State.OK,
    ),
    "pdf picture of jpx noise": (partial(pdf.with_image, text.noise(5000), "/JPXDecode"), State.OK),
    "pdf picture larger than a house": (
        partial(
            pdf.with_image, b"x" * 99, "/RunLengthDecode", "/Width 2000000000 /Height 2000000000"
        ),
        State.OK,
    ),
    "pdf behind a kilobyte of noise": (partial(pdf.after, b"x" * 900), State.OK),
    "pdf behind two kilobytes of text": (partial(pdf.after, b"word " * 500), State.OK),
    "pdf and gif": (partial(pdf.after, b"GIF89a\x01\x00\x01\x00"), State.OK),
    "pdf and program": (partial(pdf.after, b"MZ" + b"\x90" * 80), State.OK),
    "pdf and page": (partial(pdf.after, b"<html><script>alert(1)</script>\n"), State.OK),
    "pdf and docx": (pdf.polyglot_docx, State.OK),
    "pdf that is one comment": (lambda: b"%PDF-1.7\n" + b"% nothing\n" * 100_000, State.UNREADABLE),
    "pdf that is noise": (lambda: b"%PDF-1.7\n" + text.noise(200_000), State.UNREADABLE),
    "pdf that ends a thousand times": (
        lambda: hostile.a_pdf() + b"\nstartxref\n9\n%%EOF" * 1000,
        State.OK,
    ),
    "pdf text of no opacity": (partial(pdf.drawn_under, "<< /ca 0 /CA 0 >>"), State.OK),
    "pdf text of no width": (
        partial(pdf.secretly, "BT /F1 9 Tf 0.001 Tz 40 300 Td TEXT Tj ET"),
        State.OK,
    ),
    "pdf text of no height": (
        partial(pdf.secretly, "BT /F1 9 Tf 0.0001 0 0 0.0001 40 300 Tm TEXT Tj ET"),
        State.OK,
    ),
    "pdf text drawn as a clip": (
        partial(pdf.secretly, "q BT 7 Tr /F1 9 Tf 40 300 Td TEXT Tj ET Q"),
        State.OK,
    ),
    "pdf text in white": (partial(pdf.secretly, "BT 1 g /F1 9 Tf 40 300 Td TEXT Tj ET"), State.OK),
    "pdf text beside the page": (
        partial(pdf.secretly, "BT /F1 9 Tf 4000 300 Td TEXT Tj ET"),
        State.OK,
    ),
    "pdf text under a box": (
        partial(pdf.secretly, "BT /F1 9 Tf 40 300 Td TEXT Tj ET 1 g 0 290 595 40 re f"),
        State.OK,
    ),
}
