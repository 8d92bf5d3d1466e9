"""Proof: counts that the verifier owes, incidents, certificates."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"

_ROUNDS = ("first", "after_1_hour", "after_24_hours", "after_31_days")


def upgrade() -> None:
    op.add_column("erasure_case", sa.Column("epoch", sa.Integer(), nullable=True), schema="privacy")
    op.create_table(
        "count_owed",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column(
            "round",
            sa.Enum(*_ROUNDS, name="round", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("counted", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("counted_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["privacy.erasure_case.id"], name=op.f("fk_count_owed_case_id")
        ),
        sa.PrimaryKeyConstraint("case_id", "round", name=op.f("pk_count_owed")),
        schema="privacy",
    )
    op.create_index(
        "ix_count_owed_due",
        "count_owed",
        ["due_at"],
        unique=False,
        schema="privacy",
        postgresql_where=sa.text("counted_at IS NULL"),
    )
    op.create_table(
        "incident",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column(
            "round",
            sa.Enum(*_ROUNDS, name="round", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("rows", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["privacy.erasure_case.id"], name=op.f("fk_incident_case_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incident")),
        schema="privacy",
    )
    op.create_index(
        "uq_incident_open",
        "incident",
        ["case_id", "round"],
        unique=True,
        schema="privacy",
        postgresql_where=sa.text("closed_at IS NULL"),
    )
    op.create_table(
        "issued_document",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["privacy.erasure_case.id"], name=op.f("fk_issued_document_case_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issued_document")),
        schema="privacy",
    )
    op.create_index(
        op.f("ix_issued_document_case_id"),
        "issued_document",
        ["case_id"],
        unique=False,
        schema="privacy",
    )
