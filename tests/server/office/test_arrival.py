"""What of a record has arrived: never called complete before the last photo, and whether to wait or to call."""

from dataclasses import replace
from datetime import timedelta

import pytest

from server.office.inspections.arrival import arrival_of
from server.store.blob import store_whole
from server.store.device import note_pull
from shared.ids import PhotoId, Sha256
from shared.model.inspection import Photo
from shared.sync.messages import DeviceHealth
from tests.builders import NOW, a_reading, an_id, an_inspection
from tests.estate import TABLET
from tests.server.office.rows import a_row


def a_photo(n, item="LMR_09"):
    return Photo(PhotoId(an_id(0x800 + n)), Sha256(f"{n:064x}"), 1000, a_reading(), item=item)


PHOTOS = tuple(a_photo(n) for n in range(14))


def arrived(count, tablet=None):
    stored = {photo.sha256 for photo in PHOTOS[:count]}
    return arrival_of(replace(an_inspection(), photos=PHOTOS), None, stored, tablet, NOW)


@pytest.mark.parametrize(("count", "is_whole"), [(0, False), (12, False), (13, False), (14, True)])
def test_a_record_is_whole_with_its_last_photo_and_not_before(count, is_whole):
    found = arrived(count)

    assert (found.arrived, found.total, found.is_whole) == (count, 14, is_whole)
    assert sum(len(one.photos) for one in found.missing) == 14 - count


@pytest.mark.parametrize(
    ("tablet", "advice"),
    [
        (a_row(DeviceHealth(pending_photos=2), seen_at=NOW - timedelta(minutes=5)), "wait"),
        (a_row(DeviceHealth(), seen_at=NOW - timedelta(minutes=5)), "ask"),
        (a_row(DeviceHealth(pending_photos=2), seen_at=NOW - timedelta(hours=5)), "call"),
        (a_row(seen_at=None), "call"),
        (a_row(state="revoked"), "lost"),
        (None, "lost"),
    ],
)
def test_the_tablets_last_word_decides_whether_to_wait_or_to_call(tablet, advice):
    assert arrived(12, tablet).advice == advice


def test_the_page_says_what_is_missing_and_when_the_tablet_last_spoke(sign_in, estate, store):
    with store.writing() as tx:
        note_pull(tx, TABLET)
    quality = sign_in("quality")

    page = quality.get(f"/inspections/{estate.record}").get_data(as_text=True)
    listed = quality.get("/inspections").get_data(as_text=True)

    assert "照片 1/2 已到，还有 1 张在平板上" in page
    assert "平板 1（机房） 刚刚联系过，自己说还有 5 张照片待传" in page
    assert "正在上传，等一会儿就好" in page
    assert "建议到齐再审核" in page
    assert "1/2 张已到服务器" in listed


def test_nothing_is_said_to_be_missing_once_the_last_photo_is_here(sign_in, estate, store):
    last = Sha256("ab" * 32)
    with store.writing() as tx:
        store_whole(tx, last, 1234, "image/jpeg")

    page = sign_in("quality").get(f"/inspections/{estate.record}").get_data(as_text=True)

    assert "还有" not in page
    assert "2/2 张已到服务器" in page
