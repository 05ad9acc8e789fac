"""A new tablet asks for the server and the code, and says in plain words what went wrong."""

from __future__ import annotations

from shared.errors import EnrolmentCodeError
from tests.ui.tablet.estate import a_tablet, enrol, feed, places, rules, templates


def key_code(finger, code):
    for letter in code:
        finger.tap(finger.find("Key", key=letter))


def give_address(finger, address):
    finger.tap("http://192.168.1.10:8765")
    field = finger.find("TextField")
    field.focus = True
    finger.type(address)
    finger.tap("完成")


def test_a_new_tablet_is_enrolled_by_address_and_code(open_app, tmp_path):
    parts = a_tablet(tmp_path, is_enrolled=False)
    asked = []

    def accept(address, code):
        asked.append((address, code))
        enrol(parts.tablet.store)
        feed(parts.tablet.store, [*templates(), *places(), *rules()])

    parts.enrol = accept
    finger = open_app(parts=parts)
    give_address(finger, "192.168.1.10:8765")
    key_code(finger, "A7KZ23PQ")

    finger.tap("登记")

    assert asked == [("http://192.168.1.10:8765", "A7KZ23PQ")]
    assert finger.app.desk.router.here.screen == "rounds"
    assert finger.shows("1号楼电梯机房 日巡视")


def test_a_wrong_code_is_said_in_plain_words_and_keeps_what_was_typed(open_app, tmp_path):
    parts = a_tablet(tmp_path, is_enrolled=False)

    def refuse(_address, _code):
        raise EnrolmentCodeError

    parts.enrol = refuse
    finger = open_app((800, 1280), parts=parts)
    give_address(finger, "192.168.1.10:8765")
    key_code(finger, "A7KZ23PQ")

    finger.tap("登记")

    assert finger.shows("登记码不对或已过期，请向办公室再要一个。")
    assert "".join(finger.app.shell.screen.view.code_cells) == "A7KZ23PQ"


def test_the_button_waits_for_the_whole_code(open_app, tmp_path):
    finger = open_app(parts=a_tablet(tmp_path, is_enrolled=False))
    key_code(finger, "A7K")

    finger.tap(finger.find("Key", key="backspace"))

    assert "".join(finger.app.shell.screen.view.code_cells) == "A7"
    assert finger.target("登记").disabled
