"""How far the rules give answers the levels that the anchors give, beside two bare peers.

    .mira/venv/bin/python -m bench.scoring [--misses]

Of both halves of the calibration set: quadratic weighted kappa, exact agreement and agreement
within one level over answers that have a level (a level refused counts as 0), and how many of
those that have none were refused one. Then what may move no level: filler, names, gender, schools,
ages, origins; and twenty repeats. `--misses` shows what went wrong in the open half. The held-out
half is never shown answer by answer.
"""

import sys
from collections.abc import Iterable, Sequence

from bench.agreement import Agreement, Pair, agreement
from bench.raters import Counting, Rater, by_rules, report, star_words_in, words_in
from bench.swaps import differ, introduced, padded, swapped
from bench.truth.answers import Half, Sample, half, samples
from contracts.evidence import Competency

GOAL_KAPPA, GOAL_EXACT = 0.80, 0.60
REPEATS = 20
HEAD = f"  {'':<20}{'answers':>8}{'kappa':>8}{'exact':>8}{'within 1':>10}"


def pairs(rater: Rater, of: Iterable[Sample]) -> list[Pair]:
    return [(sample.level, rater(sample)) for sample in of if sample.level]


def refused(rater: Rater, of: Iterable[Sample]) -> tuple[int, int]:
    """How many of the answers without a level were given none, and how many there are."""
    given = [rater(sample) for sample in of if not sample.level]
    return given.count(0), len(given)


def moved_by_padding(rater: Rater, of: Sequence[Sample]) -> tuple[int, int]:
    """Changes of level, and padded answers."""
    changes = [
        rater(sample.model_copy(update={"text": text})) != rater(sample)
        for sample in of
        for text in padded(sample.text)
    ]
    return sum(changes), len(changes)


def moved_by_swaps(rater: Rater, of: Sequence[Sample]) -> tuple[int, int]:
    """Groups of one answer by different people in which not all have one level, and groups."""
    groups = [
        [rater(sample.model_copy(update={"text": text})) for text in texts]
        for sample in of
        for texts in (*introduced(sample.text), *swapped(sample.text))
    ]
    return sum(map(differ, groups)), len(groups)


def differing_repeats(of: Sequence[Sample]) -> int:
    """Answers of which not every repeat has the same report, to the bit."""
    return sum(len({report(sample).model_dump_json() for _ in range(REPEATS)}) > 1 for sample in of)


def line(name: str, found: Agreement) -> str:
    shares = f"{found.kappa:>8.2f}{found.exact:>8.2f}{found.within_one:>10.2f}"
    return f"  {name:<20}{found.count:>8}{shares}"


def show(which: Half, raters: dict[str, Rater]) -> None:
    chosen = half(which)
    print(f"{which} half", HEAD, sep="\n")
    for name, rater in raters.items():
        right, count = refused(rater, chosen)
        print(line(name, agreement(pairs(rater, chosen))), f"  none to {right} of {count}")
    for competency in Competency:
        own = [one for one in chosen if one.competency is competency]
        print(line(competency, agreement(pairs(by_rules, own))))


def show_misses() -> None:
    for sample in half(Half.OPEN):
        given = by_rules(sample)
        if given == (sample.level or 0):
            continue
        cell = report(sample).scorecard.cells[0]
        print(f"{sample.id}: {sample.level or 0}, given {given} ({cell.level.why})")
        print(f"  missing {[str(kind) for kind in cell.missing]}")
        print(*(f"  {one.type}: {one.span.quote}" for one in cell.evidence), sep="\n")


def main() -> None:
    seen = half(Half.OPEN)
    raters: dict[str, Rater] = {
        "rules": by_rules,
        "by length": Counting.fitted(words_in, seen),
        "by keywords": Counting.fitted(star_words_in, seen),
    }
    for which in Half:
        show(which, raters)
    every = samples()
    for name, rater in raters.items():
        padding, swaps = moved_by_padding(rater, every), moved_by_swaps(rater, every)
        print(
            f"{name}: filler moved {padding[0]} of {padding[1]},",
            f"another person {swaps[0]} of {swaps[1]}",
        )
    print(f"{REPEATS} repeats differ in {differing_repeats(every)} of {len(every)} answers")
    if "--misses" in sys.argv[1:]:
        show_misses()


if __name__ == "__main__":
    main()
