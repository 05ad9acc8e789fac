"""The first screen: today's rounds in the chosen order, search, scan; what is finished, what is to be rechecked."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from kivy.clock import mainthread
from kivy.input import MotionEvent
from kivy.properties import BooleanProperty, ListProperty, ObjectProperty, StringProperty

from mobile import actions
from mobile.device.scanner import Tag
from mobile.screens.screen import Screen
from mobile.views.arrange import ORDER, Index, Shown, found, order_options
from mobile.views.menu import (
    ACCESS,
    DECLINE,
    EXCUSE,
    HAND_OVER,
    OPEN,
    TAKE,
    TAKE_BACK,
    MenuView,
    given_menu,
    offer_menu,
    receivers,
    round_menu,
)
from mobile.views.parts import OptionView, SectionView, Tone
from mobile.views.rounds import TODO, RoundsView, rounds_view, search_index, task_of
from mobile.views.unfinished import DROP, FORM, GO_ON, Form, form_menu, form_of
from mobile.views.who import DutyView, duty_view
from mobile.widgets import kv
from mobile.widgets import shift as widgets
from mobile.widgets.bars import EmptyState
from mobile.widgets.button import IconButton
from mobile.widgets.row import round_height, section_height
from mobile.widgets.sheet import TextField
from shared.ids import HandoverId, InspectionId, PersonId

if TYPE_CHECKING:
    from mobile.screens.begin import Starter

__all__ = ["RoundsScreen", "widgets"]


class SearchEntry(TextField):
    """Where the search is typed."""

    screen = ObjectProperty(None, rebind=True)


class ClearButton(IconButton):
    """Empties the search."""

    screen = ObjectProperty(None, rebind=True)


class NoRounds(EmptyState):
    """What the list says when there is nothing in it."""

    screen = ObjectProperty(None, rebind=True)


class RoundsScreen(Screen):
    """Shows one RoundsView, or what a search finds.

    This is the first screen of a start: what the first frame does not show is made, and imported, after it or when it is
    first shown.
    """

    view: RoundsView = ObjectProperty(RoundsView(), rebind=True)
    duty: DutyView = ObjectProperty(DutyView(), rebind=True)
    tab = StringProperty(TODO)
    query = StringProperty("")
    order: OptionView = ObjectProperty(OptionView("", ""), rebind=True)
    is_wide = BooleanProperty(True)
    shown: list[Shown] = ListProperty()

    def __init__(self, **kwargs: object) -> None:
        self._index: Index | None = None
        self._told: tuple[object, ...] = ()
        self._is_placed = False
        self._nothing: NoRounds | None = None
        super().__init__(**kwargs)
        self.follow_width(self._placed)
        self.fbind("query", self._search)
        self.after_frame(self._complete)

    @cached_property
    def _starter(self) -> Starter:
        from mobile.screens.begin import Starter

        return Starter(self.desk)

    def _complete(self) -> None:
        """Make the field of the search, and let the system remind."""
        field = self.ids.field = SearchEntry(screen=self)
        self.ids.search.add_widget(field)
        self.ids.search.add_widget(ClearButton(screen=self))
        if self.desk.text_entry is not None:
            self._use_system_editor(field)
        self._remind()

    def show(self, record: str, item: str) -> None:
        super().show(record, item)
        self.desk.scanner.listen(self._scanned)

    def leave(self) -> None:
        self.desk.scanner.listen(None)

    def resume(self) -> None:
        self.desk.scanner.listen(self._scanned)

    def refresh(self) -> None:
        setting = self.desk.setting()
        self.view = rounds_view(setting, self.tab, self.desk.free_bytes())
        self.order = next(option for option in order_options(setting) if option.is_chosen)
        self.duty = duty_view(self.desk.setting())
        self.desk.shell.destinations = self.view.destinations
        self._index = None
        self._search()
        if "field" in self.ids:
            self._remind()

    def _remind(self) -> None:
        """Let the system remind of what is to do, when that has changed."""
        now = self.desk.setting().now()
        told = (now.date(), now.hour, *(row.key for row in self.view.rows)) if self.tab == TODO else self._told
        if told != self._told:
            self._told = told
            self.desk.errands.run(self._set_reminders)

    def _set_reminders(self) -> None:
        from mobile.screens.remind import remind_of_rounds

        remind_of_rounds(self.desk)

    def open_banner(self) -> None:
        """Go where the banner leads."""
        from mobile.views.access import EVERY_ROOM

        leads_to = self.view.banner.leads_to
        if leads_to:
            self.desk.router.go(leads_to, EVERY_ROOM if leads_to == "access" else "")

    # ---------------------------------------------------------------- the list
    def _search(self, *_: object) -> None:
        if self.query.strip():
            setting = self.desk.setting()
            if self._index is None:
                self._index = search_index(setting)
            self.shown = list(found(setting, self._index, self.query))
        else:
            self._index = None
            self.shown = list(self.view.lines)
        self._show_rows()

    def _placed(self) -> None:
        self._is_placed = True
        self._show_rows()

    def _show_rows(self) -> None:
        if not self._is_placed:
            return  # the rows would be made for a width that no layout has given the list
        if not self.shown and self._nothing is None and self.view.tabs:
            self._nothing = NoRounds(screen=self)
            self.ids.stage.add_widget(self._nothing)
        theme, width = self.desk.theme(), self.ids.rows.width
        head = section_height(theme)
        self.ids.rows.show(
            [
                {"row": "SectionRow", "view": row, "size": (0, head)}
                if isinstance(row, SectionView)
                else {"row": "RoundRow", "view": row, "emit": self.on_row, "size": (0, round_height(theme, row, width))}
                for row in self.shown
            ]
        )

    def open_duty(self) -> None:
        """Open the check before work, or once that is done the handover."""
        self.desk.router.go(self.duty.leads_to, self.duty.record)

    def choose_tab(self, tab: str) -> None:
        self.query = ""
        self.tab = tab
        self.ids.rows.scroll_y = 1
        self.refresh()

    def choose_order(self) -> None:
        """Ask for another order of what is to do."""
        options = list(order_options(self.desk.setting()))
        self._starter.ask(self.desk.texts.rounds.order, options, self._order_chosen)

    def _order_chosen(self, order: str) -> None:
        self.desk.do(lambda: actions.set_setting(self.desk.tablet, ORDER, order))
        self.ids.rows.scroll_y = 1
        self.refresh()

    def _use_system_editor(self, field: SearchEntry) -> None:
        """Let the system's own editor write the search: Chinese keyboards work there."""
        field.readonly = True

        def edit(_touched: object, touch: MotionEvent) -> None:
            if field.collide_point(*touch.pos) and self.desk.text_entry is not None:
                texts = self.desk.texts
                take = mainthread(lambda text: setattr(self, "query", text or ""))
                self.desk.text_entry.edit(texts.rounds.search, self.query, texts.rounds.search_hint, take)

        field.bind(on_touch_down=edit)

    # ---------------------------------------------------------------- rows
    def on_row(self, event: str, key: str, *_extra: object) -> None:
        """Open what a row stands for, or what else can be done with it."""
        if key.startswith(f"{FORM}:"):
            self._on_form(event, key)
            return
        if event == "more":
            self._open_menu(key, round_menu(self.desk.setting(), key))
            return
        kind, record = key.split(":", 1)
        if kind == "task":
            self._open_task(key)
        elif kind == "returned":
            self._starter.begin(lambda: actions.amend(self.desk.tablet, InspectionId(record)))
        elif kind == "record":
            self._starter.open_draft(InspectionId(record))
        elif kind == "finished":
            self.desk.router.go("record", record)
        elif kind == "hazard":
            self.desk.router.go("hazard", record)
        elif kind == "point":
            self.desk.router.go("scan", f"manual:{record}")
        elif kind == "offer":
            self._open_menu(key, offer_menu(self.desk.setting(), HandoverId(record)))
        elif kind == "given":
            self._open_menu(key, given_menu(self.desk.setting(), InspectionId(record)))

    def _on_form(self, event: str, key: str) -> None:
        """Go on with a form that was not handed in, or ask what else is to become of it."""
        form = form_of(self.desk.setting(), key)
        if form is None:
            self.refresh()
        elif event == "more":
            options = list(form_menu(self.desk.setting()))
            self._starter.ask(form.row.title, options, lambda chosen: self._form_chosen(form, chosen))
        else:
            _, screen, record = key.split(":", 2)
            self.desk.router.go(screen, record)

    def _form_chosen(self, form: Form, chosen: str) -> None:
        if chosen == GO_ON:
            self._on_form("open", form.row.key)
        elif chosen == DROP:
            texts = self.desk.texts.rounds
            sure = OptionView(DROP, texts.form_drop, "delete-outline", Tone.BAD)
            self._starter.ask(texts.form_drop_sure, [sure], lambda _: self._drop_form(form))

    def _drop_form(self, form: Form) -> None:
        is_dropped = self.desk.do(partial(actions.drop_forms, self.desk.tablet, form.drafts))
        self.refresh()
        if is_dropped:
            self.desk.shell.say(self.desk.texts.rounds.form_dropped, "delete-outline")

    def _open_task(self, key: str) -> None:
        task = task_of(self.desk.setting(), key)
        if task is None:
            self.refresh()
        else:
            self._starter.open_task(task)

    def start_extra(self) -> None:
        """Ask what to begin that nobody scheduled."""
        self._starter.start_extra()

    def _open_menu(self, key: str, menu: MenuView) -> None:
        if menu.options:
            self._starter.ask(menu.title, list(menu.options), lambda chosen: self._menu_chosen(key, menu, chosen))
        else:
            self.refresh()

    def _menu_chosen(self, key: str, menu: MenuView, chosen: str) -> None:
        tablet = self.desk.tablet
        if chosen == OPEN:
            if key.startswith("given:"):
                self.desk.router.go("checklist", key.split(":", 1)[1])
            else:
                self.on_row("open", key)
        elif chosen == HAND_OVER and menu.record is not None:
            self._ask_receiver(menu)
        elif chosen == EXCUSE and menu.task is not None:
            self.desk.router.go("excuse", actions.start_excuse(tablet, menu.task.rule, menu.task.window_on))
        elif chosen == ACCESS and menu.point is not None:
            self.desk.router.go("access", menu.point)
        elif chosen in (TAKE, DECLINE):
            self._answer_offer(HandoverId(key.split(":", 1)[1]), is_taken=chosen == TAKE)
        elif chosen == TAKE_BACK and menu.record is not None:
            self._take_back(menu.record)

    # ---------------------------------------------------------------- handing over
    def _ask_receiver(self, menu: MenuView) -> None:
        options = receivers(self.desk.setting(), menu)
        texts = self.desk.texts
        if not options or menu.record is None:
            self.desk.shell.say(texts.rounds.hand_none, "account-off-outline")
            return
        record = menu.record
        names = {one.key: one.words for one in options}

        def hand_over(person: str) -> None:
            if self.desk.do(lambda: actions.hand_over(self.desk.tablet, record, PersonId(person))):
                is_offline = self.desk.tablet.store.sync_state().is_offline
                words = texts.rounds.handed_offline if is_offline else texts.rounds.handed
                self.desk.wake()
                self.refresh()
                self.desk.shell.say(
                    words.format(name=names[person]), "swap-horizontal", texts.undo, lambda: self._take_back(record)
                )

        self._starter.ask(texts.rounds.hand_to, list(options), hand_over)

    def _answer_offer(self, handover: HandoverId, *, is_taken: bool) -> None:
        offer = self.desk.tablet.store.handover(handover)
        texts = self.desk.texts
        if offer is None:
            return
        if not is_taken:
            if self.desk.do(lambda: actions.decline(self.desk.tablet, handover)):
                self.desk.shell.say(texts.rounds.declined.format(name=offer.giver_name), "close-circle-outline")
        elif self.desk.do(lambda: actions.take_round(self.desk.tablet, handover)):
            self.desk.feel.saved()
            self.desk.router.go("checklist", offer.record.id)
            self.desk.shell.say(texts.rounds.taken, "check-circle")
        self.desk.wake()
        if self.desk.router.here.screen == "rounds":
            self.refresh()

    def _take_back(self, record: InspectionId) -> None:
        if self.desk.do(lambda: actions.take_back(self.desk.tablet, record)):
            self.desk.wake()
            self.refresh()
            self.desk.shell.say(self.desk.texts.rounds.taken_back, "undo-variant")

    # ---------------------------------------------------------------- scanning
    def scan(self) -> None:
        """Open the camera for a code; without one, the number is typed or an NFC tag held to the tablet."""
        from mobile.screens.scan import WAITING

        if self.desk.scanner.can_read_qr:
            self.desk.scanner.scan(self._scanned)
        else:
            self.desk.router.go("scan", WAITING)

    def _scanned(self, tag: Tag | None) -> None:
        from mobile.screens.scan import when_read

        when_read(self.desk, self._starter, tag)


kv.load(__file__)
