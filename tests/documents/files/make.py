"""Renders every life in every shape: `python -m tests.documents.files.make`."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.documents.files import draw_pdf, write_docx, write_text
from tests.documents.files.lives import ENGINEER, HARBOUR, NURSE, Life

FOLDER = Path(__file__).parent / "rendered"

SHAPES: dict[str, Callable[[Life], bytes]] = {
    "classic.pdf": draw_pdf.classic,
    "sidebar-left.pdf": partial(draw_pdf.sidebar, is_left=True),
    "sidebar-right.pdf": partial(draw_pdf.sidebar, is_left=False),
    "dates-left.pdf": draw_pdf.dates_left,
    "words-apart.pdf": draw_pdf.words_apart,
    "drawn-bullets.pdf": draw_pdf.drawn_bullets,
    "plain.docx": write_docx.plain,
    "table.docx": write_docx.as_table,
    "scattered.docx": write_docx.scattered,
    "title-above.txt": write_text.title_above,
    "piped.txt": write_text.piped,
    "dates-above.txt": write_text.dates_above,
    "no-headings.txt": write_text.without_headings,
    "columns.txt": write_text.spaced_columns,
    "page.md": write_text.markdown,
    "page.html": write_text.html,
    "resume.json": write_text.json_resume,
}
LIVES = {"nurse": NURSE, "engineer": ENGINEER, "harbour": HARBOUR}


def names() -> list[str]:
    """Every rendered file, as `life-shape`."""
    return [f"{life}-{shape}" for life in LIVES for shape in SHAPES]


def life_of(name: str) -> Life:
    return LIVES[name.partition("-")[0]]


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for life, told in LIVES.items():
        for shape, render in SHAPES.items():
            (FOLDER / f"{life}-{shape}").write_bytes(render(told))


if __name__ == "__main__":
    main()
