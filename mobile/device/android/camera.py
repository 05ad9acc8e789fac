"""The camera: the tablet's own camera app writes the picture straight into our private folder.

The picture's row is stored before, and its file has the row's name. Is our process killed while the camera is open, the
next start finds the file (``actions.recover_photos``). The picture never comes into the gallery.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mobile.device.android.answers import Answers
from mobile.device.android.java import ClipData, File, Intent, MediaStore, Parcelable, SharedFiles, Uri, as_a, words
from mobile.device.android.permission import Permissions
from mobile.device.camera import Taken
from mobile.device.files import PhotoFiles
from mobile.device.permission import Wanted
from shared.ids import PhotoId


class AndroidCamera:
    """Implements ``Camera``. The app scans codes itself, so Android wants its camera permission here too."""

    def __init__(self, files: PhotoFiles, answers: Answers, permissions: Permissions) -> None:
        self.files = files
        self.answers = answers
        self.permissions = permissions

    def take(self, photo: PhotoId, done: Taken) -> None:
        """Open the camera app."""
        path = self.files.capture(photo)
        self.permissions.ask(Wanted.CAMERA, lambda may: self._open(path, done) if may else done(None))

    def _open(self, path: Path, done: Taken) -> None:
        target: Uri = SharedFiles.uriOf(File(str(path)))
        intent: Intent = Intent(MediaStore.ACTION_IMAGE_CAPTURE)
        intent.putExtra(MediaStore.EXTRA_OUTPUT, as_a(Parcelable, target))
        intent.setClipData(ClipData.newRawUri(words(""), target))  # the grant also reaches camera apps behind a chooser
        intent.addFlags(Intent.FLAG_GRANT_WRITE_URI_PERMISSION | Intent.FLAG_GRANT_READ_URI_PERMISSION)

        def answered(is_done: bool, _back: Any) -> None:
            has_picture = is_done and path.is_file() and path.stat().st_size > 0
            if not has_picture:
                path.unlink(missing_ok=True)
            done(path if has_picture else None)

        self.answers.ask(intent, answered)
