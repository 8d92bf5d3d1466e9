"""Export."""

import sqlalchemy as sa
from alembic import op

import chassis.seal

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "export",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("parts", sa.Integer(), nullable=True),
        sa.Column("size_bytes", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["privacy.subject.subject_id"], name=op.f("fk_export_subject_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_export")),
        schema="privacy",
    )
    op.create_index(
        op.f("ix_export_subject_id"), "export", ["subject_id"], unique=False, schema="privacy"
    )
    op.create_table(
        "export_piece",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("export_id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("data", chassis.seal.SealedType(), nullable=False),
        sa.ForeignKeyConstraint(
            ["export_id"], ["privacy.export.id"], name=op.f("fk_export_piece_export_id")
        ),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["privacy.subject.subject_id"], name=op.f("fk_export_piece_subject_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_export_piece")),
        sa.UniqueConstraint("export_id", "number", name=op.f("uq_export_piece_export_id_number")),
        schema="privacy",
    )
    op.create_index(
        op.f("ix_export_piece_subject_id"),
        "export_piece",
        ["subject_id"],
        unique=False,
        schema="privacy",
    )
