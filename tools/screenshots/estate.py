"""The demo estate for one morning: a clock, a server on a free port, other tablets, and what the office does meanwhile."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from flask import Flask

from server.app import Parts, create_app, parts_of
from server.config import Config, sqlite_url
from server.demo_estate import PASSWORD, DemoEstate, estate, furnish, past, people, place, seed
from server.demo_estate.history import strokes
from server.demo_estate.ident import ZONE, ident, reading
from server.demo_photos import HEIGHT, WIDTH, picture
from server.letters import Settler, set_aside
from server.office.session.password import Passwords
from server.serve import Serving
from server.store import ServerStore, Tx
from server.store.blob import store_whole
from server.store.device import devices, enrol, make_code, note_push, revoke
from server.store.letter import OPEN, Letter, waiting
from server.store.proof import Proof, record_proof
from server.store.schema import create_schema, ensure_epoch, next_serial
from server.store.shift import set_pin
from server.store.viewer import viewer_of
from server.system import SystemClock, SystemIds
from shared import notice as rules
from shared.clock import Reading
from shared.errors import UnknownRecordError
from shared.hazard import Act, advance
from shared.ids import DeviceId, HazardId, InspectionId, NoticeId, PersonId, PhotoId, ReplyId, ReviewId, Sha256
from shared.model.hazard import Completion, Hazard, HazardEvent, Notice, Reply
from shared.model.inspection import Inspection, Photo, Remark, Review, ReviewState, Signature
from shared.model.place import Person
from shared.model.template import HazardGrade
from shared.schedule import workdays
from shared.sync.messages import DeviceHealth

MORNING = time(9, 40)
PIN = "4711"
E = HazardEvent


class MorningClock:
    """This machine's clocks, with the wall clock set so that the run begins in the morning of today."""

    def __init__(self) -> None:
        self._real = SystemClock()
        now = self._real.read().wall.astimezone(ZONE)
        self._shift = datetime.combine(now.date(), MORNING, ZONE) - now
        self._back = timedelta(0)

    @property
    def today(self) -> date:
        """The estate's day."""
        return self.read().wall.astimezone(ZONE).date()

    def read(self) -> Reading:
        """Read wall and boot clock at once."""
        real = self._real.read()
        return replace(real, wall=(real.wall + self._shift).astimezone(UTC))

    def earlier(self, back: timedelta) -> PastClock:
        """Return a clock that shows what this one showed so long ago."""
        return PastClock(self, back)


@dataclass(frozen=True, slots=True)
class PastClock:
    """Another clock's past."""

    clock: MorningClock
    back: timedelta

    def read(self) -> Reading:
        """Read wall and boot clock at once."""
        now = self.clock.read()
        return Reading(now.wall - self.back, now.boot, max(0, now.boottime_ms - int(self.back.total_seconds() * 1000)))


