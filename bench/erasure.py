"""A person with 929 rows is erased: from the click to a certificate, beside what others do.

    .mira/venv/bin/python -m bench.erasure [people] [--fides [people]]

Starts a durable stack of its own. Clicks are HTTP requests; keys are destroyed, six owners delete,
sign and count, the verifier counts, the certificate is signed and fetched. The peers delete copies
of the same rows on the same PostgreSQL: one cascade in one database, and masking row by row, which
is how privacy platforms do it. Neither has keys, owners, a count or a proof. With `--fides` the
privacy platform Fides is fetched, started and asked too, for 20 people unless told otherwise:
`bench/fides.py` says how.
"""

import argparse
import statistics
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime

import httpx
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.pool import NullPool

from bench.fides import Fides
from bench.lives import ROWS, Life, Lives
from bench.peers import Peers
from ops.places import HOME
from ops.stack import Stack

POLL_S = 0.05
BULK_THREADS = 8
MOST_CLICKS = 10
"""Of one person in bulk, before the bench gives up."""
WATCH_S = 20.0
WARM_UP = 5

MARKS = text(
    """
    SELECT max((a.receipt ->> 'erased_at')::timestamptz) AS last_erased_at,
           max(a.recorded_at) AS last_receipt_at, n.counted_at, d.issued_at
    FROM privacy.erasure_case c
    JOIN privacy.owner_answer a ON a.case_id = c.id
    JOIN privacy.count_owed n ON n.case_id = c.id AND n.round = 'first'
    JOIN privacy.issued_document d ON d.case_id = c.id
    WHERE c.item_id = :person
    GROUP BY c.id, n.counted_at, d.issued_at
    """
)


@dataclass
class Refusals:
    """Clicks that were answered 503, with how long each had taken, and that were made again."""

    took_s: list[float] = field(default_factory=list)
    without_retry_after: int = 0

    def account(self, clicks: int) -> str:
        longest = f", after {max(self.took_s):.1f} s at most" if self.took_s else ""
        return (
            f"in bulk: {len(self.took_s)} of {clicks + len(self.took_s)} clicks refused{longest},"
            f" each made again as Retry-After said; {self.without_retry_after} had none"
        )


def click(http: httpx.Client, life: Life, refusals: Refusals | None = None) -> str:
    """Ask for the account to be erased; the code of the case. What was sealed is dead by then.

    Where refusals are counted, a 503 is waited for and the same is asked again: it has one effect
    and one code, also where the refused click had it and the keys follow by a job.
    """
    for _ in range(MOST_CLICKS):
        begun = time.perf_counter()
        answer = http.post(
            "/api/v1/privacy/erasures",
            json={"scope": "account", "proof": life.proof},
            headers={"Authorization": f"Bearer {life.token}"},
        )
        if refusals is None or answer.status_code != 503:
            break
        refusals.took_s.append(time.perf_counter() - begun)
        refusals.without_retry_after += "retry-after" not in answer.headers
        time.sleep(float(answer.headers.get("retry-after", 1)))
    answer.raise_for_status()
    if refusals is None and answer.json()["keys_destroyed_at"] is None:
        raise AssertionError("the keys were not destroyed within the request")
    code: str = answer.json()["code"]
    return code


def certificate(http: httpx.Client, code: str) -> bytes:
    while True:
        answer = http.get(f"/api/v1/privacy/certificates/{code}")
        if answer.status_code == 200:
            return answer.content
        time.sleep(POLL_S)


def one_by_one(http: httpx.Client, admin: Connection, lives: list[Life]) -> dict[str, list[float]]:
    """Seconds from each click to each mark."""
    took: dict[str, list[float]] = {}
    for life in lives:
        clicked, begun = time.time(), time.perf_counter()
        code = click(http, life)
        _add(took, "click to unreadable (answer received)", time.perf_counter() - begun)
        certificate(http, code)
        in_hand = time.perf_counter() - begun
        row = admin.execute(MARKS, {"person": life.person}).one()
        admin.rollback()
        _add(took, "click to last delete (begun, its owner's clock)", _since(clicked, row[0]))
        _add(took, "click to last receipt recorded", _since(clicked, row[1]))
        _add(took, "click to verified zero", _since(clicked, row[2]))
        _add(took, "click to certificate signed", _since(clicked, row[3]))
        _add(took, "click to certificate in hand (HTTP poll)", in_hand)
    return took


def in_bulk(http: httpx.Client, lives: list[Life], refusals: Refusals) -> float:
    """People per second, from the first click to the last certificate, repeats included."""
    begun = time.perf_counter()
    with ThreadPoolExecutor(BULK_THREADS) as pool:
        codes = list(pool.map(lambda life: click(http, life, refusals), lives))
    for code in codes:
        certificate(http, code)
    return len(lives) / (time.perf_counter() - begun)


