"""Photos and voice notes: the row before the camera opens, the bytes on disk under their hash, the row again; a kill loses nothing.

``finish_photo``, ``retry_photos`` and ``recover_photos`` re-encode and belong on a worker thread. A camera's file is kept
until a photo was made of it: one that met a full disk is tried again, one that is not understood stays where it lies. A
voice note goes the same way with the recorder for a camera; a recording that was cut off is lost, and only that.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from mobile.actions.tablet import Tablet
from mobile.device import files
from mobile.device.files import Kept
from mobile.device.picture import Picture, shrink
from mobile.device.voice import whole_voice
from mobile.store.row import PhotoRow, PhotoState
from shared.clock import Reading
from shared.errors import (
    AlreadyFinalError,
    DiskFullError,
    EvidenceMissingError,
    HandedOverError,
    RuleError,
    StoreError,
    UnknownRecordError,
)
from shared.ids import AssetId, InspectionId, PhotoId
from shared.model.inspection import VOICE, Status
from shared.model.mark import MOST_MARKS, Mark

LONGEST_CAPTURE = timedelta(hours=1)
"""So long may a camera app stay open in front of ours, whatever becomes of us meanwhile."""
NO_SPACE, UNREADABLE = "no-space", "unreadable"
NOT_NOW = (RuleError, UnknownRecordError, AlreadyFinalError, StoreError)
"""What may stop one photo from being kept; none of it stops the start of the app or the photos after it."""


def begin_photo(tablet: Tablet, record: str, item: str = "", per: AssetId | None = None, role: str = "") -> PhotoId:
    """Note that a photo is about to be taken for a draft record or form, and where the camera is to write it.

    ``role`` AFTER says that it shows what was put right on the spot, VOICE that it is spoken.

    Raises:
        UnknownRecordError: there is no such draft.
        AlreadyFinalError: the record is finished.
        DiskFullError: what space is left is kept for answers, and nothing on this tablet may leave it yet.
    """
    _refuse_without_space(tablet)
    photo = PhotoId(tablet.ids.new())
    with tablet.store.transaction():
        _refuse_unless_open(tablet, record)
        source = str(tablet.files.capture(photo, files.VOICE if role == VOICE else files.PICTURE))
        begun = PhotoRow(photo, record, item, per, PhotoState.PENDING, tablet.clock.read(), source=source, role=role)
        tablet.store.add_photo(replace(begun, place=tablet.locate()))
    return photo


def finish_photo(tablet: Tablet, photo: PhotoId, source: Path | None = None) -> PhotoRow:
    """Keep what the camera wrote: upright, at most 2048 px, under the hash of its bytes; then the row says so.

    A voice note is kept as it was recorded.

    ``source`` is given when the picture lies elsewhere than asked for. Doing it again changes nothing.

    Raises:
        UnknownRecordError: no such photo was begun.
        EvidenceMissingError: the file is no complete picture; the photo is dropped, the camera's file stays.
        DiskFullError: there is no space; the camera's file stays, and ``retry_photos`` tries again.
    """
    row = _row(tablet, photo)
    if row.state is not PhotoState.PENDING:
        return row
    if source is not None and str(source) != row.source:
        row = replace(row, source=str(source))
        with tablet.store.transaction():  # a kill from here on finds the picture again
            tablet.store.change_photo(row)
    try:
        return _keep(tablet, row)
    except EvidenceMissingError:
        _note_trouble(tablet, replace(row, state=PhotoState.DROPPED, trouble=UNREADABLE))
        raise
    except DiskFullError:
        with suppress(DiskFullError):  # the database may have no room either; the row waits all the same
            _note_trouble(tablet, replace(row, trouble=NO_SPACE))
        raise


def drop_photo(tablet: Tablet, photo: PhotoId) -> None:
    """Take a photo off its draft; ``restore_photo`` brings it back.

    Raises:
        UnknownRecordError: no such photo was begun, or its draft is gone.
        AlreadyFinalError: its record is finished.
    """
    with tablet.store.transaction():
        row = _row(tablet, photo)
        _refuse_unless_open(tablet, row.record)
        tablet.store.change_photo(replace(row, state=PhotoState.DROPPED, trouble=""))


def mark_photo(tablet: Tablet, photo: PhotoId, marks: tuple[Mark, ...]) -> None:
    """Set what is drawn on a photo of a draft, from the lowest up; the picture itself stays as it was taken.

    Raises:
        UnknownRecordError: no such photo was begun, or its draft is gone.
        AlreadyFinalError: its record is finished.
        RuleError: more than ``MOST_MARKS``.
    """
    if len(marks) > MOST_MARKS:
        raise RuleError(most=MOST_MARKS)
    with tablet.store.transaction():
        row = _row(tablet, photo)
        _refuse_unless_open(tablet, row.record)
        tablet.store.put_marks(photo, marks)


def restore_photo(tablet: Tablet, photo: PhotoId) -> None:
    """Undo ``drop_photo``."""
    with tablet.store.transaction():
        row = _row(tablet, photo)
        _refuse_unless_open(tablet, row.record)
        if row.state is PhotoState.DROPPED:
            state = PhotoState.READY if row.sha256 else PhotoState.PENDING
            tablet.store.change_photo(replace(row, state=state))


def recover_photos(tablet: Tablet) -> tuple[PhotoId, ...]:
    """Finish what a killed app left: keep pictures that a camera wrote, drop what no camera will write any more.

    For the start of the app, on the thread that also finishes photos. Files that a kill left without a row go; pictures
    that an earlier app did not understand are tried once more. Returns the photos that were kept.
    """
    kept: list[PhotoId] = []
    for row in tablet.store.pending_photos():
        if row.source and Path(row.source).is_file():
            kept += _finished(tablet, row.id)
        elif row.is_voice or _age(row.begun_at, tablet.clock.read()) >= LONGEST_CAPTURE:
            with tablet.store.transaction():
                tablet.store.change_photo(replace(row, state=PhotoState.DROPPED, trouble=""))
    kept += [row.id for row in tablet.store.troubled_photos() if _is_understood_now(tablet, row)]
    tablet.store.sweep_files()
    _sweep_captures(tablet)
    return tuple(kept)


def recover_voices(tablet: Tablet) -> int:
    """Keep the recordings that a killed app left whole; return how many were cut off before their end and are lost.

    For the start of the app, before ``recover_photos`` and anything is recorded.
    """
    lost = 0
    for row in tablet.store.pending_photos():
        if not row.is_voice:
            continue
        if not _finished(tablet, row.id) and not _waits(tablet, row.id):
            lost += 1
            with tablet.store.transaction():
                tablet.store.change_photo(replace(row, state=PhotoState.DROPPED, trouble=""))
            tablet.files.forget_capture(Path(row.source))
    return lost


def _waits(tablet: Tablet, photo: PhotoId) -> bool:
    """Tell whether a photo is still to be made: its disk was full."""
    return _row(tablet, photo).state is PhotoState.PENDING


def _age(begun: Reading, now: Reading) -> timedelta:
    """Return how long ago a camera was opened, whatever the wall clock was set to meanwhile.

    After a restart only the wall clock is left; how far it is off counts, whichever way.
    """
    if begun.boot == now.boot and begun.boottime_ms <= now.boottime_ms:
        return timedelta(milliseconds=now.boottime_ms - begun.boottime_ms)
    return abs(now.wall - begun.wall)


def retry_photos(tablet: Tablet) -> tuple[PhotoId, ...]:
    """Keep the pictures that met a full disk, once there is space again; return those that were kept.

    For the thread that finishes photos; does nothing but ask when there is nothing to do.
    """
    waiting = [row for row in tablet.store.troubled_photos() if row.trouble == NO_SPACE]
    if not waiting or tablet.files.missing_bytes():
        return ()
    return tuple(photo for row in waiting for photo in _finished(tablet, row.id))


def _keep(tablet: Tablet, row: PhotoRow) -> PhotoRow:
    """Put the bytes on disk, then say so in the row, then let the camera's file go."""
    if row.is_voice:
        return _keep_voice(tablet, row)
    picture = shrink(Path(row.source))
    kept = tablet.files.keep(picture)
    ready = _made(row, picture, kept)
    with tablet.store.transaction():
        now = _row(tablet, row.id)
        if now.state is not row.state:  # dropped while it was being made small
            return now
        tablet.files.keep_on(picture, kept)
        tablet.store.change_photo(ready)
    tablet.files.forget_capture(Path(row.source))
    return _row(tablet, row.id)


