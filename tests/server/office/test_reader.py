"""Who acts: the person of the page, with the roles, the day and the unit that count where the record lies."""

from datetime import UTC, date, datetime

from server.office.reader import Reader, begin
from server.office.text import Wording
from server.store import Viewer
from shared.ids import PersonId, SiteId, UnitId
from shared.model.hazard import HazardEvent
from shared.model.place import Role, Site, Text
from tests.builders import an_id

HERE, THERE = SiteId(an_id(1)), SiteId(an_id(2))
WHO, UNIT = PersonId(an_id(3)), UnitId(an_id(4))
EVENING = datetime(2026, 12, 31, 16, 30, tzinfo=UTC)  # the new year has begun in Shanghai


def test_an_act_begins_with_the_roles_and_the_day_of_the_records_own_site():
    here = Site(HERE, Text("龙山国际"), "龙")
    there = Site(THERE, Text("伦敦"), "伦", timezone="Europe/London")
    roles = {HERE: frozenset({Role.QUALITY_DEPT}), THERE: frozenset({Role.LEAD_INSPECTOR})}
    who = Reader(Viewer(WHO, "李志明", roles, UNIT), Wording("zh"), EVENING, (here, there), here)

    abroad = begin(who, HazardEvent.CONFIRM, THERE, EVENING)
    at_home = begin(who, HazardEvent.CONFIRM, HERE, EVENING)

    assert (abroad.by, abroad.by_name, abroad.actor_unit, abroad.at) == (WHO, "李志明", UNIT, EVENING)
    assert (abroad.roles, abroad.today) == (frozenset({Role.LEAD_INSPECTOR}), date(2026, 12, 31))
    assert (at_home.roles, at_home.today) == (frozenset({Role.QUALITY_DEPT}), date(2027, 1, 1))