def others(http: httpx.Client, bystander: Life, during: Callable[[], None]) -> list[float]:
    """Seconds that somebody else waits for a page, while `during` runs."""
    over = threading.Event()
    took, refused = [], []

    def look() -> None:
        headers = {"Authorization": f"Bearer {bystander.token}"}
        while not over.is_set():
            begun = time.perf_counter()
            answer = http.get("/api/v1/documents", headers=headers)
            refused.append(answer.status_code != 200)
            took.append(time.perf_counter() - begun)
            over.wait(0.02)

    looking = threading.Thread(target=look)
    looking.start()
    during()
    over.set()
    looking.join()
    if any(refused):
        print(f"another person was refused {sum(refused)} of {len(refused)} pages")
    return took


def every_second(http: httpx.Client, lives: list[Life]) -> None:
    begun = time.monotonic()
    for number, life in enumerate(lives):
        time.sleep(max(0.0, begun + number - time.monotonic()))
        click(http, life)
    time.sleep(1)


def row(name: str, took: list[float]) -> str:
    cuts = statistics.quantiles(took, n=100)
    ms = [1000 * value for value in (cuts[49], min(cuts[98], max(took)), max(took))]
    return f"{name:<46}" + "".join(f"{value:>10.1f}" for value in ms)


def _add(took: dict[str, list[float]], name: str, seconds: float) -> None:
    took.setdefault(name, []).append(seconds)


def _since(clicked: float, mark: datetime) -> float:
    return mark.timestamp() - clicked


def bystanding(
    http: httpx.Client, lives: Lives, bystander: Life, made: list[Life]
) -> dict[str, list[float]]:
    """What somebody else waits for a page, while nothing goes on and while people are erased."""
    quiet = others(http, bystander, lambda: time.sleep(WATCH_S))
    some = [lives.fresh(life) for life in made]
    busy = others(http, bystander, lambda: every_second(http, some))
    return {
        "another person's page, nothing else going on": quiet,
        "another person's page, one erasure a second": busy,
    }


def one_at_a_time(
    stack: Stack, http: httpx.Client, lives: Lives, made: list[Life], fides: Fides | None
) -> dict[str, list[float]]:
    """All but five people, erased by us and, as copies, by the peers. The five come before."""
    people, warm_up = made[:-WARM_UP], made[-WARM_UP:]
    engine = create_engine(stack.admin_url("mira"), poolclass=NullPool)
    with engine.connect() as admin:
        peers = Peers(admin)
        peers.copy([life.person for life in people])
        if fides is not None:
            fides.copy([life.person for life in people], [life.person for life in warm_up])
        one_by_one(http, admin, [lives.fresh(life) for life in warm_up])
        took = one_by_one(http, admin, [lives.fresh(life) for life in people])
        took["peer: one database, one cascade"] = peers.cascade()
        took["peer: row by row masking"] = peers.mask()
    if fides is not None:
        took[fides.name] = fides.erase()
    return took


def main(people: int, for_fides: int) -> None:
    with Stack(HOME / "bench", is_durable=True, prefer_ports=False) as stack:
        stack.start()
        lives = Lives(stack)
        fides = Fides(stack, for_fides) if for_fides else None
        alone, bulk, seconds = people + WARM_UP, people // 2, int(WATCH_S)
        bystander, *made = [lives.make() for _ in range(1 + alone + bulk + seconds)]
        limits = httpx.Limits(max_connections=BULK_THREADS + 4)
        with httpx.Client(base_url=stack.address, timeout=20, limits=limits) as http:
            took = one_at_a_time(stack, http, lives, made[:alone], fides)
            many = [lives.fresh(life) for life in made[alone : alone + bulk]]
            refusals = Refusals()
            rate = in_bulk(http, many, refusals)
            took |= bystanding(http, lives, bystander, made[alone + bulk :])
        lives.close()
    print(f"{ROWS} rows per person over five owners, {people} people, milliseconds")
    print(f"{'':<46}" + "".join(f"{name:>10}" for name in ("p50", "p99", "max")))
    for name, values in took.items():
        print(row(name, values))
    print(f"in bulk: {rate:.1f} people/s, click to certificate")
    print(refusals.account(bulk))
    for line in fides.account() if fides is not None else ():
        print(line)


if __name__ == "__main__":
    options = argparse.ArgumentParser(prog="bench.erasure")
    options.add_argument("people", type=int, nargs="?", default=100)
    options.add_argument("--fides", type=int, nargs="?", const=20, default=0, metavar="people")
    asked = options.parse_args()
    main(asked.people, min(asked.people, asked.fides))
