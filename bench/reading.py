"""How much of a résumé is read rightly, beside a published parser on the same files.

    .mira/venv/bin/python -m bench.reading [--misses] [--samples FOLDER]

Invented people in the layouts of eight producers, in two halves (`bench/truth`): rules may be tuned
on the first, of the second only totals are printed. `--misses` says what went wrong in the first.
How often each certainty is right is counted twice: of the files as they are, and stripped of their
headings and empty lines.
A field is right where it equals the truth, but for case, spaces and the marks around it.
"""

import argparse
import statistics
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

from bench.first_report import three_pages
from bench.truth.certain import Tally, bare, judged_values
from bench.truth.dates import Style, meant
from bench.truth.elsewhere import elsewhere
from bench.truth.facts import Facts, read_by_mira, truth_of
from bench.truth.halves import Half, Sample, samples
from bench.truth.layouts import Name, Producer
from bench.truth.peer import NAME, OFFERS, read_by_peer
from bench.truth.people import people
from bench.truth.scores import FIELDS, GOAL, Scores
from contracts.analysis import ResumeAnalysis
from contracts.evidence import Certainty
from contracts.message import ResumeId
from services.documents.domain import Extracted, ResumeSource
from services.documents.extract import extract
from services.documents.rules.engine import VERSION, RulesAnalyst
from services.documents.rules.skills.matching import matcher

ON = date(2026, 11, 26)
ROUNDS = 20


class Reader:
    """Mira's rules engine, timed."""

    def __init__(self) -> None:
        self._engine = RulesAnalyst()

    def read(self, data: bytes) -> tuple[Extracted, Facts]:
        extracted, analysis = self.analysed(data)
        return extracted, read_by_mira(analysis)

    def analysed(self, data: bytes) -> tuple[Extracted, ResumeAnalysis]:
        extracted = extract(data)
        return extracted, self.of(extracted)

    def of(self, extracted: Extracted) -> ResumeAnalysis:
        return self._engine.read_resume(ResumeSource(ResumeId(UUID(int=1)), extracted, ON))

    def milliseconds(self, data: bytes, rounds: int) -> list[float]:
        """Of the processor, so that a busy machine changes little."""
        took = []
        for _ in range(rounds):
            begun = time.process_time()
            self.read(data)
            took.append(1000 * (time.process_time() - begun))
        return took


def knows_skill(name: str) -> bool:
    """Whether the catalogue has it, in a list of skills."""
    return bool(matcher().find(name, [(0, len(name))]))


def judged_half(reader: Reader, half: Half, *, shows_misses: bool) -> None:
    files = samples(half)
    ours, theirs = Scores(knows_skill), Scores(knows_skill)
    mixed, sure, less = [0, 0], Tally(), Tally()
    whole: dict[Producer, list[int]] = {}
    for sample, other in zip(files, read_by_peer([s.path for s in files]), strict=True):
        extracted, analysis = reader.analysed(sample.path.read_bytes())
        ours.misses.clear()
        ours.add(truth_of(sample), read_by_mira(analysis))
        sure.add_all(judged_values(analysis, truth_of(sample)))
        stripped = reader.of(extracted.model_copy(update={"text": bare(extracted.text)}))
        less.add_all(judged_values(stripped, truth_of(sample)))
        theirs.add(truth_of(sample), _by_year(sample, other))
        if shows_misses and half is Half.TUNING and ours.misses:
            print(f"\n{sample.path.name}", *ours.misses, sep="\n  ")
        mixed[0] += mixed_lines(sample, extracted.text)
        mixed[1] += sample.layout.columns > 1
        of_producer = whole.setdefault(sample.layout.producer, [0, 0])
        kept = phrases_kept(sample, extracted.text)
        of_producer[0] += sum(kept)
        of_producer[1] += len(kept)
    title = f"{half.value.replace('_', ' ')}: {len(files)} files, {len({s.person for s in files})}"
    print(f"\n{title} people, {len({s.layout.name for s in files})} layouts")
    print_table(ours, theirs)
    shows_fields = shows_misses and half is Half.TUNING
    print_certainty("said to be", sure, shows_fields=shows_fields)
    print_certainty("if stripped", less, shows_fields=shows_fields)
    print(f"lines that mix two columns, in {mixed[1]} files: {mixed[0]}")
    print(f"phrases whole on one line: {_said(whole)}")


def _said(whole: dict[Producer, list[int]]) -> str:
    return ", ".join(f"{name} {kept} of {all_}" for name, (kept, all_) in whole.items())


