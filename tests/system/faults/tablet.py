"""A tablet without a screen, as a process: the real store, actions, worker and transport on a real folder.

``main([FOLDER, URL, BOOTS])`` takes commands as lines of JSON from its input and answers each with a line. A test tells it what
people do, when to synchronise, and what its disk, clock and life shall suffer, all by real means: SIGKILL at a place of
the store or around a request, ``PRAGMA max_page_count`` (SQLITE_FULL), ``RLIMIT_FSIZE`` (EFBIG), ``PRAGMA query_only``
(SQLITE_READONLY).
"""

from __future__ import annotations

import io
import json
import os
import random
import resource
import signal
import sys
from collections.abc import Callable, Collection
from dataclasses import asdict, replace
from datetime import timedelta
from pathlib import Path

from PIL import Image

from mobile import actions
from mobile.actions import Tablet
from mobile.device.clock import SystemClock
from mobile.device.entropy import SystemIds
from mobile.device.files import PhotoFiles
from mobile.store.row import Enrolment, NewOp, PhotoState
from mobile.store.salvage import mend_in_use, open_store
from mobile.store.sqlite import SqliteTabletStore
from mobile.transport import HttpTransport
from mobile.worker import Worker, enrol
from shared import wire
from shared.clock import Reading
from shared.errors import RoundsError
from shared.ids import HazardId, InspectionId, OpId, PointId, TemplateId
from shared.model.hazard import HazardEvent, HazardState, RecheckResult
from shared.model.inspection import Result
from shared.sync.messages import HazardTransition, PointPatch
from shared.sync.request import Request, Response
from tests.system.faults.proxy import boot_shift_ms
from tests.system.simulation.faults import endpoint_of
from tests.system.simulation.tablet import APP, WatchedStore

FORM = TemplateId("lmr-short")
PATIENT_S, BRIEF_S = 300.0, 0.6
"""How long a tablet waits for an answer, and how long where none is to come."""
_MOST = 1_073_741_823


class ShiftedClock:
    """The machine's clocks, with a wall clock that somebody set wrong and a boot clock that began elsewhere."""

    def __init__(self, boots: int) -> None:
        self.boot = f"faulty-{boots}"
        self.shift = timedelta()
        self._machine = SystemClock()

    def read(self) -> Reading:
        now = self._machine.read()
        return Reading(now.wall + self.shift, self.boot, now.boottime_ms + boot_shift_ms(self.boot))


class FailPoint:
    """Kills this process at the place that was asked for."""

    def __init__(self) -> None:
        self.left: int | None = None

    def __call__(self, _name: str) -> None:
        if self.left is not None:
            self.left -= 1
            if self.left < 0:
                os.kill(os.getpid(), signal.SIGKILL)


class Carrier:
    """The real transport; the process may die before a request leaves and after its answer came.

    At the endpoints named in ``hurried`` it waits briefly: nobody will answer there. Everywhere else a slow machine is
    waited for, so that a session comes as far as the fault that is meant.
    """

    def __init__(
        self, connect: Callable[[float], HttpTransport], hurried: Collection[str], fail_point: FailPoint
    ) -> None:
        self._patient, self._brief = connect(PATIENT_S), connect(BRIEF_S)
        self._hurried = hurried
        self._fail_point = fail_point

    def carry(self, request: Request) -> Response:
        self._fail_point("before request")
        transport = self._brief if endpoint_of(request.path).value in self._hurried else self._patient
        answer = transport.carry(request)
        self._fail_point("after request")
        return answer

    def close(self) -> None:
        self._patient.close()
        self._brief.close()


