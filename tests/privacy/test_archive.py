"""The file itself: whole or no ZIP at all, in order, and harmless whatever people wrote."""

import base64
import gc
import io
import json
import zipfile
from datetime import UTC, datetime

import pytest

from contracts.message import Owner
from contracts.privacy import Withheld
from services.privacy.archive import PIECE_BYTES, Archive
from services.privacy.index import index_page
from services.privacy.layout import Layout

AT = datetime(2026, 11, 23, 10, 5, tzinfo=UTC)
HOSTILE = "<script>alert(1)</script>\"'><img src=https://example.org/x>"
SPAN = {"document": "resume", "document_id": "0", "start": 0, "end": 8, "quote": 'I led "5"'}


class Written:
    def __init__(self):
        self.pieces = []
        self.archive = Archive(self.pieces.append, AT)
        self.layout = Layout(self.archive)

    def opened(self):
        with self.archive:
            self.layout.close()
        return zipfile.ZipFile(io.BytesIO(b"".join(self.pieces)))


def test_pieces_are_a_megabyte_each_and_together_a_zip():
    written = Written()
    content = bytes(range(256)) * 12_000

    written.archive.add("large.bin", content, pack=False)
    archive = written.opened()

    assert archive.read("large.bin") == content
    assert {len(piece) for piece in written.pieces[:-1]} == {PIECE_BYTES}
    assert archive.testzip() is None


def test_what_was_not_finished_cannot_be_opened():
    written = Written()

    written.archive.add("large.bin", bytes(3 * PIECE_BYTES), pack=False)
    with pytest.raises(KeyError), written.archive:
        written.layout.take(Owner.DOCUMENTS, "fit", {}, [])
    del written.archive, written.layout
    gc.collect()

    assert len(written.pieces) == 3
    with pytest.raises(zipfile.BadZipFile):
        zipfile.ZipFile(io.BytesIO(b"".join(written.pieces)))


def test_what_people_wrote_is_inert_on_the_page():
    written = Written()
    written.layout.take(
        Owner.DOCUMENTS,
        "job_description",
        {"id": "1", "title": HOSTILE, "text": HOSTILE, "analysis": None, "added_at": "2026-01-01"},
        [],
    )

    written.opened()
    page = index_page(
        name=HOSTILE,
        at=AT,
        shown=written.layout.shown,
        entries=written.archive.entries,
        withheld=[Withheld(what=HOSTILE, why=HOSTILE)],
    )

    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page
    assert "src=" not in page.replace("src=https", "")
    assert "default-src 'none'" in page


@pytest.mark.parametrize(
    ("text", "base64_in", "path", "content"),
    [
        ("A job", [], "text.txt", b"A job"),
        (base64.b64encode(b"%PDF\xff").decode(), ["text"], "given.bin", b"%PDF\xff"),
        (None, [], None, None),
    ],
)
def test_a_job_is_there_as_text_or_as_it_was_given(text, base64_in, path, content):
    written = Written()
    row = {"id": "1", "title": "Job", "text": text, "analysis": None, "added_at": "2026-01-01"}

    written.layout.take(Owner.DOCUMENTS, "job_description", row, base64_in)

    opened = written.opened()
    names = {"job_descriptions/1/job_description.json"}
    assert set(opened.namelist()) == names | ({f"job_descriptions/1/{path}"} if path else set())
    if path:
        assert opened.read(f"job_descriptions/1/{path}") == content


def test_a_row_that_nobody_thought_of_is_in_there_all_the_same():
    written = Written()

    written.layout.take(Owner.ANALYTICS, "mood", {"level": 4}, [])

    assert json.loads(written.opened().read("technical/analytics.json")) == {"mood": [{"level": 4}]}


