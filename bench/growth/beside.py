"""What the office and the work keep beside the records after two years: closed rounds, daily clearings, the log, messages, papers.

Of the large site, as rows that each are a function of a number, like the history; the search index is made by the
product itself (``server.store.follow``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from bench.growth.body import text_of
from bench.growth.estate import WORKDAYS
from bench.growth.history import ZONE, History, Written
from bench.growth.number import END, SPAN, ident, mixed, moment, reading
from server.store import chain
from server.store.job import DONE
from server.store.outbox import APP, Kind, Sent
from server.store.projection import columns_of
from shared import wire
from shared.clearing import CarryReason, LineKind, SheetState
from shared.hazard.measure import MeasureKind
from shared.hazard.order import OrderKind, OrderState
from shared.ids import AccessId
from shared.model.access import Access, AccessCategory
from shared.schedule import windows
from shared.sync.ports import Times

Rows = Iterator[Mapping[str, Any]]
_LINES = 20
"""Open lines of a day's clearing."""
_ACTS = 150
"""Acts of a day in the log: the office's and a row for each push."""
_TOLD = 40
_PAPERS = 60
_DUTIES = 12
_ENTRIES = 8
_OTHERS = 200
"""Orders, jobs and changes of plans in all."""
_ACCESS, _DISPOSITION, _OUTBOX, _MEASURE, _ORDER, _JOB, _ABSENCE, _PAPER = range(41, 49)


def code_of(one: int) -> str:
    """Return the check code of the paper of that number."""
    return f"{one:012d}".translate(str.maketrans("0123456789", "ABCDEFGHJK"))


