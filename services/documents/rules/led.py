"""How many people somebody leads or led: by who does it to whom, not by any number of people."""

import re
from collections.abc import Iterable, Iterator

from contracts.analysis import ScopeLevel
from services.documents.rules.amounts import DIGITS, IN_WORDS, NUMBER, Size, asked, count
from services.documents.rules.carries import carries_in

HAS_NUMBER = asked(rf"\d|\b{IN_WORDS}\b")
"""Where it is not found, nobody is counted: most lines can be passed over."""

_ABOUT = r"""(?:(?:up\ to|over|about|around|roughly|nearly|almost|more\ than|at\ least|some
    |between\ \d+\ and)\ |~|c(?:a|irca)?\.?\ |\d{1,3}\s?[–-]\s?)?"""
_HEADS = rf"{_ABOUT}{NUMBER}"
_OF_PERSONS = r"""(?:supervis(?:e|es|ed|ing)|line[- ]manag(?:e|es|ed|ing)|command(?:s|ed|ing)?
    |roster(?:s|ed|ing)?)"""
"""What is done to people alone."""
_VERBS = rf"""(?:{_OF_PERSONS}|led|lead(?:s|ing)?|manag(?:e|es|ed|ing)|head(?:s|ed|ing)?
    |hired|overs(?:aw|ee|ees|een|eeing)|direct(?:s|ed|ing)|r[au]n|runs|running
    |captain(?:s|ed|ing)|responsib(?:le|ility)\ for)"""
_AND = r"(?:(?:,|\ and|\ &)\ \w+(?:ed|ing|e)){0,2}"
"""What else was done to the same: "managed and rostered"."""
_DONE = rf"\b(?:{_VERBS}{_AND}|in\ charge\ of)\s+"
_OF_HEAD = r"""\b(?:head|leader|lead|fore(?:man|woman)|supervisor|manager|captain|chief|commander
    |skipper|charge\ nurse|chef)\ (?:of|over|for|to)\s+"""
_LITTLE = r"(?:for|of|with|to|in|at|on|from|by|per|and|or|but|under|into|as)\b"
_MORE = rf"(?:(?!{_LITTLE})[\w&/'’-]+\s+)"
"""A word within what is named."""
_WORKERS = r"""(?:people|engineers?|developers?|staff|employees|nurses|teachers|designers|analysts?
    |reports?|members?|associates?|volunteers|representatives|reps|managers?|assistants?|aides
    |technicians?|interns|juniors|apprentices|drivers|carers|operators|operatives|colleagues
    |soldiers|sailors|marines|troops|recruits|cadets|officers|firefighters|paramedics|personnel
    |workers|trainees|clerks|cashiers|cooks|chefs|waiters|waitresses|guards|agents|mechanics
    |electricians|plumbers|welders|labou?rers|subordinates|contractors|consultants|specialists
    |advis[eo]rs|coordinators|scientists|researchers|programmers|testers|architects|accountants
    |recruiters|marketers|copywriters|planners|supervisors|porters|pickers|packers|fitters|joiners|carpenters|bricklayers|scaffolders
    |roofers|painters|cleaners|housekeepers|receptionists|baristas|bartenders|servers|stylists
    |therapists|dentists|doctors|midwives|pharmacists|tutors|lecturers|librarians|archivists
    |curators|tellers|lawyers|solicitors|paralegals|editors|reporters|writers|musicians|stewards
    |couriers|loaders|machinists|planners|buyers|gardeners|surveyors|inspectors|instructors
    |lifeguards|rangers|deckhands|hands|helpers|foremen|leaders|salespeople|craftsmen|tradesmen)"""
_NO_WORKERS = r"""(?:customers|users|passengers|learners|tourists|visitors|prisoners|offenders
    |campers|swimmers|attendees|participants|refugees|residents|patients|tenants|mentees|members
    |youngsters|toddlers|teenagers|applicants|readers|viewers|subscribers|players|borrowers|donors
    |competitors|detainees|riders|walkers|orders|computers|containers|trailers|tractors|boilers
    |trees|restaurants|plants|numbers|papers|letters|committees|printers|freezers)"""
