"""Every query of auth, and the sealing and opening of what its rows hold."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypeVar, cast

from sqlalchemy import ColumnElement, CursorResult, Delete, delete, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from chassis.errors import Gone
from chassis.seal import Key
from contracts.auth import PersonRole
from contracts.message import PersonId, SignInId
from services.auth.domain import (
    ABSOLUTE_LIFE,
    IDLE_LIFE,
    TRIES_LIFE,
    LinkPurpose,
    Newcomer,
    Profile,
    Tries,
)
from services.auth.tables import Account, Address, Bucket, Device, Link, SignIn

T = TypeVar("T")


def add_account(tx: Session, key: Key, new: Newcomer) -> None:
    """An account that waits for its address to be confirmed."""
    account = Account(
        subject_id=new.person,
        name=key.seal(Account.name, new.person, new.name),
        email=key.seal(Account.email, new.person, new.email),
        password=key.seal(Account.password, new.person, new.password_hash),
        password_number=1,
        role=PersonRole.PERSON,
        created_at=new.at,
        version=1,
    )
    waits = Address(subject_id=new.person, email_index=new.email_index, created_at=new.at)
    tx.add_all([account, waits])
    tx.flush()


def find_person(tx: Session, email_index: bytes) -> PersonId | None:
    """Whose confirmed address this is."""
    theirs = select(Address.subject_id).where(
        Address.email_index == email_index, Address.confirmed_at.is_not(None)
    )
    return tx.scalar(theirs)


def get_address(tx: Session, person: PersonId) -> Address:
    """Raises Gone."""
    return _there(tx.scalar(select(Address).where(Address.subject_id == person)))


def confirm_address(tx: Session, person: PersonId, at: datetime) -> bool:
    """False if it was confirmed before, or if another account has the address by now."""
    waiting = update(Address).where(Address.subject_id == person, Address.confirmed_at.is_(None))
    try:
        with tx.begin_nested():
            confirmed = tx.scalar(waiting.values(confirmed_at=at).returning(Address.subject_id))
    except IntegrityError:
        return False
    return confirmed is not None


def get_account(tx: Session, person: PersonId) -> Account:
    """Raises Gone."""
    return _there(tx.scalar(select(Account).where(Account.subject_id == person)))


def profile(key: Key, account: Account) -> Profile:
    person = account.subject_id
    return Profile(
        person=person,
        name=key.open(Account.name, person, account.name).decode(),
        email=key.open(Account.email, person, account.email).decode(),
        created_at=account.created_at,
        version=account.version,
    )


def password_of(key: Key, account: Account) -> str:
    """The stored hash."""
    return key.open(Account.password, account.subject_id, account.password).decode()


def rename(tx: Session, key: Key, person: PersonId, name: str) -> Account:
    """Raises Gone."""
    sealed = key.seal(Account.name, person, name)
    theirs = update(Account).where(Account.subject_id == person)
    changed = theirs.values(name=sealed, version=Account.version + 1)
    return _there(tx.scalar(changed.returning(Account)))


def restate_password(tx: Session, key: Key, account: Account, password_hash: str) -> bool:
    """The same password under another hash. False if it was changed meanwhile."""
    return _put_password(tx, key, account, password_hash, number=account.password_number)


def change_password(tx: Session, key: Key, account: Account, password_hash: str) -> bool:
    """Another password; links bound to the old one are dead. False if somebody was faster."""
    return _put_password(tx, key, account, password_hash, number=account.password_number + 1)


def _put_password(
    tx: Session, key: Key, account: Account, password_hash: str, *, number: int
) -> bool:
    person = account.subject_id
    same = update(Account).where(
        Account.subject_id == person, Account.password_number == account.password_number
    )
    sealed = key.seal(Account.password, person, password_hash)
    changed = same.values(password=sealed, password_number=number)
    return tx.scalar(changed.returning(Account.subject_id)) is not None


def add_sign_in(tx: Session, key: Key, sign_in: SignIn, device: str) -> None:
    tx.add(sign_in)
    tx.flush()
    label = key.seal(Device.label, sign_in.id, device)
    tx.add(Device(sign_in_id=sign_in.id, subject_id=sign_in.subject_id, label=label))
    tx.flush()


def find_sign_in(tx: Session, token_hash: bytes) -> SignIn | None:
    """Whoever's it is; it may be too old."""
    return tx.scalar(select(SignIn).where(SignIn.token_hash == token_hash))


def mark_seen(tx: Session, sign_in: SignInId, at: datetime) -> None:
    tx.execute(update(SignIn).where(SignIn.id == sign_in).values(last_seen_at=at))


def sign_ins_of(tx: Session, key: Key, person: PersonId) -> list[tuple[SignIn, str]]:
    """Theirs with the names of the devices, newest first; some may be too old."""
    theirs = (
        select(SignIn, Device)
        .join(Device, Device.sign_in_id == SignIn.id)
        .where(SignIn.subject_id == person)
        .order_by(SignIn.signed_in_at.desc())
    )
    return [
        (sign_in, key.open(Device.label, sign_in.id, device.label).decode())
        for sign_in, device in tx.execute(theirs).tuples()
    ]


