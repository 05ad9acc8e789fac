"""the days on which equipment itself falls due, worked out of its own data: governor, service, end of life."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from server.codec import read_stored
from shared.model.place import Asset
from shared.schedule.equipment import Due, due_days

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

COLUMNS = {"governor_on": Due.GOVERNOR, "service_on": Due.SERVICE, "scrap_on": Due.SCRAP}


def upgrade() -> None:
    for name in COLUMNS:
        op.add_column("asset", sa.Column(name, sa.Date()))
    asset = sa.table("asset", sa.column("id"), sa.column("body"), *(sa.column(name, sa.Date()) for name in COLUMNS))
    connection = op.get_bind()
    for record, body in connection.execute(sa.select(asset.c.id, asset.c.body)).all():
        days = due_days(read_stored(Asset, body))
        found = {name: days[due] for name, due in COLUMNS.items() if due in days}
        if found:
            connection.execute(asset.update().where(asset.c.id == record).values(found))


def downgrade() -> None:
    for name in COLUMNS:
        op.drop_column("asset", name)
