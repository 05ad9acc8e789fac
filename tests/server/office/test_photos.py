"""Photos: for whoever may see a record that names them, whole and small."""

import hashlib
import io
from dataclasses import replace

import pytest
from PIL import Image

from server.store.blob import store_whole
from shared.ids import PhotoId, Sha256
from shared.model.inspection import VOICE, Inspection
from shared.model.mark import Ink, Mark, MarkKind
from tests.builders import a_photo, a_reading, an_id
from tests.voices import a_voice


def store_file(parts, estate, data):
    """Let the estate's record name a file that arrived like a photo."""
    name = Sha256(hashlib.sha256(data).hexdigest())
    mime = parts.blobs.put(name, data)
    with parts.store.writing() as tx:
        record = tx.get(Inspection, estate.record)
        tx.put(replace(record, photos=(*record.photos, a_photo(sha256=name, size_bytes=len(data)))))
        store_whole(tx, name, len(data), mime)
    return name


def arrive(parts, data):
    """Let a file arrive that no record names yet."""
    name = Sha256(hashlib.sha256(data).hexdigest())
    with parts.store.writing() as tx:
        store_whole(tx, name, len(data), parts.blobs.put(name, data))
    return name


def add_photos(parts, record, *photos):
    with parts.store.writing() as tx:
        found = tx.get(Inspection, record)
        tx.put(replace(found, photos=(*found.photos, *photos)))


def a_small_picture():
    buffer = io.BytesIO()
    Image.new("RGB", (320, 240), "maroon").save(buffer, "JPEG")
    return buffer.getvalue()


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


@pytest.mark.parametrize("left", [lambda _: b"", lambda jpeg: jpeg[:-100] + bytes(100)], ids=["empty", "zeros"])
def test_a_small_copy_that_a_power_cut_tore_is_made_anew(sign_in, estate, parts, left):
    browser = sign_in("quality")
    whole = browser.get(f"/photos/{estate.photo}/thumb", buffered=True).data
    parts.blobs.keep_thumb(estate.photo, left(whole))

    again = browser.get(f"/photos/{estate.photo}/thumb", buffered=True).data

    assert again == whole
    assert parts.blobs.thumb(estate.photo) == whole


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


def test_the_tablets_small_copy_is_shown_until_the_photo_itself_arrives(sign_in, estate, parts):
    small = arrive(parts, a_small_picture())
    add_photos(parts, estate.record, a_photo(id=PhotoId(an_id(0x771)), sha256=Sha256("a9" * 32), thumb=small))
    browser = sign_in("quality")

    page = browser.get(f"/inspections/{estate.record}").get_data(as_text=True)

    assert f'src="/photos/{small}"' in page
    assert "原图未到" in page
    assert browser.get(f"/photos/{small}", buffered=True).data == a_small_picture()
    assert "1/3 张已到服务器" in page  # small copies are not counted
    assert "1/3</span>" in browser.get("/inspections").get_data(as_text=True)


def test_a_small_copy_is_for_those_who_may_see_its_record(sign_in, estate, parts):
    small = arrive(parts, a_small_picture())
    add_photos(parts, estate.record, a_photo(id=PhotoId(an_id(0x771)), sha256=Sha256("a9" * 32), thumb=small))

    seen = {login: sign_in(login).get(f"/photos/{small}", buffered=True).status_code for login in ("quality", "desk")}

    assert seen == {"quality": 200, "desk": 404}


def test_the_tablets_own_small_copy_is_not_made_again(sign_in, estate, parts):
    small, large = arrive(parts, a_small_picture()), arrive(parts, b"whatever the photo itself is")
    add_photos(parts, estate.record, a_photo(id=PhotoId(an_id(0x771)), sha256=large, thumb=small))

    page = sign_in("quality").get(f"/inspections/{estate.record}").get_data(as_text=True)

    assert f'src="/photos/{small}"' in page
    assert f'src="/photos/{large}/thumb"' not in page


SAME = Sha256("cd" * 32)
CAMERA = Sha256("ef" * 32)


@pytest.mark.parametrize("known_by", ["its bytes", "the camera's file"])
def test_a_picture_that_another_record_uses_too_is_flagged(sign_in, estate, parts, known_by):
    one = a_photo(id=PhotoId(an_id(0x771)), sha256=SAME, camera=CAMERA)
    later = replace(one, id=PhotoId(an_id(0x772)), taken_at=a_reading(minutes=7))
    if known_by == "the camera's file":
        later = replace(later, sha256=Sha256("12" * 32))
    add_photos(parts, estate.record, one)
    add_photos(parts, estate.accepted, later)

    page = sign_in("quality").get(f"/inspections/{estate.record}").get_data(as_text=True)

    assert "有 1 张照片在别处用过" in page
    assert f'href="/inspections/{estate.accepted}"' in page
    assert "别处用过</span>" in page


