"""The system's share sheet and its print dialog."""

from __future__ import annotations

import shutil
from pathlib import Path

from mobile.device.android.java import (
    ClipData,
    File,
    Intent,
    PackageManager,
    Parcelable,
    PdfPrint,
    SharedFiles,
    Uri,
    activity,
    as_a,
    context,
    on_window_thread,
    tolerated,
    words,
)
from mobile.device.share import room_for
from shared.errors import StoreError


class AndroidShare:
    """Implements ``Share``. Other apps read a copy in our cache folder, and only the one they were given."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def can_print(self) -> bool:
        return bool(context().getPackageManager().hasSystemFeature(PackageManager.FEATURE_PRINTING))

    def share(self, path: Path, mime: str, title: str) -> Path | None:
        copy: Uri = SharedFiles.uriOf(File(str(self._copy(path))))
        intent: Intent = Intent(Intent.ACTION_SEND)
        intent.setType(mime)
        intent.putExtra(Intent.EXTRA_STREAM, as_a(Parcelable, copy))
        intent.putExtra(Intent.EXTRA_SUBJECT, title)
        intent.setClipData(ClipData.newRawUri(words(title), copy))
        intent.addFlags(Intent.FLAG_GRANT_READ_URI_PERMISSION)
        with tolerated("sharing"):
            activity().startActivity(Intent.createChooser(intent, words(title)))
        return None

    def print(self, path: Path) -> None:
        if not self.can_print:
            raise StoreError(detail="this tablet cannot print")
        copy = self._copy(path)

        def open_dialog() -> None:
            with tolerated("printing"):
                PdfPrint.print(activity(), File(str(copy)))

        on_window_thread(open_dialog)

    def _copy(self, path: Path) -> Path:
        target = room_for(self.folder, path.name)
        try:
            shutil.copyfile(path, target)
        except OSError as error:
            raise StoreError(detail=str(error)) from error
        return target
