"""Who may open what: every page as every role, as somebody of another site, and as nobody. The matrix is written by hand."""

import pytest

from server.store.viewer import grant
from shared.model.place import Role
from tests.builders import SITE, an_id
from tests.estate import PATROL_RULE, PEOPLE, SHOP, TABLET, person_id

# 2: opens, 3: goes on elsewhere, 4: not permitted (403), -: not to be known of (404). One column for each login.
LOGINS = (
    "principal firemanager quality lead inspector keeper patroller engineering assistant desk manager admin repair unit stranger"
).split()
MATRIX = """
/                           2 2 2 2 2 2 2 2 2 2 2 2 3 3 2
/inspections                2 2 2 2 2 2 2 2 4 4 2 2 4 4 2
/inspections/{record}       2 2 2 2 2 2 2 2 4 4 2 2 4 4 -
/review                     4 2 2 2 4 4 4 2 4 4 2 4 4 4 2
/review/bulk                4 2 2 2 4 4 4 2 4 4 2 4 4 4 2
/review/bulk/{draw}         4 - - - 4 4 4 - 4 4 - 4 4 4 -
/hazards                    2 2 2 2 2 2 2 2 2 2 2 2 4 2 2
/hazards/archive            2 2 2 2 2 2 2 2 2 2 2 2 4 2 2
/hazards/new                4 4 4 2 2 2 2 2 2 2 4 4 4 4 2
/orders                     2 2 2 2 4 4 4 2 4 4 2 2 4 4 2
/orders/new                 2 2 2 2 4 4 4 4 4 4 4 4 4 4 2
/orders/{unknown}           - - - - - - - - - - - - - - -
/hazards/{own}              2 2 2 2 2 2 2 2 2 2 2 2 4 2 -
/hazards/{foreign}          2 2 2 2 2 2 2 2 2 2 2 2 4 - -
/notices                    2 2 2 2 4 4 4 2 4 4 2 2 4 2 2
/notices/register           2 2 2 2 4 4 4 2 4 4 2 2 4 4 2
/notices/new                4 4 4 2 4 4 4 4 4 4 4 4 4 4 2
/notices/{received}         2 2 2 2 4 4 4 2 4 4 2 2 4 2 -
/notices/{issued}           2 2 2 2 4 4 4 2 4 4 2 2 4 - -
/notices/{issued}/link      2 2 2 2 4 4 4 2 4 4 2 2 4 - -
/notices/{received}/link    2 2 2 2 4 4 4 2 4 4 2 2 4 4 -
/plan                       2 2 2 2 2 2 2 2 4 4 2 2 4 4 2
/plan/excuse                2 2 2 4 4 4 4 4 4 4 2 4 4 4 4
/access                     2 2 2 2 2 2 2 2 4 2 2 2 4 4 2
/clearing                   2 2 2 2 4 4 4 2 2 2 2 2 4 4 2
/clearing/{cut}             - - - - 4 4 4 - - - - - 4 4 -
/numbers                    2 2 2 2 4 4 4 2 4 4 2 2 4 4 2
/numbers/readings           2 2 2 2 4 4 4 2 4 4 2 2 4 4 2
/numbers/rounds             2 2 2 2 4 4 4 2 4 4 2 2 4 4 2
/numbers/spread             2 2 2 2 4 4 4 2 4 4 2 2 4 4 2
/plan/calendar              2 2 2 2 2 2 2 2 4 4 2 2 4 4 2
/plan/calendar/{day}        2 2 2 2 2 2 2 2 4 4 2 2 4 4 2
/plan/missed                2 2 2 2 2 2 2 2 4 4 2 2 4 4 2
/plan/excuses               2 2 2 2 2 2 2 2 4 4 2 2 4 4 2
/plan/stops                 2 2 2 2 2 2 2 2 4 4 2 2 4 4 2
/plan/roster                2 2 2 2 2 2 2 2 4 4 2 2 4 4 2
/plan/draws                 2 2 2 2 2 2 2 2 4 4 2 2 4 4 2
/plan/draws/check           2 2 2 2 2 2 2 2 4 4 2 2 4 4 2
/plan/dates                 2 2 2 2 2 2 2 2 4 4 2 2 4 4 2
/plan/catalogue             2 2 2 2 2 2 2 2 4 4 2 2 4 4 2
/plan/workdays              2 2 2 2 2 2 2 2 4 4 2 2 4 4 2
/plan/rules/{rule}          2 2 2 2 2 2 2 2 4 4 2 2 4 4 -
/plan/rules/new             4 2 2 4 4 4 4 4 4 4 2 2 4 4 4
/plan/rules/preview         4 2 2 4 4 4 4 4 4 4 2 2 4 4 4
/plan/rules/{rule}/edit     4 2 2 4 4 4 4 4 4 4 2 2 4 4 4
/plan/excuse/several        2 2 2 4 4 4 4 4 4 4 2 4 4 4 4
/plan/missed/{miss}         - - - - - - - - 4 4 - - 4 4 -
/plan/draws/{excuse}        - - - - - - - - 4 4 - - 4 4 -
/plan/workdays/{year}       2 2 2 2 2 2 2 2 4 4 2 2 4 4 2
/tablets                    4 2 2 4 4 4 4 2 4 4 2 2 4 4 4
/tablets/{tablet}           4 2 2 4 4 4 4 2 4 4 2 2 4 4 4
/letters                    4 2 2 4 4 4 4 2 4 4 2 2 4 4 4
/letters/x.12345678         4 - - 4 4 4 4 - 4 4 - - 4 4 4
/letters/x.12345678/photos/{photo}        4 - - 4 4 4 4 - 4 4 - - 4 4 4
/letters/x.12345678/photos/{photo}/thumb  4 - - 4 4 4 4 - 4 4 - - 4 4 4
/tablets/enrol              4 4 4 4 4 4 4 4 4 4 2 2 4 4 4
/templates                  2 2 2 2 2 2 2 2 4 4 2 2 4 4 2
/templates/lmr-d            2 2 2 2 2 2 2 2 4 4 2 2 4 4 2
/templates/lmr-d/1          2 2 2 2 2 2 2 2 4 4 2 2 4 4 2
/templates/import           4 4 2 4 4 4 4 4 4 4 4 2 4 4 4
/templates/lmr-d/1/preview  2 2 2 2 2 2 2 2 4 4 2 2 4 4 2
/templates/lmr-d/1/form.xlsx  2 2 2 2 2 2 2 2 4 4 2 2 4 4 2
/templates/lmr-d/compare    2 2 2 2 2 2 2 2 4 4 2 2 4 4 2
/templates/drafts/new       4 4 2 4 4 4 4 4 4 4 4 2 4 4 4
/templates/drafts/{unknown}  4 4 - 4 4 4 4 4 4 4 4 - 4 4 4
/templates/drafts/{unknown}/preview  4 4 - 4 4 4 4 4 4 4 4 - 4 4 4
/templates/drafts/{unknown}/publish  4 4 - 4 4 4 4 4 4 4 4 - 4 4 4
/templates/drafts/{unknown}/history  4 4 - 4 4 4 4 4 4 4 4 - 4 4 4
/templates/drafts/{unknown}/settings  4 4 - 4 4 4 4 4 4 4 4 - 4 4 4
/templates/drafts/{unknown}/rows/{unknown}  4 4 - 4 4 4 4 4 4 4 4 - 4 4 4
/templates/drafts/{unknown}/form.xlsx  4 4 - 4 4 4 4 4 4 4 4 - 4 4 4
/phrases                    2 2 2 2 2 2 2 2 4 4 2 2 4 4 2
/phrases/clauses            2 2 2 2 2 2 2 2 4 4 2 2 4 4 2
/phrases/new                4 4 2 4 4 4 4 4 4 4 4 2 4 4 4
/phrases/{phrase}           - - - - - - - - 4 4 - - 4 4 -
/people                     2 2 2 2 4 4 4 2 4 4 2 2 4 4 2
/people/{keeper}/pin        4 4 4 4 4 2 4 4 4 4 2 2 4 - -
/places                            3 3 3 3 3 3 3 3 4 4 3 3 4 4 3
/places/{kind}                     2 2 2 2 2 2 2 2 4 4 2 2 4 4 2
/places/{kind}/new                 4 4 2 4 4 4 4 4 4 4 4 2 4 4 4
/places/{kind}/{shop}              2 2 2 2 2 2 2 2 4 4 2 2 4 4 -
/places/sites                      2 2 2 2 2 2 2 2 4 4 2 2 4 4 2
/places/sites/new                  4 4 4 4 4 4 4 4 4 4 4 2 4 4 4
/places/sites/{site}               2 2 2 2 2 2 2 2 4 4 2 2 4 4 4
/places/tags                       2 2 2 2 2 2 2 2 4 4 2 2 4 4 2
/people/new                        4 4 4 4 4 4 4 4 4 4 4 2 4 4 4
/people/{keeper}                   2 2 2 2 4 4 4 2 4 4 2 2 4 - -
/import/{kind}                     4 4 2 4 4 4 4 4 4 4 4 2 4 4 4
/import/{kind}/form.xlsx           4 4 2 4 4 4 4 4 4 4 4 2 4 4 4
/import/{people}                   4 4 4 4 4 4 4 4 4 4 4 2 4 4 4
/audit                             2 4 2 4 4 4 4 4 4 4 2 2 4 4 4
/audit/chain.jsonl                 2 4 2 4 4 4 4 4 4 4 2 2 4 4 4
/search                            2 2 2 2 2 2 2 2 2 2 2 2 2 2 2
/profile                           2 2 2 2 2 2 2 2 2 2 2 2 2 2 2
/notifications              2 2 2 2 2 2 2 2 2 2 2 2 2 2 2
/notifications/choices      2 2 2 2 2 2 2 2 2 2 2 2 2 2 2
/notifications/{unknown}    - - - - - - - - - - - - - - -
/channels                   4 4 4 4 4 4 4 4 4 4 4 2 4 4 4
/channels/email             4 4 4 4 4 4 4 4 4 4 4 - 4 4 4
/channels/{unknown}         4 4 4 4 4 4 4 4 4 4 4 - 4 4 4
/papers                     2 2 2 2 2 2 2 2 4 4 2 2 4 4 2
/papers/period              8 8 8 8 8 8 8 8 4 4 8 8 4 4 8
/papers/batch               - - - - - - - - - - - - - - -
/papers/forms               2 2 2 2 4 4 4 2 4 4 2 2 4 - 2
/papers/forms/{unknown}/sample              - - - - 4 4 4 - 4 4 - - 4 - -
/papers/forms/{unknown}/notices/{received}  - - - - - - - - - - - - - - -
/papers/{unknown}/{unknown} - - - - - - - - - - - - - - -
/jobs                       2 2 2 2 2 2 2 2 2 2 2 2 2 2 2
/jobs/{unknown}             - - - - - - - - - - - - - - -
/jobs/{unknown}/result      - - - - - - - - - - - - - - -
/photos/compare/{photo}/{photo}  2 2 2 2 2 2 2 2 2 2 2 2 - 2 -
/photos/{photo}             2 2 2 2 2 2 2 2 2 2 2 2 - 2 -
/photos/{photo}/thumb       2 2 2 2 2 2 2 2 2 2 2 2 - 2 -
"""
# What a form does, tried by everybody without a word in it: 4 not permitted, 8 permitted but incomplete, 3 done.
ACTS = """
/inspections/{record}/review  4 8 8 8 4 4 4 8 4 4 8 4 4 - -
/review/bulk                  4 8 8 8 4 4 4 8 4 4 8 4 4 4 8
/review/bulk/{draw}            4 - - - 4 4 4 - 4 4 - 4 4 4 -
/hazards/new                  4 4 4 8 8 8 8 8 8 8 4 4 4 4 8
/hazards/together/sign_off    3 3 3 3 3 3 3 3 3 3 3 3 4 3 3
/hazards/{own}/measure/explain  8 8 4 4 4 4 4 4 4 4 8 4 4 4 -
/orders/new                   8 8 8 8 4 4 4 4 4 4 4 4 4 4 8
/orders/{unknown}/reply       - - - - - - - - - - - - - - -
/hazards/{draft}/confirm      4 4 4 8 4 4 4 4 4 4 4 4 4 4 -
/hazards/{draft}/void         4 4 4 8 4 4 4 4 4 4 4 4 4 4 -
/hazards/{passed}/sign_off    8 8 4 4 4 4 4 4 4 4 4 4 4 4 -
/hazards/{replied}/escalate   8 4 4 8 4 4 4 4 4 4 4 4 4 4 -
/notices/new                  4 4 4 8 4 4 4 4 4 4 4 4 4 4 8
/notices/{issued}/refuse      4 4 4 8 4 4 4 4 4 4 4 4 4 - -
/notices/{issued}/withdraw    4 4 4 8 4 4 4 4 4 4 4 4 4 - -
/notices/{issued}/link/revoke 4 3 3 3 4 4 4 4 4 4 3 4 4 - -
/notices/{issued}/link/renew  4 3 3 3 4 4 4 4 4 4 3 4 4 - -
/clearing/{cut}/lines         4 4 - - 4 4 4 - - - 4 4 4 4 -
/clearing/{cut}/clear         4 4 - - 4 4 4 - - - 4 4 4 4 -
/clearing/{cut}/audit         4 - 4 4 4 4 4 4 4 4 - 4 4 4 4
/clearing/{cut}/return        4 - 4 4 4 4 4 4 4 4 - 4 4 4 4
/clearing                     4 4 3 3 4 4 4 3 3 3 4 4 4 4 3
/plan/excuse                  8 8 8 4 4 4 4 4 4 4 8 4 4 4 4
/plan/excuses/{excuse}        - - - 4 4 4 4 4 4 4 - 4 4 4 4
/plan/rules/new             4 8 8 4 4 4 4 4 4 4 8 8 4 4 4
/plan/rules/{rule}/edit     4 8 8 4 4 4 4 4 4 4 8 8 4 4 4
/plan/rules/{rule}/end      4 8 8 4 4 4 4 4 4 4 8 8 4 4 4
/plan/rules/{rule}/day      4 8 8 4 4 4 4 4 4 4 8 8 4 4 4
/plan/stops                 4 8 8 4 4 4 4 4 4 4 8 8 4 4 4
/plan/catalogue             4 8 8 4 4 4 4 4 4 4 8 8 4 4 4
/plan/stops/{excuse}/end    4 - - 4 4 4 4 4 4 4 - - 4 4 4
/plan/missed                8 8 8 8 4 4 4 8 4 4 8 4 4 4 8
/plan/excuses               8 8 8 4 4 4 4 4 4 4 8 4 4 4 4
/plan/excuse/several        8 8 8 4 4 4 4 4 4 4 8 4 4 4 4
/plan/roster/shifts         4 8 8 4 4 4 4 8 4 4 8 8 4 4 4
/plan/roster/absences       4 8 8 4 4 4 4 8 4 4 8 8 4 4 4
/plan/roster/remove         4 3 3 4 4 4 4 3 4 4 3 3 4 4 4
/plan/roster/copy           4 3 3 4 4 4 4 3 4 4 3 3 4 4 4
/plan/roster/absences/{excuse}/remove 4 - - 4 4 4 4 - 4 4 - - 4 4 4
/plan/draws                 8 4 4 8 4 4 4 4 4 4 4 4 4 4 8
/plan/draws/plan            8 4 4 8 4 4 4 4 4 4 4 4 4 4 8
/plan/draws/{excuse}/void   - 4 4 - 4 4 4 4 4 4 4 4 4 4 -
/plan/workdays/{year}         4 4 8 4 4 4 4 4 4 4 8 8 4 4 4
/tablets/enrol                4 4 4 4 4 4 4 4 4 4 8 8 4 4 4
/letters/x.12345678/apply     4 - - 4 4 4 4 - 4 4 - - 4 4 4
/tablets/{tablet}/revoke      4 4 4 4 4 4 4 4 4 4 3 3 4 - -
/people/{keeper}/pin          4 4 4 4 4 8 4 4 4 4 8 8 4 - -
/places/{kind}/new                 4 4 8 4 4 4 4 4 4 4 4 8 4 4 4
/places/{kind}/{shop}              4 4 8 4 4 4 4 4 4 4 4 8 4 4 -
/places/{kind}/{shop}/retired      4 4 3 4 4 4 4 4 4 4 4 3 4 4 -
/places/sites/new                  4 4 4 4 4 4 4 4 4 4 4 8 4 4 4
/places/sites/{site}               4 4 4 4 4 4 4 4 4 4 4 8 4 4 4
/people/new                        4 4 4 4 4 4 4 4 4 4 4 8 4 4 4
/people/{keeper}                   4 4 4 4 4 4 4 4 4 4 4 8 4 - -
/people/{keeper}/left              4 4 4 4 4 4 4 4 4 4 4 3 4 - -
/people/{keeper}/portrait          4 4 4 4 4 4 4 4 4 4 4 8 4 - -
/people/{keeper}/roles             4 4 4 4 4 4 4 4 4 4 4 8 4 4 4
/people/{keeper}/account/{give}    4 4 4 4 4 4 4 4 4 4 4 8 4 - -
/import/{kind}                     4 4 8 4 4 4 4 4 4 4 4 8 4 4 4
/import/{kind}/apply               4 4 8 4 4 4 4 4 4 4 4 8 4 4 4
/import/{people}/apply             4 4 4 4 4 4 4 4 4 4 4 8 4 4 4
/profile/password                  8 8 8 8 8 8 8 8 8 8 8 8 8 8 8
/profile/language                  8 8 8 8 8 8 8 8 8 8 8 8 8 8 8
/profile/sessions                  3 3 3 3 3 3 3 3 3 3 3 3 3 3 3
/templates/import             4 4 8 4 4 4 4 4 4 4 4 8 4 4 4
/phrases/clauses              4 4 8 4 4 4 4 4 4 4 4 8 4 4 4
/templates/drafts/new         4 4 8 4 4 4 4 4 4 4 4 8 4 4 4
/templates/nobody/1/draft  4 4 - 4 4 4 4 4 4 4 4 - 4 4 4
/templates/drafts/{unknown}  4 4 - 4 4 4 4 4 4 4 4 - 4 4 4
/templates/drafts/{unknown}/publish  4 4 - 4 4 4 4 4 4 4 4 - 4 4 4
/templates/drafts/{unknown}/history  4 4 - 4 4 4 4 4 4 4 4 - 4 4 4
/templates/drafts/{unknown}/settings  4 4 - 4 4 4 4 4 4 4 4 - 4 4 4
/templates/drafts/{unknown}/dropped  4 4 - 4 4 4 4 4 4 4 4 - 4 4 4
/templates/drafts/{unknown}/rows/{unknown}  4 4 - 4 4 4 4 4 4 4 4 - 4 4 4
/templates/drafts/{unknown}/rows/{unknown}/check  4 4 - 4 4 4 4 4 4 4 4 - 4 4 4
/notifications/read           3 3 3 3 3 3 3 3 3 3 3 3 3 3 3
/notifications/choices        3 3 3 3 3 3 3 3 3 3 3 3 3 3 3
/channels/email               4 4 4 4 4 4 4 4 4 4 4 - 4 4 4
/channels/email/test          4 4 4 4 4 4 4 4 4 4 4 - 4 4 4
/channels/email/again         4 4 4 4 4 4 4 4 4 4 4 - 4 4 4
/channels/email/remove        4 4 4 4 4 4 4 4 4 4 4 - 4 4 4
/papers/batch                 - - - - - - - - - - - - - - -
/papers/forms                 4 4 8 4 4 4 4 4 4 4 4 8 4 4 4
/papers/forms/{unknown}/retired  - - - - - - - - - - - - - - -
/jobs/{unknown}/cancel        - - - - - - - - - - - - - - -
/phrases/new                  4 4 8 4 4 4 4 4 4 4 4 8 4 4 4
/phrases/shipped              4 4 3 4 4 4 4 4 4 4 4 3 4 4 4
/phrases/{phrase}             4 4 - 4 4 4 4 4 4 4 4 - 4 4 4
/phrases/{phrase}/retired     4 4 - 4 4 4 4 4 4 4 4 - 4 4 4
"""
# Below a token; test_answer says what each needs.
UNIT = ("", "/receipt", "/reply/*", "/more-time/*", "/photo/*", "/photo/*/small")
ON_POSTGRESQL = ("quality", "lead", "admin", "unit", "stranger")
"""Who opens pages over PostgreSQL as well: between them all that open to anybody, and those who see a part or nothing."""
MEANING = {"2": {200}, "3": {303}, "4": {403}, "8": {422}, "-": {404}}


