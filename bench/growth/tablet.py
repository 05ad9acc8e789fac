"""A tablet after two years: 20,000 rounds of its own, whole; their 60,000 photos, 2,000 of which still lie on it.

More than any tablet holds (what is acknowledged leaves after a month), so that nothing may depend on history. A smaller
tablet holds the last of the same records: the same open hazards, returned records and rounds of today, and less behind them.
Written straight into the tables; what the server sent goes through ``save_pull`` like every page of it.
"""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from bench.growth.body import BYTES, SHOTS
from bench.growth.estate import LOGIN, Place, templates
from bench.growth.history import History, Written
from bench.growth.number import END, ident, moment, reading
from mobile.device.files import PhotoFiles
from mobile.store.database import stamp
from mobile.store.row import Enrolment
from mobile.store.sqlite import SqliteTabletStore
from shared import wire
from shared.hazard.table import TERMINAL
from shared.ids import ORG_SCOPE, Epoch, OpId, Sha256, SiteId, site_scope
from shared.model.hazard import HazardState
from shared.model.inspection import Inspection, ReviewState
from shared.model.place import Asset, AssetKind, Point, PointKind, Text, Unit
from shared.model.plan import WorkdayYear
from shared.sync.messages import PullReply, Row, ScopePage
from tests.builders import a_person, a_site

INSPECTIONS, LOCAL = 20_000, 2_000
RETAIN_DAYS = 1_000
UNDER_WAY = timedelta(days=30)
"""So long hazards stay open and returned records unanswered; what is older is settled."""
EPOCH = Epoch("0193b1f0-0000-7000-8000-00000000e0c4")
_OP = 31
_RECORD = "INSERT INTO record (id, status, header, document, begun_at) VALUES (?, 'final', ?, ?, ?)"
_OUTBOX = (
    "INSERT INTO outbox (op_id, kind, entity_id, about, author, made_at, at, body, state, result, acked_epoch, acked_at)"
    " VALUES (?, 'inspection.put', ?, '', ?, ?, ?, ?, 'acked', '{\"status\": \"applied\"}', ?, ?)"
)
_PHOTO = (
    "INSERT INTO photo (id, record, item, per, state, begun_at, source, sha256, size_bytes, width, height)"
    " VALUES (?, ?, ?, '', 'ready', ?, '', ?, ?, 2048, 1536)"
)
_BLOB = (
    "INSERT INTO blob (sha256, seq, size_bytes, state, received, acked_epoch, acked_at, has_file)"
    " VALUES (?, ?, ?, 'stored', ?, ?, ?, ?)"
)


class OneSite(History):
    """The history of a tablet's own site."""

    def place_of(self, number: int) -> Place:
        """Return the first site."""
        del number
        return self.places[0]

    def _verdict(self, number: int, at: datetime) -> ReviewState | None:
        """Leave returned only what came back lately: the author has answered the rest."""
        found = super()._verdict(number, at)
        is_answered = found is ReviewState.RETURNED and END - at > UNDER_WAY
        return ReviewState.ACCEPTED if is_answered else found

    def _state(self, number: int, at: datetime) -> HazardState:
        """Leave open only what was found lately."""
        found = super()._state(number, at)
        return found if found in TERMINAL or END - at < UNDER_WAY else HazardState.CLOSED

    def photos_of(self, number: int) -> tuple[Sha256, ...]:
        """Name photos by their bytes: those that lie on the tablet are one byte string each."""
        return tuple(Sha256(hashlib.sha256(content(number, shot)).hexdigest()) for shot in range(SHOTS))


def content(number: int, shot: int) -> bytes:
    """Return the bytes of a photo's file: a few, where a camera's are 200 KB."""
    return f"photo {shot} of record {number}".encode()


