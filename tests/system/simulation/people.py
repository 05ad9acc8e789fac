"""What people do with tablets, connected or not."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import rule
from PIL import Image

from mobile import actions
from mobile.store.row import NewOp, PhotoState
from shared import wire
from shared.errors import DiskFullError, EvidenceMissingError, NotPermittedError, TransitionError
from shared.ids import InspectionId, OpId, TemplateId
from shared.model.hazard import HazardEvent, HazardState, RecheckResult
from shared.model.inspection import Inspection, Result, Status
from shared.sync.messages import HazardTransition, PointPatch
from tests.builders import OTHER_SITE
from tests.system.simulation.base import CRASH, FIELDS, NAMES, WORDS, Base, reached
from tests.system.simulation.seeded import OTHER_POINTS, POINTS
from tests.system.simulation.tablet import SimTablet

FORM = TemplateId("lmr-short")


class People(Base):
    """Rules of those who walk about."""

    @rule(name=NAMES, fails=st.booleans(), photos=st.integers(0, 2), crash=CRASH)
    def walk_a_round(self, name: str, fails: bool, photos: int, crash: int | None) -> None:
        tablet = self.world.tablets[name]
        with tablet.living(crash):
            self.round(tablet, fails=fails, photos=max(photos, int(fails)))

    def round(self, tablet: SimTablet, *, fails: bool, photos: int) -> None:
        point = (OTHER_POINTS if tablet.site == OTHER_SITE else POINTS)[0]
        record = actions.start_round(tablet.tablet, template=FORM, point=point)
        self.world.born.add(record)
        self.own(tablet, record)
        for photo in tablet.store.photos_of(record):
            if photo.state is PhotoState.PENDING:  # begun before the app died; nobody waits for it any more
                actions.drop_photo(tablet.tablet, photo.id)
        actions.answer(tablet.tablet, record, "LMR_04", value=25.5)
        actions.answer(tablet.tablet, record, "LMR_09", result=Result.FAIL if fails else Result.PASS)
        for _ in range(photos):
            self.photograph(tablet, record, "LMR_09")
        actions.finish_round(tablet.tablet, record)

    def own(self, tablet: SimTablet, record: InspectionId) -> None:
        """Go on with what somebody began who held the tablet before, as the app asks for first."""
        draft = tablet.store.inspection(record)
        if draft is not None and draft.author != tablet.tablet.person_id():
            actions.take_over(tablet.tablet, record)

    def photograph(self, tablet: SimTablet, record: str, item: str = "") -> None:
        photo = actions.begin_photo(tablet.tablet, record, item)
        row = tablet.store.photo(photo)
        assert row is not None
        Path(row.source).write_bytes(self.picture())
        actions.finish_photo(tablet.tablet, photo)

    def picture(self) -> bytes:
        self.pictures += 1
        target = io.BytesIO()
        colour = (self.pictures * 37 % 256, self.pictures * 11 % 256, self.pictures % 256)
        size = (344, 24) if self.pictures % 2 else (24, 16)  # every other has a small copy that is not itself
        Image.new("RGB", size, colour).save(target, "JPEG")
        return target.getvalue()

    @rule(name=NAMES)
    def amend_the_last_round(self, name: str) -> None:
        tablet = self.world.tablets[name]
        own = tablet.rows("SELECT id FROM record WHERE status = 'final' ORDER BY begun_at DESC LIMIT 1")
        for row in own:
            record = actions.amend(tablet.tablet, InspectionId(str(row["id"])))
            self.world.born.add(record)
            self.own(tablet, record)
            actions.answer(tablet.tablet, record, "LMR_04", value=31.0)
            actions.finish_round(tablet.tablet, record, conclusion="更正")

    @rule(name=NAMES, revs=st.integers(1, 3), final=st.booleans())
    def send_versions_of_a_draft(self, name: str, revs: int, final: bool) -> None:
        """What a later app may do: push a record while it is being filled."""
        tablet = self.world.tablets[name]
        ident = InspectionId(tablet.ids.new())
        for rev in range(1, revs + 1):
            status = Status.FINAL if final and rev == revs else Status.DRAFT
            at = tablet.clock.read()
            record = Inspection(
                ident, tablet.site, FORM, 1, None, tablet.person, tablet.device, at, author_rev=rev, status=status
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

    @rule(name=NAMES, text=WORDS, photo=st.booleans(), crash=CRASH)
    def write_a_note(self, name: str, text: str, photo: bool, crash: int | None) -> None:
        tablet = self.world.tablets[name]
        with tablet.living(crash):
            note = actions.start_note(tablet.tablet, "point", POINTS[0])
            if photo:
                self.photograph(tablet, note)
            actions.add_note(tablet.tablet, "point", POINTS[0], text, note)

    @rule(name=NAMES, crash=CRASH)
    def find_a_hazard(self, name: str, crash: int | None) -> None:
        tablet = self.world.tablets[name]
        with tablet.living(crash):
            self.find_one(tablet)

    def find_one(self, tablet: SimTablet) -> None:
        ident = actions.start_hazard(tablet.tablet)
        self.photograph(tablet, ident)
        draft = tablet.store.hazard_draft(ident)
        assert draft is not None
        actions.change_hazard(tablet.tablet, replace(draft, description="防火门损坏", location="2 层", category="door"))
        actions.raise_hazard(tablet.tablet, ident)

    @rule(name=NAMES, which=st.integers(0, 3), what=st.sampled_from([HazardEvent.CONFIRM, HazardEvent.VOID]))
    def decide_about_a_hazard(self, name: str, which: int, what: HazardEvent) -> None:
        """Decide by what this tablet sees, which may be old; each decision can be told by its reason."""
        tablet = self.world.tablets[name]
        hazards = tablet.store.hazards()
        if hazards:
            hazard = hazards[which % len(hazards)]
            rev = tablet.store.hazard_rev(hazard.id)
            op_id = OpId(tablet.ids.new())
            intent = HazardTransition(hazard.id, what, hazard.state, rev, reason=f"重复登记 {op_id}")
            self.queue(tablet, "hazard.transition", intent, hazard.id, about=hazard.id, op_id=op_id)

    @rule(name=NAMES, which=st.integers(0, 3), result=st.sampled_from(RecheckResult), crash=CRASH)
    def recheck_a_hazard(self, name: str, which: int, result: RecheckResult, crash: int | None) -> None:
        """Recheck what this tablet shows as replied to, which may be old."""
        self.recheck(self.world.tablets[name], which, result, crash)

    def recheck(self, tablet: SimTablet, which: int, result: RecheckResult, crash: int | None) -> None:
        hazards = tablet.store.hazards()
        hazards = tuple(one for one in hazards if one.state is HazardState.REPLIED) or hazards
        if not hazards:
            return
        try:
            with tablet.living(crash):
                ident = actions.start_recheck(tablet.tablet, hazards[which % len(hazards)].id)
                actions.set_recheck(tablet.tablet, ident, result=result, note="已看")
                self.photograph(tablet, ident)
                actions.finish_recheck(tablet.tablet, ident)
                reached(f"rechecked: {result.value}")
        except (TransitionError, NotPermittedError, EvidenceMissingError) as refusal:
            reached(f"recheck refused here: {refusal.code}")

    @rule(name=NAMES, which=st.integers(0, 5), field=FIELDS, word=WORDS)
    def edit_a_point(self, name: str, which: int, field: str, word: str) -> None:
        """Edit by the tablet's own view: what the server said, overlaid with what waits here."""
        self.edit(self.world.tablets[name], which, field, word + name)

    def edit(self, tablet: SimTablet, which: int, field: str, text: str) -> None:
        points = tablet.store.points()
        if points:
            point = points[which % len(points)]
            patch = PointPatch(point.id, {field: getattr(point, field)}, {field: text})
            self.queue(tablet, "point.patch", patch, point.id)

    @rule(name=NAMES, kind=st.sampled_from(["inspection.put", "weather.report", "point.patch", "note.put"]))
    def send_poison(self, name: str, kind: str) -> None:
        """An operation that cannot be applied, or not by this server; nothing else may wait for it."""
        tablet = self.world.tablets[name]
        with tablet.store.transaction():
            ident = tablet.ids.new()
            tablet.store.add_op(NewOp(OpId(ident), kind, tablet.person, tablet.clock.read(), {"id": ident}, ident))

    @rule(name=NAMES, at=st.integers(0, 8))
    def fill_the_disk(self, name: str, at: int) -> None:
        """A commit fails for lack of space: nothing of it is there, the rest is."""
        tablet = self.world.tablets[name]
        before = tablet.number("SELECT count(*) FROM outbox")
        tablet.fail_point.fill(at)
        try:
            self.round(tablet, fails=False, photos=0)
        except DiskFullError:
            half = tablet.number("SELECT count(*) FROM record WHERE status = 'final' AND document IS NULL")
            assert half == 0, "S13: a record is half finished"
            assert tablet.number("SELECT count(*) FROM outbox") == before, "S13: half of an action was written"
            reached("disk full in a round")
        finally:
            tablet.fail_point.disarm()

    def queue(
        self, tablet: SimTablet, kind: str, body: object, entity: str, about: str = "", op_id: OpId | None = None
    ) -> None:
        at = tablet.clock.read()
        with tablet.store.transaction():
            op_id = op_id or OpId(tablet.ids.new())
            tablet.store.add_op(NewOp(op_id, kind, tablet.person, at, wire.encode_object(body), entity, about))
