"""People and their accounts: who may change what, one-time links, password rules, locks, sessions, the last administrator."""

from __future__ import annotations

import io
import re
from datetime import timedelta

import pytest
from PIL import Image

from server.office.session.rule import password_fault
from server.store.account import account_of, find_account, make_link, open_sessions, set_password
from server.store.viewer import grant, set_roles, viewer_of
from shared.model.place import Person, Role
from tests.builders import OTHER_SITE
from tests.estate import PASSWORD, SHOP, person_id

GOOD = "harbour light 26"
KEEPER, ADMIN = person_id("keeper"), person_id("admin")


def text_of(answer):
    return answer.get_data(as_text=True)


def the_person(store, ident):
    with store.reading() as tx:
        return tx.get(Person, ident)


def new_person(browser, **form):
    return browser.post("/people/new", data={"name": "林小雨", "roles": ["inspector", "patroller"], **form})


def the_link(answer):
    return re.search(r"/password/[\w-]+", text_of(answer)).group()


def test_a_new_person_gets_an_account_by_a_link_that_works_once(sign_in, nobody, store):
    # given: the administrator adds somebody and gives an account
    admin = sign_in("admin")
    person = new_person(admin, code="G-017", phone="8123", unit=SHOP).location.rsplit("/", 1)[-1]
    given = admin.post(f"/people/{person}/account/give", data={"login": "LinXiaoyu"})
    link = the_link(given)
    # when: the link is opened, a password set, and the link tried again
    page = nobody.get(link)
    set_ = nobody.post(link, data={"new": GOOD, "again": GOOD})
    again = nobody.get(link)
    # then
    assert (given.status_code, page.status_code, set_.status_code, again.status_code) == (200, 200, 303, 404)
    assert "林小雨" in text_of(page)
    assert nobody.get("/").status_code == 200
    with store.reading() as tx:
        found = tx.get(Person, person)
        assert account_of(tx, found.id).login == "linxiaoyu"
    assert (found.code, found.phone, found.unit, found.roles) == (
        "G-017",
        "8123",
        SHOP,
        (Role.INSPECTOR, Role.PATROLLER),
    )


def test_a_link_is_over_after_three_days_and_a_reset_ends_sessions_and_password(sign_in, nobody, clock):
    admin, keeper = sign_in("admin"), sign_in("keeper")

    link = the_link(admin.post(f"/people/{KEEPER}/account/link"))
    is_out = keeper.get("/inspections").status_code
    old = nobody.post("/signin", data={"login": "keeper", "password": PASSWORD}).status_code
    clock.advance(timedelta(hours=73))

    assert (is_out, old, nobody.get(link).status_code) == (303, 422, 404)


def by_another_link(admin, store):
    admin.post(f"/people/{KEEPER}/account/link")


def by_disabling_and_enabling(admin, store):
    admin.post(f"/people/{KEEPER}/account/disable")
    admin.post(f"/people/{KEEPER}/account/enable")


def by_leaving_and_coming_back(admin, store):
    admin.post(f"/people/{KEEPER}/left", data={"has_left": "yes"})
    admin.post(f"/people/{KEEPER}/left", data={})
    admin.post(f"/people/{KEEPER}/account/enable")


def by_a_role_elsewhere(admin, store):
    with store.writing() as tx:
        grant(tx, KEEPER, OTHER_SITE, Role.PATROLLER)


def by_roles_set_elsewhere(admin, store):
    with store.writing() as tx:
        set_roles(tx, KEEPER, OTHER_SITE, [Role.FIRE_PRINCIPAL])


def by_a_password_from_the_command(admin, store):
    with store.writing() as tx:
        set_password(tx, "keeper", "hash")


@pytest.mark.parametrize(
    "happens",
    [
        by_another_link,
        by_disabling_and_enabling,
        by_leaving_and_coming_back,
        by_a_role_elsewhere,
        by_roles_set_elsewhere,
        by_a_password_from_the_command,
    ],
)
def test_a_link_is_void_once_more_hangs_on_it_or_another_way_was_taken(sign_in, nobody, store, happens):
    admin = sign_in("admin")
    link = the_link(admin.post(f"/people/{KEEPER}/account/link"))
    before = nobody.get(link).status_code

    happens(admin, store)

    after, used = nobody.get(link).status_code, nobody.post(link, data={"new": GOOD, "again": GOOD}).status_code
    assert (before, after) == (200, 404)
    assert used in (404, 422)
    assert nobody.post("/signin", data={"login": "keeper", "password": GOOD}).status_code == 422


