"""A level is for what was asked: an answer to something else gets none, and honest ones keep it."""

import pytest

from chassis.hearing.relevance import names_subject, speaks_of_asked
from contracts.evidence import Competency, Status
from contracts.interview import Question, QuestionKind
from tests.feedback.build import a_question, a_report, the_cell

KAFKA = (
    "I led a team of 5. I decided to move to Kafka instead of RabbitMQ because replay mattered"
    " more than latency; errors fell from 12 to 2 a week."
)
CAKES = (
    "In 2022 I rearranged the ovens of our bakery, because the bread cooled too early. I gave up"
    " the second counter instead of a shelf. As a result waste fell from 12 % to 5 %."
)


def gap(asked: str, competency: Competency = Competency.TECHNICAL_DEPTH) -> Question:
    text = f"The job asks for “{asked}”. Where have you worked with it or something like it?"
    return a_question(text=text, competencies=[competency], kind=QuestionKind.GAP_PROBE)


def claim(line: str, competency: Competency = Competency.DELIVERY) -> Question:
    text = f"Your résumé says “{line}”. Take me through it from the beginning."
    return a_question(text=text, competencies=[competency], kind=QuestionKind.RESUME_PROBE)


PROBLEM = a_question(
    text="Describe a problem that kept coming back until you dealt with it.",
    competencies=[Competency.PROBLEM_SOLVING],
)
RUST = gap("Experience with Rust")
BILLING = "Cut the nightly billing run from 6 hours to 40 minutes"
SPOKEN = gap("Strong written communication", Competency.COMMUNICATION)
LED = claim("Mentored two juniors in the workshop", Competency.LEADERSHIP)

IRRELEVANT = [
    (RUST, KAFKA),
    (RUST, CAKES),
    (PROBLEM, KAFKA),
    (gap("5+ years of Python"), KAFKA),
    (gap("Kubernetes in production"), CAKES),
    (
        gap("Kubernetes in production"),
        "I asked both bakers at night, as we could not tell which one left the oven open.",
    ),
    (
        a_question(
            text="Half of your team is taken away. How would you plan the rest?",
            competencies=[Competency.PLANNING],
            kind=QuestionKind.SITUATIONAL,
        ),
        "I would talk to everybody and I would find a solution that works for all involved.",
    ),
    (gap("Experience with Terraform or similar"), KAFKA),
    (gap("Knowledge of Power BI"), KAFKA),
    (gap("Forklift licence and warehouse experience", Competency.LEARNING), KAFKA),
    (gap("Care of patients on a surgical ward", Competency.LEARNING), CAKES),
    (gap("Month-end closing and audits"), CAKES),
    (gap("Fluent German", Competency.LEARNING), KAFKA),
    (claim(BILLING), CAKES),
    (claim("Welded 200 frames for the new tram"), KAFKA),
    (claim("Taught chemistry to three classes", Competency.LEARNING), KAFKA),
    (
        a_question(
            text="The job asks for “PostgreSQL”. Tell me about the worst fault you met with it.",
            kind=QuestionKind.TECHNICAL,
            competencies=[Competency.PROBLEM_SOLVING],
        ),
        "I fixed the broken mixer in our bakery, because it tripped the fuse. It ran again.",
    ),
]
RELEVANT = [
    (
        gap("Experience mentoring researchers", Competency.LEADERSHIP),
        (
            "In 2021 a graduate shadowed me and hated my way of taking notes. I asked her to show"
            " me hers, and hers was quicker, so I switched. She led her own sessions after a month."
        ),
    ),
    (RUST, "I have not used Rust, but in C++ I rewrote our parser, because it leaked memory."),
    (RUST, "The nearest thing was the control loop of a lift. I wrote it so that nothing waits."),
    (RUST, "I learnt it at home last winter, because I wanted to see how memory is handed over."),
    (RUST, "I have never worked with it. I wrote drivers for a printer, because ours were slow."),
    (
        gap("5+ years of Python"),
        "I built our importer in Django, because forms and tables come with it.",
    ),
    (gap("Experience with Kafka or similar"), KAFKA),
    (gap("Kubernetes in production"), "I moved twelve containers, because the old host was full."),
    (gap("Experience with Go"), "At the depot I wrote the sorter in Go, because it starts fast."),
    (
        gap("Knowledge of Power BI"),
        "I drew the weekly numbers in Excel, because all could read it.",
    ),
    (SPOKEN, "I wrote a one page guide for the drivers, because the old one had forty."),
    (LED, "I taught both apprentices to read drawings, because errors came from there."),
    (claim(BILLING), "The bills went out late, so I profiled the query and split it in two."),
    (claim(BILLING), "It began when customers called. I rewrote the slowest part of the system."),
    (
        claim(BILLING),
        "At first it took all night. I split the load, and we got down to 40 minutes.",
    ),
    (
        claim("Welded 200 frames for the new tram"),
        "I built a jig and turned the beam so that each frame fits.",
    ),
    (
        gap("Care of patients on a ward", Competency.LEARNING),
        "As a nurse I kept drug charts at night for six beds.",
    ),
    (
        gap("Month-end closing and audits"),
        "I matched every invoice with its order, because sums differed.",
    ),
    (
        gap("Fluent German", Competency.LEARNING),
        "I translated letters from Polish for our port office.",
    ),
    (PROBLEM, "The belt stopped every night. I watched it and saw that a bearing was worn."),
    (PROBLEM, "Errors fell from 12 to 2 a week after I traced each to the same clock."),
    (
        a_question(competencies=[Competency.PLANNING]),
        "I put the roof before the floor, because rain was near, and left the paint for spring.",
    ),
    (a_question(), KAFKA),
]


