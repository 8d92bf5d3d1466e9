"""What goes into the bank of stories from a résumé."""

from services.feedback.rules.bank import lines_of
from tests.feedback.test_beside import facts


def test_a_line_of_a_resume_is_one_line_wherever_its_page_was_broken() -> None:
    (told,) = lines_of(facts("Cut the waiting time\nfrom 74 to 41 minutes"))

    assert told.text == "Cut the waiting time from 74 to 41 minutes"
