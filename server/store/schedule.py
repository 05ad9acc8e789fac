"""The schedule's share of the work: seeds sealed, drawn inspections let out, stops waived, closed rounds written down."""

from __future__ import annotations

from functools import partial

from server.store.rounds import settle
from server.store.rule import end_given_up
from server.store.stoppage import apply_stoppages
from server.store.store import ServerStore
from server.store.surprise import open_due, seal_due, warn_due
from server.store.tx import Tx
from shared.model.place import Site


def keep_schedules(store: ServerStore) -> dict[str, int]:
    """Do one round of it for every site, each in a transaction of its own; returns what was done."""
    did = {"sealed": 0, "surprises": 0, "warned": 0, "waived": 0, "plans_ended": 0, "rounds_closed": 0}
    with store.reading() as tx:
        sites = tx.every(Site)
    for site in sites:
        for name, number in store.act(partial(keep_schedule, site=site)).items():
            did[name] += number
    return did


def keep_schedule(tx: Tx, site: Site) -> dict[str, int]:
    """Do one round of it for one site."""
    return {
        "sealed": seal_due(tx, site),
        "surprises": open_due(tx, site),
        "warned": warn_due(tx, site),
        "waived": apply_stoppages(tx, site),
        "plans_ended": end_given_up(tx, site),
        "rounds_closed": settle(tx, site),
    }
