"""What may happen, drawn by Hypothesis: people work, the office edits, the network loses, processes die, backups return.

Each rule does one thing to the world; after each, the lasting invariants are asserted, and at the end of the story the
world is healed, drains, and must be as if nothing had gone wrong.
"""

from __future__ import annotations

import io
import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import event
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from PIL import Image

from mobile import actions
from mobile.store.row import NewOp
from server import tables
from shared import wire
from shared.errors import DiskFullError, RoundsError
from shared.hazard import Act, advance
from shared.ids import HazardId, InspectionId, NoteId, OpId, PointId, RecheckId
from shared.model.hazard import Hazard, HazardEvent, HazardState, Recheck, RecheckResult
from shared.model.inspection import Inspection, Note, Result, Status
from shared.model.place import Point, Role
from shared.sync.messages import HazardTransition, PointPatch
from tests.builders import KEEPER, LEAD, OTHER_SITE, SITE, a_hazard, a_photo
from tests.system.simulation import invariants
from tests.system.simulation.faults import Endpoint, Fault, Faults
from tests.system.simulation.seeded import GUEST, OTHER_POINTS, POINTS, a_quick_template, memory_folder, seeded_folder
from tests.system.simulation.world import SimTablet, World

NAMES = st.sampled_from(["keeper", "lead", "guest"])
FAULTS = st.lists(st.tuples(st.sampled_from(Endpoint), st.sampled_from(Fault)), max_size=6)
CRASH = st.none() | st.integers(0, 45)
FIELDS = st.sampled_from(["remark", "floor"])
WORDS = st.sampled_from(["甲", "乙", "丙"])
ANY_POINT = st.sampled_from([*POINTS, *OTHER_POINTS])
LEGAL = ("消防法第二十八条",)


