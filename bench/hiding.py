"""What a model would be sent: which names are hidden, and which skills are still there to be read.

    .mira/venv/bin/python -m bench.hiding [--misses]

Two halves, by people, sentences and names (`bench/truth`): rules may be tuned on the first, of the
second only totals are printed. Names are those of invented people, of their employers and schools;
and of colleagues, customers and firms of many languages, set into invented sentences that no
reading has seen. `--misses` shows what was sent, and which skills were not, in the first half.
"""

import argparse
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from bench.truth.beside import Beside, beside
from bench.truth.halves import Half, Sample, samples
from bench.truth.people import Person, people
from chassis.llm.minimised import SentLine, minimise
from chassis.namelists.words import words
from contracts.disclosure import SentField
from contracts.message import ResumeId
from services.documents.advice.terms import is_term
from services.documents.adviser import resume_questions
from services.documents.domain import ResumeSource
from services.documents.extract import extract
from services.documents.rules.engine import RulesAnalyst

ON = date(2026, 11, 26)
HIDDEN = {"names in résumés", "colleagues", "customers and firms"}


@dataclass
class Count:
    """Of so many, how many were as they should be; `misses` are the others."""

    total: int = 0
    right: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, what: str, *, is_right: bool) -> None:
        self.total += 1
        self.right += is_right
        if not is_right:
            self.misses.append(what)

    @property
    def share(self) -> str:
        return f"{self.right:>5} of {self.total:<5} {100 * self.right / max(1, self.total):6.1f} %"


Counts = dict[str, Count]


def of_resumes(half: Half) -> Counts:
    """Names and skills of the truth, in what would be sent of each file."""
    counts = {
        name: Count() for name in ("names in résumés", "skills in résumés", "words in résumés")
    }
    engine = RulesAnalyst()
    for sample in samples(half):
        extracted = extract(sample.path.read_bytes())
        analysis = engine.read_resume(ResumeSource(ResumeId(UUID(int=1)), extracted, ON))
        asked = resume_questions(analysis, extracted.text)
        before = "\n".join(place.line.text for each in asked for place in each.places)
        after = "\n".join(line.text for each in asked for line in each.question.data.lines)
        _judge(counts, sample, people()[sample.person], (before, after))
    return counts


def of_sentences(half: Half) -> Counts:
    counts = {name: Count() for name in ("colleagues", "customers and firms", "skills beside them")}
    for each in beside(half):
        line = SentLine("l1", SentField.RESUME_WORK, each.text)
        sent = minimise([line], [], is_term).lines[0].text
        _judge_beside(counts, each, sent)
    return counts


def _judge(counts: Counts, sample: Sample, person: Person, sent: tuple[str, str]) -> None:
    before, after = sent
    told = len(re.findall(r"\[\[\w+\]\]|[^\W\d_]{2,}", after))
    counts["words in résumés"].total += told
    counts["words in résumés"].right += told - after.count("[[")
    for name in _names(person):
        if _stands(name, before):
            counts["names in résumés"].add(
                f"{sample.path.name}: {name}", is_right=not _stands(name, after)
            )
    for skill in {*person.skills, *person.skills_used()}:
        if is_term(skill) and _stands(skill, before):
            counts["skills in résumés"].add(
                f"{sample.path.name}: {skill}", is_right=_stands(skill, after)
            )


def _judge_beside(counts: Counts, each: Beside, sent: str) -> None:
    for kind, names in (("colleagues", each.people), ("customers and firms", each.firms)):
        for name in names:
            is_right = not any(_stands(part, sent) for part in _telling(name))
            counts[kind].add(sent, is_right=is_right)
    for skill in each.skills:
        counts["skills beside them"].add(sent, is_right=_stands(skill, sent))


def _names(person: Person) -> Iterator[str]:
    """The words that tell whose it is: of the person, of each employer and school."""
    bodies = [stay.employer for stay in person.stays] + [s.school for s in person.studies]
    for name in (person.name, *bodies):
        yield from _telling(name)


def _telling(name: str) -> Iterable[str]:
    parts = re.findall(r"[^\W\d_][\w'’-]{2,}", name)
    return (part for part in parts if part[0].isupper() and part.lower() not in words("trade"))


def _stands(word: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def main(*, is_telling: bool) -> None:
    for half in Half:
        print(f"{half.value.replace('_', ' ')}")
        for name, count in {**of_resumes(half), **of_sentences(half)}.items():
            print(f"  {name:<22} {'hidden' if name in HIDDEN else 'kept  '} {count.share}")
            if is_telling and half is Half.TUNING:
                print(*(f"    {miss}" for miss in count.misses), sep="\n")


if __name__ == "__main__":
    options = argparse.ArgumentParser(prog="bench.hiding")
    options.add_argument("--misses", action="store_true")
    main(is_telling=options.parse_args().misses)
