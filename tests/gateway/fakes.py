"""The services as the gateway's tests know them: small, with memory, keeping the contracts."""

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from chassis.errors import Conflict, Invalid, NotAllowed
from chassis.ids import new_code, new_id
from contracts import auth, documents
from contracts.message import Message, PersonId, SignInId
from gateway.auth import examples as auth_examples
from gateway.documents import examples
from tests.gateway.world import AT, Account, Bearer, World, tomorrow

View = TypeVar("View", bound=Message)


def renamed(view: View, ids: Mapping[UUID, UUID], **changed: str) -> View:
    """`view` with other ids, also in all that it quotes, and other fields."""
    text = view.model_dump_json()
    for old, new in ids.items():
        text = text.replace(str(old), str(new))
    return type(view).model_validate_json(text).model_copy(update=changed)


class Fake:
    def __init__(self, world: World, passport: str | None) -> None:
        self.world = world
        self.passport = passport

    @property
    def bearer(self) -> Bearer:
        return self.world.bearer(self.passport)

    @property
    def person(self) -> PersonId:
        return self.bearer.person


class FakeAuth(Fake, auth.Auth):
    def sign_up(self, cmd: auth.SignUp) -> auth.Accepted:
        if not cmd.is_16_or_older:
            raise Invalid("An account needs an age of 16 or more.", code="too-young")
        if len(cmd.password) < 15:
            raise Invalid("Use 15 characters or more.", code="password-short", field="password")
        if cmd.email not in self.world.accounts:
            account = Account(PersonId(new_id()), cmd.name, cmd.email, cmd.password)
            self.world.accounts[cmd.email] = account
        self.world.mails.append((cmd.email, new_code()))
        return auth.Accepted()

    def confirm_email(self, cmd: auth.ConfirmEmail) -> auth.Accepted:
        for email, token in self.world.mails:
            if token == cmd.token:
                self.world.accounts[email].is_confirmed = True
                return auth.Accepted()
        raise Invalid("This link was used, or is too old.", code="token-used", field="token")

    def sign_in(self, cmd: auth.SignIn) -> auth.SignedIn:
        account = self.world.accounts.get(cmd.email)
        if account is None or account.password != cmd.password or not account.is_confirmed:
            raise NotAllowed("Address and password do not match.", code="wrong-sign-in")
        token = self.world.sign_in(account)
        csrf = self.world.csrf[self.world.tokens[token].sign_in]
        return auth.SignedIn(token=token, csrf=csrf, expires_at=tomorrow())

    def enter(self, query: auth.Enter) -> auth.Entrance:
        bearer = self.world.tokens.get(query.token)
        if bearer is None:
            raise NotAllowed("Please sign in.", code="sign-in-required")
        name = next(a.name for a in self.world.accounts.values() if a.person == bearer.person)
        return auth.Entrance(
            passport=self.world.issue(bearer),
            person=bearer.person,
            sign_in=bearer.sign_in,
            role=auth.PersonRole.PERSON,
            name=name,
            csrf=self.world.csrf[bearer.sign_in],
        )

    def request_reset(self, cmd: auth.RequestReset) -> auth.Accepted:
        self.world.mails.append((cmd.email, new_code()))
        return auth.Accepted()

    def reset_password(self, cmd: auth.ResetPassword) -> auth.Accepted:
        email = next(email for email, token in self.world.mails if token == cmd.token)
        self.world.accounts[email].password = cmd.password
        return auth.Accepted()

    def sign_out(self, cmd: auth.SignOut) -> auth.Accepted:
        self._end(self.bearer.sign_in)
        return auth.Accepted()

    def list_sign_ins(self, query: auth.ListSignIns) -> auth.SignInList:
        row = auth_examples.SIGN_INS.sign_ins[0]
        rows = [
            row.model_copy(
                update={"sign_in": each.sign_in, "is_this_one": each.sign_in == self.bearer.sign_in}
            )
            for each in self.world.tokens.values()
            if each.person == self.person
        ]
        return auth.SignInList(sign_ins=tuple(rows))

    def revoke_sign_in(self, cmd: auth.RevokeSignIn) -> auth.Accepted:
        self._end(cmd.sign_in)
        return auth.Accepted()

    def find_account(self, query: auth.FindAccount) -> auth.AccountView:
        account = self._account()
        return auth.AccountView(
            person=account.person,
            name=account.name,
            email=account.email,
            created_at=AT,
            version=1,
        )

    def change_name(self, cmd: auth.ChangeName) -> auth.AccountView:
        self._account().name = cmd.name
        return self.find_account(auth.FindAccount())

    def prove_password(self, cmd: auth.ProvePassword) -> auth.Proof:
        if cmd.password != self._account().password:
            raise NotAllowed("This is not your password.", code="wrong-sign-in")
        bearer = Bearer(self.person, self.bearer.sign_in, cmd.act)
        return auth.Proof(passport=self.world.issue(bearer), expires_at=tomorrow())

    def _account(self) -> Account:
        return next(a for a in self.world.accounts.values() if a.person == self.person)

    def _end(self, sign_in: SignInId) -> None:
        tokens = self.world.tokens
        for token in [token for token, bearer in tokens.items() if bearer.sign_in == sign_in]:
            del tokens[token]


