"""A story of people, faults and processes: drawn from a seed, printed, told by real processes.

``draw`` is a pure function of the seed; ``tell`` does what it says, one line after the other, asserts after each what
holds at every moment, and at the end heals everything and asserts the rest.
"""

from __future__ import annotations

import random
import signal
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from server import tables
from server.store.device import revoke
from shared import wire
from shared.errors import RoundsError
from shared.hazard import Act, advance
from shared.ids import SiteId
from shared.model.hazard import Hazard, HazardEvent
from shared.model.place import Point, Role
from tests.builders import KEEPER, LEAD, OTHER_SITE, SITE
from tests.system.faults.kept import Kept
from tests.system.faults.proxy import Fault, Trouble
from tests.system.faults.serve import control
from tests.system.faults.world import World
from tests.system.simulation.faults import Endpoint
from tests.system.simulation.seeded import POINTS

NAMES = ("keeper", "lead")
STEPS = 16
ENDPOINTS = (
    Endpoint.PUSH,
    Endpoint.PUSH,
    Endpoint.PULL,
    Endpoint.QUERY,
    Endpoint.PATCH,
    Endpoint.PATCH,
    Endpoint.HELLO,
    Endpoint.VERIFY,
)
SITES = {"keeper": SITE, "lead": SITE}


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a story: a method of ``Teller`` and what it is told."""

    what: str
    facts: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.what}({', '.join(f'{name}={_word(value)}' for name, value in self.facts.items())})"


@dataclass(frozen=True, slots=True)
class Story:
    """A seed's story. With ``is_shared`` two servers share a PostgreSQL database, else one has an SQLite file."""

    seed: int
    is_shared: bool
    steps: tuple[Step, ...]

    def __str__(self) -> str:
        head = f"seed {self.seed}: {'two servers on PostgreSQL' if self.is_shared else 'one server on SQLite'}"
        return "\n".join([head, *(f"  {number:2}. {step}" for number, step in enumerate(self.steps, start=1))])


def _word(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(_word, value)) + "]"
    return value.value if isinstance(value, Endpoint) else str(value)


# drawing --------------------------------------------------------------------------------------------------------------


def draw(seed: int, is_shared: bool | None = None) -> Story:
    """Draw the story of a seed; every eighth is told on PostgreSQL."""
    dice = random.Random(seed)
    steps: list[Step] = [Step("round", {"who": dice.choice(NAMES), "photos": 2, "fails": False})]
    while len(steps) < STEPS:
        kinds = _KINDS if steps[-1].what != "together" else _WORK
        steps.append(dice.choices(list(kinds), weights=list(kinds.values()))[0](dice))
    return Story(seed, seed % 8 == 0 if is_shared is None else is_shared, tuple(steps))


def with_kept(seeds: Sequence[int], kept: Sequence[Kept], *, is_shared: bool) -> list[int]:
    """Add to ``seeds`` those of the stories that failed once and are told on the same kind of server."""
    return list(dict.fromkeys([*seeds, *(one.seed for one in kept if draw(one.seed).is_shared == is_shared)]))


def _work(dice: random.Random) -> Step:
    who = dice.choice(NAMES)
    return dice.choice(
        [
            Step("round", {"who": who, "photos": dice.randint(0, 2), "fails": dice.random() < 0.3}),
            Step("round", {"who": who, "photos": 1, "fails": False, "dies_at": dice.randint(0, 16)}),
            Step("note", {"who": who, "photo": dice.random() < 0.5}),
            Step("hazard", {"who": who}),
            Step("decide", {"who": who, "which": dice.randint(0, 3), "what": dice.choice(("confirm", "void"))}),
            Step("edit", {"who": who, "which": dice.randint(0, 2), "times": dice.randint(1, 3)}),
            Step("poison", {"who": who, "kind": dice.choice(("inspection.put", "weather.report", "point.patch"))}),
        ]
    )


def _trouble(dice: random.Random) -> tuple[Endpoint, Trouble]:
    fault = dice.choice([one for one in Fault if one is not Fault.NONE])
    at = {
        Fault.LATENCY: dice.randint(20, 80),
        Fault.SLOW: dice.choice((4_000, 20_000)),
        Fault.CUT_REQUEST: dice.randint(1, 2_500),
        Fault.CUT_RESPONSE: dice.randint(0, 1_200),
        Fault.TABLET_DIES: dice.randint(0, 1_200),
    }.get(fault, 0)
    return dice.choice(ENDPOINTS), Trouble(fault, at)