def _keep_voice(tablet: Tablet, row: PhotoRow) -> PhotoRow:
    content, seconds = whole_voice(Path(row.source))
    sha256 = tablet.files.keep_voice(content)
    ready = replace(
        row,
        state=PhotoState.READY,
        sha256=sha256,
        size_bytes=len(content),
        seconds=seconds,
        source="",
        trouble="",
    )
    with tablet.store.transaction():
        now = _row(tablet, row.id)
        if now.state is not row.state:  # dropped while it was being kept
            return now
        tablet.files.keep_voice(content)
        tablet.store.change_photo(ready)
    tablet.files.forget_capture(Path(row.source))
    return _row(tablet, row.id)


def _made(row: PhotoRow, picture: Picture, kept: Kept) -> PhotoRow:
    return replace(
        row,
        state=PhotoState.READY,
        sha256=kept.sha256,
        thumb=kept.thumb,
        camera=picture.camera,
        size_bytes=len(picture.jpeg),
        width=picture.width,
        height=picture.height,
        source="",
        trouble="",
    )


def _note_trouble(tablet: Tablet, row: PhotoRow) -> None:
    with tablet.store.transaction():
        if _row(tablet, row.id).state is PhotoState.PENDING:
            tablet.store.change_photo(row)


def _finished(tablet: Tablet, photo: PhotoId) -> tuple[PhotoId, ...]:
    with suppress(*NOT_NOW):
        if finish_photo(tablet, photo).state is PhotoState.READY:
            return (photo,)
    return ()


