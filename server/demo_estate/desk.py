"""What the office did before the demo begins: the months behind it, sheets of the daily clearing, a draw, shifts, an order.

All of it through the product's own functions, each at its own time. It follows ``seed``, in the same empty server.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Final, TypeVar

from server.demo_estate.estate import DemoEstate
from server.demo_estate.ident import ident, moment, reading
from server.demo_estate.months import Past
from server.demo_estate.people import people, person
from server.demo_estate.place import SITE, unit
from server.demo_estate.seed import HAZARD_SERIES, NOTICE_SERIES
from server.files import JPEG, BlobStore
from server.store import ServerStore, Tx
from server.store.blob import store_whole
from server.store.clearing import audit, clear, cut, dispose, lines_of, sheet_of
from server.store.follow import follow
from server.store.grade import grade_waiting
from server.store.order import add_order
from server.store.page import PageRequest
from server.store.roster import add_absence, add_duty
from server.store.rounds import RoundFilter, closed
from server.store.rounds import dispose as dispose_rounds
from server.store.schedule import keep_schedules
from server.store.schema import next_serial
from server.store.surprise import Pool, SurprisePlan, keep_surprise_plan, make_draw, open_due, seal
from server.store.viewer import Viewer
from shared.clearing import CarryReason, Disposition, LineKind, SheetState
from shared.clock import Reading
from shared.hazard import order as orders
from shared.hazard.order import ExternalOrder, OrderKind
from shared.ids import PersonId, TemplateId
from shared.model.place import Site
from shared.model.plan import TaskState
from shared.model.roster import Absence, Duty
from shared.schedule.surprise import quarter_of

T = TypeVar("T")
SHEETS: Final = 6
"""How many days the clearing has been kept."""
_DAY = timedelta(days=1)


@dataclass(slots=True)
class _Standing:
    """A clock that stands until it is set."""

    moment: datetime

    def read(self) -> Reading:
        return reading(self.moment)


def furnish(store: ServerStore, files: BlobStore, demo: DemoEstate, past: Past) -> None:
    """Write the office's past into a server that holds ``demo``, as numbered after ``past``.

    Raises:
        StorageFullError: no space left.
    """
    clock = _Standing(store.now())
    _Desk(store, demo.today, clock, ServerStore(store.engine, clock, store.ids)).furnish(files, past)


@dataclass(frozen=True, slots=True)
class _Desk:
    store: ServerStore
    today: date
    clock: _Standing
    then: ServerStore

    def furnish(self, files: BlobStore, past: Past) -> None:
        self._bring(files, past)
        self._plan_surprises()
        self._write_roster()
        self._file_orders()
        while grade_waiting(self.store, 200):
            pass
        keep_schedules(self.store)
        self._deal_with_missed()
        follow(self.store)
        for back in range(SHEETS, 0, -1):
            self._clear(self.today - back * _DAY, is_signed=back > 1)

    def _bring(self, files: BlobStore, past: Past) -> None:
        for name, data in past.photos.items():
            files.put(name, data)
        with self.store.writing() as tx:
            for name, data in past.photos.items():
                store_whole(tx, name, len(data), JPEG)
            for entity in past.entities():
                tx.put(entity)
            for hazard in past.hazards:
                next_serial(tx, HAZARD_SERIES, int(hazard.no.split("-")[1]))
            for year, number in past.notice_numbers.items():
                for _ in range(number):
                    next_serial(tx, f"{NOTICE_SERIES}:{SITE}", year)

    def _plan_surprises(self) -> None:
        """Draw the surprise inspection of the last quarter in its first days: its day came and went; and that of this one.

        The day of this quarter's is to come, so that nobody but who may know of it sees it; in the quarter's last days,
        when none is left to draw from, its seed waits sealed.
        """
        begun = quarter_of(quarter_of(self.today)[0] - _DAY)[0]
        principal = _viewer("principal")
        names = {unit("store"): "龙山便利店", unit("restaurant"): "川味小馆", unit("security"): "秩序维护部（保安部）"}
        plan = SurprisePlan(
            SITE, TemplateId("fire-surprise"), (person("principal"),), tuple(names), since=begun, by_name=principal.name
        )
        days = tuple(day for n in range(7, 40) if (day := begun + n * _DAY).weekday() < 5)
        self._at(begun, 8, lambda tx: keep_surprise_plan(tx, principal, plan))
        sealed = self._at(begun, 8, lambda tx: seal(tx, SITE, begun))
        pool = Pool(days[1:], {str(key): name for key, name in names.items()}, 1, days[:1], "当天全员消防演练")
        drawn = self._at(begun + 2 * _DAY, 10, lambda tx: make_draw(tx, principal, sealed, pool))
        self._at(drawn.day or begun, 7, lambda tx: open_due(tx, tx.get(Site, SITE)))
        first, last = quarter_of(self.today)
        sealed_now = self._at(first, 8, lambda tx: seal(tx, SITE, first))
        ahead = (self.today + n * _DAY for n in range(3, 25))
        coming = tuple(day for day in ahead if day <= last and day.weekday() < 5)
        if coming:
            now = replace(pool, days=coming, excluded=(), why_excluded="")
            self._at(max(first, self.today - _DAY), 8, lambda tx: make_draw(tx, principal, sealed_now, now))

    def _write_roster(self) -> None:
        monday = self.today - self.today.weekday() * _DAY
        with self.store.writing() as tx:
            who = _viewer("manager")
            for offset in range(-7, 7):
                day = monday + offset * _DAY
                add_duty(tx, who, SITE, Duty(person("patrol"), day, time(8), time(20)))
                add_duty(tx, who, SITE, Duty(person("control" if offset % 2 else "control2"), day, time(8), time(20)))
                add_duty(tx, who, SITE, Duty(person("control2" if offset % 2 else "control"), day, time(20), time(8)))
                if day.weekday() < 6:
                    add_duty(tx, who, SITE, Duty(person("keeper"), day, time(7), time(18)))
            leave = Absence(person("inspector"), self.today + _DAY, self.today + 3 * _DAY, person("lead"))
            add_absence(tx, who, SITE, leave, {"kind": "training", "note": "消防设施操作员继续教育"})

    def _file_orders(self) -> None:
        """File one order that was answered in time and one that waits for its answer."""
        found = self.today - 40 * _DAY
        old = self._order(
            "old", found, 20, "锦江消限字〔{year}〕第 0118 号", "2 号楼西楼梯间防火门闭门器缺失，限期改正。"
        )
        facts = {"by": person("firemanager"), "name": "吴敏", "roles": _viewer("firemanager").roles_at(SITE)}
        answered = orders.answer(old, no="龙物复函 4 号", on=found + 12 * _DAY, text="闭门器已更换，附照片。", **facts)  # type: ignore[arg-type]
        new = self._order(
            "new", self.today - 6 * _DAY, 15, "锦江消限字〔{year}〕第 0162 号", "2 号楼北侧登高操作场地被车辆占用。"
        )
        with self.store.writing() as tx:
            add_order(tx, answered)
            add_order(tx, new)

    def _order(self, key: str, issued: date, days: int, no: str, content: str) -> ExternalOrder:
        return ExternalOrder(
            id=ident("order", key),
            site=SITE,
            authority="锦江区消防救援大队",
            kind=OrderKind.CORRECT_BY,
            no=no.format(year=issued.year),
            issued_on=issued,
            received_on=issued + _DAY,
            deadline_on=issued + days * _DAY,
            content=content,
            created_by=person("lead"),
            created_by_name="李志明",
            created_at=moment(issued + _DAY, 10),
            received_by="吴敏",
        )

    def _deal_with_missed(self) -> None:
        """Say of all but the latest missed round why it was missed and what was done instead."""
        who = _viewer("manager")
        wanted = RoundFilter(SITE, self.today - 31 * _DAY, self.today - _DAY, state=TaskState.MISSED)
        with self.store.writing() as tx:
            missed = closed(tx, who, wanted, PageRequest(size=50)).rows
            for index, one in enumerate(sorted(missed, key=lambda one: one.due_on)[:-1]):
                why = ("nobody", "no_access")[index % 2]
                dispose_rounds(tx, who, [one], why, "当班人员临时调岗", "次日首件补查，未发现异常")

    def _clear(self, day: date, *, is_signed: bool) -> None:
        """Cut a day's sheet in the evening; on all but the last one every line has its word, and two people sign."""
        self._at(day, 18, lambda tx: cut(tx, SITE, day))
        if is_signed:
            self._at(day, 19, lambda tx: self._dispose(tx, day))
            self._at(day, 19, lambda tx: self._sign(tx, day))

    def _dispose(self, tx: Tx, day: date) -> None:
        sheet = sheet_of(tx, SITE, day)
        if sheet is None:
            return
        for line in lines_of(tx, sheet):
            if not line.is_closed:
                dispose(tx, sheet, [(line.kind, line.about)], _word(line.kind, day), _named("assistant")[1])

    def _sign(self, tx: Tx, day: date) -> None:
        cleared = sheet_of(tx, SITE, day)
        if cleared is None:
            return
        clear(tx, cleared, *_named("assistant"))
        again = sheet_of(tx, SITE, day)
        if again is not None and again.state is SheetState.CLEARED:
            audit(tx, again, *_named("manager"), "已核，逐项落实")

    def _at(self, day: date, hour: int, act: Callable[[Tx], T]) -> T:
        self.clock.moment = moment(day, hour)
        with self.then.writing() as tx:
            return act(tx)


def _word(kind: LineKind, day: date) -> Disposition:
    progress, step, login = {
        LineKind.HAZARD: ("已通知责任单位，正在整改", "到期前一天电话提醒并到场看一次", "lead"),
        LineKind.ROUND: ("已核对排班，当班人员临时调岗", "次日首件补查", "patrol"),
        LineKind.REVIEW: ("已读，待核对照片", "明日上午审完", "quality"),
        LineKind.EXCUSE: ("申请已收到", "由项目经理批复", "manager"),
        LineKind.LETTER: ("已联系平板持有人", "核对后处理", "admin"),
    }[kind]
    who, name = _named(login)
    return Disposition(CarryReason.COMPLEX, progress, step, who, name, day + 2 * _DAY)


def _named(login: str) -> tuple[PersonId, str]:
    who = next(one for one in people() if one.id == person(login))
    return who.id, who.name


def _viewer(login: str) -> Viewer:
    who = next(one for one in people() if one.id == person(login))
    return Viewer(who.id, who.name, {SITE: frozenset(who.roles)}, who.unit, SITE)
