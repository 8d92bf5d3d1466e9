"""What a piece of an entry's head looks like: a title, an employer, a place, a degree."""

import re
from functools import cache

from services.documents.rules.lexicon import plain, words

MAX_PLACE_WORDS = 4

_WORD = re.compile(r"[^\W_]+(?:[-+#][^\W_]+)*")
_HEAD = re.compile(
    r"\s+(?:of|for|to|in|on|at|with|und|fur|en|de|des|du|di|della|da|do|and|&)\s+|[,(/|:–—]| - "
)
_PLURAL = re.compile(r"(?<=[a-z]{3})s$")
_GENDER = re.compile(r"[*:/_](?:in|innen|r|e|frau|mann)\b", re.IGNORECASE)
_ELLIPSIS = re.compile(r"\w+-\s+(?:und|oder|u)\s+")
"""As in "Gesundheits- und Krankenpflegerin"."""
_AMONG = re.compile(r"\s*,\s*")
_NO_PLACE = re.compile(r"[@|:;]|\s[-–—]\s")
_REGION = re.compile(r"[a-z]+(?: [a-z]+)? (?:state|province|county|prefecture|district|canton)")
"""A region by what it is called: "Lagos State"."""
_AROUND = re.compile(
    r"(?:greater [a-z]+(?: [a-z]+){0,2}(?: area)?|[a-z]+(?: [a-z]+){0,3}"
    r" (?:metropolitan (?:area|region)|bay area|und umgebung|et peripherie|y alrededores"
    r"|e dintorni|e arredores|en omgeving))"
)
"""A town with what lies around it, as profiles say."""
_POSTCODE = re.compile(
    r"\b\d{4,6}(?:-\d{3,4})?\b|\b[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}\b", re.IGNORECASE
)
_UNIT = r"(?:years?|yrs?|y|months?|mos?|m|weeks?|jahre?|monate?|ans|mois)"
_DURATION = re.compile(rf"\(?\s*(?:\d{{1,2}}\+?\s*{_UNIT}\b[,\s]*){{1,2}}\)?", re.IGNORECASE)
_ENDS = r"(?=$|[\s,(])"
_DEGREE = re.compile(
    rf"""(?<![\w.])(?:
        [BM]\.?(?:SC|ENG|TECH|COM|ED|PHIL|PHARM)\b\.?|PH\.?D\b\.?
      | Ph\.?\s?D\.?|D\.?Phil\.?|(?:M\.?D|J\.?D)\.?{_ENDS}|Ed\.?D\.?|Doctor(?:ate|al)?\b
      | (?:Executive\ )?M\.?B\.?A\.?|LL\.?[BM]\.?|M\.?Phil\.?|M\.?P\.?[HA]\.?{_ENDS}
      | M\.?Sc\.?|M\.\s?[SA]\.?|M[SA]{_ENDS}|M\.?Eng\.?|M\.?Tech\.?|M\.?Ed\.?|M\.?F\.?A\.?|MCA\b
      | B\.?Sc\.?|B\.\s?[SEA]\.?|B[SEA]{_ENDS}|B\.?Eng\.?|B\.?Tech\.?|[MB]\.?Com\.?|BCA\b
      | B\.?B\.?A\.?|B\.?F\.?A\.?|B\.?Ed\.?|A\.\s?[AS]\.|AAS?{_ENDS}
      | Master(?:['’]?s)?\b|Bachelor(?:['’]?s)?\b|Associate(?:['’]?s)?\ (?:degree|of|in)\b
      | Dipl[oô]m[ae]?\b|Licen[cs]e\b|Licenciatura\b|Laurea\b|Magister\b|Staatsexamen\b|Abitur\b
      | Dipl\.-\w+\.?|Fachhochschulreife\b|Mittlere\ Reife\b|Gesellenbrief\b|Meisterbrief\b
      | Bachelier\b|Ma[iî]trise\b|Doctorat\b|Doctorado\b|Dottorato\b|Doutorado\b|Promotion\ in\b
      | (?:BTSA?|DUT|BUT|CAP|DEA|DESS|BEP|HNC|PGCE|PGDE|BTEC|S?NVQ|SVQ|HBO|MBO|FP|MRes)\b
      | (?:MPhys|MPharm|MSci|MArch|BArch|MMus|BMus|MSW|BSW|MSN|BSN|BNurs|BN|GDL|LPC|FdSc|FdA)\b
      | P[Gg]\ ?(?:D[Ii][Pp]|C[Ee][Rr][Tt])\b|(?:Cert|Dip)HE\b|PharmD\b|DPT\b|DNP\b|DBA\b
      | (?:Advanced\ )?Highers\b|Leaving\ Cert(?:ificate)?\b|Habilitation\b|Licencjat\b
      | Associate\ Degree\b|Foundation\ Degree\b|City\ (?:&|and)\ Guilds\b|B\.?Pharm\b|MBBS\b
      | [Aa][- ][Ll]evels?\b|Apprenticeship\ (?:in|as)\b|Certificate\ (?:I{{1,3}}|IV)\ in\b
      | Ausbildung\ zu[mr]?\b|Umschulung\ zu[mr]?\b|Lehre\ (?:als|zu[mr]?)\b
      | Ingenier[oa]\ |Licenciad[oa]\ en\b
      | M[aá]ster\b|T[eé]cnico\ (?:Superior\ )?e[nm]\b|Bachillerato\b|Bachiller\b|Ingegneria\b
      | Graduado\ en\b|Grado\ Superior\b|Diplomatura\b|Diplomad[oa]\b|Maestr[ií]a\b|Mag\.\s
      | Matura\b|Baccalaur[ée]at\b|Grado\ en\b
      |(?:High|Secondary)\ [Ss]chool\ (?:[Dd]iploma|[Cc]ertificate)\b
      | (?:MVB|BVSc|BVMS|BDS|MBBCh|BAMS|SSLC)\b|(?:HSC|SSC|[HS]\.S\.C\.)(?=\W|$)
      |Meister(?:schule|prüfung)\b
      | Higher\ Secondary\b(?!\ School)
      | (?:MChem|MMath)\b
      | GED\b|A-Levels?\b|GCSEs?\b|Certificate\ (?:in|of)\b|HND\b|(?:Minor|Major)\ in\b
      | Dr\.[ -](?:(?:rer|phil|med|iur|jur|oec|theol|agr|vet|dent)\.|Ing\.)(?:\ (?:nat|pol|med)\.)*
      | Level\ [2-8]\ (?=[A-Z])|(?:\d\ )?Standard\ Grades\b|[Oo][- ][Ll]evels?\b
      | (?:(?:First|Second|Third)[- ][Cc]lass\ |Honou?rs\ |Joint\ )?[Dd]egree\ in\b
      |(?:2:[12]|First)\ in\b
      | [Ii]n[żz]ynier\b|[Mm]agister\b|Magisterium\b|Kandidate?xamen\b|Masterexamen\b
      |Civilingenj[öo]r\b
      | Bachelorgrad\b|Mastergrad\b|Cand\.\ ?\w+\.?|Maisteri\b|Kandidaatti\b|Ylioppilas\w*
      |Doctorandus\b
      | Maturita\b|Bakal[áa][řr]\b|Magistr\b|In[žz]en[ýy]r\b|[ÉE]retts[ée]gi\b
      |(?:Y[üu]ksek\ )?[Ll]isans\b
      | Licen[țţt][ăa]\b|Masterat\b|Bacalaureat\b|P[óo]s-[Gg]radua[çc][ãa]o\b|Postgrado\b
      |Graduada\ en\b
      | CAPES\b|Agr[ée]gation\b|Bac(?:\ pro(?:fessionnel)?\b|\+[2-8])|BPJEPS\b|Fachabitur\b
      |Realschulabschluss\b
      | Hauptschulabschluss\b|Meister\ (?:im|in)\b|Бакалавр\w*|Магистр\w*|Магістр\w*|Πτυχίο
      | BACHELOR(?:['’]?S)?\b|MASTER['’]?S\b|MASTER\ (?:OF|IN)\b|DOCTOR(?:ATE|\ OF)\b|DIPLOMA\b
      | ASSOCIATE(?:['’]?S)?\ (?:DEGREE|OF|IN)\b|HIGH\ SCHOOL\ DIPLOMA\b|CERTIFICATE\ (?:OF|IN)\b
      | Ensino\ M[ée]dio\b|Mast[èe]re\b|(?:10|12)th\ (?:Standard|Grade|Class)\b
      |Class\ (?:XI?I?|10|12)\b
      |(?:[A-Z][a-z]+\ )*School\ Certificate\b
      | (?:[A-Z]+\ )*SCHOOL\ CERTIFICATE\b|(?:Exchange|Study)\ (?:[Ss]emester|[Yy]ear|[Aa]broad)\b
      | (?:Semester|Year)\ [Aa]broad\b|Erasmus\b|Auslandssemester\b|Ann[ée]e\ [Ee]rasmus\b
      | Nanodegree\b|Ing\.|Ingenier[íi]a\b|Bacharel\w*|Mestrado\b|Vordiplom\b
    )""",
    re.VERBOSE,
)

