"""Photos: for whoever may see a record that names them, whole and small."""

import hashlib
import io
from dataclasses import replace

import pytest
from PIL import Image

from server.store.blob import store_whole
from shared.ids import Sha256
from shared.model.inspection import Inspection
from tests.builders import a_photo


def store_file(parts, estate, data):
    """Let the estate's record name a file that arrived like a photo."""
    name = Sha256(hashlib.sha256(data).hexdigest())
    mime = parts.blobs.put(name, data)
    with parts.store.writing() as tx:
        record = tx.get(Inspection, estate.record)
        tx.put(replace(record, photos=(*record.photos, a_photo(sha256=name, size_bytes=len(data)))))
        store_whole(tx, name, len(data), mime)
    return name


def test_a_photo_is_sent_as_it_was_taken_and_kept_by_the_browser(sign_in, estate, parts):
    answer = sign_in("quality").get(f"/photos/{estate.photo}", buffered=True)

    with parts.blobs.open(estate.photo) as file:
        assert answer.data == file.read()
    assert answer.mimetype == "image/jpeg"
    assert "immutable" in answer.headers["Cache-Control"]
    assert "private" in answer.headers["Cache-Control"]


def test_a_small_copy_is_made_once(sign_in, estate, parts):
    browser = sign_in("quality")

    first = browser.get(f"/photos/{estate.photo}/thumb", buffered=True)
    made = list((parts.config.home / "blobs" / "thumbs").rglob("*"))
    second = browser.get(f"/photos/{estate.photo}/thumb", buffered=True)

    with Image.open(io.BytesIO(first.data)) as image:
        assert image.size == (320, 240)
    assert first.data == second.data
    assert [path.suffix for path in made if path.is_file()] == [".jpg"]


def test_a_photo_still_on_its_tablet_is_not_found(sign_in):
    assert sign_in("quality").get(f"/photos/{'ab' * 32}").status_code == 404


def test_names_that_are_no_hash_are_not_found(sign_in):
    for name in ("x", "..%2f..%2frounds.db", "A" * 64):
        assert sign_in("quality").get(f"/photos/{name}").status_code == 404, name


@pytest.mark.parametrize("data", [b"just words", b"\xff\xd8\xff\xe0 cut off", b"%!PS-Adobe-3.0 EPSF-3.0\n"])
def test_what_is_no_picture_has_no_small_copy(sign_in, estate, parts, data):
    name = store_file(parts, estate, data)

    assert sign_in("quality").get(f"/photos/{name}/thumb").status_code == 404


def test_a_photo_of_a_record_is_for_those_who_read_records(sign_in, estate, parts):
    name = store_file(parts, estate, b"only the record names this")

    seen = {login: sign_in(login).get(f"/photos/{name}", buffered=True).status_code for login in ("quality", "desk")}

    assert seen == {"quality": 200, "desk": 404}