def test_a_picture_used_twice_in_one_record_is_flagged(sign_in, estate, parts):
    one = a_photo(id=PhotoId(an_id(0x771)), sha256=SAME)
    add_photos(parts, estate.record, one, replace(one, id=PhotoId(an_id(0x772)), taken_at=a_reading(minutes=7)))

    page = sign_in("quality").get(f"/inspections/{estate.record}").get_data(as_text=True)

    assert "有 2 张照片在别处用过" in page
    assert "和本记录" in page


def test_a_photo_that_was_taken_over_is_no_second_use(sign_in, estate, parts):
    one = a_photo(id=PhotoId(an_id(0x771)), sha256=SAME)
    add_photos(parts, estate.record, one)
    add_photos(parts, estate.accepted, replace(one, id=PhotoId(an_id(0x772))))

    page = sign_in("quality").get(f"/inspections/{estate.record}").get_data(as_text=True)

    assert "在别处用过" not in page


def test_what_was_drawn_on_a_photo_lies_over_it(sign_in, estate, parts):
    marks = (
        Mark(MarkKind.ARROW, ((0.1, 0.2), (0.5, 0.6))),
        Mark(MarkKind.CIRCLE, ((0.2, 0.2), (0.8, 0.8)), Ink.BLUE),
        Mark(MarkKind.TEXT, ((0.5, 0.5),), Ink.YELLOW, "<读数>为零"),
    )
    data = a_small_picture()
    name = store_file(parts, estate, data)
    drawn = a_photo(id=PhotoId(an_id(77)), sha256=name, size_bytes=len(data), width=2048, height=1536, marks=marks)
    add_photos(parts, estate.record, drawn)

    page = sign_in("quality").get(f"/inspections/{estate.record}").text

    assert page.count('<svg class="marks" viewBox="0 0 2048 1536"') == 1
    assert 'd="M205 307L1024 922M' in page
    assert '<g class="label yellow">' in page
    assert "&lt;读数&gt;为零" in page


def speak(parts, record, item, *, seconds=65):
    """Let a voice note about an item arrive."""
    sound = a_voice(seconds)
    name = arrive(parts, sound)
    voice = a_photo(
        id=PhotoId(an_id(0x781)),
        sha256=name,
        size_bytes=len(sound),
        mime="audio/mp4",
        item=item,
        role=VOICE,
        seconds=seconds,
    )
    with parts.store.writing() as tx:
        found = tx.get(Inspection, record)
        said = next(answer for answer in found.answers if answer.item == item)
        answers = tuple(replace(one, voices=(voice.id,)) if one is said else one for one in found.answers)
        tx.put(replace(found, photos=(*found.photos, voice), answers=answers))
    return voice


def test_a_voice_note_is_heard_on_the_page_of_its_record(sign_in, estate, parts):
    voice = speak(parts, estate.record, "lmr_09")
    browser = sign_in("quality")

    answer = browser.get(f"/inspections/{estate.record}")
    page = answer.text

    assert f'<audio controls preload="none" src="/photos/{voice.sha256}"' in page
    assert "1:05 · " in page
    assert f"/photos/{voice.sha256}/thumb" not in page
    assert "其他照片" not in page
    assert "media-src 'self'" in answer.headers["Content-Security-Policy"]
    assert "2/3 张已到服务器" in page


def test_a_voice_note_is_sent_as_sound_and_in_parts(sign_in, estate, parts):
    voice = speak(parts, estate.record, "lmr_09")
    browser = sign_in("quality")

    whole = browser.get(f"/photos/{voice.sha256}", buffered=True)
    part = browser.get(f"/photos/{voice.sha256}", headers={"Range": "bytes=4-7"}, buffered=True)

    assert (whole.mimetype, whole.data) == ("audio/mp4", a_voice(65))
    assert "attachment" not in whole.headers.get("Content-Disposition", "")
    assert (part.status_code, part.data) == (206, b"ftyp")
    assert browser.get(f"/photos/{voice.sha256}/thumb").status_code == 404


def test_a_voice_note_that_is_still_on_its_tablet_says_so(sign_in, estate, parts):
    add_photos(parts, estate.record, a_photo(id=PhotoId(an_id(0x782)), sha256=Sha256("b7" * 32), role=VOICE, seconds=5))

    page = sign_in("quality").get(f"/inspections/{estate.record}").text

    assert "语音还在平板上" in page
    assert "<audio" not in page


def test_the_same_sound_twice_is_no_picture_used_twice(sign_in, estate, parts):
    one = a_photo(id=PhotoId(an_id(0x771)), sha256=SAME, role=VOICE, seconds=5)
    add_photos(parts, estate.record, one, replace(one, id=PhotoId(an_id(0x772)), taken_at=a_reading(minutes=7)))

    assert "在别处用过" not in sign_in("quality").get(f"/inspections/{estate.record}").text