_ANY_WORKERS = rf"""(?:{_WORKERS}
    |(?!{_NO_WORKERS}\b)[a-z]{{3,}}(?:ers|ors|ists|ants|ees|ians|men|women|smiths|guards))"""
_SERVED = r"""(?:pupils|students|children|kids|guests|customers|clients|patients|residents|visitors
    |tourists|passengers|participants|attendees|learners|campers|hikers|travell?ers|tenants|users
    |boys|girls|toddlers|infants|babies|teenagers|pensioners|applicants|prisoners|inmates
    |hours?|minutes?|days?|weeks?|months?|years?|beds?)\b"""
_AS_PERSONS = r"""(?!['’]|\s+(?:through|around|round|up|down|into|on\ (?:tours|walks|trips))\b
    |\s+(?!across|as|plus|versus|this|is|was|has)(?<=staff\ )[a-z]+s\b)"""
"""They are what is named, not whose something is: "30 staff rotas", "3 people's cases"."""
_TEAMS = r"(?:team|group|staff|department|squad|crew|brigade|gang|platoon|workforce)"
_PLACES = rf"""(?:{_TEAMS}s?|shifts?|sections?|units?|practices?|labs?|laboratory|offices?|branch
    |shops?|stores?|kitchen|wards?|clinic|workshop|hotel|restaurant|school|bar|salon|garage
    |warehouse|surgery|library|farm|nursery|depot|pharmacy|plant|factory|home|floor|desk|faculty)"""
_ENDS = rf"(?=\s*(?:$|[.,;:()–—]|(?:{_LITTLE}|during|who|that|across|through|each)\b))"
"""What is counted is not named: they are people."""
_PERSON = r"(?:person|people|strong|member|engineer|man|woman)"
_MINE = r"my\ (?:supervision|lead|leadership|command|direction|charge|management|responsibility)"
_LEADS_ELSEWHERE = r"""(?:leite\w*|geleitet\w*|leitung|führ(?:e|t|te|ten|en|ung)|geführt\w*
    |verantwort\w+|dirig\w+|encadr\w+|animé|supervis\w+|responsable|responsabile|lider\w+
    |coordin(?:at[oaie]|ée?|ó|ab[ao]|av[ao]|ando)\b|a\ cargo|gestion\w*|kierowa\w+|zarządza\w+)"""
_TEAM_ELSEWHERE = r"""(?:(?:teams?|gruppe|abteilung)\ (?:von|aus|mit)
    |(?:équipe|equipe|equipo|squadra|team)\ (?:de|di|d['’])|zesp(?:ołem|ół))"""
_PERSONS_ELSEWHERE = r"""(?:personen|leuten?|mitarbeite(?:r|rn|nde|nden|rinnen)|fachkräften?
    |personnes|collaborat(?:eurs|rices)|salariés|employés|agents|personas|empleados|trabajadores
    |colaboradores|pessoas|persone|collaboratori|dipendenti|osób|osobami|pracowni(?:ków|kami))"""

