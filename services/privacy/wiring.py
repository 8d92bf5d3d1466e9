"""What privacy is made of, given a configuration."""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from chassis.config import Settings
from chassis.keys import KeyDestroyer
from chassis.secrets import secrets
from contracts.message import Owner
from services.privacy.certificate import Issuer
from services.privacy.codes import Codes


def destroyer(settings: Settings) -> KeyDestroyer:
    if settings.keys_url is None:
        raise ValueError("MIRA_KEYS_URL is missing.")
    return KeyDestroyer(settings.keys_url)


def signing_key(settings: Settings) -> Ed25519PrivateKey:
    return secrets(settings).signing_key(Owner.PRIVACY)


def issuer(settings: Settings) -> Issuer:
    trusted = secrets(settings)
    return Issuer(trusted.signing_key(Owner.PRIVACY), trusted.public_keys())


def codes(settings: Settings) -> Codes:
    return Codes(secrets(settings).read(f"sign/{Owner.PRIVACY}.key"))
