"""The decisions of documents: what is taken, when two may be compared, what a poll sees."""

import pytest

from chassis.errors import Conflict, Invalid
from contracts.documents import MAX_CHARACTERS, AddResume, Media, WorkState
from contracts.message import Progress
from services.documents import domain

WAITING, DONE, REFUSED = WorkState.WAITING, WorkState.DONE, WorkState.REFUSED


def given(data: bytes, media: Media = Media.TEXT) -> AddResume:
    return AddResume(title="Mine", media=media, data=data)


def test_a_title_keeps_its_words_and_loses_its_margins():
    assert domain.cleaned_title("  Spring \t 2026\n") == "Spring 2026"


def test_a_title_of_nothing_visible_is_refused():
    with pytest.raises(Invalid) as refused:
        domain.cleaned_title(" \u00a0 ")

    assert (refused.value.code, refused.value.field) == ("title-empty", "title")


@pytest.mark.parametrize(
    ("cmd", "code"),
    [
        (given(b""), "resume-empty"),
        (given(b"", Media.FILE), "resume-empty"),
        (given(b"\xff\xfe\x00"), "resume-no-text"),
        (given(b"  \n "), "text-empty"),
        (given(b"x" * (MAX_CHARACTERS + 1)), "resume-too-long"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(cmd, code):
    with pytest.raises(Invalid) as refused:
        domain.check_resume(cmd)

    assert refused.value.code == code


@pytest.mark.parametrize(
    "cmd",
    [
        given("é".encode() * MAX_CHARACTERS),
        given(b"\xff\xfe\x00", Media.FILE),
        given(b"   ", Media.FILE),
    ],
)
def test_characters_are_counted_and_files_are_judged_later(cmd):
    domain.check_resume(cmd)


def test_the_limit_on_characters_is_named():
    with pytest.raises(Invalid, match="200,000"):
        domain.check_resume(given(b"x" * (MAX_CHARACTERS + 1)))


def test_there_is_room_below_the_limit_and_none_at_it():
    domain.check_room(49, 50, "résumés")
    with pytest.raises(Conflict, match="You have 50 résumés, and we keep at most 50"):
        domain.check_room(50, 50, "résumés")


@pytest.mark.parametrize(
    ("resume", "job", "may"),
    [
        (DONE, DONE, True),
        (DONE, WAITING, False),
        (WAITING, DONE, False),
        (WAITING, WAITING, False),
    ],
)
def test_two_are_compared_when_both_are_read(resume, job, may):
    assert domain.may_be_judged(resume, job) is may


def test_nothing_is_compared_with_a_resume_that_could_not_be_read():
    with pytest.raises(Conflict) as refused:
        domain.may_be_judged(REFUSED, DONE)

    assert refused.value.code == "resume-refused"


def test_a_poll_sees_what_was_told_last_or_that_it_waits_or_is_over():
    told = Progress(stage="analysing", done=1, total=3)

    assert domain.progress(WAITING, told, 3) == told
    assert domain.progress(WAITING, None, 3) == Progress(stage="waiting", done=0, total=3)
    assert domain.progress(DONE, told, 3) == Progress(stage="done", done=3, total=3)
    assert domain.progress(REFUSED, None, 2) == Progress(stage="refused", done=2, total=2)
