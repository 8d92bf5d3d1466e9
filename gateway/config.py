"""What the gateway is told from outside, beside what every process is told."""

from urllib.parse import urlsplit

from pydantic import Field

from chassis.config import Settings


class GatewaySettings(Settings):
    """`rate_per_minute` is per sign-in or network and per worker, so it is approximate.

    `is_development` shows `/styleguide`.
    """

    process: str = "gateway"
    rate_per_minute: int = Field(default=6000, ge=1)
    is_development: bool = False
    security_contact: str = "mailto:security@mira.example"

    @property
    def is_behind_tls(self) -> bool:
        return self.public_url.startswith("https://")

    @property
    def cookie(self) -> str:
        """The name of the session cookie: cookies ignore ports, so a local one names its own."""
        if self.is_behind_tls:
            return "__Host-mira"
        return f"__Host-mira-{urlsplit(self.public_url).port or 80}"

    @property
    def hosts(self) -> list[str]:
        """Names by which the gateway may be asked; anything else is a rebinding trick."""
        return [urlsplit(self.public_url).hostname or "localhost", "localhost", "127.0.0.1"]


def gateway_settings() -> GatewaySettings:
    """The settings of this process, from the environment."""
    return GatewaySettings()
