"""Why a job description could not be read: of such a one there is no text."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_STATES = (
    "ok",
    "scanned",
    "password",
    "too_large",
    "bomb",
    "unsupported",
    "empty",
    "unreadable",
)


def upgrade() -> None:
    states = sa.Enum(*_STATES, name="extractionstate", native_enum=False, length=40)
    for column in (
        sa.Column("refusal", states, nullable=True),
        sa.Column("refusal_detail", sa.String(length=64), nullable=True),
    ):
        op.add_column("job_description", column, schema="documents")
    op.alter_column("job_description", "text", nullable=True, schema="documents")
