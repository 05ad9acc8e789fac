"""What may happen, drawn by Hypothesis: people work, the office edits, the network loses, processes die, backups return.

Each rule does one thing to the world; after each, the lasting invariants are asserted, and at the end of the story the
world is healed, drains, and must be as if nothing had gone wrong.
"""

from __future__ import annotations

import shutil
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from shared.errors import DiskFullError
from shared.model.hazard import RecheckResult
from tests.system.simulation import invariants, rest
from tests.system.simulation.base import CRASH, FAULTS, NAMES, TROUBLE, reached
from tests.system.simulation.faults import Endpoint, Fault, Faults
from tests.system.simulation.office import Office
from tests.system.simulation.people import People
from tests.system.simulation.seeded import POINTS
from tests.system.simulation.tablet import SimTablet


class SyncMachine(People, Office):
    """Three tablets of three people at two sites, one server, and what happens to them."""

    @rule(name=NAMES, faults=FAULTS, crash=CRASH)
    def synchronise(self, name: str, faults: list[tuple[Endpoint, Fault]], crash: int | None) -> None:
        self.sync(self.world.tablets[name], Faults(faults), crash)

    @rule(name=NAMES)
    def synchronise_in_peace(self, name: str) -> None:
        self.sync(self.world.tablets[name])

    @rule()
    def everybody_synchronises(self) -> None:
        for tablet in self.world.tablets.values():
            self.sync(tablet)

    @rule(name=NAMES, endpoint=st.sampled_from(Endpoint), faults=TROUBLE, crash=CRASH)
    def meet_trouble(self, name: str, endpoint: Endpoint, faults: list[Fault], crash: int | None) -> None:
        """Faults that reach one kind of request, after what makes a tablet send it."""
        self.trouble(name, endpoint, faults, crash)

    def trouble(self, name: str, endpoint: Endpoint, faults: list[Fault], crash: int | None) -> None:
        tablet = self.world.tablets[name]
        self.provoke(tablet, endpoint)
        self.sync(tablet, Faults([(endpoint, fault) for fault in faults]), crash)

    @rule(name=NAMES, faults=TROUBLE, crash=CRASH)
    def meet_trouble_when_pushing(self, name: str, faults: list[Fault], crash: int | None) -> None:
        self.trouble(name, Endpoint.PUSH, faults, crash)

    @rule(name=NAMES, faults=TROUBLE, crash=CRASH)
    def meet_trouble_when_pulling(self, name: str, faults: list[Fault], crash: int | None) -> None:
        self.trouble(name, Endpoint.PULL, faults, crash)

    @rule(name=NAMES, faults=TROUBLE, crash=CRASH)
    def meet_trouble_with_photos(self, name: str, faults: list[Fault], crash: int | None) -> None:
        self.trouble(name, Endpoint.PATCH, faults, crash)

    def provoke(self, tablet: SimTablet, endpoint: Endpoint) -> None:
        if endpoint is Endpoint.HELLO:
            self.world.pass_time(timedelta(minutes=90))
        if endpoint is Endpoint.VERIFY:
            self.world.pass_time(timedelta(hours=26))
        if endpoint is Endpoint.PUSH:
            for which in range(3):
                self.edit(tablet, which, "remark", str(which))
        if endpoint is Endpoint.PULL:
            for point in POINTS[:4]:
                self.put_field(point, "floor", "乙")
        if endpoint in {Endpoint.QUERY, Endpoint.PATCH}:
            self.round(tablet, fails=False, photos=2)

    @rule(name=NAMES, at=st.integers(0, 10))
    def the_disk_fills_up_in_a_sync(self, name: str, at: int) -> None:
        tablet = self.world.tablets[name]
        tablet.fail_point.fill(at)
        try:
            tablet.synchronise()
        except DiskFullError:
            reached("disk full in a sync")
        finally:
            tablet.fail_point.disarm()

    @rule(
        name=NAMES, which=st.integers(0, 3), steps=st.integers(1, 4), result=st.none() | st.sampled_from(RecheckResult)
    )
    def a_hazard_goes_the_main_road(self, name: str, which: int, steps: int, result: RecheckResult | None) -> None:
        """The office confirms, issues the notice, has it received and replied to, and after the recheck signs off."""
        tablet = self.world.tablets[name]
        if not self.world.server.look("SELECT 1 FROM hazard LIMIT 1"):
            self.find_one(tablet)
            self.sync(tablet)
        for _ in range(steps):
            self.with_a_hazard(which, self.next_step)
        if result is not None:
            self.sync(tablet)
            self.recheck(tablet, which, result, None)

    def sync(self, tablet: SimTablet, faults: Faults | None = None, crash: int | None = None) -> None:
        with tablet.living(crash):
            report = tablet.synchronise(faults)
            reached(f"sync ended: {report.outcome.value} {report.code}")
        for endpoint, fault in tablet.network.met:
            reached(f"{endpoint.value}: {fault.value}")
        tablet.network.met.clear()

    @rule()
    def a_late_request_arrives(self) -> None:
        self.world.deliver_zombie()

    @rule(name=NAMES, is_photo=st.booleans())
    def something_on_the_way_chokes(self, name: str, is_photo: bool) -> None:
        """Whatever carries this operation or photo is answered with 500: everything else must get through (L2)."""
        table, column = ("blob", "sha256") if is_photo else ("outbox", "op_id")
        cursed = self.world.curses.photos if is_photo else self.world.curses.ops
        rows = self.world.tablets[name].rows(f"SELECT {column} AS it FROM {table} WHERE state = 'pending' ORDER BY seq")
        if rows and not cursed:
            cursed.add(str(rows[0]["it"]))
            reached(f"choking on {table}")

    @rule(minutes=st.sampled_from([1, 20, 90, 60 * 26, 60 * 24 * 16]))
    def time_passes(self, minutes: int) -> None:
        self.world.pass_time(timedelta(minutes=minutes))

    @rule(name=NAMES, hours=st.sampled_from([-9000, -30, -1, 1, 30, 9000]))
    def somebody_sets_the_clock(self, name: str, hours: int) -> None:
        self.world.tablets[name].clock.jump(timedelta(hours=hours))

    @rule(name=NAMES, is_upgraded=st.booleans())
    def a_tablet_restarts(self, name: str, is_upgraded: bool) -> None:
        tablet = self.world.tablets[name]
        tablet.boots += 1
        tablet.clock.restart(f"{name}-boot-{tablet.boots}")
        tablet.close()
        tablet.open()
        if is_upgraded:
            tablet.schema += 1
            tablet.app = f"0.1.{tablet.schema}"

    @rule()
    def the_server_is_saved(self) -> None:
        self.world.save_server()

    @precondition(lambda self: self.world.backups)
    @rule()
    def the_server_is_restored(self) -> None:
        self.world.restore_server()

    @precondition(lambda self: self.world.backups)
    @rule(name=NAMES, crash=st.integers(0, 45))
    def a_tablet_dies_in_a_sync_and_the_server_is_restored(self, name: str, crash: int) -> None:
        """Rare otherwise: acknowledged by a server whose next generation knows nothing of it."""
        tablet = self.world.tablets[name]
        self.sync(tablet, crash=crash)
        self.world.restore_server()
        self.sync(tablet, crash=crash % 12)  # early, when it learns of the new epoch

    @rule(name=NAMES)
    def a_tablet_is_brought_back_from_a_copy(self, name: str) -> None:
        """Its storage is set back: what it made since is known to the server only, if at all."""
        tablet = self.world.tablets[name]
        copy = self.world.folder / f"copy-{name}"
        tablet.close()
        if copy.exists():
            shutil.rmtree(tablet.folder)
            shutil.move(copy, tablet.folder)
            reached("a tablet was set back")
        else:
            shutil.copytree(tablet.folder, copy)
        tablet.open()
        tablet.forget_what_is_not_here()

    @invariant()
    def lasting_invariants_hold(self) -> None:
        invariants.check(self.world)

    def teardown(self) -> None:
        try:
            rest.settle(self.world)
        finally:
            self.world.close()
