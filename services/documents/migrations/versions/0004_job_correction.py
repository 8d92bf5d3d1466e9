"""What the owner of a job description corrects."""

import sqlalchemy as sa
from alembic import op

import chassis.seal

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "job_correction",
        sa.Column("job_description_id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("given", chassis.seal.SealedType(), nullable=False),
        sa.Column("analysis", chassis.seal.SealedType(), nullable=False),
        sa.Column("corrected_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["job_description_id"],
            ["documents.job_description.id"],
            name=op.f("fk_job_correction_job_description_id"),
        ),
        sa.ForeignKeyConstraint(
            ["subject_id"],
            ["documents.subject.subject_id"],
            name=op.f("fk_job_correction_subject_id"),
        ),
        sa.PrimaryKeyConstraint("job_description_id", name=op.f("pk_job_correction")),
        schema="documents",
    )
    op.create_index(
        op.f("ix_job_correction_subject_id"),
        "job_correction",
        ["subject_id"],
        unique=False,
        schema="documents",
    )
