"""A model reads along: it adds what the text proves, and nothing else of what it says counts."""

from typing import Any

import pytest

from contracts.analysis import Contact, Tier
from contracts.disclosure import SentField
from contracts.evidence import EngineKind
from services.documents.advice.asking import MOST_CHARACTERS
from services.documents.advice.claims import named_in
from services.documents.adviser import job_questions, resume_questions
from services.documents.domain import JobSource
from services.documents.rules.skills.catalogue import skills
from tests.documents.advised import ANALYST, Along, a_source, read_along
from tests.documents.build import JOB_ID, a_text
from tests.support.provider import naming

LINE = "- Introduced Docker and continuous integration"
RESUME = a_text("resume.txt").replace(
    LINE, "- Rewrote two Go importers of Tannenhof Software\n- Wrote Terrafrom modules in 2018"
)
JOB = a_text("backend.txt")


@pytest.fixture
def along(fake, model):
    """Reads both with a model that sees these names, wherever they are written."""

    def read(*names: str, resume: str = RESUME, job: str = JOB) -> Along:
        fake.mind = naming(names)
        return read_along(model, resume, job)

    return read


@pytest.fixture
def saying(fake, model):
    """Reads both with a model that makes just this claim, about either."""

    def read(line: str, skill: str, quote: str) -> Along:
        claim = {"line": line, "skill": skill, "quote": quote}
        fake.mind = lambda _lines: {"skills": [claim]}
        return read_along(model, RESUME, JOB)

    return read


def alone():
    return ANALYST.read_resume(a_source(RESUME))


def skill(read: Along, skill_id: str):
    return next((s for s in read.resume.skills if s.id == skill_id), None)


def line_with(words: str) -> str:
    questions = resume_questions(alone(), RESUME)
    return next(p.line.id for q in questions for p in q.places if words in p.line.text)


def test_what_the_rules_doubt_and_the_text_says_is_added_with_its_quote(along):
    read = along("Go", "Terrafrom=Terraform")

    for skill_id, quote in (("go", "Go"), ("terraform", "Terrafrom")):
        found = skill(read, skill_id)
        assert found.tier is Tier.USED
        assert all(RESUME[s.start : s.end] == s.quote == quote for s in found.evidence)
        assert found.last_used == "2019-02"
    assert not {"go", "terraform"} & {s.id for s in alone().skills}


def test_the_model_is_named_and_the_rules_alone_stand_beside_it(along):
    read = along("Go", "Python", "Docker")

    engine = read.resume.engine
    assert (engine.kind, engine.model) == (EngineKind.MODEL, "sample-1")
    assert engine.twin.added == ("go",)
    assert engine.twin.version == alone().engine.version
    assert 0 < engine.twin.agreement < 1
    assert "sample-1, checked by the rules engine" in engine.label


def test_a_fit_shows_the_score_of_the_rules_alone_and_mixes_nothing(along):
    read = along("Go")

    without = along()
    twin = read.fit.engine.twin
    assert read.fit.engine.kind is EngineKind.MODEL
    assert twin.score == without.fit.score.value
    assert read.fit.score.value > twin.score
    assert twin.agreement == round(1 - 1 / len(read.fit.items), 4)
    assert without.fit.engine.twin.agreement == 1


def test_a_model_that_says_nothing_takes_nothing_away(along):
    read = along()

    assert read.resume.skills == alone().skills
    assert read.job.requirements == ANALYST.read_job(JobSource(JOB_ID, JOB)).requirements


