"""The entrypoints of auth: what it answers, which mails it owes, what it forgets by the clock."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Table
from sqlalchemy.orm import Session

from chassis.bus.entrypoints import every, rpc, work
from chassis.bus.inject import inject, inject_within
from chassis.errors import Gone, NotFound
from chassis.ids import hash_code, new_code, new_id
from chassis.log import logger
from chassis.owner import OwnerService
from chassis.passport import mint
from chassis.seal import Key
from contracts.auth import (
    Accepted,
    AccountView,
    Auth,
    ChangeName,
    ConfirmEmail,
    Enter,
    Entrance,
    FindAccount,
    ListSignIns,
    NoticeTemplate,
    Proof,
    ProvePassword,
    RequestReset,
    ResetPassword,
    RevokeSignIn,
    SignedIn,
    SignedUp,
    SignIn,
    SignInEnded,
    SignInList,
    SignInRow,
    SignOut,
    SignUp,
    SignUpExpired,
)
from contracts.message import Owner, PersonId, Scope, SignInId, Slug
from services.auth import domain, privacy, store, tables, wiring
from services.auth.buckets import Attempt
from services.auth.domain import LinkPurpose
from services.auth.mailroom import SendMail
from services.auth.passwords import check_strength

log = logger(__name__)

SWEEP_EVERY_S = 600
SWEPT_AT_ONCE = 200


class AuthService(OwnerService, Auth):
    name = Owner.AUTH.value
    metadata = tables.Base.metadata
    tables = tables.CHASSIS

    passwords = inject(wiring.passwords)
    tokens = inject(wiring.tokens)
    throttle = inject_within(wiring.throttle)
    mailroom = inject_within(wiring.mailroom)
    signing_key = inject(wiring.signing_key)

    @rpc(public=True)
    def sign_up(self, cmd: SignUp) -> Accepted:
        """Never looks whether the address is known, so it cannot tell: the mail decides."""
        domain.check_age(is_16_or_older=cmd.is_16_or_older)
        name, address = domain.clean_name(cmd.name), domain.clean_address(cmd.email)
        check_strength(cmd.password, name, address)
        index, at = self.tokens.email_index(address), self.clock.now()
        self.throttle.mail(Attempt.SIGN_UP, index, at)
        person = PersonId(new_id())
        hashed = self.passwords.hash(cmd.password)
        new = domain.Newcomer(person, name, address, index, hashed, at)
        key = self.keyring.for_person(person)
        with self.db.transaction(person) as tx:
            self.ensure_subject(tx, person)
            store.add_account(tx, key, new)
            self._owe(tx, NoticeTemplate.CONFIRM_EMAIL, person)
        return Accepted()

    @rpc(public=True)
    def confirm_email(self, cmd: ConfirmEmail) -> Accepted:
        at, told = self.clock.now(), hash_code(cmd.token)
        link = self._link(told, LinkPurpose.CONFIRM)
        with self.db.transaction(link.person) as tx:
            used = store.use_link(tx, told, LinkPurpose.CONFIRM, at)
            if not used or not store.confirm_address(tx, link.person, at):
                raise domain.spent()
            self.outbox.put(tx, SignedUp(person=link.person))
        return Accepted()

    @rpc(public=True)
    def sign_in(self, cmd: SignIn) -> SignedIn:
        at = self.clock.now()
        index = self.tokens.email_index(domain.clean_address(cmd.email))
        entry = self.throttle.guess(index, cmd.network, at)
        with self.db.transaction() as tx:
            person = store.find_person(tx, index)
        known = self._proved(person or PersonId(new_id()), cmd.password)
        if known is None:
            raise domain.wrong_sign_in()
        self.throttle.forgive(entry)
        self._rehash_if_stale(known, cmd.password)
        token = new_code()
        with self.db.transaction(known.person) as tx:
            store.add_sign_in(tx, known, token, cmd.device, at)
        end = at + domain.ABSOLUTE_LIFE
        return SignedIn(token=token, csrf=self.tokens.csrf(token), expires_at=end)

    @rpc(public=True)
    def enter(self, query: Enter) -> Entrance:
        at = self.clock.now()
        with self.db.transaction() as tx:
            sign_in = domain.living(store.find_sign_in(tx, hash_code(query.token)), at)
            if sign_in.is_seen_late(at):
                store.mark_seen(tx, sign_in.id, at)
        profile = self._profile(sign_in.person)
        return Entrance(
            passport=mint(domain.passport(sign_in, profile.role, at), self.signing_key),
            person=sign_in.person,
            sign_in=sign_in.id,
            role=profile.role,
            name=profile.name,
            csrf=self.tokens.csrf(query.token),
        )

    @rpc(public=True)
    def request_reset(self, cmd: RequestReset) -> Accepted:
        """A mail is owed in any case; where nobody has the address it turns out to be none."""
        index, at = self.tokens.email_index(domain.clean_address(cmd.email)), self.clock.now()
        self.throttle.mail(Attempt.RESET, index, at)
        with self.db.transaction() as tx:
            person = store.find_person(tx, index) or PersonId(new_id())
            self._owe(tx, NoticeTemplate.RESET_PASSWORD, person)
        return Accepted()

    @rpc(public=True)
    def reset_password(self, cmd: ResetPassword) -> Accepted:
        told = hash_code(cmd.token)
        link = self._link(told, LinkPurpose.RESET)
        profile, key = self._profile(link.person), self._key(link.person)
        check_strength(cmd.password, profile.name, profile.email)
        hashed, at = self.passwords.hash(cmd.password), self.clock.now()
        with self.db.transaction(link.person) as tx:
            used = store.use_link(tx, told, LinkPurpose.RESET, at)
            if not used or not store.change_password(tx, key, link, hashed):
                raise domain.spent()
            for sign_in in store.end_sign_ins(tx, link.person):
                self._announce_end(tx, link.person, sign_in, "password_changed")
            self._owe(tx, NoticeTemplate.PASSWORD_CHANGED, link.person)
        return Accepted()

    @rpc
    def sign_out(self, cmd: SignOut) -> Accepted:
        """Signing out twice is signing out."""
        who = self.caller
        with self.db.transaction(who.person) as tx:
            if store.end_sign_in(tx, who.person, who.sign_in):
                self._announce_end(tx, who.person, who.sign_in, "signed_out")
        return Accepted()

    @rpc
    def list_sign_ins(self, query: ListSignIns) -> SignInList:
        who, at = self.caller, self.clock.now()
        key = self._key(who.person)
        with self.db.transaction(who.person) as tx:
            theirs = store.sign_ins_of(tx, key, who.person)
        rows = [
            SignInRow(
                sign_in=sign_in.id,
                device=device,
                signed_in_at=sign_in.signed_in_at,
                last_seen_at=sign_in.last_seen_at,
                is_this_one=sign_in.id == who.sign_in,
            )
            for sign_in, device in theirs
            if sign_in.ends_at > at
        ]
        return SignInList(sign_ins=tuple(rows))

    @rpc
    def revoke_sign_in(self, cmd: RevokeSignIn) -> Accepted:
        """Raises NotFound when it has ended, or is not theirs."""
        person = self.caller.person
        with self.db.transaction(person) as tx:
            if not store.end_sign_in(tx, person, cmd.sign_in):
                raise NotFound("This sign-in has ended.")
            self._announce_end(tx, person, cmd.sign_in, "revoked")
        return Accepted()

    @rpc
    def find_account(self, query: FindAccount) -> AccountView:
        return domain.view(self._profile(self.caller.person))

    @rpc(write=True)
    def change_name(self, cmd: ChangeName) -> AccountView:
        person, name = self.caller.person, domain.clean_name(cmd.name)
        key = self._key(person)
        with self.db.transaction(person) as tx:
            renamed = store.rename(tx, key, person, name)
            return self.answers.keep(tx, domain.view(store.profile(key, renamed)))

    @rpc
    def prove_password(self, cmd: ProvePassword) -> Proof:
        who, at = self.caller, self.clock.now()
        entry = self.throttle.prove(who.person, at)
        if self._proved(who.person, cmd.password) is None:
            raise domain.wrong_password()
        self.throttle.forgive(entry)
        proof = domain.proof(who, cmd.act, SignInId(new_id()), at)
        return Proof(passport=mint(proof, self.signing_key), expires_at=proof.expires_at)

    @work
    def send_mail(self, task: SendMail) -> None:
        """Say what the account's state calls for by now, which may be nothing."""
        self.mailroom.send(task, self.clock.now())

    @every(seconds=SWEEP_EVERY_S)
    def forget_expired(self) -> None:
        """Delete what its age has ended, and sign-ups that nobody confirmed."""
        at = self.clock.now()
        with self.db.transaction() as tx:
            rows = store.delete_expired(tx, at)
            waiting = store.abandoned(tx, at - domain.UNCONFIRMED_LIFE, SWEPT_AT_ONCE)
        for person in waiting:
            with self.db.transaction(person) as tx:
                if store.abandon(tx, person):
                    self.outbox.put(tx, SignUpExpired(person=person))
        log.info("expired", tables=rows, count=len(waiting))

    def erase(self, tx: Session, scope: Scope, item_id: UUID, person: PersonId) -> dict[str, int]:
        return privacy.erase(tx, scope, person)

    def export(self, table: Table, row: Mapping[str, Any], person: PersonId) -> Mapping[str, bytes]:
        return privacy.export(self.keyring, table, row, person)

    def _owe(self, tx: Session, template: NoticeTemplate, person: PersonId) -> None:
        self.jobs.add(tx, SendMail(mail_id=new_id(), person=person, template=template), person)

    def _announce_end(self, tx: Session, person: PersonId, sign_in: SignInId, why: Slug) -> None:
        self.outbox.put(tx, SignInEnded(person=person, sign_in=sign_in, why=why))

    def _key(self, person: PersonId) -> Key:
        return self.keyring.get(Scope.ACCOUNT, person, person)

    def _profile(self, person: PersonId) -> domain.Profile:
        """Raises Gone."""
        with self.db.transaction(person) as tx:
            account = store.get_account(tx, person)
        return store.profile(self._key(person), account)

    def _link(self, token_hash: bytes, purpose: LinkPurpose) -> domain.KnownLink:
        with self.db.transaction() as tx:
            link = store.find_link(tx, token_hash, purpose, self.clock.now())
        if link is None:
            raise domain.spent()
        return link

    def _proved(self, person: PersonId, password: str) -> store.Known | None:
        """The account, if this is its password; the same work and time where there is none."""
        with self.db.transaction(person) as tx:
            account = store.find_account(tx, person)
        known = store.known(self._key_or_none(person), account)
        is_right = self.passwords.matches(password, known.password_hash if known else None)
        if known is None or not is_right:
            log.info("password_refused")
            return None
        return known

    def _key_or_none(self, person: PersonId) -> Key | None:
        try:
            return self._key(person)
        except Gone:
            return None

    def _rehash_if_stale(self, known: store.Known, password: str) -> None:
        if self.passwords.is_stale(known.password_hash):
            hashed = self.passwords.hash(password)
            with self.db.transaction(known.person) as tx:
                store.restate_password(tx, known, hashed)