class FakeDocuments(Fake, documents.Documents):
    def add_resume(self, cmd: documents.AddResume) -> documents.ResumeView:
        view = self._settled(examples.RESUME, examples.RESUME_WAITING)
        view = renamed(view, {examples.RESUME_ID: new_id()}, title=cmd.title or view.title)
        self.world.put("resume", view.resume_id, self.person, view)
        self.world.put("original", view.resume_id, self.person, cmd)
        return view

    def find_resume(self, query: documents.FindResume) -> documents.ResumeView:
        return self.world.get("resume", query.resume_id, self.person)

    def find_original(self, query: documents.FindResume) -> documents.Original:
        cmd = self.world.get("original", query.resume_id, self.person)
        return documents.Original(title=cmd.title, format="pdf", data=cmd.data)

    def correct_resume(self, cmd: documents.CorrectResume) -> documents.ResumeView:
        """Remembers; what comes of it is the service's own test."""
        there = self._unchanged("resume", cmd.resume_id, cmd.version)
        for place, each in enumerate(cmd.corrections.roles):
            if each.now and each.now.end and each.now.start and each.now.end < each.now.start:
                raise Invalid("The end is before the start.", field=f"roles.{place}.now.end")
        changed = {"corrections": cmd.corrections, "read": there.read or there.analysis}
        return self._changed("resume", cmd.resume_id, there, changed)

    def rename_resume(self, cmd: documents.RenameResume) -> documents.ResumeView:
        there = self._unchanged("resume", cmd.resume_id, cmd.version)
        return self._changed("resume", cmd.resume_id, there, {"title": cmd.title})

    def read_resume_again(self, cmd: documents.ReadResumeAgain) -> documents.ResumeView:
        there = self.world.get("resume", cmd.resume_id, self.person)
        waiting = {"state": documents.WorkState.WAITING}
        return self._changed("resume", cmd.resume_id, there, waiting)

    def rename_job_description(
        self, cmd: documents.RenameJobDescription
    ) -> documents.JobDescriptionView:
        there = self._unchanged("job_description", cmd.job_description_id, cmd.version)
        title = {"title": cmd.title}
        return self._changed("job_description", cmd.job_description_id, there, title)

    def correct_job_description(
        self, cmd: documents.CorrectJobDescription
    ) -> documents.JobDescriptionView:
        """As for a résumé."""
        there = self._unchanged("job_description", cmd.job_description_id, cmd.version)
        for place, each in enumerate(cmd.corrections.requirements):
            if each.now and each.now.quote not in (there.text or ""):
                field = f"requirements.{place}.now.quote"
                raise Invalid("This does not stand in the text.", field=field)
        for name in ("title", "employer", "place", "pay"):
            if (getattr(cmd.corrections.facts, name) or "") not in (there.text or ""):
                raise Invalid("This does not stand in the text.", field=f"facts.{name}")
        changed = {"corrections": cmd.corrections, "read": there.read or there.analysis}
        return self._changed("job_description", cmd.job_description_id, there, changed)

    def read_job_description_again(
        self, cmd: documents.ReadJobDescriptionAgain
    ) -> documents.JobDescriptionView:
        there = self.world.get("job_description", cmd.job_description_id, self.person)
        waiting = {"state": documents.WorkState.WAITING}
        return self._changed("job_description", cmd.job_description_id, there, waiting)

    def add_job_description(self, cmd: documents.AddJobDescription) -> documents.JobDescriptionView:
        view = self._settled(examples.JOB, examples.JOB_WAITING)
        view = renamed(view, {examples.JOB_ID: new_id()}, title=cmd.title or view.title)
        self.world.put("job_description", view.job_description_id, self.person, view)
        return view

    def find_job_description(
        self, query: documents.FindJobDescription
    ) -> documents.JobDescriptionView:
        return self.world.get("job_description", query.job_description_id, self.person)

    def request_fit(self, cmd: documents.RequestFit) -> documents.FitView:
        self.world.get("resume", cmd.resume_id, self.person)
        self.world.get("job_description", cmd.job_description_id, self.person)
        ids = {
            examples.FIT_ID: new_id(),
            examples.RESUME_ID: cmd.resume_id,
            examples.JOB_ID: cmd.job_description_id,
        }
        view = renamed(self._settled(examples.FIT, examples.FIT_WAITING), ids)
        self.world.put("fit", view.fit_id, self.person, view)
        return view

    def find_fit(self, query: documents.FindFit) -> documents.FitView:
        return self.world.get("fit", query.fit_id, self.person)

    def find_briefing(self, query: documents.FindFit) -> documents.Briefing:
        fit = self.find_fit(query)
        if fit.report is None:
            raise Conflict("The fit report is not done yet.", code="fit-not-ready")
        return documents.Briefing(
            fit_id=fit.fit_id,
            resume=renamed(examples.ANALYSIS, {examples.RESUME_ID: fit.resume_id}),
            job=examples.JOB_ANALYSIS,
            fit=fit.report,
        )

    def list_documents(self, query: documents.ListDocuments) -> documents.DocumentList:
        return documents.DocumentList(
            resumes=self.world.all("resume", self.person),
            job_descriptions=self.world.all("job_description", self.person),
            fits=self.world.all("fit", self.person),
        )

    def _unchanged(self, kind: str, item_id: UUID, version: int | None) -> Any:
        there = self.world.get(kind, item_id, self.person)
        if version is None:
            raise Conflict("Say which version.", code="version-needed")
        if version != there.version:
            raise Conflict("It was changed since.", code="changed-meanwhile")
        return there

    def _changed(self, kind: str, item_id: UUID, there: Any, changed: dict[str, Any]) -> Any:
        view = there.model_copy(update={**changed, "version": there.version + 1})
        self.world.put(kind, item_id, self.person, view)
        return view

    def _settled(self, done: View, waiting: View) -> View:
        return waiting if self.world.is_slow else done
