"""Every screen of the tablet in the states that matter: what the sweep over looks, the golden pictures and eyes go through.

A tablet is furnished once with something in every list: rounds begun, failed and finished, hazards, a notice being written and one that was
issued, people inside, a shift under way. `STATES` then names for each screen how to come to each of its states.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from mobile import actions
from mobile.actions import Tablet
from mobile.text import texts_for
from mobile.views.judged import judge
from mobile.views.setting import Setting, row_key
from shared.ids import HazardId, InspectionId, NoticeId, TemplateId
from shared.model.access import AccessCategory
from shared.model.hazard import RecheckResult
from shared.model.inspection import Result
from shared.model.mark import Ink, Mark, MarkKind
from shared.model.template import HazardGrade, ItemKind
from shared.shift import make_pin
from tests.builders import NOW, an_id
from tests.mobile.longshan import (
    CLOSED_HAZARD,
    HAZARD,
    LEAD,
    ME,
    OLD,
    OVERDUE_HAZARD,
    PUMP_RULE,
    PUMPS,
    ROOM,
    ROOM2,
    SITE,
    STAIRS,
    TODAY,
    UNIT,
    a_picture,
    a_return,
    feed,
    furnish,
    old_record,
    templates,
)
from tests.ui.tablet.finger import answer_to

STROKES = (((0.1, 0.5), (0.4, 0.2), (0.9, 0.5)),)
NOTICE = NoticeId(an_id(71))
"""The notice that the stock's hazards stand on."""
FAILED, READING = "lmr_09", "lmr_04"
"""Items of the daily round: one that is failed, and one that is a reading."""
LONG_NAME = "上官慕容（维保单位带班负责人）"


@dataclass
class Stock:
    """What a furnished tablet holds: the ids that the states need."""

    begun: str = ""
    surprise: str = ""
    finished: str = ""
    found: str = ""
    notice: str = ""
    issued: str = ""
    visit: str = ""
    report: str = ""
    memo: str = ""
    excuse: str = ""
    admit: str = ""
    recheck: str = ""
    photo: str = ""
    shift: str = ""


def fill(home: Path) -> Stock:
    """Furnish a tablet in ``home`` and do half a shift's work on it."""
    tablet = furnish(home)
    feed(tablet.store, [*old_record(), *a_return()])
    stock = Stock()
    stock.finished, stock.found = _finished_round(tablet, home)
    stock.begun = _begun_round(tablet, home)
    stock.photo = tablet.store.photos_of(stock.begun)[0].id
    marks = (
        Mark(MarkKind.ARROW, ((0.2, 0.2), (0.5, 0.5)), Ink.RED),
        Mark(MarkKind.TEXT, ((0.4, 0.7),), Ink.RED, "指针在红区"),
    )
    actions.mark_photo(tablet, stock.photo, marks)
    stock.issued, stock.notice = _notices(tablet)
    _forms(tablet, stock, home)
    stock.shift = actions.begin_shift(tablet)
    tablet.store.close()
    return stock


def _take_photo(tablet: Tablet, home: Path, record: str, item: str = "") -> None:
    photo = actions.begin_photo(tablet, record, item)
    actions.finish_photo(tablet, photo, a_picture(home / "camera"))


def _fail(tablet: Tablet, home: Path, record: InspectionId, item: str) -> None:
    actions.answer(tablet, record, item, result=Result.FAIL)
    _take_photo(tablet, home, record, item)
    actions.set_note(tablet, record, item, None, "灭火器不在托架上，压力指针在红区，检查牌上个月没有签字")
    actions.set_action(tablet, record, item, None, "已报主管")


def _finished_round(tablet: Tablet, home: Path) -> tuple[str, str]:
    """Walk a round to its end with one fail; return the record and the hazard that it raised."""
    record = actions.start_round(tablet, template=TemplateId("lmr-d"), point=ROOM2)
    _fail(tablet, home, record, FAILED)
    setting = Setting(tablet.store, tablet.clock, texts_for("zh"))
    while (state := judge(setting, record)) is not None and state.evaluation.blocking:
        row = state.evaluation.blocking[0]
        actions.answer(tablet, record, row.item.name, row.per, **answer_to(row))
    actions.sign(tablet, record, "inspector", "王建国", STROKES, person=ME)
    return record, actions.finish_round(tablet, record, late_reason="处理紧急事情")[0]


def _begun_round(tablet: Tablet, home: Path) -> str:
    """Begin a round of the first machine room: some answers, a fail, a reading out of its limits."""
    record = actions.start_round(tablet, template=TemplateId("lmr-d"), point=ROOM)
    for item in ("lmr_01", "lmr_02"):
        actions.answer(tablet, record, item, result=Result.PASS)
    actions.answer(tablet, record, READING, value=43.5)
    _fail(tablet, home, record, FAILED)
    return record


