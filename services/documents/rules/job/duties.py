"""What is to be done in a job, apart from what is asked for."""

import re

from services.documents.rules import cues
from services.documents.rules.job.announced import Section
from services.documents.rules.job.clauses import Clause
from services.documents.rules.job.gates import gates_of
from services.documents.rules.job.reader import tells_of_reader

_DUTY = re.compile(
    r"^\W*(?:(?:in this role,? |as an? [\w\s]{3,40}, |day to day,? "
    r"|(?:reporting|working|based|supported|together|managed|as part)\b[^,.;]{1,80}, )?"
    r"(?:you(?:['’]ll| will| are going to)|(?:once|twice) a \w+ you)\b(?! not\b)"
    r"|(?:you|they)(?:['’]d|['’]ll| would| will)(?! (?:also )?(?:not|have (?!an? say)|be|need"
    r"|hold|know|bring|like|love|suit|possess|ideally|already)\b)(?![^.;]*\bif\b)"
    r"|(?:the|our) (?:(?:successful|ideal|right) )?(?:candidate|applicant|post-?holder|job-?holder"
    r"|incumbent|appointee)(?:['’]ll| will| would)(?! (?:also )?(?:not|have|be|need|hold|know|bring"
    r"|possess|ideally|already|demonstrate|show|receive|get|join|start)\b)"
    r"|your (?:main |key )?(?:tasks|duties|responsibilities) (?:will |would )?(?:be|include|are)\b"
    r"|(?:you )?(?:responsible for|take ownership)|(?:the|your) (?:role|job|work) (?:is|will)\b)",
    re.IGNORECASE,
)


_WITH_WHOM = re.compile(
    r"^\W*you(?:['’]ll| will)(?: also| be)?"
    r" (?:work(?:ing)?|report(?:ing)?|collaborat\w+|partner\w*|sit)\b",
    re.IGNORECASE,
)
"""Amid what is asked for, what one will do there: "You'll work with six engineers"."""

_INTRODUCES = re.compile(r":$|\bthe following\b|\bnot expected\b", re.IGNORECASE)
"""What stands before a list of duties, or says what is none."""


_OF_THEM = re.compile(
    r"^\W*(?:we(?:['’]re|['’]ve| (?:are|have|work|help|serve|run|support|make|sell))\b"
    r"|our (?:[\w&’'-]+ ){1,5}?(?:is|are|has|have|advises?|works?|helps?|serves?|runs?|supports?)\b"
    r"|this is an? (?:[\w-]+,? ){0,4}"
    r"(?:team|company|school|firm|practice|office|charity|department)\b"
    r"|(?:the )?(?-i:[A-Z])[\w’'-]*(?: (?:for|of|and|the|&|(?-i:[A-Z])[\w’'-]*)){0,6}"
    r" (?:works with|helps|serves|provides|sells|makes|builds|employs|was founded)\b"
    r"|you(?:['’]ll| will) join (?:us )?(?:at|in|as) an? )(?![^.;]*\byour?\b)",
    re.IGNORECASE,
)
"""What a sentence amid the duties tells of the employer or of the team."""


def is_duty(clause: Clause, said: str) -> bool:
    """Whether the clause tells of the work: by its heading, or by its words where it has none."""
    if tells_of_reader(said) or said.endswith("?"):
        return False
    if clause.section is Section.DUTIES:
        is_wanted = cues.asks(said) and (gates_of(said) or cues.wants(said))
        if not clause.is_item and _OF_THEM.match(said):
            return False
        return not _INTRODUCES.search(said) and not is_wanted
    if clause.section in (Section.ASIDE, Section.FACTS):
        return False
    if clause.is_item and _WITH_WHOM.match(said) is None:
        return False
    if _DUTY.match(said) is None or cues.wants(said):
        return False
    return not (gates_of(said) and cues.needs(said))
