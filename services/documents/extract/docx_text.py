"""The lines of one part of a DOCX: paragraphs, tables and text boxes in reading order."""

from collections.abc import Iterator, Sequence
from typing import Any

from services.documents.extract.docx_look import Styles, W, has_colour
from services.documents.extract.reading import Reading

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"

_DELETED = {f"{W}del", f"{W}moveFrom"}
_MARKS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
_PROPERTIES = {f"{W}pPr", f"{W}rPr", f"{W}sdtPr", f"{W}tblPr", f"{W}trPr", f"{W}tcPr"}
_MAX_HEADER_LINES = 3


class Writer:
    """Walks one part. Depth is bounded by the XML parser, which refuses more than 256 levels."""

    def __init__(self, styles: Styles, reading: Reading) -> None:
        self._styles = styles
        self._reading = reading
        self.has_columns = False

    def lines(self, container: Any, *, is_on_ground: bool = False) -> Iterator[str]:
        """Lines of a body, cell, box, header or note, in reading order."""
        for child in _children(container):
            if child.tag == f"{W}p":
                yield from self._paragraph(child, is_on_ground=is_on_ground)
            elif child.tag == f"{W}tbl":
                yield from self._table(child, is_on_ground=is_on_ground)
            elif child.tag not in _PROPERTIES:
                yield from self.lines(child, is_on_ground=is_on_ground)

    def _paragraph(self, paragraph: Any, *, is_on_ground: bool) -> Iterator[str]:
        pieces: list[str] = []
        boxes: list[Any] = []
        self._inline(paragraph, paragraph, pieces, boxes, is_on_ground=is_on_ground)
        text = "".join(pieces).strip(" \n")
        if text or not _has_text(paragraph):
            yield from self._own_lines(paragraph, text)
        for box in boxes:
            yield from self.lines(box, is_on_ground=is_on_ground or _is_filled_box(box))

    def _own_lines(self, paragraph: Any, text: str) -> Iterator[str]:
        if self._styles.is_heading(paragraph):
            yield ""
        is_item = bool(text.strip()) and self._styles.is_list_item(paragraph)
        yield from (f"• {text.lstrip()}" if is_item else text).split("\n")

    def _inline(
        self, node: Any, paragraph: Any, pieces: list[str], boxes: list[Any], *, is_on_ground: bool
    ) -> None:
        for child in _children(node):
            if child.tag == f"{W}r":
                self._run(child, paragraph, pieces, boxes, is_on_ground=is_on_ground)
            elif child.tag == f"{_M}t":
                pieces.append(child.text or "")
            elif child.tag not in _PROPERTIES:
                self._inline(child, paragraph, pieces, boxes, is_on_ground=is_on_ground)

    def _run(
        self, run: Any, paragraph: Any, pieces: list[str], boxes: list[Any], *, is_on_ground: bool
    ) -> None:
        text: list[str] = []
        for child in _children(run):
            if child.tag == f"{W}t":
                text.append(child.text or "")
            elif child.tag == f"{W}sym":
                text.append(_symbol(child))
            elif child.tag in _MARKS:
                text.append(_MARKS[child.tag])
            else:
                boxes.extend(_boxes(child))
        shown = "".join(text)
        if not shown.strip():
            pieces.append(shown)
            return
        reason = self._styles.reason_hidden(run, paragraph, is_on_ground=is_on_ground)
        if reason:
            self._reading.hide(reason, shown)
        else:
            pieces.append(shown)

    def _table(self, table: Any, *, is_on_ground: bool) -> Iterator[str]:
        yield ""
        for row in _rows(table):
            cells = []
            for cell in _descend(row, f"{W}tc"):
                ground = is_on_ground or has_colour(cell.find(f"{W}tcPr/{W}shd"))
                found = [line for line in self.lines(cell, is_on_ground=ground) if line.strip()]
                cells.append(found)
            yield from self._row([cell for cell in cells if cell])
        yield ""

    def _row(self, cells: list[list[str]]) -> Iterator[str]:
        """Cells of one line stand beside each other; a page set as a table is read by column."""
        tall = [cell for cell in cells if len(cell) > 1]
        if len(tall) <= 1:
            yield "\t".join(cell[0] for cell in cells)
            yield from (line for cell in tall for line in cell[1:])
        elif _is_grid(cells):
            yield from ("\t".join(line) for line in zip(*cells, strict=True))
        else:
            self.has_columns = True
            for cell in cells:
                yield from (*cell, "")


def _children(node: Any) -> Iterator[Any]:
    """Elements that are shown: no deletions, and of alternatives the first."""
    for child in node:
        if not isinstance(child.tag, str) or child.tag in _DELETED:
            continue
        if child.tag == f"{_MC}AlternateContent":
            yield from list(child)[:1]
        else:
            yield child


def _has_text(paragraph: Any) -> bool:
    """Whether there is any text in it: then an empty paragraph is one whose text is hidden."""
    return any(node.text for node in paragraph.iter(f"{W}t"))


def _boxes(node: Any) -> Iterator[Any]:
    """Text boxes within a drawing; those within a box are found when it is walked."""
    if node.tag == f"{W}txbxContent":
        yield node
        return
    for child in _children(node):
        yield from _boxes(child)


def _is_filled_box(box: Any) -> bool:
    for around in box.iterancestors():
        if around.tag == f"{_WPS}wsp":
            return around.find(f"{_WPS}spPr/{_A}solidFill") is not None
        fill = around.get("fillcolor")
        if fill is not None:
            return fill.lower() not in ("white", "#ffffff", "#fff")
    return False


def _rows(table: Any) -> Iterator[Any]:
    deleted = f"{W}trPr/{W}del"
    return (row for row in _descend(table, f"{W}tr") if row.find(deleted) is None)


def _descend(node: Any, tag: str) -> Iterator[Any]:
    """The nearest elements of a kind, through content controls and the like."""
    for child in _children(node):
        if child.tag == tag:
            yield child
        elif child.tag not in _PROPERTIES:
            yield from _descend(child, tag)


def _is_grid(cells: Sequence[list[str]]) -> bool:
    heights = {len(cell) for cell in cells}
    return len(heights) == 1 and heights.pop() <= _MAX_HEADER_LINES


def _symbol(element: Any) -> str:
    code = element.get(f"{W}char", "").upper()
    return "• " if code in ("F0B7", "F0A7", "F0D8", "F0FC", "2022") else " "
