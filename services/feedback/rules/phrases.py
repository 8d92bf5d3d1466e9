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
    blank_figure: dict[EvidenceType, str]


@cache
def phrases() -> Phrases:
    return Phrases.model_validate(read_toml(HERE / "phrases.toml"), strict=False)