_SUBJECT = re.compile(
    r"(?:sciences?|engineering|studies|studien|arts?|[a-z]ics|[a-z]og(?:y|ie|ía|ia)|hist(?:ory|oire|oria)"
    r"|law|jura|droit|derecho|medicine|medizin|nursing|management|administration|business|design"
    r"|music|musik|finance|education|accounting|communications?|journalism|marketing|languages?"
    r"|literature|philosophy|chemistry|architecture|geography|planning|technology|informatik"
    r"|wissenschaft\w*|technik|wesen|economía|econom[íi]a|ingenier[íi]a|informatique|gestion"
    r"|computing|intelligence|security|networks?|robotics|systems|hospitality|tourism|theology"
    r"|policy|relations|statistics|maths?"
    r"|painting|sculpture|illustration|photograph[yi]\w*|films?|theatre|drama|dance|textiles"
    r"|fashion|animation"
    r"|midwifery|nutrition|dentistry|pharmacy|horticulture|agriculture|forestry|surveying"
    r"|carpentry|joinery"
    r"|plumbing|bricklaying|welding|classics|social work|childcare|counselling|public health"
    r"|commerce|banking"
    r"|writing|translation|interpreting|maschinenbau|[bv]wl|architektur|pflege|soziale arbeit"
    r"|germanistik"
    r"|p[äa]dagogik|enfermer[íi]a|pedagog[íi]a|contabilidad|administraci[óo]n|lettres|langues"
    r"|budownictwo"
    r"|zarz[ąa]dzanie|informatyka|prawo|ekonomia|filologia|giurisprudenza|lettere|economia)\b",
    re.IGNORECASE,
)
"""How the fields of study end in which one takes a degree."""
_STATE = re.compile(r"(?:MA|MD|MS)(?=\s*(?:$|[,;|()\n\t]|\d))")
"""Letters of a degree that are those of a state too."""

