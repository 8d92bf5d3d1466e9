"""Answers of many trades, and stories that are beside work: read from the files beside this one."""

import tomllib
from pathlib import Path

from contracts.evidence import Competency
from contracts.message import Message

FOLDER = Path(__file__).parent


class Telling(Message):
    competency: Competency
    text: str
    trade: str = "none"
    level: int | None = None


def told(name: str) -> list[Telling]:
    """All of one file, in its order."""
    rows = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))["answer"]
    return [Telling.model_validate(row, strict=False) for row in rows]
