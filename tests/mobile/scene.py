"""One enrolled tablet with what the office has sent it, and its tiny server: the given of most tests here."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image

from mobile import actions
from mobile.actions import Tablet
from mobile.device.files import PhotoFiles
from mobile.store.row import Enrolment
from mobile.store.sqlite import SqliteTabletStore
from shared.ids import InspectionId, PhotoId, TemplateId
from shared.model.inspection import Result
from shared.model.place import Role
from shared.model.template import Certainty, Template
from shared.sync.request import SyncReport
from shared.sync.session import drive, session
from tests.builders import (
    DEVICE,
    KEEPER,
    LEAD,
    LIFT,
    POINT,
    SITE,
    FakeClock,
    SeededIds,
    a_lift,
    a_person,
    a_point,
    a_rule,
    a_site,
    a_template,
)
from tests.mobile.tiny_server import ORG, TinyServer, seed

APP = "0.1.0"
STROKES = (((0.1, 0.2), (0.3, 0.4)),)
ENROLMENT = Enrolment("http://127.0.0.1:8765", DEVICE, "一号平板", SITE, "龙山国际", KEEPER, "王建国", "secret-token")


class Killed(BaseException):
    """The process ends here, as by kill -9."""


class FailPoints:
    """Counts the places where a kill could strike, and strikes at the chosen one."""

    def __init__(self) -> None:
        self.passed: list[str] = []
        self.kill_at: int | None = None

    def __call__(self, name: str) -> None:
        self.passed.append(name)
        if self.kill_at is not None and len(self.passed) == self.kill_at:
            raise Killed(name)

    def arm(self, kill_at: int | None) -> None:
        self.passed.clear()
        self.kill_at = kill_at


@dataclass
class Scene:
    folder: Path
    clock: FakeClock
    ids: SeededIds
    fail_points: FailPoints
    server: TinyServer
    store: SqliteTabletStore
    tablet: Tablet

    def reopen(self) -> None:
        """Start the app anew on what is on disk."""
        self.store.close()
        self.fail_points.arm(None)
        self.store = open_store(self.folder, self.fail_points)
        self.tablet = a_tablet(self.store, self.folder, self.clock, self.ids, self.fail_points)

    def sync(self, schema: int = 1, app: str = APP) -> SyncReport:
        return drive(session(self.store, self.clock, app, schema=schema), self.server.carry)

    def photo(self, record: str, item: str = "", colour: tuple[int, int, int] = (200, 30, 30)) -> PhotoId:
        """Take a photo as the camera does."""
        photo = actions.begin_photo(self.tablet, record, item)
        source = self.tablet.files.capture(photo)
        source.write_bytes(a_jpeg(colour=colour))
        actions.finish_photo(self.tablet, photo)
        return photo

    def walked(self, *, failed: bool = False) -> InspectionId:
        """Walk the short machine-room round up to the signature."""
        tablet = self.tablet
        record = actions.start_round(tablet, template=TemplateId("lmr-short"), point=POINT)
        actions.answer(tablet, record, "LMR_04", value=21.5)
        actions.answer(tablet, record, "LMR_09", result=Result.FAIL if failed else Result.PASS)
        if failed:
            actions.set_note(tablet, record, "LMR_09", None, "灭火器不见了")
            actions.set_action(tablet, record, "LMR_09", None, "已从隔壁借用一具")
            self.photo(record, "LMR_09")
        actions.answer(tablet, record, "LMR_10", LIFT, Result.PASS)
        actions.sign(tablet, record, "inspector", "王建国", STROKES)
        return record

    def finished(self, *, failed: bool = False) -> InspectionId:
        record = self.walked(failed=failed)
        actions.finish_round(self.tablet, record)
        return record


def a_scene(folder: Path) -> Scene:
    clock, ids, fail_points = FakeClock(), SeededIds(), FailPoints()
    store = open_store(folder, fail_points)
    server = TinyServer()
    seed_estate(server)
    store.enrol(ENROLMENT, server.epoch)
    scene = Scene(folder, clock, ids, fail_points, server, store, a_tablet(store, folder, clock, ids, fail_points))
    scene.sync()
    server.requests.clear()
    fail_points.arm(None)
    return scene


def a_round_template() -> Template:
    """The builders' machine-room round, whose missing extinguisher is a hazard."""
    form = a_template()
    items = tuple(
        replace(item, category="lmr", clause="5.30.7", certainty=Certainty.MANUAL) if item.name == "LMR_09" else item
        for item in form.items
    )
    return replace(form, items=items)


def seed_estate(server: TinyServer) -> None:
    seed(server, [("template", a_round_template().key, a_round_template())], ORG)
    lead = a_person(id=LEAD, name="李敏", roles=(Role.LEAD_INSPECTOR,))
    entities = (
        ("site", a_site()),
        ("point", a_point()),
        ("asset", a_lift()),
        ("person", a_person()),
        ("person", lead),
        ("rule", a_rule()),
    )
    seed(server, [(kind, entity.id, entity) for kind, entity in entities])


def open_store(folder: Path, fail_point: Callable[[str], None]) -> SqliteTabletStore:
    return SqliteTabletStore(folder / "tablet.db", folder / "photos", fail_point)


def a_tablet(
    store: SqliteTabletStore, folder: Path, clock: FakeClock, ids: SeededIds, fail_point: Callable[[str], None]
) -> Tablet:
    return Tablet(store, clock, ids, PhotoFiles(folder / "photos", fail_point))


def a_jpeg(
    size: tuple[int, int] = (64, 48), colour: tuple[int, int, int] = (200, 30, 30), orientation: int | None = None
) -> bytes:
    """A picture whose top left quarter is white; ``orientation`` is the EXIF tag."""
    image = Image.new("RGB", size, colour)
    image.paste((255, 255, 255), (0, 0, size[0] // 2, size[1] // 2))
    buffer = io.BytesIO()
    exif = Image.Exif()
    if orientation is not None:
        exif[0x0112] = orientation
    image.save(buffer, "JPEG", quality=95, exif=exif)
    return buffer.getvalue()
