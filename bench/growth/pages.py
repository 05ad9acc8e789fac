"""The office over a grown server: every page, lists with their filters, each opened thirty times.

Through Flask's test client: the whole request (session, queries, template), without the socket.
"""

from __future__ import annotations

import re
import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from flask.testing import FlaskClient

from bench.growth.beside import code_of
from bench.growth.estate import Still, places, templates
from bench.growth.history import History
from bench.growth.postgres import cluster
from bench.growth.server import ESTATE, KEPT, Grown, make_estate, make_server
from server.app import create_app, parts_of
from server.config import Config
from server.office.session.password import Passwords

TIMES = 30
_SETTING = re.compile(r"[?&](site|lang|look)=")
ORIGIN = "http://localhost"


@dataclass(frozen=True, slots=True)
class PageFigure:
    """One page with one filter: milliseconds of wall clock, and of this process's own CPU."""

    name: str
    p50_ms: float
    p95_ms: float
    cpu_ms: float
    size_bytes: int


def addresses() -> dict[str, str]:
    """Name every list page with every filter, and some together, at the large site."""
    place, form = places()[0], templates()[3].id
    day = "from=2026-11-16&to=2026-11-16"
    quiet = "from=2025-01-06&to=2025-01-12"
    return {
        "today": "/",
        "inspections": "/inspections",
        "inspections, oldest first": "/inspections?sort=started_at",
        "inspections of a form": f"/inspections?template={form}",
        "inspections at a place": f"/inspections?point={place.points[7]}",
        "inspections by a person": f"/inspections?author={place.people[5]}",
        "inspections to review": "/inspections?state=submitted",
        "inspections returned": "/inspections?state=returned",
        "inspections with hazards": "/inspections?fails=1",
        "inspections of a day": f"/inspections?{day}",
        "inspections of a week long ago, by person": f"/inspections?{quiet}&sort=author",
        "inspections returned, of a form, by a person": (
            f"/inspections?state=returned&template={form}&author={place.people[5]}"
        ),
        "inspections with hazards, of a form, by place": f"/inspections?fails=1&template={form}&sort=point",
        "inspections, search a place": "/inspections?q=消防泵房",
        "inspections, search a number": "/inspections?q=LS1-A3-02",
        "inspections, search a person": f"/inspections?q={place.names[6]}",
        "inspections, search in vain": "/inspections?q=不存在的",
        "review": "/review",
        "review of a grade": "/review?grade=C",
        "review of a flag": "/review?flag=hand",
        "review of a flag that is rare": "/review?flag=mock",
        "review of a form, at a place": f"/review?template={form}&point={place.points[7]}",
        "review of a unit": f"/review?unit={place.units[2]}",
        "review, what was accepted with a flag": "/review?state=accepted&flag=mock",
        "review, accepted of a person": f"/review?state=accepted&author={place.people[5]}",
        "review, accepted long ago": f"/review?state=accepted&{quiet}",
        "review, search in vain": "/review?q=不存在的",
        "clean rounds": "/review/bulk",
        "hazards": "/hazards",
        "hazards by deadline": "/hazards?sort=deadline_on",
        "hazards overdue": "/hazards?group=overdue",
        "hazards open": "/hazards?group=open",
        "hazards ended": "/hazards?group=ended",
        "hazards of a unit": f"/hazards?unit={place.units[2]}",
        "hazards, major": "/hazards?grade=major",
        "hazards of a category": "/hazards?category=fas",
        "hazards of a building": f"/hazards?building={place.points[0]}",
        "hazards that came back": "/hazards?only=recurring",
        "hazards that an order names": "/hazards?only=external",
        "hazards, archive": "/hazards/archive",
        "hazards, archive of a unit": f"/hazards/archive?unit={place.units[2]}&from=2026-01-01",
        "orders": "/orders",
        "notices overdue": "/notices?state=overdue",
        "register of numbers": "/notices/register",
        "hazards, search words": "/hazards?q=铅封",
        "hazards, search a number": "/hazards?q=YH-2026-002",
        "hazards, search in vain": "/hazards?q=不存在的",
        "notices": "/notices",
        "notices received": "/notices?state=received",
        "notices of a unit": f"/notices?unit={place.units[2]}",
        "notices, search": "/notices?q=0001",
        "plan": "/plan",
        "excuses": "/plan/excuse",
        "tablets": "/tablets",
        "templates": "/templates",
        "people": "/people",
    }


