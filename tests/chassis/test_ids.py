"""Identifiers of rows are in the order of time; codes of links cannot be guessed."""

import hashlib
import time

from chassis.ids import hash_code, new_code, new_id


def test_an_id_is_a_uuid_of_version_7_that_tells_its_time() -> None:
    before = time.time_ns() // 1_000_000

    made = new_id()

    assert (made.version, made.variant) == (7, "specified in RFC 4122")
    assert before <= made.int >> 80 <= time.time_ns() // 1_000_000


def test_no_two_ids_are_alike() -> None:
    assert len({new_id() for _ in range(10_000)}) == 10_000


def test_later_milliseconds_sort_later() -> None:
    made = [new_id() for _ in range(2000)]

    assert [each.int >> 80 for each in made] == sorted(each.int >> 80 for each in made)


def test_a_code_has_256_bits_and_fits_a_link() -> None:
    code = new_code()

    assert len(code) == 43
    assert set(code) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    assert code != new_code()


def test_of_a_code_we_store_its_hash() -> None:
    assert hash_code("abc") == hashlib.sha256(b"abc").digest()