def _is_understood_now(tablet: Tablet, row: PhotoRow) -> bool:
    """Try a picture again that an earlier app could not read, if its record is still open."""
    if row.trouble != UNREADABLE or not row.source or not Path(row.source).is_file():
        return False
    with suppress(*NOT_NOW):
        _refuse_unless_open(tablet, row.record)
        return _keep(tablet, row).state is PhotoState.READY
    return False


def _sweep_captures(tablet: Tablet) -> None:
    rows = [row for photo in tablet.files.captured() if (row := tablet.store.photo(photo)) is not None]
    done = {row.id for row in rows if row.state is PhotoState.READY}
    tablet.files.sweep_captures(done, {row.id for row in rows}, tablet.clock.read().wall)


def _refuse_without_space(tablet: Tablet) -> None:
    """A full disk refuses photos before it refuses answers; what is safe on the server makes room first."""
    missing = tablet.files.missing_bytes()
    if missing and tablet.store.release_photos(missing) < missing:
        raise DiskFullError(free_bytes=tablet.files.free_bytes())


def _row(tablet: Tablet, photo: PhotoId) -> PhotoRow:
    row = tablet.store.photo(photo)
    if row is None:
        raise UnknownRecordError(kind="photo", id=photo)
    return row


def _refuse_unless_open(tablet: Tablet, record: str) -> None:
    store = tablet.store
    head = store.head(InspectionId(record))
    if head is not None and head.is_own:
        if head.status is Status.FINAL:
            raise AlreadyFinalError(id=record)
        if store.given(head.id) is not None:
            raise HandedOverError(id=record)
        return
    if not store.has_sheet(record):
        raise UnknownRecordError(kind="draft", id=record)