def _by_year(sample: Sample, facts: Facts) -> Facts:
    """The peer gives a month to every year: it is not blamed for that."""
    if sample.layout.dates is not Style.YEAR:
        return facts
    roles = (
        replace(r, start=meant(Style.YEAR, r.start or ""), end=meant(Style.YEAR, r.end or ""))
        for r in facts.roles
    )
    return replace(facts, roles=tuple(roles))


def mixed_lines(sample: Sample, text: str) -> int:
    """Lines that say something of the side bar and something of the work."""
    if sample.layout.columns < 2:
        return 0
    person = people()[sample.person]
    side = (person.email, person.phone, *(f"{name}" for name, _, _ in person.certifications))
    main = [part for stay in person.stays for part in (stay.title, stay.employer, *stay.lines)]
    starts = [" ".join(part.split()[:4]) for part in main if len(part.split()) > 1]
    return sum(
        any(fact in line for fact in side) and any(start in line for start in starts)
        for line in text.splitlines()
    )


def phrases_kept(sample: Sample, text: str) -> list[bool]:
    """For six phrases whether each stands whole on one line; less a name set on two lines."""
    person = people()[sample.person]
    stay, study = person.stays[0], person.studies[0]
    phrases = [person.headline, stay.title, stay.employer, study.degree, study.school]
    if sample.layout.name_as is not Name.TWO_LINES:
        phrases.append(person.name)
    lines = text.casefold().splitlines()
    return [any(phrase.casefold() in line for line in lines) for phrase in phrases]


def judged_samples(reader: Reader, folder: Path, *, shows_misses: bool) -> None:
    found = list(elsewhere(folder))
    ours, theirs = Scores(knows_skill), Scores(knows_skill)
    for (path, true), other in zip(found, read_by_peer([p for p, _ in found]), strict=True):
        ours.misses.clear()
        ours.add(true, reader.read(path.read_bytes())[1])
        theirs.add(true, other)
        if shows_misses and ours.misses:
            print(f"\n{path.name}", *ours.misses, sep="\n  ")
    print(f"\nsamples of others: {len(found)} files")
    print_table(ours, theirs)


def print_table(ours: Scores, theirs: Scores) -> None:
    print(f"{'':<16}{'Mira':^33}{NAME:^27}")
    print(f"{'':<16}{'facts':>6}" + f"{'precision':>11}{'recall':>8}{'F1':>8}" * 2)
    for name in FIELDS:
        mine, other = ours.counts[name], theirs.counts[name]
        facts = mine.right + mine.missed
        if not facts and not mine.wrong:
            continue
        row = f"{name:<16}{facts:>6}{mine.precision:>11.3f}{mine.recall:>8.3f}{mine.f1:>8.3f}"
        if name in OFFERS:
            row += f"{other.precision:>11.3f}{other.recall:>8.3f}{other.f1:>8.3f}"
        print(row + ("" if mine.f1 >= GOAL else "   below the goal"))


def print_certainty(title: str, sure: Tally, *, shows_fields: bool) -> None:
    """How often each certainty is right: sure ought to be so most often, a guess least."""
    print(f"{title:<16}{'values':>8}{'right':>8}{'share':>8}")
    for certainty in Certainty:
        right, every = sure.whole(certainty)
        print(f"{certainty:<16}{every:>8}{right:>8}{right / max(1, every):>8.3f}")
        for name in sure.fields(certainty) if shows_fields else ():
            right, every = sure.whole(certainty, name)
            print(f"  {name:<14}{every:>8}{right:>8}{right / every:>8.3f}")


def print_speed(reader: Reader) -> None:
    took = reader.milliseconds(three_pages(), ROUNDS)
    paths = [sample.path for half in Half for sample in samples(half)]
    all_took = [min(reader.milliseconds(path.read_bytes(), 2)) for path in paths]
    print("\nmilliseconds of the processor        p50     p95     max")
    print_row("a three-page PDF, read again", took)
    print_row("every file of both halves", all_took)


def print_row(name: str, took: Sequence[float]) -> None:
    cuts = statistics.quantiles(took, n=100)
    print(f"{name:<32}" + "".join(f"{ms:>8.1f}" for ms in (cuts[49], cuts[94], max(took))))


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--misses", action="store_true")
    asked.add_argument("--samples", type=Path, help="a folder of résumés with their truth")
    given = asked.parse_args()
    reader = Reader()
    print(f"rules engine {VERSION}; goal: F1 of {GOAL}")
    for half in Half:
        judged_half(reader, half, shows_misses=given.misses)
    if given.samples:
        judged_samples(reader, given.samples, shows_misses=given.misses)
    print_speed(reader)


if __name__ == "__main__":
    main()