def _notices(tablet: Tablet) -> tuple[str, str]:
    """Issue one notice with a temporary number and begin another one."""
    issued, begun = (
        _hazard(tablet, words) for words in ("3号楼 2 层防火门闭门器损坏，门不能自行关闭", "配电间堆放杂物")
    )
    notice = actions.start_notice(tablet, [issued], unit=UNIT)
    draft = tablet.store.notice_draft(notice)
    line = replace(
        draft.lines[0], grade=HazardGrade.GENERAL, deadline_on=TODAY + timedelta(days=7), responsible_person="刘大勇",
        required_measures="更换闭门器并调试，恢复自闭", interim_measures="派专人看守", legal_basis="《建筑设计防火规范》",
    )  # fmt: skip
    actions.change_line(tablet, notice, line)
    actions.change_notice(
        tablet, replace(tablet.store.notice_draft(notice), interim_clause="整改期间每两小时巡查一次", reply_to="质管部")
    )
    actions.sign(tablet, notice, "lead_inspector", "王建国", STROKES, person=ME)
    actions.issue_notice(tablet, notice)
    second = actions.start_notice(tablet, [begun], unit=UNIT)  # a form in which nothing was entered would be forgotten
    actions.change_notice(tablet, replace(tablet.store.notice_draft(second), reply_to="质管部"))
    return notice, second


def _hazard(tablet: Tablet, words: str) -> HazardId:
    draft = actions.start_hazard(tablet, STAIRS, UNIT)
    actions.change_hazard(tablet, replace(tablet.store.hazard_draft(draft), description=words, location="2 层"))
    _take_photo(tablet, tablet.files.root.parent, draft)
    actions.raise_hazard(tablet, draft)
    return draft


def _forms(tablet: Tablet, stock: Stock, home: Path) -> None:
    """Begin every form there is, and fill in some of it."""
    stock.surprise = actions.start_round(tablet, template=TemplateId("fire-surprise"), point=STAIRS, unit=UNIT)
    stock.visit = actions.start_visit(tablet, template=TemplateId("fire-surprise"))
    actions.change_visit(
        tablet, replace(tablet.store.visit_draft(stock.visit), unit=UNIT, inspectors=("李主任", LONG_NAME))
    )
    stock.report = actions.start_hazard(tablet, PUMPS, UNIT)
    actions.change_hazard(
        tablet, replace(tablet.store.hazard_draft(stock.report), description="应急照明灯损坏 3 盏，安全出口标志不亮")
    )
    _take_photo(tablet, home, stock.report)
    stock.memo = actions.start_note(tablet, "point", ROOM)
    actions.change_note(tablet, replace(tablet.store.note_draft(stock.memo), text="门锁偏紧，已上油"))
    stock.excuse = actions.start_excuse(tablet, PUMP_RULE, TODAY)
    actions.change_excuse(tablet, stock.excuse, reason="停电", note="物业通知 9 点到 12 点停电检修")
    actions.go_in(tablet, ROOM, "日常巡查")
    stock.admit = actions.start_admit(tablet, ROOM2)
    actions.change_admit(
        tablet,
        stock.admit,
        lambda form: replace(form, name=LONG_NAME, org="海州安顺电梯有限公司", category=AccessCategory.CONTRACTOR),
    )
    stock.recheck = actions.start_recheck(tablet, HAZARD)
    actions.set_recheck(tablet, stock.recheck, result=RecheckResult.PARTLY)
    _take_photo(tablet, home, stock.recheck)


def with_pins(tablet: Tablet) -> None:
    """Let two people of the site have a PIN; the first of them has entered it."""
    feed(tablet.store, [make_pin(who, SITE, "4711", bytes(16), NOW, who, rounds=2) for who in (ME, LEAD)])
    actions.enter_pin(tablet, ME, "4711")


# -------------------------------------------------------------------- the states
State = Callable[["Guide"], None]


@dataclass
class Guide:
    """Leads the app to a state."""

    finger: Any
    stock: Stock

    def __post_init__(self) -> None:
        self.finger.pace = 15

    @property
    def screen(self) -> Any:
        return self.finger.app.shell.screen

    @property
    def texts(self) -> Any:
        return self.finger.app.texts

    def go(self, screen: str, record: str = "", item: str = "") -> None:
        """Open a screen with nothing over it."""
        self.finger.app.desk.router.replace(screen, record, item)
        self.finger.settle()

    def emit(self, event: str, item: str, extra: object = None, record: str = "") -> None:
        """Do in the checklist what a row's tap does."""
        self.go("checklist", record or self.stock.begun, row_key(item, None))
        self.screen.entry.emit(event, row_key(item, None), extra)
        self.finger.settle()


def at(screen: str, record: str = "", item: str = "") -> State:
    """Make a state: a screen, and the name of what of the stock it is about."""

    def lead(guide: Guide) -> None:
        guide.go(screen, getattr(guide.stock, record, record), item)

    return lead