def test_quotes_stand_where_their_marks_were_and_deleted_ones_say_so():
    written = Written()
    quote = {"interview_id": "7", "number": 1, "span": json.dumps(SPAN)}
    said = {"interview_id": "7", "speaker": "interviewer", "number": 0, "text": "You: “⟦1⟧” “⟦2⟧”"}

    written.layout.note("quote", quote)
    written.layout.take(Owner.INTERVIEW, "turn", said, [])
    written.layout.end()

    text = written.opened().read("sessions/7/transcript.txt").decode()
    assert 'You: “I led "5"” “[deleted]”' in text


@pytest.mark.parametrize("words", ["I wrote ⟦1⟧.", "⟦" + "9" * 5000 + "⟧"])
def test_what_the_candidate_said_is_told_as_it_was_said(words):
    written = Written()
    answer = {"speaker": "candidate", "number": 1, "text": words}
    feedback = {"transcript": {"turns": [answer]}, "questions": [{"because": "", "answer": words}]}
    report = {"id": "7", "report": json.dumps(feedback), "transcript": None, "overall": None}

    written.layout.note("quote", {"interview_id": "7", "number": 1, "span": json.dumps(SPAN)})
    written.layout.take(Owner.INTERVIEW, "turn", {"interview_id": "7", **answer}, [])
    written.layout.take(Owner.FEEDBACK, "report", report, [])
    written.layout.end()

    archive = written.opened()
    assert words in archive.read("sessions/7/transcript.txt").decode()
    assert json.loads(archive.read("sessions/7/feedback.json"))["report"] == feedback


def test_a_number_that_no_quote_can_have_is_no_mark():
    written = Written()
    words = "⟦" + "9" * 5000 + "⟧"
    said = {"interview_id": "7", "speaker": "interviewer", "number": 0, "text": words}

    written.layout.take(Owner.INTERVIEW, "turn", said, [])
    written.layout.end()

    assert words in written.opened().read("sessions/7/transcript.txt").decode()


def test_a_report_quotes_in_its_questions_and_in_what_the_interviewer_said():
    written = Written()
    turn = {"speaker": "interviewer", "text": "You: “⟦1⟧”"}
    feedback = {"questions": [{"question": "“⟦1⟧”", "because": "“⟦2⟧”"}], "turns": [turn]}
    report = {"id": "7", "report": json.dumps(feedback), "transcript": None, "overall": None}

    written.layout.note("quote", {"interview_id": "7", "number": 1, "span": json.dumps(SPAN)})
    written.layout.take(Owner.FEEDBACK, "report", report, [])

    told = json.loads(written.opened().read("sessions/7/feedback.json"))["report"]
    assert told["questions"] == [{"question": '“I led "5"”', "because": "“[deleted]”"}]
    assert told["turns"][0]["text"] == 'You: “I led "5"”'


def test_a_quote_with_quotation_marks_leaves_json_whole():
    written = Written()
    plan = json.dumps({"questions": [{"text": "About “⟦1⟧”", "because": "It is there."}]})
    session = {"id": "7", "title": None, "plan": plan, "planned_at": "2026-01-01"}

    written.layout.note("quote", {"interview_id": "7", "number": 1, "span": json.dumps(SPAN)})
    written.layout.take(Owner.INTERVIEW, "interview", session, [])

    told = json.loads(written.opened().read("sessions/7/session.json"))
    assert told["plan"]["questions"][0]["text"] == 'About “I led "5"”'


def test_turns_are_told_in_their_order_whatever_order_they_come_in():
    written = Written()

    for session, number in (("7", 2), ("7", 0), ("7", 1), ("8", 0)):
        row = {"interview_id": session, "speaker": "candidate", "number": number, "text": "Yes."}
        written.layout.take(Owner.INTERVIEW, "turn", row, [])
    written.layout.end()

    archive = written.opened()
    told = json.loads(archive.read("sessions/7/transcript.json"))
    assert [turn["number"] for turn in told] == [0, 1, 2]
    assert len(json.loads(archive.read("sessions/8/transcript.json"))) == 1
