"""Words that stand in names or beside them, and tell which of a name is one."""

import tomllib
from functools import cache
from pathlib import Path


@cache
def words(kind: str) -> frozenset[str]:
    """`trade`, `ordinary`, `roles`, `plain`, `particles` or `openers`, in lower case."""
    held = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
    return frozenset(held[kind].split())