@pytest.mark.parametrize(("question", "answer"), IRRELEVANT)
def test_an_answer_to_something_else_gets_no_level(question: Question, answer: str) -> None:
    cell = the_cell(answer, question)

    assert [cell.level.status, cell.level.value, cell.evidence] == [
        Status.INSUFFICIENT,
        None,
        (),
    ]
    assert cell.level.why in {"not-what-was-asked", "other-subject"}


@pytest.mark.parametrize(("question", "answer"), RELEVANT)
def test_an_answer_to_what_was_asked_keeps_its_level(question: Question, answer: str) -> None:
    (competency,) = question.competencies
    open_question = a_question(competencies=[competency], kind=question.kind)

    level = the_cell(answer, question).level

    assert level.status is Status.SCORED
    assert level == the_cell(answer, open_question).level


@pytest.mark.parametrize(
    "asked", ["Proven track record", "Several years of relevant work experience", "[deleted]"]
)
def test_a_quote_of_general_words_asks_for_nothing_by_name(asked: str) -> None:
    question = gap(asked)

    assert not names_subject(question)
    assert speaks_of_asked(question, ())


@pytest.mark.parametrize("question", [RUST, PROBLEM])
def test_the_advice_begins_with_what_was_asked(question: Question) -> None:
    fix = a_report(KAFKA, questions=[question]).questions[0].one_fix

    assert fix is not None
    assert fix.text.startswith("Speak of what was asked")
    assert fix.level_now is None


def test_one_answer_under_several_questions_counts_where_it_fits_best() -> None:
    asked = [
        a_question(1, competencies=[Competency.DELIVERY]),
        gap("Experience with Rust").model_copy(update={"id": "k2"}),
        gap("Experience with Kafka").model_copy(update={"id": "k3"}),
    ]

    cells = a_report(KAFKA, KAFKA, f"{KAFKA} Thanks.", questions=asked).scorecard.cells

    assert [cell.level.why for cell in cells] == ["repeated-answer", "not-what-was-asked", None]
    assert [bool(cell.level.value) for cell in cells] == [False, False, True]


@pytest.mark.parametrize(
    "denial", ["I have not used Rust.", "I don't know Rust.", "I never did it."]
)
def test_denying_what_was_asked_and_telling_of_something_else_gets_no_level(denial: str) -> None:
    assert the_cell(f"{denial} {CAKES}", RUST).level.why == "not-what-was-asked"


HYGIENE = gap("Food hygiene certificate", Competency.LEARNING)


@pytest.mark.parametrize(
    "told",
    [
        (
            "I did the course in June. I made cards for the 14 allergens, because no list stays in "
            "my head. I got 92 per cent where the first mock gave 60."
        ),
        "I sat the exam last June, because my boss asked for it, and I got 92 per cent.",
    ],
)
def test_a_certificate_is_spoken_of_by_its_course_or_its_exam(told: str) -> None:
    assert the_cell(told, HYGIENE).level.status is Status.SCORED


@pytest.mark.parametrize(
    "told",
    [
        "I did the Spanish course in June. I made cards for the verbs and got 92 per cent.",
        "I took the course on Java and Python last year, because our server was slow.",
    ],
)
def test_a_course_of_another_field_is_not_the_certificate(told: str) -> None:
    assert the_cell(told, HYGIENE).level.why == "not-what-was-asked"
