"""Initial."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

import chassis.seal

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "bucket",
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("email_index", sa.LargeBinary(), nullable=True),
        sa.Column("level", sa.Double(), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_bucket")),
        schema="auth",
    )
    op.create_index(
        op.f("ix_bucket_email_index"), "bucket", ["email_index"], unique=False, schema="auth"
    )
    op.create_index(op.f("ix_bucket_last_at"), "bucket", ["last_at"], unique=False, schema="auth")
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
        schema="auth",
    )
    op.create_index(
        "ix_job_due",
        "job",
        ["next_attempt_at"],
        unique=False,
        schema="auth",
        postgresql_where=sa.text("state IN ('waiting', 'running')"),
    )
    op.create_index(
        "uq_job_living",
        "job",
        ["kind", "key"],
        unique=True,
        schema="auth",
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
        schema="auth",
    )
    op.create_index(
        "ix_outbox_published_at", "outbox", ["published_at"], unique=False, schema="auth"
    )
    op.create_index(
        "ix_outbox_unpublished",
        "outbox",
        ["id"],
        unique=False,
        schema="auth",
        postgresql_where=sa.text("published_at IS NULL"),
    )
    op.create_table(
        "subject",
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("subject_id", name=op.f("pk_subject")),
        schema="auth",
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
        schema="auth",
    )
    op.create_index(
        op.f("ix_tombstone_log_seq"), "tombstone", ["log_seq"], unique=False, schema="auth"
    )
    op.create_table(
        "account",
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("name", chassis.seal.SealedType(), nullable=False),
        sa.Column("email", chassis.seal.SealedType(), nullable=False),
        sa.Column("password", chassis.seal.SealedType(), nullable=False),
        sa.Column("password_number", sa.Integer(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "person", "compliance", "operator", name="personrole", native_enum=False, length=40
            ),
            nullable=False,
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["auth.subject.subject_id"], name=op.f("fk_account_subject_id")
        ),
        sa.PrimaryKeyConstraint("subject_id", name=op.f("pk_account")),
        schema="auth",
    )
    op.create_table(
        "address",
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("email_index", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["auth.subject.subject_id"], name=op.f("fk_address_subject_id")
        ),
        sa.PrimaryKeyConstraint("subject_id", name=op.f("pk_address")),
        schema="auth",
    )
    op.create_index(
        op.f("ix_address_email_index"), "address", ["email_index"], unique=False, schema="auth"
    )
    op.create_index(
        "ix_address_waiting",
        "address",
        ["created_at"],
        unique=False,
        schema="auth",
        postgresql_where=sa.text("confirmed_at IS NULL"),
    )
    op.create_index(
        "uq_address_confirmed",
        "address",
        ["email_index"],
        unique=True,
        schema="auth",
        postgresql_where=sa.text("confirmed_at IS NOT NULL"),
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
            ["subject_id"], ["auth.subject.subject_id"], name=op.f("fk_answered_subject_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answered")),
        sa.UniqueConstraint("subject_id", "key_hash", name=op.f("uq_answered_subject_id_key_hash")),
        schema="auth",
    )
    op.create_index(
        op.f("ix_answered_answered_at"), "answered", ["answered_at"], unique=False, schema="auth"
    )
    op.create_index(
        op.f("ix_answered_subject_id"), "answered", ["subject_id"], unique=False, schema="auth"
    )
    op.create_table(
        "link",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column(
            "purpose",
            sa.Enum("confirm", "reset", name="linkpurpose", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("password_number", sa.Integer(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["auth.subject.subject_id"], name=op.f("fk_link_subject_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_link")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_link_token_hash")),
        schema="auth",
    )
    op.create_index(op.f("ix_link_expires_at"), "link", ["expires_at"], unique=False, schema="auth")
    op.create_index(op.f("ix_link_subject_id"), "link", ["subject_id"], unique=False, schema="auth")
    op.create_table(
        "sign_in",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("signed_in_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["auth.subject.subject_id"], name=op.f("fk_sign_in_subject_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_sign_in_token_hash")),
        schema="auth",
    )
    op.create_index(
        op.f("ix_sign_in_last_seen_at"), "sign_in", ["last_seen_at"], unique=False, schema="auth"
    )
    op.create_index(
        op.f("ix_sign_in_subject_id"), "sign_in", ["subject_id"], unique=False, schema="auth"
    )
    op.create_table(
        "device",
        sa.Column("sign_in_id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("label", chassis.seal.SealedType(), nullable=False),
        sa.ForeignKeyConstraint(
            ["sign_in_id"],
            ["auth.sign_in.id"],
            name=op.f("fk_device_sign_in_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["auth.subject.subject_id"], name=op.f("fk_device_subject_id")
        ),
        sa.PrimaryKeyConstraint("sign_in_id", name=op.f("pk_device")),
        schema="auth",
    )
    op.create_index(
        op.f("ix_device_subject_id"), "device", ["subject_id"], unique=False, schema="auth"
    )
