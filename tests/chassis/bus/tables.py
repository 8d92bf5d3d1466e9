"""The small service's tables: the five of every owner, and what it has really done."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import String
from sqlalchemy.orm import Mapped

from chassis.db import Base as OwnerBase
from chassis.db import plain, schema_of
from chassis.tables import chassis_tables
from tests.chassis.bus.contract import OWNER


class Base(OwnerBase):
    __abstract__ = True
    metadata = schema_of(OWNER)


CHASSIS = chassis_tables(Base.metadata)


class Effect(Base):
    """One row each time that something was done: what must not happen twice has one row."""

    __tablename__ = "effect"

    id: Mapped[UUID] = plain("row id", primary_key=True)
    what: Mapped[str] = plain("which effect, in the words of a test", String(200), index=True)
    at: Mapped[datetime] = plain("when")
