"""How much of a job description is read as a person read it: 26 invented ones with their truth.

    .mira/venv/bin/python -m bench.jobs [--mistakes]

`--mistakes` tells those of the jobs that were tuned on, and never those of the ones set aside.
Both are by one author, so a stranger's texts would be read less well than those.
"""

import sys
from uuid import UUID

from contracts.message import JobDescriptionId
from services.documents.domain import JobSource
from services.documents.rules.engine import RulesAnalyst
from tests.documents.truth import Agreement, Tally, true_jobs


def measured() -> dict[bool, Agreement]:
    """The agreement on the jobs that were tuned on (False) and on those set aside (True)."""
    engine, found = RulesAnalyst(), {False: Agreement(), True: Agreement()}
    for job in true_jobs():
        source = JobSource(JobDescriptionId(UUID(int=1)), job.text)
        found[job.is_held_out].compare(job, engine.read_job(source))
    return found


def row(name: str, tuned: Tally, aside: Tally) -> str:
    figures = "".join(
        f"{tally.precision:>10.3f}{tally.recall:>9.3f}{tally.f1:>9.3f}{tally.true:>6}"
        for tally in (tuned, aside)
    )
    return f"{name:<14}{figures}"


def main() -> None:
    found = measured()
    jobs = [job.is_held_out for job in true_jobs()]
    print(f"{jobs.count(False)} jobs tuned on (left), {jobs.count(True)} set aside (right)")
    heads = f"{'precision':>10}{'recall':>9}{'F1':>9}{'n':>6}"
    print(f"{'':<14}{heads}{heads}")
    for name, tally in found[False].tallies.items():
        print(row(name, tally, found[True].tally(name)))
    if "--mistakes" in sys.argv:
        print(*found[False].mistakes, sep="\n")


if __name__ == "__main__":
    main()