def test_a_role_taken_away_elsewhere_leaves_a_link_as_it_is(sign_in, nobody, store):
    with store.writing() as tx:
        set_roles(tx, KEEPER, OTHER_SITE, [Role.PATROLLER, Role.INSPECTOR])
        link = f"/password/{make_link(tx, 'keeper', KEEPER)}"
    with store.writing() as tx:
        set_roles(tx, KEEPER, OTHER_SITE, [Role.PATROLLER])

    assert nobody.get(link).status_code == 200


@pytest.mark.parametrize(
    ("password", "fault"),
    [
        ("short", "password.too_short"),
        ("x" * 201, "password.too_long"),
        ("Password-1234", "password.too_common"),
        ("qwertyuiop12", "password.too_common"),
        ("1234567890", "password.too_common"),
        ("aaaaaaaaaaaa", "password.too_common"),
        ("wangjianguo1", "password.is_name"),
        ("王建国王建国王建国88", "password.is_name"),
        (GOOD, ""),
        ("三号楼的电梯机房很热", ""),
    ],
)
def test_password_rules(password, fault):
    assert password_fault(password, "wangjianguo", "王建国") == fault


def test_one_s_own_password_is_changed_with_the_old_one_and_other_browsers_are_out(sign_in, nobody):
    here, there = sign_in("keeper"), sign_in("keeper")

    wrong = here.post("/profile/password", data={"old": "nonsense", "new": GOOD, "again": GOOD})
    right = here.post("/profile/password", data={"old": PASSWORD, "new": GOOD, "again": GOOD})

    assert (wrong.status_code, right.status_code) == (422, 303)
    assert (here.get("/profile").status_code, there.get("/profile").status_code) == (200, 303)
    assert nobody.post("/signin", data={"login": "keeper", "password": GOOD}).status_code == 303


def test_a_language_is_kept_for_the_next_browser(sign_in):
    sign_in("keeper").post("/profile/language", data={"language": "en"})

    assert "My account" in text_of(sign_in("keeper").get("/profile"))


def test_sessions_are_listed_and_ended_one_by_one(sign_in, store):
    here, there = sign_in("keeper"), sign_in("keeper")
    with store.reading() as tx:
        token = here.get_cookie("session").value
        other = next(one for one in open_sessions(tx, "keeper", token) if not one.is_own)

    page = text_of(here.get("/profile"))
    ended = here.post("/profile/sessions", data={"mark": other.mark})

    assert page.count('name="mark"') == 1
    assert ended.status_code == 303
    assert (here.get("/profile").status_code, there.get("/profile").status_code) == (200, 303)


def test_a_locked_account_says_until_when_and_is_unlocked(sign_in, app):
    admin = sign_in("admin")
    elsewhere = app.test_client()
    elsewhere.environ_base.update(HTTP_ORIGIN="http://localhost", REMOTE_ADDR="10.0.0.9")
    for _ in range(8):
        elsewhere.post("/signin", data={"login": "keeper", "password": "wrong"})
    elsewhere.environ_base["REMOTE_ADDR"] = "10.0.0.10"
    locked = elsewhere.post("/signin", data={"login": "keeper", "password": PASSWORD}).status_code
    page = text_of(admin.get(f"/people/{KEEPER}"))

    unlocked = admin.post(f"/people/{KEEPER}/account/unlock")

    assert (locked, unlocked.status_code) == (429, 303)
    assert "锁定到" in page
    assert elsewhere.post("/signin", data={"login": "keeper", "password": PASSWORD}).status_code == 303


def test_who_left_signs_in_nowhere_and_stays_in_the_list_of_those_who_left(sign_in, store):
    admin, keeper = sign_in("admin"), sign_in("keeper")

    answer = admin.post(f"/people/{KEEPER}/left", data={"has_left": "1"})

    assert answer.status_code == 303
    assert keeper.get("/inspections").status_code == 303
    assert not the_person(store, KEEPER).is_active
    assert "王建国" not in text_of(admin.get("/people"))
    assert "王建国" in text_of(admin.get("/people?show=left"))
    with store.reading() as tx:
        assert find_account(tx, "keeper").is_disabled


def test_the_last_administrator_stays(sign_in, store):
    admin = sign_in("admin")
    other = new_person(admin, roles=["administrator"], name="另一管理员").location.rsplit("/", 1)[-1]

    without = admin.post(f"/people/{ADMIN}", data={"name": "何系统", "roles": ["inspector"]})
    left = admin.post(f"/people/{ADMIN}/left", data={"has_left": "1"})
    disabled = admin.post(f"/people/{ADMIN}/account/disable")

    assert [one.status_code for one in (without, left, disabled)] == [422, 422, 422]
    assert "最后一个" in text_of(without)  # the other one has no account
    assert Role.ADMINISTRATOR in the_person(store, ADMIN).roles
    assert Role.ADMINISTRATOR in the_person(store, other).roles


