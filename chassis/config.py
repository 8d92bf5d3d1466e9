"""What a process is told from outside: one frozen model, from the environment, checked at start."""

from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Read from `MIRA_*`. A process that is missing one refuses to start and names it.

    `process` is the owner's word, `gateway` or `verifier`. `alive` is a file that a process which
    nobody can ask touches whenever its work has gone on. `secrets` is a folder of files, described
    in `chassis/secrets.py`; URLs with passwords never show them in a repr.

    Without `model_name` no model is ever asked. `openai_key_file` is sent to api.openai.com alone;
    `model_key_file` to the server that `model_url` names, if it is another. `model_zero_retention`
    is the operator's word that zero retention is in force there. `model_patience_s` is how long
    a document waits for its answers in all, whether the server is away or slow. Each answer of
    an interview is read `model_samples` times; a report has `model_report_s` for all of them, and
    so has a suggested plan; a follow-up has `model_probe_s`, which leaves time in the 3 s that a
    call within Mira may take.
    """

    model_config = SettingsConfigDict(
        env_prefix="MIRA_", frozen=True, extra="ignore", hide_input_in_errors=True
    )

    process: str
    secrets: Path
    amqp_url: SecretStr
    database_url: SecretStr | None = None
    keys_url: SecretStr | None = None
    public_url: str = "http://127.0.0.1:8000"
    smtp_host: str = "127.0.0.1"
    smtp_port: int = 1025
    workers: int = Field(default=10, ge=1, le=100)
    log_level: str = "INFO"
    alive: Path | None = None
    model_name: str = ""
    model_url: str = "https://api.openai.com/v1"
    openai_key_file: Path | None = None
    model_key_file: Path | None = None
    model_zero_retention: bool = False
    model_patience_s: float = Field(default=120, ge=1, le=3600)
    model_samples: int = Field(default=3, ge=1, le=9)
    model_report_s: float = Field(default=45, ge=1, le=300)
    model_probe_s: float = Field(default=2, ge=0.5, le=2.5)


def settings() -> Settings:
    """The settings of this process, read anew: callers build from them once, at start."""
    return Settings()
