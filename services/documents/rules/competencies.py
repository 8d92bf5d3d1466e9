"""Which of the twelve competencies a sentence speaks of, by its words."""

import re
from collections import Counter
from collections.abc import Iterable

from contracts.evidence import Competency

_ASKED = {
    Competency.DELIVERY: r"deliver\w*|execut\w+|ship\w*|launch\w*|results?[- ]driven|deadlines?"
    r"|fast[- ]paced|on time|get things done|bias for action|pace|targets?|quotas?",
    Competency.PROBLEM_SOLVING: r"problem[- ]solv\w*|solv\w+ (?:complex )?problems?|troubleshoot\w*"
    r"|debug\w*|analytical|root cause|diagnos\w+|critical thinking|investigat\w+|complex\w*",
    Competency.DECISION_MAKING: r"decisions?|judge?ment|prioriti[sz]\w+|trade[- ]?offs?|evaluat\w+"
    r"|recommendations?|data[- ]driven|evidence|strategic|assess\w*",
    Competency.COMMUNICATION: r"communicat\w+|present(?:ing|ations?)?|writ(?:e|ing|ten)|verbal"
    r"|articulat\w+|explain\w*|storytell\w+|document(?:ation|ing)?|audiences?|interpersonal",
    Competency.COLLABORATION: r"collaborat\w+|team ?(?:work|player|mates?)|cross[- ]functional\w*"
    r"|partner(?:s|ing|ships?)?|stakeholders?|work(?:ing)? (?:closely )?with|relationships?"
    r"|alongside|together",
    Competency.LEADERSHIP: r"lead(?:s|ing|ership)?|mentor\w*|coach\w*|manag(?:e|ing) (?:a |the )?(?:\w+ )?"
    r"(?:team|people|staff)|supervis\w+|direct reports?|inspir\w+|develop (?:others|people)|hir(?:e|ing)",
    Competency.OWNERSHIP: r"own(?:s|ing|ership)?|accountab\w+|responsib\w+|initiative|self[- ]starter"
    r"|autonom\w+|independent\w*|end[- ]to[- ]end|proactiv\w+|on[- ]call|integrity|reliab\w+",
    Competency.LEARNING: r"learn\w*|curio\w+|growth mindset|continuous (?:learning|improvement)"
    r"|keep(?:ing)? up|new (?:tools|technologies|skills)|adapt\w*|feedback|explore",
    Competency.CUSTOMER_FOCUS: r"customers?|clients?|users?|patients?|students?|citizens?|guests?"
    r"|public|residents?|user[- ]cent\w+|empath\w+|consumer\w*|service[- ]minded",
    Competency.PLANNING: r"plan(?:s|ning)?|roadmaps?|organi[sz](?:e|ed|ing|ation(?:al)? skills?)"
    r"|schedul\w+|coordinat\w+|budgets?|project management|milestones?|multi-?task\w*|risks?",
    Competency.CHANGE: r"chang(?:e|es|ing)|transform\w+|innovat\w+|ambigu\w+|uncertain\w*|improv\w+"
    r"|moderni[sz]\w+|flexib\w+|transition\w*|migrat\w+|resilien\w+",
    Competency.TECHNICAL_DEPTH: r"architect\w*|design(?:ing)? (?:and (?:build|develop|implement)\w* )?"
    r"(?:\w+ )?(?:systems?|services?|software|solutions?)|expert\w*|deep|hands[- ]on|technical\w*"
    r"|engineering|best practices|scal(?:e|able|ability)|performance|code|program(?:ming|s)?",
}
_SHOWN = {
    Competency.DELIVERY: r"deliver\w*|launch\w*|shipped|released|completed|achieved|exceeded|built",
    Competency.PROBLEM_SOLVING: r"solved|resolved|debugged|diagnosed|root cause|troubleshot|fixed"
    r"|investigated|reduced|analy[sz]ed|optimi[sz]ed",
    Competency.DECISION_MAKING: r"decided|chose|selected|evaluated|assessed|prioriti[sz]ed"
    r"|recommended",
    Competency.COMMUNICATION: r"presented|wrote (?:\w+ ){0,2}(?:documentation|reports?|guides?|proposals?|articles?|posts?)"
    r"|published|spoke|authored|explained|reported"
    r"|documented|trained|negotiated",
    Competency.COLLABORATION: r"collaborated|partnered|worked (?:closely )?with|cross[- ]functional"
    r"|alongside|paired|jointly|liaised",
    Competency.LEADERSHIP: r"led|mentored|managed|headed|supervised|coached|directed|hired|recruited",
    Competency.OWNERSHIP: r"owned|responsible for|initiated|founded|on[- ]call|end[- ]to[- ]end"
    r"|took over|maintained|created",
    Competency.LEARNING: r"learned|learnt|studied|self[- ]taught|certified|completed (?:a )?course"
    r"|retrained",
    Competency.CUSTOMER_FOCUS: r"customers?|clients?|users?|patients?|students?|guests?|citizens?",
    Competency.PLANNING: r"planned|scheduled|coordinated|organi[sz]ed|budgeted|forecast\w*|roadmap",
    Competency.CHANGE: r"migrat\w+|introduced|transformed|moderni[sz]ed|adopted|redesigned|replaced"
    r"|improved|rolled out",
    Competency.TECHNICAL_DEPTH: r"architected|designed|engineered|implemented|developed|scaled"
    r"|optimi[sz]ed",
}
_USUAL = (
    Competency.PROBLEM_SOLVING,
    Competency.COMMUNICATION,
    Competency.COLLABORATION,
    Competency.DELIVERY,
)
_ASKED_WORDS = {
    competency: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for competency, words in _ASKED.items()
}
_SHOWN_WORDS = {
    competency: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for competency, words in _SHOWN.items()
}


def asked_in(clause: str) -> tuple[Competency, ...]:
    """The competencies that a requirement or duty speaks of, in their fixed order."""
    return tuple(kind for kind, words in _ASKED_WORDS.items() if words.search(clause))


def shown_in(line: str, wanted: Iterable[Competency]) -> tuple[int, int] | None:
    """Where in a line of work the first of `wanted` shows itself, as a span; None if nowhere."""
    for competency in wanted:
        if found := _SHOWN_WORDS[competency].search(line):
            return found.span()
    return None


def ranked(weights: Counter[Competency]) -> tuple[Competency, ...]:
    """The four to six that matter most; a job that says little gets the usual ones."""
    order = {competency: place for place, competency in enumerate(Competency)}
    named = sorted(weights, key=lambda c: (-weights[c], order[c]))[:6]
    missing = [usual for usual in _USUAL if usual not in named]
    return tuple(named + missing[: max(0, 4 - len(named))])
