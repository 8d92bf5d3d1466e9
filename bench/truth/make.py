"""Renders both halves again: `.mira/venv/bin/python -m bench.truth.make`.

Needs Chromium, LibreOffice Writer, DejaVu and Carlito fonts and the package `typst`. What it made
is committed, because their next versions will make other bytes.
"""

from collections.abc import Callable

from bench.truth import in_canvas, in_html, in_text, in_typst, in_word, in_writer
from bench.truth.halves import Half, samples
from bench.truth.layouts import Producer
from bench.truth.people import people
from bench.truth.sheet import Sheet

DRAW: dict[Producer, Callable[[Sheet], bytes]] = {
    Producer.BROWSER: in_html.draw,
    Producer.DOCS: in_html.draw,
    Producer.WRITER: in_writer.draw,
    Producer.TYPESET: in_typst.draw,
    Producer.DRAWN: in_canvas.draw,
    Producer.LINKEDIN: in_canvas.draw,
    Producer.TEXT: in_text.draw,
    Producer.WORD: in_word.draw,
}


def main() -> None:
    for half in Half:
        half.folder.mkdir(exist_ok=True)
        for sample in samples(half):
            sheet = Sheet(people()[sample.person], sample.layout)
            sample.path.write_bytes(DRAW[sample.layout.producer](sheet))


if __name__ == "__main__":
    main()
