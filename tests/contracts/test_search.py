"""Search, on both databases: it finds exactly what contains the words, for whom it may, and keeps in step with all writing."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from server.store import ServerStore
from server.store.chain import Actor
from server.store.follow import follow, rebuild
from server.store.search import grams, normal, search
from server.store.viewer import Viewer
from shared.ids import HazardId, UnitId
from shared.model.place import Role, Text, Unit
from tests.builders import LEAD, OTHER_SITE, SITE, FakeClock, SeededIds, a_hazard, a_point, a_site, an_id

READER = Viewer(LEAD, "", {SITE: frozenset({Role.LEAD_INSPECTOR})}, None, SITE)
SHOP, OTHER = UnitId(an_id(0x31)), UnitId(an_id(0x32))
OF_SHOP = Viewer(LEAD, "", {SITE: frozenset({Role.INSPECTED_UNIT})}, SHOP, SITE)
LETTERS = st.sampled_from("电梯机房消火栓水泵门Aa1z9é𠮷ｆ０ -_/.,（），、　\"'*&|:'")
WORDS = st.text(LETTERS, max_size=12)


@pytest.fixture
def office(engine: Engine, clock: FakeClock) -> ServerStore:
    """A store whose transactions are somebody's of the office."""
    return ServerStore(engine, clock, SeededIds(), who=lambda: Actor("office", "test"))


def put(store: ServerStore, *entities: object) -> None:
    with store.writing() as tx:
        for entity in entities:
            tx.put(entity)


def found(store: ServerStore, words: str, kind: str = "hazard", viewer: Viewer = READER) -> list[str]:
    with store.reading() as tx:
        return [hit.id for hit in search(tx, viewer, words, kind, SITE, most=500)]


def hazard_no(number: int) -> HazardId:
    return HazardId(an_id(0x800 + number))


def test_part_of_a_word_finds_what_the_office_wrote_at_once(office: ServerStore) -> None:
    put(office, a_site(), a_hazard(description="消火栓箱前停放电动自行车", unit=None))

    assert {words: len(found(office, words)) for words in ("火栓", "电动自行车", "车", "栓箱前停", "消防", "栓火", "，")} == {
        "火栓": 1,
        "电动自行车": 1,
        "车": 1,
        "栓箱前停": 1,
        "消防": 0,
        "栓火": 0,
        "，": 0,
    }  # fmt: skip


def test_a_change_and_a_removal_are_followed(office: ServerStore) -> None:
    put(office, a_site(), a_point(name=Text("一号泵房")))
    put(office, a_point(name=Text("二号机房")))

    assert (found(office, "泵房", "point"), found(office, "机房", "point")) == ([], [a_point().id])
    with office.writing() as tx:
        tx.remove(type(a_point()), a_point().id)
    assert found(office, "机房", "point") == []


def test_what_tablets_pushed_is_found_after_the_work_turn(store: ServerStore) -> None:
    put(store, a_site(), a_hazard(description="疏散通道堆放杂物", unit=None))
    before = found(store, "杂物")

    turns = [follow(store), follow(store)]

    assert (before, found(store, "杂物")) == ([], [a_hazard().id])
    assert turns[0] > 0
    assert turns[1] == 0


def test_only_the_own_unit_and_the_own_sites_are_found(office: ServerStore) -> None:
    units = [Unit(one, SITE, Text(f"单位{one[-1]}"), "shop", "许老板") for one in (SHOP, OTHER)]
    put(office, a_site(), a_site(id=OTHER_SITE), *units)
    put(office, a_hazard(id=hazard_no(1), unit=SHOP, description="门锁坏"))
    put(office, a_hazard(id=hazard_no(2), unit=OTHER, description="门锁坏"))
    put(office, a_hazard(id=hazard_no(3), site=OTHER_SITE, unit=None, description="门锁坏"))

    assert found(office, "门锁") == [hazard_no(2), hazard_no(1)]
    assert found(office, "门锁", viewer=OF_SHOP) == [hazard_no(1)]
    assert found(office, "单位", "unit", OF_SHOP) == [SHOP]
    with office.reading() as tx:
        assert search(tx, READER, "门锁", "hazard", OTHER_SITE) == []


def test_the_index_made_anew_finds_the_same(office: ServerStore) -> None:
    put(office, a_site(), *(a_hazard(id=hazard_no(n), unit=None, description=f"配电箱 {n}") for n in range(120)))
    before = sorted(found(office, "配电箱"))

    looked_at = rebuild(office)

    assert looked_at >= 120
    assert (len(before), sorted(found(office, "配电箱"))) == (120, before)


def test_more_than_one_page_is_reached(office: ServerStore) -> None:
    put(office, a_site(), *(a_hazard(id=hazard_no(n), unit=None, description="灭火器") for n in range(7)))

    with office.reading() as tx:
        pages = [search(tx, READER, "灭火", "hazard", SITE, most=3, skip=skip) for skip in (0, 3, 6)]

    assert [len(page) for page in pages] == [3, 3, 1]
    assert len({hit.id for page in pages for hit in page}) == 7


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(WORDS, min_size=1, max_size=6), words=WORDS, cut=st.tuples(st.integers(0, 8), st.integers(1, 6)))
def test_search_equals_looking_for_the_words_in_every_text(office: ServerStore, texts, words, cut) -> None:
    put(
        office,
        a_site(),
        *(
            a_hazard(id=hazard_no(n), unit=None, point=None, location="", item_label="", no="", description=one)
            for n, one in enumerate(texts)
        ),
    )
    put(
        office,
        *(
            a_hazard(id=hazard_no(n), unit=None, point=None, location="", item_label="", no="", description="")
            for n in range(len(texts), 6)
        ),
    )

    for asked in (words, texts[0][cut[0] : sum(cut)]):
        if grams(normal(asked)):
            wanted = {hazard_no(n) for n, one in enumerate(texts) if normal(asked) in normal(one)}
            assert set(found(office, asked)) == wanted
