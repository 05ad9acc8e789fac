"""Photos: the row before the camera opens, the bytes on disk under their hash, the row again; a kill loses nothing.

``finish_photo`` re-encodes and belongs on a worker thread.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from mobile.actions.tablet import Tablet
from mobile.device.picture import shrink
from mobile.store.row import PhotoRow, PhotoState
from shared.errors import AlreadyFinalError, EvidenceMissingError, UnknownRecordError
from shared.ids import AssetId, HazardId, InspectionId, NoteId, PhotoId, RecheckId
from shared.model.inspection import Status

LONGEST_CAPTURE = timedelta(hours=1)
"""So long may a camera app stay open in front of ours, whatever becomes of us meanwhile."""


def begin_photo(tablet: Tablet, record: str, item: str = "", per: AssetId | None = None) -> PhotoId:
    """Note that a photo is about to be taken for a draft record or form, and where the camera is to write it.

    Raises:
        UnknownRecordError: there is no such draft.
        AlreadyFinalError: the record is finished.
    """
    photo = PhotoId(tablet.ids.new())
    with tablet.store.transaction():
        _refuse_unless_open(tablet, record)
        source = str(tablet.files.capture(photo))
        tablet.store.add_photo(
            PhotoRow(photo, record, item, per, PhotoState.PENDING, tablet.clock.read(), source=source)
        )
    return photo


def finish_photo(tablet: Tablet, photo: PhotoId, source: Path | None = None) -> PhotoRow:
    """Keep what the camera wrote: upright, at most 2048 px, under the hash of its bytes; then the row says so.

    ``source`` is given when the picture lies elsewhere than asked for. Doing it again changes nothing.

    Raises:
        UnknownRecordError: no such photo was begun.
        EvidenceMissingError: the file is no complete picture; the photo is dropped.
        DiskFullError: there is no space; the camera's file stays for another try.
    """
    row = _row(tablet, photo)
    if row.state is not PhotoState.PENDING:
        return row
    if source is not None and str(source) != row.source:
        row = replace(row, source=str(source))
        with tablet.store.transaction():  # a kill from here on finds the picture again
            tablet.store.change_photo(row)
    try:
        picture = shrink(Path(row.source))
    except EvidenceMissingError:
        drop_photo(tablet, photo)
        raise
    sha256 = tablet.files.keep(picture)
    ready = replace(
        row,
        state=PhotoState.READY,
        sha256=sha256,
        size_bytes=len(picture.jpeg),
        width=picture.width,
        height=picture.height,
        source="",
    )
    with tablet.store.transaction():
        if _row(tablet, photo).state is not PhotoState.PENDING:  # dropped while it was being made small
            return _row(tablet, photo)
        tablet.store.change_photo(ready)
    tablet.files.forget_capture(Path(row.source))
    return ready


def drop_photo(tablet: Tablet, photo: PhotoId) -> None:
    """Take a photo off its draft; ``restore_photo`` brings it back.

    Raises:
        UnknownRecordError: no such photo was begun, or its draft is gone.
        AlreadyFinalError: its record is finished.
    """
    with tablet.store.transaction():
        row = _row(tablet, photo)
        _refuse_unless_open(tablet, row.record)
        tablet.store.change_photo(replace(row, state=PhotoState.DROPPED))


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

    For the start of the app, on the thread that also finishes photos. Files that a kill left without a row go.
    Returns the photos that were kept.
    """
    kept: list[PhotoId] = []
    for row in tablet.store.pending_photos():
        if row.source and Path(row.source).is_file():
            with suppress(EvidenceMissingError, UnknownRecordError, AlreadyFinalError):
                finish_photo(tablet, row.id)
                kept.append(row.id)
        elif not timedelta(0) <= tablet.clock.read().wall - row.begun_at.wall < LONGEST_CAPTURE:
            with tablet.store.transaction():
                tablet.store.change_photo(replace(row, state=PhotoState.DROPPED))
    tablet.store.sweep_files()
    return tuple(kept)


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
        return
    forms = (store.recheck_draft(RecheckId(record)), store.hazard_draft(HazardId(record)))
    if not any(forms) and store.note_draft(NoteId(record)) is None:
        raise UnknownRecordError(kind="draft", id=record)
