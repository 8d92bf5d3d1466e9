"""What alembic runs for every owner, inside the transaction that `chassis/migrate.py` has begun."""

from collections.abc import Iterable

from alembic import context
from alembic.operations.ops import CreateTableOp, MigrateOperation, MigrationScript
from alembic.runtime.migration import MigrationContext
from sqlalchemy import MetaData

given = context.config.attributes
mapping: MetaData = given["metadata"]


def is_ours(name: str | None, kind: str, _parents: object) -> bool:
    """Only the owner's schema is compared, and not alembic's own table in it."""
    if kind == "schema":
        return name == mapping.schema
    return name != "alembic_version"


def without_marks(
    _context: MigrationContext,
    _revision: str | Iterable[str | None] | Iterable[str],
    scripts: list[MigrationScript],
) -> None:
    """Leave our marks out of a new revision: they are the mapping's, not the database's."""
    for script in scripts:
        upgrades: list[MigrateOperation] = script.upgrade_ops.ops if script.upgrade_ops else []
        for step in upgrades:
            if isinstance(step, CreateTableOp):
                step.info.clear()


context.configure(
    connection=given["connection"],
    target_metadata=mapping,
    version_table_schema=mapping.schema,
    include_schemas=True,
    include_name=is_ours,
    process_revision_directives=without_marks,
)
context.run_migrations()
