"""Disclosed."""

import sqlalchemy as sa
from alembic import op

import chassis.seal

revision = "0003"
down_revision = "0002"

_PURPOSES = ("read_resume", "read_job", "read_answer", "word_probe")
_RETENTIONS = ("zero", "up_to_30_days", "own_server")
_OUTCOMES = (
    "sending",
    "answered",
    "refused",
    "truncated",
    "not_json",
    "not_our_shape",
    "rate_limited",
    "server_error",
    "timed_out",
    "unreachable",
    "key_refused",
    "not_found",
    "not_accepted",
)


def upgrade() -> None:
    op.add_column(
        "interview",
        sa.Column("names", chassis.seal.SealedType(), nullable=True),
        schema="interview",
    )
    op.create_table(
        "disclosed",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("input_hash", sa.String(length=64), nullable=False),
        sa.Column("purpose", _enum("sendingpurpose", _PURPOSES), nullable=False),
        sa.Column("fields", sa.String(length=200), nullable=False),
        sa.Column("sent_bytes", sa.Integer(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("provider", sa.String(length=64), nullable=False),
        sa.Column("model", sa.String(length=200), nullable=False),
        sa.Column("retention", _enum("retention", _RETENTIONS), nullable=False),
        sa.Column("outcome", _enum("sendingoutcome", _OUTCOMES), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lapses_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["interview.subject.subject_id"], name=op.f("fk_disclosed_subject_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disclosed")),
        sa.UniqueConstraint("item_id", "input_hash", name=op.f("uq_disclosed_item_id_input_hash")),
        schema="interview",
    )
    op.create_index(
        op.f("ix_disclosed_subject_id"), "disclosed", ["subject_id"], schema="interview"
    )
    op.create_table(
        "advice",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("interview_id", sa.Uuid(), nullable=True),
        sa.Column("input_hash", sa.String(length=64), nullable=False),
        sa.Column("answer", chassis.seal.SealedType(), nullable=False),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["interview.subject.subject_id"], name=op.f("fk_advice_subject_id")
        ),
        sa.ForeignKeyConstraint(
            ["interview_id"], ["interview.interview.id"], name=op.f("fk_advice_interview_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_advice")),
        sa.UniqueConstraint("item_id", "input_hash", name=op.f("uq_advice_item_id_input_hash")),
        schema="interview",
    )
    for column in ("subject_id", "interview_id"):
        op.create_index(op.f(f"ix_advice_{column}"), "advice", [column], schema="interview")


def _enum(name: str, members: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*members, name=name, native_enum=False, length=40)
