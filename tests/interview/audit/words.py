"""What is said beside the questions: nothing of it judges, hints, repeats or promises."""

import re
from string import Formatter

from chassis.hearing.motives import is_motive
from contracts.interview import Mode, Speaker, Turn, TurnKind
from services.interview.rules.phrases import phrases
from services.interview.rules.room.heard import heard_in
from services.interview.rules.room.signs import Intent
from tests.interview.audit.checks import check
from tests.interview.audit.questions import answers_before, of_kind, question_of
from tests.interview.audit.sessions import Held

_JUDGES = re.compile(
    r"\b(?:good|great|excellent|well done|nice|impressive|strong|weak|poor|wrong|correct|perfect"
    r"|unfortunately|interesting)\b",
    re.IGNORECASE,
)
_SUMS_UP = re.compile(
    r"\b(?:so you|you (?:said|told|mentioned|have said)|in other words|to sum up|sounds like)\b",
    re.IGNORECASE,
)
_PROMISES = re.compile(
    r"\b(?:you (?:will|would|are going to) (?:get|pass|be hired)|guarantee|hired|your chances)\b",
    re.IGNORECASE,
)
_EVIDENCE = re.compile(r"\b(?:numbers?|figures?|results?|because|should|outcome)\b", re.IGNORECASE)
_LONGEST = 75
_RUN = 6
"""So many words in a row that only the candidate has said are theirs."""


def own_words(held: Held) -> list[Turn]:
    """What the interviewer says of itself: neither disclosure nor question nor follow-up."""
    planned = {TurnKind.DISCLOSURE, TurnKind.QUESTION, TurnKind.PROBE}
    return [
        turn
        for turn in held.turns
        if turn.speaker is Speaker.INTERVIEWER and turn.kind not in planned
    ]


def bare(held: Held, turn: Turn) -> str:
    """Its words without a question or a follow-up that it reads out."""
    text = turn.text
    for question in held.plan.questions:
        asked = (*question.texts, question.text, *(probe.ask for probe in question.probes))
        for each in asked:
            text = text.replace(each, "")
    return text


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}


def _phrases() -> list[re.Pattern[str]]:
    """Every sentence that there is to say, with its blanks open."""
    said = phrases()
    told = (
        said.reply,
        said.time,
        said.hint,
        said.motive_hint,
        said.clarify,
        said.plainly,
        said.meant,
    )
    texts = [text for each in told for text in each.values()]
    once = (*said.own_part, *said.tie)
    return [_opened(text) for text in (*texts, *once, said.closing, said.stopped)]


def _opened(text: str) -> re.Pattern[str]:
    parts = (
        "".join((re.escape(start), ".*?" if name else ""))
        for start, name, _, _ in Formatter().parse(text)
    )
    return re.compile("".join(parts), re.DOTALL)


@check("says only sentences that are written down for it")
def _written(held: Held) -> bool:
    for turn in own_words(held):
        rest = bare(held, turn)
        for phrase in sorted(_phrases(), key=lambda one: -len(one.pattern)):
            rest = phrase.sub("", rest, count=1) if phrase.search(rest) else rest
        if rest.strip():
            return False
    return True


@check("never repeats what it was told")
def _no_parrot(held: Held) -> bool:
    known = set().union(*(_runs(text) for q in held.plan.questions for text in (q.text, *q.texts)))
    told = set().union(*(_runs(t.text) for t in held.turns if t.speaker is Speaker.CANDIDATE), ())
    return not any(_runs(turn.text) & (told - known) for turn in own_words(held))


@check("never sums up what it was told")
def _no_summary(held: Held) -> bool:
    return not any(_SUMS_UP.search(bare(held, turn)) for turn in own_words(held))


@check("never praises or finds fault")
def _no_verdict(held: Held) -> bool:
    return not any(_JUDGES.search(bare(held, turn)) for turn in own_words(held))


@check("never promises an outcome")
def _no_promise(held: Held) -> bool:
    return not any(_PROMISES.search(bare(held, turn)) for turn in own_words(held))


@check("never lectures: every reply is short")
def _short(held: Held) -> bool:
    return all(len(bare(held, turn).split()) <= _LONGEST for turn in own_words(held))


@check("gives a hint only when one was asked for")
def _hint_on_request(held: Held) -> bool:
    hints = sum(turn.kind is TurnKind.HINT for turn in held.turns)
    asked = [b for b in held.meant(Intent.HINT) if b.replies[-1].kind is TurnKind.HINT]
    return hints == len(asked)


@check("gives no hint in a live interview")
def _no_live_hint(held: Held) -> bool:
    return held.person.mode is Mode.PRACTICE or not of_kind(held, TurnKind.HINT)


@check("hints at the first type that was not heard, and at no other")
def _right_hint(held: Held) -> bool:
    for turn in of_kind(held, TurnKind.HINT):
        question = question_of(held, turn)
        heard = heard_in(*answers_before(held, turn), question=question)
        missing = [kind for kind in question.expects if kind not in heard]
        is_wish = is_motive(question.kind, question.text)
        hints = phrases().motive_hint if is_wish else phrases().hint
        wanted = hints[missing[0]] if missing else phrases().reply["hint_none"]
        if turn.text != wanted:
            return False
    return True


@check("makes clear what is meant without a hint")
def _clear_without_hint(held: Held) -> bool:
    return not any(
        _EVIDENCE.search(bare(held, beat.replies[-1])) for beat in held.meant(Intent.CLARIFY)
    )


@check("says so when it is asked whether it is human")
def _truthful(held: Held) -> bool:
    return all(
        "an AI recruiter" in beat.replies[-1].text and "no human" in beat.replies[-1].text
        for beat in held.meant(Intent.HUMAN)
    )


@check("never claims to be a person")
def _no_claim(held: Held) -> bool:
    claim = re.compile(r"\bI(?:’m| am) (?:a |an )?(?:human|person|real)\b", re.IGNORECASE)
    return not any(claim.search(turn.text) for turn in own_words(held))


@check("says that it can promise nothing when it is asked for the job")
def _no_job(held: Held) -> bool:
    return all("cannot promise" in b.replies[-1].text for b in held.meant(Intent.PROMISE))
