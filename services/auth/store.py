"""Every query of auth, and the sealing and opening of what its rows hold."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Table,
    Update,
    delete,
    or_,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from chassis.db import rows_deleted
from chassis.errors import Gone
from chassis.ids import hash_code, new_id
from chassis.seal import Key
from contracts.auth import PersonRole, Token
from contracts.message import PersonId, SignInId
from services.auth.buckets import FORGOTTEN_AFTER
from services.auth.domain import (
    ABSOLUTE_LIFE,
    IDLE_LIFE,
    Entered,
    KnownLink,
    LinkPurpose,
    Newcomer,
    Profile,
)
from services.auth.tables import CHASSIS, Account, Address, Bucket, Device, Link, SignIn

T = TypeVar("T")


@dataclass(frozen=True)
class Known:
    """An account with its key and the stored hash of its password, which has this number."""

    person: PersonId
    key: Key
    password_number: int
    password_hash: str = field(repr=False)


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


def confirm_address(tx: Session, person: PersonId, at: datetime) -> bool:
    """False if it was confirmed before, or if another account has the address by now."""
    waiting = update(Address).where(Address.subject_id == person, Address.confirmed_at.is_(None))
    try:
        with tx.begin_nested():
            confirmed = tx.scalar(waiting.values(confirmed_at=at).returning(Address.subject_id))
    except IntegrityError:
        return False
    return confirmed is not None


def find_account(tx: Session, person: PersonId) -> Account | None:
    return tx.scalar(select(Account).where(Account.subject_id == person))


def get_account(tx: Session, person: PersonId) -> Account:
    """Raises Gone."""
    return _there(find_account(tx, person))


def profile(key: Key, account: Account) -> Profile:
    person = account.subject_id
    return Profile(
        person=person,
        name=key.open(Account.name, person, account.name).decode(),
        email=key.open(Account.email, person, account.email).decode(),
        role=account.role,
        created_at=account.created_at,
        version=account.version,
    )


def known(key: Key | None, account: Account | None) -> Known | None:
    """None where there is no account, or its key is destroyed."""
    if key is None or account is None:
        return None
    person = account.subject_id
    stored = key.open(Account.password, person, account.password).decode()
    return Known(person, key, account.password_number, stored)


def rename(tx: Session, key: Key, person: PersonId, name: str) -> Account:
    """Raises Gone."""
    sealed = key.seal(Account.name, person, name)
    theirs = update(Account).where(Account.subject_id == person)
    changed = theirs.values(name=sealed, version=Account.version + 1)
    return _there(tx.scalars(changed.returning(Account)).one_or_none())


def restate_password(tx: Session, known: Known, password_hash: str) -> None:
    """The same password under another hash, unless it was changed meanwhile."""
    sealed = known.key.seal(Account.password, known.person, password_hash)
    tx.execute(_with_password(known.person, known.password_number).values(password=sealed))


def change_password(tx: Session, key: Key, link: KnownLink, password_hash: str) -> bool:
    """Another password; every link that is bound to the old one is dead. False if this one is."""
    sealed = key.seal(Account.password, link.person, password_hash)
    changed = _with_password(link.person, link.password_number).values(
        password=sealed, password_number=link.password_number + 1
    )
    return tx.scalar(changed.returning(Account.subject_id)) is not None


def _with_password(person: PersonId, number: int) -> Update:
    return update(Account).where(Account.subject_id == person, Account.password_number == number)


def add_sign_in(tx: Session, known: Known, token: Token, device: str, at: datetime) -> None:
    row_id = new_id()
    tx.add(
        SignIn(
            id=row_id,
            subject_id=known.person,
            token_hash=hash_code(token),
            signed_in_at=at,
            last_seen_at=at,
        )
    )
    tx.flush()
    label = known.key.seal(Device.label, row_id, device)
    tx.add(Device(sign_in_id=row_id, subject_id=known.person, label=label))
    tx.flush()


def find_sign_in(tx: Session, token_hash: bytes) -> Entered | None:
    """Whoever's it is; it may be too old."""
    row = tx.scalar(select(SignIn).where(SignIn.token_hash == token_hash))
    return _entered(row) if row else None


def mark_seen(tx: Session, sign_in: SignInId, at: datetime) -> None:
    tx.execute(update(SignIn).where(SignIn.id == sign_in).values(last_seen_at=at))


def sign_ins_of(tx: Session, key: Key, person: PersonId) -> list[tuple[Entered, str]]:
    """Theirs with the names of the devices, newest first; some may be too old."""
    theirs = (
        select(SignIn, Device)
        .join(Device, Device.sign_in_id == SignIn.id)
        .where(SignIn.subject_id == person)
        .order_by(SignIn.signed_in_at.desc())
    )
    return [
        (_entered(sign_in), key.open(Device.label, sign_in.id, device.label).decode())
        for sign_in, device in tx.execute(theirs)
    ]


