"""Suggestion."""

import sqlalchemy as sa
from alembic import op

import chassis.seal

revision = "0004"
down_revision = "0003"

_ENGINES = ("rules", "model")
_STATES = ("closed", "open", "waiting", "offered", "none")


def upgrade() -> None:
    """Which follow-ups from before repeat words that a model picked was not written down."""
    engine = _enum("enginekind", _ENGINES)
    op.add_column(
        "turn",
        sa.Column("worded_by", engine, nullable=False, server_default="rules"),
        schema="interview",
    )
    op.alter_column("turn", "worded_by", server_default=None, schema="interview")
    op.create_table(
        "suggestion",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("interview_id", sa.Uuid(), nullable=False),
        sa.Column("resume_id", sa.Uuid(), nullable=False),
        sa.Column("job_description_id", sa.Uuid(), nullable=False),
        sa.Column("state", _enum("suggestionstate", _STATES), nullable=False),
        sa.Column("instead", sa.String(), nullable=True),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.Column("content", chassis.seal.SealedType(), nullable=True),
        *(
            sa.ForeignKeyConstraint([column], [target], name=op.f(f"fk_suggestion_{column}"))
            for column, target in (
                ("subject_id", "interview.subject.subject_id"),
                ("interview_id", "interview.interview.id"),
                ("resume_id", "interview.resume.id"),
                ("job_description_id", "interview.job_description.id"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suggestion")),
        sa.UniqueConstraint("interview_id", name=op.f("uq_suggestion_interview_id")),
        schema="interview",
    )
    for name in ("subject_id", "resume_id", "job_description_id"):
        op.create_index(op.f(f"ix_suggestion_{name}"), "suggestion", [name], schema="interview")


def _enum(name: str, members: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*members, name=name, native_enum=False, length=40)
