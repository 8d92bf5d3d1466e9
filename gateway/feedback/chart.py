"""Progress as a drawing: where each point stands, so that the page only has to draw it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from contracts.progress import Apart, Group, Line, ProgressView, SessionRow

LEFT, RIGHT, TOP, BOTTOM = 44, 620, 12, 132
"""The field of a drawing, in its own units: levels 1 to 5 from bottom to top."""

LOWEST, HIGHEST = 1.0, 5.0

FEWEST_ASKED = 3
"""With fewer questions a session that was finished early is no point of a course."""


@dataclass(frozen=True)
class Dot:
    """`low` and `high` are None without a band."""

    x: float
    y: float
    value: float
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Chart:
    """One competency: a dot for each session that has a number."""

    line: Line
    dots: tuple[Dot, ...]

    left: ClassVar[int] = LEFT
    right: ClassVar[int] = RIGHT

    @property
    def answers(self) -> int:
        """With a level, over all sessions."""
        return sum(point.cells for point in self.line.points)

    @property
    def wishes(self) -> int:
        """How many of them say why the person wants the work."""
        return sum(point.wishes for point in self.line.points)

    @property
    def path(self) -> str:
        return " ".join(f"{dot.x:g},{dot.y:g}" for dot in self.dots)


@dataclass(frozen=True)
class Charted:
    """A group with its drawings, and why it stands apart from the first."""

    group: Group
    charts: tuple[Chart, ...]
    apart: Apart | None

    @property
    def early(self) -> tuple[SessionRow, ...]:
        """The sessions that ended before their last question."""
        return tuple(one for one in self.group.sessions if one.asked < one.planned)

    @property
    def too_short(self) -> tuple[SessionRow, ...]:
        """Those of them that asked too little to be compared as a whole."""
        return tuple(one for one in self.early if is_too_short(one))


def charts_of(view: ProgressView) -> tuple[Charted, ...]:
    apart = (None, *view.apart)
    return tuple(
        Charted(group, tuple(_chart(line, group.sessions) for line in group.lines), why)
        for group, why in zip(view.groups, apart, strict=False)
    )


def is_too_short(session: SessionRow) -> bool:
    return session.asked < min(session.planned, FEWEST_ASKED)


def height(value: float) -> float:
    """Where a level stands in the drawing."""
    share = (value - LOWEST) / (HIGHEST - LOWEST)
    return round(BOTTOM - share * (BOTTOM - TOP), 1)


def _chart(line: Line, sessions: Sequence[SessionRow]) -> Chart:
    step = (RIGHT - LEFT) / max(len(line.points) - 1, 1)
    dots = tuple(
        Dot(
            x=round(LEFT + place * step, 1) if len(line.points) > 1 else (LEFT + RIGHT) / 2,
            y=height(point.value),
            value=point.value,
            low=None if point.low is None else height(point.low),
            high=None if point.high is None else height(point.high),
        )
        for place, (point, session) in enumerate(zip(line.points, sessions, strict=True))
        if point.value is not None and not is_too_short(session)
    )
    return Chart(line, dots)
