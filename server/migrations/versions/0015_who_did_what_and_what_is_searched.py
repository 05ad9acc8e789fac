"""the chain of who did what, what is searched, links for a first password, and what places and people have grown by."""

from __future__ import annotations

import json
from datetime import date

import sqlalchemy as sa
from alembic import op

from server.tables import UtcDateTime

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_ON_SQLITE = (
    (
        "CREATE VIRTUAL TABLE search_index USING fts5(grams, content='search_text', content_rowid='no',"
        " tokenize='ascii', detail='none', columnsize=0)"
    ),
    (
        "CREATE TRIGGER search_added AFTER INSERT ON search_text BEGIN"
        " INSERT INTO search_index (rowid, grams) VALUES (new.no, new.grams); END"
    ),
    (
        "CREATE TRIGGER search_removed AFTER DELETE ON search_text BEGIN"
        " INSERT INTO search_index (search_index, rowid, grams) VALUES ('delete', old.no, old.grams); END"
    ),
    (
        "CREATE TRIGGER search_changed AFTER UPDATE ON search_text BEGIN"
        " INSERT INTO search_index (search_index, rowid, grams) VALUES ('delete', old.no, old.grams);"
        " INSERT INTO search_index (rowid, grams) VALUES (new.no, new.grams); END"
    ),
)
_ON_POSTGRESQL = "CREATE INDEX search_index ON search_text USING gin (array_to_tsvector(string_to_array(grams, ' ')))"
_CODES = ("building", "unit", "person")
_RETIRED = ("building", "point", "asset", "unit")


def upgrade() -> None:
    for table in _CODES:
        op.add_column(table, sa.Column("code", sa.String(64), nullable=False, server_default=""))
    for table in _RETIRED:
        op.add_column(table, sa.Column("is_retired", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("asset", sa.Column("next_inspection_on", sa.Date()))
    _fill_inspection_days()
    op.add_column("session", sa.Column("address", sa.String(60), nullable=False, server_default=""))
    _password_links()
    _chain()
    _search()


def downgrade() -> None:
    if op.get_context().dialect.name == "sqlite":
        for trigger in ("search_added", "search_removed", "search_changed"):
            op.execute(f"DROP TRIGGER {trigger}")
        op.execute("DROP TABLE search_index")
    else:
        op.execute("DROP INDEX search_index")
    for table in ("search_mark", "search_text", "chain_mark", "chain_head", "chain", "password_link"):
        op.drop_table(table)
    op.drop_column("session", "address")
    op.drop_column("asset", "next_inspection_on")
    for table in _RETIRED:
        op.drop_column(table, "is_retired")
    for table in _CODES:
        op.drop_column(table, "code")


def _fill_inspection_days() -> None:
    """Work the new column out from what each asset says of itself."""
    asset = sa.table("asset", sa.column("id"), sa.column("body"), sa.column("next_inspection_on", sa.Date()))
    connection = op.get_bind()
    for record, body in connection.execute(sa.select(asset.c.id, asset.c.body)).all():
        try:
            day = date.fromisoformat(json.loads(body)["data"]["next_inspection_on"])
        except (KeyError, TypeError, ValueError):
            continue
        connection.execute(asset.update().where(asset.c.id == record).values(next_inspection_on=day))


def _password_links() -> None:
    op.create_table(
        "password_link",
        sa.Column("token_sha256", sa.String(64), nullable=False),
        sa.Column("login", sa.String(64), nullable=False),
        sa.Column("created_by", sa.String(64), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["login"], ["account.login"], name=op.f("fk_password_link_login_account"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("token_sha256", name=op.f("pk_password_link")),
    )
    op.create_index("ix_password_link_login", "password_link", ["login"])


def _chain() -> None:
    op.create_table(
        "chain",
        sa.Column("seq", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("person", sa.String(64)),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("roles", sa.String(500), nullable=False),
        sa.Column("site", sa.String(64)),
        sa.Column("origin", sa.String(200), nullable=False),
        sa.Column("act", sa.String(100), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("outcome", sa.String(20), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("secret_until", sa.Date()),
        sa.Column("prev", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_chain")),
    )
    op.create_index("ix_chain_site_seq", "chain", ["site", "seq"])
    op.create_index("ix_chain_person_seq", "chain", ["person", "seq"])
    op.create_table(
        "chain_head",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chain_head")),
    )
    op.create_table(
        "chain_mark",
        sa.Column("device", sa.String(64), nullable=False),
        sa.Column("until", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("device", name=op.f("pk_chain_mark")),
    )


def _search() -> None:
    op.create_table(
        "search_text",
        sa.Column("no", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("site", sa.String(64), nullable=False),
        sa.Column("unit", sa.String(64)),
        sa.Column("title", sa.String(500), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("grams", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_search_text")),
        sa.UniqueConstraint("kind", "id", name=op.f("uq_search_text_kind_id")),
    )
    op.create_table(
        "search_mark",
        sa.Column("scope", sa.String(64), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("scope", name=op.f("pk_search_mark")),
    )
    statements = _ON_SQLITE if op.get_context().dialect.name == "sqlite" else (_ON_POSTGRESQL,)
    for statement in statements:
        op.execute(statement)