def rows(table):
    for line in table.strip().splitlines():
        path, *marks = line.split()
        yield from ((path, login, mark) for login, mark in zip(LOGINS, marks, strict=True))


def address(path, estate):
    return path.format(
        record=estate.record,
        own=estate.hazards["overdue"],
        foreign=estate.hazards["issued"],
        received=estate.notice,
        tablet=TABLET,
        year=2026,
        cut="2026-11-22",
        draw="unknown",
        phrase="unknown",
        unknown="unknown",
        kind="unit",
        people="person",
        shop=SHOP,
        site=SITE,
        give="give",
        photo=estate.photo,
        keeper=person_id("keeper"),
        excuse=an_id(0x599),
        rule=PATROL_RULE,
        day="2026-11-23",
        miss=f"{PATROL_RULE}.2026-11-01",
        **{**estate.hazards, "issued": estate.issued},
    )


def test_matrix_names_everybody():
    assert list(PEOPLE) == LOGINS


EVERYWHERE = pytest.mark.parametrize(
    ("database", "login"),
    [
        *(("sqlite", login) for login in LOGINS),
        *(pytest.param("postgresql", login, marks=pytest.mark.process) for login in ON_POSTGRESQL),
    ],
)


def test_every_page_that_opens_to_anybody_opens_over_postgresql_to_somebody():
    to_anybody = {path for path, _, mark in rows(MATRIX) if mark == "2"}

    assert {path for path, login, mark in rows(MATRIX) if mark == "2" and login in ON_POSTGRESQL} == to_anybody


