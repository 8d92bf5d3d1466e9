"""The name of the person of a résumé: which of its first lines it is, and how one says it."""

import re
from collections.abc import Iterable, Iterator, Sequence

from services.documents.rules.lexicon import plain
from services.documents.rules.resume.layout.lines import Line, Range, cells
from services.documents.rules.resume.sections.headings import section_of
from services.documents.rules.towns import is_place
from services.documents.rules.wording import degree, title_weight

MAX_NAME_WORDS = 6
MAX_PARTICLE = 2

_HANDLE = re.compile(r"[\w.+-]{2,64}(?=@[\w-])|(?<=/in/)[\w%-]{3,60}|(?<=github\.com/)[\w-]{3,60}")
_NOT_A_NAME = re.compile(
    r"\d|@|[:/\\|=]|\b(?:resume|résumé|curriculum|vitae|cv|lebenslauf|page|updated|confidential"
    r"|address|phone|email|profile|contact|summary|linkedin|github|university|street|road|avenue"
    r"|hello|i['’]m|my name)\b",
    re.IGNORECASE,
)
_PARTICLES = {
    "abu", "af", "al", "ap", "av", "ben", "bin", "bint", "binti", "da", "das", "de", "del", "dela",
    "della", "den", "der", "di", "do", "dos", "du", "e", "el", "ibn", "ibnu", "la", "las", "le",
    "los", "op", "san", "st", "t", "te", "ten", "ter", "ul", "ur", "van", "vom", "von", "wa", "y",
    "zu", "zum", "zur",
}  # fmt: skip
_CREDENTIALS = re.compile(
    r",?\s+(?:ph\.?\s?d\.?|m\.?d\.?|mba|msc|m\.?sc\.?|cpa|pmp|cfa|rn|bsn|esq\.?|p\.?e\.?|jd|dds|cissp|shrm-cp"
    r"|jr\.?|sr\.?|ii|iii|iv|\(?(?:he|she|they)/\w+\)?)(?=$|[\s,)]).*$"
    r"|,\s+(?:[\w.]{1,9}\s+){0,2}(?:army|navy|marines?|marine corps|air force|guard"
    r"|ret(?:ired|['’]d|\.))(?!\w).*$"
    r"|\s+\(ret(?:ired|['’]d|\.?)\)$",
    re.IGNORECASE,
)
_LETTERS = re.compile(
    r",\s+(?:[A-Z][A-Za-z]{0,5}[A-Z]|(?:[A-Z][a-z]{0,4}\.){1,3}[A-Z]?\.?)(?=$|[\s,(]).*$"
)
"""Letters behind a name: "Anna Weiss, M.A.", "Anna Weiss, MRSC"."""
_VOWEL = re.compile(r"[AEIOU]")
_DEGREE_BEFORE = re.compile(
    r"""^(?:(?:dr|dra|prof|mag|ing|dott|dott\.?ssa|dipl\.?-?\ ?\w{2,6})\b\.?
    (?:\ (?:med|phil|rer|nat|jur|ing|vet|dent|oec|pol|techn|habil|h\.?\ ?c|iur)\b\.?)*
    \s+)+(?=\S+\s+\S)""",
    re.IGNORECASE | re.VERBOSE,
)
"""A degree before a name is a part of it: "Dr. med. Anna Weiss"."""
_RANK = re.compile(
    r"""(?:(?:mr|mrs|ms|mx|miss|sir|dame|rev|herr|frau|sr|sra|srta|mme|mlle|m(?=\.)
    |(?:s|ss|t|m|f|c|gy|g)?sgt|sfc|ssg|msg|1sg|csm|sgm|l?/?cpl|pfc|pvt|pte|spc|maj(?=\.)
    |capt|cpt|lt|1lt|2lt|ltc|col(?=\.)|ltcol|gen(?=\.)|brig(?=\.)|cdr|lcdr|adm(?=\.)|ens(?=\.)
    |wo[12]?|cw[2-5]|po[123]?|cpo|flt|captain|sergeant|lieutenant|corporal|colonel
    |staff\ sergeant|commander|warrant\ officer)\b\.?
    (?:\ ?\(ret(?:ired|['’]d|\.?)\))?\s+)+(?=\S+\s+\S)""",
    re.IGNORECASE | re.VERBOSE,
)
"""How somebody is addressed, or their rank, before at least two names."""
_LABEL = re.compile(
    r"^\W*(?:(?:curriculum vitae|cv|r[ée]sum[ée]|lebenslauf) (?:of|for|von|de|di|du)\s+"
    r"|(?:name|full name|address|location|based in|e-?mail|phone|tel(?:ephone)?|mobile|cell|home"
    r"|adresse|wohnort|standort|ort|anschrift|telefon|handy|domicilio|direccion|citizenship)"
    r"(?:\s*[:=]\s*|\t+|[ ]{2,}))",
    re.IGNORECASE,
)
_NOBODY = {
    "bonjour", "career", "ciao", "contact", "cv", "hallo", "hello", "hey", "hi", "hola", "info",
    "job", "jobs", "kontakt", "mail", "me", "office", "ola", "post", "studio", "team", "work",
}  # fmt: skip
"""Boxes that are called by nobody's name."""
_MARKS = r"['’\u2018\"“”„«»()]"
_WORD_OF_NAME = re.compile(
    rf"{_MARKS}{{0,2}}[^\W\d_](?:[^\W\d_]|[\u0300-\u036f]|['’.-](?=[^\W\d_]))*\.?{_MARKS}{{0,2}},?"
)
"""A nickname may stand in brackets or quotes, and letters may bear marks of their own."""
_SEGMENT = re.compile(r"[^\W_]+")
_SPACED_OUT = re.compile(r"(?:[^\W\d_] ){2,}[^\W\d_](?: {2,}(?:[^\W\d_] ){2,}[^\W\d_])*")
_BEFORE_TITLE = re.compile(r"\s+[-–—]\s+|,\s+")
_NO_LETTER_OF_NAME = re.compile(r"[@\d]")
_PLACE_BEHIND = re.compile(r"\s+\(([^()]{2,40})\)$")


