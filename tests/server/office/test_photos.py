"""Photos: for whoever may see a record that names them, whole and small."""

import io

from PIL import Image


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
    made = list((parts.config.home / "thumbs").rglob("*"))
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
