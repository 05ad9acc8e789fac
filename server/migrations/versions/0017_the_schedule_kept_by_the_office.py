"""The schedule kept by the office: what closed, dispositions, stoppages, rosters and draws."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from server.tables import UtcDateTime

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "round_window",
        sa.Column("rule", sa.String(64), nullable=False),
        sa.Column("window_on", sa.Date(), nullable=False),
        sa.Column("site", sa.String(64), nullable=False),
        sa.Column("point", sa.String(64), nullable=True),
        sa.Column("unit", sa.String(64), nullable=True),
        sa.Column("template", sa.String(64), nullable=False),
        sa.Column("is_secret", sa.Boolean(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("closes_at", UtcDateTime(), nullable=False),
        sa.Column("person", sa.String(64), nullable=True),
        sa.Column("how", sa.String(20), nullable=False),
        sa.PrimaryKeyConstraint("rule", "window_on", name=op.f("pk_round_window")),
    )
    op.create_index("ix_round_window_site_due_on", "round_window", ["site", "due_on"])
    op.create_table(
        "round_mark",
        sa.Column("site", sa.String(64), nullable=False),
        sa.Column("until", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("site", name=op.f("pk_round_mark")),
    )
    op.create_table(
        "disposition",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("site", sa.String(64), nullable=False),
        sa.Column("rule", sa.String(64), nullable=False),
        sa.Column("window_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(40), nullable=False),
        sa.Column("note", sa.String(500), nullable=False),
        sa.Column("instead", sa.String(500), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("by_name", sa.String(100), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disposition")),
    )
    op.create_index("ix_disposition_rule_window_on", "disposition", ["rule", "window_on"])
    op.create_table(
        "stoppage",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("site", sa.String(64), nullable=False),
        sa.Column("about_kind", sa.String(20), nullable=False),
        sa.Column("about_id", sa.String(64), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(500), nullable=False),
        sa.Column("notice", sa.String(500), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("by_name", sa.String(100), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("ended_by", sa.String(64), nullable=True),
        sa.Column("ended_by_name", sa.String(100), nullable=False),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.Column("is_cancelled", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stoppage")),
    )
    op.create_index("ix_stoppage_site_first_on", "stoppage", ["site", "first_on"])
    op.create_table(
        "stoppage_rule",
        sa.Column("stoppage", sa.String(64), nullable=False),
        sa.Column("rule", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("stoppage", "rule", name=op.f("pk_stoppage_rule")),
    )
    op.create_table(
        "stoppage_waiver",
        sa.Column("rule", sa.String(64), nullable=False),
        sa.Column("window_on", sa.Date(), nullable=False),
        sa.Column("stoppage", sa.String(64), nullable=False),
        sa.Column("waiver", sa.String(64), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("rule", "window_on", name=op.f("pk_stoppage_waiver")),
    )
    op.create_index("ix_stoppage_waiver_stoppage", "stoppage_waiver", ["stoppage"])
    op.create_table(
        "plan_change",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("site", sa.String(64), nullable=False),
        sa.Column("rule", sa.String(64), nullable=False),
        sa.Column("act", sa.String(20), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("reason", sa.String(500), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("by_name", sa.String(100), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_change")),
    )
    op.create_index("ix_plan_change_rule", "plan_change", ["rule"])
    op.create_table(
        "appointment",
        sa.Column("rule", sa.String(64), nullable=False),
        sa.Column("window_on", sa.Date(), nullable=False),
        sa.Column("site", sa.String(64), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("by_name", sa.String(100), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("rule", "window_on", name=op.f("pk_appointment")),
    )
    op.create_index("ix_appointment_site_on_day", "appointment", ["site", "on_day"])
    op.create_table(
        "duty",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("site", sa.String(64), nullable=False),
        sa.Column("person", sa.String(64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("begins", sa.String(5), nullable=False),
        sa.Column("ends", sa.String(5), nullable=False),
        sa.Column("building", sa.String(64), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty")),
        sa.UniqueConstraint("site", "day", "person", "begins", name=op.f("uq_duty_site_day_person_begins")),
    )
    op.create_table(
        "absence",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("site", sa.String(64), nullable=False),
        sa.Column("person", sa.String(64), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("deputy", sa.String(64), nullable=True),
        sa.Column("note", sa.String(500), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("by_name", sa.String(100), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence")),
    )
    op.create_index("ix_absence_site_last_on", "absence", ["site", "last_on"])
    op.create_table(
        "surprise_plan",
        sa.Column("site", sa.String(64), nullable=False),
        sa.Column("template", sa.String(64), nullable=False),
        sa.Column("organisers", sa.Text(), nullable=False),
        sa.Column("places", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("opens", sa.String(5), nullable=False),
        sa.Column("due", sa.String(5), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("is_off", sa.Boolean(), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("by_name", sa.String(100), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("site", name=op.f("pk_surprise_plan")),
    )
    op.create_table(
        "surprise_draw",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("site", sa.String(64), nullable=False),
        sa.Column("quarter_on", sa.Date(), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("seed", sa.String(64), nullable=False),
        sa.Column("commitment", sa.String(64), nullable=False),
        sa.Column("sealed_at", UtcDateTime(), nullable=False),
        sa.Column("sealed_by_name", sa.String(100), nullable=False),
        sa.Column("day_on", sa.Date(), nullable=True),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("drawn_at", UtcDateTime(), nullable=True),
        sa.Column("drawn_by", sa.String(64), nullable=True),
        sa.Column("drawn_by_name", sa.String(100), nullable=False),
        sa.Column("void_at", UtcDateTime(), nullable=True),
        sa.Column("void_by_name", sa.String(100), nullable=False),
        sa.Column("void_reason", sa.String(500), nullable=False),
        sa.Column("opened_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_surprise_draw")),
        sa.UniqueConstraint("site", "quarter_on", "no", name=op.f("uq_surprise_draw_site_quarter_on_no")),
    )
    op.create_index("ix_surprise_draw_day_on", "surprise_draw", ["day_on"])


def downgrade() -> None:
    op.drop_table("surprise_draw")
    op.drop_table("surprise_plan")
    op.drop_table("absence")
    op.drop_table("duty")
    op.drop_table("appointment")
    op.drop_table("plan_change")
    op.drop_table("stoppage_waiver")
    op.drop_table("stoppage_rule")
    op.drop_table("stoppage")
    op.drop_table("disposition")
    op.drop_table("round_mark")
    op.drop_table("round_window")