_EMPLOYER_COMPOUNDS = (
    "krankenhaus", "klinik", "klinikum", "schule", "werke", "verlag", "gesellschaft", "stiftung",
    "zentrum", "sparkasse", "apotheke", "backerei", "brauerei", "kanzlei", "verein", "institut",
)  # fmt: skip
"""Employers that German writes as the end of one long word."""

_SCHOOLS = (
    "schule", "schulen", "gymnasium", "akademie", "universitat", "hogeschool", "universiteit",
    "skole", "skolen", "skola", "skolan", "universitet", "universitetet", "yliopisto",
    "uniwersytet",
)  # fmt: skip
"""Schools that other languages write as the end of one long word: "Krankenpflegeschule"."""


_MAKERS = ("seller", "keeper", "maker", "worker")
"""English too writes some jobs as the end of a longer word: "Bookseller"."""


def title_weight(piece: str) -> int:
    """2 where its head noun is that of a job, 1 where another of its words is, else 0.

    Other languages put the noun first ("Gerente de tienda", "Sachbearbeiterin Einkauf"). Nobody is
    "Engineers": in the plural it is a word of firms.
    """
    said = _ELLIPSIS.sub("", plain(_GENDER.sub("", piece)))
    found = _words_of(said)
    if not found:
        return 0
    first = _HEAD.split(said, maxsplit=1)[0]
    head = _words_of(first)
    if head and _is_title(head[-1]) and not _is_plural(first):
        return 2
    if found[0] in words("foreign_titles") or found[0].endswith(_foreign_compounds()):
        return 2
    return int(any(_is_title(word) or word in words("grades") for word in found))


def employer_weight(piece: str) -> int:
    """2 where it ends, or begins, with a word of employers' names; 1 where it has one, else 0."""
    found = _words_of(piece)
    if not found:
        return 0
    begun = re.split(r"[,(–—|]| - | of | for ", plain(piece), maxsplit=1)[0]
    first = _words_of(begun)
    if first and len(first) > 1 and _is_plural(begun):
        return 2
    if (first and first[-1] in words("employers")) or found[-1] in words("employers"):
        return 2
    if found[-1].endswith(_EMPLOYER_COMPOUNDS) or (
        first and first[-1].endswith(_EMPLOYER_COMPOUNDS)
    ):
        return 2
    if len(found) > 1 and found[0] in words("leading_employers"):
        return 2
    return int(any(word in words("employers") for word in found))


