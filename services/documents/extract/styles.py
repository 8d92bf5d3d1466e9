"""What a page's <style> blocks and its elements' attributes say of how the elements look."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

MOST_RULES = 5000
"""Of a page with more than these none is honoured: what is unknown is shown."""

_KEPT = {
    "display", "visibility", "font-size", "color", "background", "background-color",
    "background-image",
}  # fmt: skip
_HIDING = re.compile(
    r"display:none|visibility:(?:hidden|collapse)|opacity:0(?:\.0+)?(?![.\d])"
    r"|font-size:(?:0(?:\.0+)?[a-z%]{0,4}|0?\.\d+(?:p[xt]|%)|0?\.[01]\d*r?em|[12](?:\.\d+)?p[xt])"
    r"(?![.\w%])|text-indent:-\d{3}|(?:left|top):-\d{3}"
)
_PALE = re.compile(
    r"(?<![-a-z])color:(?:white|transparent|#fff(?:fff)?|rgba?\(255,255,255[,.\d]*\))(?![\w-])"
)
_GROUND = re.compile(r"background(?:-color|-image)?:(?!none|white|#fff|transparent)")
_INHERITED = {"visibility", "font-size", "color"}
_RELATIVE = re.compile(r"(?<!r)em|%")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_BRACE = re.compile(r"([{}])")
_SIMPLE = re.compile(r"(?:[a-z][a-z0-9]{0,20}|\*)?(?:[.#][\w-]{1,80}){0,8}")
_NAME = re.compile(r"[.#]?[\w*-]+")
_BETWEEN = re.compile(r"[\s>+~]+")
_CONDITION = re.compile(r"[:\[].*", re.DOTALL)
_IMPORTANT = "!important"
_OF_ATTRIBUTES, _OF_BLOCKS, _IN_DOUBT, _OF_ELEMENTS = range(4)

Said = tuple[str, str]
"""A property and its value, without spaces, in lower case."""


@dataclass(frozen=True)
class _Rule:
    names: frozenset[str]
    weight: tuple[int, int, int, int]
    said: tuple[Said, ...]


def is_hiding(look: str) -> bool:
    return _HIDING.search(look) is not None


def is_pale(look: str) -> bool:
    """Whether it is written in white."""
    return _PALE.search(look) is not None


def has_ground(look: str) -> bool:
    """Whether it paints a background that white would show on."""
    return _GROUND.search(look) is not None


class Looks:
    """`of` an element: its declarations as in a style attribute, the cascade applied.

    Rules whose selector asks for more than a name, a class or an id, or that hold on some screens
    only, may show what others hide, but hide nothing themselves.
    """

    def __init__(self, root: LexborNode) -> None:
        self._rules: dict[str, list[_Rule]] = {}
        self._known: dict[tuple[str | None, ...], str] = {}
        rules = [rule for block in root.css("style") for rule in _rules(block.text())]
        for number, (selector, block, is_nested) in enumerate(rules[: MOST_RULES + 1]):
            if number == MOST_RULES:
                self._rules = {}
                break
            for one in selector.split(","):
                self._learn(one.strip(), _declared(block), number, is_sure=not is_nested)

    def of(self, node: LexborNode) -> str:
        attributes = node.attributes
        names = ("id", "class", "style", "color", "bgcolor", "background")
        key = (node.tag, *map(attributes.get, names))
        if key not in self._known:
            self._known[key] = self._look(*key)
        return self._known[key]

    def is_undone(self, node: LexborNode) -> bool:
        """Whether most of its text stands in elements that do not take over what hides it."""
        lost = {name for name, value in _declared(self.of(node)) if _is_lost(f"{name}:{value}")}
        if not lost or lost - _INHERITED:
            return False
        shown = 0
        for within in node.css("*"):
            looks = _declared(self.of(within)) if within.mem_id != node.mem_id else ()
            if any(name in lost and _restores(name, value) for name, value in looks):
                shown += len(within.text())
        return 2 * shown >= max(len(node.text()), 1)

    def _learn(self, selector: str, said: tuple[Said, ...], number: int, *, is_sure: bool) -> None:
        simple = selector.replace(":root", "html")
        if not _SIMPLE.fullmatch(simple):
            simple = _CONDITION.sub("", _BETWEEN.split(simple)[-1])
            is_sure = False
        names = _NAME.findall(simple) if _SIMPLE.fullmatch(simple) else []
        said = tuple(one for one in said if one[0] in _KEPT and (is_sure or _shows(one)))
        if names and said:
            ids, classes = simple.count("#"), simple.count(".")
            level = _OF_BLOCKS if is_sure else _IN_DOUBT
            rule = _Rule(frozenset(names), (level, ids, classes, number), said)
            self._rules.setdefault(names[-1], []).append(rule)

    def _look(self, *key: str | None) -> str:
        tag, own_id, own_class, style, color, ground, picture = key
        classes = (f".{name}" for name in (own_class or "").lower().split())
        names = {"*", tag or "", f"#{(own_id or '').lower()}", *classes}
        near = {rule for name in names for rule in self._rules.get(name, ())}
        found = [(rule.weight, one) for rule in near if rule.names <= names for one in rule.said]
        found.sort(key=lambda each: (each[1][1].endswith(_IMPORTANT), each[0]))
        own = _plain(style)
        if not found and not (color and tag == "font") and not ground and not picture:
            return own
        said = {
            "color": _plain(color) if tag == "font" else "",
            "background-color": _plain(ground),
            "background-image": _plain(picture),
        }
        said |= {name: value for _, (name, value) in found}
        kept = {name: value for name, value in said.items() if value.endswith(_IMPORTANT)}
        mine = _declared(own)
        said |= {n: v for n, v in mine if n not in kept or v.endswith(_IMPORTANT)}
        return ";".join(f"{name}:{value}" for name, value in said.items() if value)


def _rules(css: str) -> Iterator[tuple[str, str, bool]]:
    """Selector, declarations, and whether they stand within another block."""
    opened: list[str] = []
    before = ""
    for piece in _BRACE.split(_COMMENT.sub("", css)):
        if piece == "{":
            opened.append(before.rpartition(";")[2].strip().lower())
        elif piece == "}" and opened:
            yield opened.pop(), before, bool(opened)
        before = piece


def _declared(block: str) -> tuple[Said, ...]:
    pairs = (one.partition(":") for one in _plain(block).split(";"))
    return tuple((name, value) for name, _, value in pairs if name and value)


def _is_lost(written: str) -> bool:
    return is_hiding(written) or is_pale(written)


def _restores(name: str, value: str) -> bool:
    """Whether text can be seen again; a size in parts of one that hides is none."""
    is_part = name == "font-size" and _RELATIVE.search(value) is not None
    return not is_part and not _is_lost(f"{name}:{value}")


def _shows(said: Said) -> bool:
    written = ":".join(said)
    is_ground = _GROUND.search(written) is not None
    return is_ground or not (_is_lost(written) or said[0].startswith("background"))


def _plain(said: str | None) -> str:
    return _SPACE.sub("", said or "").lower()
