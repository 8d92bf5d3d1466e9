"""How many rows an owner counted after erasing, beside its receipt."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column(
        "owner_answer", sa.Column("rows_left", sa.Integer(), nullable=True), schema="privacy"
    )
    op.execute(
        """
        UPDATE privacy.owner_answer SET rows_left = (
          SELECT coalesce(sum(value::integer), 0) FROM jsonb_each_text(receipt -> 'remaining')
        ) WHERE receipt IS NOT NULL
        """
    )
