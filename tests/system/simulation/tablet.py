"""One tablet of the simulated world: the real store, actions and session on a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from mobile import actions
from mobile.actions import Tablet
from mobile.device.files import PhotoFiles
from mobile.store.row import Enrolment
from mobile.store.sqlite import SqliteTabletStore
from shared import wire
from shared.ids import DeviceId, Epoch, PersonId, SiteId
from shared.sync.messages import PullReply
from shared.sync.ports import PullOutcome
from shared.sync.request import SyncReport
from shared.sync.session import drive, session
from tests.builders import NOW, FakeClock, SeededIds
from tests.system.simulation.faults import Faults, Kill
from tests.system.simulation.network import Network

APP = "0.1.0"


@dataclass
class Fact:
    """One operation that was made: what the world must not lose."""

    kind: str
    entity: str
    made_at: datetime
    acked_at: datetime | None = None
    state: str = "pending"


@dataclass
class Made:
    """What a tablet has ever made, and photos that it let go as the rules say. A restored database forgets what came after."""

    ops: dict[str, Fact] = field(default_factory=dict)
    let_go: set[str] = field(default_factory=set)


class WatchedStore(SqliteTabletStore):
    """The real store; asserts around a purge what only that moment shows, and notes whose photos went with the site."""

    let_go: set[str]

    def save_pull(self, reply: PullReply) -> PullOutcome:
        waiting = self._rows(_WAITING)
        for scope in reply.purge:
            self.let_go.update(row["sha256"] for row in self._rows(_STORED_PHOTOS, scope.removeprefix("site:")))
        outcome = super().save_pull(reply)
        assert self._rows(_WAITING) == waiting, "S11: a pull touched what waits to be sent"
        for scope in reply.purge:
            left = self._number("SELECT count(*) FROM replica WHERE scope = ?", scope)
            left += self._number("SELECT count(*) FROM cursor WHERE scope = ?", scope)
            assert left == 0, f"S11: rows of {scope} remain"
            for row in self._rows(_STORED_PHOTOS, scope.removeprefix("site:")):
                path = self.files / "screen" / f"{row['sha256']}.jpg"
                assert not path.exists(), f"S11: photo {row['sha256']} of {scope} remains"
        return outcome


_WAITING = (
    "SELECT op_id, state, body FROM outbox UNION ALL SELECT sha256, state, size_bytes FROM blob WHERE state = 'pending'"
)
_STORED_PHOTOS = (
    "SELECT b.sha256 FROM blob b WHERE b.state = 'stored' AND EXISTS (SELECT 1 FROM photo p JOIN outbox o"
    " ON o.entity_id = p.record WHERE p.sha256 = b.sha256 AND json_extract(o.body, '$.site') = ?)"
    " AND NOT EXISTS (SELECT 1 FROM photo p WHERE p.sha256 = b.sha256 AND"
    " p.record NOT IN (SELECT entity_id FROM outbox))"
)


class SimTablet:
    """One tablet: its folder, clock and network; may die at any fail point and is then opened again."""

    def __init__(self, folder: Path, name: str, network: Network, site: SiteId, person: PersonId) -> None:
        self.folder = folder
        self.name = name
        self.network = network
        self.fail_point = network.fail_point
        self.clock = FakeClock(NOW, boot=f"{name}-boot-1")
        self.ids = SeededIds(number_of(name))
        self.made = Made()
        self.site = site
        self.person = person
        self.schema = wire.SCHEMA
        self.app = APP
        self.boots = 1
        self.store: SqliteTabletStore
        self.tablet: Tablet
        self.open()

    @property
    def device(self) -> DeviceId:
        """The tablet's own id."""
        return self.store.memory().device

    def open(self) -> None:
        """Start the app on what the folder holds, as it starts on a tablet."""
        self.folder.mkdir(parents=True, exist_ok=True)
        files = self.folder / "photos"
        self.store = WatchedStore(self.folder / "tablet.db", files, fail_point=self.fail_point)
        self.store.let_go = self.made.let_go
        self.tablet = Tablet(self.store, self.clock, self.ids, PhotoFiles(files, self.fail_point))
        self.store.sweep_files()
        actions.recover_photos(self.tablet)

    def close(self) -> None:
        """Let go of the database file, as a dying process does."""
        self.store.close()

    @contextmanager
    def living(self, crash_at: int | None = None) -> Iterator[None]:
        """Run something that may die at the ``crash_at``-th fail point; then the app starts again."""
        self.fail_point.arm(crash_at)
        try:
            yield
        except Kill:
            self.fail_point.disarm()
            self.close()
            self.open()
        finally:
            self.fail_point.disarm()

    def become(self, enrolment: Enrolment, epoch: Epoch) -> None:
        """Belong to this person and site from now on."""
        self.store.enrol(enrolment, epoch)
        self.site, self.person = enrolment.site, enrolment.person

    def forget_what_is_not_here(self) -> None:
        """Begin from what the folder holds: it was set back, and what came after was never made here."""
        held = {str(row["op_id"]) for row in self.rows("SELECT op_id FROM outbox")}
        self.made.ops = {op_id: fact for op_id, fact in self.made.ops.items() if op_id in held}
        enrolment = self.store.enrolment()
        if enrolment is not None:
            self.person = enrolment.person

    def synchronise(self, faults: Faults | None = None) -> SyncReport:
        """Run one session over the network with the faults that were drawn."""
        self.network.faults = faults or Faults()
        enrolment = self.store.enrolment()
        self.network.token = enrolment.token if enrolment is not None else ""
        report = drive(session(self.store, self.clock, self.app, schema=self.schema), self.network.carry)
        assert "digest-mismatch" not in report.notes, f"S1: {self.name} was wrong until its digest told: {report}"
        return report

    def rows(self, sql: str, *values: str) -> list[dict[str, object]]:
        """Look into the database file, for invariants only."""
        return [dict(row) for row in self.store._rows(sql, *values)]

    def number(self, sql: str) -> int:
        """Look one number up."""
        return self.store._number(sql)


def number_of(name: str) -> int:
    """A number for a name that is the same in every process."""
    return int.from_bytes(name.encode()[:6], "big")
