"""A document is deleted singly: all that was read from it goes, and sessions stay without it."""

import re
from uuid import UUID

import pytest

from ops.stack import Stack
from tests.flows.conftest import a_person
from tests.flows.erasing import completed, deleted
from tests.flows.journey import Person
from tests.flows.rows import mentioning, person_of, settled_rows_of
from tests.flows.texts import JOB, RESUME

QUOTE = re.compile("“([^”]{4,})”")
DOCUMENTS = {
    "resume_id": ("/resumes", RESUME, {"documents.resume", "documents.original"}),
    "job_description_id": ("/job-descriptions", JOB, {"documents.job_description"}),
}


def pages(person: Person, session: UUID) -> str:
    """All that is shown of a session: its questions, what was said, its report."""
    parts = ("", "/transcript", "/report", "/report.md")
    return "\n".join(person.ask("GET", f"/interviews/{session}{part}").text for part in parts)


def quotes(shown: str, text: str) -> set[str]:
    """What the program, not the person, quotes there of a document, and of no other."""
    others = "".join(other for _, other, _ in DOCUMENTS.values() if other != text)
    return {quote for quote in QUOTE.findall(shown) if quote in text and quote not in others}


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_a_deleted_document_leaves_its_sessions_without_its_words(kind: str, mira: Stack) -> None:
    """T02, T03."""
    imke = a_person(mira)
    fit = imke.a_fit()
    view = imke.get(f"/fits/{fit}")
    (path, text, tables), document = DOCUMENTS[kind], view[kind]
    sessions = [imke.held(fit) for _ in range(2)]
    before = [pages(imke, session) for session in sessions]
    rows = settled_rows_of(mira, person_of(mira, view["resume_id"]))
    assert tables | {"documents.fit", "interview.quote"} <= set(mentioning(rows, document))

    completed(imke, deleted(imke, f"{path}/{document}"))

    for gone in (f"{path}/{document}", f"{path}/{document}/original", f"/fits/{fit}"):
        assert imke.ask("GET", gone).status_code == 404
    rows = settled_rows_of(mira, person_of(mira, imke.add_resume()))
    assert set(mentioning(rows, document)) == {"keys.key"}
    for session, old in zip(sessions, before, strict=True):
        shown = pages(imke, session)
        assert quotes(old, text)
        assert not quotes(shown, text)
        assert "[deleted]" in shown
        assert "[deleted]" not in old
        assert imke.get(f"/interviews/{session}")["fit_id"] is None
        assert imke.report(session)["state"] == "done"
