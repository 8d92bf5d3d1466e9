"""The expressions in checks.toml, read once."""

import re
import tomllib
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from contracts.evidence import EvidenceType
from contracts.message import Message


class ModelChecks(Message):
    """`holds` is what words must have in them to be evidence of a type."""

    holds: dict[EvidenceType, re.Pattern[str]]
    control: tuple[str, ...]


@cache
def model_checks() -> ModelChecks:
    with Path(__file__).with_name("checks.toml").open("rb") as file:
        read = TypeAdapter(dict[str, dict[str, list[str]]]).validate_python(tomllib.load(file))
    plain = read["plain"]
    return ModelChecks(
        holds={EvidenceType(kind): _any_of(said) for kind, said in read["holds"].items()},
        control=tuple(plain["control"]),
    )


def _any_of(said: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{each})" for each in said), re.IGNORECASE)