def estate_addresses(history: History) -> dict[str, str]:
    """Name every other page of an office that has driven its estate for two years, with its main filters."""
    place = history.places[0]
    form, point, unit = templates()[3].id, place.points[7], place.units[2]
    record, last = history.inspection_id(history.count // 2), history.inspection_id(history.count - 1)
    year = "from=2025-11-24&to=2026-11-23"
    rule = place.rules[0].id
    hazardous = history.count // 2 // history.shape.hazardous * history.shape.hazardous
    hazard, notice = history.hazard_id(hazardous // history.shape.hazardous * 3), history.notice_id(hazardous)
    return {
        "record": f"/inspections/{record}",
        "record, the last": f"/inspections/{last}",
        "record, in the queue": f"/inspections/{last}?in=queue",
        "record that found hazards": f"/inspections/{history.inspection_id(hazardous)}",
        "hazard": f"/hazards/{hazard}",
        "new hazard": "/hazards/new",
        "hazards due soon": "/hazards?group=due",
        "hazards, extensions asked": "/hazards?group=extension",
        "hazards, all filters": f"/hazards?group=ended&unit={unit}&grade=general&category=EXT&q=铅封",
        "notice": f"/notices/{notice}",
        "link of a notice": f"/notices/{notice}/link",
        "new notice": "/notices/new",
        "new order": "/orders/new",
        "orders, closed": "/orders?state=closed",
        "plan of a day": "/plan?day=2026-11-23",
        "calendar": "/plan/calendar",
        "calendar of a month long ago": "/plan/calendar?month=2025-03",
        "calendar of a place": f"/plan/calendar?point={point}",
        "calendar of a form": f"/plan/calendar?template={form}",
        "calendar of a person": f"/plan/calendar?person={place.people[3]}",
        "calendar, a day": "/plan/calendar/2026-11-20",
        "calendar, today": "/plan/calendar/2026-11-23",
        "equipment that falls due": "/plan/dates",
        "missed rounds": "/plan/missed",
        "missed rounds of a year": f"/plan/missed?{year}",
        "missed rounds, dealt with": f"/plan/missed?{year}&state=disposed",
        "excuses": "/plan/excuses",
        "excuses, granted": "/plan/excuses?state=granted",
        "stops": "/plan/stops",
        "roster": "/plan/roster",
        "roster, long ago": "/plan/roster?week=2025-03-03",
        "catalogue of rules": "/plan/catalogue",
        "draws": "/plan/draws",
        "check of a draw": "/plan/draws/check",
        "rule": f"/plan/rules/{rule}",
        "rule, changed": f"/plan/rules/{rule}/edit",
        "rule, new": "/plan/rules/new",
        "workdays": "/plan/workdays",
        "workdays of a year": "/plan/workdays/2026",
        "clearings": "/clearing",
        "clearing of the day": "/clearing/2026-11-22",
        "clearing, of hazards": "/clearing/2026-11-22?kind=hazard",
        "clearing long ago": "/clearing/2025-03-03",
        "numbers": "/numbers",
        "numbers of a year": f"/numbers?{year}",
        "numbers of a unit": f"/numbers?{year}&unit={unit}",
        "numbers of a category": f"/numbers?{year}&category=EXT",
        "numbers of a grade": f"/numbers?{year}&grade=major",
        "numbers, where": "/numbers/spread",
        "numbers, where, of a year": f"/numbers/spread?{year}",
        "numbers, where, of a category": f"/numbers/spread?{year}&category=EXT",
        "numbers, rounds": "/numbers/rounds",
        "numbers, rounds of a year": f"/numbers/rounds?{year}",
        "numbers, rounds of a unit": f"/numbers/rounds?{year}&unit={unit}",
        "readings": "/numbers/readings",
        "readings of a place, a year": f"/numbers/readings?{year}&point={point}",
        "search a word": "/search?q=铅封",
        "search a number": "/search?q=YH-2026-00",
        "search a place": "/search?q=消防泵房",
        "search one letter": "/search?q=灯",
        "search in vain": "/search?q=不存在的",
        "search, hazards, page 5": "/search?q=铅封&kind=hazard&page=5",
        "search, records": "/search?q=现场情况正常&kind=inspection",
        "log": "/audit",
        "log of an act": "/audit?act=review.send_verdict",
        "log, refused": "/audit?outcome=refused",
        "log of a day": "/audit?from=2025-11-16&to=2025-11-16",
        "log, a name": f"/audit?q={place.names[4]}",
        "log, a record": f"/audit?q={record}",
        "log, search in vain": "/audit?q=不存在的",
        "person": f"/people/{place.people[3]}",
        "person, new": "/people/new",
        "people, search": "/people?q=王",
        "points": "/places/point",
        "points, search": "/places/point?q=泵房",
        "point": f"/places/point/{point}",
        "units": "/places/unit",
        "unit": f"/places/unit/{unit}",
        "buildings": "/places/building",
        "equipment": "/places/asset",
        "sites": "/places/sites",
        "site": f"/places/sites/{place.site}",
        "tags": "/places/tags",
        "import of units": "/import/unit",
        "papers": "/papers",
        "papers, forms": "/papers/forms",
        "papers of a list": "/papers/batch?list=/inspections?from%3D2026-11-16",
        "check of a paper": f"/v/{code_of(500)}",
        "messages": "/notifications",
        "messages, unread": "/notifications?show=unread",
        "message choices": "/notifications/choices",
        "channels": "/channels",
        "jobs": "/jobs",
        "access": "/access",
        "access to a place": f"/access?point={place.points[10]}",
        "letters": "/letters",
        "profile": "/profile",
        "phrases": "/phrases",
        "template": f"/templates/{form}",
        "tablet": f"/tablets/{place.device}",
        "before and after": f"/photos/compare/{history.photos.at_place(5)}/{history.photos.at_place(7)}",
    }


def deep(client: FlaskClient, pages: int) -> str:
    """Turn pages of the list of inspections as a person does; returns the address of the last one."""
    address = "/inspections"
    for _ in range(pages):
        text = client.get(address).get_data(as_text=True)
        links = [part.split('"')[0].replace("&amp;", "&") for part in text.split('href="')[1:]]
        address = next(link for link in links if "after=" in link and not _SETTING.search(link))
    return address


def open_office(grown: Grown, home: Path) -> FlaskClient:
    """Return a browser in which somebody of all fifty sites has signed in and chosen the large one."""
    config = Config(home=home, database_url=grown.url)
    app = create_app(config, clock=Still(), passwords=Passwords(memory_kib=8))
    client = app.test_client()
    client.environ_base["HTTP_ORIGIN"] = ORIGIN
    answer = client.post("/signin", data={"login": grown.login, "password": grown.password})
    if answer.status_code != 303:
        raise RuntimeError(f"signing in answered {answer.status_code}")
    client.get(f"/?site={grown.sites[0]}")
    return client


def figures(
    grown: Grown, times: int = TIMES, only: str = "", *, more: dict[str, str] | None = None
) -> Iterator[PageFigure]:
    """Open each page, and ``more``, once to warm up and then ``times`` times.

    Raises:
        RuntimeError: a page does not answer 200.
    """
    with TemporaryDirectory() as home:
        client = open_office(grown, Path(home))
        wanted = {**addresses(), **(more or {}), "inspections, page 50": deep(client, 49)}
        for name, address in wanted.items():
            if only in name:
                yield _figure(client, name, address, times)
        parts_of(client.application).engine.dispose()


def measure(grown: Grown, times: int = TIMES, *, more: dict[str, str] | None = None) -> list[PageFigure]:
    """Open every page; the slowest p95 is the figure of record."""
    return list(figures(grown, times, more=more))


def _figure(client: FlaskClient, name: str, address: str, times: int) -> PageFigure:
    taken_ms: list[float] = []
    begun_cpu_s = 0.0
    size_bytes = 0
    for turn in range(times + 1):
        begun_s = time.perf_counter()
        answer = client.get(address)
        size_bytes = len(answer.get_data())
        if answer.status_code != 200:
            raise RuntimeError(f"{address} answered {answer.status_code}")
        if turn:
            taken_ms.append((time.perf_counter() - begun_s) * 1000)
        else:
            begun_cpu_s = time.process_time()
    cpu_ms = (time.process_time() - begun_cpu_s) * 1000 / times
    slow = statistics.quantiles(taken_ms, n=20)[-1] if times > 1 else taken_ms[0]
    return PageFigure(name, statistics.median(taken_ms), slow, cpu_ms, size_bytes)


def main() -> int:
    """Print a table: ``python -m bench.growth.pages [sqlite|postgresql|estate] [TIMES] [ONLY]``."""
    kind, times, only = [*sys.argv[1:], *["sqlite", str(TIMES), ""][len(sys.argv) - 1 :]][:3]
    with ExitStack() as stack:
        more = None
        if kind == "estate":
            grown = make_estate()
            more = estate_addresses(History(grown.inspections, ESTATE))
        else:
            grown = make_server(KEPT / "rounds.db" if kind == "sqlite" else stack.enter_context(cluster(KEPT / "pg")))
        print(f"{kind:<50} {'p50 ms':>8} {'p95 ms':>8} {'cpu ms':>8} {'KB':>6}")
        for found in figures(grown, int(times), only, more=more):
            size = found.size_bytes // 1000
            print(f"{found.name:<50} {found.p50_ms:8.1f} {found.p95_ms:8.1f} {found.cpu_ms:8.1f} {size:6}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
