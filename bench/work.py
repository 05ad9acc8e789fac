"""The work of every figure: finished inspections of 40 answers, about 3 KB of Chinese JSON each, as a tablet sends them.

The form is one that ships (``fire-monthly``); results, readings and remarks are drawn from a fixed seed, the words
from the catalogue's own texts. Answers carry no time of their own, so that a record has the 3 KB that the figures are
named for; ``with_times`` gives them one, as the app does, and doubles its size.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import accumulate
from pathlib import Path

from mobile.transport import GZIP_LEVEL
from server.xlsform import read_catalogue
from shared.clock import Reading
from shared.ids import DeviceId, Epoch, InspectionId, OpId, PersonId, PointId, RuleId, SiteId, TemplateId, uuid7
from shared.model.inspection import Answer, Inspection, Photo, Result, Signature, Status, TaskRef
from shared.model.place import Person, Point, PointKind, Role, Site, Text
from shared.model.template import Item, ItemKind, Template
from shared.sync.messages import DeviceHealth, Op, Push
from shared.wire import decode, dumps, encode, encode_object

CATALOGUE = Path(__file__).resolve().parents[1] / "server" / "catalogue"
FORM = TemplateId("fire-monthly")
ANSWERS = 40
BEGAN = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
APP = "0.1.0"
_DECIDED = (ItemKind.PASS_FAIL, ItemKind.NUMBER, ItemKind.COUNT, ItemKind.CHOICE, ItemKind.TEXT)
_CLAUSE = re.compile(r"[一-鿿]+")

Body = dict[str, object]


class Ids:
    """Draws ids from a seed: the same work in each run."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._made = 0

    def new(self) -> str:
        """Return the next UUIDv7, some seconds after the last one."""
        self._made += 1
        return uuid7(1_764_000_000_000 + self._made * 41_371, self._random.randbytes(10))


SITE = Site(SiteId(Ids(1).new()), Text("龙山国际", "Longshan International"), "龙")
PERSON = Person(PersonId(Ids(2).new()), SITE.id, "王建国", (Role.PATROLLER, Role.MAINTENANCE_KEEPER, Role.INSPECTOR))
_POINT_IDS = Ids(3)
POINTS = tuple(
    Point(
        PointId(_POINT_IDS.new()),
        SITE.id,
        None,
        Text(f"{block} 栋公共走道", f"Corridors of block {block}"),
        f"LS-{block}-ZD01",
        PointKind.CORRIDOR,
        tag=f"LS-{block}-ZD01",
    )
    for block in ("A1", "A2", "A3", "B1", "B2", "C1", "C2", "D1")
)
_RULES = tuple(RuleId(Ids(4 + n).new()) for n in range(6))


@cache
def form() -> Template:
    """Return the form that the records answer."""
    return next(found.template for found in read_catalogue(CATALOGUE) if found.template.id == FORM)


def inspections(count: int, *, device: str, seed: int = 20261123) -> Iterator[Inspection]:
    """Yield that many finished records of one tablet, always the same for the same seed."""
    drawn, ids = random.Random(seed), Ids(seed)
    items = [item for item in form().items if item.kind in _DECIDED][:ANSWERS]
    for number in range(count):
        began = BEGAN + timedelta(minutes=11 * number, seconds=drawn.randrange(600), milliseconds=drawn.randrange(1000))
        ended = began + timedelta(seconds=drawn.randrange(240, 1500), milliseconds=drawn.randrange(1000))
        author = Signature("inspector", PERSON.name, _reading(ended), PERSON.id)
        yield Inspection(
            id=InspectionId(ids.new()),
            site=SITE.id,
            template=FORM,
            template_version=form().version,
            point=drawn.choice(POINTS).id,
            author=PERSON.id,
            device=DeviceId(device),
            started_at=_reading(began),
            ended_at=_reading(ended),
            status=Status.FINAL,
            answers=tuple(_answer(item, drawn) for item in items),
            signatures=(author,),
            task=TaskRef(drawn.choice(_RULES), began.date()),
            start_mode=drawn.choice(("scan", "scan", "scan", "typed", "manual")),
            conclusion=_sentence(drawn, 2, 4),
        )


def with_times(record: Inspection) -> Inspection:
    """Give each answer the moment of its tap, as the app does."""
    answers = (
        replace(answer, at=_reading(record.started_at.wall + timedelta(seconds=7 * number, milliseconds=37 * number)))
        for number, answer in enumerate(record.answers)
    )
    return replace(record, answers=tuple(answers))