def test_an_administrator_who_is_not_the_last_may_go(sign_in, nobody, store):
    admin = sign_in("admin")
    other = new_person(admin, roles=["administrator"], name="另一管理员").location.rsplit("/", 1)[-1]
    link = the_link(admin.post(f"/people/{other}/account/give", data={"login": "second"}))
    nobody.post(link, data={"new": GOOD, "again": GOOD})

    answer = nobody.post(f"/people/{ADMIN}/left", data={"has_left": "1"})

    assert answer.status_code == 303
    assert not the_person(store, ADMIN).is_active


def test_roles_at_another_site_need_the_administrator_of_that_site(sign_in, store):
    admin = sign_in("admin")
    form = {"site": OTHER_SITE, "roles": ["inspector"]}

    refused = admin.post(f"/people/{KEEPER}/roles", data=form)
    with store.writing() as tx:
        grant(tx, ADMIN, OTHER_SITE, Role.ADMINISTRATOR)
    taken = admin.post(f"/people/{KEEPER}/roles", data=form)

    assert (refused.status_code, taken.status_code) == (403, 303)
    with store.reading() as tx:
        assert viewer_of(tx, KEEPER).roles_at(OTHER_SITE) == {Role.INSPECTOR}


@pytest.mark.parametrize("login", ["manager", "lead", "keeper"])
def test_nobody_but_the_administrator_changes_people(sign_in, store, login):
    browser = sign_in(login)

    answers = [
        new_person(browser),
        browser.post(f"/people/{KEEPER}", data={"name": "x", "roles": ["administrator"]}),
        browser.post(f"/people/{KEEPER}/left", data={"has_left": "1"}),
        browser.post(f"/people/{KEEPER}/account/disable"),
    ]

    assert {one.status_code for one in answers} == {403}
    assert the_person(store, KEEPER).name == "王建国"


def test_somebody_of_another_site_is_not_found(sign_in):
    admin = sign_in("admin")

    assert admin.get(f"/people/{person_id('stranger')}").status_code == 404
    assert admin.post(f"/people/{person_id('stranger')}/account/link").status_code == 404


def test_a_form_that_was_opened_before_another_change_overwrites_nothing(sign_in, store):
    admin = sign_in("admin")
    page = text_of(admin.get(f"/people/{KEEPER}"))
    seen = re.search(r'name="rev" value="(\d+)"', page).group(1)
    admin.post(f"/people/{KEEPER}", data={"name": "王建国", "roles": ["maintenance_keeper"], "phone": "8011"})

    answer = admin.post(f"/people/{KEEPER}", data={"name": "王老二", "roles": ["maintenance_keeper"], "rev": seen})

    assert answer.status_code == 422
    assert "王老二" in text_of(answer)
    assert the_person(store, KEEPER).phone == "8011"


def test_a_portrait_is_cut_square_and_shown_to_those_who_see_people(sign_in, store):
    out = io.BytesIO()
    Image.new("RGB", (800, 1200), (90, 120, 150)).save(out, "JPEG")
    admin = sign_in("admin")

    answer = admin.post(f"/people/{KEEPER}/portrait", data={"portrait": (io.BytesIO(out.getvalue()), "me.jpg")})

    name = the_person(store, KEEPER).photo
    with Image.open(io.BytesIO(admin.get(f"/photos/{name}", buffered=True).data)) as kept:
        assert (answer.status_code, kept.size) == (303, (240, 240))
    assert sign_in("keeper").get(f"/photos/{name}").status_code == 404
    no_picture = admin.post(f"/people/{KEEPER}/portrait", data={"portrait": (io.BytesIO(b"no picture"), "x.jpg")})
    assert no_picture.status_code == 422


def test_people_can_be_narrowed_by_role_unit_and_name(sign_in):
    admin = sign_in("admin")

    assert "王建国" in text_of(admin.get("/people?role=maintenance_keeper"))
    assert "王建国" not in text_of(admin.get("/people?role=front_desk"))
    assert "许老板" in text_of(admin.get(f"/people?unit={SHOP}"))
    assert "周敏" not in text_of(admin.get("/people?q=王建"))


def test_a_link_for_somebody_with_roles_elsewhere_is_an_administrators_of_all_those_sites(sign_in, store):
    with store.writing() as tx:
        grant(tx, KEEPER, OTHER_SITE, Role.FIRE_PRINCIPAL)
    admin = sign_in("admin")

    refused = admin.post(f"/people/{KEEPER}/account/link")
    with store.writing() as tx:
        grant(tx, ADMIN, OTHER_SITE, Role.ADMINISTRATOR)
    given = admin.post(f"/people/{KEEPER}/account/link")

    assert (refused.status_code, "/password/" in text_of(refused)) == (422, False)
    assert "其他小区也有角色" in text_of(refused)
    assert the_link(given)
