"""The one provider of a language model that the operator may name, and on which terms."""

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from chassis.config import Settings
from contracts.disclosure import ProviderView, Retention

CLOUD_HOST = "api.openai.com"
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class MisconfiguredError(ValueError):
    """The settings name no server that we may speak to. Its text names the setting, no value."""


@dataclass(frozen=True)
class Provider:
    """`key` is None for a server that asks for none. There is no second one to fall back to."""

    name: str
    url: str
    model: str
    retention: Retention
    key: str | None = field(default=None, repr=False)

    @property
    def host(self) -> str:
        return urlsplit(self.url).hostname or ""

    @property
    def is_cloud(self) -> bool:
        return self.host == CLOUD_HOST

    @property
    def view(self) -> ProviderView:
        return ProviderView(
            name=self.name, host=self.host, model=self.model, retention=self.retention
        )


def provider(settings: Settings) -> Provider | None:
    """Builder: the provider of this installation; None where no model is named.

    Raises MisconfiguredError for a server that is not spoken to in https, unless it is this
    machine, and for OpenAI's without its key.
    """
    if not settings.model_name:
        return None
    address = urlsplit(settings.model_url)
    is_near = address.hostname in _LOOPBACK
    if address.scheme != "https" and not (address.scheme == "http" and is_near):
        raise MisconfiguredError("MIRA_MODEL_URL must begin with https://, or be this machine.")
    if not address.hostname or address.username or address.query or address.fragment:
        raise MisconfiguredError("MIRA_MODEL_URL must be a plain address, without user or query.")
    is_cloud = address.hostname == CLOUD_HOST
    if is_cloud and settings.openai_key_file is None:
        raise MisconfiguredError("MIRA_OPENAI_KEY_FILE is missing.")
    return Provider(
        name="openai" if is_cloud else "own-server",
        url=settings.model_url.rstrip("/"),
        model=settings.model_name,
        retention=_retention(settings, is_cloud=is_cloud),
        key=_key(settings.openai_key_file if is_cloud else settings.model_key_file),
    )


def _retention(settings: Settings, *, is_cloud: bool) -> Retention:
    if settings.model_zero_retention:
        return Retention.ZERO
    return Retention.UP_TO_30_DAYS if is_cloud else Retention.OWN_SERVER


def _key(file: Path | None) -> str | None:
    return file.read_text(encoding="utf-8").strip() if file else None
