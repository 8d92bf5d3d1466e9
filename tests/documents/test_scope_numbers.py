"""Sizes of work, whatever stands between their thousands."""

from tests.documents.reading import a_resume

RESUME = """Mara Lindqvist
mara@example.org

EXPERIENCE
Product Manager, Harbour Portal
Jan 2018 - Present
- Ran a portal with 900\u202f000 users and a budget of €1 500 000
"""


def test_a_size_with_spaces_between_thousands_is_read_whole() -> None:
    (role,) = a_resume(RESUME).roles

    assert (role.scope.users, role.scope.money) == (900_000, 1_500_000)
