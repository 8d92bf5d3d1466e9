"""Instead."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Of follow-ups from before it was not written down whether a model had been asked."""
    op.add_column("turn", sa.Column("instead", sa.String(), nullable=True), schema="interview")
