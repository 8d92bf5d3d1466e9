"""Things in a job description that its reader should know of before anything else."""

from services.documents.rules.phrases import phrases


def red_flags(text: str, *, has_orders: bool) -> tuple[str, ...]:
    """Codes for a page to explain, in a fixed order; orders to an engine first."""
    found = [code for code, words in phrases("flags").items() if words.search(text)]
    return ("instruction_in_text", *found) if has_orders else tuple(found)
