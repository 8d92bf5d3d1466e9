"""Room."""

import sqlalchemy as sa
from alembic import op

import chassis.seal

revision = "0002"
down_revision = "0001"

_DIFFICULTIES = ("adaptive", "one", "two", "three")


def upgrade() -> None:
    """Sessions from before follow the answers at the planned pace, which nothing had hastened."""
    difficulty = sa.Enum(*_DIFFICULTIES, name="difficulty", native_enum=False, length=40)
    for column in (
        sa.Column("difficulty", difficulty, nullable=False, server_default="adaptive"),
        sa.Column("pace", sa.Integer(), nullable=False, server_default="1"),
    ):
        op.add_column("interview", column, schema="interview")
        op.alter_column("interview", column.name, server_default=None, schema="interview")
    op.add_column("turn", sa.Column("level", sa.Integer(), nullable=True), schema="interview")
    op.create_table(
        "draft",
        sa.Column("interview_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("text", chassis.seal.SealedType(), nullable=False),
        sa.ForeignKeyConstraint(
            ["interview_id"], ["interview.interview.id"], name=op.f("fk_draft_interview_id")
        ),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["interview.subject.subject_id"], name=op.f("fk_draft_subject_id")
        ),
        sa.PrimaryKeyConstraint("interview_id", "id", name=op.f("pk_draft")),
        schema="interview",
    )
    op.create_index(op.f("ix_draft_subject_id"), "draft", ["subject_id"], schema="interview")