class Beside:
    """What stands beside a history in the last ``days`` of it."""

    def __init__(self, history: History, days: int = SPAN.days) -> None:
        self.history, self.place = history, history.places[0]
        self.days = [END.date() - timedelta(days=days - each) for each in range(days)]

    def tables(self) -> dict[str, Rows]:
        """Name each table that has rows of this kind, and yield them."""
        return {
            "round_window": self._windows(),
            "round_mark": iter([{"site": self.place.site, "until": END}]),
            "disposition": self._dispositions(),
            "clearing_sheet": (self._sheet(day) for day in self.days),
            "clearing_line": self._lines(),
            "presence": self._presences(),
            "told": ({"key": f"growth {one}", "at": self._at(number)} for number, one in self._each(_TOLD)),
            "outbox": (self._message(number, one) for number, one in self._each(_TOLD)),
            "paper": (self._paper(number, one) for number, one in self._each(_PAPERS)),
            "paper_print": (self._print(number, one) for number, one in self._each(_PAPERS)),
            "measure": self._measures(),
            "external_order": (self._order(one) for one in range(_OTHERS)),
            "order_hazard": (
                {"order_id": ident(_ORDER, one), "hazard": self.history.hazard_id(one)}
                for one in range(min(_OTHERS, 20))
            ),
            "job": (self._job(one) for one in range(_OTHERS)),
            "plan_change": (self._change(one) for one in range(_OTHERS)),
            "duty": self._duties(),
            "absence": (self._absence(one) for one in range(_OTHERS)),
            **self._log(),
        }

    def entries(self) -> Iterator[Written]:
        """Yield the log of the machine rooms: a synced kind, written like the history's."""
        for number, one in self._each(_ENTRIES):
            at = self._at(number) + timedelta(minutes=one % _ENTRIES)
            record = AccessId(ident(_ACCESS, one, at))
            point, who = self.place.points[10 * (one % 4)], self.place.people[4]
            kind = AccessCategory.REPAIR
            entry = Access(
                record,
                self.place.site,
                point,
                who,
                self.place.device,
                kind,
                self.place.names[4],
                "保养",
                reading(at),
                person=who,
            )
            yield Written("access", record, self.place.site, 1, text_of(entry), columns_of(entry, Times(at)), at)

    def _each(self, a_day: int) -> Iterator[tuple[int, int]]:
        """Yield the number of a day and of a thing of that day, oldest first."""
        return ((one // a_day, one) for one in range(len(self.days) * a_day))

    def _at(self, number: int, hour: int = 9) -> datetime:
        return datetime.combine(self.days[number], time(hour), ZONE)

    def _windows(self) -> Rows:
        for rule in self.place.rules:
            for window in windows(rule, WORKDAYS, ZONE, self.days[0], END.date()):
                if window.closes_at <= END:
                    yield {
                        "rule": rule.id,
                        "window_on": window.on,
                        "site": self.place.site,
                        "point": rule.point,
                        "unit": rule.unit,
                        "template": rule.template,
                        "is_secret": False,
                        "due_on": window.due_on,
                        "due_at": window.due_at,
                        "closes_at": window.closes_at,
                        "person": self.place.people[3],
                        "how": "on_shift",
                    }

    def _dispositions(self) -> Rows:
        """Say why nine in ten of the older rounds were missed; one too many does no harm: a round that was made has none shown."""
        for number, day in enumerate(self.days[:-7]):
            for each, rule in enumerate(self.place.rules):
                if mixed(number * 1000 + each, 21) % 10:
                    yield {
                        "id": ident(_DISPOSITION, number * 1000 + each),
                        "site": self.place.site,
                        "rule": rule.id,
                        "window_on": day,
                        "reason": "nobody",
                        "note": "人员临时调配",
                        "instead": "次日补查，无异常",
                        "by": self.place.people[1],
                        "by_name": self.place.names[1],
                        "at": self._at(number, 18),
                        "is_current": True,
                    }

    def _sheet(self, day: date) -> Mapping[str, Any]:
        is_done = day < self.days[-1]
        cut = datetime.combine(day, time(18), ZONE)
        return {
            "site": self.place.site,
            "day": day,
            "state": (SheetState.AUDITED if is_done else SheetState.OPEN).value,
            "rev": 3 if is_done else 1,
            "cut_at": cut,
            "cleared_by": self.place.people[3] if is_done else None,
            "cleared_by_name": self.place.names[3] if is_done else "",
            "cleared_at": cut if is_done else None,
            "audited_by": self.place.people[1] if is_done else None,
            "audited_by_name": self.place.names[1] if is_done else "",
            "audited_at": cut if is_done else None,
        }

    def _lines(self) -> Rows:
        kinds = (LineKind.HAZARD, LineKind.REVIEW)
        for number, one in self._each(_LINES):
            kind = kinds[one % len(kinds)]
            about = (
                self.history.inspection_id(one % self.history.count)
                if kind is LineKind.REVIEW
                else self.history.hazard_id(one)
            )
            yield {
                "site": self.place.site,
                "day": self.days[number],
                "kind": kind.value,
                "about": f"{about}",
                "title": "YH-2026-000123 灭火器压力不足",
                "since": self.days[max(0, number - one % 5)],
                "is_carried": one % 5 > 0,
                "is_late": one % 7 == 0,
                "closed_at": None if one % 5 else self._at(number, 18),
                "reason": CarryReason.PARTS.value,
                "progress": "已下单",
                "next_step": "到货更换",
                "responsible": self.place.people[4],
                "responsible_name": self.place.names[4],
                "promised_on": self.days[number] + timedelta(days=3),
                "said_by_name": self.place.names[3],
                "said_at": self._at(number, 18),
            }

    def _presences(self) -> Rows:
        for number in range(self.history.count):
            body = wire.dumps({"grade": "A", "flags": [], "is_clean": True})
            yield {
                "record": self.history.inspection_id(number),
                "rule": 1,
                "body": body,
                "at": moment(number, self.history.count),
            }

    def _message(self, number: int, one: int) -> Mapping[str, Any]:
        at = self._at(number) + timedelta(minutes=one % _TOLD)
        is_hazard = one % 2 == 0
        about = self.history.hazard_id(one) if is_hazard else self.history.inspection_id(one % self.history.count)
        return {
            "id": ident(_OUTBOX, one, at),
            "key": f"growth {one}",
            "recipient": self.place.people[one % 2],
            "channel": APP,
            "kind": (Kind.DEADLINE if is_hazard else Kind.INSPECTION_AT_RISK).value,
            "site": self.place.site,
            "about_kind": "hazard" if is_hazard else "inspection",
            "about_id": about,
            "facts": "{}",
            "made_at": at,
            "state": Sent.SENT.value,
            "due_at": at,
            "sent_at": at,
            "read_at": None if number > len(self.days) - 20 else at,
        }

    def _paper(self, number: int, one: int) -> Mapping[str, Any]:
        record = self.history.inspection_id(mixed(one, 23) % self.history.count)
        return {
            "code": code_of(one),
            "kind": "record",
            "record": record,
            "site": self.place.site,
            "title": "防火安全检查记录表",
            "number": f"{one:06d}",
            "dated_on": self.days[number].isoformat(),
            "version": 1,
            "content_sha256": f"{one:064x}",
            "basis": wire.dumps([["inspection", record, 1]]),
            "made_at": self._at(number, 10),
        }

    def _print(self, number: int, one: int) -> Mapping[str, Any]:
        return {
            "id": one + 1,
            "code": code_of(one),
            "site": self.place.site,
            "by": self.place.people[1],
            "by_name": self.place.names[1],
            "at": self._at(number, 10),
        }

    def _measures(self) -> Rows:
        for number in range(0, self.history.count, self.history.shape.hazardous * 3):
            at = min(moment(number, self.history.count) + timedelta(days=9), END)
            yield {
                "id": ident(_MEASURE, number, at),
                "hazard": self.history.hazard_id(number // self.history.shape.hazardous * 3),
                "site": self.place.site,
                "kind": MeasureKind.EXPLAIN.value,
                "by": self.place.people[3],
                "by_name": self.place.names[3],
                "at": at,
                "text": "配件在途，预计三日内到货",
                "interim_measures": "加派人员看护",
            }

    def _order(self, one: int) -> Mapping[str, Any]:
        day = self.days[one * len(self.days) // _OTHERS]
        return {
            "id": ident(_ORDER, one),
            "site": self.place.site,
            "rev": 1,
            "authority": "龙岗区消防救援大队",
            "kind": OrderKind.CORRECT_BY.value,
            "no": f"龙消限字〔{day.year}〕第{one:04d}号",
            "issued_on": day,
            "received_on": day,
            "deadline_on": day + timedelta(days=15),
            "content": "责令限期改正：疏散通道被占用",
            "state": (OrderState.OPEN if one > _OTHERS - 9 else OrderState.CLOSED).value,
            "created_by": self.place.people[0],
            "created_by_name": self.place.names[0],
            "created_at": datetime.combine(day, time(9), ZONE),
        }

    def _job(self, one: int) -> Mapping[str, Any]:
        at = END - timedelta(hours=one)
        return {
            "id": ident(_JOB, one, at),
            "kind": "batch",
            "site": self.place.site,
            "owner": self.place.people[0],
            "owner_name": self.place.names[0],
            "language": "zh",
            "title": "打印",
            "params": "{}",
            "state": DONE,
            "made_at": at,
            "due_at": at,
            "begun_at": at,
            "ended_at": at,
        }

    def _change(self, one: int) -> Mapping[str, Any]:
        rule = self.place.rules[one % len(self.place.rules)]
        head = {
            "id": one + 1,
            "site": self.place.site,
            "rule": rule.id,
            "act": "changed",
            "at": END - timedelta(days=one),
        }
        return {**head, "by": self.place.people[0], "by_name": self.place.names[0]}

    def _duties(self) -> Rows:
        for number, one in self._each(_DUTIES):
            person = self.place.people[3 + one % _DUTIES]
            head = {"id": ident(_ABSENCE, _OTHERS + one), "site": self.place.site, "person": person}
            yield {**head, "day": self.days[number], "begins": "08:00", "ends": "20:00"}

    def _absence(self, one: int) -> Mapping[str, Any]:
        day = self.days[one * len(self.days) // _OTHERS]
        return {
            "id": ident(_ABSENCE, one),
            "site": self.place.site,
            "person": self.place.people[4 + one % 10],
            "first_on": day,
            "last_on": day + timedelta(days=3),
            "kind": "leave",
            "by": self.place.people[0],
            "by_name": self.place.names[0],
            "at": datetime.combine(day, time(9), ZONE),
        }

    def _log(self) -> dict[str, Rows]:
        """Chain the acts of two years; the head says where the next one goes on."""
        rows: list[dict[str, Any]] = []
        prev = ""
        for number, one in self._each(_ACTS):
            who = one % 5
            row = {
                "seq": one + 1,
                "at": self._at(number) + timedelta(seconds=one % _ACTS),
                "person": self.place.people[who],
                "name": self.place.names[who],
                "roles": "quality_dept",
                "site": self.place.site,
                "origin": "office 10.0.0.7",
                "act": ("POST /inspections/<record>/review", "POST /hazards/<record>/act", "push")[one % 3],
                "about": wire.dumps([["inspection", self.history.inspection_id(mixed(one, 24) % self.history.count)]]),
                "outcome": chain.DONE,
                "digest": f"{one:064x}",
                "secret_until": None,
                "prev": prev,
            }
            prev = row["hash"] = chain.hash_of(row)
            rows.append(row)
        return {"chain": iter(rows), "chain_head": iter([{"id": 1, "seq": len(rows), "hash": prev}])}