def end_sign_in(tx: Session, person: PersonId, sign_in: SignInId) -> bool:
    """False if it is not there, or not theirs."""
    theirs = delete(SignIn).where(SignIn.id == sign_in, SignIn.subject_id == person)
    return tx.scalar(theirs.returning(SignIn.id)) is not None


def end_sign_ins(tx: Session, person: PersonId) -> list[SignInId]:
    """End all of theirs; return which."""
    theirs = delete(SignIn).where(SignIn.subject_id == person).returning(SignIn.id)
    return [SignInId(ended) for ended in tx.scalars(theirs)]


def put_link(
    tx: Session, link: KnownLink, *, mail_id: UUID, token_hash: bytes, expires_at: datetime
) -> None:
    """Put the link of this mail, in place of the one that an earlier try to send it had."""
    fields = {
        "token_hash": token_hash,
        "password_number": link.password_number,
        "expires_at": expires_at,
    }
    row = {"id": mail_id, "subject_id": link.person, "purpose": link.purpose, **fields}
    tx.execute(insert(Link).values(row).on_conflict_do_update(index_elements=["id"], set_=fields))


def find_link(
    tx: Session, token_hash: bytes, purpose: LinkPurpose, at: datetime
) -> KnownLink | None:
    """The link while it is good, whoever's it is."""
    row = tx.scalar(select(Link).where(*_good(token_hash, purpose, at)))
    return KnownLink(row.subject_id, row.purpose, row.password_number) if row else None


def use_link(tx: Session, token_hash: bytes, purpose: LinkPurpose, at: datetime) -> bool:
    """True for one caller only, however many come at once."""
    used = delete(Link).where(*_good(token_hash, purpose, at)).returning(Link.id)
    return tx.scalar(used) is not None


def _good(token_hash: bytes, purpose: LinkPurpose, at: datetime) -> tuple[ColumnElement[bool], ...]:
    return Link.token_hash == token_hash, Link.purpose == purpose, Link.expires_at > at


def delete_expired(tx: Session, at: datetime) -> dict[str, int]:
    """Delete what its age has ended: sign-ins, links, counted tries. Returns rows by table."""
    unseen = or_(SignIn.last_seen_at < at - IDLE_LIFE, SignIn.signed_in_at < at - ABSOLUTE_LIFE)
    return {
        "sign_in": rows_deleted(tx, delete(SignIn).where(unseen)),
        "link": rows_deleted(tx, delete(Link).where(Link.expires_at < at)),
        "bucket": rows_deleted(tx, delete(Bucket).where(Bucket.last_at < at - FORGOTTEN_AFTER)),
    }


def abandoned(tx: Session, before: datetime, limit: int) -> list[PersonId]:
    """Those who signed up before then and never confirmed, oldest first."""
    waiting = select(Address.subject_id).where(
        Address.confirmed_at.is_(None), Address.created_at < before
    )
    return list(tx.scalars(waiting.order_by(Address.created_at).limit(limit)))


def abandon(tx: Session, person: PersonId) -> bool:
    """Delete a sign-up that waits for its confirmation; False if it was confirmed meanwhile."""
    waiting = delete(Address).where(Address.subject_id == person, Address.confirmed_at.is_(None))
    if not rows_deleted(tx, waiting):
        return False
    delete_account(tx, person)
    subject = CHASSIS.subject
    tx.execute(delete(subject).where(subject.c.subject_id == person))
    return True


def delete_account(tx: Session, person: PersonId) -> dict[str, int]:
    """Delete all rows about `person`, and the tries at their address. Returns rows by table."""
    theirs = select(Address.email_index).where(
        Address.subject_id == person, Address.confirmed_at.is_not(None)
    )
    return {
        "bucket": rows_deleted(tx, delete(Bucket).where(Bucket.email_index.in_(theirs))),
        "device": rows_deleted(tx, delete(Device).where(Device.subject_id == person)),
        "sign_in": rows_deleted(tx, delete(SignIn).where(SignIn.subject_id == person)),
        "link": rows_deleted(tx, delete(Link).where(Link.subject_id == person)),
        "address": rows_deleted(tx, delete(Address).where(Address.subject_id == person)),
        "account": rows_deleted(tx, delete(Account).where(Account.subject_id == person)),
    }


def opened(key: Key, table: Table, row: Mapping[str, Any]) -> dict[str, bytes]:
    """What a row holds sealed, but for the password's hash."""
    if table is Account.__table__:
        columns, row_id = [Account.name, Account.email], row["subject_id"]
    elif table is Device.__table__:
        columns, row_id = [Device.label], row["sign_in_id"]
    else:
        return {}
    return {column.key: key.open(column, row_id, row[column.key]) for column in columns}


def _entered(row: SignIn) -> Entered:
    return Entered(SignInId(row.id), row.subject_id, row.signed_in_at, row.last_seen_at)


def _there(row: T | None) -> T:
    if row is None:
        raise Gone("This has been deleted.")
    return row
