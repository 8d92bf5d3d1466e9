"""Words that stand for somebody in a résumé: none of them is in what would be sent of it."""

import re

from services.documents.adviser import resume_questions
from tests.documents.advised import ANALYST, a_source

CANARIES = ("Quillon", "Tarrabee", "Vexley", "Marlstone", "Brackwick", "Ombersley", "Finchley")
"""Words that stand for somebody in the résumé: none of them is a word of the trade."""

RESUME = """Quillon Tarrabee
quillon.tarrabee@example.org | +47 22 98 76 54 | 17 Ombersley Quarry Road, Brackwick
https://example.org/quillon

Summary
Backend engineer, called Quillon by everybody, born 12 March 1991, who keeps payments calm.

Experience
Senior Backend Engineer, Vexley Marlstone Software GmbH
March 2020 - present
- I led a team of 5 engineers and moved the ledger of Vexley Marlstone to PostgreSQL.
- Reported to Odessa Finchley and wrote Python services with RabbitMQ for 200,000 users.
- On call at 0151 2345678 and as quillon.tarrabee@example.org, with badge number VX99321.

Backend Engineer, Fjord Books
January 2016 - February 2020
- We built REST APIs in Python and Flask for the Vexley shop.

Education
BSc Computer Science, University of Brackwick, 2012 - 2015

Skills
Python, PostgreSQL, RabbitMQ, Docker, Kubernetes, Git, REST
"""


def test_nobodys_name_is_in_what_would_be_sent() -> None:
    alone = ANALYST.read_resume(a_source(RESUME))

    sent = "\n".join(asked.question.text for asked in resume_questions(alone, RESUME))

    assert "wrote Python services with RabbitMQ" in sent
    assert [word for word in CANARIES if word.lower() in sent.lower()] == []
    assert not re.search(r"98 76 54|2345678|99321|1991|quillon", sent)
