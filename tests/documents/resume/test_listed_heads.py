"""Heads of roles that are items of a list, with what was done as items below them."""

import pytest

from tests.documents.reading import a_resume

ROLES = [
    ("Ward Sister", "Northfield General Hospital", "2019-03", 2),
    ("Staff Nurse", "Birchwood House", "2015-06", 1),
]
MARKED = """\
• Northfield General Hospital\tMarch 2019 – Present
Ward Sister
- Led a team of 14 nurses on a ward
- Cut medication errors by a third
• Birchwood House\tJune 2015 – February 2019
Staff Nurse
- Cared for 20 residents by day and by night
"""
ALONE = """\
Northfield General Hospital
• March 2019 – Present
• Ward Sister
• Led a team of 14 nurses on a ward
• Cut medication errors by a third

Birchwood House
• June 2015 – February 2019
• Staff Nurse
• Cared for 20 residents by day and by night
"""
PLAIN = """\
Ward Sister, Northfield General Hospital
March 2019 – Present
• Led a team of 14 nurses on a ward
• Rewrote the rota for the winter of 2020 – 2021
Staff Nurse, Birchwood House
June 2015 – February 2019
• Cared for 20 residents by day and by night
"""


@pytest.mark.parametrize("work", [MARKED, ALONE, PLAIN])
def test_a_head_is_one_though_it_is_an_item(work: str) -> None:
    read = a_resume(f"Maren Olsdóttir\nmaren@example.org\n\nWork\n\n{work}\nSkills\nTriage\n")

    assert [
        (
            role.title and role.title.value,
            role.employer and role.employer.value,
            role.start,
            len(role.bullets),
        )
        for role in read.roles
    ] == ROLES
