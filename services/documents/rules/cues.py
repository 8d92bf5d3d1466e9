"""Words by which a job description says how much it wants something, and what kind of thing."""

import re
from collections.abc import Iterator

from contracts.analysis import RequirementKind, Seniority, Strength

_NUMBERS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
]
_NUMBER = rf"(?:\d{{1,2}}(?:\.\d)?|{'|'.join(_NUMBERS)})"
_YEARS = re.compile(
    rf"\b(?P<low>{_NUMBER})\s*(?:\(\d{{1,2}}\)\s*)?(?:\+|plus\b|or more\b)?\s*"
    rf"(?:(?:-|–|to|or)\s*{_NUMBER}\s*\+?\s*)?(?:full\s+)?(?:years?|yrs?)\b(?!\s+(?:old|of age|term))",
    re.IGNORECASE,
)
_NOT_ASKED = re.compile(
    r"\b(?:contract|fixed|founded|for over|more than \w+ years ago|history|not to exceed|we have)\b",
    re.IGNORECASE,
)

_BONUS = re.compile(r"\b(?:bonus points?|extra credit|brownie points?)\b", re.IGNORECASE)
_NICE = re.compile(
    r"\b(?:nice to have|preferred|preferabl[ey]|desir(?:able|ed)|(?:is|are|be|a|strong|big|huge) plus"
    r"|advantage(?:ous)?|asset|ideally|optional(?:ly)?|good to have|would be (?:great|nice|helpful)"
    r"|familiar(?:ity)? with|exposure to|(?:an )?interest in|bonus)\b",
    re.IGNORECASE,
)
_MUST = re.compile(
    r"\b(?:must(?: have)?|required|requires?|essential|mandatory|minimum|at least|needed)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:experience[ds]?|proficien\w+|knowledge|understanding|expertise|ability to|able to"
    r"|skills?|skilled|degree|fluen(?:t|cy)|certifi\w+|licen[cs]\w+|background in|track record"
    r"|familiar\w*|comfortable|must have|you have|you bring|required|grasp|command of|years)\b",
    re.IGNORECASE,
)
_NOT_A_REQUIREMENT = re.compile(
    r"\b(?:applicants? must (?:provide|submit|include)|resumes?|cover letter|disqualif\w+|submit"
    r"|application (?:form|process)|qualifications are based|following requirements:?$"
    r"|equal opportunity|regardless of|do(?:es)? not discriminate|the following)\b",
    re.IGNORECASE,
)

_DEGREE = re.compile(
    r"\b(?:bachelor\w*|master['’]?s(?! of ceremonies)|ph\.?d|doctorate|degree(?! of)|diploma|b\.?sc|m\.?sc"
    r"|b\.?a\.?(?= in)|m\.?b\.?a|ged|high school|a[- ]levels?|university education|undergraduate"
    r"|graduate of)\b",
    re.IGNORECASE,
)
_DEGREE_PHRASE = re.compile(
    _DEGREE.pattern + r".*?(?=;|\. |\band (?=\d|at least)|\bwith (?=\d|at least)|\bplus (?=\d)|$)",
    re.IGNORECASE | re.DOTALL,
)
_GATES = (
    (
        RequirementKind.LOGISTICS,
        re.compile(
            r"\b(?:authori[sz]ed to work|work authori[sz]ation|work permit|right to work|visa\b"
            r"|sponsorship|(?:u\.?s\.? )?citizen(?:ship)?s?\b|permanent residen\w+|green card"
            r"|(?:security|sc|dv|ts/sci) clearance|public trust|background (?:check|investigation)"
            r"|drug (?:test|screen)\w*|dbs check|willing(?:ness)? to (?:travel|relocate)"
            r"|ability to (?:travel|relocate)|travel (?:required|up to)|on[- ]?site|relocat\w+"
            r"|shift work|night shifts?|weekends?|lift (?:up to )?\d+|\d+ (?:lbs|pounds)"
            r"|18 years (?:of age|old|or older))\b",
            re.IGNORECASE,
        ),
    ),
    (
        RequirementKind.CERTIFICATION,
        re.compile(
            r"\b(?:driv(?:er|ing)['’]?s? licen[cs]e|(?:valid|current|active|state) .{0,30}licen[cs]\w+"
            r"|licensure|licensed (?:as|to|in|by)|registered nurse|rn licen[cs]e"
            r"|professional registration|registered with|nmc|bar admission|admitted to the bar"
            r"|teaching (?:licen[cs]e|certificate|credential)|qts|cdl)\b",
            re.IGNORECASE,
        ),
    ),
)
_LANGUAGES = (
    "english|german|french|spanish|italian|portuguese|dutch|polish|swedish|danish|norwegian|finnish"
    "|czech|hungarian|romanian|greek|turkish|russian|ukrainian|arabic|hebrew|hindi|urdu|bengali"
    "|mandarin|cantonese|chinese|japanese|korean|vietnamese|thai|indonesian|tagalog|swahili"
)
_LANGUAGE = re.compile(
    rf"\b(?:fluen(?:t|cy)|native|bilingual|proficien\w+|spoken|written|speak\w*|command|c1|c2|b2"
    rf"|professional|working knowledge)\b.{{0,40}}\b(?P<first>{_LANGUAGES})\b"
    rf"|\b(?P<second>{_LANGUAGES})\b.{{0,20}}\b(?:fluen\w+|native|language|speaker|c1|c2|b2"
    rf"|proficien\w+|required|preferred)\b",
    re.IGNORECASE | re.DOTALL,
)
_FIELD = re.compile(
    r"\byears?['’]?(?: of)?(?! (?:professional |relevant |related |prior |previous |full[- ]time |paid |hands[- ]on "
    r"|industry |overall |total )*(?:work(?:ing)?(?: |\b)|employment)*(?:experience)?\W*$).{0,40}?"
    r"\b(?:in|with|as|of|using|building|managing|leading|developing|teaching|selling|designing)\b"
    r"\s+\w",
    re.IGNORECASE | re.DOTALL,
)
_CERTIFIED = re.compile(r"\b(?:certified|certifications?|accredit\w+|chartered)\b", re.IGNORECASE)

