"""the first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import server.tables

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("login", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=False),
        sa.Column("is_disabled", sa.Boolean(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("created_at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.Column("last_seen_at", server.tables.UtcDateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("login", name=op.f("pk_account")),
        sa.UniqueConstraint("person", name=op.f("uq_account_person")),
    )
    op.create_table(
        "asset",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("is_gone", sa.Boolean(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("stored_at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.Column("site", sa.String(length=64), nullable=False),
        sa.Column("point", sa.String(length=64), nullable=False),
        sa.Column("asset_kind", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_asset")),
    )
    with op.batch_alter_table("asset", schema=None) as batch_op:
        batch_op.create_index("ix_asset_site_point", ["site", "point"], unique=False)

    op.create_table(
        "blob",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("received_bytes", sa.BigInteger(), nullable=False),
        sa.Column("mime", sa.String(length=40), nullable=False),
        sa.Column("touched_at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.Column("stored_at", server.tables.UtcDateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_blob")),
    )
    with op.batch_alter_table("blob", schema=None) as batch_op:
        batch_op.create_index("ix_blob_stored_at_touched_at", ["stored_at", "touched_at"], unique=False)

    op.create_table(
        "blob_ref",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("site", sa.String(length=64), nullable=False),
        sa.Column("unit", sa.String(length=64), nullable=True),
        sa.PrimaryKeyConstraint("sha256", "kind", "id", name=op.f("pk_blob_ref")),
    )
    with op.batch_alter_table("blob_ref", schema=None) as batch_op:
        batch_op.create_index("ix_blob_ref_id_kind", ["id", "kind"], unique=False)

    op.create_table(
        "building",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("is_gone", sa.Boolean(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("stored_at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.Column("site", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_building")),
    )
    with op.batch_alter_table("building", schema=None) as batch_op:
        batch_op.create_index("ix_building_site", ["site"], unique=False)

    op.create_table(
        "dead_letter",
        sa.Column("op_id", sa.String(length=64), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("author", sa.String(length=64), nullable=False),
        sa.Column("site", sa.String(length=64), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("word", sa.String(length=500), nullable=False),
        sa.Column("received_at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.Column("settled_at", server.tables.UtcDateTime(timezone=True), nullable=True),
        sa.Column("settled_by", sa.String(length=64), nullable=True),
        sa.PrimaryKeyConstraint("op_id", "sha256", name=op.f("pk_dead_letter")),
    )
    with op.batch_alter_table("dead_letter", schema=None) as batch_op:
        batch_op.create_index("ix_dead_letter_device", ["device"], unique=False)
        batch_op.create_index("ix_dead_letter_state_received_at", ["state", "received_at"], unique=False)

    op.create_table(
        "device",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("site", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("token_sha256", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("app", sa.String(length=40), nullable=False),
        sa.Column("protocol", sa.Integer(), nullable=False),
        sa.Column("enrolled_at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.Column("seen_at", server.tables.UtcDateTime(timezone=True), nullable=True),
        sa.Column("pushed_at", server.tables.UtcDateTime(timezone=True), nullable=True),
        sa.Column("pulled_at", server.tables.UtcDateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", server.tables.UtcDateTime(timezone=True), nullable=True),
        sa.Column("health", sa.Text(), nullable=False),
        sa.Column("clock_offset_ms", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_device")),
        sa.UniqueConstraint("token_sha256", name=op.f("uq_device_token_sha256")),
    )
    with op.batch_alter_table("device", schema=None) as batch_op:
        batch_op.create_index("ix_device_site", ["site"], unique=False)

    op.create_table(
        "device_person",
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("since", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("device", "person", name=op.f("pk_device_person")),
    )
    op.create_table(
        "enrolment_code",
        sa.Column("code_sha256", sa.String(length=64), nullable=False),
        sa.Column("site", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("created_by", sa.String(length=64), nullable=False),
        sa.Column("created_at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.Column("expires_at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.Column("used_at", server.tables.UtcDateTime(timezone=True), nullable=True),
        sa.Column("used_by", sa.String(length=64), nullable=True),
        sa.PrimaryKeyConstraint("code_sha256", name=op.f("pk_enrolment_code")),
    )
    op.create_table(
        "extension",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("is_gone", sa.Boolean(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("stored_at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.Column("site", sa.String(length=64), nullable=False),
        sa.Column("hazard", sa.String(length=64), nullable=False),
        sa.Column("asked_at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.Column("is_granted", sa.Boolean(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_extension")),
    )
    with op.batch_alter_table("extension", schema=None) as batch_op:
        batch_op.create_index("ix_extension_hazard_asked_at", ["hazard", "asked_at"], unique=False)
        batch_op.create_index("ix_extension_site_is_granted", ["site", "is_granted"], unique=False)

    op.create_table(
        "hazard",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("is_gone", sa.Boolean(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("stored_at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.Column("site", sa.String(length=64), nullable=False),
        sa.Column("no", sa.String(length=64), nullable=False),
        sa.Column("description", sa.String(length=500), nullable=False),
        sa.Column("location", sa.String(length=200), nullable=False),
        sa.Column("state", sa.String(length=30), nullable=False),
        sa.Column("grade", sa.String(length=20), nullable=False),
        sa.Column("is_suspected_major", sa.Boolean(), nullable=False),
        sa.Column("category", sa.String(length=40), nullable=False),
        sa.Column("unit", sa.String(length=64), nullable=True),
        sa.Column("point", sa.String(length=64), nullable=True),
        sa.Column("source", sa.String(length=64), nullable=True),
        sa.Column("item", sa.String(length=64), nullable=False),
        sa.Column("notice", sa.String(length=64), nullable=True),
        sa.Column("found_by", sa.String(length=64), nullable=False),
        sa.Column("found_at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.Column("deadline_on", sa.Date(), nullable=True),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("changed_at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hazard")),
    )
    with op.batch_alter_table("hazard", schema=None) as batch_op:
        batch_op.create_index("ix_hazard_notice", ["notice"], unique=False)
        batch_op.create_index("ix_hazard_site_found_at_id", ["site", "found_at", "id"], unique=False)
        batch_op.create_index("ix_hazard_site_state_deadline_on", ["site", "state", "deadline_on"], unique=False)
        batch_op.create_index("ix_hazard_source", ["source"], unique=False)
        batch_op.create_index("ix_hazard_unit_found_at", ["unit", "found_at"], unique=False)

    op.create_table(
        "inspection",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("is_gone", sa.Boolean(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("stored_at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.Column("site", sa.String(length=64), nullable=False),
        sa.Column("template", sa.String(length=64), nullable=False),
        sa.Column("template_version", sa.Integer(), nullable=False),
        sa.Column("point", sa.String(length=64), nullable=True),
        sa.Column("unit", sa.String(length=64), nullable=True),
        sa.Column("author", sa.String(length=64), nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("author_rev", sa.BigInteger(), nullable=False),
        sa.Column("started_at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.Column("ended_at", server.tables.UtcDateTime(timezone=True), nullable=True),
        sa.Column("rule", sa.String(length=64), nullable=True),
        sa.Column("window_on", sa.Date(), nullable=True),
        sa.Column("review_state", sa.String(length=20), nullable=False),
        sa.Column("is_late", sa.Boolean(), nullable=False),
        sa.Column("amends", sa.String(length=64), nullable=True),
        sa.Column("forked_from", sa.String(length=64), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspection")),
    )
    with op.batch_alter_table("inspection", schema=None) as batch_op:
        batch_op.create_index("ix_inspection_amends", ["amends"], unique=False)
        batch_op.create_index("ix_inspection_author_started_at", ["author", "started_at"], unique=False)
        batch_op.create_index("ix_inspection_forked_from", ["forked_from"], unique=False)
        batch_op.create_index(
            "ix_inspection_point_template_started_at", ["point", "template", "started_at"], unique=False
        )
        batch_op.create_index("ix_inspection_rule_window_on", ["rule", "window_on"], unique=False)
        batch_op.create_index(
            "ix_inspection_site_review_state_started_at", ["site", "review_state", "started_at"], unique=False
        )
        batch_op.create_index("ix_inspection_site_started_at_id", ["site", "started_at", "id"], unique=False)
        batch_op.create_index(
            "ix_inspection_site_template_started_at", ["site", "template", "started_at"], unique=False
        )

    op.create_table(
        "login_attempt",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("subject", sa.String(length=100), nullable=False),
        sa.Column("at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_login_attempt")),
    )
    with op.batch_alter_table("login_attempt", schema=None) as batch_op:
        batch_op.create_index("ix_login_attempt_subject_at", ["subject", "at"], unique=False)

    op.create_table(
        "meta",
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_meta")),
    )
    op.create_table(
        "note",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("is_gone", sa.Boolean(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("stored_at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.Column("site", sa.String(length=64), nullable=False),
        sa.Column("about_kind", sa.String(length=40), nullable=False),
        sa.Column("about_id", sa.String(length=64), nullable=False),
        sa.Column("author", sa.String(length=64), nullable=False),
        sa.Column("at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note")),
    )
    with op.batch_alter_table("note", schema=None) as batch_op:
        batch_op.create_index("ix_note_about_id_at", ["about_id", "at"], unique=False)
        batch_op.create_index("ix_note_site_at", ["site", "at"], unique=False)

    op.create_table(
        "notice",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("is_gone", sa.Boolean(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("stored_at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.Column("site", sa.String(length=64), nullable=False),
        sa.Column("no", sa.String(length=100), nullable=False),
        sa.Column("state", sa.String(length=30), nullable=False),
        sa.Column("unit", sa.String(length=64), nullable=False),
        sa.Column("inspection", sa.String(length=64), nullable=True),
        sa.Column("deadline_on", sa.Date(), nullable=True),
        sa.Column("issued_at", server.tables.UtcDateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
    )
    with op.batch_alter_table("notice", schema=None) as batch_op:
        batch_op.create_index("ix_notice_site_issued_at_id", ["site", "issued_at", "id"], unique=False)
        batch_op.create_index("ix_notice_site_state", ["site", "state"], unique=False)
        batch_op.create_index("ix_notice_unit_issued_at", ["unit", "issued_at"], unique=False)

    op.create_table(
        "op_receipt",
        sa.Column("op_id", sa.String(length=64), nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("author", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("happened_at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.Column("is_estimated", sa.Boolean(), nullable=False),
        sa.Column("received_at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("op_id", name=op.f("pk_op_receipt")),
    )
    with op.batch_alter_table("op_receipt", schema=None) as batch_op:
        batch_op.create_index("ix_op_receipt_device_received_at", ["device", "received_at"], unique=False)

    op.create_table(
        "person",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("is_gone", sa.Boolean(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("stored_at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.Column("site", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("unit", sa.String(length=64), nullable=True),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.create_index("ix_person_site", ["site"], unique=False)

    op.create_table(
        "point",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("is_gone", sa.Boolean(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("stored_at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.Column("site", sa.String(length=64), nullable=False),
        sa.Column("building", sa.String(length=64), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column("point_kind", sa.String(length=40), nullable=False),
        sa.Column("tag", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_point")),
    )
    with op.batch_alter_table("point", schema=None) as batch_op:
        batch_op.create_index("ix_point_site_number", ["site", "number"], unique=False)

    op.create_table(
        "recheck",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("is_gone", sa.Boolean(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("stored_at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.Column("site", sa.String(length=64), nullable=False),
        sa.Column("hazard", sa.String(length=64), nullable=False),
        sa.Column("notice", sa.String(length=64), nullable=True),
        sa.Column("no", sa.String(length=100), nullable=False),
        sa.Column("result", sa.String(length=20), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("rechecked_by", sa.String(length=64), nullable=False),
        sa.Column("at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recheck")),
    )
    with op.batch_alter_table("recheck", schema=None) as batch_op:
        batch_op.create_index("ix_recheck_hazard_at", ["hazard", "at"], unique=False)
        batch_op.create_index("ix_recheck_notice", ["notice"], unique=False)
        batch_op.create_index("ix_recheck_site_at", ["site", "at"], unique=False)

    op.create_table(
        "reply",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("is_gone", sa.Boolean(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("stored_at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.Column("site", sa.String(length=64), nullable=False),
        sa.Column("notice", sa.String(length=64), nullable=False),
        sa.Column("hazard", sa.String(length=64), nullable=False),
        sa.Column("submitted_at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reply")),
    )
    with op.batch_alter_table("reply", schema=None) as batch_op:
        batch_op.create_index("ix_reply_hazard_submitted_at", ["hazard", "submitted_at"], unique=False)
        batch_op.create_index("ix_reply_notice", ["notice"], unique=False)

    op.create_table(
        "review",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("is_gone", sa.Boolean(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("stored_at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.Column("site", sa.String(length=64), nullable=False),
        sa.Column("inspection", sa.String(length=64), nullable=False),
        sa.Column("author", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review")),
    )
    with op.batch_alter_table("review", schema=None) as batch_op:
        batch_op.create_index("ix_review_inspection_at", ["inspection", "at"], unique=False)
        batch_op.create_index("ix_review_site_at", ["site", "at"], unique=False)

    op.create_table(
        "rule",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("is_gone", sa.Boolean(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("stored_at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.Column("site", sa.String(length=64), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("template", sa.String(length=64), nullable=False),
        sa.Column("point", sa.String(length=64), nullable=True),
        sa.Column("is_secret", sa.Boolean(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rule")),
    )
    with op.batch_alter_table("rule", schema=None) as batch_op:
        batch_op.create_index("ix_rule_is_secret_starts_on", ["is_secret", "starts_on"], unique=False)
        batch_op.create_index("ix_rule_site", ["site"], unique=False)

    op.create_table(
        "serial",
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", "year", name=op.f("pk_serial")),
    )
    op.create_table(
        "site",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("is_gone", sa.Boolean(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("stored_at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("short_name", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_site")),
    )
    op.create_table(
        "site_role",
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("site", sa.String(length=64), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("person", "site", "role", name=op.f("pk_site_role")),
    )
    op.create_table(
        "sync_feed",
        sa.Column("scope", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("scope", "kind", "id", name=op.f("pk_sync_feed")),
        sa.UniqueConstraint("scope", "seq", name=op.f("uq_sync_feed_scope_seq")),
    )
    op.create_table(
        "sync_scope",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("floor", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sync_scope")),
    )
    op.create_table(
        "template",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("is_gone", sa.Boolean(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("stored_at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.Column("template_id", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("inspection_type", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_template")),
    )
    with op.batch_alter_table("template", schema=None) as batch_op:
        batch_op.create_index("ix_template_template_id_version", ["template_id", "version"], unique=False)

    op.create_table(
        "unit",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("is_gone", sa.Boolean(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("stored_at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.Column("site", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("unit_kind", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit")),
    )
    with op.batch_alter_table("unit", schema=None) as batch_op:
        batch_op.create_index("ix_unit_site", ["site"], unique=False)

    op.create_table(
        "waiver",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("is_gone", sa.Boolean(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("stored_at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.Column("site", sa.String(length=64), nullable=False),
        sa.Column("rule", sa.String(length=64), nullable=False),
        sa.Column("window_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waiver")),
    )
    with op.batch_alter_table("waiver", schema=None) as batch_op:
        batch_op.create_index("ix_waiver_site_window_on", ["site", "window_on"], unique=False)

    op.create_table(
        "workday_year",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("is_gone", sa.Boolean(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("stored_at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workday_year")),
    )
    op.create_table(
        "session",
        sa.Column("token_sha256", sa.String(length=64), nullable=False),
        sa.Column("login", sa.String(length=64), nullable=False),
        sa.Column("created_at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.Column("used_at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.Column("expires_at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.Column("agent", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["login"], ["account.login"], name=op.f("fk_session_login_account"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("token_sha256", name=op.f("pk_session")),
    )
    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.create_index("ix_session_login", ["login"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.drop_index("ix_session_login")

    op.drop_table("session")
    op.drop_table("workday_year")
    with op.batch_alter_table("waiver", schema=None) as batch_op:
        batch_op.drop_index("ix_waiver_site_window_on")

    op.drop_table("waiver")
    with op.batch_alter_table("unit", schema=None) as batch_op:
        batch_op.drop_index("ix_unit_site")

    op.drop_table("unit")
    with op.batch_alter_table("template", schema=None) as batch_op:
        batch_op.drop_index("ix_template_template_id_version")

    op.drop_table("template")
    op.drop_table("sync_scope")
    op.drop_table("sync_feed")
    op.drop_table("site_role")
    op.drop_table("site")
    op.drop_table("serial")
    with op.batch_alter_table("rule", schema=None) as batch_op:
        batch_op.drop_index("ix_rule_site")
        batch_op.drop_index("ix_rule_is_secret_starts_on")

    op.drop_table("rule")
    with op.batch_alter_table("review", schema=None) as batch_op:
        batch_op.drop_index("ix_review_site_at")
        batch_op.drop_index("ix_review_inspection_at")

    op.drop_table("review")
    with op.batch_alter_table("reply", schema=None) as batch_op:
        batch_op.drop_index("ix_reply_notice")
        batch_op.drop_index("ix_reply_hazard_submitted_at")

    op.drop_table("reply")
    with op.batch_alter_table("recheck", schema=None) as batch_op:
        batch_op.drop_index("ix_recheck_site_at")
        batch_op.drop_index("ix_recheck_notice")
        batch_op.drop_index("ix_recheck_hazard_at")

    op.drop_table("recheck")
    with op.batch_alter_table("point", schema=None) as batch_op:
        batch_op.drop_index("ix_point_site_number")

    op.drop_table("point")
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.drop_index("ix_person_site")

    op.drop_table("person")
    with op.batch_alter_table("op_receipt", schema=None) as batch_op:
        batch_op.drop_index("ix_op_receipt_device_received_at")

    op.drop_table("op_receipt")
    with op.batch_alter_table("notice", schema=None) as batch_op:
        batch_op.drop_index("ix_notice_unit_issued_at")
        batch_op.drop_index("ix_notice_site_state")
        batch_op.drop_index("ix_notice_site_issued_at_id")

    op.drop_table("notice")
    with op.batch_alter_table("note", schema=None) as batch_op:
        batch_op.drop_index("ix_note_site_at")
        batch_op.drop_index("ix_note_about_id_at")

    op.drop_table("note")
    op.drop_table("meta")
    with op.batch_alter_table("login_attempt", schema=None) as batch_op:
        batch_op.drop_index("ix_login_attempt_subject_at")

    op.drop_table("login_attempt")
    with op.batch_alter_table("inspection", schema=None) as batch_op:
        batch_op.drop_index("ix_inspection_site_template_started_at")
        batch_op.drop_index("ix_inspection_site_started_at_id")
        batch_op.drop_index("ix_inspection_site_review_state_started_at")
        batch_op.drop_index("ix_inspection_rule_window_on")
        batch_op.drop_index("ix_inspection_point_template_started_at")
        batch_op.drop_index("ix_inspection_forked_from")
        batch_op.drop_index("ix_inspection_author_started_at")
        batch_op.drop_index("ix_inspection_amends")

    op.drop_table("inspection")
    with op.batch_alter_table("hazard", schema=None) as batch_op:
        batch_op.drop_index("ix_hazard_unit_found_at")
        batch_op.drop_index("ix_hazard_source")
        batch_op.drop_index("ix_hazard_site_state_deadline_on")
        batch_op.drop_index("ix_hazard_site_found_at_id")
        batch_op.drop_index("ix_hazard_notice")

    op.drop_table("hazard")
    with op.batch_alter_table("extension", schema=None) as batch_op:
        batch_op.drop_index("ix_extension_site_is_granted")
        batch_op.drop_index("ix_extension_hazard_asked_at")

    op.drop_table("extension")
    op.drop_table("enrolment_code")
    op.drop_table("device_person")
    with op.batch_alter_table("device", schema=None) as batch_op:
        batch_op.drop_index("ix_device_site")

    op.drop_table("device")
    with op.batch_alter_table("dead_letter", schema=None) as batch_op:
        batch_op.drop_index("ix_dead_letter_state_received_at")
        batch_op.drop_index("ix_dead_letter_device")

    op.drop_table("dead_letter")
    with op.batch_alter_table("building", schema=None) as batch_op:
        batch_op.drop_index("ix_building_site")

    op.drop_table("building")
    with op.batch_alter_table("blob_ref", schema=None) as batch_op:
        batch_op.drop_index("ix_blob_ref_id_kind")

    op.drop_table("blob_ref")
    with op.batch_alter_table("blob", schema=None) as batch_op:
        batch_op.drop_index("ix_blob_stored_at_touched_at")

    op.drop_table("blob")
    with op.batch_alter_table("asset", schema=None) as batch_op:
        batch_op.drop_index("ix_asset_site_point")

    op.drop_table("asset")
    op.drop_table("account")
