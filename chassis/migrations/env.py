"""What alembic runs for every owner: inside the transaction that `chassis/migrate.py` has begun."""

from alembic import context
from sqlalchemy import MetaData

given = context.config.attributes
mapping: MetaData = given["metadata"]


def is_ours(name: str | None, kind: str, _parents: object) -> bool:
    """Only the owner's schema is compared, and not alembic's own table in it."""
    if kind == "schema":
        return name == mapping.schema
    return name != "alembic_version"


context.configure(
    connection=given["connection"],
    target_metadata=mapping,
    version_table_schema=mapping.schema,
    include_schemas=True,
    include_name=is_ours,
)
context.run_migrations()