_SENIORITY = (
    (
        Seniority.LEAD,
        (
            r"lead|principal|staff (?:\w+ )?(?:engineer|developer|designer|scientist)|head of|director"
            r"|vp|vice president|chief|gs-1[45]"
        ),
    ),
    (Seniority.SENIOR, r"senior|sr\.?|experienced|gs-1[23]"),
    (
        Seniority.ENTRY,
        (
            r"junior|jr\.?|entry[- ]level|graduate|intern(?:ship)?|trainee|apprentice|werkstudent"
            r"|early career|gs-[579]"
        ),
    ),
    (Seniority.MID, r"mid[- ]?level|intermediate|mid[- ]senior"),
)


def years_asked(clause: str) -> float | None:
    """The least number of years that the clause asks for; of a range its lower end."""
    if _NOT_ASKED.search(clause):
        return None
    found = [_number(match["low"]) for match in _YEARS.finditer(clause)]
    return max(found, default=None)


def strength_of(clause: str, fallback: Strength) -> Strength:
    """What the clause itself says; where it says nothing, or both, what its heading says.

    "Familiarity with" asks for less than experience, so it is nice to have, not a must.
    """
    if _BONUS.search(clause):
        return Strength.BONUS
    if fallback is Strength.MUST and _NICE.search(clause) and not _MUST.search(clause):
        return Strength.NICE
    return fallback


def asks(clause: str) -> bool:
    """Whether a sentence outside any list of requirements asks for something."""
    return bool(_ASKS.search(clause)) and not is_about_applying(clause)


def is_about_applying(clause: str) -> bool:
    return _NOT_A_REQUIREMENT.search(clause) is not None


def gate_of(clause: str) -> RequirementKind | None:
    """The kind of gate that the clause is: shown with its status and never scored."""
    if _DEGREE.search(clause):
        return RequirementKind.EDUCATION
    return next((kind for kind, words in _GATES if words.search(clause)), None)


def degree_phrases(clause: str) -> Iterator[tuple[int, int]]:
    """Where the clause speaks of degrees and their subjects, which are no skills to be shown."""
    for match in _DEGREE_PHRASE.finditer(clause):
        yield match.span()


def language_of(clause: str) -> str | None:
    """The spoken language that the clause asks for, in lower case."""
    found = _LANGUAGE.search(clause)
    return (found["first"] or found["second"]).lower() if found else None


def names_a_field(clause: str) -> bool:
    """Whether the years are asked of something in particular, not of work in all."""
    return _FIELD.search(clause) is not None


def is_certification(clause: str) -> bool:
    return _CERTIFIED.search(clause) is not None


def seniority_of(title: str) -> Seniority:
    for seniority, words in _SENIORITY:
        if re.search(rf"\b(?:{words})(?!\w)", title, re.IGNORECASE):
            return seniority
    return Seniority.UNKNOWN


def _number(word: str) -> float:
    word = word.lower()
    return float(_NUMBERS.index(word) + 1) if word in _NUMBERS else float(word)
