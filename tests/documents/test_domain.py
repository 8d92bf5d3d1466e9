"""The decisions of documents: what is taken, when two may be compared, what a poll sees."""

import pytest

from chassis.errors import Conflict, Invalid
from contracts.analysis import Contact, Entry, Text
from contracts.documents import MAX_CHARACTERS, AddResume, Media, WorkState
from contracts.message import Progress
from services.documents import domain, giving
from tests.documents.build import Job, Written, a_job

WAITING, DONE, REFUSED = WorkState.WAITING, WorkState.DONE, WorkState.REFUSED


def given(data: bytes, media: Media = Media.TEXT) -> AddResume:
    return AddResume(title="Mine", media=media, data=data)


def test_a_title_keeps_its_words_and_loses_its_margins():
    assert domain.cleaned_title("  Spring \t 2026\n") == "Spring 2026"


@pytest.mark.parametrize("mark", ["\x00", "\u202e", "\u2066", "\u200b", "\ufeff", "\ud800"])
def test_a_title_loses_what_has_no_shape_or_turns_text_around(mark):
    assert domain.cleaned_title(f"{mark}My {mark} c{mark}v") == "My cv"


@pytest.mark.parametrize("title", ["", " \u00a0 ", "\u202e\x00"])
def test_a_title_of_nothing_visible_is_none(title):
    assert domain.cleaned_title(title) == ""


@pytest.mark.parametrize(
    ("read", "name"),
    [
        ({}, ""),
        ({"title": "Baker"}, "Baker"),
        ({"company": "Rye & Sons"}, ""),
        ({"title": "Baker", "company": "Rye & Sons"}, "Baker, Rye & Sons"),
        ({"title": "B\u202eaker"}, "Baker"),
        ({"title": "Baker " * 40}, f"{('Baker ' * 14)[:79]}…"),
    ],
)
def test_a_job_without_a_name_takes_the_one_that_was_read(read, name):
    job = a_job("x").model_copy(update={field: some_text(said) for field, said in read.items()})

    assert domain.job_name("", job) == name
    assert domain.job_name("My own", job) == "My own"


@pytest.mark.parametrize(
    ("resume", "name"),
    [
        ({"headline": "Baker"}, "Baker"),
        ({"headline": "Baker", "name": "Imke Brandt"}, "Baker"),
        ({"name": "Imke Brandt"}, "Imke Brandt"),
        ({"name": "Imke Brandt", "email": None}, ""),
        ({}, ""),
    ],
)
def test_a_resume_without_a_name_takes_its_headline_or_its_persons_name(resume, name):
    read = a_resume_with(**{"email": "imke@example.org", **resume})

    assert domain.resume_name("", read) == name
    assert domain.resume_name("My own", read) == "My own"


@pytest.mark.parametrize(
    ("resume", "is_doubted"),
    [
        ({}, True),
        ({"name": "Senior Baker", "headline": "We seek a baker", "school": {}}, True),
        ({"school": {"end": "2019"}}, False),
        ({"email": "imke@example.org"}, False),
        ({"roles": [Job("Baker")]}, False),
    ],
)
def test_without_anybody_to_reach_a_role_or_a_school_year_it_is_doubted(resume, is_doubted):
    warnings = domain.doubted(a_resume_with(**resume)).extraction.warnings

    assert warnings == (("unlike_a_resume",) if is_doubted else ())


def some_text(said):
    span = Written(name=said).quote(0, len(said))
    return Text(value=said, span=span)


def a_resume_with(headline=None, name=None, email=None, school=None, roles=()):
    contact = Contact(name=name and some_text(name), email=email and some_text(email))
    school = school if school is None else Entry(title=some_text("BSc"), **school)
    update = {
        "headline": headline and some_text(headline),
        "contact": contact,
        "education": () if school is None else (school,),
    }
    return Written(roles=list(roles)).analysis.model_copy(update=update)


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
        giving.check_resume(cmd)

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
    giving.check_resume(cmd)


def test_the_limit_on_characters_is_named():
    with pytest.raises(Invalid, match="200,000"):
        giving.check_resume(given(b"x" * (MAX_CHARACTERS + 1)))


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
