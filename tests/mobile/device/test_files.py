"""Photo files: thumbnails of photos that came from the server."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from mobile import actions
from mobile.device.files import PhotoFiles
from mobile.device.picture import LONGEST_THUMB_SIDE
from shared.ids import TemplateId
from tests.builders import POINT
from tests.mobile.scene import Scene


def fetched(root: Path, name: str, content: bytes) -> Path:
    path = root / "screen" / f"{name}.jpg"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def a_jpeg(width: int, height: int) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (width, height), "maroon").save(target, "JPEG")
    return target.getvalue()


def test_a_fetched_photo_gets_its_thumbnail_once(tmp_path: Path) -> None:
    fetched(tmp_path, "0f" * 32, a_jpeg(1600, 1200))
    files = PhotoFiles(tmp_path)

    first, second = files.make_missing_thumbs(), files.make_missing_thumbs()

    assert (first, second) == (1, 0)
    with Image.open(tmp_path / "thumb" / f"{'0f' * 32}.jpg") as thumb:
        assert max(thumb.size) == LONGEST_THUMB_SIDE


def test_a_file_that_is_no_picture_delays_no_other(tmp_path: Path) -> None:
    fetched(tmp_path, "00" * 32, b"not a picture")
    fetched(tmp_path, "ff" * 32, a_jpeg(40, 30))

    assert PhotoFiles(tmp_path).make_missing_thumbs() == 1


def test_a_thumbnail_that_is_being_made_is_not_swept_by_another_thread(scene: Scene) -> None:
    record = actions.start_round(scene.tablet, template=TemplateId("lmr-short"), point=POINT)
    row = scene.store.photo(scene.photo(record, "LMR_09"))
    thumb = scene.store.blob_path(row.sha256, "thumb")
    thumb.unlink()
    files = PhotoFiles(scene.store.files, lambda name: scene.store.sweep_files() if name.startswith("before") else None)

    assert files.make_missing_thumbs() == 1
    assert thumb.exists()
    assert list(scene.store.files.rglob("*.part")) == []
