"""The API: the whole way with JSON, and what its description promises."""

from typing import Any

import pytest

from tests.gateway.client import Program, a_signed_in_program, an_app
from tests.gateway.world import World

HTTP = {"get", "post", "put", "patch", "delete"}


def a_practice(program: Program) -> dict[str, str]:
    """The ids of a résumé, a job description, a fit and an interview."""
    ask = program.ask
    resume = ask("POST", "/resumes", {"title": "Mine", "text": "Python since 2019."}).json
    job = ask("POST", "/job-descriptions", {"title": "Job", "text": "Python is a must."}).json
    ids = {name: each[name] for name, each in (("resume_id", resume), ("job_description_id", job))}
    fit = ask("POST", "/fits", ids).json
    interview = ask("POST", "/interviews", {"fit_id": fit["fit_id"]}).json
    return {**ids, "fit_id": fit["fit_id"], "interview_id": interview["interview_id"]}


def test_the_whole_way_with_json() -> None:
    program = a_signed_in_program()
    path = f"/interviews/{a_practice(program)['interview_id']}"

    asked = program.ask("POST", f"{path}/start").json["asked"]["turn_id"]
    turn = "01936f6e-0000-7000-8000-000000000077"
    answer = {"turn_id": turn, "asked": asked, "text": "I moved 40 services."}
    assert program.ask("POST", f"{path}/answers", answer).status_code == 200
    finished = program.ask("POST", f"{path}/finish")
    report = program.ask("GET", f"{path}/report")

    assert finished.json["state"] == "finished"
    assert report.json["report"]["scorecard"]["cells"]
    assert program.ask("GET", f"{path}/transcript").status_code == 200
    assert program.ask("GET", f"{path}/report.md").text.startswith("# Feedback")
    assert program.ask("DELETE", path).status_code == 202


def test_an_answer_that_does_not_say_what_it_answers_is_refused() -> None:
    program = a_signed_in_program()
    path = f"/interviews/{a_practice(program)['interview_id']}"
    program.ask("POST", f"{path}/start")

    answer = {"turn_id": "01936f6e-0000-7000-8000-000000000077", "text": "I moved 40 services."}
    refused = program.ask("POST", f"{path}/answers", answer)

    assert refused.status_code == 400
    assert [wrong["field"] for wrong in refused.json["errors"]] == ["asked"]
    assert program.world.called("interview.answer") == []


@pytest.mark.parametrize("verb", ["start", "finish"])
def test_what_an_operation_would_not_look_at_is_refused(verb: str) -> None:
    program = a_signed_in_program()
    path = f"/interviews/{a_practice(program)['interview_id']}/{verb}"

    refused = program.ask("POST", path, {"difficulty": "two", "pace": 3})

    assert refused.status_code == 400
    assert refused.json["code"] == "invalid-input"
    assert not program.world.called(f"interview.{verb}_interview")
    assert program.ask("POST", path, {}).status_code == 200


def test_long_work_answers_at_once_and_says_where_to_look() -> None:
    program = a_signed_in_program()
    program.world.is_slow = True

    answer = program.ask("POST", "/resumes", {"title": "Mine", "text": "Python."})

    assert answer.status_code == 202
    assert answer.headers["Location"] == f"/api/v1/resumes/{answer.json['resume_id']}"
    assert answer.json["progress"] == {"stage": "read", "done": 0, "total": 2}


def test_a_poll_that_learns_nothing_new_is_304() -> None:
    program = a_signed_in_program()
    path = f"/resumes/{a_practice(program)['resume_id']}"

    first = program.ask("GET", path)
    second = program.ask("GET", path, If_None_Match=first.headers["ETag"])

    assert (first.status_code, second.status_code) == (200, 304)
    assert second.data == b""


def test_a_report_is_asked_for_again_where_it_was_lost() -> None:
    program = a_signed_in_program()
    interview = a_practice(program)["interview_id"]
    program.ask("POST", f"/interviews/{interview}/start")
    program.ask("POST", f"/interviews/{interview}/finish")
    assert not program.world.called("feedback.request_report")

    first = program.ask("GET", f"/interviews/{interview}/report")
    second = program.ask("GET", f"/interviews/{interview}/report")

    assert first.json == second.json
    assert len(program.world.called("feedback.request_report")) == 1


def test_a_report_of_an_unfinished_interview_is_a_conflict() -> None:
    program = a_signed_in_program()
    interview = a_practice(program)["interview_id"]

    assert program.ask("GET", f"/interviews/{interview}/report").status_code == 409


def test_the_idempotency_key_reaches_the_service() -> None:
    program = a_signed_in_program()

    program.ask("POST", "/resumes", {"title": "t", "text": "x"}, Idempotency_Key="my-key")
    program.ask("GET", "/documents", Idempotency_Key="ignored")

    assert [call.idempotency_key for call in program.world.called("documents.add_resume")] == [
        "my-key"
    ]
    assert program.world.called("documents.list_documents")[0].idempotency_key is None


@pytest.mark.parametrize("key", ["x" * 129, "a\tb"])
def test_a_broken_idempotency_key_is_refused(key: str) -> None:
    program = a_signed_in_program()

    answer = program.ask("POST", "/resumes", {"title": "t", "text": "x"}, Idempotency_Key=key)

    assert answer.status_code == 400
    assert answer.json["code"] == "bad-idempotency-key"


def test_all_calls_of_a_request_share_five_seconds() -> None:
    program = a_signed_in_program()

    program.ask("GET", "/documents")

    assert all(0 < call.seconds_left <= 5 for call in program.world.calls)
    assert program.world.calls[0].seconds_left >= program.world.calls[1].seconds_left


def test_another_persons_things_look_like_nothing() -> None:
    program = a_signed_in_program()
    mine = a_practice(program)
    other = Program(program.world, program.world.open_account("Kim", "kim@example.org"))
    paths = [f"/resumes/{mine['resume_id']}", f"/fits/{mine['fit_id']}"]
    paths += [f"/interviews/{mine['interview_id']}", f"/interviews/{mine['interview_id']}/report"]

    theirs = [other.ask("GET", path) for path in paths]
    nothing = other.ask("GET", "/resumes/01936f6e-0000-7000-8000-00000000ffff")

    assert {answer.status_code for answer in theirs} == {404}
    assert {answer.json["detail"] for answer in theirs} == {nothing.json["detail"]}


def test_a_stranger_gets_401_from_every_operation_that_is_not_public() -> None:
    stranger = Program(World())
    for method, path, operation in operations(stranger):
        answer = stranger.http.open(
            path.replace("{code}", "x").format_map(_Ids()), method=method, json={}
        )
        expected = {401, 415, 400} if "security" in operation else {200, 400, 401, 404}
        assert answer.status_code in expected, (method, path)


def operations(program: Program) -> list[tuple[str, str, dict[str, Any]]]:
    spec = program.ask("GET", "/openapi.json").json
    return [
        (method, path, operation)
        for path, methods in spec["paths"].items()
        for method, operation in methods.items()
        if method in HTTP
    ]


class _Ids(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "01936f6e-0000-7000-8000-00000000ffff"


def test_a_session_is_made_once_per_application() -> None:
    assert (
        an_app(World()).extensions["mira.entrances"]
        is not an_app(World()).extensions["mira.entrances"]
    )