def name_in(text: str, lines: Sequence[Line], email: Range | None) -> Range | None:
    """The likeliest name: high up, no words of jobs in it, and in the address if there is one."""
    address = _box(text[slice(*email)]) if email else ""
    addressed = names_in_addresses(line.text for line in lines)
    best: tuple[float, Range] | None = None
    for depth, found in _candidates(text, lines, addressed):
        said = text[slice(*found)]
        parts = [part for part in plain(said).split() if len(part) > 2]
        weight = 2.0 - title_weight(said) - 0.5 * depth - (len(said.split()) == 1)
        weight += 3.0 * any(part in address for part in parts) + 0.25 * ("\n" in said)
        if best is None or weight > best[0]:
            best = (weight, found)
    return best[1] if best else None


def _box(email: str) -> str:
    """What a mail address calls its owner: "ada.fern@", or the page of "hello@adafern"."""
    local, _, domain = plain(email).partition("@")
    return domain if local in _NOBODY else local


def spoken_name(quote: str) -> str:
    """A name as one says it: on one line, letters not spaced out."""
    if _SPACED_OUT.fullmatch(quote.strip()):
        return " ".join("".join(word.split()) for word in re.split(r" {2,}", quote.strip()))
    return " ".join(quote.split())


def names_in_addresses(lines: Iterable[str]) -> str:
    """What mail addresses and profiles call their owner, plain, to look for names in."""
    said = (found.group() for line in lines for found in _HANDLE.finditer(line))
    return " ".join(plain(each) for each in said)


def _candidates(text: str, lines: Sequence[Line], addressed: str) -> Iterator[tuple[int, Range]]:
    for depth, line in enumerate(lines):
        is_whole = _SPACED_OUT.fullmatch(line.text) or _is_name_in_cells(line)
        whole = [(line.start, line.end)] if is_whole else []
        for start, end in whole or cells(line):
            found = _name_alone(text, start, _before_title(text, start, end, addressed))
            if is_like_name(text[slice(*found)]):
                yield depth, found
        below = lines[depth + 1] if depth + 1 < len(lines) else None
        if below and _goes_on_below(line, below, addressed):
            yield depth, (line.start, below.end)


def _is_name_in_cells(line: Line) -> bool:
    """First and last name beside each other, as pages with two boxes for them have."""
    parts = line.text.split("\t")
    return len(parts) == 2 and all(map(_is_one_word, parts)) and not title_weight(line.text)


def _before_title(text: str, start: int, end: int, addressed: str) -> int:
    """Where the name ends that a title, an address or a town follows: "Ada Fern – Head Baker"."""
    cut = _BEFORE_TITLE.search(text, start, end)
    if cut is None or text.count("(", start, cut.start()) > text.count(")", start, cut.start()):
        return end
    before, behind = text[start : cut.start()], text[cut.end() : end]
    is_apart = "," not in cut.group() and " " in before
    is_other = title_weight(behind) > 0 or _NO_LETTER_OF_NAME.search(behind) is not None
    return cut.start() if is_apart or is_other or _is_town(before, behind, addressed) else end


