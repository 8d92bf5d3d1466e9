"""The schema of analytics."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped

from chassis.db import Base as OwnerBase
from chassis.db import Category, Keep, Purpose, personal, schema_of, subject
from chassis.tables import chassis_tables
from contracts.message import Owner, PersonId


class Base(OwnerBase):
    __abstract__ = True
    metadata = schema_of(Owner.ANALYTICS)


CHASSIS = chassis_tables(Base.metadata)


class Consent(Base):
    """What somebody has chosen; no row is a no."""

    __tablename__ = "consent"

    subject_id: Mapped[PersonId] = subject(
        ForeignKey(CHASSIS.subject.c.subject_id), primary_key=True
    )
    is_granted: Mapped[bool] = personal(
        category=Category.PREFERENCE, purpose=Purpose.PREFERENCES, keep=Keep.ACCOUNT
    )
    changed_at: Mapped[datetime] = personal(
        category=Category.PREFERENCE, purpose=Purpose.PREFERENCES, keep=Keep.ACCOUNT
    )