class SyncMachine(RuleBasedStateMachine):
    """Three tablets of three people at two sites, one server."""

    def __init__(self) -> None:
        super().__init__()
        folder = Path(tempfile.mkdtemp(prefix="rounds-sim-", dir=memory_folder()))
        self.world = World(folder, seeded_folder())
        self.pictures = 0

    @initialize()
    def enrol(self) -> None:
        for name, site, person in (("keeper", SITE, KEEPER), ("lead", SITE, LEAD), ("guest", OTHER_SITE, GUEST)):
            tablet = self.world.enrol(name, site, person)
            tablet.synchronise()

    # ---- people with tablets

    @rule(name=NAMES, fails=st.booleans(), photos=st.integers(0, 2), crash=CRASH)
    def walk_a_round(self, name: str, fails: bool, photos: int, crash: int | None) -> None:
        tablet = self.world.tablets[name]
        with tablet.living(crash):
            self.round(tablet, fails=fails, photos=max(photos, int(fails)))
        self.remember(tablet)

    def round(self, tablet: SimTablet, *, fails: bool, photos: int) -> None:
        point = (OTHER_POINTS if tablet.site == OTHER_SITE else POINTS)[0]
        template = a_quick_template()
        record = actions.start_round(tablet.tablet, template=template.id, point=point)  # type: ignore[attr-defined]
        self.world.born.add(record)
        actions.answer(tablet.tablet, record, "LMR_04", value=25.5)
        actions.answer(tablet.tablet, record, "LMR_09", result=Result.FAIL if fails else Result.PASS)
        for _ in range(photos):
            self.photograph(tablet, record)
        actions.finish_round(tablet.tablet, record)

    def photograph(self, tablet: SimTablet, record: str) -> None:
        photo = actions.begin_photo(tablet.tablet, record, "LMR_09")
        row = tablet.store.photo(photo)
        if row is not None:
            Path(row.source).write_bytes(self.picture())
            actions.finish_photo(tablet.tablet, photo)

    def picture(self) -> bytes:
        self.pictures += 1
        target = io.BytesIO()
        Image.new("RGB", (24, 16), (self.pictures * 37 % 256, self.pictures * 11 % 256, self.pictures % 256)).save(
            target, "JPEG"
        )
        return target.getvalue()

    @rule(name=NAMES, revs=st.integers(1, 3), final=st.booleans())
    def send_versions_of_a_draft(self, name: str, revs: int, final: bool) -> None:
        """What a later app may do: push a record while it is being filled."""
        tablet = self.world.tablets[name]
        ident = InspectionId(tablet.ids.new())
        self.world.born.add(ident)
        for rev in range(1, revs + 1):
            status = Status.FINAL if final and rev == revs else Status.DRAFT
            record = Inspection(
                ident,
                tablet.site,
                a_quick_template().id,  # type: ignore[attr-defined]
                1,
                None,
                tablet.person,
                tablet.device,
                tablet.clock.read(),
                author_rev=rev,
                status=status,
            )
            self.queue(tablet, "inspection.put", record, ident)

    @rule(name=NAMES)
    def send_a_record_of_somebody_else(self, name: str) -> None:
        """A tablet that was cloned from another's storage: its version must be kept apart."""
        tablet = self.world.tablets[name]
        with self.world.server.store.reading() as tx:
            others = [one for one in tx.every(Inspection) if one.device != tablet.device and one.site == tablet.site]
        if others:
            version = wire.decode(Inspection, {**wire.encode_object(others[0]), "author_rev": 9, "conclusion": name})
            self.queue(tablet, "inspection.put", version, version.id)

    @rule(name=NAMES, text=WORDS)
    def write_a_note(self, name: str, text: str) -> None:
        tablet = self.world.tablets[name]
        note = Note(NoteId(tablet.ids.new()), tablet.site, "point", POINTS[0], tablet.person, tablet.clock.read(), text)
        self.world.born.add(note.id)
        self.queue(tablet, "note.put", note, note.id)

    @rule(name=NAMES)
    def find_a_hazard(self, name: str) -> None:
        tablet = self.world.tablets[name]
        hazard = a_hazard(
            id=HazardId(tablet.ids.new()),
            site=tablet.site,
            source=None,
            found_by=tablet.person,
            found_by_name=name,
            found_at=tablet.clock.read(),
            legal_basis=LEGAL,
            photos_before=(a_photo(),),
        )
        self.world.born.add(hazard.id)
        self.queue(tablet, "hazard.raise", hazard, hazard.id)

    @rule(name=NAMES, which=st.integers(0, 3), what=st.sampled_from([HazardEvent.CONFIRM, HazardEvent.VOID]))
    def decide_about_a_hazard(self, name: str, which: int, what: HazardEvent) -> None:
        """Decide by what this tablet sees, which may be old."""
        tablet = self.world.tablets[name]
        hazards = tablet.store.hazards()
        if hazards:
            hazard = hazards[which % len(hazards)]
            rev = tablet.store.hazard_rev(hazard.id)
            intent = HazardTransition(hazard.id, what, hazard.state, rev, reason="重复登记")
            self.queue(tablet, "hazard.transition", intent, hazard.id)

    @rule(name=NAMES, which=st.integers(0, 3), result=st.sampled_from(RecheckResult))
    def recheck_a_hazard(self, name: str, which: int, result: RecheckResult) -> None:
        tablet = self.world.tablets[name]
        hazards = tablet.store.hazards()
        if hazards:
            hazard = hazards[which % len(hazards)]
            recheck = Recheck(
                RecheckId(tablet.ids.new()),
                tablet.site,
                hazard.id,
                hazard.round + 1,
                result,
                tablet.person,
                name,
                tablet.clock.read(),
                photos=(a_photo(),),
            )
            self.world.born.add(recheck.id)
            self.queue(tablet, "recheck.put", recheck, recheck.id, about=hazard.id)

    @rule(name=NAMES, which=st.integers(0, 5), field=FIELDS, word=WORDS)
    def edit_a_point(self, name: str, which: int, field: str, word: str) -> None:
        """Edit by the tablet's own view: what the server said, overlaid with what waits here."""
        tablet = self.world.tablets[name]
        points = tablet.store.points()
        if points:
            point = points[which % len(points)]
            patch = PointPatch(point.id, {field: getattr(point, field)}, {field: word + name})
            self.queue(tablet, "point.patch", patch, point.id)

    @rule(name=NAMES, kind=st.sampled_from(["inspection.put", "weather.report", "point.patch"]))
    def send_poison(self, name: str, kind: str) -> None:
        """An operation that cannot be applied, or not by this server; nothing else may wait for it."""
        tablet = self.world.tablets[name]
        with tablet.store.transaction():
            ident = tablet.ids.new()
            tablet.store.add_op(NewOp(OpId(ident), kind, tablet.person, tablet.clock.read(), {"id": ident}, ident))
        self.remember(tablet)

    @rule(name=NAMES, at=st.integers(0, 8))
    def fill_the_disk(self, name: str, at: int) -> None:
        """A commit fails for lack of space: nothing of it is there, the rest is."""
        tablet = self.world.tablets[name]
        before = tablet.rows("SELECT count(*) AS n FROM outbox")
        tablet.fail_point.fill(at)
        try:
            self.round(tablet, fails=False, photos=0)
        except DiskFullError:
            drafts = tablet.rows("SELECT id FROM record WHERE status = 'final' AND document IS NULL")
            assert not drafts, "S13: a record is half finished"
            assert tablet.rows("SELECT count(*) AS n FROM outbox") == before, "S13: half of an action was written"
        finally:
            tablet.fail_point.arm(None)
        self.remember(tablet)

    def queue(self, tablet: SimTablet, kind: str, body: object, entity: str, about: str = "") -> None:
        at = tablet.clock.read()
        op_id = OpId(tablet.ids.new())
        with tablet.store.transaction():
            tablet.store.add_op(NewOp(op_id, kind, tablet.person, at, wire.encode_object(body), entity, about))
        self.remember(tablet)

    def remember(self, tablet: SimTablet) -> None:
        """Tell the oracle what the tablet holds now; only what is in the database was made."""
        for row in tablet.rows("SELECT op_id, kind, entity_id FROM outbox"):
            op_id = str(row["op_id"])
            if op_id not in tablet.made.ops:
                tablet.made.ops[op_id] = str(row["kind"])
                tablet.made.true_time[op_id] = self.world.clock.wall
                self.world.born.add(str(row["entity_id"]))

    # ---- the office

    @rule(point=ANY_POINT, field=FIELDS, word=WORDS)
    def office_edits_a_point(self, point: PointId, field: str, word: str) -> None:
        with self.world.server.store.writing() as tx:
            found = tx.find(Point, point)
            if found is not None:
                tx.put(wire.decode(Point, {**wire.encode_object(found), field: word + "办"}))

    @rule(point=ANY_POINT)
    def office_moves_a_point(self, point: PointId) -> None:
        with self.world.server.store.writing() as tx:
            found = tx.find(Point, point)
            if found is not None:
                site = OTHER_SITE if found.site == SITE else SITE
                tx.put(wire.decode(Point, {**wire.encode_object(found), "site": site}))

    @rule(point=ANY_POINT)
    def office_removes_a_point_or_makes_it_anew(self, point: PointId) -> None:
        with self.world.server.store.writing() as tx:
            if tx.find(Point, point) is not None:
                tx.remove(Point, point)
            else:
                from tests.builders import a_point

                tx.put(a_point(id=point, number="新"))

    @rule(which=st.integers(0, 3), what=st.sampled_from([HazardEvent.CONFIRM, HazardEvent.VOID, HazardEvent.ESCALATE]))
    def office_decides_about_a_hazard(self, which: int, what: HazardEvent) -> None:
        with self.world.server.store.writing() as tx:
            hazards = tx.every(Hazard)
            if not hazards:
                return
            hazard = hazards[which % len(hazards)]
            act = Act(
                event=what,
                by=LEAD,
                by_name="李敏",
                roles=frozenset({Role.LEAD_INSPECTOR}),
                at=self.world.clock.wall,
                today=self.world.clock.wall.date(),
                reason="核实",
                addressee="消防第一责任人",
                legal_basis=LEGAL,
            )
            try:
                tx.put(advance(hazard, act))
            except RoundsError as refusal:
                event(f"office refused: {refusal.code}")

    @precondition(lambda self: any(True for _ in self.world.tablets))
    @rule(name=NAMES)
    def office_sends_a_tablet_to_the_other_site(self, name: str) -> None:
        """The tablet loses one site's feed and gains another's."""
        tablet = self.world.tablets[name]
        site = OTHER_SITE if tablet.site == SITE else SITE
        change = tables.device.update().where(tables.device.c.id == tablet.device).values(site=site)
        with self.world.server.store.writing() as tx:
            tx.execute(change)
        tablet.site = site

    @rule(name=NAMES)
    def office_revokes_a_tablet(self, name: str) -> None:
        change = tables.device.update().where(tables.device.c.id == self.world.tablets[name].device)
        with self.world.server.store.writing() as tx:
            tx.execute(change.values(state="revoked"))

    @rule()
    def office_lets_everybody_in_again(self) -> None:
        invariants.reinstate(self.world)

    # ---- the world

    @rule(name=NAMES, faults=FAULTS, crash=CRASH)
    def synchronise(self, name: str, faults: list[tuple[Endpoint, Fault]], crash: int | None) -> None:
        tablet = self.world.tablets[name]
        with tablet.living(crash):
            report = tablet.synchronise(Faults(faults))
            event(f"sync ended: {report.outcome.value}")
        for endpoint, fault in tablet.network.met:
            event(f"{endpoint.value}: {fault.value}")
        tablet.network.met.clear()

    @rule(name=NAMES)
    def synchronise_in_peace(self, name: str) -> None:
        self.world.tablets[name].synchronise()

    @rule(name=NAMES, faults=st.lists(st.sampled_from(Fault), min_size=1, max_size=5), crash=CRASH)
    def upload_through_a_bad_link(self, name: str, faults: list[Fault], crash: int | None) -> None:
        """Rare otherwise: faults that reach the chunks of a photo."""
        tablet = self.world.tablets[name]
        with tablet.living():
            self.round(tablet, fails=False, photos=2)
        self.remember(tablet)
        with tablet.living(crash):
            tablet.synchronise(Faults([(Endpoint.PATCH, fault) for fault in faults]))

    @rule()
    def a_late_request_arrives(self) -> None:
        self.world.deliver_zombie()

    @rule(minutes=st.sampled_from([1, 20, 90, 60 * 26]))
    def time_passes(self, minutes: int) -> None:
        self.world.pass_time(timedelta(minutes=minutes))

    @rule(name=NAMES, hours=st.sampled_from([-9000, -30, -1, 1, 30, 9000]))
    def somebody_sets_the_clock(self, name: str, hours: int) -> None:
        self.world.tablets[name].clock.jump(timedelta(hours=hours))

    @rule(name=NAMES)
    def a_tablet_restarts(self, name: str) -> None:
        tablet = self.world.tablets[name]
        tablet.boots += 1
        tablet.clock.restart(f"{name}-boot-{tablet.boots}")
        tablet.close()
        tablet.open()

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
        with tablet.living(crash):
            tablet.synchronise()
        self.world.restore_server()
        with tablet.living(crash):
            tablet.synchronise()

    @rule(name=NAMES)
    def a_tablet_is_brought_back_from_a_copy(self, name: str) -> None:
        """Its storage is set back: what it made since is known to the server only, if at all."""
        tablet = self.world.tablets[name]
        copy = self.world.folder / f"copy-{name}"
        if copy.exists():
            tablet.close()
            shutil.rmtree(tablet.folder)
            shutil.move(copy, tablet.folder)
            tablet.open()
            held = {str(row["op_id"]) for row in tablet.rows("SELECT op_id FROM outbox")}
            tablet.made.ops = {op_id: kind for op_id, kind in tablet.made.ops.items() if op_id in held}
        else:
            tablet.close()
            shutil.copytree(tablet.folder, copy)
            tablet.open()

    @rule(name=NAMES)
    def an_app_is_upgraded(self, name: str) -> None:
        self.world.tablets[name].schema += 1

    def check(self) -> None:
        invariants.check(self.world)

    def teardown(self) -> None:
        try:
            invariants.settle(self.world)
            for tablet in self.world.tablets.values():
                assert HazardState  # names the enum that S10 walks
                self.remember(tablet)
        finally:
            self.world.close()
