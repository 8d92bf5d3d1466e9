"""What no fault can show in a test, because it would need a year: read off the source instead."""

import ast
from pathlib import Path

import pytest

from tests.architecture.source import ROOT

SOURCES = sorted((ROOT / "chassis").rglob("*.py")) + sorted((ROOT / "services").rglob("*.py"))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_timeout_is_an_ordinary_exception(path: Path) -> None:
    """eventlet's own is a BaseException: it passes every `except Exception` and ends a loop."""
    bare = [
        call.lineno
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and _name(call.func) == "Timeout" and len(call.args) < 2
    ]

    assert bare == []


def test_nameko_gives_pytest_nothing(pytestconfig: pytest.Config) -> None:
    assert not pytestconfig.pluginmanager.hasplugin("pytest_nameko")


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
