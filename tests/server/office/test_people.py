"""PINs for tablets: who may set whose, what a PIN must be, and that nothing keeps the digits."""

from __future__ import annotations

import pytest

from server.store.shift import pins
from server.store.viewer import viewer_of
from shared.model.shift import Pin
from shared.shift import is_right
from tests.builders import SITE
from tests.estate import person_id

KEEPER, PATROLLER = person_id("keeper"), person_id("patroller")


def pin_of(store, person):
    with store.reading() as tx:
        return tx.find(Pin, person)


def send(browser, person, **form):
    return browser.post(f"/people/{person}/pin", data=form)


def test_the_administrator_gives_a_person_a_pin_and_only_its_verifier_is_kept(sign_in, store):
    admin = sign_in("admin")

    answer = send(admin, KEEPER, pin="4711", again="4711")

    pin = pin_of(store, KEEPER)
    assert answer.status_code == 303
    assert (is_right(pin, "4711"), is_right(pin, "4712")) == (True, False)
    assert (pin.set_by, pin.site) == (person_id("admin"), SITE)
    page = admin.get("/people").get_data(as_text=True)
    assert "已设" in page
    assert f"/people/{KEEPER}/pin" in page


@pytest.mark.parametrize(
    ("pin", "again", "said"),
    [
        ("", "", "请填写"),
        ("12a4", "12a4", "请输入 4 到 6 位数字"),
        ("1234567", "1234567", "请输入 4 到 6 位数字"),
        ("1234", "1234", "太容易猜到"),
        ("7777", "7777", "太容易猜到"),
        ("4711", "4712", "两次输入不一样"),
    ],
)
def test_a_pin_that_will_not_do_is_refused_with_the_reason(sign_in, store, pin, again, said):
    answer = send(sign_in("admin"), KEEPER, pin=pin, again=again)

    assert answer.status_code == 422
    assert said in answer.get_data(as_text=True)
    assert pin_of(store, KEEPER) is None


def test_everybody_sets_the_own_pin_and_nobody_else_another_s(sign_in, store):
    keeper = sign_in("keeper")

    own, other = send(keeper, KEEPER, pin="8642", again="8642"), send(keeper, PATROLLER, pin="8642", again="8642")

    assert (own.status_code, other.status_code) == (303, 403)
    assert is_right(pin_of(store, KEEPER), "8642")
    assert pin_of(store, PATROLLER) is None
    assert keeper.get(f"/people/{KEEPER}/pin").status_code == 200


def test_a_pin_taken_back_opens_nothing_and_is_listed_no_more(sign_in, store):
    admin = sign_in("admin")
    send(admin, KEEPER, pin="4711", again="4711")

    answer = send(admin, KEEPER, take_back="1")

    assert answer.status_code == 303
    assert not is_right(pin_of(store, KEEPER), "4711")
    with store.reading() as tx:
        assert pins(tx, viewer_of(tx, person_id("admin")), SITE) == {}


def test_people_of_another_site_are_not_found_by_their_address(sign_in):
    answer = send(sign_in("admin"), person_id("stranger"), pin="4711", again="4711")

    assert answer.status_code == 404
