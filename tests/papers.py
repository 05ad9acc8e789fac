"""Papers of a furnished estate for tests: what is printed besides what the estate has, and the kept pictures of each.

``python -m tests.papers`` writes the kept pictures anew; look at each before it is committed.
"""

from __future__ import annotations

import io
import sys
import tempfile
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from flask import Flask
from PIL import Image

from server.app import create_app, parts_of
from server.config import Config, sqlite_url
from server.office.papers.issue import order_of
from server.office.papers.kinds import COMPOSERS
from server.office.papers.paper import Desk, Paper
from server.office.parts import EXTENSION, OfficeParts
from server.office.reader import Reader
from server.office.session.password import Passwords
from server.office.text import Wording
from server.papers import Order, Typesetter
from server.store import Tx
from server.store.paper import PaperRow
from server.store.rounds import settle
from server.store.schema import create_schema, ensure_epoch
from server.store.viewer import viewer_of
from shared.ids import AccessId, AssetId, InspectionId, RecheckId
from shared.model.access import AccessCategory, Leaving
from shared.model.hazard import Recheck, RecheckResult
from shared.model.inspection import Answer, Inspection, Photo, Result, Signature, Status
from shared.model.mark import Ink, Mark, MarkKind
from shared.model.place import Asset, AssetKind, Site, Text
from tests.builders import SITE, FakeClock, SeededIds, a_reading, an_access, an_id
from tests.estate import ROOM, SHOP, STROKES, TABLET, Estate, catalogue, furnish, person_id

BASE = "https://xunan.example"
GOLDENS = Path(__file__).parent / "server" / "office" / "goldens"
PPI = 50
PERIODIC = InspectionId(an_id(0x161))
EXTINGUISHER = InspectionId(an_id(0x162))
MARKS = (
    Mark(MarkKind.CIRCLE, ((0.3, 0.25), (0.7, 0.8))),
    Mark(MarkKind.ARROW, ((0.05, 0.9), (0.3, 0.6)), Ink.YELLOW),
    Mark(MarkKind.TEXT, ((0.5, 0.1),), Ink.BLUE, "闭门器脱落"),
)


SIMPLE = Order(
    "access",
    {
        "title": "电梯机房出入登记表",
        "sub": "",
        "number": "JF-1",
        "estate": "龙山国际",
        "check": None,
        "facts": [{"name": "机房", "words": "A1", "wide": False}],
        "rows": [],
        "signs": [],
    },
)
"""A paper of one page that needs no database."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Who prints, and the records of each kind of paper by the name of its kept pictures."""

    who: Reader
    records: dict[str, tuple[str, str]]


def furnish_papers(parts: OfficeParts, estate: Estate, login: str = "lead") -> Kept:
    """Add a periodic inspection, a recheck and entries of the access log; return what can be printed."""
    with parts.store.writing() as tx:
        shot = tx.get(Inspection, estate.record).photos[0]
        _put_periodic(tx, replace(shot, marks=MARKS))
        _put_extinguisher(tx, shot)
        _put_recheck(tx, estate, shot)
        _put_entries(tx)
        settle(tx, tx.get(Site, SITE))
    with parts.store.reading() as tx:
        viewer = viewer_of(tx, person_id(login))
        site = tx.get(Site, SITE)
        if viewer is None:
            raise LookupError(login)
        who = Reader(viewer, Wording("en"), tx.now, (site,), site)
    records = {
        "periodic": ("record", PERIODIC),
        "machine-room": ("record", estate.record),
        "extinguisher": ("record", EXTINGUISHER),
        "notice": ("notice", estate.notice),
        "notice-open": ("notice", estate.issued),
        "reply": ("reply", estate.notice),
        "recheck": ("recheck", f"{estate.notice}.1"),
        "access": ("access", f"{ROOM}.2026-11-01.2026-11-30"),
        "month": ("month", f"{SITE}.2026-11"),
    }
    return Kept(who, records)


def composed(app: Flask, kept: Kept, name: str) -> Paper:
    """Compose one of the kept papers."""
    kind, record = kept.records[name]
    store = parts_of(app).store
    with app.app_context(), store.reading() as tx:
        return COMPOSERS[kind](Desk(tx, kept.who, BASE), record)


def ordered(app: Flask, paper: Paper, copies: int = 1) -> Order:
    """Order a paper under a code that is always the same."""
    said = (paper.kind, paper.record, paper.site, paper.title, paper.number, paper.dated_on, paper.version)
    row = PaperRow("ABCD2345EFGH", *said, paper.content_sha256, paper.basis, datetime(2026, 11, 23, tzinfo=UTC))
    return order_of(app.extensions[EXTENSION], paper, row, BASE, copies)


def grey(png: bytes) -> Image.Image:
    """Read a page's picture as shades of grey."""
    with Image.open(io.BytesIO(png)) as image:
        return image.convert("L")