@EVERYWHERE
def test_pages_open_to_whom_the_matrix_says(login, sign_in, estate):
    browser = sign_in(login)

    seen = {
        (path, browser.get(address(path, estate), buffered=True).status_code in MEANING[mark])
        for path, who, mark in rows(MATRIX)
        if who == login
    }

    assert {path for path, is_right in seen if not is_right} == set()


@EVERYWHERE
def test_forms_are_taken_from_whom_the_matrix_says(login, sign_in, estate):
    browser = sign_in(login)

    seen = {
        path: (browser.post(address(path, estate)).status_code, mark) for path, who, mark in rows(ACTS) if who == login
    }

    assert {path: found for path, (found, mark) in seen.items() if found not in MEANING[mark]} == {}


def test_nobody_is_sent_to_the_sign_in_page_from_everywhere(nobody, estate):
    paths = {path for path, _, _ in rows(MATRIX)} | {path for path, _, _ in rows(ACTS)}

    answers = {path: nobody.get(address(path, estate)) for path in paths if "review" not in path}
    posts = {path: nobody.post(address(path, estate)) for path in paths}

    assert {path for path, answer in posts.items() if answer.status_code not in {303, 405}} == set()
    assert {
        path for path, answer in answers.items() if answer.status_code == 303 and "/signin" not in answer.location
    } == set()
    assert {path for path, answer in answers.items() if answer.status_code not in {303, 405}} == set()