@pytest.mark.parametrize(
    ("claim", "why"),
    [
        (("l999", "Go", "Go"), "the line was never shown"),
        (("importers", "Go", "two Rust importers"), "the quote is not there"),
        (("importers", "Kubernetes", "Rewrote two Go importers"), "the quote names another"),
        (("importers", "Telepathy", "importers"), "we know no such skill"),
        (("importers", "Go", ""), "there is no quote"),
        (("importers", "go", "importers"), "the quote does not name it"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_claim_that_the_text_does_not_prove_is_dropped_and_counted(saying, claim, why):
    line, *rest = claim
    read = saying(line if line == "l999" else line_with(line), *rest)

    assert read.resume.skills == alone().skills
    assert read.resume.engine.twin.dropped == 1


def test_a_quote_with_a_name_in_it_is_found_once_the_name_is_back(saying):
    line = line_with("Go importers")
    read = saying(line, "Go", "Rewrote two Go importers of [[EMPLOYER_1]]")

    assert skill(read, "go").evidence[0].quote == "Go"


def test_a_requirement_gains_the_skill_that_its_words_name(along):
    job = JOB.replace("* Terraform", "* Clean Terrafrom modules")
    read = along("Terrafrom=Terraform", job=job)

    asked = [r for r in read.job.requirements if "Terrafrom" in r.span.quote]
    assert [r.any_of for r in asked] == [("terraform",)]
    assert read.job.engine.twin.added == ("terraform",)


def test_a_hobby_shows_no_skill_whoever_names_it(along):
    resume = f"{a_text('resume.txt')}\n\nInterests\nGo, chess and Terraform tutorials\n"

    assert skill(along("Go", "Terraform", resume=resume), "go") is None


@pytest.mark.parametrize(
    ("text", "is_named"),
    [
        ("I use Go daily", True),
        ("go", False),
        ("Go to market plans", False),
        ("Go getter", False),
        ("Python, Go, R", True),
        ("Mongo and Google", False),
    ],
)
def test_an_ordinary_word_is_a_name_only_where_it_is_used_as_one(text, is_named):
    assert (named_in(skills()["go"], text) is not None) is is_named


def test_only_what_the_call_needs_goes_out_and_nobody_is_named_in_it():
    source = a_source(a_text("resume.txt"))
    asked = resume_questions(ANALYST.read_resume(source), source.extracted.text)

    sent = asked[0].question.text
    private = ("Imke", "Brandt", "example.com", "5550123", "Leipzig", "Quarrystone", "Tannenhof")
    unneeded = ("Brookhaven", "BSc", "German", "March 2019", "Senior Backend")
    assert not [word for word in (*private, *unneeded) if word in sent]
    assert "PostgreSQL" in sent
    assert asked[0].question.data.fields == (
        SentField.RESUME_SUMMARY,
        SentField.RESUME_WORK,
        SentField.RESUME_SKILLS,
    )


def test_only_what_is_asked_for_goes_out_of_a_job():
    asked = job_questions(ANALYST.read_job(JobSource(JOB_ID, JOB)), JOB)

    sent = asked[0].question.text
    assert "Quillfeather" not in sent
    assert "authorized to work" not in sent
    assert "Message brokers" in sent


@pytest.mark.parametrize("employer", ["junior engineers", "own services", "small shops"])
def test_an_employer_whom_the_owner_names_is_hidden_as_well(employer):
    read = ANALYST.read_job(JobSource(JOB_ID, JOB))

    sent = job_questions(read, JOB, employer)[0].question.text

    assert employer not in sent.lower()
    assert "Message brokers" in sent


def test_a_long_resume_is_asked_about_in_parts_and_never_cut():
    lines = "".join(f"- Wrote importer number {n} in Python for the shops\n" for n in range(2000))
    source = a_source(a_text("resume.txt").replace(LINE, lines))

    asked = resume_questions(ANALYST.read_resume(source), source.extracted.text)

    sent = [line.text for each in asked for line in each.question.data.lines]
    assert len(asked) > 1
    assert all(sum(len(li.text) for li in q.question.data.lines) <= MOST_CHARACTERS for q in asked)
    assert len([text for text in sent if "importer number" in text]) == 2000


def test_the_same_document_makes_the_same_question():
    def hashed() -> Any:
        return [q.question.hashed("sample-1") for q in resume_questions(alone(), RESUME)]

    assert hashed() == hashed()
    assert hashed() != [q.question.hashed("sample-2") for q in resume_questions(alone(), RESUME)]


def test_nothing_is_asked_about_a_resume_whose_name_was_not_read():
    read = alone()

    nameless = read.model_copy(update={"contact": Contact()})

    assert resume_questions(read, RESUME)
    assert resume_questions(nameless, RESUME) == ()