def make_tablet(folder: Path, inspections: int = INSPECTIONS, local: int = LOCAL) -> SqliteTabletStore:
    """Fill an empty folder and return the store that stands there, open.

    It holds the last ``inspections`` of at most two years' records. ``local`` of the photos, the youngest, have files.
    """
    store = SqliteTabletStore(folder / "tablet.db", folder / "photos")
    history = OneSite(INSPECTIONS)
    first_of_all = INSPECTIONS - inspections
    place = history.places[0]
    enrolment = Enrolment(
        "http://127.0.0.1:1", place.device, "平板 1", place.site, "龙山国际", place.people[3], LOGIN, "t"
    )
    store.enrol(enrolment, EPOCH)
    sequence = _Sequence()
    _pull(store, ORG_SCOPE, sequence, _common())
    _pull(store, site_scope(place.site), sequence, _estate(place))
    for first in range(first_of_all, INSPECTIONS, 500):
        stretch = range(first, min(first + 500, INSPECTIONS))
        _pull(store, site_scope(place.site), sequence, _rows(history, stretch), is_last=stretch.stop == INSPECTIONS)
    with store.transaction():
        store._set_meta("retain_days", RETAIN_DAYS)  # noqa: SLF001 - as a server says it with its hello
        store._set_meta("hello_at", stamp(END))  # noqa: SLF001
    _own(store.path, history, first_of_all, local)
    _files(PhotoFiles(folder / "photos"), history, range(INSPECTIONS - local // SHOTS, INSPECTIONS))
    return store


class _Sequence:
    def __init__(self) -> None:
        self.last: dict[str, int] = {}

    def after(self, scope: str, rows: int) -> int:
        self.last[scope] = self.last.get(scope, 0) + rows
        return self.last[scope]


def _pull(
    store: SqliteTabletStore, scope: str, sequence: _Sequence, rows: tuple[Row, ...], *, is_last: bool = True
) -> None:
    page = ScopePage(scope, sequence.after(scope, len(rows)), more=not is_last, rows=rows)  # type: ignore[arg-type]
    store.save_pull(PullReply(EPOCH, END, (page,)))


def _row(kind: str, record: str, entity: object) -> Row:
    return Row(kind, record, 1, body=wire.encode_object(entity))


def _common() -> tuple[Row, ...]:
    years = (WorkdayYear(year, 1) for year in (2024, 2025, 2026))
    forms = (_row("template", template.key, template) for template in templates())
    return (*forms, *(_row("workday_year", str(year.year), year) for year in years))


def _estate(place: Place) -> tuple[Row, ...]:
    site = SiteId(place.site)
    rows = [_row("site", site, a_site(id=site))]
    for number, point in enumerate(place.points):
        tag = f"LS1-A{number % 4 + 1}-{number:03d}"
        kind = tuple(PointKind)[number % 10]
        rows.append(_row("point", point, Point(point, site, None, Text(f"{number} 号点位"), tag, kind, tag=tag)))
        asset = Asset(ident(40, number), site, point, AssetKind.LIFT, Text(f"{number} 号梯"), f"{number}#")  # type: ignore[arg-type]
        rows.append(_row("asset", asset.id, asset))
    rows += [_row("unit", unit, Unit(unit, site, Text("龙山商户"), "shop", "许老板")) for unit in place.units]
    rows += [_row("person", person, a_person(id=person, site=site)) for person in place.people]
    rows += [_row("rule", rule.id, rule) for rule in place.rules[:30]]
    return tuple(rows)


def _rows(history: History, numbers: range) -> tuple[Row, ...]:
    return tuple(_as_row(found) for number in numbers for found in history.records(number))


def _as_row(found: Written) -> Row:
    body = wire.loads(found.body)
    return Row(found.kind, found.id, found.rev, body=body if isinstance(body, dict) else {})


def _own(path: Path, history: OneSite, first_of_all: int, local: int) -> None:
    """Write records, operations and photos of this tablet, all acknowledged."""
    end = history.count
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA synchronous = OFF")
        for first in range(first_of_all, end, 1_000):
            numbers = range(first, min(first + 1_000, end))
            made = [(number, next(history.records(number))) for number in numbers]
            connection.executemany(_RECORD, (_record(number, found, end) for number, found in made))
            connection.executemany(_OUTBOX, (_op(number, found, end) for number, found in made))
            connection.executemany(_PHOTO, _photos(history, made, end))
            connection.executemany(_BLOB, _blobs(history, made, end, local))


def _record(number: int, found: Written, of: int) -> tuple[object, ...]:
    body = wire.loads(found.body)
    head = {name: value for name, value in body.items() if name not in ("answers", "photos", "signatures")}  # type: ignore[union-attr]
    return found.id, wire.dumps(head), found.body, stamp(moment(number, of))


def _op(number: int, found: Written, of: int) -> tuple[object, ...]:
    at = moment(number, of)
    op, author = OpId(ident(_OP, number, at)), found.columns["author"]
    clock = wire.dumps(wire.encode(reading(at)))
    return op, found.id, author, stamp(at), clock, found.body, EPOCH, stamp(at + timedelta(minutes=30))


def _photos(history: History, made: Iterable[tuple[int, Written]], of: int) -> Iterator[tuple[object, ...]]:
    for number, found in made:
        clock = wire.dumps(wire.encode(reading(moment(number, of))))
        for shot, name in enumerate(history.photos_of(number)):
            yield ident(20, number * SHOTS + shot, moment(number, of)), found.id, "", clock, name, BYTES


def _blobs(history: History, made: Iterable[tuple[int, Written]], of: int, local: int) -> Iterator[tuple[object, ...]]:
    for number, _ in made:
        acked_at = stamp(moment(number, of) + timedelta(minutes=30))
        for shot, name in enumerate(history.photos_of(number)):
            place = number * SHOTS + shot
            yield name, place + 1, BYTES, BYTES, EPOCH, acked_at, int(place >= of * SHOTS - local)


def _files(files: PhotoFiles, history: OneSite, numbers: range) -> None:
    for folder in ("screen", "thumb"):
        (files.root / folder).mkdir(parents=True, exist_ok=True)
    for number in numbers:
        for shot, name in enumerate(history.photos_of(number)):
            for folder in ("screen", "thumb"):
                (files.root / folder / f"{name}.jpg").write_bytes(content(number, shot))


def an_inspection_of(store: SqliteTabletStore) -> Inspection:
    """Return the youngest record of the tablet."""
    head = store.records_since((END - timedelta(days=3)).date())[-1]
    found = store.inspection(head.id)
    if found is None:
        raise LookupError(head.id)
    return found


def main() -> int:
    """Make ``python -m bench.growth.tablet FOLDER [INSPECTIONS]`` and say how long it took."""
    folder, count = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else INSPECTIONS
    shutil.rmtree(folder, ignore_errors=True)
    begun = time.process_time()
    make_tablet(folder, count, min(LOCAL, count)).close()
    size = (folder / "tablet.db").stat().st_size
    print(f"{count:,} records, {size / 1e6:.0f} MB, {time.process_time() - begun:.0f} s CPU")
    return 0


if __name__ == "__main__":
    sys.exit(main())
