"""Every service has the same rooms, and keeps its promises in the same places."""

import ast
import importlib
import inspect

import pytest

from contracts.message import Owner
from tests.architecture.source import ROOT, modules, parsed

ROOMS = {"__init__", "service", "wiring", "privacy", "store", "tables", "domain"}


@pytest.mark.parametrize("owner", list(Owner))
def test_a_service_has_every_room_of_the_floor_plan(owner: Owner) -> None:
    folder = ROOT / "services" / owner

    rooms = {path.stem for path in folder.glob("*.py")}

    assert rooms >= ROOMS
    assert (folder / "migrations" / "versions").is_dir()


@pytest.mark.parametrize("owner", list(Owner))
def test_a_service_says_what_it_owns_promises_and_never_does(owner: Owner) -> None:
    said = importlib.import_module(f"services.{owner}").__doc__ or ""

    assert all(word in said for word in ("Owns", "Promises", "Never"))


@pytest.mark.parametrize("owner", list(Owner))
def test_the_service_class_satisfies_its_contract(owner: Owner) -> None:
    contract = getattr(importlib.import_module(f"contracts.{owner}"), owner.value.capitalize())
    service = getattr(
        importlib.import_module(f"services.{owner}.service"), f"{owner.value.capitalize()}Service"
    )

    assert contract in service.__mro__
    for name, promised in inspect.getmembers(contract, inspect.isfunction):
        if not name.startswith("_"):
            assert getattr(service, name) is not promised, f"{name} is promised and not kept"


@pytest.mark.parametrize("owner", list(Owner))
def test_export_and_erase_stand_side_by_side(owner: Owner) -> None:
    module = importlib.import_module(f"services.{owner}.privacy")

    assert callable(module.erase)
    assert callable(module.export)


def test_no_sql_and_no_prompt_in_a_service_file() -> None:
    for path in modules("services"):
        if path.name == "service.py":
            imported = {
                name.split(".")[0]
                for node in ast.walk(parsed(path))
                if isinstance(node, ast.ImportFrom | ast.Import)
                for name in _names(node)
            }
            assert not imported & {"openai", "psycopg2"}, path
            assert not _calls(parsed(path)) & {"select", "insert", "update", "delete", "text"}, path


def _names(node: ast.ImportFrom | ast.Import) -> list[str]:
    if isinstance(node, ast.ImportFrom):
        return [node.module or ""]
    return [alias.name for alias in node.names]


def _calls(tree: ast.Module) -> set[str]:
    """Names that are called bare: `delete()` counts, `store.delete()` does not."""
    return {
        node.func.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
