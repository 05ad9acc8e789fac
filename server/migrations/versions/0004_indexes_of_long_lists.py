"""indexes of long lists: fewer and narrower, one that answers the list of inspections by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

OLD = {
    "inspection": (
        ("site", "started_at", "id"),
        ("site", "template", "started_at"),
        ("site", "review_state", "started_at"),
        ("rule", "window_on"),
        ("author", "started_at"),
        ("amends",),
        ("forked_from",),
    ),
    "review": (("site", "at"),),
    "note": (("site", "at"),),
    "hazard": (("site", "found_at", "id"), ("site", "state", "deadline_on")),
    "notice": (("site", "issued_at", "id"), ("site", "state")),
    "reply": (("notice",),),
    "extension": (("site", "is_granted"),),
    "recheck": (("site", "at"), ("notice",)),
    "op_receipt": (("device", "received_at"),),
    "blob": (("stored_at", "touched_at"),),
}
NEW = {
    "hazard": (("site", "is_gone", "found_at", "id", "source"), ("site", "is_gone", "state", "deadline_on")),
    "notice": (("site", "is_gone", "state", "issued_at", "id"),),
    "op_receipt": (("received_at",),),
}
LIST = ["site", "started_at", "id", "is_gone", "review_state", "template", "point", "author"]
SOME = (
    (
        "ix_inspection_unaccepted",
        "inspection",
        ["site", "review_state", "is_gone", "started_at", "id"],
        "review_state <> 'accepted'",
    ),
    ("ix_inspection_task", "inspection", ["rule", "window_on"], "rule IS NOT NULL"),
    ("ix_inspection_amends", "inspection", ["amends"], "amends IS NOT NULL"),
    ("ix_inspection_forked_from", "inspection", ["forked_from"], "forked_from IS NOT NULL"),
    ("ix_blob_unstored", "blob", ["touched_at"], "stored_at IS NULL"),
    ("ix_sync_feed_gone", "sync_feed", ["scope", "seq"], "gone"),
)


def upgrade() -> None:
    _drop(OLD)
    op.create_index("ix_inspection_list", "inspection", LIST)
    for name, table, columns, where in SOME:
        op.create_index(name, table, columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))
    _create(NEW)


def downgrade() -> None:
    _drop(NEW)
    for name, table, _, _ in SOME:
        op.drop_index(name, table)
    op.drop_index("ix_inspection_list", "inspection")
    _create(OLD)


def _create(indexes: Mapping[str, Sequence[tuple[str, ...]]]) -> None:
    for table, lists in indexes.items():
        for names in lists:
            op.create_index(_name(table, names), table, list(names))


def _drop(indexes: Mapping[str, Sequence[tuple[str, ...]]]) -> None:
    for table, lists in indexes.items():
        for names in lists:
            op.drop_index(_name(table, names), table)


def _name(table: str, names: tuple[str, ...]) -> str:
    return f"ix_{table}_{'_'.join(names)}"
