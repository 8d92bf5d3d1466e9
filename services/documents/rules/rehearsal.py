"""A résumé and a job of nobody: read once at the start, so that no list is compiled later."""

from datetime import date

REHEARSED_ON = date(2024, 1, 1)

RESUME = """\
Nobody Atall
Backend Engineer
Leeds, UK | nobody@example.org | +44 20 7946 0000 | github.com/nobody

Summary
I build services in Python and have led a team of 4 engineers for two years.

Experience
Senior Backend Engineer, Example Works Ltd, Leeds
March 2019 - present
- Cut the error rate from 9 % to 2 % with Docker and PostgreSQL, and saved $ 40,000 a year.
- Helped the team that runs Kafka; we lost no order, and sales rose by a third.
Technologies: Python, Go, Redis

Education
BSc Computer Science, University of Leeds, 2012 - 2015

Projects
Timetable, 2018
- Wrote a planner in Rust for 300 users.

Volunteering
Mentor, Code Club, 2016 - 2017
- Taught 12 pupils.

Skills
Python, SQL, Kubernetes; learning Rust

Certifications
AWS Certified Developer, 2021; Scrum Master

Languages
English (native), German (B2)

Interests
Rowing
"""

JOB = """\
Backend Engineer
Example Works Ltd, Leeds, full time, £ 50,000 a year

What you will do
- Design and run services together with product managers.

What you bring
- At least 3 years of experience with Python or Go; a degree in computer science
- Fluent English, a driving licence, and the right to work in the UK
- Good communication; Kubernetes is a plus

What we offer
- 25 days of holiday and a pension
"""
