"""The demo estate 龙山国际: places, people, a schedule, a month of history and hazards in every state.

``place`` (site, buildings, points, equipment, units) · ``people`` (everybody, with logins) · ``workday`` (calendar) ·
``plan`` (schedule rules) · ``history`` and ``gauge`` (finished records) · ``story`` (hazards, notices, rechecks) ·
``estate`` (all of it) · ``seed`` (into a server) · ``months`` (what was closed before) · ``desk`` (what the office did).

Invariant: the same day gives the same estate, ids included; nothing reads a clock or the network.
Invariant: history is made by the product's own rules: ``evaluate`` fills the forms, ``advance`` moves the hazards.

Start reading at ``estate``.
"""

from server.demo_estate.desk import furnish
from server.demo_estate.estate import DemoEstate, estate
from server.demo_estate.months import past
from server.demo_estate.people import PASSWORD, Login
from server.demo_estate.seed import is_seeded, seed

__all__ = ["PASSWORD", "DemoEstate", "Login", "estate", "furnish", "is_seeded", "past", "seed"]
