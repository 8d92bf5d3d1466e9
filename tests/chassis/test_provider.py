"""Which provider the settings name; where there is doubt, the process does not start."""

from pathlib import Path

import pytest

from chassis.config import Settings
from chassis.provider import MisconfiguredError, provider
from contracts.disclosure import Retention


@pytest.fixture
def keys(tmp_path):
    for name in ("cloud", "near"):
        (tmp_path / name).write_text(f"the-{name}-key\n")
    return tmp_path


def settings(keys: Path | None = None, **changed: object) -> Settings:
    given = {"process": "documents", "secrets": Path("x"), "amqp_url": "amqp://x", **changed}
    if keys is not None:
        given = {"openai_key_file": keys / "cloud", "model_key_file": keys / "near", **given}
    return Settings(**given)  # type: ignore[arg-type]  # a test names real settings


def test_without_a_model_there_is_none():
    assert provider(settings()) is None


def test_the_cloud_gets_the_key_of_the_cloud(keys):
    named = provider(settings(keys, model_name="sample-1"))

    assert (named.host, named.key, named.name) == ("api.openai.com", "the-cloud-key", "openai")
    assert named.retention is Retention.UP_TO_30_DAYS


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:11434/v1",
        "https://models.example.org/v1",
        "https://api.openai.com.example.org/v1",
    ],
)
def test_the_key_of_the_cloud_goes_nowhere_else(keys, url):
    named = provider(settings(keys, model_name="sample-1", model_url=url))

    assert (named.key, named.name) == ("the-near-key", "own-server")
    assert named.retention is Retention.OWN_SERVER


def test_a_server_that_asks_for_no_key_gets_none(keys):
    near = settings(keys, model_name="m", model_url="http://localhost:1/v1", model_key_file=None)

    assert provider(near).key is None


def test_zero_retention_is_the_operators_word(keys):
    named = provider(settings(keys, model_name="sample-1", model_zero_retention=True))

    assert named.retention is Retention.ZERO


@pytest.mark.parametrize(
    ("changed", "setting"),
    [
        ({"model_url": "http://models.example.org/v1"}, "MIRA_MODEL_URL"),
        ({"model_url": "http://127.0.0.1.example.org/v1"}, "MIRA_MODEL_URL"),
        ({"model_url": "ftp://127.0.0.1/v1"}, "MIRA_MODEL_URL"),
        ({"model_url": "https://somebody:secret@models.example.org/v1"}, "MIRA_MODEL_URL"),
        ({"model_url": "https://"}, "MIRA_MODEL_URL"),
        ({"openai_key_file": None}, "MIRA_OPENAI_KEY_FILE"),
    ],
)
def test_an_address_in_doubt_is_refused_by_the_name_of_its_setting(keys, changed, setting):
    with pytest.raises(MisconfiguredError, match=setting) as refused:
        provider(settings(keys, **{"model_name": "sample-1", **changed}))

    assert "secret" not in str(refused.value)
