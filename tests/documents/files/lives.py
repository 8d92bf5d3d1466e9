"""Invented people, with what a reader must find in every file that is rendered of them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Stay:
    """One role. `when` is how the file says it, `start` and `end` what it means."""

    title: str
    employer: str
    place: str
    when: str
    start: str
    end: str | None
    bullets: tuple[str, ...]


@dataclass(frozen=True)
class Study:
    degree: str
    school: str
    when: str
    start: str
    end: str


@dataclass(frozen=True)
class Life:
    name: str
    headline: str
    email: str
    phone: str
    place: str
    link: str
    summary: str
    stays: tuple[Stay, ...]
    studies: tuple[Study, ...]
    skills: tuple[str, ...]
    languages: tuple[tuple[str, str], ...]


NURSE = Life(
    name="Maren Olsdóttir",
    headline="Registered Nurse",
    email="maren.olsdottir@example.org",
    phone="+44 113 496 0123",
    place="Leeds, UK",
    link="https://maren.example.org",
    summary="Calm and thorough nurse with years on acute wards, who likes to teach students and to"
    " keep records that others can rely on.",
    stays=(
        Stay(
            "Ward Sister",
            "Northfield General Hospital",
            "Leeds, UK",
            "March 2019 – Present",
            "2019-03",
            None,
            (
                "Led a team of 14 nurses on a 28-bed acute ward through two winters",
                (
                    "Cut medication errors by 35% by introducing a double-check sheet that every"
                    " shift signs, and by reading each near miss aloud at handover"
                ),
                "Mentored 6 student nurses, all of whom passed their placement",
            ),
        ),
        Stay(
            "Staff Nurse",
            "Birchwood Care Home",
            "York, UK",
            "June 2015 – February 2019",
            "2015-06",
            "2019-02",
            (
                "Cared for 20 residents with daily living and wound care",
                "Started a reading hour that is still held every week",
            ),
        ),
    ),
    studies=(Study("BSc Adult Nursing", "University of Yorkstone", "2012 – 2015", "2012", "2015"),),
    skills=("Patient care", "Wound care", "Triage", "Mentoring"),
    languages=(("English", "native"), ("Icelandic", "fluent")),
)

ENGINEER = Life(
    name="Zoë Lindqvist-Okafor",
    headline="Data Engineer",
    email="zoe.lo@example.net",
    phone="(312) 555-0187",
    place="Chicago, IL",
    link="https://github.com/zoe-example",
    summary="Engineer who keeps pipelines boring, with nine years of batch and streaming data in"
    " health and retail, always close to the people who read the numbers.",
    stays=(
        Stay(
            "Senior Data Engineer",
            "Brightwater Analytics Inc.",
            "Chicago, IL",
            "Jan 2022 – Present",
            "2022-01",
            None,
            (
                (
                    "Designed an event pipeline in Kafka and Flink that handles 4 billion events"
                    " a day at 99.95% availability"
                ),
                "Cut warehouse cost from $48k to $19k a month by moving cold tables to Iceberg",
            ),
        ),
        Stay(
            "Data Engineer",
            "Pinecrest Outdoor Co.",
            "Gary, IN",
            "Jul 2016 – Dec 2021",
            "2016-07",
            "2021-12",
            (
                "Migrated 140 Airflow jobs from EC2 to Kubernetes without a missed report",
                "Introduced dbt tests; broken dashboards dropped by 60%",
                "Built a route planner in Python that 85 drivers use every day",
            ),
        ),
    ),
    studies=(
        Study("M.S. in Computer Science", "Cedar Valley University", "2014 – 2016", "2014", "2016"),
        Study("B.S. in Mathematics", "Lakeshore College", "2010 – 2014", "2010", "2014"),
    ),
    skills=("Python", "SQL", "Kafka", "Airflow", "PostgreSQL", "Docker"),
    languages=(("English", "native"), ("Swedish", "fluent")),
)

HARBOUR = Life(
    name="Ivo Castellanos",
    headline="Port Operations Manager",
    email="ivo.castellanos@example.cl",
    phone="+56 32 255 0147",
    place="Valparaíso, Chile",
    link="https://ivo.example.cl",
    summary="Manager of ports and of the people who run them, used to night shifts, strikes and"
    " storms, with budgets kept and nobody hurt.",
    stays=(
        Stay(
            "Port Operations Manager",
            "Astillero Norte S.A.",
            "Valparaíso, Chile",
            "03/2019 - 08/2024",
            "2019-03",
            "2024-08",
            (
                "Managed a crew of 48 across two shifts, with a budget of $2.4 million",
                "Reduced the turnaround of container ships by 18%",
            ),
        ),
        Stay(
            "Shift Supervisor",
            "Terminal Pacífico Sur",
            "San Antonio, Chile",
            "11/2014 - 02/2019",
            "2014-11",
            "2019-02",
            (
                "Planned berths for 30 ships a month and kept the log of every one of them",
                "Trained 12 crane operators on new equipment",
            ),
        ),
    ),
    studies=(
        Study("Bachelor in Business", "Universidad de la Costa", "2009 – 2013", "2009", "2013"),
    ),
    skills=("SAP", "Excel", "Logistics", "Negotiation"),
    languages=(("Spanish", "native"), ("English", "C1")),
)
