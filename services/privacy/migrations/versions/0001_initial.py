"""Initial."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

import chassis.seal

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "erasure_case",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column(
            "scope",
            sa.Enum(
                "account",
                "resume",
                "job_description",
                "session",
                name="scope",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("fanned_out", "completed", name="casestate", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("keys_destroyed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("completed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("issues", sa.Integer(), nullable=False),
        sa.Column("reissue_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasure_case")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_erasure_case_code_hash")),
        sa.UniqueConstraint("scope", "item_id", name=op.f("uq_erasure_case_scope_item_id")),
        schema="privacy",
    )
    op.create_index(
        "ix_erasure_case_open",
        "erasure_case",
        ["reissue_at"],
        unique=False,
        schema="privacy",
        postgresql_where=sa.text("completed_at IS NULL"),
    )
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
        schema="privacy",
    )
    op.create_index(
        "ix_job_due",
        "job",
        ["next_attempt_at"],
        unique=False,
        schema="privacy",
        postgresql_where=sa.text("state IN ('waiting', 'running')"),
    )
    op.create_index(
        "uq_job_living",
        "job",
        ["kind", "key"],
        unique=True,
        schema="privacy",
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
        schema="privacy",
    )
    op.create_index(
        "ix_outbox_published_at", "outbox", ["published_at"], unique=False, schema="privacy"
    )
    op.create_index(
        "ix_outbox_unpublished",
        "outbox",
        ["id"],
        unique=False,
        schema="privacy",
        postgresql_where=sa.text("published_at IS NULL"),
    )
    op.create_table(
        "subject",
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("subject_id", name=op.f("pk_subject")),
        schema="privacy",
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
        schema="privacy",
    )
    op.create_index(
        op.f("ix_tombstone_log_seq"), "tombstone", ["log_seq"], unique=False, schema="privacy"
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
            ["subject_id"], ["privacy.subject.subject_id"], name=op.f("fk_answered_subject_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answered")),
        sa.UniqueConstraint("subject_id", "key_hash", name=op.f("uq_answered_subject_id_key_hash")),
        schema="privacy",
    )
    op.create_index(
        op.f("ix_answered_answered_at"), "answered", ["answered_at"], unique=False, schema="privacy"
    )
    op.create_index(
        op.f("ix_answered_subject_id"), "answered", ["subject_id"], unique=False, schema="privacy"
    )
    op.create_table(
        "claim",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["privacy.erasure_case.id"], name=op.f("fk_claim_case_id")
        ),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["privacy.subject.subject_id"], name=op.f("fk_claim_subject_id")
        ),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_claim")),
        schema="privacy",
    )
    op.create_index(
        op.f("ix_claim_subject_id"), "claim", ["subject_id"], unique=False, schema="privacy"
    )
    op.create_table(
        "erasure_order",
        sa.Column("log_seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("body", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["privacy.erasure_case.id"], name=op.f("fk_erasure_order_case_id")
        ),
        sa.PrimaryKeyConstraint("log_seq", name=op.f("pk_erasure_order")),
        sa.UniqueConstraint("case_id", name=op.f("uq_erasure_order_case_id")),
        schema="privacy",
    )
    op.create_table(
        "owner_answer",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column(
            "owner",
            sa.Enum(
                "auth",
                "documents",
                "interview",
                "feedback",
                "privacy",
                "analytics",
                name="owner",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("receipt", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["privacy.erasure_case.id"], name=op.f("fk_owner_answer_case_id")
        ),
        sa.PrimaryKeyConstraint("case_id", "owner", name=op.f("pk_owner_answer")),
        schema="privacy",
    )
