"""The server's folder that every world starts from, made once for a process: two sites, their people, points, a form."""

from __future__ import annotations

import functools
import tempfile
from pathlib import Path

from server.config import Config, sqlite_url
from server.db import make_engine
from server.store import ServerStore
from server.store.schema import create_schema, ensure_epoch
from shared.ids import AssetId, PersonId, PointId
from shared.model.place import Person, Role, Text
from shared.model.template import Item, ItemKind, Need
from tests.builders import (
    KEEPER,
    LEAD,
    LIFT,
    OTHER_SITE,
    PRINCIPAL,
    SITE,
    FakeClock,
    SeededIds,
    a_lift,
    a_person,
    a_point,
    a_rule,
    a_site,
    a_template,
    a_unit,
    an_id,
)

GUEST = PersonId(an_id(0xB4))
"""Works at the other site."""
POINTS = tuple(PointId(an_id(0x11 + index)) for index in range(6))
OTHER_POINTS = tuple(PointId(an_id(0x61 + index)) for index in range(3))
PEOPLE = (
    Person(KEEPER, SITE, "王建国", (Role.MAINTENANCE_KEEPER, Role.INSPECTOR)),
    Person(LEAD, SITE, "李敏", (Role.LEAD_INSPECTOR,)),
    Person(PRINCIPAL, SITE, "周正", (Role.FIRE_PRINCIPAL,)),
    Person(GUEST, OTHER_SITE, "陈立", (Role.LEAD_INSPECTOR, Role.MAINTENANCE_KEEPER)),
)


def a_quick_template() -> object:
    """A form that takes two taps: a temperature and one pass or fail."""
    items = (
        Item("LMR_04", ItemKind.NUMBER, Text("室温"), required="yes"),
        Item("LMR_09", ItemKind.PASS_FAIL, Text("消防器材"), required="yes", fail_needs=(Need.PHOTO,), category="lmr"),
    )
    return a_template(sections=(), items=items, signers=())


@functools.cache
def seeded_folder() -> Path:
    """Make the folder; it is copied, never changed."""
    folder = Path(tempfile.mkdtemp(prefix="rounds-seeded-", dir=memory_folder()))
    config = Config(home=folder, database_url=sqlite_url(folder))
    engine = make_engine(config.database_url)
    create_schema(engine)
    store = ServerStore(engine, FakeClock(), SeededIds(1))
    entities = [
        a_site(),
        a_site(id=OTHER_SITE, name=Text("翠湖花园"), short_name="翠"),
        *(a_point(id=point, number=f"LS-{index:02d}", tag=f"LS-{index:02d}") for index, point in enumerate(POINTS)),
        *(
            a_point(id=point, site=OTHER_SITE, number=f"CH-{index:02d}", tag=f"CH-{index:02d}")
            for index, point in enumerate(OTHER_POINTS)
        ),
        a_lift(id=AssetId(LIFT)),
        a_unit(),
        *PEOPLE,
        a_person(id=PersonId(an_id(0xB9)), name="见证人"),
        a_quick_template(),
        a_rule(),
    ]
    with store.writing() as tx:
        ensure_epoch(tx)
        for entity in entities:
            tx.put(entity)
    engine.dispose()
    return folder


def memory_folder() -> Path | None:
    """A folder in memory where there is one: a simulation commits a hundred times a second."""
    shm = Path("/dev/shm")
    return shm if shm.is_dir() else None
