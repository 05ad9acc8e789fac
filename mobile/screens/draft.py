"""Before an unfinished round is gone on with: one that a colleague began is taken over, or the tablet changes hands first."""

from __future__ import annotations

from collections.abc import Callable

from mobile import actions
from mobile.screens.screen import Desk
from mobile.views.parts import OptionView
from mobile.views.who import whose_draft
from mobile.widgets.sheet import OptionSheet
from shared.ids import InspectionId

TAKE, SWITCH = "take", "switch"


def own_first(desk: Desk, record: InspectionId, go_on: Callable[[], None]) -> None:
    """Call ``go_on`` if a draft is the own one; if somebody else began it, ask first whose it is from now on."""
    setting = desk.setting()
    head = setting.source.head(record)
    name = whose_draft(setting, head) if head is not None else ""
    if head is None or not name:
        go_on()
        return
    texts, author = desk.texts.shift, head.author
    options = [
        OptionView(TAKE, texts.draft_take_over, "account-check-outline"),
        OptionView(SWITCH, texts.draft_switch.format(name=name), "account-switch-outline"),
    ]

    def chosen(_sheet: object, key: str) -> None:
        desk.shell.close_sheet()
        if key == SWITCH:
            desk.router.go("who", "", author)
        elif desk.do(lambda: actions.take_over(desk.tablet, record)):
            go_on()
            desk.shell.say(texts.draft_taken, "account-check-outline")

    sheet = OptionSheet(title=texts.draft_of_title.format(name=name), options=options, cancel=desk.texts.cancel)
    sheet.bind(on_choose=chosen)
    desk.shell.open_sheet(sheet)
