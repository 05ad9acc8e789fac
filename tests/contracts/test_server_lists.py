"""Lists for pages, on every database: filters, sorts, pages, counts, and nobody sees past the own sites and unit."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from server.store import PageRequest, ServerStore, Viewer
from server.store.hazard import HazardFilter, hazard_counts, hazard_for, hazards
from server.store.inspection import (
    InspectionFilter,
    InspectionRow,
    inspection_counts,
    inspection_for,
    inspections,
    review_state,
    stored_photos,
)
from server.store.notice import NoticeFilter, hazards_of, notice_counts, notices
from server.store.page import MOST
from server.store.place import persons, points, sites, units
from server.store.plan import RuleFilter, rule_rows, rules, task_records
from server.store.template import latest, publish, templates
from server.store.viewer import grant, viewer_of, withdraw
from shared.clock import Reading
from shared.errors import ForbiddenError, MalformedError, TemplateError, UnknownRecordError
from shared.ids import PersonId, RuleId, UnitId
from shared.model.hazard import HazardState, Notice, NoticeState
from shared.model.inspection import Review, ReviewState, Status, TaskRef
from shared.model.place import Role, Text
from shared.schedule import RecordFact
from tests.builders import (
    KEEPER,
    LEAD,
    NOW,
    OTHER_SITE,
    POINT,
    RULE,
    SITE,
    UNIT,
    a_hazard,
    a_person,
    a_photo,
    a_point,
    a_reading,
    a_rule,
    a_site,
    a_template,
    a_unit,
    an_id,
    an_inspection,
)

CHIEF = Viewer(LEAD, "李队", {SITE: frozenset({Role.LEAD_INSPECTOR})}, None, SITE)
NOBODY = Viewer(LEAD, "外人", {})
OF_UNIT = Viewer(PersonId(an_id(0xB9)), "店长", {SITE: frozenset({Role.INSPECTED_UNIT})}, UNIT, SITE)
ALL = PageRequest(1, 100)


@pytest.fixture
def store(store: ServerStore) -> ServerStore:
    """Ten inspections, four hazards at two sites, two units."""
    with store.writing() as tx:
        for one in (a_site(), a_site(id=OTHER_SITE), a_point(), a_template(), a_unit(), a_rule()):
            tx.put(one)
        tx.put(a_unit(id=UnitId(an_id(0x32)), name=Text("餐厅")))
        tx.put(a_person())
        tx.put(a_person(id=LEAD, name="李队", roles=(Role.LEAD_INSPECTOR,)))
        for number in range(10):
            began, site = a_reading(-30 - number), OTHER_SITE if number == 9 else SITE
            photos = (a_photo(),) if number == 0 else ()
            task = TaskRef(RULE, date(2026, 11, 23) - timedelta(days=number))
            tx.put(an_inspection(id=an_id(0x100 + number), site=site, started_at=began, photos=photos, task=task))
        for number, state in enumerate((HazardState.DRAFT, HazardState.ISSUED, HazardState.CLOSED)):
            tx.put(
                a_hazard(
                    id=an_id(0x200 + number),
                    state=state,
                    no=f"YH-2026-000{number}",
                    unit=UNIT if number == 1 else None,
                    deadline_on=date(2026, 11, 20) if number else None,
                    source=an_id(0x100),
                )
            )
        tx.put(a_hazard(id=an_id(0x210), site=OTHER_SITE, source=None))
        tx.put(
            Notice(
                an_id(0x400), SITE, "龙物消改〔2026〕0001号", UNIT, (an_id(0x201),), LEAD, "李队", NoticeState.ISSUED
            )
        )  # type: ignore[arg-type]
    return store


def found(store: ServerStore, wanted: InspectionFilter, viewer: Viewer = CHIEF, **page: Any) -> list[InspectionRow]:
    with store.reading() as tx:
        return list(inspections(tx, viewer, wanted, PageRequest(**{"size": 100, **page})).rows)


def test_inspections_come_newest_first_with_names_and_counts(store: ServerStore) -> None:
    rows = found(store, InspectionFilter())

    assert [row.id for row in rows] == [an_id(0x100 + number) for number in range(9)]
    first = rows[0]
    assert (first.point_name, first.author_name, first.template_title) == ("A1 栋电梯机房", "王建国", "机房巡视（短）")
    assert (first.hazards, first.photos, first.photos_stored) == (3, 1, 0)
    assert first.started_at == NOW - timedelta(minutes=30)


def test_pages_are_cut_in_the_database(store: ServerStore) -> None:
    with store.reading() as tx:
        page = inspections(tx, CHIEF, InspectionFilter(), PageRequest(3, 4))

    assert (len(page.rows), page.total, page.pages, page.has_next) == (1, 9, 3, False)


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (InspectionFilter(site=SITE), 9),
        (InspectionFilter(site=OTHER_SITE), 0),
        (InspectionFilter(point=POINT), 9),
        (InspectionFilter(author=LEAD), 0),
        (InspectionFilter(review_state="submitted"), 9),
        (InspectionFilter(began_from=NOW - timedelta(minutes=32)), 3),
        (InspectionFilter(began_before=NOW - timedelta(minutes=32)), 6),
        (InspectionFilter(has_hazards=True), 1),
        (InspectionFilter(has_hazards=False), 8),
        (InspectionFilter(text="建国"), 9),
        (InspectionFilter(text="JF01"), 9),
        (InspectionFilter(text="100%"), 0),
        (InspectionFilter(is_late=True), 0),
    ],
)
def test_inspections_are_filtered(store: ServerStore, wanted: InspectionFilter, count: int) -> None:
    assert len(found(store, wanted)) == count


@pytest.mark.parametrize("sort", ["started_at", "-stored_at", "template", "point", "author", "-review_state"])
def test_every_sort_is_total(store: ServerStore, sort: str) -> None:
    pages = [found(store, InspectionFilter(), number=number, size=2, sort=sort) for number in range(1, 6)]

    assert sorted(row.id for page in pages for row in page) == [an_id(0x100 + number) for number in range(9)]


def test_an_unknown_sort_is_refused(store: ServerStore) -> None:
    with pytest.raises(MalformedError):
        found(store, InspectionFilter(), sort="body")


def test_a_review_moves_the_state_of_its_inspection(store: ServerStore) -> None:
    with store.writing() as tx:
        tx.put(Review(an_id(0x500), SITE, an_id(0x101), KEEPER, LEAD, "李队", ReviewState.RETURNED, NOW))  # type: ignore[arg-type]

    with store.reading() as tx:
        assert review_state(tx, an_id(0x101)) == "returned"  # type: ignore[arg-type]
        counts = inspection_counts(tx, CHIEF, InspectionFilter())
    assert counts == {"submitted": 8, "accepted": 0, "returned": 1}


def test_nobody_sees_past_the_own_sites(store: ServerStore) -> None:
    with store.reading() as tx:
        assert inspections(tx, NOBODY, InspectionFilter(), ALL).rows == ()
        assert hazards(tx, NOBODY, HazardFilter(), ALL).rows == ()
        assert notices(tx, NOBODY, NoticeFilter(), ALL).rows == ()
        assert (sites(tx, NOBODY), points(tx, NOBODY), units(tx, NOBODY), persons(tx, NOBODY)) == ([], [], [], [])
        with pytest.raises(UnknownRecordError):
            inspection_for(tx, CHIEF, an_id(0x109))  # type: ignore[arg-type]


def test_somebody_of_a_unit_sees_what_is_the_units(store: ServerStore) -> None:
    with store.reading() as tx:
        seen = hazards(tx, OF_UNIT, HazardFilter(), ALL).rows
        assert [row.no for row in notices(tx, OF_UNIT, NoticeFilter(), ALL).rows] == ["龙物消改〔2026〕0001号"]
        assert inspections(tx, OF_UNIT, InspectionFilter(), ALL).rows == ()
        assert [one.id for one in units(tx, OF_UNIT)] == [UNIT]
        with pytest.raises(UnknownRecordError):
            hazard_for(tx, OF_UNIT, an_id(0x200))  # type: ignore[arg-type]
    assert [row.id for row in seen] == [an_id(0x201)]


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (HazardFilter(), {0, 1, 2}),
        (HazardFilter(states=(HazardState.DRAFT, HazardState.CLOSED)), {0, 2}),
        (HazardFilter(is_open=True), {0, 1}),
        (HazardFilter(is_open=False), {2}),
        (HazardFilter(overdue_on=date(2026, 11, 21)), {1}),
        (HazardFilter(overdue_on=date(2026, 11, 20)), set()),
        (HazardFilter(unit=UNIT), {1}),
        (HazardFilter(text="灭火器"), {0, 1, 2}),
        (HazardFilter(text="0002"), {2}),
        (HazardFilter(found_from=NOW), set()),
        (HazardFilter(found_before=NOW), {0, 1, 2}),
    ],
)
def test_hazards_are_filtered(store: ServerStore, wanted: HazardFilter, ids: set[int]) -> None:
    with store.reading() as tx:
        rows = hazards(tx, CHIEF, wanted, ALL).rows

    assert {row.id for row in rows} == {an_id(0x200 + number) for number in ids}


def test_hazards_and_notices_are_counted_by_state(store: ServerStore) -> None:
    with store.reading() as tx:
        by_state = hazard_counts(tx, CHIEF, HazardFilter())
        of_notices = notice_counts(tx, CHIEF, NoticeFilter())
        notice = notices(tx, CHIEF, NoticeFilter(states=(NoticeState.ISSUED,), text="0001"), ALL).rows[0]
        listed = hazards_of(tx, notice.notice)

    assert {state.value: count for state, count in by_state.items() if count} == {"draft": 1, "issued": 1, "closed": 1}
    assert of_notices[NoticeState.ISSUED] == 1
    assert (notice.unit_name, [one.id for one in listed]) == ("工程维修部", [an_id(0x201)])


def test_the_schedule_gets_the_records_of_each_rule_from_its_own_day_on(store: ServerStore) -> None:
    yearly = RuleId(an_id(0x42))
    with store.writing() as tx:
        for number, rule, on, status in (
            (0x150, RULE, date(2026, 11, 21), Status.FINAL),
            (0x151, RULE, date(2026, 11, 22), Status.DRAFT),
            (0x152, yearly, date(2025, 1, 1), Status.FINAL),
            (0x153, yearly, date(2026, 1, 1), Status.FINAL),
        ):
            tx.put(an_inspection(id=an_id(number), task=TaskRef(rule, on), status=status, ended_at=a_reading(-5)))

    with store.reading() as tx:
        since = {RULE: date(2026, 11, 22), yearly: date(2026, 1, 1)}
        listed = {record.id: record.fact for record in task_records(tx, CHIEF, since)}
        hidden, unasked = task_records(tx, NOBODY, since), task_records(tx, CHIEF, {})

    assert {an_id(0x151), an_id(0x153)} <= set(listed)
    assert not {an_id(0x150), an_id(0x152)} & set(listed)
    assert listed[an_id(0x151)].finished_at is None
    assert listed[an_id(0x153)] == RecordFact(
        yearly, date(2026, 1, 1), NOW - timedelta(minutes=30), NOW - timedelta(minutes=5)
    )
    assert (hidden, unasked) == ([], [])


def test_a_secret_rule_is_listed_for_its_organiser_and_leaders_only(store: ServerStore) -> None:
    secret = a_rule(id=an_id(0x42), code="SCH-02", is_secret=True, performers=(KEEPER,), starts_on=date(2026, 12, 1))
    patroller = Viewer(PersonId(an_id(0xB7)), "巡逻", {SITE: frozenset({Role.PATROLLER})})
    keeper = Viewer(KEEPER, "王建国", {SITE: frozenset({Role.INSPECTOR})})
    with store.writing() as tx:
        tx.put(secret)

    with store.reading() as tx:
        before = [len(rules(tx, viewer, date(2026, 11, 23))) for viewer in (patroller, keeper, CHIEF)]
        after = len(rules(tx, patroller, date(2026, 12, 1)))
        asked = RuleFilter(SITE)
        pages = [rule_rows(tx, viewer, date(2026, 11, 23), asked, ALL).total for viewer in (patroller, keeper, CHIEF)]
        opened = rule_rows(tx, patroller, date(2026, 12, 1), asked, ALL).total

    assert (before, after) == ([1, 2, 2], 2)
    assert (pages, opened) == (before, after)


def test_a_published_version_never_changes(store: ServerStore) -> None:
    with store.writing() as tx:
        again = publish(tx, a_template())
        second = publish(tx, a_template(version=2))
        with pytest.raises(TemplateError):
            publish(tx, a_template(title=Text("别的")))

    with store.reading() as tx:
        newest = latest(tx, a_template().id)
        assert [one.key for one in templates(tx)] == ["lmr-short@2"]
    assert (again, second, newest and newest.version) == (False, True, 2)


def test_roles_at_other_sites_are_granted_and_withdrawn(store: ServerStore) -> None:
    with store.writing() as tx:
        grant(tx, KEEPER, OTHER_SITE, Role.INSPECTOR)
        grant(tx, KEEPER, OTHER_SITE, Role.INSPECTOR)
        both = viewer_of(tx, KEEPER)
        withdraw(tx, KEEPER, OTHER_SITE)
        tx.put(a_person(id=LEAD, is_active=False))
        own, gone = viewer_of(tx, KEEPER), viewer_of(tx, LEAD)

    assert both is not None
    assert both.sites == (SITE, OTHER_SITE)
    assert own is not None
    assert own.sites == (SITE,)
    assert gone is None
    with pytest.raises(ForbiddenError):
        own.check_role(SITE, (Role.MANAGER,))


def test_photos_that_have_not_arrived_are_not_stored(store: ServerStore) -> None:
    with store.reading() as tx:
        assert stored_photos(tx, [a_photo().sha256]) == set()


def turned(store: ServerStore, size: int, sort: str, *, back: bool = False) -> list[str]:
    """Turn all pages of the list by their keys, forwards or from the last one back; returns the ids in the list's order."""
    pages: list[list[str]] = []
    asked = PageRequest(1, size, sort)
    with store.reading() as tx:
        while True:
            page = inspections(tx, CHIEF, InspectionFilter(), asked)
            pages.append([row.id for row in page.rows])
            if back and not page.before and len(pages) > 1:
                return [record for rows in reversed(pages) for record in rows]
            if not back and not page.after:
                return [record for rows in pages for record in rows]
            if back and len(pages) == 1:
                while page.after:
                    page = inspections(tx, CHIEF, InspectionFilter(), PageRequest(2, size, sort, after=page.after))
                pages = [[row.id for row in page.rows]]
            key = {"before": page.before} if back else {"after": page.after}
            asked = PageRequest(2, size, sort, **key)