def item_of(form_record: str, item: str) -> State:
    def lead(guide: Guide) -> None:
        guide.go("item", getattr(guide.stock, form_record), row_key(item, None))

    return lead


def over(event: str, item: str) -> State:
    """Make a state: what comes up over a checklist when a row's button is tapped."""
    return lambda guide: guide.emit(event, item)


def tab(key: str) -> State:
    def lead(guide: Guide) -> None:
        guide.go("rounds")
        guide.screen.query = ""
        guide.screen.choose_tab(key)
        guide.finger.settle()

    return lead


def search(words: str) -> State:
    def lead(guide: Guide) -> None:
        tab("todo")(guide)
        guide.screen.query = words
        guide.finger.settle()

    return lead


def then(first: State, act: Callable[[Guide], object]) -> State:
    """Make a state: come to another one, then act."""

    def lead(guide: Guide) -> None:
        first(guide)
        act(guide)
        guide.finger.settle()

    return lead


def say(guide: Guide) -> None:
    guide.finger.app.shell.say(guide.texts.err_fault, "alert-circle-outline", guide.texts.undo, lambda: None)


def type_of(kind: ItemKind) -> str:
    """Name an item of the daily round by its kind."""
    form = next(form for form in templates() if form.id == "lmr-d")
    return next(item.name for item in form.items if item.kind is kind)


STATES: dict[str, dict[str, State]] = {
    "enrol": {"": at("enrol")},
    "rounds": {
        "todo": tab("todo"),
        "done": tab("done"),
        "rechecks": tab("rechecks"),
        "found": search("jf"),
        "nothing found": search("没有这个"),
        "help": then(tab("todo"), lambda guide: guide.finger.app.help()),
        "message": then(tab("todo"), say),
    },
    "checklist": {
        "failed": at("checklist", "begun", row_key(FAILED, None)),
        "reading": at("checklist", "begun", row_key(READING, None)),
        "of a unit": at("checklist", "surprise"),
        "wordings": over("library", FAILED),
        "last time": over("past", "lmr_01"),
        "more": over("more", "lmr_03"),
        "note": over("note", FAILED),
        "sections": then(at("checklist", "begun"), lambda guide: guide.screen.jump("sections")),
    },
    "item": {
        "failed": item_of("begun", FAILED),
        "over its limit": item_of("begun", READING),
        "choice": item_of("begun", "weather"),
    },
    "finish": {"missing": at("finish", "begun"), "of a unit": at("finish", "surprise")},
    "record": {"own": at("record", "finished"), "returned": at("record", OLD)},
    "hazards": {"": at("hazards")},
    "hazard": {
        "to recheck": at("hazard", HAZARD),
        "overdue": at("hazard", OVERDUE_HAZARD),
        "closed": at("hazard", CLOSED_HAZARD),
        "found now": at("hazard", "found"),
    },
    "recheck": {"begun": at("recheck", "recheck")},
    "rechecks": {"": at("rechecks", NOTICE)},
    "unit": {
        "begun": at("unit", "visit"),
        "whose": then(at("unit", "visit"), lambda guide: guide.screen.on_field("unit")),
    },
    "notice": {"begun": at("notice", "notice")},
    "line": {"begun": lambda guide: guide.go("line", guide.stock.notice, line_of(guide))},
    "paper": {
        "notice": lambda guide: guide.go("paper", f"notice:{guide.stock.issued}"),
        "shift": lambda guide: guide.go("paper", f"shift:{guide.stock.shift}"),
    },
    "report": {"begun": at("report", "report")},
    "memo": {"begun": at("memo", "memo")},
    "scan": {
        "waiting": at("scan", "wait"),
        "nothing read": at("scan", "none"),
        "unknown": at("scan", "qr:WX-77-0815"),
        "a place": at("scan", f"manual:{ROOM}"),
        "not due": at("scan", "nfc:LS-03-LT"),
    },
    "excuse": {"begun": at("excuse", "excuse")},
    "access": {"all": at("access"), "room": at("access", ROOM)},
    "admit": {"begun": at("admit", "admit")},
    "draw": {"marked": at("draw", "photo")},
    "who": {"": at("who"), "chosen": then(at("who"), lambda guide: guide.screen.choose(ME))},
    "pin": {"": at("pin")},
    "shift": {"check": at("shift", "shift")},
    "closing": {"begun": at("closing", "shift")},
    "sync": {"waiting": at("sync")},
    "settings": {"": at("settings")},
}
"""For each screen its states by name, each with the way there."""


def line_of(guide: Guide) -> str:
    """Name the hazard of the notice that is being written."""
    draft = guide.finger.app.parts.tablet.store.notice_draft(guide.stock.notice)
    return str(draft.lines[0].hazard)


def states() -> Iterator[tuple[str, State]]:
    """Yield every state, named ``screen: state``."""
    for screen, ways in STATES.items():
        for name, lead in ways.items():
            yield f"{screen}: {name}".removesuffix(": "), lead
