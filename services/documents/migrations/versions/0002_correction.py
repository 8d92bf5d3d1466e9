"""What the owner of a résumé corrects, and why exactly a file was refused."""

import sqlalchemy as sa
from alembic import op

import chassis.seal

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "correction",
        sa.Column("resume_id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("given", chassis.seal.SealedType(), nullable=False),
        sa.Column("text", chassis.seal.SealedType(), nullable=False),
        sa.Column("analysis", chassis.seal.SealedType(), nullable=False),
        sa.Column("corrected_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["resume_id"], ["documents.resume.id"], name=op.f("fk_correction_resume_id")
        ),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["documents.subject.subject_id"], name=op.f("fk_correction_subject_id")
        ),
        sa.PrimaryKeyConstraint("resume_id", name=op.f("pk_correction")),
        schema="documents",
    )
    op.create_index(
        op.f("ix_correction_subject_id"),
        "correction",
        ["subject_id"],
        unique=False,
        schema="documents",
    )
    op.add_column(
        "resume",
        sa.Column("refusal_detail", sa.String(length=64), nullable=True),
        schema="documents",
    )