def test_every_address_of_the_office_is_in_the_matrix(app):
    def shape(rule):
        return "/".join("*" if part.startswith(("<", "{")) else part for part in rule.split("/"))

    known = {shape(path) for path, _, _ in (*rows(MATRIX), *rows(ACTS))}
    known |= {"/signin", "/signout", "/static/*", "/password/*", "/v", "/v/*"}  # open to everybody
    known |= {"/hazards/*/measure/*", "/orders/*/*"}
    known |= {"/hazards/*/*", "/notices/*/*", "/templates/*", "/templates/*/*", "/letters/*", "/letters/*/*"}
    known |= {"/templates/*/*/preview", "/templates/*/*/form.<ending>", "/templates/*/*/draft", "/templates/*/compare"}
    known |= {"/templates/drafts/*/form.<ending>"}
    known |= {"/letters/*/photos/*", "/letters/*/photos/*/thumb"}
    known |= {f"/u/*{rest}" for rest in UNIT}
    known |= {"/channels/*", "/channels/*/test", "/channels/*/again", "/channels/*/remove"}
    api = ("/v1/", "/openapi.json", "/healthz", "/readyz")

    office = {shape(rule.rule) for rule in app.url_map.iter_rules() if not rule.rule.startswith(api)}

    assert office - known == set()