def _is_town(before: str, behind: str, addressed: str) -> bool:
    """Whether what follows two names and a comma is where they live: no address has its words."""
    if " " not in before:
        return False
    one, other = (
        any(len(part) > MAX_PARTICLE and part in addressed for part in plain(said).split())
        for said in (before, behind)
    )
    return is_place(behind) or (one and not other)


def bare(text: str, start: int, end: int) -> Range:
    """Without a label like "Name:" before it and without degrees behind it."""
    label = _LABEL.match(text[start:end])
    start += label.end() if label else 0
    credentials = _CREDENTIALS.search(text[start:end])
    stop = start + credentials.start() if credentials else end
    return start, start + len(text[start:stop].rstrip(" ,"))


def _name_alone(text: str, start: int, end: int) -> Range:
    """Without a rank before it and without letters behind it."""
    start, end = bare(text, start, end)
    behind = _PLACE_BEHIND.search(text, start, end)
    if behind and behind.end() == end and is_place(behind[1]):
        end = behind.start()
    rank = _RANK.match(text, start, end)
    start = rank.end() if rank else start
    return start, start + len(without_degrees(text[start:end]))


def without_degrees(said: str) -> str:
    """A name without what one may put behind it: "Mirela Oster, PhD", "Mirela Oster, MRSC"."""
    name = _CREDENTIALS.sub("", said)
    letters = _LETTERS.search(name)
    if letters and not _may_be_first_name(name[: letters.start()], letters[0]):
        name = name[: letters.start()]
    return name.rstrip(" ,")


def _may_be_first_name(last: str, letters: str) -> bool:
    """As in "OKAFOR, ADA"; behind two names letters of a degree are one: "ADA OKAFOR, MA"."""
    is_vowelled = last.isupper() and _VOWEL.search(letters) is not None
    return is_vowelled and not (" " in last and degree(letters))


def is_like_name(said: str) -> bool:
    """Whether it could be a name by its words: few, with capitals, none of them of addresses."""
    if _SPACED_OUT.fullmatch(said):
        return True
    parts = _DEGREE_BEFORE.sub("", said, count=1).split()
    named = [part for part in parts if plain(part) not in _PARTICLES]
    is_few = 1 <= len(named) <= MAX_NAME_WORDS >= len(parts) - len(named)
    if not is_few or _NOT_A_NAME.search(said) or is_place(said):
        return False
    if not all(_WORD_OF_NAME.fullmatch(part) for part in parts):
        return False
    return all(map(_has_capital, named))


def _has_capital(part: str) -> bool:
    """At its beginning, or behind a particle that is written together: "d'Angelo", "al-Rashid"."""
    first = _SEGMENT.findall(part)
    is_joined = len(first) > 1 and len(first[0]) <= MAX_PARTICLE
    return any(not each[0].islower() for each in first[: 1 + is_joined])


def _goes_on_below(line: Line, below: Line, addressed: str) -> bool:
    """A first name above the rest; of two words or more where the rest says that it is one:

    it begins with a particle, or stands in an address, and both are written alike. The same name
    twice, as under a picture, is no longer one, and a place above a name is none of it.
    """
    if (below.follows_gap and not _is_last_name_below(line, below)) or not _is_rest_of_name(
        below.text
    ):
        return False
    rest = plain(below.text).split()
    if is_place(line.text) or not set(rest).isdisjoint(plain(line.text).split()):
        return False
    if _is_one_word(line.text):
        return True
    both = f"{line.text} {below.text}"
    is_name = is_like_name(both) and not title_weight(line.text) and "\t" not in line.text
    is_alike = line.text.isupper() == below.text.isupper()
    is_said = rest[0] in _PARTICLES or any(len(part) > 2 and part in addressed for part in rest)
    return is_name and is_alike and is_said


def _is_last_name_below(line: Line, below: Line) -> bool:
    """Whether two paragraphs of one word each are a first and a last name, written alike."""
    are_alike = line.text.isupper() == below.text.isupper()
    are_names = _is_one_word(line.text) and _is_one_word(below.text)
    return are_alike and are_names and section_of(below.text) is None


def _is_one_word(said: str) -> bool:
    return " " not in said and "\t" not in said and len(said) > 1 and is_like_name(said)


def _is_rest_of_name(said: str) -> bool:
    """What may stand under a first name: "Linh Dang", no title and no address."""
    few = len(said.split()) <= 4 and "\t" not in said and len(said) > 1
    return few and is_like_name(said) and not title_weight(said)
