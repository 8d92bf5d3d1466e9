"""A person with 929 rows is erased: from the click to a certificate, beside what others do.

    .mira/venv/bin/python -m bench.erasure [people]

Starts a durable stack of its own. Clicks are HTTP requests; keys are destroyed, six owners delete,
sign and count, the verifier counts, the certificate is signed and fetched. The peers delete copies
of the same rows on the same PostgreSQL: one cascade in one database, and masking row by row, which
is how privacy platforms do it. Neither has keys, owners, a count or a proof. Fides itself is not
run: it needs a web server, a Redis and a Celery worker of its own.
"""

import statistics
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import httpx
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.pool import NullPool

from bench.lives import ROWS, Life, Lives
from bench.peers import Peers
from ops.places import HOME
from ops.stack import Stack

POLL_S = 0.05
BULK_THREADS = 8
WATCH_S = 20.0

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


def click(http: httpx.Client, life: Life) -> str:
    """Ask for the account to be erased; the code of the case. What was sealed is dead by then."""
    answer = http.post(
        "/api/v1/privacy/erasures",
        json={"scope": "account", "proof": life.proof},
        headers={"Authorization": f"Bearer {life.token}"},
    )
    answer.raise_for_status()
    if answer.json()["keys_destroyed_at"] is None:
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


def in_bulk(http: httpx.Client, lives: list[Life]) -> float:
    """People per second, from the first click to the last certificate."""
    begun = time.perf_counter()
    with ThreadPoolExecutor(BULK_THREADS) as pool:
        codes = list(pool.map(lambda life: click(http, life), lives))
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
    ms = [1000 * value for value in (cuts[49], cuts[98], max(took))]
    return f"{name:<46}" + "".join(f"{value:>10.1f}" for value in ms)


def _add(took: dict[str, list[float]], name: str, seconds: float) -> None:
    took.setdefault(name, []).append(seconds)


def _since(clicked: float, mark: datetime) -> float:
    return mark.timestamp() - clicked


def main(people: int) -> None:
    with Stack(HOME / "bench", is_durable=True, prefer_ports=False) as stack:
        stack.start()
        lives = Lives(stack)
        engine = create_engine(stack.admin_url("mira"), poolclass=NullPool)
        seconds = int(WATCH_S)
        made = [lives.make() for _ in range(people + people // 2 + seconds + 6)]
        bystander, *made = made
        limits = httpx.Limits(max_connections=BULK_THREADS + 4)
        with httpx.Client(base_url=stack.address, timeout=20, limits=limits) as http:
            with engine.connect() as admin:
                peers = Peers(admin)
                peers.copy([life.person for life in made[:people]])
                one_by_one(http, admin, [lives.fresh(life) for life in made[-5:]])
                alone = [lives.fresh(life) for life in made[:people]]
                took = one_by_one(http, admin, alone)
                took["peer: one database, one cascade"] = peers.cascade()
                took["peer: row by row masking"] = peers.mask()
            bulk = [lives.fresh(life) for life in made[people : people + people // 2]]
            rate = in_bulk(http, bulk)
            quiet = others(http, bystander, lambda: time.sleep(WATCH_S))
            some = [lives.fresh(life) for life in made[people + people // 2 : -5]]
            busy = others(http, bystander, lambda: every_second(http, some))
        lives.close()
    print(f"{ROWS} rows per person over five owners, {people} people, milliseconds")
    print(f"{'':<46}" + "".join(f"{name:>10}" for name in ("p50", "p99", "max")))
    for name, values in took.items():
        print(row(name, values))
    print(row("another person's page, nothing else going on", quiet))
    print(row("another person's page, one erasure a second", busy))
    print(f"in bulk: {rate:.1f} people/s, click to certificate")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
