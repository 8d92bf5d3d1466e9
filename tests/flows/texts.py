"""An invented person's résumé, the job she wants, and what she says in the interview."""

RESUME = """Imke Solberg
imke.solberg@example.org | +47 22 12 34 56 | Oslo
https://example.org/imke

Summary
Backend engineer who keeps payment systems calm.

Experience
Senior Backend Engineer, Nordlys Pay
March 2020 - present
- I led a team of 5 engineers and moved the ledger to PostgreSQL, which cut settlement time by 40 %.
- I wrote Python services with RabbitMQ and Docker for 200,000 users.

Backend Engineer, Fjord Books
January 2016 - February 2020
- We built REST APIs in Python and Flask.
- I reduced the cloud bill from 9000 EUR to 5000 EUR a month.

Education
BSc Computer Science, University of Oslo, 2012 - 2015

Skills
Python, PostgreSQL, RabbitMQ, Docker, Kubernetes, Git, REST

Languages
Norwegian (native), English (fluent)
"""

JOB = """Senior Backend Engineer
Harbour Lights AS

What you will do
- Design and run Python services that move money
- Lead a small team and mentor engineers
- Work with product managers to plan releases

Requirements
- 5+ years of experience with Python
- Strong PostgreSQL
- Experience with message queues such as RabbitMQ or Kafka
- You must have the right to work in Norway

Nice to have
- Kubernetes
- Terraform
"""

ANSWERS = (
    (
        "At Nordlys Pay our settlement job missed its deadline every night. "
        "I measured each step, because guessing had failed twice, and found a lock. "
        "I rewrote the job to work in batches, and settlement time fell by 40 %. "
        "Looking back I would have measured first."
    ),
    (
        "When two engineers disagreed about the queue, I asked both what they feared most. "
        "I chose RabbitMQ over Kafka because we needed routing more than replay; "
        "the price was less history. As a result we shipped in 6 weeks instead of 10."
    ),
    (
        "I led a team of 5 through a migration. "
        "I planned it in four steps so that each could be undone. "
        "We had 0 minutes of downtime, and 200,000 users noticed nothing."
    ),
    (
        "Last year our payment partner changed its file format two days before the month closed. "
        "I called them, got a sample and wrote a Python reader for both formats, "
        "because we could not tell which one would come. "
        "The price was a week with two readers to keep alive. "
        "In the end no payment was late, where before such a change cost us 3 days."
    ),
    (
        "At Fjord Books our cloud bill was growing every month and nobody knew why. "
        "I tagged every machine, asked each team what it still used and shut the rest down. "
        "The bill went from 9000 EUR to 5000 EUR a month. "
        "I learned to name an owner for everything that costs money."
    ),
    (
        "In 2021 I joined a team that released by hand, and I had never used Terraform. "
        "I read the manual, built a small copy of our servers with it and showed two colleagues, "
        "so that they could find my mistakes before our customers did. "
        "As a result we released 4 times a week instead of 1. "
        "Next time I would ask for help on the first day."
    ),
)

MARKED_JOB = """Senior {role} Engineer
{company} AS, {town}

About us
We make {about} for harbours.

What you will do
- Design and run Python services that move {duty}
- Lead a small team and mentor engineers

Requirements
- 5+ years of experience with Python
- Strong PostgreSQL and {requirement}
- You must have the right to work in {country}

Nice to have
- Kubernetes and {nice}

Write to {recruiter}@example.org.
"""
"""One whose names are to be filled in."""
