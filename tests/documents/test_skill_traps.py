"""Words that are a skill in one sentence and an ordinary word in another, in both."""

import pytest

from services.documents.rules.skills.catalogue import skills
from tests.documents.build import skills_in

MEANT: dict[str, list[str]] = {
    "go": [
        "Wrote the ingest service in Go",
        "Languages: Go, Rust, TypeScript",
        "Go microservices with gRPC",
        "5+ years of experience with Go or Java",
        "Backend (Go, PostgreSQL)",
        "5+ years of backend services, at least 2 of them in Go",
        "Strong Go or Rust",
        "Go/Rust developer",
    ],
    "nats": [
        "Moved jobs from cron to NATS",
        "Kafka, RabbitMQ or NATS in production",
    ],
    "c": [
        "Embedded C for microcontrollers",
        "Drivers written in C and C++",
        "Languages: C, C++, Python",
        "Programming in C",
    ],
    "r": [
        "Statistical models in R and SAS",
        "R, Python or Stata",
        "Proficient in R",
        "Tidyverse (R)",
    ],
    "ms-teams": [
        "Slack, Zoom and Teams",
        "Rolled out Microsoft Teams to 400 people",
        "MS Teams administration",
    ],
    "word": [
        "Word, Excel and PowerPoint",
        "Proficient in Word",
        "Good command of Microsoft Word",
        "MS Word templates",
    ],
    "access": [
        "Excel and Access databases",
        "Built reports in Microsoft Access",
        "Access, SQL and VBA",
    ],
    "excel": [
        "Advanced Excel",
        "Basic Excel",
        "Experience with Excel",
        "Excel, Word, Outlook",
        "Built a cost model in Microsoft Excel",
    ],
    "spark": [
        "Spark jobs on Databricks",
        "Built Spark jobs",
        "Built Spark pipelines for 12M users",
        "At least three years with Spark",
        "Kafka, Spark and Airflow",
        "Built pipelines with Apache Spark",
        "Experience with Spark or Flink",
    ],
    "ray": ["Distributed training with Ray and PyTorch", "Experience with Ray", "Ray, Dask, Spark"],
    "temporal": [
        "Moved workflows to Temporal",
        "Experience with Temporal",
        "Temporal, Kafka and gRPC",
    ],
    "swift": [
        "iOS apps in Swift",
        "Swift and Objective-C",
        "Kotlin or Swift",
        "Written in Swift",
    ],
    "chef": ["Puppet, Chef or Ansible", "Experience with Chef and Terraform", "Ansible and Chef"],
    "cpp": ["C++", "C++ and Rust", "Modern C++ (C++17)", "Wrote C++."],
    "csharp": ["C#", "C#, SQL", "Backend in C#.", "C#/.NET"],
    "dotnet": [".NET", "C# on .NET", "(.NET)", ".NET Core services", "C#/.NET"],
    "ci-cd": ["CI/CD", "CI/CD pipelines", "ran CI / CD", "CI/CD, Docker"],
    "pos": ["Worked on the tills", "Tills, stock and deliveries", "Cashed up and ran our tills"],
    "ab-testing": ["Ran an A/B test of shelf prices", "Split test of two letters"],
}
NOT_MEANT: dict[str, list[str]] = {
    "pos": ["Fixed tills and card readers", "Repaired the tills of a chain", "Fitted our tills"],
    "construction": ["Intro to Compiler Construction", "model construction in R"],
    "go": [
        "Backend services go live on Mondays",
        "Programming teams go the extra mile",
        "Go the extra mile",
        "We go live on Mondays",
        "Ready to go to market",
        "Go above and beyond for guests",
        "Go-getter with a smile",
        "Let it go, and on we went",
    ],
    "c": [
        "C-level presentations",
        "Vitamin C and hepatitis C",
        "Category C driving licence",
        "Grade C in mathematics",
        "Plan C. Then we stopped.",
        "Floor C, room 12",
    ],
    "r": ["R&D budgets", "Toys R Us", "R. Fernweh, baker", "Page R of the report"],
    "ms-teams": [
        "Teams of five nurses",
        "Led teams across three sites",
        "Teams that I managed grew",
        "Cross-functional Teams in two countries",
    ],
    "word": [
        "Word of it reached the Microsoft office",
        "Word of mouth",
        "A word with parents",
        "Spread the Word to donors",
        "In a word: calm",
    ],
    "access": [
        "Access to SQL servers for all staff",
        "Gave staff access to SQL and VBA reports",
        "Access to patients' records",
        "Improved access for wheelchairs",
        "Access control at the gate",
        "Gave tenants access to repairs",
    ],
    "excel": [
        "Excel at SQL and at PowerPoint",
        "You excel at listening",
        "Excel in a fast kitchen",
        "Helped students excel",
    ],
    "spark": [
        "Workshops that spark interest in Hadoop data",
        "Spark joy in children",
        "A spark plug was replaced",
        "Spark new ideas in teams",
    ],
    "ray": ["X-ray of the chest", "A ray of hope", "Worked for Ray Fernweh", "Ray-Ban sales"],
    "temporal": ["Temporal and spatial patterns", "Temporal lobe epilepsy", "temporal data"],
    "swift": [
        "A swift fix for the iOS app",
        "Swift response to alarms",
        "A swift handover",
        "Swift action saved the roof",
    ],
    "chef": ["Head Chef of a hotel", "Sous Chef, Harbour Inn", "Chef de partie"],
    "dotnet": ["The net result", "fishing.net", "A safety net for families"],
}
NOTHING = [
    "Imagine one or more ways to lead",
    "The exact total via one lead had an impact",
    "Total impact: one exact number",
    "Lead by example, one day or another",
    "Either one or the other, in total",
    "A lead time of one week via rail",
    "Or both. Exact change only.",
    "Make an impact",
]


