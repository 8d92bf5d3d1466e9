"""Where one sentence of a job description ends and the next begins."""

import re

_SHORTENED = (
    *("e.g", "i.e", "etc", "vs", "sr", "jr", "st", "min", "max", "esp", "incl", "approx", "exp"),
    *("dr", "mr", "mrs", "ms", "prof", "dept", "no", "nr", "ca", "resp", "yrs", "z.b", "inkl"),
    *(
        "b.tech",
        "m.tech",
        "b.e",
        "m.e",
        "b.com",
        "b.ed",
        "rs",
        "m.sc",
        "b.sc",
        "ph.d",
        "b.pharm",
        "m.pharm",
        "m.com",
        "m.phil",
    ),
    *("mind", "ggf", "bzw", "evtl", "bspw", "abgeschl", "inc", "ltd"),
)
_NO_END = "".join(rf"(?<!(?i:\b{re.escape(word)}))" for word in _SHORTENED)
_ANSWER = r"(?i:even better|all the better|great|lovely|fantastic|brilliant|perfect|bonus)[.!]"
SENTENCE = re.compile(
    rf"(?<![.\s][A-Za-z]){_NO_END}[.!?][)\"”*_]*\s+(?<!\?\s)(?=[\"“(*_]*[A-Z0-9])"
    r"|(?<=\s[RC])\.\s+(?=(?:We|You|The|Our|If|It|This|Any|And|But|Experience|Knowledge|Some)\b)"
    rf"|\?\s(?!{_ANSWER})\s*(?=[\"“(*_]*[A-Z0-9])"
)
"""Where a sentence ends; an answer such as "French? Even better." is of one with its question."""
