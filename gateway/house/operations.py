"""The operations of the API, grouped for the page that lists them."""

from dataclasses import dataclass
from itertools import groupby
from json import dumps
from typing import Any

METHODS = ("get", "post", "patch", "delete")


@dataclass(frozen=True)
class Listed:
    """One operation; bodies are JSON text, indented, or empty."""

    method: str
    path: str
    summary: str
    description: str
    is_public: bool
    request: str
    answers: tuple[tuple[str, str, str], ...]


def operations(spec: dict[str, Any]) -> list[tuple[str, list[Listed]]]:
    """Groups by tag, in the order of the specification."""
    found = [
        (operation["tags"][0], _listed(method, path, operation))
        for path, methods in spec["paths"].items()
        for method, operation in methods.items()
        if method in METHODS
    ]
    found.sort(key=lambda each: (each[0], each[1].path))
    return [
        (tag, [listed for _, listed in group])
        for tag, group in groupby(found, key=lambda each: each[0])
    ]


def _listed(method: str, path: str, operation: dict[str, Any]) -> Listed:
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    return Listed(
        method=method.upper(),
        path=path,
        summary=operation["summary"],
        description=operation.get("description", ""),
        is_public="security" not in operation,
        request=_json(body.get("example")),
        answers=tuple(
            (status, answer["description"], _example(answer))
            for status, answer in operation["responses"].items()
        ),
    )


def _example(answer: dict[str, Any]) -> str:
    for content in answer.get("content", {}).values():
        if "example" in content:
            return _json(content["example"])
    return ""


def _json(value: Any) -> str:
    return "" if value is None else dumps(value, indent=2, ensure_ascii=False)
