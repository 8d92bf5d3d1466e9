"""What a layer, a clip or the frame of a form keeps off a PDF page is left out, and shown."""

import pytest

from services.documents.domain import Extracted
from services.documents.extract import extract
from tests.documents.files.hostile_pdf import lines, stream, with_page

SECRET = "Kubernetes and Terraform since 1999"
WRITTEN = f"BT /F1 10 Tf 50 500 Td ({SECRET}) Tj ET"

LAYER = "<< /Type /OCG /Name (Notes) >>"
BOTH = "<< /Type /OCMD /OCGs 6 0 R /P /AllOn >>"
OFF = "/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>"
OFF_AT_FIRST = "/OCProperties << /OCGs [6 0 R] /D << /BaseState /OFF >> >>"
ON = "/OCProperties << /OCGs [6 0 R] /D << >> >>"
WHOLE, CORNER = "[0 0 595 842]", "[0 0 20 20]"


def page(drawing: str, *extra: bytes | str, layers: str = "") -> Extracted:
    """A page of plain sentences with a drawing; /L is object 6, or 7 behind it, /X the last."""
    last = 5 + max(len(extra), 1)
    own = f"/Properties << /L {last} 0 R >> /XObject << /X {last} 0 R >>"
    content = lines() + b"\n" + drawing.encode()
    return extract(with_page(content, *extra, catalogue=layers, resources=own))


def form(box: str, more: str = "") -> bytes:
    said = f"/Type /XObject /Subtype /Form /BBox {box} {more}"
    return stream(WRITTEN.encode(), f"{said} /Resources << /Font << /F1 5 0 R >> >>")


def clipped(*boxes: str, drawing: str = WRITTEN) -> str:
    return f"q {' '.join(f'{box} re W n' for box in boxes)} {drawing} Q"


ON_LAYER = f"/OC /L BDC {WRITTEN} EMC"


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        (page(ON_LAYER, LAYER, layers=OFF), "layer"),
        (page(ON_LAYER, LAYER, layers=OFF_AT_FIRST), "layer"),
        (page(ON_LAYER, LAYER, BOTH, layers=OFF), "layer"),
        (page("/X Do", LAYER, form(WHOLE, "/OC 6 0 R"), layers=OFF), "layer"),
        (page(clipped("0 0 10 10")), "clipped"),
        (page(clipped("50 500 0 0")), "clipped"),
        (page(clipped("40 490 400 30", "0 0 10 10")), "clipped"),
        (page(clipped(*["40 490 400 30"] * 20, "0 0 10 10")), "clipped"),
        (page("/X Do", form(CORNER)), "clipped"),
        (page(clipped("0 0 10 10", drawing="/X Do"), form(WHOLE)), "clipped"),
    ],
)
def test_what_is_kept_off_the_page_is_reported_and_not_read(found: Extracted, reason: str) -> None:
    hidden = {entry.reason: entry.preview for entry in found.report.hidden}

    assert hidden == {reason: SECRET}
    assert found.text == page("").text


@pytest.mark.parametrize(
    "found",
    [
        page(ON_LAYER, LAYER, layers=ON),
        page("/X Do", LAYER, form(WHOLE, "/OC 6 0 R"), layers=ON),
        page("/X Do", form(WHOLE)),
        page(clipped("40 490 400 30")),
        page(clipped("40 490 60 30")),
        page(clipped(*["40 490 400 30"] * 20)),
        page(clipped("0 0 595 842", drawing="/X Do"), form(WHOLE)),
    ],
)
def test_what_a_layer_or_a_clip_shows_is_read(found: Extracted) -> None:
    assert found.report.hidden == ()
    assert SECRET in found.text
