"""the wording of the library that a hazard was described with, by which one that comes back is known."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

AT_ONCE = 500
INDEX, WHERE = "ix_hazard_phrase", "phrase <> ''"


def upgrade() -> None:
    op.add_column("hazard", sa.Column("phrase", sa.String(64), nullable=False, server_default=""))
    _fill_in()
    of = sa.text(WHERE)
    op.create_index(INDEX, "hazard", ["point", "phrase", "found_at"], sqlite_where=of, postgresql_where=of)


def downgrade() -> None:
    op.drop_index(INDEX, "hazard")
    op.drop_column("hazard", "phrase")


def _fill_in() -> None:
    hazard = sa.table("hazard", sa.column("id"), sa.column("body"), sa.column("phrase"))
    connection, last = op.get_bind(), ""
    while rows := connection.execute(
        sa.select(hazard.c.id, hazard.c.body).where(hazard.c.id > last).order_by(hazard.c.id).limit(AT_ONCE)
    ).all():
        for record, body in rows:
            named = json.loads(body).get("phrase", "").partition("@")[0]
            if named:
                connection.execute(hazard.update().where(hazard.c.id == record).values(phrase=named))
        last = rows[-1][0]
