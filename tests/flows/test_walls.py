"""Another person's things, nobody's things and malformed asking: all refused, nothing told."""

import re
from uuid import uuid4

import httpx
import pytest

from ops.stack import Stack
from tests.flows.conftest import a_person, a_visitor
from tests.flows.journey import Person

Operation = tuple[str, str]
PARAMETER = re.compile(r"\{(\w+)\}")


def operations(mira: Stack) -> dict[Operation, dict[str, object]]:
    described = httpx.get(f"{mira.address}/api/v1/openapi.json", timeout=10).json()
    return {
        (method, path.removeprefix("/api/v1")): operation
        for path, operations in described["paths"].items()
        for method, operation in operations.items()
        if method in ("get", "post", "patch", "delete", "put")
    }


def example(operation: dict[str, object]) -> object:
    body = operation.get("requestBody")
    if not isinstance(body, dict):
        return None
    content = body["content"].get("application/json", {})
    return content.get("example") or content.get("schema", {}).get("example") or {}


@pytest.fixture(scope="module")
def imke(mira: Stack) -> Person:
    return a_person(mira)


@pytest.fixture(scope="module")
def belongings(imke: Person) -> dict[str, str]:
    """One of each kind of thing, by the name that paths give its id."""
    fit = imke.a_fit()
    interview = imke.plan(fit)
    imke.hold(interview)
    imke.report(interview)
    view = imke.get(f"/fits/{fit}")
    return {
        "fit_id": str(fit),
        "resume_id": view["resume_id"],
        "job_description_id": view["job_description_id"],
        "interview_id": str(interview),
        "export_id": imke.request_export(),
        "sign_in": imke.get("/sign-ins")["sign_ins"][0]["sign_in"],
    }


def test_nobody_gets_only_what_is_public(mira: Stack) -> None:
    nobody = a_visitor(mira)
    guarded = {op: what for op, what in operations(mira).items() if what.get("security")}
    assert len(guarded) > 15

    for (method, path), what in guarded.items():
        place = PARAMETER.sub(str(uuid4()), path)
        answer = nobody.ask(method.upper(), place, json=example(what))

        assert answer.status_code == 401, (method, path, answer.status_code)
        assert answer.headers["content-type"] == "application/problem+json"


def test_another_persons_id_answers_as_one_that_never_was(
    mira: Stack, belongings: dict[str, str]
) -> None:
    """T05, T06."""
    olof = a_person(mira)
    tried = 0

    for (method, path), what in operations(mira).items():
        names = PARAMETER.findall(path)
        if not names or not set(names) <= set(belongings):
            continue
        theirs = PARAMETER.sub(lambda found: belongings[found[1]], path)
        nobodys = PARAMETER.sub(lambda _: str(uuid4()), path)
        answers = [
            olof.ask(method.upper(), place, json=example(what)) for place in (theirs, nobodys)
        ]

        assert [answer.status_code for answer in answers] == [404, 404], (method, path)
        assert _told(answers[0]) == _told(answers[1]), (method, path)
        tried += 1
    assert tried >= 12


def test_another_persons_id_in_a_body_answers_as_one_that_never_was(
    mira: Stack, belongings: dict[str, str]
) -> None:
    olof = a_person(mira)
    mine = {"resume_id": str(olof.add_resume()), "job_description_id": str(olof.add_job())}

    for name in ("resume_id", "job_description_id"):
        theirs = olof.send("/fits", {**mine, name: belongings[name]})
        nobodys = olof.send("/fits", {**mine, name: str(uuid4())})
        assert (theirs.status_code, _told(theirs)) == (404, _told(nobodys))
    planned = olof.send("/interviews", {"fit_id": belongings["fit_id"], "mode": "live"})
    assert planned.status_code == 404


def test_an_unknown_field_is_refused_by_every_operation_that_takes_json(
    mira: Stack, imke: Person, belongings: dict[str, str]
) -> None:
    tried = 0

    for (method, path), what in operations(mira).items():
        body = example(what)
        if not isinstance(body, dict) or method == "get":
            continue
        place = PARAMETER.sub(lambda found: belongings.get(found[1], str(uuid4())), path)
        answer = imke.ask(method.upper(), place, json={**body, "unheard_of": "xyzzy-canary"})

        assert answer.status_code == 400, (method, path, answer.text)
        assert "xyzzy-canary" not in answer.text
        tried += 1
    assert tried >= 8


@pytest.mark.parametrize(
    "body", [b"{", b"[]", b'"x"', b"null", b'{"title": 5, "text": []}', b"\xff"]
)
def test_a_malformed_body_is_a_clear_problem(body: bytes, imke: Person) -> None:
    answer = imke.ask(
        "POST", "/job-descriptions", content=body, headers={"Content-Type": "application/json"}
    )

    assert answer.status_code == 400
    assert answer.json()["type"]


@pytest.mark.parametrize("wrong", ["x", "1", "../../etc/passwd", "0" * 400, "%00"])
def test_a_malformed_id_is_not_found(wrong: str, imke: Person) -> None:
    assert imke.ask("GET", f"/resumes/{wrong}").status_code == 404


def test_the_same_key_with_another_body_is_refused(imke: Person) -> None:
    key = str(uuid4())
    first = imke.send("/job-descriptions", {"title": "A", "text": "Python needed."}, key=key)

    same = imke.send("/job-descriptions", {"title": "A", "text": "Python needed."}, key=key)
    other = imke.send("/job-descriptions", {"title": "B", "text": "Python needed."}, key=key)

    assert same.json()["job_description_id"] == first.json()["job_description_id"]
    assert other.status_code == 422


def _told(answer: httpx.Response) -> object:
    """What an answer tells apart from the request that it names."""
    return {k: v for k, v in answer.json().items() if k not in ("instance", "trace_id")}
