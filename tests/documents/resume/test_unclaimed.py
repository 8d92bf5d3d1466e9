"""What a résumé names without claiming to know it shows no skill."""

from tests.documents.reading import a_resume

TOP = """Ada Fernweh
ada@example.org | LinkedIn | GitHub

EXPERIENCE

Baker, Corner Mill   2019-01 – 2021-06
• Planned the night shift
"""


def skills_of(more: str) -> set[str]:
    return {skill.id for skill in a_resume(f"{TOP}\n{more}\n").skills}


def test_a_hobby_on_a_line_of_its_own_among_skills_is_none() -> None:
    said = skills_of("SKILLS\nTools: Excel, Python\nInterests: Gardening, Photography, Chess")

    assert {"excel", "python"} <= said
    assert not {"groundskeeping", "photography"} & said


def test_the_site_of_ones_page_is_no_skill() -> None:
    assert not {"github", "git"} & skills_of("SKILLS\nExcel")
    assert "github" in skills_of("SKILLS\nExcel, GitHub, Python")
