"""Things in a job description that its reader should know of before anything else."""

import re

_FLAGS = (
    ("unpaid_work", r"\bunpaid\b|\bvolunteer basis\b|\bno salary\b|\bequity only\b"),
    ("commission_only", r"\bcommission[- ]only\b|\b100% commission\b"),
    (
        "fee_asked",
        (
            r"\b(?:training|registration|application|starter|onboarding) (?:fee|deposit|kit costs?)\b"
            r"|\bpay (?:upfront|a deposit)\b|\bupfront (?:payment|fee)\b"
        ),
    ),
    (
        "age_limit",
        (
            r"\b(?:between|aged) \d\d (?:and|to|-) \d\d\b|\bunder (?:30|35|40) years\b|\bdigital native\b"
            r"|\byoung (?:and dynamic |dynamic )?team\b|\bmaximum age\b|\brecent graduates only\b"
        ),
    ),
    ("bank_details", r"\bbank (?:account )?details\b|\bsocial security number\b|\bpassport copy\b"),
)
_WORDS = tuple((code, re.compile(words, re.IGNORECASE)) for code, words in _FLAGS)


def red_flags(text: str, *, has_orders: bool) -> tuple[str, ...]:
    """Codes for a page to explain, in a fixed order; orders to an engine first."""
    found = [code for code, words in _WORDS if words.search(text)]
    return ("instruction_in_text", *found) if has_orders else tuple(found)