def _put_periodic(tx: Tx, shot: Photo) -> None:
    template = next(one for one in catalogue() if one.id == "fire-periodic")
    answers = []
    for at, item in enumerate(item for item in template.items if item.kind.value == "pass_fail"):
        if at == 1:
            answers.append(Answer(item.name, None, Result.FAIL, note="闭门器损坏，门不能自行关闭", photos=(shot.id,)))
        elif at == 2:
            answers.append(Answer(item.name, None, Result.NA, reason="本单位无此项"))
        elif at < 14:
            answers.append(Answer(item.name, None, Result.PASS))
    signatures = (
        Signature("inspector", "李志强", a_reading(-20), person_id("lead"), STROKES),
        Signature("inspector_2", "周敏", a_reading(-20), person_id("inspector"), STROKES),
        Signature("unit_representative", "", a_reading(-19), refusal="对结果有异议", witness="郑小美"),
    )
    tx.put(
        Inspection(
            id=PERIODIC,
            site=SITE,
            template=template.id,
            template_version=template.version,
            point=None,
            unit=SHOP,
            author=person_id("lead"),
            device=TABLET,
            started_at=a_reading(-80),
            ended_at=a_reading(-20),
            status=Status.FINAL,
            answers=tuple(answers),
            photos=(shot,),
            signatures=signatures,
            inspectors=("周敏",),
            conclusion="基本合格，限期整改。",
            visit="FJ-20261123-K7Q2",
        )
    )


def _put_extinguisher(tx: Tx, shot: Photo) -> None:
    template = next(one for one in catalogue() if one.id == "extinguisher")
    own = {
        "type": "干粉 MFZ/ABC4",
        "rating": "2A 55B",
        "place": "机房门内侧",
        "made_on": "2021-03-15",
        "serviced_by": "龙安消防器材公司",
        "agent_changed_on": "2026-03-20",
    }
    asset = Asset(AssetId(an_id(0x191)), SITE, ROOM, AssetKind.EXTINGUISHER, Text("干粉灭火器"), "MH-004", own)
    tx.put(asset)
    given = {
        "ext_02_mount": Answer("ext_02_mount", None, value="hook"),
        "ext_02_top": Answer("ext_02_top", None, value=1.62),
        "ext_06_serviced": Answer("ext_06_serviced", None, value="2026-03-20"),
        "ext_07_made": Answer("ext_07_made", None, value="2021-03-15"),
        "ext_09": Answer("ext_09", None, Result.NA, reason="室内一般场所"),
        "ext_12": Answer(
            "ext_12", None, Result.FAIL, note="铅封已断", action="已换上备用灭火器，送修", photos=(shot.id,)
        ),
    }
    answers = (
        given.get(item.name) or (Answer(item.name, None, Result.PASS) if item.kind.value == "pass_fail" else None)
        for item in template.items
    )
    tx.put(
        Inspection(
            id=EXTINGUISHER,
            site=SITE,
            template=template.id,
            template_version=template.version,
            point=ROOM,
            author=person_id("keeper"),
            device=TABLET,
            started_at=a_reading(-70),
            ended_at=a_reading(-62),
            status=Status.FINAL,
            answers=tuple(one for one in answers if one is not None),
            photos=(shot,),
            signatures=(Signature("inspector", "王建国", a_reading(-62), person_id("keeper"), STROKES),),
            assets=(asset.id,),
        )
    )


def _put_recheck(tx: Tx, estate: Estate, shot: Photo) -> None:
    for at, (name, result) in enumerate((("overdue", RecheckResult.FAILED), ("passed", RecheckResult.PASSED))):
        tx.put(
            Recheck(
                id=RecheckId(an_id(0x171 + at)),
                site=SITE,
                hazard=estate.hazards[name],
                round=1,
                result=result,
                rechecked_by=person_id("lead"),
                rechecked_by_name="李志强",
                at=a_reading(-60),
                notice=estate.notice,
                no="消复〔2026〕0001-1号",
                note="现场仍有车辆停放" if at == 0 else "标志灯已固定，点亮正常",
                measured="" if at == 0 else "应急转换 2 s",
                photos=(shot,),
                new_deadline_on=date(2026, 11, 26) if at == 0 else None,
                signatures=(Signature("inspector", "李志强", a_reading(-58), person_id("lead"), STROKES),),
            )
        )


def _put_entries(tx: Tx) -> None:
    left = Leaving(a_reading(-5), person_id("keeper"), "王建国", state="门已锁、灯已关", items="旧接触器")
    for at, changes in enumerate(
        (
            {"key_no": "JF-3", "leaving": left, "items": "万用表、接触器", "phone": "13900000000"},
            {
                "category": AccessCategory.REPAIR,
                "name": "王建国",
                "org": "工程维修部",
                "purpose": "每日巡视",
                "approved_by": "",
            },
            {"category": AccessCategory.OTHER, "name": "陌生人", "org": "", "purpose": "看设备", "refusal": "没有批准"},
        )
    ):
        entered = a_reading(-25 * (at + 1))
        tx.put(an_access(id=AccessId(an_id(0x181 + at)), point=ROOM, author=person_id("keeper"), at=entered, **changes))


def main() -> int:
    """Write the kept pictures anew."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        config = Config(home=home, database_url=sqlite_url(home))
        app = create_app(config, clock=FakeClock(), ids=SeededIds(1), passwords=Passwords(memory_kib=8))
        parts = parts_of(app)
        create_schema(parts.engine)
        with parts.store.writing() as tx:
            ensure_epoch(tx)
        kept = furnish_papers(app.extensions[EXTENSION], furnish(parts, Passwords(memory_kib=8)))
        GOLDENS.mkdir(exist_ok=True)
        typesetter = Typesetter()
        for name in kept.records:
            for at, png in enumerate(typesetter.pages(ordered(app, composed(app, kept, name)), PPI), 1):
                path = GOLDENS / f"{name}-{at}.png"
                grey(png).point(lambda value: value // 16 * 17).save(path, optimize=True)
                print(f"{path.name}: {path.stat().st_size} bytes")
        typesetter.close()
        parts.engine.dispose()
    return 0


if __name__ == "__main__":
    sys.exit(main())