class Headless:
    """One tablet and what it can be told: each public method is a command."""

    def __init__(self, folder: Path, url: str, boots: int, dies_at: int | None = None) -> None:
        self.url = url
        self.hurried: tuple[str, ...] = ()
        self.clock = ShiftedClock(boots)
        self.fail_point = FailPoint()
        self.fail_point.left = dies_at
        self.ids = SystemIds(self.clock)
        self.store: SqliteTabletStore
        files = folder / "photos"
        self.store = open_store(folder / "tablet.db", files, self.ids, self.clock.read().wall, self.fail_point)
        self.store.__class__ = WatchedStore  # the same store, which also looks at what a purge leaves
        vars(self.store)["let_go"] = set()  # the world outside notes it by itself, from the database's file
        self.tablet = Tablet(self.store, self.clock, self.ids, PhotoFiles(files, self.fail_point))
        self.worker = Worker(self.store, self.clock, APP, self._connect)
        self.store.sweep_files()
        actions.recover_photos(self.tablet)

    def _connect(self, enrolment: Enrolment) -> Carrier:
        def connect(timeout_s: float) -> HttpTransport:
            return HttpTransport(self.url, enrolment.token, (timeout_s, timeout_s))

        return Carrier(connect, self.hurried, self.fail_point)

    def mend_if_damaged(self) -> None:
        """Save what can be saved as soon as something turned out damaged, as the app does."""
        if self.store.is_damaged:
            mend_in_use(self.store, self.ids, self.clock.read().wall)

    # the sync -----------------------------------------------------------------------------------------------------

    def sync(self, hurried: tuple[str, ...] = (), chunk: int = 0, ops: int = 0) -> dict[str, object]:
        """Run one session of the worker; ``chunk`` bytes and ``ops`` are what earlier links are remembered to bear.

        hurried: the endpoints at which an answer is not waited for long.
        """
        self.hurried = hurried
        if chunk:
            self.store.remember(chunk_bytes=chunk)
        if ops:
            self.store.remember(push_ops=ops)
        report = self.worker.run_once()
        self.mend_if_damaged()
        assert report is not None, "the tablet is not enrolled, or another session runs"
        return {**asdict(report), "outcome": report.outcome.value, "retry": report.retry and report.retry.value}

    def enrol(self, code: str) -> dict[str, object]:
        """Be enrolled (again) with a code."""
        known = self.store.enrolment()
        url, name = (known.server_url, known.device_name) if known is not None else (self.url, "tablet")
        made = enrol(self.store, self.ids, url, code, name, APP, lambda _url: HttpTransport(self.url))
        return {"site": made.site, "person": made.person, "token": made.token, "device": made.device}

    # what it suffers ------------------------------------------------------------------------------------------------

    def die_at(self, count: int | None) -> None:
        """Be killed at the ``count``-th place from now, counted from 0; None: live."""
        self.fail_point.left = count

    def set_clock(self, by_s: float) -> None:
        """Have the wall clock set forward or back."""
        self.clock.shift += timedelta(seconds=by_s)

    def fill_database(self, pages: int | None = None) -> None:
        """Leave the database no more than so many pages to grow by; None: there is space again."""
        used = self.store._number("PRAGMA page_count")
        self.store._number(f"PRAGMA max_page_count = {_MOST if pages is None else used + pages}")

    def fill_disk(self, file_bytes: int | None = None) -> None:
        """Let no file grow past so many bytes; None: there is space again."""
        hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard if file_bytes is None else file_bytes, hard))

    def checkpoint(self) -> None:
        """Move everything into the main file and shorten the log, so that a limit on files meets the photos first."""
        self.store._rows("PRAGMA wal_checkpoint(TRUNCATE)")

    def read_only(self, is_so: bool) -> None:
        """Have a disk that can only be read."""
        self.store._rows(f"PRAGMA query_only = {int(is_so)}")

    # what people do -------------------------------------------------------------------------------------------------

    def round(self, fails: bool = False, photos: int = 0, size: int = 48) -> dict[str, object]:
        """Walk a round."""
        record = self.begin_round()["record"]
        assert isinstance(record, str)
        self.tap(record, "LMR_04", value=25.5)
        self.tap(record, "LMR_09", result="fail" if fails else "pass")
        for _ in range(max(photos, int(fails))):
            self.photo(record, "LMR_09", size)
        return self.finish_round(record)

    def begin_round(self) -> dict[str, object]:
        """Begin a round at the first point of the site."""
        point = self.store.points()[0].id
        record = actions.start_round(self.tablet, template=FORM, point=point)
        for photo in self.store.photos_of(record):
            if photo.state is PhotoState.PENDING:  # begun before the app died; nobody waits for it any more
                actions.drop_photo(self.tablet, photo.id)
        return {"record": record}

    def tap(self, record: str, item: str, value: float | None = None, result: str = "") -> None:
        """Answer one item."""
        given = {"value": value} if value is not None else {"result": Result(result)}
        actions.answer(self.tablet, InspectionId(record), item, **given)  # type: ignore[arg-type]

    def photo(self, record: str, item: str = "", size: int = 48, taken: str = "") -> dict[str, object]:
        """Take a photo: a noisy picture of ``size`` by ``size`` pixels, or the file ``taken`` that lies somewhere."""
        photo = actions.begin_photo(self.tablet, record, item)
        row = self.store.photo(photo)
        assert row is not None
        if not taken:
            Path(row.source).write_bytes(a_picture(size))
        done = actions.finish_photo(self.tablet, photo, Path(taken) if taken else None)
        return {"photo": photo, "sha256": done.sha256, "size_bytes": done.size_bytes}

    def finish_round(self, record: str) -> dict[str, object]:
        """Finish a round."""
        actions.finish_round(self.tablet, InspectionId(record))
        return {"record": record}

    def note(self, text: str, photo: bool = False) -> None:
        """Write a note about the first point."""
        point = self.store.points()[0].id
        note = actions.start_note(self.tablet, "point", point)
        if photo:
            self.photo(note)
        actions.add_note(self.tablet, "point", point, text, note)

    def hazard(self) -> dict[str, object]:
        """Find a hazard."""
        ident = actions.start_hazard(self.tablet)
        self.photo(ident)
        draft = self.store.hazard_draft(ident)
        assert draft is not None
        actions.change_hazard(self.tablet, replace(draft, description="防火门损坏", location="2 层", category="door"))
        actions.raise_hazard(self.tablet, ident)
        return {"hazard": ident}

    def decide(self, which: int, what: str) -> None:
        """Confirm or void a hazard by what this tablet shows, which may be old."""
        hazards = self.store.hazards()
        if hazards:
            one = hazards[which % len(hazards)]
            op_id = OpId(self.ids.new())
            rev = self.store.hazard_rev(one.id)
            intent = HazardTransition(one.id, HazardEvent(what), one.state, rev, reason=f"重复登记 {op_id}")
            self._queue(op_id, "hazard.transition", wire.encode_object(intent), one.id, one.id)

    def recheck(self, which: int, result: str) -> None:
        """Recheck a hazard that was replied to."""
        hazards = [one for one in self.store.hazards() if one.state is HazardState.REPLIED]
        if hazards:
            ident = actions.start_recheck(self.tablet, HazardId(hazards[which % len(hazards)].id))
            actions.set_recheck(self.tablet, ident, result=RecheckResult(result), note="已看")
            self.photo(ident)
            actions.finish_recheck(self.tablet, ident)

    def edit(self, which: int, text: str) -> None:
        """Edit a point's remark by this tablet's own view."""
        points = sorted(self.store.points(), key=lambda point: point.id)
        if points:
            point = points[which % len(points)]
            patch = PointPatch(PointId(point.id), {"remark": point.remark}, {"remark": text})
            self._queue(OpId(self.ids.new()), "point.patch", wire.encode_object(patch), point.id)

    def poison(self, kind: str) -> None:
        """Queue an operation that cannot be applied, or not by this server."""
        ident = self.ids.new()
        self._queue(OpId(ident), kind, {"id": ident}, ident)

    def state(self) -> dict[str, object]:
        """Say how far everything is."""
        pending = self.store._number("SELECT count(*) FROM outbox WHERE state = 'pending'")
        photos = self.store._number("SELECT count(*) FROM blob WHERE state = 'pending'")
        drafts = [head.id for head in self.store.drafts()]
        return {"ops": pending, "photos": photos, "drafts": drafts, "health": wire.encode(self.store.health())}

    def look_through(self) -> None:
        """Read every row, as the screens do over a day."""
        for table in ("outbox", "record", "answer", "photo", "blob", "replica", "cursor", "meta"):
            self.store._rows(f"SELECT * FROM {table} NOT INDEXED")

    def _queue(self, op_id: OpId, kind: str, body: object, entity: str, about: str = "") -> None:
        with self.store.transaction():
            person, at = self.tablet.enrolment().person, self.clock.read()
            self.store.add_op(NewOp(op_id, kind, person, at, body, entity, about))  # type: ignore[arg-type]


def a_picture(size: int) -> bytes:
    """Make a picture of noise, another one each time; about ``size`` x ``size`` bytes as a JPEG."""
    target = io.BytesIO()
    noise = Image.frombytes("L", (size, size), random.Random(os.urandom(8)).randbytes(size * size))
    noise.save(target, "JPEG", quality=80)
    return target.getvalue()


def main(arguments: list[str]) -> int:
    """Take commands until the input ends."""
    folder, url, boots, *dies_at = arguments
    try:
        headless = Headless(Path(folder), url, int(boots), *map(int, dies_at))
    except RoundsError as error:
        say({"error": error.code, "kind": type(error).__name__})
        return 3
    say({"ok": "open"})
    for line in sys.stdin:
        command = json.loads(line)
        work: Callable[..., object] = getattr(headless, command.pop("do"))
        try:
            say({"ok": work(**command)})
        except RoundsError as error:
            headless.mend_if_damaged()
            say({"error": error.code, "kind": type(error).__name__})
        except AssertionError as error:
            say({"broken": str(error)})
    return 0


def say(answer: dict[str, object]) -> None:
    """Answer a command."""
    sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
