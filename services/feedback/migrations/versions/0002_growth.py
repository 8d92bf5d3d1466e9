"""What a report lays beside the résumé, drills, and stories."""

import sqlalchemy as sa
from alembic import op

import chassis.seal

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column(
        "report",
        sa.Column("facts", chassis.seal.SealedType(), nullable=True),
        schema="feedback",
    )
    op.create_table(
        "drill",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("interview_id", sa.Uuid(), nullable=False),
        sa.Column("question_id", sa.String(length=64), nullable=False),
        sa.Column(
            "state",
            sa.Enum("open", "done", "dismissed", name="drillstate", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("tries", chassis.seal.SealedType(), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["interview_id"], ["feedback.report.id"], name=op.f("fk_drill_interview_id")
        ),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["feedback.subject.subject_id"], name=op.f("fk_drill_subject_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drill")),
        sa.UniqueConstraint(
            "interview_id", "question_id", name=op.f("uq_drill_interview_id_question_id")
        ),
        schema="feedback",
    )
    op.create_index(
        op.f("ix_drill_subject_id"), "drill", ["subject_id"], unique=False, schema="feedback"
    )
    op.create_table(
        "story",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("interview_id", sa.Uuid(), nullable=False),
        sa.Column("resume_id", sa.Uuid(), nullable=True),
        sa.Column("told", chassis.seal.SealedType(), nullable=False),
        sa.Column("title", chassis.seal.SealedType(), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["interview_id"], ["feedback.report.id"], name=op.f("fk_story_interview_id")
        ),
        sa.ForeignKeyConstraint(
            ["resume_id"], ["feedback.resume.id"], name=op.f("fk_story_resume_id")
        ),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["feedback.subject.subject_id"], name=op.f("fk_story_subject_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_story")),
        schema="feedback",
    )
    for column in ("interview_id", "resume_id", "subject_id"):
        op.create_index(
            op.f(f"ix_story_{column}"), "story", [column], unique=False, schema="feedback"
        )
