"""Photos: a hundred inspections with three of 200 KB each, and what one costs in all when its upload is cut half way."""

from __future__ import annotations

import base64
import hashlib
import random
import statistics
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import count
from pathlib import Path

from PIL import Image

from bench import floor, pouchdb, work
from bench.client import Client, Sending, Storm, plain, send_all, send_at_once
from bench.cut import Cutter, cutting
from bench.figure import Better, Bound, Goal, Row, spread_of
from bench.rounds import Bench, Side, median
from bench.served import Tablet, enrol, enrolment_code
from mobile.device.clock import SystemClock
from mobile.store.row import Enrolment, NewOp, PhotoRow, PhotoState
from mobile.store.sqlite import SqliteTabletStore
from mobile.worker import http
from shared.clock import Reading
from shared.ids import DeviceId, Epoch, OpId, PhotoId, Sha256
from shared.model.inspection import Photo
from shared.sync.request import Outcome
from shared.sync.session import drive, session
from shared.wire import encode_object

RECORDS = 100
EACH = 3
BYTES = 200_000
LANES = 2
"""On a quick link a tablet has two photos under way at once (``shared.sync.upload``); the peer, too, is sent two requests."""
PEER_BATCH = 10
"""Documents with 0.8 MB of base64 each go to the peer ten at a time: its server takes no hundred of them at once."""
CHUNK = {"Content-Type": "application/offset+octet-stream"}


def measure(bench: Bench) -> list[Row]:
    """Send 100 inspections with 300 photos of 200 KB: records first, then each photo as one upload, two at once."""
    ground = bench.ground()
    tablet = ground.tablets[0]
    pictures = [_picture(number) for number in range(RECORDS * EACH)]
    found = _with_pictures(tablet.device, pictures)
    batches = work.batches(found, RECORDS, device=tablet.device, epoch=tablet.epoch)
    pushes, uploads = tablet.pushes(batches), [_upload(content) for content in pictures]
    sources = []
    for number, content in enumerate(pictures):
        sources.append(bench.scratch / f"picture-{number}.jpg")
        sources[-1].write_bytes(content)

    def ours(folder: Path) -> float:
        with ground.served(folder) as server, server.client(tablet) as client:
            took, answers = send_all(client, pushes)
            if work.applied(plain(answers[0])) != RECORDS:
                raise RuntimeError("not every record was stored")
            sent = _in_lanes(lambda: server.client(tablet), uploads)
        return RECORDS / (took + sent.seconds)

    def copying(*, is_named_durably: bool) -> Side[float]:
        return lambda folder: RECORDS / floor.copy(sources, folder, is_named_durably=is_named_durably)

    sides = {"ours": ours, "floor": copying(is_named_durably=True), "bare": copying(is_named_durably=False)}
    peer = bench.pouch()
    if peer is not None:
        inline = _inline(found, pictures)

        def theirs(folder: Path) -> float:
            peer.database(folder.name)
            made = pouchdb.bulk(folder.name, inline, PEER_BATCH)
            sent = _in_lanes(peer.client, made)
            peer.drop(folder.name)
            if sum(pouchdb.stored(answer) for answer in sent.answers) != RECORDS:
                raise RuntimeError("the peer did not store every document")
            return RECORDS / sent.seconds

        sides["peer"] = theirs
        theirs(bench.scratch / "photos-warm")
    got = bench.interleave("photos", sides)
    for source in sources:
        source.unlink()
    rate = statistics.median(got["ours"])
    return [
        Row(
            "photos",
            "inspections/s",
            rate,
            Better.MORE,
            (Goal("of_floor", Bound.LEAST, 0.5), Goal("of_peer", Bound.LEAST, 2.0)),
            median(got["floor"]),
            median(got.get("peer")),
            {"mb_per_s": rate * EACH * BYTES / 1e6, "of_floor_without_names": rate / statistics.median(got["bare"])},
            spread_of(got["ours"]),
            f"{RECORDS} inspections with {EACH} photos of {BYTES // 1000} KB; all bytes durable before each answer, two at once",
        )
    ]


def _in_lanes(connect: Callable[[], Client], requests: list[Sending]) -> Storm:
    """Send requests over two connections, each its half in order.

    Raises:
        RuntimeError: one was refused.
    """
    sent = send_at_once([connect] * LANES, [requests[lane::LANES] for lane in range(LANES)])
    if sent.errors:
        raise RuntimeError(f"{len(sent.errors)} requests failed, the first: {sent.errors[0]}")
    return sent


