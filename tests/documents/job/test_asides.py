"""What is offered, and how to apply, is not asked for; one line may want two things differently."""

import pytest

from tests.documents.job.test_layouts import asked, gates

OFFERS = (
    "401k with 5 years vesting",
    "You will get training in Kubernetes",
    "25 days of leave",
    "Twenty-five days of holiday",
    "We offer a pension with 6% from us",
    "Stock options with 4 years vesting",
    "Medical, dental and vision insurance from day one",
    "A salary of €72,000 in any country",
    "We pay for your AWS certification",
    "You'll receive coaching from a senior engineer",
    "Training budget and certification in payroll",
    "Relocation support and visa sponsorship available",
    "Parental leave of 20 weeks after 2 years of service",
    "Profit sharing after 2 years",
    "Free on-site parking",
    "Life assurance of 4 times salary",
    "30 Tage Urlaub",
    "Six weeks of paid leave",
)
NO_OFFERS = (
    "Experience with pension schemes",
    "Knowledge of medical insurance claims",
    "3 years of training apprentices",
    "Willingness to work flexible hours",
    "Experience in leave and absence management",
    "You have received training in manual handling",
    "Salary benchmarking experience",
    "Knowledge of salary sacrifice schemes",
    "Paid social experience",
    "You are committed to lifelong learning",
)
ORDERS = (
    "Send your CV to jobs@hollin.example",
    "Apply by 3 May",
    "Please quote reference HB/12",
    "Please attach two references",
    "To apply, fill in the form on our website",
    "Email your application to Vera by noon",
    "Call Vera on 01234 567890 for a chat",
    "Closing date: 9 May",
    "Applications received after the deadline will not be considered",
    "Tell us about a loaf you love",
    "Only shortlisted candidates will be contacted",
    "No recruiters please",
    "Kindly forward your resume with current salary",
    "Applicants should write to the Head Teacher",
    "Job reference: 88121",
    "The successful applicant will be notified by email",
    "Complete the online form before midnight on 4 June",
    "Please note that this role closes on Friday",
)
NO_ORDERS = (
    "Ability to complete forms and submit reports",
    "Apply food safety rules every day",
    "Call centre experience",
    "Quote preparation and tendering experience",
    "Two references from former employers",
    "Experience screening CVs",
    "Send and receive goods with a handheld scanner",
    "Comfortable asking customers for references",
    "Ability to complete applications for funding",
    "You write clearly for people who apply for benefits",
)
DENIED = (
    "You don't need to know Kubernetes, we have someone for that",
    "No knowledge of telecoms is expected",
    "We don't care about degrees",
    "A doctorate is neither here nor there",
    "We are not looking for a manager",
    "You needn't have worked with Kafka",
    "Knowledge of Go is no prerequisite",
    "No degree necessary",
)


@pytest.mark.parametrize("line", [*OFFERS, *ORDERS, *DENIED])
@pytest.mark.parametrize("mark", ["- ", ""])
def test_what_is_offered_ordered_or_denied_is_not_asked_for(line: str, mark: str) -> None:
    text = f"Requirements\n{mark}{line}\n{mark}Good manners\n"

    assert [quote for _, quote in asked(text)] == ["Good manners"]
    assert gates(text) == []


@pytest.mark.parametrize("line", [*NO_OFFERS, *NO_ORDERS])
def test_what_only_sounds_like_it_is_asked_for(line: str) -> None:
    assert asked(f"Requirements\n- {line}\n") == [("must", line)]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        (
            "Portfolio in Tableau (nice) but SQL is a must",
            [("nice", "Portfolio in Tableau (nice)"), ("must", "SQL is a must")],
        ),
        (
            "Fluent English, Dutch is a plus",
            [("must", "Fluent English"), ("nice", "Dutch is a plus")],
        ),
        (
            "4+ years in performance marketing, ideally e-commerce",
            [("must", "4+ years in performance marketing"), ("nice", "ideally e-commerce")],
        ),
        ("Python required, Go preferred", [("must", "Python required"), ("nice", "Go preferred")]),
        ("React (must), Vue (bonus)", [("must", "React (must)"), ("nice", "Vue (bonus)")]),
        (
            "Strong SQL skills (Snowflake is a plus)",
            [("must", "Strong SQL skills"), ("nice", "Snowflake is a plus")],
        ),
        (
            "You do not need a certificate, but you must know SQL",
            [("must", "you must know SQL")],
        ),
        (
            "English is a must and Swedish or Danish is a plus",
            [("must", "English is a must"), ("nice", "Swedish or Danish is a plus")],
        ),
        (
            "Familiarity with Docker and Kubernetes, must know Linux",
            [("nice", "Familiarity with Docker and Kubernetes"), ("must", "must know Linux")],
        ),
        (
            "Kotlin would be nice but Java is non-negotiable",
            [("nice", "Kotlin would be nice"), ("must", "Java is non-negotiable")],
        ),
    ],
)
def test_a_line_that_wants_two_things_differently_is_two(
    line: str, parts: list[tuple[str, str]]
) -> None:
    assert asked(f"Requirements\n- {line}\n") == parts


@pytest.mark.parametrize(
    ("line", "strength"),
    [
        ("Experience with Docker, Kubernetes and Terraform is a plus", "nice"),
        ("AWS certification preferred but not required", "nice"),
        ("Must be comfortable with ambiguity and nice to colleagues", "must"),
        ("Experience in industry, preferably in a village", "must"),
        ("2 years of Kafka required (5 preferred)", "must"),
    ],
)
def test_a_line_that_wants_one_thing_stays_one(line: str, strength: str) -> None:
    assert asked(f"Requirements\n- {line}\n") == [(strength, line)]


def test_what_is_nice_anyway_is_not_parted() -> None:
    assert asked("Nice to have\n- A shop of one's own, ideally with Shopify\n") == [
        ("nice", "A shop of one's own, ideally with Shopify")
    ]
