"""Initial."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

import chassis.seal

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "job",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=80), nullable=False),
        sa.Column("message_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(length=80), nullable=True),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("body", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("stage", sa.String(length=64), nullable=True),
        sa.Column("done", sa.Integer(), server_default="0", nullable=False),
        sa.Column("total", sa.Integer(), server_default="0", nullable=False),
        sa.Column("tries", sa.Integer(), server_default="0", nullable=False),
        sa.Column("crashes", sa.Integer(), server_default="0", nullable=False),
        sa.Column("next_attempt_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lease", sa.Uuid(), nullable=True),
        sa.Column("leased_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("code", sa.String(length=64), nullable=True),
        sa.Column("trace_id", sa.String(length=64), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job")),
        sa.UniqueConstraint("kind", "message_id", name=op.f("uq_job_kind_message_id")),
        schema="feedback",
    )
    op.create_index(
        "ix_job_due",
        "job",
        ["next_attempt_at"],
        unique=False,
        schema="feedback",
        postgresql_where=sa.text("state IN ('waiting', 'running')"),
    )
    op.create_index(
        "uq_job_living",
        "job",
        ["kind", "key"],
        unique=True,
        schema="feedback",
        postgresql_where=sa.text("state IN ('waiting', 'running')"),
    )
    op.create_table(
        "outbox",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("topic", sa.String(length=80), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("body", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("trace_id", sa.String(length=64), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        schema="feedback",
    )
    op.create_index(
        "ix_outbox_published_at", "outbox", ["published_at"], unique=False, schema="feedback"
    )
    op.create_index(
        "ix_outbox_unpublished",
        "outbox",
        ["id"],
        unique=False,
        schema="feedback",
        postgresql_where=sa.text("published_at IS NULL"),
    )
    op.create_table(
        "subject",
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("subject_id", name=op.f("pk_subject")),
        schema="feedback",
    )
    op.create_table(
        "tombstone",
        sa.Column("scope", sa.String(length=20), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("log_seq", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("receipt", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.PrimaryKeyConstraint("scope", "id", name=op.f("pk_tombstone")),
        schema="feedback",
    )
    op.create_index(
        op.f("ix_tombstone_log_seq"), "tombstone", ["log_seq"], unique=False, schema="feedback"
    )
    op.create_table(
        "answered",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("key_hash", sa.LargeBinary(), nullable=False),
        sa.Column("body_hash", sa.LargeBinary(), nullable=False),
        sa.Column("answer", chassis.seal.SealedType(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["feedback.subject.subject_id"], name=op.f("fk_answered_subject_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answered")),
        sa.UniqueConstraint("subject_id", "key_hash", name=op.f("uq_answered_subject_id_key_hash")),
        schema="feedback",
    )
    op.create_index(
        op.f("ix_answered_answered_at"),
        "answered",
        ["answered_at"],
        unique=False,
        schema="feedback",
    )
    op.create_index(
        op.f("ix_answered_subject_id"), "answered", ["subject_id"], unique=False, schema="feedback"
    )
    op.create_table(
        "job_description",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["subject_id"],
            ["feedback.subject.subject_id"],
            name=op.f("fk_job_description_subject_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job_description")),
        schema="feedback",
    )
    op.create_index(
        op.f("ix_job_description_subject_id"),
        "job_description",
        ["subject_id"],
        unique=False,
        schema="feedback",
    )
    op.create_table(
        "resume",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["feedback.subject.subject_id"], name=op.f("fk_resume_subject_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resume")),
        schema="feedback",
    )
    op.create_index(
        op.f("ix_resume_subject_id"), "resume", ["subject_id"], unique=False, schema="feedback"
    )
    op.create_table(
        "report",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("resume_id", sa.Uuid(), nullable=True),
        sa.Column("job_description_id", sa.Uuid(), nullable=True),
        sa.Column(
            "state",
            sa.Enum("waiting", "done", "refused", name="workstate", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("title", chassis.seal.SealedType(), nullable=True),
        sa.Column("transcript", chassis.seal.SealedType(), nullable=True),
        sa.Column("report", chassis.seal.SealedType(), nullable=True),
        sa.Column("overall", chassis.seal.SealedType(), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["job_description_id"],
            ["feedback.job_description.id"],
            name=op.f("fk_report_job_description_id"),
        ),
        sa.ForeignKeyConstraint(
            ["resume_id"], ["feedback.resume.id"], name=op.f("fk_report_resume_id")
        ),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["feedback.subject.subject_id"], name=op.f("fk_report_subject_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
        schema="feedback",
    )
    op.create_index(
        op.f("ix_report_job_description_id"),
        "report",
        ["job_description_id"],
        unique=False,
        schema="feedback",
    )
    op.create_index(
        op.f("ix_report_resume_id"), "report", ["resume_id"], unique=False, schema="feedback"
    )
    op.create_index(
        op.f("ix_report_subject_id"), "report", ["subject_id"], unique=False, schema="feedback"
    )
    op.create_table(
        "quote",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("interview_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("resume_id", sa.Uuid(), nullable=True),
        sa.Column("job_description_id", sa.Uuid(), nullable=True),
        sa.Column("span", chassis.seal.SealedType(), nullable=False),
        sa.CheckConstraint(
            "num_nonnulls(resume_id, job_description_id) = 1", name=op.f("ck_quote_one_document")
        ),
        sa.ForeignKeyConstraint(
            ["interview_id"], ["feedback.report.id"], name=op.f("fk_quote_interview_id")
        ),
        sa.ForeignKeyConstraint(
            ["job_description_id"],
            ["feedback.job_description.id"],
            name=op.f("fk_quote_job_description_id"),
        ),
        sa.ForeignKeyConstraint(
            ["resume_id"], ["feedback.resume.id"], name=op.f("fk_quote_resume_id")
        ),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["feedback.subject.subject_id"], name=op.f("fk_quote_subject_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quote")),
        sa.UniqueConstraint("interview_id", "number", name=op.f("uq_quote_interview_id_number")),
        schema="feedback",
    )
    op.create_index(
        op.f("ix_quote_job_description_id"),
        "quote",
        ["job_description_id"],
        unique=False,
        schema="feedback",
    )
    op.create_index(
        op.f("ix_quote_resume_id"), "quote", ["resume_id"], unique=False, schema="feedback"
    )
    op.create_index(
        op.f("ix_quote_subject_id"), "quote", ["subject_id"], unique=False, schema="feedback"
    )