def resume(bench: Bench) -> list[Row]:
    """Cut the upload of a photo at half of its bytes, let the tablet go on, and count what it sent in all."""
    ground = bench.ground()
    tries: list[float] = []
    numbers = count(1_000)

    def ours(folder: Path) -> float:
        with ground.served(folder) as server:
            tablet = enrol(server, enrolment_code(server.home), DeviceId(work.Ids(51).new()))
            with cutting(server.url) as cutter:
                _uploaded(cutter, tablet, folder, _picture(next(numbers)))
        tries.append(cutter.requests)
        return cutter.counted / BYTES

    used = bench.interleave("photo_resume", {"ours": ours})["ours"]
    return [
        Row(
            "photo_resume",
            "x its bytes",
            median(used),
            Better.LESS,
            (Goal("ours", Bound.MOST, 1.02),),
            floor=1.0,
            details={"requests": median(tries)},
            spread=spread_of(used),
            note=f"a photo of {BYTES // 1000} KB, connection cut at half of it; every byte of its requests, headers included",
        )
    ]


def _uploaded(cutter: Cutter, tablet: Tablet, folder: Path, content: bytes) -> None:
    """Send one finished record with one photo by the tablet's own core, in as many sessions as it takes.

    Raises:
        RuntimeError: the photo did not arrive.
    """
    home = folder / "tablet"
    store = SqliteTabletStore(home / "tablet.db", home / "photos")
    who = Enrolment(
        cutter.url, DeviceId(tablet.device), "量", work.SITE.id, "龙山国际", work.PERSON.id, "王建国", tablet.token
    )
    store.enrol(who, Epoch(tablet.epoch))
    _queue(store, tablet.device, content)
    cutter.watch(hashlib.sha256(content).hexdigest(), cut_at=BYTES // 2)
    reports = []
    for _ in range(4):
        carrier = http(who)
        reports.append(drive(session(store, SystemClock(), work.APP), carrier.carry))
        carrier.close()
        if reports[-1].outcome is Outcome.DONE and reports[-1].photos_sent:
            break
    store.close()
    if not cutter.is_cut or not sum(report.photos_sent for report in reports):
        raise RuntimeError(f"the photo did not arrive after its cut: {reports}")


def _queue(store: SqliteTabletStore, device: str, content: bytes) -> None:
    """Put a finished record with one photo on a tablet, as its actions leave it."""
    ids = work.Ids(61)
    record = next(work.inspections(1, device=device, seed=62))
    photo = _photo(ids, content, record.started_at)
    whole = work.with_photos(record, [photo])
    shown = whole.photos[0]
    row = PhotoRow(photo.id, record.id, shown.item, None, PhotoState.PENDING, record.started_at)
    path = store.files / "screen" / f"{photo.sha256}.jpg"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    ready = replace(row, state=PhotoState.READY, sha256=photo.sha256, size_bytes=BYTES, width=640, height=480)
    op = NewOp(OpId(ids.new()), "inspection.put", work.PERSON.id, record.started_at, encode_object(whole), record.id)
    with store.transaction():
        store.add_photo(row)
        store.change_photo(ready)
        store.add_op(op)
        store.send_photos(record.id)


def _with_pictures(device: str, pictures: list[bytes]) -> list[work.Body]:
    ids = work.Ids(71)
    made = []
    for number, record in enumerate(work.inspections(RECORDS, device=device)):
        mine = pictures[number * EACH : (number + 1) * EACH]
        made.append(work.with_photos(record, [_photo(ids, content, record.started_at) for content in mine]))
    return work.bodies(iter(made))


def _photo(ids: work.Ids, content: bytes, taken_at: Reading) -> Photo:
    name = Sha256(hashlib.sha256(content).hexdigest())
    return Photo(PhotoId(ids.new()), name, len(content), taken_at, width=640, height=480)


def _upload(content: bytes) -> Sending:
    name = hashlib.sha256(content).hexdigest()
    size = str(len(content))
    return Sending("PATCH", f"/v1/blobs/{name}", content, {**CHUNK, "Upload-Offset": "0", "Upload-Length": size})


def _inline(found: list[work.Body], pictures: list[bytes]) -> list[work.Body]:
    """Put the photos into the documents, as PouchDB's inline attachments."""
    made = []
    for number, body in enumerate(found):
        mine = pictures[number * EACH : (number + 1) * EACH]
        attached = {
            f"{at}.jpg": {"content_type": "image/jpeg", "data": base64.b64encode(content).decode()}
            for at, content in enumerate(mine)
        }
        made.append({**body, "_attachments": attached})
    return made


def _picture(number: int) -> bytes:
    """Return a JPEG of exactly 200 KB like no other: random bytes in comments behind the first marker."""
    plain_jpeg = _jpeg()
    drawn = random.Random(number)
    left = BYTES - len(plain_jpeg)
    comments = bytearray()
    while left > 0:
        size = min(left, 65_000)
        if 0 < left - size < 4:  # a comment takes four bytes at least
            size -= 4
        comments += b"\xff\xfe" + (size - 2).to_bytes(2, "big") + drawn.randbytes(size - 4)
        left -= size
    return plain_jpeg[:2] + bytes(comments) + plain_jpeg[2:]


@cache
def _jpeg() -> bytes:
    out = BytesIO()
    Image.frombytes("RGB", (640, 480), random.Random(1).randbytes(640 * 480 * 3)).save(out, "JPEG", quality=20)
    return out.getvalue()
