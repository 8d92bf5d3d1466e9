"""A correction of every field of a résumé that takes words."""

from collections.abc import Callable
from typing import Any


def corrections(word: Callable[[str], str]) -> dict[str, Any]:
    """`word` gives what is typed into the field that it is told."""
    entry = {"title": word("entry"), "detail": word("detail")}
    role = {
        "title": word("title"),
        "employer": word("employer"),
        "start": "2019",
        "is_current": True,
        "bullets": [f"I led 7 people at {word('line')}."],
    }
    return {
        **{field: word(field) for field in ("name", "phone", "location", "headline")},
        "email": f"{word('email')}@example.org",
        "links": [f"https://example.org/{word('link')}"],
        "roles": [{"of": "r1", "now": role}],
        "projects": [{"now": entry}],
        "skills_added": [word("skill")],
    }