def end_sign_in(tx: Session, person: PersonId, sign_in: SignInId) -> bool:
    """False if it is not there, or not theirs."""
    theirs = delete(SignIn).where(SignIn.id == sign_in, SignIn.subject_id == person)
    return tx.scalar(theirs.returning(SignIn.id)) is not None


def end_sign_ins(tx: Session, person: PersonId) -> list[SignInId]:
    """End all of theirs; return which."""
    theirs = delete(SignIn).where(SignIn.subject_id == person).returning(SignIn.id)
    return [SignInId(ended) for ended in tx.scalars(theirs)]


def put_link(tx: Session, link: Link) -> None:
    """Put the link of this mail, in place of the one that an earlier try to send it had."""
    fields = {
        "token_hash": link.token_hash,
        "password_number": link.password_number,
        "expires_at": link.expires_at,
    }
    row = {"id": link.id, "subject_id": link.subject_id, "purpose": link.purpose, **fields}
    tx.execute(insert(Link).values(row).on_conflict_do_update(index_elements=["id"], set_=fields))


def get_link(tx: Session, token_hash: bytes, purpose: LinkPurpose, at: datetime) -> Link | None:
    """The link while it is good, whoever's it is."""
    return tx.scalar(select(Link).where(*_good(token_hash, purpose, at)))


def use_link(tx: Session, token_hash: bytes, purpose: LinkPurpose, at: datetime) -> bool:
    """True for one caller only, however many come at once."""
    used = delete(Link).where(*_good(token_hash, purpose, at)).returning(Link.id)
    return tx.scalar(used) is not None


def _good(token_hash: bytes, purpose: LinkPurpose, at: datetime) -> tuple[ColumnElement[bool], ...]:
    return Link.token_hash == token_hash, Link.purpose == purpose, Link.expires_at > at


def lock_buckets(tx: Session, keys: Sequence[bytes], at: datetime) -> dict[bytes, Tries]:
    """The buckets, empty ones where there were none; others wait until our transaction ends.

    Locked in the order of their names, so that two sign-ins never wait for each other.
    """
    fresh = [{"key": key, "level": 0.0, "last_at": at} for key in sorted(keys)]
    tx.execute(insert(Bucket).values(fresh).on_conflict_do_nothing())
    rows = tx.scalars(
        select(Bucket).where(Bucket.key.in_(keys)).order_by(Bucket.key).with_for_update()
    )
    return {row.key: Tries(row.level, row.last_at) for row in rows}


def save_bucket(tx: Session, key: bytes, tries: Tries) -> None:
    filled = {"level": tries.level, "last_at": tries.last_at}
    tx.execute(update(Bucket).where(Bucket.key == key).values(filled))


def name_bucket(tx: Session, key: bytes, email_index: bytes | None) -> None:
    """Say which address was tried, so that the bucket goes with its account."""
    tx.execute(update(Bucket).where(Bucket.key == key).values(email_index=email_index))


def empty_bucket(tx: Session, key: bytes) -> None:
    tx.execute(delete(Bucket).where(Bucket.key == key))


def take_from_bucket(tx: Session, key: bytes) -> None:
    """One try less: it was a good one."""
    tx.execute(
        update(Bucket).where(Bucket.key == key).values(level=func.greatest(Bucket.level - 1, 0))
    )


def delete_expired(tx: Session, at: datetime) -> dict[str, int]:
    """Delete what its age has ended: sign-ins, links, counted tries. Returns rows by table."""
    unseen = or_(SignIn.last_seen_at < at - IDLE_LIFE, SignIn.signed_in_at < at - ABSOLUTE_LIFE)
    return {
        "sign_in": _rows(tx, delete(SignIn).where(unseen)),
        "link": _rows(tx, delete(Link).where(Link.expires_at < at)),
        "bucket": _rows(tx, delete(Bucket).where(Bucket.last_at < at - TRIES_LIFE)),
    }


def abandoned(tx: Session, before: datetime, limit: int) -> list[PersonId]:
    """Those who signed up before then and never confirmed, oldest first."""
    waiting = select(Address.subject_id).where(
        Address.confirmed_at.is_(None), Address.created_at < before
    )
    return list(tx.scalars(waiting.order_by(Address.created_at).limit(limit)))


def delete_account(tx: Session, person: PersonId) -> dict[str, int]:
    """Delete all rows about `person`, and the tries at their address. Returns rows by table."""
    theirs = select(Address.email_index).where(
        Address.subject_id == person, Address.confirmed_at.is_not(None)
    )
    return {
        "bucket": _rows(tx, delete(Bucket).where(Bucket.email_index.in_(theirs))),
        "device": _rows(tx, delete(Device).where(Device.subject_id == person)),
        "sign_in": _rows(tx, delete(SignIn).where(SignIn.subject_id == person)),
        "link": _rows(tx, delete(Link).where(Link.subject_id == person)),
        "address": _rows(tx, delete(Address).where(Address.subject_id == person)),
        "account": _rows(tx, delete(Account).where(Account.subject_id == person)),
    }


def _rows(tx: Session, statement: Delete) -> int:
    return cast("CursorResult[Any]", tx.execute(statement)).rowcount


def _there(row: T | None) -> T:
    if row is None:
        raise Gone("This has been deleted.")
    return row
