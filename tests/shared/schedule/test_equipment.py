"""The days on which equipment itself falls due, worked out of its own data."""

from datetime import date

import pytest

from shared.ids import AssetId, PointId, SiteId
from shared.model.place import Asset, AssetKind, Text
from shared.schedule.equipment import Due, due_days


def equipment(kind, **data):
    return Asset(AssetId("a"), SiteId("s"), PointId("p"), kind, Text("干粉灭火器"), "1", data=data)


@pytest.mark.parametrize(
    ("data", "day"),
    [
        ({"governor_verified_on": "2025-03-01", "in_service_on": "2015-03-01"}, date(2027, 3, 1)),
        ({"governor_verified_on": "2025-03-01", "in_service_on": "2009-03-01"}, date(2026, 3, 1)),
        # not yet 15 years in use when the check of one year would be due
        ({"governor_verified_on": "2025-03-01", "in_service_on": "2011-03-02"}, date(2027, 3, 1)),
        ({"governor_installed": "2024-02-29"}, date(2026, 2, 28)),
        ({"governor_verified_on": "2025-03-01", "governor_installed": "2015-03-01"}, date(2027, 3, 1)),
        ({"governor_verified_on": "soon"}, None),
        ({"governor_verified_on": "9999-03-01"}, None),
        ({}, None),
    ],
)
def test_a_governor_is_checked_every_two_years_and_every_year_when_the_lift_is_old(data, day):
    assert due_days(equipment(AssetKind.LIFT, **data)).get(Due.GOVERNOR) == day


@pytest.mark.parametrize(
    ("data", "service", "scrap"),
    [
        ({"made_on": "2024-05-02"}, date(2029, 5, 2), date(2034, 5, 2)),
        ({"made_on": "2020-05-02", "serviced_on": "2025-05-01"}, date(2027, 5, 1), date(2030, 5, 2)),
        ({"type": "水基型 MSWZ/3", "made_on": "2024-05-02"}, date(2027, 5, 2), date(2030, 5, 2)),
        # the next service would come after its end
        ({"made_on": "2020-05-02", "serviced_on": "2028-06-01"}, None, date(2030, 5, 2)),
        ({"serviced_on": "2025-05-01"}, date(2027, 5, 1), None),
        ({"type": "手推车", "made_on": "2024-05-02"}, None, None),
        ({}, None, None),
    ],
)
def test_an_extinguisher_is_serviced_by_what_it_holds_until_its_end(data, service, scrap):
    found = due_days(equipment(AssetKind.EXTINGUISHER, **data))

    assert (found.get(Due.SERVICE), found.get(Due.SCRAP)) == (service, scrap)


def test_the_next_inspection_is_due_of_whatever_has_one_and_other_days_are_not_guessed():
    found = due_days(equipment(AssetKind.FIRE_PUMP, next_inspection_on="2026-12-10", made_on="2020-01-01"))

    assert found == {Due.INSPECTION: date(2026, 12, 10)}
