"""Which tables hold rows about a person or an item, as PostgreSQL's own catalogue tells it.

https://www.postgresql.org/docs/current/catalogs.html
"""

from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.orm import Session

from contracts.message import Scope

_PERSON = text(
    """
    SELECT table_.oid::regclass::text AS name,
           NOT table_.relrowsecurity OR EXISTS (
             SELECT FROM pg_policy p JOIN pg_roles r ON r.oid = ANY (p.polroles)
             WHERE p.polrelid = table_.oid AND r.rolname = current_user AND p.polpermissive
               AND p.polcmd IN ('r', '*') AND pg_get_expr(p.polqual, p.polrelid) = 'true'
           ) AND NOT EXISTS (
             SELECT FROM pg_policy p, unnest(p.polroles) AS whom
             WHERE p.polrelid = table_.oid AND NOT p.polpermissive AND p.polcmd IN ('r', '*')
               AND CASE whom WHEN 0 THEN true ELSE pg_has_role(whom, 'MEMBER') END
           ) AS is_open
    FROM pg_attribute column_ JOIN pg_class table_ ON table_.oid = column_.attrelid
    WHERE column_.attname = 'subject_id' AND NOT column_.attisdropped
      AND table_.relkind IN ('r', 'm', 'f') AND table_.relpersistence <> 't'
    ORDER BY 1
    """
)
"""`is_open`: row-level security shows us every row, or there is none; else a count says nothing.

A restrictive policy takes away what others show, also where it is for PUBLIC (role 0).
"""

_ITEM = text(
    """
    SELECT tgrelid::regclass::text AS name,
           split_part(encode(tgargs, 'escape'), '\\000', 1) AS scope,
           split_part(encode(tgargs, 'escape'), '\\000', 2) AS known_by
    FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid
    WHERE proname = 'refuse_erased' AND NOT tgisinternal
    """
)
"""The tables of items, by the trigger that refuses an erased one its return."""

_HANGING = text(
    """
    SELECT conrelid::regclass::text AS child, low.attname AS fk,
           confrelid::regclass::text AS parent, high.attname AS key
    FROM pg_constraint
    JOIN pg_attribute low ON low.attrelid = conrelid AND low.attnum = conkey[1]
    JOIN pg_attribute high ON high.attrelid = confrelid AND high.attnum = confkey[1]
    WHERE contype = 'f' AND conrelid <> confrelid AND array_length(conkey, 1) = 1
    """
)


class BlindError(Exception):
    """A table hides rows from us, or there is none. A count would be a lie; it says which."""


@dataclass(frozen=True)
class Hanging:
    """Rows of `child` hang on those of `parent` where `fk` is the parent's `key`."""

    child: str
    fk: str
    parent: str
    key: str


def person_tables(tx: Session) -> list[str]:
    """Every table that has a `subject_id`. Raises BlindError."""
    rows = tx.execute(_PERSON).all()
    if hidden := [row.name for row in rows if not row.is_open]:
        raise BlindError(", ".join(hidden))
    if not rows:
        raise BlindError("no table about people")
    return [row.name for row in rows]


def item_tables(tx: Session, scope: Scope) -> dict[str, str]:
    """A condition for each table of such items and of what hangs on them. Raises BlindError."""
    shown = person_tables(tx)
    ways = {
        row.name: [f"{row.known_by} = :item"]
        for row in tx.execute(_ITEM)
        if row.scope == scope and row.name in shown
    }
    if not ways:
        raise BlindError(f"no table of a {scope}")
    hanging = [Hanging(*row) for row in tx.execute(_HANGING)]
    while reached := [each for each in hanging if each.parent in ways]:
        for each in reached:
            ways.setdefault(each.child, []).append(_below(each, ways[each.parent]))
        hanging = [each for each in hanging if each not in reached]
    return {name: " OR ".join(conditions) for name, conditions in ways.items()}


def _below(each: Hanging, parent: list[str]) -> str:
    """Where the parent's key is the item's id itself, an orphan that lost its parent counts too."""
    if parent == [f"{each.key} = :item"]:
        return f"{each.fk} = :item"
    theirs = " OR ".join(parent)
    # Names out of PostgreSQL's catalogue; the id stays a parameter.
    return f"{each.fk} IN (SELECT {each.key} FROM {each.parent} WHERE {theirs})"  # noqa: S608 - see above
