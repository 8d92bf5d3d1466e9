"""A click that deleted the account and was never answered: its repeat is told the same case."""

from uuid import UUID, uuid4

from ops.stack import Stack
from tests.flows.conftest import a_person, a_visitor
from tests.flows.erasing import completed
from tests.flows.journey import Person, wait_until
from tests.flows.rows import scalar
from tests.flows.silence import unanswered

CASES = "SELECT count(*) FROM privacy.erasure_case WHERE item_id = :item"
ERASURES = "/privacy/erasures"


def person_id(person: Person) -> UUID:
    return UUID(person.get("/me")["person"])


def test_the_same_click_again_is_told_the_code_after_the_sign_in_is_gone(mira: Stack) -> None:
    imke = a_person(mira)
    person = person_id(imke)
    body = {"scope": "account", "proof": imke.proof()}
    key = {"Idempotency-Key": str(uuid4())}
    with unanswered(mira, person):
        lost = imke.ask("POST", ERASURES, json=body, headers=key)
    wait_until(lambda: imke.ask("GET", "/me").status_code == 401)

    again = imke.ask("POST", ERASURES, json=body, headers=key)
    without_key = imke.ask("POST", ERASURES, json=body)
    without_token = a_visitor(mira).ask("POST", ERASURES, json=body)

    told = [again, without_key, without_token]
    assert lost.status_code == 503
    assert [answer.status_code for answer in told] == [202, 202, 202], again.text
    (code,) = {answer.json()["code"] for answer in told}
    assert completed(imke, code)["state"] == "completed"
    assert scalar(mira, CASES, item=person) == 1


def test_a_used_proof_opens_nothing_else(mira: Stack) -> None:
    imke, stranger = a_person(mira), a_person(mira)
    body = {"scope": "account", "proof": imke.proof()}
    other = {"scope": "account", "proof": imke.proof("export")}
    assert imke.ask("POST", ERASURES, json=other).status_code == 403
    assert imke.ask("POST", ERASURES, json=body).status_code == 202
    wait_until(lambda: imke.ask("GET", "/me").status_code == 401)

    of_another = stranger.ask("POST", ERASURES, json=body)
    for_another_act = imke.ask("POST", ERASURES, json=other)
    to_export = imke.ask("POST", "/privacy/exports", json={"proof": body["proof"]})
    with_none = imke.ask("POST", ERASURES, json={"scope": "account"})

    assert of_another.status_code == 404
    assert for_another_act.status_code == 401
    assert to_export.status_code in (401, 403)
    assert with_none.status_code == 401
    assert stranger.get("/me")["person"]
