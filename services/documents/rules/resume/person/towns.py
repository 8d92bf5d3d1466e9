"""What the name of a town looks like, and what stands beside one: postcodes, mail and numbers."""

import re

from phonenumbers import SUPPORTED_REGIONS

from services.documents.rules.resume.layout.lines import Line
from services.documents.rules.resume.roles.naming import is_department
from services.documents.rules.wording import (
    degree,
    employer_weight,
    is_subject,
    school_weight,
    title_weight,
)

_MOST_WORDS_OF_TOWN = 3
_MOST_PARTS = 2
_MOST_NAMES = 3
"""Before a country: a town, its county and its region."""
_CODES = SUPPORTED_REGIONS - {"AI", "AR", "BI", "HR", "IT", "ML", "PM", "PR", "QA", "TV"}
"""Of countries, without those that may be of trades: "Games - QA"."""
_DASH = re.compile(r"[-–—/]\s*[A-Z]{2}$")
_BEFORE_CODE = re.compile(r"\s*[,()]\s*|\s*[-–—/]\s*(?=[A-Z]{2}$)")
_LETTERS = 4
"""Of capitals so few may be letters behind a name."""

OTHER = re.compile(
    r"\S+@\S+|(?:https?://|www\.)\S+|\S+\.(?:com|org|net|io|de|uk|fr|me)(?:/\S*)?(?=\W|$)"
    r"|(?<![\w/])[+(]{0,2}\d[\d ()./-]{6,}\d(?!\w)"
    r"|\b(?:[AELMPTW]|mob(?:ile)?|tel|phone|e-?mail)\b\s*[.:]|(?<!\w)\([a-z]\)(?=\s)"
    r"|[,(]\s*(?:open|willing|happy|ready|prepared) to\b[^|•·;\n]*|\(relocat\w+[^)\n]*\)",
    re.IGNORECASE,
)
"""Mail, links, numbers, their labels, and what one would do: a place may stand beside them."""
ENDS = " \t\n,;:|·•–—-/"
POSTCODE = re.compile(
    r"(?<!\w)(?:[A-Z]{1,2}\d[A-Z\d]?(?: ?\d[A-Z]{2})?|(?:[A-Z]{1,2}-)?\d{5}(?:-\d{3,4})?"
    r"|\d{4} ?[A-Z]{2}|\d{4}-\d{3}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\(\d{2,3}\))(?!\w)"
)
_ANYWHERE = re.compile(r"(?:remote|hybrid|anywhere|worldwide|on-?site|flexible)\b", re.IGNORECASE)
MOVING = re.compile(
    r"\b(?:relocat\w+|willing to (?:move|relocate|travel)|umzugsbereit|mobilit[ée]|will travel"
    r"|moving to)\b",
    re.IGNORECASE,
)
_TOWN = re.compile(r"[A-ZÀ-ÞŁŚŻŠČŽ][\w'’.-]+(?:[ -](?:[a-z]{2,4}[ -])?[\w'’.-]+){0,3}")
_NO_TOWN = re.compile(
    r"\b(?:linkedin|github|gitlab|portfolio|website|twitter|instagram|facebook|xing|skype|cv|resume"
    r"|blog|driv\w+|licen[cs]e|permis|carn[ée]|f[üu]hrerschein|born|married|single|visa|citizen\w*"
    r"|national\w*|british|clear\w*|available|page|references|behance|dribbble|orcid|medium"
    r"|e-?mail|phone|tel|telephone|mobile|cell|web|url|address|location"
    r"|residence|home|based|mail|where|the|vitae|lebenslauf)\b",
    re.IGNORECASE,
)


def says_address(line: Line) -> bool:
    return OTHER.search(line.text) is not None


def is_in_country(said: str) -> bool:
    """Names of towns and regions and the two letters of a country: "Ghent, East Flanders, BE"."""
    codes_known = _CODES if _DASH.search(said) else SUPPORTED_REGIONS
    parts = [part for part in _BEFORE_CODE.split(POSTCODE.sub("", said)) if part]
    codes = [part for part in parts if part in codes_known]
    names = [part for part in parts if part not in codes]
    is_told = len(codes) == 1 and 0 < len(names) <= _MOST_NAMES and parts[0] not in codes
    return is_told and all(map(is_like_name_of_town, names))


def is_like_town(said: str, line: Line) -> bool:
    """A few capital words, none of them of jobs, firms or pages; a region may stand behind them."""
    if len(said) > _LETTERS and said.isupper() and line.text.isupper():
        said = said.title()
    code = re.search(r"\s([A-Z]{2})$", said)
    if code and code[1] in _CODES and says_address(line) and line.start > 0:
        said = said[: code.start()]
    parts = re.split(r",\s+", said)
    return len(parts) <= _MOST_PARTS and all(map(is_like_name_of_town, parts))


def is_like_name_of_town(said: str) -> bool:
    if _ANYWHERE.match(said) or (_DASH.search(said) and said[-2:] not in _CODES):
        return False
    is_name = _TOWN.fullmatch(said) is not None and len(said.split()) <= _MOST_WORDS_OF_TOWN
    is_letters = re.search(r"[a-z][A-Z]", said) is not None or degree(said) is not None
    if not is_name or is_letters or said.isupper() or _NO_TOWN.search(said) or MOVING.search(said):
        return False
    is_work = title_weight(said) or employer_weight(said) or school_weight(said)
    return not (is_work or is_department(said) or is_subject(said))