_LED = (
    asked(
        rf"""\b{_LEADS_ELSEWHERE}:?\s+(?:[^\W\d_][\w’']*\s+){{0,4}}?{_TEAM_ELSEWHERE}
        \s?{_HEADS}(?!\w)"""
    ),
    asked(
        rf"""\b{_LEADS_ELSEWHERE}:?\s+(?:(?:von|de|di|bis\ zu|für|jusqu['’]à|hasta)\s+)?{_HEADS}\s+
        (?:[^\W\d_]+\s+)?{_PERSONS_ELSEWHERE}\b"""
    ),
    asked(
        rf"""\b{_TEAMS}\ of\ {_HEADS}(?!\w)
        (?!\s+{_MORE}{{0,2}}{_SERVED})"""
    ),
    asked(
        rf"""{_DONE}(?:(?:a\ team\ of|(?:the|our|my|all|an?|over)(?:\ \w+['’]s)?)\ )?{_HEADS}\s+
        {_MORE}{{0,2}}{_WORKERS}\b{_AS_PERSONS}"""
    ),
    asked(
        rf"""\b{_OF_PERSONS}{_AND}\s+(?:(?:the|our|my|all)\ )?{_HEADS}\s+{_MORE}{{0,2}}
        {_ANY_WORKERS}\b{_AS_PERSONS}"""
    ),
    asked(
        rf"""{_DONE}(?:\d+|{IN_WORDS})\s+{_MORE}{{0,2}}
        (?:squads|teams|crews|platoons|units|groups|departments|shifts|sections)\s*[(,–—-]?\s*
        (?:(?:with|totall?ing|in\ (?:all|total)|together|about|over)\s+){{0,2}}{_HEADS}\s+
        {_MORE}{{0,2}}{_WORKERS}\b"""
    ),
    asked(
        rf"""(?:{_DONE}|{_OF_HEAD}|\bfor\ (?=an?\ shift)){_MORE}{{0,3}}{_PLACES}
        \ (?:of|with)\ {_HEADS}(?:\s+{_MORE}{{0,2}}{_WORKERS}\b{_AS_PERSONS}|(?!\w){_ENDS})"""
    ),
    asked(
        rf"""(?:{_DONE}|{_OF_HEAD}){_MORE}{{0,3}}{_PLACES}(?:,\ |:\ |\ ?\(|\ [–—-]\ )
        (?:with\ )?{_HEADS}\s+{_MORE}{{0,2}}{_WORKERS}\b{_AS_PERSONS}"""
    ),
    asked(rf"{_OF_HEAD}{_HEADS}\s+{_MORE}{{0,2}}{_ANY_WORKERS}\b{_AS_PERSONS}"),
    asked(rf"(?:{_DONE}|{_OF_HEAD}){_MORE}{{0,3}}{_TEAMS}s?\ \({NUMBER}\)"),
    asked(rf"\b{NUMBER}[ -]direct\ reports?\b|\bdirect\ reports:?\ (?P<listed>\d{{1,4}})\b"),
    asked(rf"\b{NUMBER}[ -]{_PERSON}(?:\ [\w-]+)?\ (?:{_TEAMS}|unit|shift|section|kitchen|lab)\b"),
    asked(rf"{_DONE}(?:(?:an?|the|our|my)\ )?{NUMBER}(?:-{_PERSON}|\ strong)\ [a-z]+"),
    asked(
        rf"""\b{NUMBER}\ {_MORE}{{1,3}}?(?:who\ )?report(?:ed|ing|s)?
        \ (?:\w+ly\ )?(?:in)?to\ me\b"""
    ),
    asked(rf"\b{NUMBER}\ {_MORE}{{0,3}}?(?:under|below)\ (?:me|{_MINE})\b"),
    asked(
        rf"\b(?:team|staff|department)(?:\ that\ grew|\ growing)?\ from\ \d+\ to\ {DIGITS}(?!\w)"
    ),
)
_ADDED = asked(rf"(?:,|\ and|\ &)\ {NUMBER}\ {_MORE}{{0,2}}{_WORKERS}\b{_AS_PERSONS}")
_IN_ALL = asked(r"\b(?:people|staff|employees|personnel|members?|colleagues|workers|reports?)$")
LEADS = asked(
    rf"""\b(?:{_VERBS}|{_LEADS_ELSEWHERE}|head\ of|leader|foreman|captain|reports?|reporting
    |to\ me|under\ (?:me|my))\b"""
)
_IN_TEAM = asked(rf"\b(?:{_TEAMS}s?|shifts?|sections?|under\ m[ey])\b")
_ANY_PEOPLE = asked(rf"\b(?:{_TEAMS}s?|people|others|employees|colleagues|direct\ reports)\b")
_IS_BOSS = asked(r"\b(?:direct\ reports?|line[- ]manag\w+|(?:in)?to\ me)\b")
_HIRED = asked(r"\bhired\b")
_IN_CHARGE = asked(r"\bin\ charge\b")
_OF_THE_EMPLOYER = asked(r"\bwe(?:\ are|['’]re)\ (?:now\ )?an?\ (?:\w+\ )?$")
"""What stands before how many they are."""
_MEMBER_OF = asked(
    r"""\b(?:in|on|within|inside|among|alongside|beside|join(?:ed|ing)
    |(?:part|one)\ of|members?\ of)\s+(?:an?|the|our|my)\s+(?:[\w-]+\s+){0,2}$"""
)
"""What stands before a team in which somebody works; that is no team that they lead."""
_DONE_FOR = asked(
    r"""(?:(?<!responsible\ )(?<!responsibility\ )(?<!accountable\ )\bfor
    |\b(?:to|from|mentor\w*|coach\w*|train\w*|taught|teach\w*|tutor\w*|fed|feed\w*|pay\w*|paid
    |support\w*|assist\w*|help\w*|serv\w+|advis\w+|cater\w*|host\w*|interview\w*|audit\w*))
    \s+(?:(?:an?|the|our|each)\s+)?(?:(?!my\b)[\w-]+\s+){0,1}$"""
)
"""For whom, or to whom, something is done that is not leading."""
_LED_AS_WELL = asked(rf"\b{_VERBS}(?:,|\ and|\ &)\ (?:and\ )?$")
_BESIDE = asked(r"\b(?:(?:with|our|their)\s+(?:an?\s+|the\s+)?|as\ a\s+)(?:[\w-]+\s+){0,1}$")
"""With whom, where nothing in the line leads them."""
_NEAR = 60


