"""columns by which the lists of plans and of wordings are filtered and sorted."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

AT_ONCE = 500
COLUMNS: dict[str, tuple[tuple[str, Any, str | None], ...]] = {
    "rule": (
        ("name", sa.String(200), ""),
        ("name_en", sa.String(200), ""),
        ("about_unit", sa.String(64), None),
        ("role", sa.String(40), ""),
        ("performers", sa.Text(), ""),
        ("source", sa.Text(), ""),
    ),
    "phrase": (
        ("words", sa.String(200), ""),
        ("words_en", sa.String(200), ""),
        ("codes", sa.String(1500), ""),
        ("grade", sa.String(20), ""),
        ("days", sa.Integer(), None),
        ("clause", sa.String(200), ""),
        ("certainty", sa.String(20), ""),
        ("said", sa.Text(), ""),
    ),
}
"""Of each table: name, type and what stands in rows of an older server."""
BY_NAME = "ix_rule_site_is_gone_name_id"


def upgrade() -> None:
    for table, columns in COLUMNS.items():
        for name, kind, default in columns:
            op.add_column(table, sa.Column(name, kind, nullable=default is None, server_default=default))
    for table, read in (("rule", _of_rule), ("phrase", _of_phrase)):
        _fill_in(table, read)
    op.create_index(BY_NAME, "rule", ["site", "is_gone", "name", "id"])


def downgrade() -> None:
    op.drop_index(BY_NAME, "rule")
    for table, columns in COLUMNS.items():
        for name, _, _ in reversed(columns):
            op.drop_column(table, name)


def _fill_in(name: str, read: Any) -> None:
    """Work the new columns out from the bodies, as every later write does."""
    columns = COLUMNS[name]
    lengths = {column: kind.length for column, kind, _ in columns if isinstance(kind, sa.String) and kind.length}
    table = sa.table(name, sa.column("id"), sa.column("body"), *(sa.column(one, kind) for one, kind, _ in columns))
    connection, last = op.get_bind(), ""
    while rows := connection.execute(
        sa.select(table.c.id, table.c.body).where(table.c.id > last).order_by(table.c.id).limit(AT_ONCE)
    ).all():
        for record, body in rows:
            values = read(json.loads(body))
            values |= {column: values[column][:length] for column, length in lengths.items() if values[column]}
            connection.execute(table.update().where(table.c.id == record).values(values))
        last = rows[-1][0]


def _of_rule(body: dict[str, Any]) -> dict[str, Any]:
    name = body["name"]
    return {
        "name": name["zh"],
        "name_en": name.get("en", ""),
        "about_unit": body.get("unit"),
        "role": body.get("performer_role") or "",
        "performers": _enclosed(body.get("performers", [])),
        "source": body.get("source", ""),
    }


def _of_phrase(body: dict[str, Any]) -> dict[str, Any]:
    words, measures, clause = body["words"], body.get("measures", {}), body.get("clause", "")
    texts = (words["zh"], words.get("en", ""), measures.get("zh", ""), measures.get("en", ""), clause)
    return {
        "words": words["zh"],
        "words_en": words.get("en", ""),
        "codes": _enclosed(body.get("codes", [])),
        "grade": body.get("grade") or "",
        "days": body.get("days"),
        "clause": clause,
        "certainty": body.get("certainty", "recommended"),
        "said": "\n".join(text for text in texts if text),
    }


def _enclosed(words: list[str]) -> str:
    return f" {' '.join(words)} " if words else ""