@dataclass
class Served:
    """The demo estate behind a server in a thread of this process. ``home`` is deleted by whoever made it."""

    home: Path
    clock: MorningClock = field(default_factory=MorningClock)
    port: int = 0
    _serving: Serving | None = field(default=None, repr=False)
    _thread: threading.Thread | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        self.home.mkdir(parents=True)
        passwords = Passwords(memory_kib=8)
        self.app: Flask = create_app(self._config(), clock=self.clock, passwords=passwords)
        before = past(self.clock.today)
        self.demo: DemoEstate = estate(self.clock.today, before=before)
        create_schema(self.parts.engine)
        with self.store.writing() as tx:
            ensure_epoch(tx)
        hashed = passwords.hash(PASSWORD)
        seed(self.store, self.parts.blobs, self.demo, lambda _login: hashed)
        furnish(self.store, self.parts.blobs, self.demo, before)
        made_at = datetime.combine(self.clock.today, time(2, 10), ZONE)
        with self.store.writing() as tx:
            record_proof(tx, Proof(tx.now, made_at.strftime("%Y%m%dT%H%M%SZ"), made_at, is_good=True))

    def _config(self) -> Config:
        return Config(home=self.home, database_url=sqlite_url(self.home), port=self.port)

    @property
    def parts(self) -> Parts:
        """What the server is made of."""
        return parts_of(self.app)

    @property
    def store(self) -> ServerStore:
        """The server's database."""
        return self.parts.store

    @property
    def url(self) -> str:
        """Where it listens, once it was started."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Listen; after the first time on the same port."""
        self._serving = Serving(self.app, self._config())
        self.port = self._serving.addresses[0][1]
        self._thread = threading.Thread(target=self._serving.run, name="server", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop listening: the tablet is offline."""
        if self._serving is not None and self._thread is not None:
            self._serving.stop()
            self._thread.join()
        self._serving = self._thread = None

    # ---------------------------------------------------------------- tablets
    def code(self, login: str) -> str:
        """Make a code that enrols a tablet for somebody."""
        with self.store.writing() as tx:
            return make_code(tx, place.SITE, people.person(login), people.person("admin"))

    def give_pins(self, *logins: str) -> None:
        """Let people share the tablet: each gets a PIN."""
        with self.store.writing() as tx:
            for login in logins:
                set_pin(tx, people.person(login), PIN, bytes(16), people.person("admin"), rounds=1000)

    def enrol_others(self) -> None:
        """Enrol the estate's other tablets: one in order, one silent with work on it, one revoked."""
        self._another("防火巡查 1 号平板", "patrol", timedelta(minutes=12), DeviceHealth())
        oldest = self.clock.read().wall - timedelta(days=2, hours=20)
        held = DeviceHealth(pending_ops=4, pending_photos=9, oldest_pending_at=oldest)
        self._another("控制室平板", "control", timedelta(days=2, hours=18), held)
        lost = self._another("旧平板（屏裂）", "inspector", timedelta(days=9), DeviceHealth())
        with self.store.writing() as tx:
            revoke(tx, lost)

    def _another(self, name: str, login: str, silent: timedelta, health: DeviceHealth) -> DeviceId:
        device = DeviceId(ident("tablet", name))
        store = ServerStore(self.parts.engine, self.clock.earlier(silent), SystemIds())
        with store.writing() as tx:
            enrol(tx, make_code(tx, place.SITE, people.person(login)), device, name, "0.1.0")
            note_push(tx, device, "0.1.0", health, 1200)
        return device

    def tablet(self, name: str) -> DeviceId:
        """Name the tablet whose name holds these words.

        Raises:
            UnknownRecordError: there is none.
        """
        with self.store.reading() as tx:
            viewer = viewer_of(tx, people.person("admin"))
            found = [row.id for row in devices(tx, viewer) if name in row.name] if viewer else []
        if not found:
            raise UnknownRecordError(kind="device", id=name)
        return found[0]

    # ---------------------------------------------------------------- what the office does meanwhile
    def hazard_of(self, key: str) -> HazardId:
        """Name a hazard of the demo by its key."""
        return HazardId(ident("hazard", key))

    def demo_notice(self, key: str) -> NoticeId:
        """Name the notice of a hazard of the demo.

        Raises:
            UnknownRecordError: there is none.
        """
        held = next(hazard.notice for hazard in self.demo.hazards if hazard.id == self.hazard_of(key))
        if held is None:
            raise UnknownRecordError(kind="notice", id=key)
        return held

    def confirm(self, hazard: HazardId) -> None:
        """Let the lead inspector confirm a hazard."""
        with self.store.writing() as tx:
            act = self._act(tx, E.CONFIRM, "lead", grade=HazardGrade.GENERAL)
            tx.put(advance(tx.get(Hazard, hazard), act))

    def give_notice(self, hazard: HazardId, unit: str) -> NoticeId:
        """Issue a notice for a confirmed hazard and let the unit sign for it and reply."""
        with self.store.writing() as tx:
            notice, moved = self._issued(tx, tx.get(Hazard, hazard), unit)
            one = self._act(tx, E.RECEIVE, unit, is_signed=True)
            notice, (moved,) = rules.receive(notice, (moved,), one, title="主管", signature=_signature("receiver", one))
            given = self._reply(tx, moved, unit)
            moved = rules.reply(moved, given, self._act(tx, E.REPLY, unit))
            for entity in (notice, given, moved):
                tx.put(entity)
            return notice.id

    def _issued(self, tx: Tx, hazard: Hazard, unit: str) -> tuple[Notice, Hazard]:
        today = self.clock.today
        act = self._act(tx, E.ISSUE, "lead", is_signed=True, deadline_on=today + timedelta(days=1))
        act = replace(act, recheckers=(hazard.found_by, act.by))
        line = rules.Line(
            required_measures="补配手提式干粉灭火器一具，压力正常，放回原位",
            interim_measures="整改前从值班室借一具放在机房门内",
            responsible_dept="工程维修部",
            responsible_person="陈大勇",
        )
        serial = next_serial(tx, f"notice:{place.SITE}", today.year)
        draft = Notice(
            NoticeId(ident("notice", hazard.id)),
            place.SITE,
            rules.notice_no("龙", today.year, serial),
            place.unit(unit),
            (hazard.id,),
            act.by,
            act.by_name,
            inspection=hazard.source,
            inspected_on=today,
            inspection_type="电梯机房日巡视",
            inspectors=(hazard.found_by_name,),
            interim_clause="隐患消除前，落实现场看护和巡查，确保安全",
            reply_to="物业服务中心 质检部 8003",
            issuer_signature=_signature("issuer", act),
        )
        issued, moved = rules.issue(draft, (hazard,), act, {hazard.id: line}, calendar=workdays(()))
        return issued, moved[0]

    def _reply(self, tx: Tx, hazard: Hazard, login: str) -> Reply:
        who = tx.get(Person, people.person(login))
        photo = self.photo(tx, "bracket_full", ident("photo", "reply", hazard.id))
        return Reply(
            ReplyId(ident("reply", hazard.id)),
            place.SITE,
            hazard.notice or NoticeId(""),
            hazard.id,
            "外包保洁移走后未放回",
            "已补配 4 kg 干粉灭火器一具，托架加锁扣",
            Completion.DONE,
            "陈大勇",
            tx.now,
            completed_on=self.clock.today,
            photos_after=(photo,),
            signed_by=who.name,
            submitted_by=who.id,
        )

    def return_record(self, record: InspectionId, item: str, word: str) -> None:
        """Let the quality department return a record with a word on an item."""
        with self.store.writing() as tx:
            found = tx.get(Inspection, record)
            who = tx.get(Person, people.person("quality"))
            tx.put(
                Review(
                    ReviewId(ident("review", record)),
                    found.site,
                    found.id,
                    found.author,
                    who.id,
                    who.name,
                    ReviewState.RETURNED,
                    tx.now,
                    (Remark(item, word),),
                    "其余正常，改好后再交",
                )
            )

    def letters(self) -> list[Letter]:
        """List the operations that could not be applied and wait, the oldest first."""
        with self.store.reading() as tx:
            return waiting(tx, OPEN)

    def set_letter_aside(self, letter: Letter, word: str) -> None:
        """Let the administrator set a dead letter aside."""
        with self.store.reading() as tx:
            who = tx.get(Person, people.person("admin"))
        set_aside(self.store, letter, Settler(who.id, who.name, word))

    def photo(self, tx: Tx, scene: str, photo: str) -> Photo:
        """Store a picture of a scene on the server."""
        import hashlib

        data = picture(scene, tx.now.astimezone(ZONE).strftime("%Y-%m-%d %H:%M"))
        name = Sha256(hashlib.sha256(data).hexdigest())
        store_whole(tx, name, len(data), self.parts.blobs.put(name, data))
        return Photo(PhotoId(photo), name, len(data), reading(tx.now), width=WIDTH, height=HEIGHT)

    def _act(self, tx: Tx, event: HazardEvent, login: str, **carried: object) -> Act:
        who = tx.get(Person, PersonId(people.person(login)))
        act = Act(
            event=event,
            by=who.id,
            by_name=who.name,
            roles=frozenset(who.roles),
            at=tx.now,
            today=self.clock.today,
            actor_unit=who.unit,
        )
        return replace(act, **carried)  # type: ignore[arg-type]


def _signature(signer: str, act: Act) -> Signature:
    return Signature(signer, act.by_name, reading(act.at), act.by, strokes(act.by_name))


def camera_pictures(
    folder: Path, clock: MorningClock, scenes: tuple[str, ...] = ("bracket_empty", "bracket_full")
) -> Path:
    """Write what the scripted camera will see, one scene after the other."""
    folder.mkdir(parents=True)
    stamp = clock.read().wall.astimezone(ZONE).strftime("%Y-%m-%d %H:%M")
    for index, scene in enumerate(scenes):
        (folder / f"{index}.jpg").write_bytes(picture(scene, stamp))
    return folder
