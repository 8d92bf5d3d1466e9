"""What somebody is called, however they write it: with a rank, a nickname, a particle, letters."""

import pytest

from tests.documents.reading import a_resume

BELOW = """
Plainville | 555-0102 | someone@example.org

EXPERIENCE

Baker, Mill Lane Bakery, 2019 - 2021
- Baked.
"""


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Sgt Maria Lopez", "Maria Lopez"),
        ("Capt. John Rivers", "John Rivers"),
        ("Lt. Col. Hank Dow", "Hank Dow"),
        ("WO2 (Ret'd) Owen J. Pettit", "Owen J. Pettit"),
        ("SSG Amy Polk, US Army (Ret.)", "Amy Polk"),
        ("Dr med. Anna Weiss", "Dr med. Anna Weiss"),
        ("Dr. rer. nat. Anna Weiss", "Dr. rer. nat. Anna Weiss"),
        ("Prof. Dr. Lena Voss", "Prof. Dr. Lena Voss"),
        ("Dipl.-Ing. Karl Hohn", "Dipl.-Ing. Karl Hohn"),
        ("Ms Priya Nair", "Priya Nair"),
        ("Anna Weiss, M.A.", "Anna Weiss"),
        ("PRIYA VAN DER MEER, MRSC", "PRIYA VAN DER MEER"),
        ("LOPEZ GARCIA, MARIA", "LOPEZ GARCIA, MARIA"),
        ("Li Wei (Leo)", "Li Wei (Leo)"),
        ("Xiaoming (Sean) Zhou", "Xiaoming (Sean) Zhou"),
        ('Robert "Bob" Ashby', 'Robert "Bob" Ashby'),
        ("Robert “Bob” Ashby", "Robert “Bob” Ashby"),
        ('Siobhán ("Shiv") Mac Bhríde', 'Siobhán ("Shiv") Mac Bhríde'),
        ("d'Angelo Russo", "d'Angelo Russo"),
        ("Maria d’Avila", "Maria d’Avila"),
        ("'t Hooft Anna", "'t Hooft Anna"),
        ("Mohammed al-Rashid", "Mohammed al-Rashid"),
        ("Zoe\u0301 Le\u0301vesque", "Zoé Lévesque"),
        ("Ade\u0301ba\u0301yo\u0323\u0300 Ọlá", "Adébáyọ̀ Ọlá"),
        ("Mag Eva", "Mag Eva"),
        ("Major Tom Baxter", "Major Tom Baxter"),
        ("Gen Tanaka", "Gen Tanaka"),
    ],
)
def test_a_name_is_read_as_one_writes_it(line: str, name: str) -> None:
    read = a_resume(line + BELOW)

    assert read.contact.name is not None
    assert read.contact.name.value == name


@pytest.mark.parametrize("line", ["open to work", "what i bring", "baker and cook"])
def test_a_line_without_capitals_is_no_name(line: str) -> None:
    read = a_resume(line + BELOW)

    assert read.contact.name is None or read.contact.name.value != line
