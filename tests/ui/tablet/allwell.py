"""A machine-room round of 28 items in which all is well, walked by touch: for the test and the benchmark `taps_round`."""

from __future__ import annotations

from typing import Any

from mobile import actions
from mobile.views.setting import row_key
from shared.ids import TemplateId
from shared.model.place import Text
from shared.model.template import Item, ItemKind, Limits, Section, Template
from tests.mobile.longshan import ROOM, feed
from tests.ui.tablet.finger import key_in, sign

READ = {4: (5, 40, "26.5"), 5: (None, 90, "60"), 12: (None, 95, "48"), 15: (None, 0.7, "0.4"), 21: (353, 407, "380")}
"""The five readings of the machine-room facts §3, by number: limits and what is keyed in."""
ITEMS = 28
DIGITS = sum(len(figure) for _, _, figure in READ.values())


def a_room_round() -> Template:
    """LMR-D as the facts list it: 28 items, five of them readings, one lift."""
    items = []
    for number in range(1, ITEMS + 1):
        low, high, _ = READ.get(number, (None, None, ""))
        kind = ItemKind.NUMBER if number in READ else ItemKind.PASS_FAIL
        limits = Limits(low, high) if number in READ else None
        code = f"LMR-{number:02d}"
        items.append(Item(f"n{number}", kind, Text(f"第{number}项"), "room", code, required="yes", limits=limits))
    section = Section("room", Text("机房"))
    return Template(TemplateId("lmr-28"), 1, Text("机房 28 项"), "machine_room", (section,), tuple(items))


def walk(finger: Any) -> tuple[int, str]:
    """Walk it from the list of rounds until it is submitted; return the taps that took and the record.

    Writing one's name is a stroke, no tap.
    """
    tablet = finger.app.parts.tablet
    feed(tablet.store, [a_room_round()])
    record = actions.start_round(tablet, template=TemplateId("lmr-28"), point=ROOM)
    finger.app.shell.refresh()
    finger.settle()
    taps = [0]
    touch = finger.tap_at

    def counted(x: float, y: float) -> None:
        taps[0] += 1
        touch(x, y)

    finger.tap_at = counted

    finger.tap("机房 28 项")
    for number in range(1, ITEMS + 1):
        here = finger.app.shell.screen._here
        if here != row_key(f"n{number}", None):
            raise LookupError(here)
        if number not in READ:
            row = next(row for row in finger.all("CheckRow") if row.view.key == here)
            finger.tap("合格", root=row)
            continue
        key_in(finger, READ[number][2])
        finger.tap("下一项", nth=-1)
    finger.tap("签名提交", nth=-1)
    sign(finger)
    finger.tap("提交")
    return taps[0], record
