"""How well is heard what people mean: danger, distress and requests, against answers.

python -m bench.intents
"""

import sys

from tests.interview.audit.said import Half, table


def main() -> int:
    sys.stdout.write("lines  half   means        of  right  missed  otherwise\n")
    for name in ("care", "asked"):
        for half in Half:
            sys.stdout.write(table(name, half) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
