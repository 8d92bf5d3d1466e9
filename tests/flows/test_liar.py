"""An owner that answers and does not delete is found out by somebody who counts for himself."""

import pytest

from ops.stack import Stack
from tests.flows.conftest import a_person
from tests.flows.erasing import completed, deleted, in_state
from tests.flows.points import in_place_of
from tests.flows.rows import scalar

OF_CASE = "FROM privacy.incident i JOIN privacy.erasure_case c ON c.id = i.case_id"
OPEN = f"SELECT i.rows::text {OF_CASE} WHERE c.item_id = :item AND i.closed_at IS NULL"
ALL = f"SELECT count(*) {OF_CASE} WHERE c.item_id = :item"
ROWS = "SELECT count(*) FROM documents.resume WHERE id = :item"


@pytest.mark.full
def test_an_owner_that_lies_is_disputed_until_its_rows_are_gone(mira: Stack) -> None:
    """T22."""
    imke = a_person(mira)
    resume = imke.add_resume()
    assert imke.settled(f"/resumes/{resume}")["state"] == "done"

    with in_place_of(mira, "documents", "tests.flows.liar"):
        code = deleted(imke, f"/resumes/{resume}")
        case = in_state(imke, code, "disputed")
        incident = scalar(mira, OPEN, item=resume)
        certificate = imke.ask("GET", f"/privacy/certificates/{code}")
        alarm = mira.supervisor.log_of("privacy").read_text()
        left = scalar(mira, ROWS, item=resume)

    assert all(step["remaining"] == 0 for step in case["steps"])
    assert (case["completed_at"], certificate.status_code, left) == (None, 404, 1)
    assert incident == '{"documents.resume": 1, "documents.original": 1}'
    assert "count_disputed" in alarm
    assert completed(imke, code, within_s=90)["checks"][0]["rows"] == 0
    assert scalar(mira, ROWS, item=resume) == 0
    assert (scalar(mira, ALL, item=resume), scalar(mira, OPEN, item=resume)) == (1, None)
