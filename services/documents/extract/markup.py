"""HTML and Markdown into the lines that a browser would show."""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser, LexborNode

from contracts.extraction import ExtractionState
from services.documents.extract.reading import Reading, Unreadable
from services.documents.extract.styles import Looks, has_ground, is_hiding, is_pale

MAX_DEPTH = 512
"""Elements within each other; Chromium stops at as many. The parser's time is quadratic in it."""

_UNSEEN = {
    "audio", "button", "canvas", "embed", "head", "iframe", "input", "link", "meta", "noscript",
    "object", "option", "script", "select", "style", "svg", "template", "textarea", "title",
    "video",
}  # fmt: skip
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "dd", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "li",
    "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "tfoot", "thead", "tr", "ul",
}  # fmt: skip
_SPACED = {
    "article", "h1", "h2", "h3", "h4", "h5", "h6", "header", "ol", "p", "section", "table", "ul",
}  # fmt: skip
_CELLS = {"td", "th"}
_OPENING_OR_CLOSING = re.compile(
    r"<(/?)(?:a|article|aside|b|big|blockquote|center|code|del|div|dl|em|fieldset|font|footer|form"
    r"|header|i|ins|main|nav|ol|pre|s|section|small|span|strike|strong|sub|sup|table|tt|u|ul)\b",
    re.IGNORECASE,
)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_WHITE = ("", " ", "\n", "\t")
_GAP = re.compile(r" *\n[ \n]*")
_MARKDOWN = MarkdownIt("commonmark", {"breaks": True, "html": True}).enable("table")
_FRONT_MATTER = re.compile(r"\A---\n(.{0,4000}?)\n---\n", re.DOTALL)


def text_of_markdown(markdown: str, reading: Reading) -> str:
    """As it would be shown: headings and lists as lines, raw HTML as HTML."""
    bare = _FRONT_MATTER.sub(r"\1\n\n", markdown.replace("\r\n", "\n"))
    return text_of_html(_MARKDOWN.render(bare), reading)


def text_of_html(html: str, reading: Reading) -> str:
    """Visible text, one line per block, "• " before list items, tabs between cells."""
    _refuse_depth(html)
    root = LexborHTMLParser(html).root
    if root is None:
        return ""
    _put_name_first(root)
    text = "".join(_Page(reading, Looks(root)).pieces(root))
    return _GAP.sub(lambda gap: "\n\n" if gap.group().count("\n") > 2 else "\n", text)


def _put_name_first(root: LexborNode) -> None:
    """The column that holds the only first-level heading comes before its neighbours."""
    names = root.css("h1")
    if len(names) != 1:
        return
    node = names[0]
    while node.parent is not None and node.parent.tag != "html":
        first = node.parent.first_child
        if first is not None and first.mem_id != node.mem_id and node.tag in _BLOCKS:
            first.insert_before(node)
            node.decompose()
            node = first.prev or first
        node = node.parent or root


def _refuse_depth(html: str) -> None:
    depth = 0
    for tag in _OPENING_OR_CLOSING.finditer(html):
        depth = max(depth - 1, 0) if tag.group(1) else depth + 1
        if depth > MAX_DEPTH:
            raise Unreadable(ExtractionState.BOMB, "depth")


class _Page:
    """Walks the tree without recursion: how deep it is, a stranger decides."""

    def __init__(self, reading: Reading, looks: Looks) -> None:
        self._reading = reading
        self._looks = looks
        self._last = ""

    def pieces(self, root: LexborNode) -> Iterator[str]:
        node: LexborNode | None = root
        while node is not None:
            if node.is_text_node:
                yield self._text(node)
            elif node.is_element_node and not self._is_unseen(node):
                yield self._noted(_before(node))
                if node.first_child is not None:
                    node = node.first_child
                    continue
                yield self._noted(_after(node))
            while node is not None and node.next is None:
                node = node.parent
                yield self._noted(_after(node)) if node is not None else ""
                if node is not None and node.mem_id == root.mem_id:
                    return
            node = node.next if node is not None else None

    def _noted(self, gap: str) -> str:
        """Remember what was written last, so that words on both sides of a gap stay apart."""
        self._last = gap[-1:] or self._last
        return gap

    def _is_unseen(self, node: LexborNode) -> bool:
        if node.tag in _UNSEEN:
            return True
        attributes = node.attributes
        look = self._looks.of(node)
        if "hidden" in attributes or attributes.get("aria-hidden") == "true":
            reason = "hidden_element"
        elif is_hiding(look):
            reason = "hidden_style"
        elif is_pale(look) and not self._has_ground(node):
            reason = "white"
        else:
            return False
        if reason != "hidden_element" and self._looks.is_undone(node):
            return False
        self._reading.hide(reason, node.text(separator=" "))
        return True

    def _has_ground(self, node: LexborNode) -> bool:
        """Whether this element or one around it paints a background that white would show on."""
        around: LexborNode | None = node
        while around is not None and around.is_element_node:
            if has_ground(self._looks.of(around)):
                return True
            around = around.parent
        return False

    def _text(self, node: LexborNode) -> str:
        """Many spaces as one; a tab where two elements adjoin that begin new words.

        Such neighbours ("Engineer" and "Feb 2020") stand at both ends of a line.
        """
        text = node.text(deep=False)
        parent = node.parent
        if parent is not None and parent.tag == "pre":
            return text
        text = _SPACE.sub(" ", text)
        if self._last in _WHITE:
            text = text.removeprefix(" ")
        is_first = node.prev is None and parent is not None and parent.prev is not None
        begins_word = text[:1].isupper() or text[:1].isdigit()
        adjoins = is_first and begins_word and self._last.isalnum()
        self._last = text[-1:] or self._last
        return f"\t{text}" if adjoins else text


def _before(node: LexborNode) -> str:
    tag = node.tag
    if tag == "br":
        return "\n"
    if tag == "li":
        return "\n• "
    if tag in _CELLS:
        return "\t" if _has_cell_before(node) else ""
    if _opens_item(node):
        return ""
    return ("\n\n\n" if tag in _SPACED else "\n") if tag in _BLOCKS else ""


def _opens_item(node: LexborNode) -> bool:
    """Whether it is a paragraph that stands beside the point of its list."""
    if node.tag not in ("p", "div") or node.parent is None or node.parent.tag != "li":
        return False
    before = node.prev
    while before is not None and before.is_text_node and not before.text(deep=False).strip():
        before = before.prev
    return before is None


def _after(node: LexborNode) -> str:
    if node.tag in _BLOCKS:
        return "\n\n\n" if node.tag in _SPACED else "\n"
    return ""


def _has_cell_before(node: LexborNode) -> bool:
    before = node.prev
    while before is not None and before.tag not in _CELLS:
        before = before.prev
    return before is not None
