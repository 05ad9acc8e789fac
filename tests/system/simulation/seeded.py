"""The folder that every story starts from, made once for a process: a server with two sites, three enrolled tablets."""

from __future__ import annotations

import atexit
import functools
import os
import shutil
import tempfile
from pathlib import Path

from server.config import sqlite_url
from server.db import make_engine
from server.store import ServerStore
from server.store.schema import create_schema, ensure_epoch
from shared.ids import AssetId, PersonId, PointId, UnitId
from shared.model.place import Person, Role, Text
from shared.model.template import Item, ItemKind, Need, Template
from tests.builders import (
    KEEPER,
    LEAD,
    LIFT,
    NOW,
    OTHER_SITE,
    PRINCIPAL,
    SITE,
    UNIT,
    FakeClock,
    SeededIds,
    a_lift,
    a_point,
    a_rule,
    a_site,
    a_template,
    a_unit,
    an_id,
)
from tests.system.simulation.server import SimServer
from tests.system.simulation.world import World

GUEST = PersonId(an_id(0xB4))
"""Works at the other site."""
TENANT = PersonId(an_id(0xB5))
"""Signs for the inspected unit."""
OTHER_UNIT = UnitId(an_id(0x32))
POINTS = tuple(PointId(an_id(0x11 + index)) for index in range(6))
OTHER_POINTS = tuple(PointId(an_id(0x61 + index)) for index in range(3))
INSPECTORS = (Role.LEAD_INSPECTOR, Role.MAINTENANCE_KEEPER)
PEOPLE = (
    Person(KEEPER, SITE, "王建国", (Role.MAINTENANCE_KEEPER, Role.INSPECTOR)),
    Person(LEAD, SITE, "李敏", (Role.LEAD_INSPECTOR,)),
    Person(PRINCIPAL, SITE, "周正", (Role.FIRE_PRINCIPAL,)),
    Person(GUEST, OTHER_SITE, "陈立", INSPECTORS),
    Person(TENANT, SITE, "刘工", (Role.INSPECTED_UNIT,), unit=UNIT),
)
TABLETS = (("keeper", SITE, KEEPER), ("lead", SITE, LEAD), ("guest", OTHER_SITE, GUEST))


def a_quick_template() -> Template:
    """A form that takes two taps: a temperature and one pass or fail."""
    items = (
        Item("LMR_04", ItemKind.NUMBER, Text("室温"), required="yes"),
        Item("LMR_09", ItemKind.PASS_FAIL, Text("消防器材"), required="yes", fail_needs=(Need.PHOTO,), category="lmr"),
    )
    return a_template(sections=(), items=items, signers=())


def a_numbered_point(point: PointId) -> object:
    """A point of the site that it belongs to at first."""
    is_here = point in POINTS
    number = f"LS-{POINTS.index(point):02d}" if is_here else f"CH-{OTHER_POINTS.index(point):02d}"
    return a_point(id=point, site=SITE if is_here else OTHER_SITE, number=number, tag=number)


def entities() -> tuple[object, ...]:
    """Two sites with their points, people, units, one form and one rule."""
    return (
        a_site(),
        a_site(id=OTHER_SITE, name=Text("翠湖花园"), short_name="翠"),
        *(a_numbered_point(point) for point in (*POINTS, *OTHER_POINTS)),
        a_lift(id=AssetId(LIFT)),
        a_unit(),
        a_unit(id=OTHER_UNIT, site=OTHER_SITE),
        *PEOPLE,
        a_quick_template(),
        a_rule(),
    )


@functools.cache
def process_folder() -> Path:
    """A folder of this process, in memory where there is such a place: a story commits hundreds of times."""
    shm = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(prefix=f"rounds-{os.getpid()}-", dir=shm if shm.is_dir() else None))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@functools.cache
def the_server() -> SimServer:
    """The one application of this process."""
    return SimServer(process_folder() / "server")


@functools.cache
def seeded_folder() -> Path:
    """Make the folder; it is copied, never changed."""
    folder = process_folder() / "seeded"
    server = the_server()
    engine = make_engine(sqlite_url(server.folder))
    create_schema(engine)
    store = ServerStore(engine, FakeClock(NOW), SeededIds(1))
    with store.writing() as tx:
        ensure_epoch(tx)
        for entity in entities():
            tx.put(entity)
    engine.dispose()
    world = World(server, folder)
    for name, site, person in TABLETS:
        tablet = world.add(name, site, person)
        world.enrol(tablet, site, person)
        report = tablet.synchronise()
        assert report.outcome.value == "done", report
        tablet.close()
    server.save(folder / "server")
    return folder


def begin_world() -> World:
    """Begin a story: three tablets, enrolled and up to date, and a server."""
    seeded = seeded_folder()
    folder = Path(tempfile.mkdtemp(prefix="story-", dir=process_folder()))
    for name, _, _ in TABLETS:
        shutil.copytree(seeded / name, folder / name)
    world = World.begin(the_server(), folder, seeded)
    for name, site, person in TABLETS:
        tablet = world.add(name, site, person)
        for _ in range(8):
            tablet.ids.new()  # past those that enrolling used up
    return world
