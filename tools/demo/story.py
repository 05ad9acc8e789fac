"""The story: a missing fire extinguisher, from the basement to the signature that closes it.

Each chapter looks first whether it has happened already, in the two databases: a story that was cut anywhere goes on
there, and a second run begins where the first one ended.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select

from mobile.store.sqlite import SqliteTabletStore
from server import tables
from server.config import sqlite_url
from server.db import make_engine
from server.demo_estate import PASSWORD
from server.demo_estate.people import person
from server.demo_estate.place import unit
from server.demo_estate.plan import rule_id
from server.demo_photos import picture
from server.store import ServerStore
from server.system import SystemClock, SystemIds
from shared.model.hazard import Hazard, HazardState, Notice
from shared.model.inspection import Inspection, Status
from tools.demo.office import Camera, Visitor
from tools.demo.stage import Stage

if TYPE_CHECKING:
    from tools.demo.tablet import Hand

S = HazardState
ROUND = rule_id("SCH-05", "LS-A1-JF01")
"""Building 1's machine room, every day."""
FAILING = "lmr_09"
FOUND = "灭火器不在位，支架空着"
PUT_RIGHT = "灭火器已补齐，压力在绿区"
WAITING = {S.DRAFT, S.OPEN, S.ISSUED, S.IN_RECTIFICATION, S.REPLIED, S.RECHECK_PASSED}
"""The states that the story passes, in order; it ends in CLOSED."""