def test_a_record_of_another_site_is_as_if_it_did_not_exist(sign_in, estate):
    stranger = sign_in("stranger")

    assert stranger.get("/hazards").get_data(as_text=True).count("YH-2026-") == 0
    assert stranger.get(f"/hazards/{estate.hazards['open']}").status_code == 404
    assert stranger.post(f"/hazards/{estate.hazards['draft']}/void", data={"reason": "x"}).status_code == 404


def test_a_role_at_one_site_opens_nothing_at_another(sign_in, estate, store):
    with store.writing() as tx:
        grant(tx, person_id("stranger"), SITE, Role.REPAIR_WORKER)
    paths = [f"/hazards/{estate.hazards['open']}", f"/notices/{estate.notice}", f"/inspections/{estate.record}"]

    browser = sign_in("stranger")  # leads inspections at another site, which is the one chosen

    assert {path: browser.get(path).status_code for path in paths} == dict.fromkeys(paths, 403)
    assert browser.post(f"/hazards/{estate.hazards['draft']}/void", data={"reason": "x"}).status_code == 403
    assert browser.post(f"/notices/{estate.issued}/withdraw", data={"reason": "x"}).status_code == 403


def test_somebody_of_a_unit_sees_the_own_matters_only(sign_in):
    page = sign_in("unit").get("/hazards").get_data(as_text=True)

    assert "消火栓箱前停放电动自行车" in page
    assert "防火门闭门器损坏" not in page


@pytest.mark.parametrize("address", ["/hazards/%00", "/inspections/a%00b", "/notices/%00"])
def test_an_address_with_a_nul_names_nothing_on_either_database(sign_in, address):
    answer = sign_in("lead").get(address)

    assert answer.status_code == 404
