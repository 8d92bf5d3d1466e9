"""All that the coach may say of its own, read once from phrases.toml."""

from functools import cache
from pathlib import Path

from chassis.hearing.lexicon import read_toml
from contracts.evidence import EvidenceType
from contracts.message import Message, Slug

HERE = Path(__file__).parent


class Phrases(Message):
    """All that the coach may say of its own."""

    not_measured: str
    limits: tuple[str, ...]
    opening: dict[Slug, str]
    headline: dict[str, str]
    name: dict[EvidenceType, str]
    landed: dict[EvidenceType, str]
    fix: dict[EvidenceType, str]
    fix_motive: dict[EvidenceType, str]
    fix_we: dict[EvidenceType, str]
    fix_unreal: dict[EvidenceType, str]
    fix_figure: dict[EvidenceType, str]
    blank: dict[EvidenceType, str]
    blank_motive: dict[EvidenceType, str]
    blank_figure: dict[EvidenceType, str]


def sentences() -> tuple[str, ...]:
    """All of it that a report may have, piece by piece; `{…}` stands for a figure."""
    said = phrases()
    by_type = (
        said.landed,
        said.fix,
        said.fix_motive,
        said.fix_we,
        said.fix_unreal,
        said.fix_figure,
    )
    pieces = [said.not_measured, *said.limits, *said.opening.values()]
    pieces += (text for texts in by_type for text in texts.values())
    for text in said.headline.values():
        names = said.name.values() if "{type}" in text else ("",)
        pieces += (text.replace("{type}", name).removesuffix("{step}").strip() for name in names)
    return tuple(dict.fromkeys(pieces))


@cache
def phrases() -> Phrases:
    return Phrases.model_validate(read_toml(HERE / "phrases.toml"), strict=False)