def test_pages_turned_by_key_show_every_row_once(store: ServerStore) -> None:
    for sort in ("-started_at", "started_at", "point", "-author", "template", "review_state"):
        whole = [row.id for row in found(store, InspectionFilter(), sort=sort)]
        for size in (1, 4):
            assert turned(store, size, sort) == whole, sort
            assert turned(store, size, sort, back=True) == whole, sort


def test_a_row_that_comes_meanwhile_shifts_no_page(store: ServerStore) -> None:
    with store.reading() as tx:
        first = inspections(tx, CHIEF, InspectionFilter(), PageRequest(1, 3))
    with store.writing() as tx:
        tx.put(an_inspection(id=an_id(0x199), started_at=a_reading(0)))

    with store.reading() as tx:
        second = inspections(tx, CHIEF, InspectionFilter(), PageRequest(2, 3, after=first.after))

    assert [row.id for row in second.rows] == [an_id(0x103 + number) for number in range(3)]
    assert second.before


def test_a_key_that_cannot_be_read_counts_as_none(store: ServerStore) -> None:
    for key in ("", "~", "yesterday~x", "2026-11-23~", "2026-11-23T08:00:00~naive"):
        with store.reading() as tx:
            page = inspections(tx, CHIEF, InspectionFilter(), PageRequest(1, 2, after=key))

        assert [row.id for row in page.rows] == [an_id(0x100), an_id(0x101)], key


def test_a_long_list_is_counted_to_a_thousand_and_has_one_order(store: ServerStore) -> None:
    with store.writing() as tx:
        for number in range(MOST):
            began = Reading(NOW - timedelta(minutes=1000 + number), "7c1f", 1)
            tx.put(an_inspection(id=an_id(0x10000 + number), started_at=began))

    with store.reading() as tx:
        page = inspections(tx, CHIEF, InspectionFilter(), PageRequest(1, 2, "author"))
        backwards = inspections(tx, CHIEF, InspectionFilter(), PageRequest(1, 2, "started_at"))
        narrow = inspections(
            tx, CHIEF, InspectionFilter(began_from=NOW - timedelta(minutes=40)), PageRequest(1, 2, "author")
        )
        waiting = inspection_counts(tx, CHIEF, InspectionFilter())["submitted"]

    assert (str(page.total), page.sort, page.rows[0].id) == ("1000+", "-started_at", an_id(0x100))
    assert backwards.rows[0].id == an_id(0x10000 + MOST - 1)
    assert (str(narrow.total), narrow.sort) == ("9", "author")
    assert (f"{waiting}", waiting.is_more) == ("1000+", True)
