"""PDF files built to hurt: each maker gives one, by what is wrong with it."""

import random
import zlib

from tests.documents.files import hostile
from tests.documents.files.hostile import FILLER, a_pdf, raw_pdf

ENOUGH = 8
"""Lines of FILLER that make a page that may be read."""

FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
PAGE = (
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
    " /Resources << /Font << /F1 5 0 R >> {more} >> >>"
)


def lines(count: int = ENOUGH, *, before: str = "", size: float = 9) -> bytes:
    """The content of a page: `count` lines of FILLER, each drawn after `before`."""
    drawn = (
        f"BT {before} /F1 {size} Tf 40 {780 - 14 * line} Td ({FILLER}) Tj ET"
        for line in range(count)
    )
    return "\n".join(drawn).encode()


def of_objects(*bodies: bytes | str, trailer: str = "", table: bool = True) -> bytes:
    """A PDF of these objects, numbered from 1; the first is its catalogue."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        said = body.encode() if isinstance(body, str) else body
        out += b"%d 0 obj\n" % number + said + b"\nendobj\n"
    count = len(bodies) + 1
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    xref = b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, rows) if table else b""
    end = f"trailer\n<< /Size {count} /Root 1 0 R {trailer} >>\n".encode()
    return bytes(out) + xref + end + b"startxref\n%d\n%%%%EOF\n" % len(out)


def stream(content: bytes, more: str = "") -> bytes:
    return f"<< /Length {len(content)} {more} >>\nstream\n".encode() + content + b"\nendstream"


def with_page(
    content: bytes = b"",
    *extra: bytes | str,
    catalogue: str = "",
    resources: str = "",
    page: str = PAGE,
    font: bytes | str = FONT,
) -> bytes:
    """One page of `content`; `extra` objects are numbered from 6."""
    return of_objects(
        f"<< /Type /Catalog /Pages 2 0 R {catalogue} >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page.replace("{more}", resources),
        stream(content or lines()),
        font,
        *extra,
    )


def of_one_page(*extra: bytes | str, trailer: str = "", table: bool = True) -> bytes:
    """A sound page; `extra` objects are numbered from 6."""
    return of_objects(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        PAGE.replace("{more}", ""),
        stream(lines()),
        FONT,
        *extra,
        trailer=trailer,
        table=table,
    )


def cut_at(percent: int) -> bytes:
    whole = a_pdf(pages=2)
    return whole[: len(whole) * percent // 100]


def mutated(seed: int) -> bytes:
    """A sound file with forty bytes changed."""
    dice, data = random.Random(seed), bytearray(a_pdf())
    for _ in range(40):
        data[dice.randrange(len(data))] = dice.randrange(256)
    return bytes(data)


def form_chain(depth: int, times: int) -> bytes:
    """Every form draws the next one `times`: times ** depth drawings of one line."""
    forms = [
        stream(
            b"/X Do\n" * times if level + 1 < depth else lines(1),
            "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >>"
            f" /XObject << /X {7 + level} 0 R >> >>",
        )
        for level in range(depth)
    ]
    return with_page(lines() + b"\n/X Do", *forms, resources="/XObject << /X 6 0 R >>")


def form_loop() -> bytes:
    form = stream(
        b"/X Do",
        "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>",
    )
    return with_page(lines() + b"\n/X Do", form, resources="/XObject << /X 6 0 R >>")


def to_unicode(cmap: str) -> bytes:
    """A font whose codes mean what `cmap` says."""
    head = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def\n"
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>"
    return with_page(b"", stream((head + cmap + " endcmap end end").encode()), font=font)


def xref_at(place: int) -> bytes:
    head, _, _ = a_pdf().rpartition(b"startxref")
    return head + b"startxref\n%d\n%%%%EOF\n" % place


def with_prev_loop() -> bytes:
    data = of_one_page(trailer="/Prev @@@@@@@@@@")
    return data.replace(b"@@@@@@@@@@", b"%010d" % data.rfind(b"xref\n0 "))


def object_stream_bomb() -> bytes:
    packed = zlib.compress(b" " * (60 * 1024 * 1024), 9)
    return with_page(b"", stream(packed, "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode"))


def run_length_bomb() -> bytes:
    """128 bytes for every two: 4 MB that become 256 MB of spaces."""
    return raw_pdf(b"\x81 " * (2 * 1024 * 1024) + b"\x80", stream="/Filter /RunLengthDecode")


def lzw_bomb() -> bytes:
    return raw_pdf(b"\x80\x0b\x60\x50" * 400_000, stream="/Filter /LZWDecode")


def type3_font() -> bytes:
    glyph = stream(b"500 0 0 0 500 500 d1 0 0 500 500 re f")
    font = (
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 500] /FontMatrix [0.001 0 0 0.001 0 0]"
        " /CharProcs << /a 6 0 R >> /Encoding << /Type /Encoding /Differences ["
        + " ".join(f"{code} /a" for code in range(32, 127))
        + "] >> /FirstChar 32 /LastChar 126 /Widths ["
        + " ".join(["500"] * 95)
        + "] /Resources << >> >>"
    )
    return with_page(b"", glyph, font=font)


def identity_without_map() -> bytes:
    font = (
        "<< /Type /Font /Subtype /Type0 /BaseFont /Nothing /Encoding /Identity-H"
        " /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Nothing"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>] >>"
    )
    return with_page(b"", font=font)


def broken_font_file() -> bytes:
    font = (
        "<< /Type /Font /Subtype /TrueType /BaseFont /Broken /FontDescriptor << /Type"
        " /FontDescriptor /FontName /Broken /Flags 32 /FontFile2 6 0 R >> >>"
    )
    return with_page(b"", stream(b"\x00\x01\x00\x00" + b"\xff" * 4000), font=font)


def drawn_under(state: str) -> bytes:
    """The page once seen, and the word SECRET drawn under a graphics state."""
    secret = f"q /G gs BT /F1 9 Tf 40 300 Td (SECRET {FILLER}) Tj ET Q".encode()
    return with_page(lines() + b"\n" + secret, resources=f"/ExtGState << /G {state} >>")


def secretly(drawing: str) -> bytes:
    """`drawing` is how SECRET is drawn, between BT and ET or around them."""
    return with_page(lines() + b"\n" + drawing.replace("TEXT", f"(SECRET {FILLER})").encode())


def with_action(action: str) -> bytes:
    return with_page(b"", catalogue=f"/OpenAction {action}")


def with_attachment() -> bytes:
    names = "/Names << /EmbeddedFiles << /Names [(x.exe) 6 0 R] >> >>"
    file = "<< /Type /Filespec /F (x.exe) /EF << /F 7 0 R >> >>"
    return with_page(b"", file, stream(b"MZ" + b"\0" * 200, "/Type /EmbeddedFile"), catalogue=names)


def with_widgets() -> bytes:
    form = "/AcroForm << /Fields [6 0 R] /XFA 7 0 R >>"
    field = "<< /FT /Tx /T (a) /V (b) /Type /Annot /Subtype /Widget /Rect [0 0 9 9] >>"
    return with_page(
        b"", field, stream(b"<xdp:xdp><script>app.alert(1)</script></xdp:xdp>"), catalogue=form
    )


def with_image(data: bytes, filters: str, more: str = "/Width 9 /Height 9") -> bytes:
    image = stream(
        data,
        f"/Type /XObject /Subtype /Image {more} /BitsPerComponent 8 /ColorSpace /DeviceRGB"
        f" /Filter {filters}",
    )
    return with_page(lines() + b"\n/X Do", image, resources="/XObject << /X 6 0 R >>")


def with_box(box: str) -> bytes:
    return with_page(b"", page=PAGE.replace("[0 0 595 842]", box))


def with_tree(tree: str) -> bytes:
    return raw_pdf(lines(), tree=tree)


def after(junk: bytes) -> bytes:
    return junk + a_pdf()


def ten_thousand_pages() -> bytes:
    kids = " ".join(["3 0 R"] * 10_000)
    return raw_pdf(lines(), tree=f"/Kids [{kids}] /Count 10000")


def polyglot_docx() -> bytes:
    return a_pdf() + hostile.a_docx()
