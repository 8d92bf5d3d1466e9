"""Every route there is, listed: a new one must be thought about here, and none shares anything."""

import re
from pathlib import Path

from tests.gateway.client import an_app
from tests.gateway.world import World

ROUTES = Path(__file__).with_name("routes.txt")
NEVER = re.compile(r"share|public-profile|employer|recruiter|invite|embed")


def routes() -> list[str]:
    return sorted(
        f"{method} {rule.rule}"
        for rule in an_app(World()).url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    )


def test_the_list_of_routes_is_the_routes() -> None:
    assert routes() == ROUTES.read_text().splitlines()


def test_nothing_is_shared_with_anybody() -> None:
    assert [route for route in routes() if NEVER.search(route)] == []
    assert NEVER.search("POST /interviews/<id>/share")


def test_nothing_changes_by_a_get() -> None:
    verbs = re.compile(r"/(start|finish|end|delete|add|answers)$")

    assert [route for route in routes() if route.startswith("GET") and verbs.search(route)] == []
