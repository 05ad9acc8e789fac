"""The tablet's store in SQLite, put together from its parts; one object for views, actions and the sync."""

from __future__ import annotations

from mobile.store.desk import Desk
from mobile.store.ledger import Ledger
from mobile.store.rounds import Rounds
from mobile.store.shift import Shifts


class SqliteTabletStore(Ledger, Desk, Shifts, Rounds):
    """Implements ``mobile.store.port.ActingStore`` and ``shared.sync.ports.TabletStore``. Every thread may use it."""