def with_photos(record: Inspection, photos: Sequence[Photo]) -> Inspection:
    """Hang photos on the first answers of a record, one on each."""
    shown = {
        number: replace(photo, item=record.answers[number].item, taken_at=record.started_at)
        for number, photo in enumerate(photos)
    }
    answers = (
        replace(answer, photos=(shown[number].id,)) if number in shown else answer
        for number, answer in enumerate(record.answers)
    )
    return replace(record, answers=tuple(answers), photos=tuple(shown.values()))


def bodies(records: Iterator[Inspection]) -> list[Body]:
    """Write records as they travel."""
    return [encode_object(record) for record in records]


@dataclass(frozen=True, slots=True)
class Batch:
    """One push and its packed request body."""

    message: Push
    packed: bytes


def batches(found: Sequence[Body], size: int, *, device: str, epoch: str, seed: int = 7) -> list[Batch]:
    """Write pushes of ``size`` operations each, as a tablet would."""
    ids = Ids(seed)
    made = []
    for first in range(0, len(found), size):
        ops = tuple(
            Op(OpId(ids.new()), first + n + 1, PERSON.id, "inspection.put", _made(body), body)
            for n, body in enumerate(found[first : first + size])
        )
        health = DeviceHealth(len(found) - first, 0, ops[0].at.wall, 0, 71, 9_412_866_048)
        sent = _reading(ops[-1].at.wall + timedelta(minutes=3, milliseconds=417))
        message = Push(DeviceId(device), APP, Epoch(epoch), sent, ops, health, brief=True)
        made.append(Batch(message, pack(dumps(encode(message)).encode())))
    return made


def pack(plain: bytes) -> bytes:
    """Pack as the tablet does."""
    return gzip.compress(plain, compresslevel=GZIP_LEVEL, mtime=0)


def size_of(found: Sequence[Body]) -> float:
    """Return the mean size of records in bytes of JSON."""
    return sum(len(dumps(body).encode()) for body in found) / len(found)


def applied(answer: bytes) -> int:
    """Count the operations that an answer of a push says were applied."""
    results = json.loads(answer)["results"]
    return sum(result["status"] == "applied" for result in results)


def _made(body: Body) -> Reading:
    """A record is queued at the moment that it was finished at."""
    return decode(Reading, body["ended_at"])


def _reading(wall: datetime) -> Reading:
    return Reading(
        wall, "7c1f9a52-3b0e-4f4d-9a8e-0d7c51c2b6aa", 5_123_345 + round((wall - BEGAN).total_seconds() * 1e3)
    )


def _answer(item: Item, drawn: random.Random) -> Answer:
    note = _sentence(drawn, 1, 3) if drawn.random() < 0.18 else ""
    if item.kind is ItemKind.PASS_FAIL:
        result = drawn.choices((Result.PASS, Result.FAIL, Result.NA, Result.NOT_CHECKED), (88, 5, 5, 2))[0]
        action = _sentence(drawn, 1, 2) if result is Result.FAIL else ""
        reason = _sentence(drawn, 1, 1) if result in (Result.NA, Result.NOT_CHECKED) else ""
        return Answer(item.name, result=result, note=note, action=action, reason=reason)
    if item.kind is ItemKind.TEXT:
        return Answer(item.name, value=_sentence(drawn, 1, 1))
    if item.kind is ItemKind.CHOICE:
        return Answer(item.name, value=drawn.choice(item.choices).name, note=note)
    if item.kind is ItemKind.COUNT:
        return Answer(item.name, value=drawn.randrange(40), note=note)
    return Answer(item.name, value=round(drawn.uniform(0, 60), 1), note=note)


def _sentence(drawn: random.Random, fewest: int, most: int) -> str:
    clauses = (
        "".join(drawn.choices(_WORDS, cum_weights=_OFTEN, k=drawn.randint(2, 6)))
        for _ in range(drawn.randint(fewest, most))
    )
    return "，".join(clauses) + "。"


def _vocabulary() -> Counter[str]:
    """Cut the Chinese of every form that ships into words of two characters, and count them.

    Drawn by these counts one after the other they make no sense, and so pack a little worse than what people write.
    """
    texts = (text for path in sorted(CATALOGUE.glob("*.csv")) for text in _CLAUSE.findall(path.read_text("utf-8-sig")))
    return Counter(text[at : at + 2] for text in texts for at in range(0, len(text), 2))


_COUNTS = _vocabulary()
_WORDS, _OFTEN = tuple(_COUNTS), tuple(accumulate(_COUNTS.values()))
