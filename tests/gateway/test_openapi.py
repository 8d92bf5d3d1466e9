"""The description of the API: whole, consistent, with examples that its own schemas accept."""

from typing import Any

import pytest
from pydantic import TypeAdapter

from gateway.problem_types import PROBLEMS
from gateway.problems import Problem
from tests.gateway.client import Program
from tests.gateway.test_api import operations
from tests.gateway.world import World

REF = "#/components/schemas/"


@pytest.fixture(scope="module")
def spec() -> dict[str, Any]:
    found: dict[str, Any] = Program(World()).ask("GET", "/openapi.json").json
    return found


def references(node: Any) -> set[str]:
    if isinstance(node, list):
        return set().union(*map(references, node)) if node else set()
    if not isinstance(node, dict):
        return set()
    own = {node["$ref"]} if isinstance(node.get("$ref"), str) else set()
    return own.union(*map(references, node.values()))


def test_it_is_openapi_3_1(spec: dict[str, Any]) -> None:
    assert spec["openapi"].startswith("3.1")
    assert spec["info"]["title"] == "Mira"
    assert set(spec["components"]["securitySchemes"]) == {"bearer", "cookie"}


def test_every_reference_leads_somewhere(spec: dict[str, Any]) -> None:
    known = {REF + name for name in spec["components"]["schemas"]}

    assert references(spec) <= known
    assert len(known) > 40


def test_every_operation_is_named_once_and_says_what_it_does(spec: dict[str, Any]) -> None:
    found = [operation for _, _, operation in operations(Program(World()))]

    names = [operation["operationId"] for operation in found]
    assert len(names) == len(set(names)) > 25
    assert all(operation["summary"] for operation in found)


def test_every_operation_tells_its_answers_by_example(spec: dict[str, Any]) -> None:
    for method, path, operation in operations(Program(World())):
        good = {code: each for code, each in operation["responses"].items() if code[0] == "2"}
        assert good, (method, path)
        for code, response in good.items():
            for content in response.get("content", {}).values():
                assert "example" in content, (method, path, code)


def test_every_operation_tells_its_problems_by_type(spec: dict[str, Any]) -> None:
    for method, path, operation in operations(Program(World())):
        told = {
            example["value"]["code"]
            for response in operation["responses"].values()
            for content in response.get("content", {}).values()
            for example in content.get("examples", {}).values()
        }
        assert {"bug", "unavailable", "too-many"} <= told <= set(PROBLEMS), (method, path)
        assert ("sign-in-required" in told) == ("security" in operation), (method, path)


def test_every_example_of_a_problem_is_one(spec: dict[str, Any]) -> None:
    for _, _, operation in operations(Program(World())):
        for response in operation["responses"].values():
            for content in response.get("content", {}).values():
                for example in content.get("examples", {}).values():
                    TypeAdapter(Problem).validate_python(example["value"])


def test_every_body_has_an_example_that_the_operation_takes(spec: dict[str, Any]) -> None:
    world = World()
    program = Program(world, world.open_account())
    for method, path, operation in operations(program):
        body = operation.get("requestBody", {}).get("content", {}).get("application/json")
        if body is None:
            continue
        filled = path.replace("{interview_id}", "01936f6e-0000-7000-8000-00000000ffff")
        answer = program.ask(method.upper(), filled.removeprefix("/api/v1"), body["example"])
        code = (answer.json or {}).get("code")
        assert code not in {"not-json", "invalid-input", "wrong-content-type"}, (method, path)


def test_every_change_that_needs_a_version_says_where_it_goes(spec: dict[str, Any]) -> None:
    changes = [
        (path, {parameter.get("name") for parameter in operation["parameters"]})
        for _, path, operation in operations(Program(World()))
        if "428" in operation["responses"]
    ]

    assert len(changes) >= 3
    assert [path for path, named in changes if "If-Match" not in named] == []


def test_every_post_takes_an_idempotency_key(spec: dict[str, Any]) -> None:
    for method, path, operation in operations(Program(World())):
        named = {parameter.get("name") for parameter in operation["parameters"]}
        assert ("Idempotency-Key" in named) == (method == "post"), path
