"""The photos of a dead letter, which no record names: seen with the letter, by whoever may read it."""

import hashlib
import io
import re
from dataclasses import replace

import pytest
from PIL import Image

from server.codec import CarefulCodec
from server.store.blob import store_whole
from server.store.letter import find_letter
from server.store.viewer import grant
from shared.ids import PhotoId, Sha256
from shared.model.inspection import Inspection
from shared.model.place import Role
from shared.sync.messages import Op, OpStatus, Push
from shared.sync.ports import Caller
from shared.wire import encode_object
from tests.builders import OTHER_SITE, SITE, a_photo, a_reading, an_id
from tests.estate import TABLET, person_id

OP, KEEPER = an_id(0x9F2), person_id("keeper")
WAITING = Sha256("a9" * 32)


def a_picture(size, colour):
    buffer = io.BytesIO()
    Image.new("RGB", size, colour).save(buffer, "JPEG")
    return buffer.getvalue()


LARGE, SMALL, BARE, OTHER = (
    a_picture(size, colour)
    for size, colour in (((640, 480), "navy"), ((320, 240), "navy"), ((640, 480), "teal"), ((64, 48), "pink"))
)


def name_of(data):
    return Sha256(hashlib.sha256(data).hexdigest())


@pytest.fixture
def where(parts, estate):
    """The address of a letter: a third version of a finished record, with two photos that arrived and one that did not."""
    with parts.store.writing() as tx:
        for data in (LARGE, SMALL, BARE, OTHER):
            store_whole(tx, name_of(data), len(data), parts.blobs.put(name_of(data), data))
        held = tx.get(Inspection, estate.record)
    photos = (
        a_photo(id=PhotoId(an_id(0x771)), sha256=name_of(LARGE), thumb=name_of(SMALL)),
        a_photo(id=PhotoId(an_id(0x772)), sha256=name_of(BARE)),
        a_photo(id=PhotoId(an_id(0x773)), sha256=WAITING),
    )
    body = encode_object(replace(held, author_rev=3, photos=(*held.photos, *photos)))
    message = Push(TABLET, "0.1", "", a_reading(), (Op(OP, 1, KEEPER, "inspection.put", a_reading(), body),))
    caller = Caller(TABLET, KEEPER, SITE, frozenset({KEEPER}))
    assert parts.exchange.push(caller, message, CarefulCodec()).results[0].status is OpStatus.REJECTED
    with parts.store.reading() as tx:
        return f"/letters/{find_letter(tx, OP).key}"


def test_every_picture_that_a_letters_page_shows_can_be_seen(sign_in, where):
    admin = sign_in("admin")

    page = admin.get(where).get_data(as_text=True)
    shown = re.findall(r'(?:href|src)="([^"]+/photos/[^"]+)"', page)
    seen = {address: admin.get(address, buffered=True) for address in shown}

    assert {answer.status_code for answer in seen.values()} == {200}
    assert seen[f"{where}/photos/{name_of(LARGE)}"].data == LARGE
    assert seen[f"{where}/photos/{name_of(SMALL)}"].data == SMALL  # the tablet's own small copy
    with Image.open(io.BytesIO(seen[f"{where}/photos/{name_of(BARE)}/thumb"].data)) as drawn:
        assert drawn.size == (320, 240)


def test_a_letter_shows_no_photo_that_it_does_not_name_or_that_is_not_here(sign_in, where):
    admin = sign_in("admin")

    for name in (name_of(OTHER), WAITING, "x"):
        assert admin.get(f"{where}/photos/{name}").status_code == 404, name
        assert admin.get(f"{where}/photos/{name}/thumb").status_code == 404, name


def test_a_letters_photos_are_for_those_who_may_read_the_letter(sign_in, where, store):
    with store.writing() as tx:
        grant(tx, person_id("stranger"), OTHER_SITE, Role.ADMINISTRATOR)
    address = f"{where}/photos/{name_of(LARGE)}"

    seen = {
        login: sign_in(login).get(address, buffered=True).status_code for login in ("quality", "keeper", "stranger")
    }

    assert seen == {"quality": 200, "keeper": 403, "stranger": 404}