def is_place(piece: str) -> bool:
    """Whether it is an address line or a place: "Austin, TX", "Seoul, S.Korea", "Remote"."""
    if len(piece) > 60 or _NO_PLACE.search(piece) or not piece.strip():
        return False
    if _AROUND.fullmatch(plain(piece)):
        return True
    pieces = [_POSTCODE.sub("", part).strip() for part in _AMONG.split(plain(piece.strip("() ")))]
    pieces = [part for part in pieces if part]
    if not pieces or len(pieces) > 4:
        return False
    last = pieces[-1]
    if len(pieces) == 1:
        return last in words("cities") or last in words("countries")
    if any(len(part.split()) > MAX_PLACE_WORDS or _names_work(part) for part in pieces[:-1]):
        return False
    if len(pieces) > 2 and not _is_address(pieces):
        return False
    return last in _places() or _REGION.fullmatch(last) is not None


@cache
def _places() -> frozenset[str]:
    return words("regions") | words("countries") | words("cities")


def is_town(piece: str) -> bool:
    """Whether it is a town by itself, or work that has none: what may stand behind an employer."""
    return plain(piece.strip("() ")) in words("cities") - words("countries") - words("regions")


def _is_address(pieces: list[str]) -> bool:
    """Of three parts the first may be an employer: not a street, not a town in its region."""
    first, second = pieces[0], pieces[1]
    is_street = any(map(str.isdigit, first))
    return is_street or first in words("cities") or second in words("regions") - words("cities")


def _is_title(word: str) -> bool:
    return word.rpartition("-")[2] in _titles() or word.endswith(_compounds())


def _is_plural(said: str) -> bool:
    """Such as the engineers in "Qanat Consulting Engineers"."""
    last = _WORD.findall(said)[-1]
    return last not in _titles() and _PLURAL.sub("", last) in _titles()


@cache
def _titles() -> frozenset[str]:
    return words("titles") | words("foreign_titles")


@cache
def _compounds() -> tuple[str, ...]:
    """Titles that other languages write as the end of one long word: Vertriebsleiter."""
    return (*sorted(word for word in _titles() if len(word) >= 7), *_MAKERS)


@cache
def _foreign_compounds() -> tuple[str, ...]:
    return tuple(sorted(word for word in words("foreign_titles") if len(word) >= 7))


def _names_work(piece: str) -> bool:
    return title_weight(piece) == 2 or employer_weight(piece) == 2


def is_term(piece: str) -> bool:
    """Whether it says how somebody was employed, or for how long."""
    return plain(piece.strip("() ")) in words("terms") or bool(_DURATION.fullmatch(piece.strip()))


def is_language(said: str) -> bool:
    """Whether it is the name of a spoken one, with which of its kinds: "Brazilian Portuguese"."""
    name = plain(said)
    known, kinds = words("languages"), words("kinds_of_languages")
    if name in known:
        return True
    first, _, last = name.rpartition(" ")
    is_first_known = first in known
    return (last in known and (is_first_known or first in kinds)) or (
        is_first_known and last in kinds
    )


def degree(piece: str) -> re.Match[str] | None:
    """The first degree named in it; case matters, for "MA" and "Ma" are two things."""
    for found in _DEGREE.finditer(piece):
        before = piece[: found.start()].rstrip()
        if not (before.endswith(",") and is_state(before[:-1], piece[found.start() :])):
            return found
    return None


def is_state(before: str, behind: str) -> bool:
    """Whether letters behind a comma are those of a state and not of a degree: "Amherst, MA".

    Then a name stands before them, and not what one may study, nor who gave it.
    """
    if not _STATE.match(behind):
        return False
    named = re.split(r"[,;|\n\t]", before)[-1].strip()
    is_learned = is_subject(named) or school_weight(named) or _DEGREE.search(named)
    return named[:1].isupper() and not is_learned


def is_subject(said: str) -> bool:
    """Whether it is what one may study."""
    return _SUBJECT.search(said) is not None or is_language(said)


def school_weight(piece: str) -> int:
    """How much it looks like a school: 1 where it has a word of one."""
    parts = [part for word in _words_of(piece) for part in word.split("-")]
    return int(any(part in words("schools") or part.endswith(_SCHOOLS) for part in parts))


def _words_of(piece: str) -> tuple[str, ...]:
    """Plain words, plural forgotten where only the singular is known."""
    known = _titles() | words("employers")
    found = []
    for word in _WORD.findall(plain(piece)):
        single = _PLURAL.sub("", word)
        found.append(single if word not in known and single in known else word)
    return tuple(found)