@pytest.mark.parametrize(
    ("skill", "sentence"), [(skill, said) for skill, many in MEANT.items() for said in many]
)
def test_a_trap_is_a_skill_where_it_is_meant(skill: str, sentence: str) -> None:
    assert skill in skills_in(sentence)


@pytest.mark.parametrize(
    ("skill", "sentence"), [(skill, said) for skill, many in NOT_MEANT.items() for said in many]
)
def test_a_trap_is_no_skill_where_it_is_a_word(skill: str, sentence: str) -> None:
    assert skill not in skills_in(sentence)


@pytest.mark.parametrize("sentence", NOTHING)
def test_little_words_are_never_skills(sentence: str) -> None:
    assert skills_in(sentence) == []


def test_every_ambiguous_skill_has_context_and_is_not_found_alone_in_lower_case() -> None:
    doubtful = [entry for entry in skills().values() if entry.ambiguous]

    assert len(doubtful) > 30
    assert all(entry.needs_context for entry in doubtful)
    for entry in doubtful:
        alone = f"we saw a {entry.label.lower()} there"
        assert entry.id not in skills_in(alone)


def test_there_are_seven_hundred_and_fifty_skills_with_thirty_of_each_field() -> None:
    fields = [entry.field for entry in skills().values()]

    assert len(fields) >= 750
    assert all(fields.count(field) >= 40 for field in set(fields))


@pytest.mark.parametrize(
    "line",
    [
        "Experience installing guard rails and scaffolds",
        "Welded Guard Rails and hand rails",
        "Fitted bed rails, curtain rails and stair rails",
        "Laid rails for the tramway",
        "An epic journey through records of the hospital",
        "Worked on epic stories with the team",
    ],
)
def test_an_ordinary_thing_is_no_tool_of_that_name(line: str) -> None:
    assert not {"rails", "epic"} & set(skills_in(line))


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Built a shop with Rails", "rails"),
        ("Four years of Ruby on Rails", "rails"),
        ("Rails engineer", "rails"),
        ("Electronic charting (Epic)", "epic"),
        ("Documented care in Epic", "epic"),
        ("Epic or Cerner", "epic"),
        ("Cerner PowerChart", "cerner"),
    ],
)
def test_a_tool_named_by_an_ordinary_word_is_known(line: str, skill: str) -> None:
    assert skill in skills_in(line)
