"""The facts of one entry of schooling, as far as its lines have told them."""

from dataclasses import dataclass

from services.documents.rules.resume.dates.periods import Period
from services.documents.rules.resume.layout.lines import Range


@dataclass(frozen=True)
class Facts:
    """`subject` is what one may study, `unknown` has no word of a degree, a school or a subject:

    it is the school where nothing else is, and a `town` is where nothing else is either.
    `is_bare` where the degree does not say what it is in, `is_apart` where a gap stands before.
    """

    degree: Range | None = None
    school: Range | None = None
    period: Period | None = None
    unknown: Range | None = None
    subject: Range | None = None
    town: Range | None = None
    is_bare: bool = False
    is_graded: bool = False
    is_apart: bool = False

    def is_led_by(self, text: str, school: Range) -> bool:
        """Whether the school stands on a line above its degree, so that others may follow."""
        return self.degree is None or "\n" in text[school[0] : self.degree[0]]

    def plus(self, other: "Facts") -> "Facts":
        """Both together; what this one knows already stays. What stands above a degree gave it."""
        is_below = other.degree is not None and self.degree is None
        gave = self.unknown or (None if other.is_bare else self.subject)
        return Facts(
            self.degree or other.degree,
            self.school or other.school or (gave if is_below else None),
            self.period or other.period,
            self.unknown or other.unknown,
            self.subject or other.subject,
            self.town or other.town,
            self.is_bare if self.degree else other.is_bare,
            self.is_graded or other.is_graded,
            self.is_apart,
        )

    def lacks(self, other: "Facts") -> bool:
        """Whether the other says only what is missing here."""
        is_dated = self.period is not None and other.period is not None
        if self.is_whole and is_dated and other.school:
            return False
        is_other = self.named is not None and other.provider is not None
        is_told = self.degree or (is_dated and (is_other or self.is_about_subject))
        is_new = not (is_told and other.degree) and not (self.school and other.school)
        says = bool(other.degree or other.school)
        if not says and other.named:
            is_open = not (self.named or (self.school and self.period))
            is_of_school = self.school is not None and other.subject is not None
            return (self.degree is not None or is_of_school) and is_open
        return is_new and (says or self.period is None)

    @property
    def named(self) -> Range | None:
        """A name of which no word says what it is."""
        return self.unknown or self.subject

    @property
    def provider(self) -> Range | None:
        """Who gave it: a school by its word, else a name beside what was learned."""
        if self.school or not (self.degree or self.is_about_subject):
            return self.school
        is_said = self.is_bare or self.degree is None
        return self.unknown or (None if is_said else self.subject)

    @property
    def is_about_subject(self) -> bool:
        """Whether it tells what was studied, with a date or a school, and no degree's name."""
        is_told = self.is_graded or self.town or self.unknown
        is_dated = self.period is not None and is_told
        is_named = self.subject is not None and self.degree is None
        return is_named and bool(self.school or is_dated)

    @property
    def is_whole(self) -> bool:
        return self.degree is not None and bool(self.school or self.named) and bool(self.period)
