"""${message.capitalize()}."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

import chassis.seal

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade() -> None:
% for line in (upgrades or "pass").splitlines():
% if "###" not in line:
    ${line.removeprefix("    ")}
% endif
% endfor
