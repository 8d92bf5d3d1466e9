"""How Word would show a run: through its own properties, its styles and what lies behind it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

TINY_HALF_POINTS = 6
"""Three points, as in a PDF."""

_MAX_STYLE_CHAIN = 20
_OFF = {"0", "false", "off", "none"}
_PALE = re.compile(r"(?:F[0-9A-F]|FF){3}", re.IGNORECASE)
_WHITE_THEME = {"background1", "bg1", "light1"}


@dataclass(frozen=True)
class Style:
    name: str
    based_on: str | None
    run: Any
    paragraph: Any


class Styles:
    """The styles part of a document; empty where there is none."""

    def __init__(self, root: Any) -> None:
        self._styles: dict[str, Style] = {}
        self._defaults: Any = None
        if root is not None:
            self._defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
            for style in root.iterfind(f"{W}style"):
                self._styles[style.get(f"{W}styleId", "")] = _style(style)

    def reason_hidden(self, run: Any, paragraph: Any, *, is_on_ground: bool) -> str | None:
        """Why this run cannot be seen. `is_on_ground`: a cell or box behind it has a colour."""
        if _is_on(self._run_property(run, paragraph, "vanish")):
            return "vanish"
        size = self._run_property(run, paragraph, "sz")
        if size is not None and _number(size) < TINY_HALF_POINTS:
            return "tiny"
        colour = self._run_property(run, paragraph, "color")
        if colour is None or not _is_pale(colour):
            return None
        grounds = (self._run_property(run, paragraph, "shd"), self._ground(paragraph))
        is_marked = self._run_property(run, paragraph, "highlight") is not None
        is_on_ground = is_on_ground or is_marked or any(has_colour(g) for g in grounds)
        return None if is_on_ground else "white"

    def is_list_item(self, paragraph: Any) -> bool:
        """Whether Word puts a bullet or number before it."""
        for properties in self._paragraph_properties(paragraph):
            numbering = properties.find(f"{W}numPr")
            if numbering is not None:
                number = numbering.find(f"{W}numId")
                return number is None or number.get(f"{W}val") != "0"
        return any("list bullet" in name for name in self._names(paragraph))

    def is_heading(self, paragraph: Any) -> bool:
        return any(name.startswith(("heading", "title")) for name in self._names(paragraph))

    def _names(self, paragraph: Any) -> list[str]:
        return [style.name.lower() for style in self._chain(_style_id(paragraph, "pPr", "pStyle"))]

    def _ground(self, paragraph: Any) -> Any:
        found = (p.find(f"{W}shd") for p in self._paragraph_properties(paragraph))
        return next((shade for shade in found if shade is not None), None)

    def _paragraph_properties(self, paragraph: Any) -> Iterator[Any]:
        own = paragraph.find(f"{W}pPr")
        styled = [s.paragraph for s in self._chain(_style_id(paragraph, "pPr", "pStyle"))]
        return (properties for properties in (own, *styled) if properties is not None)

    def _run_property(self, run: Any, paragraph: Any, name: str) -> Any:
        """The nearest one wins: the run, its style, the paragraph's style, the defaults."""
        layers = [run.find(f"{W}rPr")]
        layers += [style.run for style in self._chain(_style_id(run, "rPr", "rStyle"))]
        layers += [style.run for style in self._chain(_style_id(paragraph, "pPr", "pStyle"))]
        for layer in (*layers, self._defaults):
            found = None if layer is None else layer.find(f"{W}{name}")
            if found is not None:
                return found
        return None

    def _chain(self, style_id: str | None) -> Iterator[Style]:
        for _ in range(_MAX_STYLE_CHAIN):
            style = self._styles.get(style_id or "")
            if style is None:
                return
            yield style
            style_id = style.based_on


def has_colour(shade: Any) -> bool:
    """Whether a `w:shd` paints anything but white."""
    if shade is None:
        return False
    fill = shade.get(f"{W}fill", "auto")
    return fill.lower() != "auto" and not _PALE.fullmatch(fill)


def _style(element: Any) -> Style:
    name, base = element.find(f"{W}name"), element.find(f"{W}basedOn")
    return Style(
        name="" if name is None else name.get(f"{W}val", ""),
        based_on=None if base is None else base.get(f"{W}val"),
        run=element.find(f"{W}rPr"),
        paragraph=element.find(f"{W}pPr"),
    )


def _style_id(element: Any, properties: str, style: str) -> str | None:
    found = element.find(f"{W}{properties}/{W}{style}")
    return None if found is None else found.get(f"{W}val")


def _is_on(toggle: Any) -> bool:
    return toggle is not None and toggle.get(f"{W}val", "1").lower() not in _OFF


def _is_pale(colour: Any) -> bool:
    theme = colour.get(f"{W}themeColor", "")
    if theme in _WHITE_THEME and colour.get(f"{W}themeShade") is None:
        return True
    return bool(_PALE.fullmatch(colour.get(f"{W}val", "")))


def _number(element: Any) -> float:
    """A size that is no number is no reason to hide anything."""
    value = element.get(f"{W}val", "")
    return float(value) if value.isdecimal() else TINY_HALF_POINTS