def _sync(dice: random.Random) -> Step:
    facts: dict[str, Any] = {
        "who": dice.choice(NAMES),
        "troubles": [_trouble(dice) for _ in range(dice.randint(1, 3))],
        "chunk": dice.choice((0, 700, 1_500)),
        "ops": dice.choice((0, 1, 2)),
    }
    if dice.random() < 0.3:
        facts["dies_at"] = dice.randint(0, 40)
    if dice.random() < 0.3:
        facts["server_dies_at"] = dice.randint(0, 14)
    return Step("sync", facts)


def _together(dice: random.Random) -> Step:
    return Step("together", {"troubles": [[_trouble(dice) for _ in range(dice.randint(0, 2))] for _ in NAMES]})


def _office(dice: random.Random) -> Step:
    return dice.choice(
        [
            Step("office_edits", {"which": dice.randint(0, 3), "text": f"{dice.randint(1, 99)} 层"}),
            Step("office_confirms", {"which": dice.randint(0, 3)}),
            Step("office_moves_a_point", {"which": dice.randint(0, 3)}),
            Step("office_moves_a_tablet", {"who": dice.choice(NAMES)}),
            Step("office_gives_a_tablet", {"who": dice.choice(NAMES), "to": dice.choice(("keeper", "lead"))}),
            Step("office_revokes", {"who": dice.choice(NAMES)}),
        ]
    )


def _device(dice: random.Random) -> Step:
    who = dice.choice(NAMES)
    return dice.choice(
        [
            Step("set_clock", {"who": who, "hours": dice.choice((-30, -2, 2, 30, 24 * 365))}),
            Step("restart", {"who": who, "with_the_device": dice.random() < 0.5}),
            Step("full_tablet", {"who": who, "pages": dice.randint(0, 4), "photos": dice.randint(0, 1)}),
            Step("read_only_tablet", {"who": who}),
            Step("choke", {"who": who, "on": dice.choice(("outbox", "blob"))}),
            Step("wait", {"hours": dice.choice((2, 26))}),
        ]
    )


def _server(dice: random.Random) -> Step:
    return dice.choice(
        [
            Step("kill_server"),
            Step("save_server"),
            Step("restore_server"),
            Step("full_server", {"who": dice.choice(NAMES), "pages": dice.randint(0, 6), "file_bytes": 0}),
            Step("full_server", {"who": dice.choice(NAMES), "pages": 10_000, "file_bytes": dice.choice((0, 900))}),
            Step("read_only_server", {"who": dice.choice(NAMES)}),
            Step("late_request"),
        ]
    )


_WORK: dict[Callable[[random.Random], Step], int] = {_work: 1}
_KINDS: dict[Callable[[random.Random], Step], int] = {
    _work: 8,
    _sync: 9,
    _together: 2,
    _office: 3,
    _device: 3,
    _server: 3,
}


# telling --------------------------------------------------------------------------------------------------------------


def tell(story: Story, world: World, say: Callable[[str], None] = lambda _line: None) -> None:
    """Tell a story in a fresh world.

    Raises:
        AssertionError: an invariant does not hold; notes say in which line of which story.
    """
    teller = Teller(world)
    step = Step("settle")
    try:
        for number, step in enumerate(story.steps, start=1):
            say(f"{number:2}. {step}")
            getattr(teller, step.what)(**step.facts)
            world.revive()
            world.check()
        step = Step("settle")
        world.settle()
    except BaseException as error:
        error.add_note(f"in {step} of {story}\nreplay: python -m tests.system.faults.run {story.seed}")
        raise


