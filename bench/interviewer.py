"""Audits the interviewer: every check over every scripted session, as a table.

    python -m bench.interviewer

Leaves with 1 where any check says no.
"""

import sys

from tests.interview.audit.table import failures, held_by, table


def main() -> int:
    sessions = held_by()
    sys.stdout.write(table(sessions) + "\n")
    return 1 if failures(sessions) else 0


if __name__ == "__main__":
    sys.exit(main())