def led_in(text: str, start: int, end: int, *, is_own: bool) -> Iterator[Size]:
    """Whom a line says that somebody leads; in the writer's own text, that the writer led."""
    for words in _LED:
        for found in words.finditer(text, start, end):
            before = text[max(start, found.start() - _NEAR) : found.start()]
            said = text[start:end]
            if _OF_THE_EMPLOYER.search(before) or _is_of_others(before, said):
                continue
            if not is_own and not LEADS.search(said):
                continue  # How large a team is that one joins is not whom one leads.
            if is_own and not carries_in(text, (start, end), _counted_at(found)):
                continue
            yield _with_added(text, found, end)


def _counted_at(found: re.Match[str]) -> tuple[int, int]:
    """Without the verb, so that a denial or another's deed stands before it whole."""
    name = next((name for name in ("number", "word", "listed") if found.groupdict().get(name)), 0)
    return found.start(name), found.end()


def leads_team(said: str) -> bool:
    """Whether it speaks of leading a team, however many they are: "3 years leading a team"."""
    return LEADS.search(said) is not None and _ANY_PEOPLE.search(said) is not None


def level_of_led(said: Iterable[str]) -> ScopeLevel:
    """The level of somebody who says so of whom they led; who only hired people led none."""
    quotes = [
        quote
        for quote in said
        if LEADS.search(_HIRED.sub("", quote)) or _IN_CHARGE.search(quote) or _IN_TEAM.search(quote)
    ]
    if any(_IS_BOSS.search(quote) for quote in quotes):
        return ScopeLevel.MANAGER
    return ScopeLevel.LEAD if quotes else ScopeLevel.IC


def _is_of_others(before: str, line: str) -> bool:
    if _MEMBER_OF.search(before):
        return True
    done = _DONE_FOR.search(before)
    if done and not _LED_AS_WELL.search(before[: done.start()]):
        return True
    is_beside = _BESIDE.search(before) and not LEADS.search(line)
    return bool(is_beside) and not _IN_CHARGE.search(line)


def _with_added(text: str, found: re.Match[str], end: int) -> Size:
    """Of "3 supervisors and 40 pickers" all are led; "20 people, 4 cooks and …" are counted."""
    more = None if _IN_ALL.search(found[0]) else _ADDED.match(text, found.end(), end)
    number = int(found["listed"]) if found.groupdict().get("listed") else count(found)
    if more is None:
        return Size(number, *found.span())
    return Size(number + count(more), found.start(), more.end())