class Teller:
    """Does what a story says."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.edits = 0
        self.hazards_known = 0

    # people

    def round(self, who: str, photos: int, *, fails: bool, dies_at: int | None = None) -> None:
        self.work(who, "round", dies_at, photos=photos, fails=fails)

    def note(self, who: str, *, photo: bool) -> None:
        self.work(who, "note", text="看过了", photo=photo)

    def hazard(self, who: str) -> None:
        self.work(who, "hazard")

    def decide(self, who: str, which: int, what: str) -> None:
        self.work(who, "decide", which=which, what=what)

    def edit(self, who: str, which: int, times: int) -> None:
        for _ in range(times):
            self.edits += 1
            self.work(who, "edit", which=which, text=f"{who}-{self.edits}")

    def poison(self, who: str, kind: str) -> None:
        self.work(who, "poison", kind=kind)

    def work(self, who: str, command: str, dies_at: int | None = None, **facts: object) -> None:
        tablet = self.world.tablets[who]
        if dies_at is not None:
            tablet.do("die_at", count=dies_at)
        tablet.ask(command, **facts)
        self.disarm(tablet)

    def disarm(self, tablet: Any) -> None:
        """Forget a death that was not reached."""
        if tablet.is_alive:
            tablet.ask("die_at", count=None)

    # the sync

    def sync(
        self,
        who: str,
        troubles: list[tuple[Endpoint, Trouble]],
        dies_at: int | None = None,
        server_dies_at: int | None = None,
        **links: int,
    ) -> None:
        tablet = self.world.tablets[who]
        self.provoke(tablet, {endpoint for endpoint, _ in troubles})
        tablet.proxy.queue(troubles)
        if dies_at is not None:
            tablet.do("die_at", count=dies_at)
        if server_dies_at is not None:
            control(self.world.server.folder, commits=server_dies_at)
        self.go(tablet, troubles, **links)

    def provoke(self, tablet: Any, endpoints: set[Endpoint]) -> None:
        """Let there be a request of each of these kinds."""
        if Endpoint.HELLO in endpoints:
            tablet.pass_time(timedelta(hours=2))
        if Endpoint.VERIFY in endpoints:
            tablet.pass_time(timedelta(hours=26))
        if Endpoint.PUSH in endpoints:
            self.edit(tablet.name, 1, 2)
        if endpoints & {Endpoint.QUERY, Endpoint.PATCH}:
            self.work(tablet.name, "note", text="又看过了", photo=True)

    def go(self, tablet: Any, troubles: list[tuple[Endpoint, Trouble]], **links: int) -> None:
        self.begin(tablet, troubles, **links)
        self.end(tablet)

    def begin(self, tablet: Any, troubles: list[tuple[Endpoint, Trouble]], **links: int) -> None:
        silent = {endpoint.value for endpoint, trouble in troubles if trouble.fault in _SILENT}
        tablet.say("sync", hurried=sorted(silent), **links)

    def end(self, tablet: Any) -> None:
        answer = tablet.hear()
        assert answer is None or "ok" in answer, f"a session ended with {answer}"
        self.disarm(tablet)

    def together(self, troubles: list[list[tuple[Endpoint, Trouble]]]) -> None:
        """Both at once."""
        tablets = [self.world.tablets[name] for name in NAMES]
        for tablet, mine in zip(tablets, troubles, strict=True):
            self.provoke(tablet, {endpoint for endpoint, _ in mine})
            tablet.proxy.queue(mine)
        every = [one for mine in troubles for one in mine]
        for tablet in tablets:
            self.begin(tablet, every)
        for tablet in tablets:
            self.end(tablet)

    def late_request(self) -> None:
        self.world.deliver_zombie()

    def choke(self, who: str, on: str) -> None:
        """Something on the way chokes on one operation or photo, from now on."""
        tablet = self.world.tablets[who]
        column, cursed = ("op_id", self.world.curses.ops) if on == "outbox" else ("sha256", self.world.curses.photos)
        for row in tablet.rows(f"SELECT {column} AS it FROM {on} WHERE state = 'pending' ORDER BY seq LIMIT 1"):
            cursed.add(str(row["it"]))
        self.sync(who, [])

    # the office

    def office_edits(self, which: int, text: str) -> None:
        self.change_point(which, floor=text)

    def office_moves_a_point(self, which: int) -> None:
        with self.world.server.store.writing() as tx:
            point = tx.get(Point, POINTS[which + 2])
        self.change_point(which + 2, site=OTHER_SITE if point.site == SITE else SITE)

    def change_point(self, which: int, **changes: object) -> None:
        def change(tx: Any) -> None:
            tx.put(wire.decode(Point, {**wire.encode_object(tx.get(Point, POINTS[which])), **changes}))

        self.world.server.store.act(change)

    def office_confirms(self, which: int) -> None:
        def confirm(tx: Any) -> None:
            hazards = sorted(tx.every(Hazard), key=lambda hazard: hazard.no)
            if hazards:
                tx.put(advance(hazards[which % len(hazards)], an_act(self.world)))

        try:
            self.world.server.store.act(confirm)
        except RoundsError:
            return  # it was confirmed or voided before

    def office_moves_a_tablet(self, who: str) -> None:
        tablet = self.world.tablets[who]
        tablet.site = SiteId(OTHER_SITE if tablet.site == SITE else SITE)
        change = tables.device.update().where(tables.device.c.id == tablet.device).values(site=tablet.site)
        self.world.server.store.act(lambda tx: tx.execute(change))

    def office_gives_a_tablet(self, who: str, to: str) -> None:
        """It is enrolled again, for somebody else maybe; the one before ends."""
        self.world.enrol(self.world.tablets[who], SITE, KEEPER if to == "keeper" else LEAD)  # type: ignore[arg-type]

    def office_revokes(self, who: str) -> None:
        device = self.world.tablets[who].device
        self.world.server.store.act(lambda tx: revoke(tx, device))

    # devices

    def set_clock(self, who: str, hours: int) -> None:
        self.world.tablets[who].pass_time(timedelta(hours=hours))

    def wait(self, hours: int) -> None:
        self.world.pass_time(timedelta(hours=hours))

    def restart(self, who: str, *, with_the_device: bool) -> None:
        self.world.tablets[who].restart(with_the_device=with_the_device)

    def full_tablet(self, who: str, pages: int, photos: int) -> None:
        """Its disk fills up while somebody works, and is cleared."""
        tablet = self.world.tablets[who]
        before = tablet.number("SELECT count(*) FROM outbox")
        tablet.do("fill_database", pages=pages)
        answer = tablet.ask("round", photos=photos)
        tablet.do("fill_database")
        if answer is None or "error" in answer:
            assert answer == {"error": "disk-full", "kind": "DiskFullError"}, f"S13: a full disk was told as {answer}"
            assert tablet.number("SELECT count(*) FROM outbox") == before, "S13: half of an action was written"

    def read_only_tablet(self, who: str) -> None:
        tablet = self.world.tablets[who]
        before = tablet.number("SELECT count(*) FROM outbox")
        tablet.do("read_only", is_so=True)
        answer = tablet.ask("round")
        tablet.ask("sync")
        tablet.do("read_only", is_so=False)
        assert answer is not None and answer.get("kind") == "ReadOnlyDiskError", (
            f"S13: a read-only disk was told as {answer}"
        )
        assert tablet.number("SELECT count(*) FROM outbox") == before, "S13: half of an action was written"

    # servers

    def kill_server(self) -> None:
        self.world.server.send(signal.SIGKILL)

    def save_server(self) -> None:
        self.world.save_server()

    def restore_server(self) -> None:
        self.world.restore_server()

    def full_server(self, who: str, pages: int, file_bytes: int) -> None:
        """The disk of database (SQLite) and photos fills up while a tablet sends."""
        facts = {"pages": pages, **({"file_bytes": file_bytes} if file_bytes else {})}
        self.suffering(who, **facts)

    def read_only_server(self, who: str) -> None:
        self.suffering(who, read_only=True)

    def suffering(self, who: str, **what: object) -> None:
        self.work(who, "round", photos=1)
        control(self.world.server.folder, **what)
        self.sync(who, [])
        control(self.world.server.folder)


_SILENT = {Fault.BLACK_HOLE, Fault.BLACK_HOLE_LATE, Fault.SERVER_STOPS}


def an_act(world: World) -> Act:
    """Somebody of the office confirms."""
    now = world.clock.wall
    roles = frozenset({Role.LEAD_INSPECTOR})
    return Act(HazardEvent.CONFIRM, LEAD, "李敏", roles, now, now.date(), reason="核实", recheckers=(KEEPER, LEAD))
