"""Finds text that speaks to a machine instead of a reader: shown as a flag, never obeyed.

Documents are hostile: whoever writes one may try to talk to whatever reads it.
"""

import re

_VERDICT = (
    r"(?:candidate|applicant|r[ée]sum[ée]|cv|score|rating|100|10/10|perfect|maximum|highest"
    r"|top marks|full marks|hired?|pass|strong(?:ly)?|fit)"
)
_PATTERNS = re.compile(
    "|".join(
        (
            (
                r"\b(?:ignore|disregard|forget|override|bypass|skip)\b.{0,40}\b(?:instructions?|rules?"
                r"|prompts?|previous|above|prior|criteria|guidelines|system)\b"
            ),
            (
                r"\b(?:you are|act as|pretend|behave as|as)\b.{0,20}\b(?:an? )?(?:ai|assistant"
                r"|language model|llm|chatbot|grader|evaluator|scoring)\b"
            ),
            (
                rf"\b(?:rate|score|mark|rank|grade|give|assign|award|output|respond|return|print|reply"
                rf"|say|state|set|treat|consider|conclude|report|write)\b.{{0,60}}\b{_VERDICT}\b"
            ),
            (
                r"\b(?:this|the) (?:candidate|applicant) (?:is|was|has|meets?|satisfies|exceeds?"
                r"|fulfil\w*|matches|deserves)\b"
            ),
            (
                r"\b(?:the )?(?:candidate|applicant) (?:must|should|shall|will) (?:be )?(?:marked|rated"
                r"|scored|ranked|hired|passed|accepted|given|treated)\b"
            ),
            (
                r"\b(?:note|attention|message|instructions?) (?:to|for) (?:the )?(?:ai|ats|model"
                r"|assistant|recruiter bot|llm|reviewer|grader|parser|system)\b"
            ),
            r"\bsystem prompt\b|\bdeveloper mode\b|\bjailbreak\b|\bprompt injection\b",
            r"^\W*(?:system|assistant|user|developer)\s*:",
            r"<\|[^>]{0,30}\|>|\[/?INST\]|</?(?:system|assistant|instructions?)>",
            r"\b(?:begin|end|new|updated|real|hidden|secret) (?:of )?(?:instructions?|prompt)\b",
        )
    ),
    re.IGNORECASE | re.MULTILINE,
)


def is_instruction(text: str) -> bool:
    """Whether `text`, a line or a sentence, reads like an order to an engine."""
    return _PATTERNS.search(text) is not None
