"""What the office does on the server, and what it does to tablets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from server import tables
from server.store import Tx
from server.store.device import revoke
from server.store.plan import open_secret_rules
from shared import notice as notices
from shared import wire
from shared.errors import RoundsError
from shared.hazard import Act, advance
from shared.ids import NoticeId, PersonId, PointId, RuleId
from shared.model.hazard import Completion, Hazard, HazardEvent, HazardState, Notice, Reply
from shared.model.place import Point, Role
from tests.builders import KEEPER, LEAD, OTHER_SITE, PRINCIPAL, SITE, UNIT, a_photo, a_rule, an_id
from tests.system.simulation.base import ANY_POINT, FIELDS, NAMES, WORDS, Base, reached
from tests.system.simulation.seeded import GUEST, OTHER_UNIT, TENANT, a_numbered_point

LEGAL = ("消防法第二十八条",)
SECRET = RuleId(an_id(0x4F))


class Office(Base):
    """Rules of those who sit at a desk."""

    @rule(point=ANY_POINT, field=FIELDS, word=WORDS)
    def office_edits_a_point(self, point: PointId, field: str, word: str) -> None:
        self.put_field(point, field, word + "办")

    def put_field(self, point: PointId, field: str, text: str) -> None:
        with self.world.server.store.writing() as tx:
            found = tx.find(Point, point)
            if found is not None:
                tx.put(wire.decode(Point, {**wire.encode_object(found), field: text}))

    @rule(point=ANY_POINT)
    def office_moves_a_point(self, point: PointId) -> None:
        with self.world.server.store.writing() as tx:
            found = tx.find(Point, point)
            if found is not None:
                tx.put(replace(found, site=OTHER_SITE if found.site == SITE else SITE))

    @rule(point=ANY_POINT)
    def office_removes_a_point_or_makes_it_anew(self, point: PointId) -> None:
        with self.world.server.store.writing() as tx:
            if tx.find(Point, point) is not None:
                tx.remove(Point, point)
            else:
                tx.put(a_numbered_point(point))

    @rule(days=st.integers(0, 2), performer=st.sampled_from([KEEPER, GUEST]))
    def office_plans_a_surprise(self, days: int, performer: PersonId) -> None:
        """A rule that only its performer may hold until its day: a record that changes feeds."""
        day = (self.world.clock.wall + timedelta(days=days)).date()
        with self.world.server.store.writing() as tx:
            tx.put(a_rule(id=SECRET, starts_on=day, is_secret=True, performers=(performer,)))

    @rule()
    def the_day_of_a_surprise_comes(self) -> None:
        """A record leaves its performers' feeds for its site's, while they hold it; rare, if it were left to chance."""
        store = self.world.server.store
        with store.writing() as tx:
            day = (self.world.clock.wall + timedelta(days=2)).date()
            tx.put(a_rule(id=SECRET, starts_on=day, is_secret=True, performers=(KEEPER, LEAD)))
        for tablet in self.world.tablets.values():
            tablet.synchronise()
        self.world.pass_time(timedelta(days=2))
        with store.writing() as tx:
            assert open_secret_rules(tx, self.world.clock.wall.date()) == 1
        reached("a surprise became known")

    @rule(which=st.integers(0, 3), what=st.sampled_from([HazardEvent.CONFIRM, HazardEvent.VOID, HazardEvent.ESCALATE]))
    def office_decides_about_a_hazard(self, which: int, what: HazardEvent) -> None:
        self.with_a_hazard(which, lambda tx, hazard: tx.put(advance(hazard, self.act(what))))

    def with_a_hazard(self, which: int, work: Callable[[Tx, Hazard], object]) -> None:
        with self.world.server.store.writing() as tx:
            hazards = sorted(tx.every(Hazard), key=lambda hazard: hazard.no)
            if hazards:
                try:
                    work(tx, hazards[which % len(hazards)])
                except RoundsError as refusal:
                    reached(
                        f"office refused: {refusal.code} {refusal.facts.get('missing') or refusal.facts.get('rule')}"
                    )

    def next_step(self, tx: Tx, hazard: Hazard) -> None:
        reached(f"office at {hazard.state.value}")
        match hazard.state:
            case HazardState.DRAFT:
                tx.put(advance(hazard, self.act(HazardEvent.CONFIRM)))
            case HazardState.OPEN:
                self.issue(tx, hazard)
            case HazardState.ISSUED:
                notice = tx.get(Notice, hazard.notice or "")
                signed = replace(self.act(HazardEvent.RECEIVE), by=LEAD, signed_by="刘工", signer=TENANT)
                self.put_all(tx, notices.receive(notice, [hazard], signed))
            case HazardState.IN_RECTIFICATION:
                self.reply(tx, hazard)
            case HazardState.RECHECK_PASSED:
                act = replace(self.act(HazardEvent.SIGN_OFF), by=PRINCIPAL, roles=frozenset({Role.FIRE_PRINCIPAL}))
                tx.put(advance(hazard, act))
            case _:
                pass

    def issue(self, tx: Tx, hazard: Hazard) -> None:
        unit = UNIT if hazard.site == SITE else OTHER_UNIT
        ident = NoticeId(self.world.server.ids.new())
        no = notices.notice_no("龙", 2026, len(tx.every(Notice)) + 1)
        draft = Notice(ident, hazard.site, no, unit, (hazard.id,), LEAD, "李敏", interim_clause="加强看护")
        act = replace(self.act(HazardEvent.ISSUE), deadline_on=self.act(HazardEvent.ISSUE).today + timedelta(days=10))
        self.put_all(tx, notices.issue(draft, [hazard], act))

    def reply(self, tx: Tx, hazard: Hazard) -> None:
        ident, at = self.world.server.ids.new(), self.world.clock.wall
        given = Reply(
            ident,  # type: ignore[arg-type]
            hazard.site,
            hazard.notice or NoticeId(""),
            hazard.id,
            "老化",
            "已更换",
            Completion.DONE,
            "刘工",
            at,
            photos_after=(a_photo(),),
        )
        act = replace(self.act(HazardEvent.REPLY), signed_by="刘工", signer=TENANT)
        tx.put(notices.reply(hazard, given, act))
        tx.put(given)

    def put_all(self, tx: Tx, moved: notices.Moved) -> None:
        notice, hazards = moved
        for one in (notice, *hazards):
            tx.put(one)

    def act(self, what: HazardEvent) -> Act:
        return Act(
            event=what,
            by=LEAD,
            by_name="李敏",
            roles=frozenset({Role.LEAD_INSPECTOR}),
            at=self.world.clock.wall,
            today=self.world.clock.wall.date(),
            reason="核实",
            addressee="消防第一责任人",
            legal_basis=LEGAL,
            required_measures="立即更换",
            responsible_dept="工程部",
            responsible_person="刘工",
            is_signed=True,
            recheckers=(KEEPER, LEAD, GUEST),
            grade=None,
        )

    @rule(name=NAMES)
    def office_sends_a_tablet_to_the_other_site(self, name: str) -> None:
        """The tablet loses one site's feed and gains another's."""
        tablet = self.world.tablets[name]
        tablet.site = OTHER_SITE if tablet.site == SITE else SITE
        change = tables.device.update().where(tables.device.c.id == tablet.device).values(site=tablet.site)
        with self.world.server.store.writing() as tx:
            tx.execute(change)

    @rule(name=NAMES, person=st.sampled_from([KEEPER, LEAD, GUEST]))
    def a_tablet_is_given_to_somebody(self, name: str, person: PersonId) -> None:
        """It is enrolled again, with what the one before has not sent yet still on it."""
        self.world.enrol(self.world.tablets[name], OTHER_SITE if person == GUEST else SITE, person)

    @rule(name=NAMES)
    def office_revokes_a_tablet(self, name: str) -> None:
        """Or, when it did so before, lets everybody in again."""
        device = self.world.tablets[name].device
        if self.world.server.look("SELECT 1 FROM device WHERE state = 'revoked' LIMIT 1"):
            self.world.reinstate()
        else:
            with self.world.server.store.writing() as tx:
                revoke(tx, device)