@dataclass
class Story:
    """Tells the story on a stage. ``say`` prints; ``steps`` counts what was told."""

    stage: Stage
    say: Callable[[str], None] = print
    steps: int = 0
    begun_at: float = field(default_factory=time.monotonic)
    hand: Hand | None = None
    camera: Camera = field(default_factory=Camera)

    def tell(self) -> dict[str, object]:
        """Tell the whole story, or what is left of it; return what both databases say at the end.

        Raises:
            RuntimeError: something on a screen or page is not as the story needs it.
        """
        chapters = (
            self.enrol,
            self.walk,
            self.send,
            self.review,
            self.notify,
            self.answer,
            self.recheck,
            self.sign_off,
        )
        try:
            for chapter in chapters:
                chapter()
            return self.summary()
        finally:
            self.leave_tablet()
            self.camera.close()

    # ---- chapters

    def enrol(self) -> None:
        """The tablet joins the estate: address and code are typed, everything it needs is pulled."""
        if self.tablet_store.enrolment() is not None:
            self.say(
                "      平板早已登记，从上次停下的地方继续。 The tablet is enrolled; the story goes on where it ended."
            )
            return
        hand = self.take_tablet("bracket_empty")
        hand.enrol(self.stage.url, self.stage.rounds("enrol-code", "keeper"))
        self.step(
            "维修管理员王建国登记平板，今天的任务已下载。 The tablet is enrolled and has today's rounds.", hand.picture
        )

    def walk(self) -> None:
        """The daily machine-room round, with the server stopped."""
        if self.has_walked():
            return
        hand = self.hand or self.take_tablet("bracket_empty")
        self.stage.stop_server()
        hand.open_round(ROUND)
        self.step(
            "服务器已停。走进 1 号楼电梯机房，打开每日巡视。 The server is stopped; the round is opened.", hand.picture
        )
        answered = hand.walk(
            FAILING,
            FOUND,
            lambda: self.step(
                "机房灭火器不在位：不合格，拍照、写说明、写处理。 Item 5.30.7 fails: photo, note, action.", hand.picture
            ),
        )
        hand.to_signing()
        self.step(
            f"{answered} 项检完，读数都在限内，签名。 {answered} items answered, readings within limits, signed.",
            hand.picture,
        )
        hand.submit_round()
        hand.wait_for(self.has_walked, "the record")
        hand.go("sync")
        self.step("已提交，存在平板里，等网络。 Submitted; it waits on the tablet, safe on its disk.", hand.picture)

    def send(self) -> None:
        """The server is back: the record goes first, then the photo."""
        if self.stage.server is None:
            self.stage.start_server()
        if self.hazard() is not None and self.tablet_store.sync_state().is_all_sent:
            return
        hand = self.hand or self.take_tablet("bracket_empty")
        hand.sync()
        self.step(
            "服务器恢复，记录和照片全部上传并核对。 The server is back; record and photo are there, verified.",
            hand.picture,
        )

    def review(self) -> None:
        """The office reads the record and accepts it; the lead inspector confirms the hazard."""
        hazard = self.found()
        if hazard.state is not S.DRAFT:
            return
        self.leave_tablet()
        with self.server.reading() as tx:
            record = tx.get(Inspection, hazard.source or "")
        quality = self.visitor("quality")
        page = f"/inspections/{record.id}"
        self.step(
            "质检部在办公室看到整份记录和照片。 The office sees the record, item by item, with its photo.",
            self.of(quality, page),
        )
        quality.submit(page, "review", {"verdict": "accepted"})
        lead = self.visitor("lead")
        page = f"/hazards/{hazard.id}"
        lead.submit(page, "confirm", {"legal_basis": "手册 5.30.7：机房必须配备消防器材"})
        self.step("检查负责人确认隐患。 The lead inspector confirms the hazard.", self.of(lead, page))

    def notify(self) -> None:
        """The lead inspector issues the 火险隐患整改通知书."""
        hazard = self.found()
        if hazard.state is not S.OPEN:
            return
        lead, name = self.visitor("lead"), hazard.id
        deadline = (self.today() + timedelta(days=3)).isoformat()
        lead.submit(
            f"/notices/new?hazard={name}",
            "notices/new",
            {
                "unit": unit("engineering"),
                "hazard": [name],
                f"required_measures:{name}": "补配 2 具 CO2 灭火器，挂牌并登记编号",
                f"deadline_on:{name}": deadline,
                f"responsible_person:{name}": "刘海",
                f"interim_measures:{name}": "从 1 层前室借用 1 具灭火器临时放置",
                "signed": "on",
            },
        )
        notice = self.notice()
        self.step(
            f"签发 {notice.no} 火险隐患整改通知书。 The rectification notice is issued.",
            self.of(lead, f"/notices/{notice.id}"),
        )

    def answer(self) -> None:
        """The unit signs for the notice, puts it right and replies with a photo."""
        hazard = self.found()
        if hazard.state not in {S.ISSUED, S.IN_RECTIFICATION}:
            return
        chief = self.visitor("engineering")
        notice = self.notice()
        if hazard.state is S.ISSUED:
            chief.submit(f"/notices/{notice.id}", "receive", {"signed": "on", "title": "工程维修部主管"})
        after = self.stage.home / "camera" / "after.jpg"
        after.parent.mkdir(parents=True, exist_ok=True)
        after.write_bytes(picture("bracket_full"))
        page = f"/hazards/{hazard.id}"
        chief.submit(
            page,
            "reply",
            {
                "completion": "done",
                "measures_taken": "已补配 2 具 CO2 灭火器并挂牌",
                "cause": "送检后未及时放回",
                "done_by": "陈大勇",
                "completed_on": self.today().isoformat(),
            },
            (after,),
        )
        self.step(
            "工程维修部签收，整改后附照片答复。 The unit signs, puts it right and replies with a photo.",
            self.of(chief, page),
        )

    def recheck(self) -> None:
        """The tablet pulls the recheck; it is recorded on site, offline or not, and sent."""
        hazard = self.found()
        if hazard.state is not S.REPLIED:
            return
        hand = self.take_tablet("bracket_full")
        hand.sync()
        hand.open_recheck(hazard.description)
        self.step(
            "平板收到复查任务，整改前后照片都在。 The tablet has the recheck, with the photos before and after.",
            hand.picture,
        )
        hand.record_pass(PUT_RIGHT)
        self.step("现场复查合格，拍照、签名。 Rechecked on site: passed, photo, signature.", hand.picture)
        hand.submit()
        hand.sync()
        self.step("复查记录已上传。 The recheck is on the server.", hand.picture)
        self.leave_tablet()

    def sign_off(self) -> None:
        """The fire manager signs; the hazard is closed and filed."""
        hazard = self.found()
        page = f"/hazards/{hazard.id}"
        manager = self.visitor("firemanager")
        if hazard.state is S.RECHECK_PASSED:
            manager.submit(page, "sign_off", {"signed": "on"})
        self.step(
            "消防安全管理人签字，隐患销案。 The fire manager signs; the hazard is closed.", self.of(manager, page)
        )

    # ---- telling

    def step(self, words: str, take: Callable[[Path], object]) -> None:
        """Say what has happened and keep a picture of it."""
        self.steps += 1
        take(self.stage.pictures / f"{self.steps:02d}.png")
        self.say(f"  {self.steps:2d}. {words}")

    def of(self, visitor: Visitor, page: str) -> Callable[[Path], object]:
        """Take the picture of a page as somebody sees it."""
        return lambda target: visitor.picture(page, target)

    def take_tablet(self, scene: str) -> Hand:
        """Start the app on the tablet; what its camera sees is a scene."""
        from tools.demo.tablet import Hand

        camera = self.stage.home / "camera" / scene
        camera.mkdir(parents=True, exist_ok=True)
        (camera / "1.jpg").write_bytes(picture(scene))
        self.leave_tablet()
        self.hand = Hand.take(self.stage.tablet_home, camera)
        return self.hand

    def leave_tablet(self) -> None:
        """Close the app."""
        if self.hand is not None:
            self.hand.close()
            self.hand = None

    def visitor(self, login: str) -> Visitor:
        """Sign somebody in to the office."""
        return Visitor(self.stage.url, login, PASSWORD, self.camera)

    # ---- what the databases say

    @cached_property
    def tablet_store(self) -> SqliteTabletStore:
        """The tablet's database, open beside the app."""
        home = self.stage.tablet_home
        return SqliteTabletStore(home / "tablet.db", home / "photos")

    @cached_property
    def server(self) -> ServerStore:
        """The server's database, open beside the server."""
        clock = SystemClock()
        return ServerStore(make_engine(sqlite_url(self.stage.server_home)), clock, SystemIds())

    def today(self) -> date:
        """Return the estate's date."""
        from zoneinfo import ZoneInfo

        return SystemClock().read().wall.astimezone(ZoneInfo("Asia/Shanghai")).date()

    def has_walked(self) -> bool:
        """Tell whether the tablet holds the finished record of the story."""
        store = self.tablet_store
        return any(head.is_own and head.status is Status.FINAL for head in store.records_since(date.min))

    def hazard(self) -> Hazard | None:
        """Return the story's hazard as the server has it: raised by a record of this tablet."""
        enrolment = self.tablet_store.enrolment()
        with self.server.reading() as tx:
            for one in tx.every(Hazard):
                source = tx.find(Inspection, one.source) if one.item == FAILING and one.source else None
                if source is not None and enrolment is not None and source.device == enrolment.device:
                    return one
        return None

    def found(self) -> Hazard:
        """Return the story's hazard.

        Raises:
            RuntimeError: it is not on the server.
        """
        hazard = self.hazard()
        if hazard is None:
            raise RuntimeError("the hazard of the round did not reach the server")
        if hazard.found_by != person("keeper") or hazard.state not in WAITING | {S.CLOSED}:
            raise RuntimeError(f"the hazard is {hazard.state.value}; somebody has changed the story (make demo-reset)")
        return hazard

    def notice(self) -> Notice:
        """Return the notice that names the hazard."""
        with self.server.reading() as tx:
            return tx.get(Notice, self.found().notice or "")

    def summary(self) -> dict[str, object]:
        """Read back from both databases how it ended."""
        with closing(sqlite3.connect(self.stage.tablet_home / "tablet.db")) as tablet:
            names = [str(row[0]) for row in tablet.execute("SELECT DISTINCT sha256 FROM photo WHERE state = 'ready'")]
        with self.server.reading() as tx:
            stored = tables.blob.c.stored_at.is_not(None)
            there = tx.scalars(select(tables.blob.c.sha256).where(tables.blob.c.sha256.in_(names), stored))
        state = self.tablet_store.sync_state()
        return {
            "hazard_state": self.found().state.value,
            "hazard_no": self.found().no,
            "notice_no": self.notice().no,
            "photos_taken": len(names),
            "photos_on_server": len(there),
            "pending_on_tablet": state.waiting + len(state.parked) + state.photos_total - state.photos_sent,
            "steps": self.steps,
            "seconds": round(time.monotonic() - self.begun_at, 1),
        }
