"""The composition root of the tablet: builds store, device, worker and screens, and binds the app's life to Android's.

The one place that knows all. Start-up stays light: requests, Pillow and elementpath load where they are first used.
"""

from __future__ import annotations

from mobile import collector, compiled

collector.wait()
compiled.begin()  # before whatever would be compiled

import logging
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

# Before Kivy is imported: Pillow would be loaded at every start, only to offer a second way to open the same pictures.
os.environ.setdefault("KIVY_IMAGE", "sdl2,tex")

os.environ.setdefault("KIVY_NO_ARGS", "1")  # before Kivy loads: it would take our command line for its own

from mobile.widgets import later

later.begin()

from mobile.widgets import rules

rules.begin()

from kivy.app import App
from kivy.base import ExceptionManager
from kivy.clock import Clock as FrameClock
from kivy.clock import mainthread
from kivy.config import Config
from kivy.properties import ObjectProperty
from kivy.uix.widget import Widget

from mobile import VERSION, actions
from mobile.actions import Tablet
from mobile.device.feel import QUIET
from mobile.device.files import PhotoFiles
from mobile.device.kit import Kit
from mobile.parts import Parts
from mobile.screens.fault import FaultBorder
from mobile.screens.idle import Fingers, Idle
from mobile.screens.keys import Keyboard
from mobile.screens.router import RECORDING, Place, Router
from mobile.screens.screen import Camera, Desk, Screen
from mobile.screens.shell import Shell
from mobile.text import texts_for
from mobile.views.rounds import rounds_view
from mobile.views.setting import row_key
from mobile.views.settings import LOOK, TEXT_SCALE
from mobile.views.trouble import words_for
from mobile.views.who import may_show, must_say
from mobile.widgets import fonts
from mobile.widgets.layout import lay_out
from mobile.widgets.theme import LIGHT, PALETTES, build
from shared.clock import Clock
from shared.errors import StoreError

if TYPE_CHECKING:
    from mobile.device.android.kit import AndroidDevice
    from mobile.device.desktop import DesktopDevice
    from mobile.store.sqlite import SqliteTabletStore
    from mobile.worker import Worker

log = logging.getLogger(__name__)
ESCAPE = 27
SMALLEST_WINDOW = 360
TEND_EVERY_S = 60.0
AFTER_FIRST_FRAME_S = 0.3


class RoundsApp(App):
    """The Kivy app. kv reads `app.theme` (the tokens) and `app.texts` (the words)."""

    theme = ObjectProperty(build(LIGHT), rebind=True)
    texts = ObjectProperty(texts_for("zh"), rebind=True)
    title = "巡安"

    def __init__(self, parts: Parts, **kwargs: object) -> None:
        self.parts = parts
        self.shell: Shell
        self.desk: Desk
        self.keyboard: Keyboard
        self._beginning: Any = None
        self._tending: Any = None
        self._sweeping: Any = None
        self._tidying: Any = None
        super().__init__(**kwargs)

    # ---------------------------------------------------------------- building
    def build(self) -> Widget:
        self._restyle_tokens()
        self.shell = Shell(self._builders())
        self.shell.bind(on_choose=lambda _, key: self.desk.router.go(key))
        parts = self.parts
        self.desk = Desk(
            tablet=parts.tablet,
            router=Router(self._show),
            shell=self.shell,
            errands=parts.errands,
            camera=parts.camera,
            text_entry=parts.text_entry,
            version=VERSION,
            free_bytes=parts.free_bytes,
            wake=parts.wake,
            restyle=self.restyle,
            kit=parts.kit,
        )
        self.keyboard = Keyboard(self.shell.in_front)
        self.fingers = Fingers(_window(), self.shell.refresh)
        _window().bind(on_keyboard=self._on_key, on_touch_down=self._on_touch)
        self._open()
        return self.shell

    def _show(self, place: Place) -> None:
        """Show a place, by whatever way somebody came there; on a tablet that nobody holds, ask who it is instead."""
        if not may_show(self.desk.setting(), place.screen, place.record):
            self.desk.router.begin_at("who")
            return
        if place.screen in ("rounds", "hazards", "sync", "settings"):
            actions.remember_position(self.parts.tablet, place.screen)
            if self.parts.tablet.store.forms():
                self.desk.do(lambda: actions.clear_blank_forms(self.parts.tablet))
        self.shell.show(place)
        self._seek(place.screen)
        if self.shell.has_navigation and not self.shell.destinations:
            self.shell.destinations = rounds_view(self.desk.setting()).destinations

    def _seek(self, screen: str) -> None:
        """Look for where the tablet is while records may be begun or made, and no longer: satellites cost battery.

        Only where something is being recorded is the permission asked for.
        """
        locator = self.desk.locator
        if screen in RECORDING:
            locator.prepare()
        elif screen == "rounds":
            locator.fix()
        elif screen != "shift":
            locator.rest()

    def _builders(self) -> dict[str, Callable[[], Screen]]:
        """Name the screens; each module and its kv load when the screen is first shown."""

        def lazily(module: str, name: str, **more: object) -> Callable[[], Screen]:
            def make() -> Screen:
                if module != "rounds":
                    _prepare_more()
                screen: Screen = getattr(_load(f"mobile.screens.{module}"), name)(desk=self.desk, **more)
                return screen

            return make

        return {
            "enrol": lazily("enrol", "EnrolScreen", enrol=self.parts.enrol, enrolled=self._enrolled),
            "rounds": lazily("rounds", "RoundsScreen"),
            "checklist": lazily("checklist", "ChecklistScreen"),
            "item": lazily("item", "ItemScreen"),
            "finish": lazily("finish", "FinishScreen"),
            "record": lazily("record", "RecordScreen"),
            "hazards": lazily("hazards", "HazardsScreen"),
            "hazard": lazily("hazard", "HazardScreen"),
            "recheck": lazily("recheck", "RecheckScreen"),
            "unit": lazily("unit", "UnitScreen"),
            "notice": lazily("notice", "NoticeScreen"),
            "line": lazily("notice", "LineScreen"),
            "paper": lazily("paper", "PaperScreen"),
            "rechecks": lazily("rechecks", "RechecksScreen"),
            "report": lazily("report", "ReportScreen"),
            "memo": lazily("report", "MemoScreen"),
            "scan": lazily("scan", "ScanScreen"),
            "excuse": lazily("excuse", "ExcuseScreen"),
            "access": lazily("access", "AccessScreen"),
            "admit": lazily("access", "AdmitScreen"),
            "draw": lazily("draw", "DrawScreen"),
            "who": lazily("who", "WhoScreen"),
            "pin": lazily("pin", "PinScreen"),
            "shift": lazily("shift", "ShiftScreen"),
            "closing": lazily("closing", "ClosingScreen"),
            "sync": lazily("sync", "SyncScreen"),
            "settings": lazily("settings", "SettingsScreen"),
        }

    def _open(self) -> None:
        """Open where the person was when the app ended, whatever ended it."""
        store = self.parts.tablet.store
        if store.enrolment() is None:
            self.desk.router.go("enrol")
            return
        if must_say(self.desk.setting()):  # also where the place is a handover that ended: that is over after a start
            self.desk.router.begin_at("who")
            return
        where = store.position()
        place = Place("rounds")
        if where is not None and where.screen in self._builders():
            place = Place(where.screen, where.record, row_key(where.item, where.per) if where.item else "")
        try:
            self.desk.router.reopen(place)
        except Exception:  # the place itself is what fails: opened again and again, nobody could get past it
            log.exception("the remembered place %s cannot be shown", place.screen)
            self.desk.router.reopen(Place("rounds"))

    def say_fault(self) -> None:
        """Tell the person that something failed and that nothing is lost."""
        self.shell.say(self.texts.err_fault, "alert-circle-outline")

    def _clear_up(self) -> int:
        """Finish what a kill may have cut off: photos whose camera was open, files that belong to nothing.

        Returns how many recordings are lost.
        """
        lost = actions.recover_voices(self.parts.tablet)
        actions.recover_photos(self.parts.tablet)
        self._renew_numbers()
        self.parts.tend()
        return lost

    def _cleared_up(self, outcome: object) -> None:
        self._data_changed(outcome)
        if isinstance(outcome, int) and outcome:
            words = self.texts.voice.cut.format(n=outcome)
            FrameClock.schedule_once(lambda _: self.shell.say(words, "microphone"))

    def _renew_numbers(self) -> None:
        """Ask in time for numbers of notices: in a basement there is nobody to ask."""
        store = self.parts.tablet.store
        if store.enrolment() is not None and store.sync_state().last_success_at is not None:
            actions.renew_numbers(self.parts.tablet)

    def _tend(self, *_: object) -> None:
        """Keep the photos that met a full disk once there is room again, and the room that answers may need."""

        def errand() -> object:
            self.parts.tend()
            return actions.retry_photos(self.parts.tablet)

        def show(kept: object) -> None:
            if isinstance(kept, tuple) and kept:
                self._data_changed(kept)

        self.parts.errands.run(errand, show)

    def _damaged(self) -> None:
        """Save what can be saved of the database, off the UI thread; called on whatever thread met the damage."""

        @mainthread
        def say(*_: object) -> None:
            if App.get_running_app() is self:
                self.shell.say(self.texts.err_damaged_database, "alert-octagon-outline")

        say()
        self.parts.errands.run(self.parts.mend, self._mended)

    def _mended(self, outcome: object) -> None:
        @mainthread
        def show(*_: object) -> None:
            if App.get_running_app() is not self:
                return
            if isinstance(outcome, BaseException):
                log.error("the database could not be salvaged", exc_info=outcome)
                self.shell.say(self.texts.err_salvage_failed, "alert-octagon-outline")
                return
            self.parts.wake()
            self._open()

        show()

    def _enrolled(self) -> None:
        self.desk.router.go("rounds")
        self.parts.wake()

    # ---------------------------------------------------------------- look and language
    def _restyle_tokens(self) -> None:
        store = self.parts.tablet.store
        palette = PALETTES.get(store.setting(LOOK), LIGHT)
        scale = min(1.5, max(1.0, float(store.setting(TEXT_SCALE, "1.0"))))
        self.theme = build(palette, scale)
        self.texts = texts_for(store.setting("language", "zh"))
        _window().clearcolor = self.theme.ground

    def restyle(self) -> None:
        """Take over another language, text size or look, without a restart; the place stays."""
        self._restyle_tokens()
        self.shell.destinations = rounds_view(self.desk.setting()).destinations
        self.shell.refresh()

    # ---------------------------------------------------------------- life
    def on_start(self) -> None:
        lay_out(self.shell)
        self.parts.when_damaged(self._damaged)
        # The clock counts from its last frame, and before the first that was when the process began: reckoned from
        # there, the wait would be over before anything is drawn. So it begins with the first frame's own tick.
        self._beginning = FrameClock.schedule_once(self._wait_for_frame, -1)
        self._tending = FrameClock.schedule_interval(self._tend, TEND_EVERY_S)
        self._sweeping = Idle(_window(), collector.sweep, collector.PAUSE_S)
        self._tidying = Idle(_window(), collector.tidy)
        FrameClock.schedule_once(lambda _: _hide_loading_screen(), 0)

    def _wait_for_frame(self, *_: object) -> None:
        self._beginning = FrameClock.schedule_once(self._begin_work, AFTER_FIRST_FRAME_S)

    def _begin_work(self, *_: object) -> None:
        """Begin what works in the background; after the first frame, which its imports would hold up."""
        collector.go_on()
        self.parts.errands.run(compiled.keep)
        self.parts.start(lambda: self._data_changed(None))
        if self.parts.tablet.store.enrolment() is not None:
            self.parts.errands.run(self._clear_up, self._cleared_up)

    def on_pause(self) -> bool:
        """Let Android put the app aside; everything is on disk already."""
        self.shell.leave()
        self.parts.sleep()
        return True

    def on_resume(self) -> None:
        self.fingers.lift()
        self.parts.resume()
        self.parts.wake()
        self.parts.errands.run(self._renew_numbers)
        self._tend()
        here = self.desk.router.here
        if not may_show(self.desk.setting(), here.screen, here.record):
            self.desk.router.begin_at("who")
        elif self.shell.screen is not None:
            self.shell.screen.resume()
            self._seek(here.screen)
        self.shell.refresh()

    def on_stop(self) -> None:
        for event in (self._beginning, self._tending, self._sweeping, self._tidying):
            if event is not None:
                event.cancel()
        _window().unbind(on_keyboard=self._on_key, on_touch_down=self._on_touch)
        self.fingers.cancel()
        compiled.keep()
        self.parts.stop()

    def _data_changed(self, _outcome: object) -> None:
        """Show what a background thread has changed, but move nothing under a finger."""

        @mainthread
        def show(*_: object) -> None:
            if App.get_running_app() is self:
                self.fingers.act_soon()

        show()

    def _on_key(self, _window: object, key: int, _code: object, text: str | None = None, held: Any = ()) -> bool:
        """Handle Android's Back key: close what lies on top, else go back; at the root leave it to Android.

        Every other key belongs to the keyboard of a desktop.
        """
        if key == ESCAPE:
            self.keyboard.clear()
            return self.shell.close_top() or (self.shell.screen is not None and self.shell.screen.back())
        return self.keyboard.press(key, text, list(held or ()))

    def _on_touch(self, *_: object) -> bool:
        self.keyboard.clear()
        return False

    def help(self) -> None:
        """Say in one card what the screen is for."""
        card = self.texts.help
        self.shell.open_help(card.title, card.of(self.desk.router.here.screen), self.texts.close)


class StoppedApp(App):
    """Says in both languages why the app cannot open its data; nothing else can be done with it."""

    theme = ObjectProperty(build(LIGHT), rebind=True)
    texts = ObjectProperty(texts_for("zh"), rebind=True)
    title = "巡安"

    def __init__(self, words: str, second: str, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.words, self.second = words, second

    def build(self) -> Widget:
        _prepare_more()
        screen: Widget = _load("mobile.screens.stopped").StoppedScreen(
            titles=[texts.stopped_title for texts in (texts_for("zh"), texts_for("en"))],
            words=[self.words, self.second],
        )
        return screen

    def on_start(self) -> None:
        FrameClock.schedule_once(lambda _: _hide_loading_screen(), 0)


def _window() -> Any:
    """Return Kivy's window; importing it opens one, so that never happens on import of this module."""
    from kivy.core.window import Window

    return Window


def _load(module: str) -> Any:
    from importlib import import_module

    return import_module(module)


def _hide_loading_screen() -> None:
    if _is_android():
        from android.loadingscreen import hide_loading_screen

        hide_loading_screen()


def prepare() -> None:
    """Register the fonts and load the rules of the widgets that the first list shows; before the first app."""
    fonts.register()
    for name in ("paint", "words", "button", "chip", "bars", "row", "list", "sheet"):
        _load(f"mobile.widgets.{name}")


def _prepare_more() -> None:
    """Load the rules of the widgets that several other screens share."""
    for name in ("keypad", "signature", "photo", "item", "signer"):
        _load(f"mobile.widgets.{name}")


def home_folder() -> Path:
    """Return where this tablet keeps its data: ROUNDS_HOME, else the app's private folder, else the user's."""
    if "ROUNDS_HOME" in os.environ:
        return Path(os.environ["ROUNDS_HOME"])
    if _is_android():
        from android.storage import app_storage_path

        return Path(app_storage_path())
    return Path.home() / ".site-rounds"


def assemble(home: Path, clock: Clock | None = None) -> Parts:
    """Put together the parts of a real tablet whose data lie in `home`; `clock` is the device's unless given."""
    from mobile.device.entropy import SystemIds
    from mobile.device.files import PhotoFiles
    from mobile.errands import Errands as ErrandThread
    from mobile.store.salvage import mend_in_use, open_store
    from mobile.store.syntax import Syntax

    clock = clock or _clock()
    ids = SystemIds(clock)
    store = open_store(home / "tablet.db", home / "photos", ids, clock.read().wall)
    syntax = Syntax(home / "expressions.json", store)
    syntax.recall()
    files = PhotoFiles(home / "photos")
    device = _device(home, files, store, clock)
    power = device.power
    errands = ErrandThread()

    @cache  # first asked on the UI thread, when the first list is shown: what it imports is not needed for that
    def worker() -> Worker:
        from mobile.worker import Worker
        from shared.sync.session import Gauges

        return Worker(store, clock, VERSION, gauges=lambda: Gauges(power.battery_percent(), power.free_bytes()))

    tablet = Tablet(store, clock, ids, files, lambda: worker().new_op(), device.kit.locator.fix)

    def enrol(address: str, code: str) -> object:
        from mobile.worker import enrol

        return enrol(store, ids, address, code, device.name, VERSION)

    def when_damaged(heard: Callable[[], None]) -> None:
        store.on_damage = heard

    def tend() -> None:
        store.ballast.keep()
        syntax.keep()

    def sleep() -> None:
        from mobile.background import unsent

        worker().pause()
        try:
            has_unsent = unsent(store) > 0
        except StoreError:  # then nobody knows, and trying costs little
            has_unsent = True
        device.pause(has_unsent=has_unsent)

    def stop() -> None:
        worker().stop()
        errands.close()

    return Parts(
        tablet=tablet,
        camera=device.camera,
        errands=errands,
        enrol=enrol,
        start=lambda changed: worker().start(changed),
        when_damaged=when_damaged,
        mend=lambda: mend_in_use(store, ids, clock.read().wall),
        tend=tend,
        text_entry=device.text_entry,
        kit=device.kit,
        free_bytes=power.free_bytes,
        wake=lambda: worker().wake(),
        sleep=sleep,
        resume=device.resume,
        stop=stop,
    )


def _is_android() -> bool:
    return "ANDROID_ARGUMENT" in os.environ


def _clock() -> Clock:
    if _is_android():
        from mobile.device.android.clock import AndroidClock

        return AndroidClock()
    from mobile.device.clock import SystemClock

    return SystemClock()


def _device(home: Path, files: PhotoFiles, store: SqliteTabletStore, clock: Clock) -> AndroidDevice | DesktopDevice:
    """Return the twins of the machine that this runs on."""

    def is_quiet() -> bool:
        return store.setting(QUIET) == "1"

    if _is_android():
        from mobile.device.android.kit import AndroidDevice

        return AndroidDevice(
            home, files, lambda: texts_for(store.setting("language", "zh")).device, is_quiet, lambda: clock.read().wall
        )
    from mobile.device.desktop import DesktopDevice
    from mobile.device.feel import KeptFeel
    from mobile.device.power import SystemPower
    from mobile.device.share import FolderShare, open_file

    power = SystemPower(home)
    kit = Kit(power=power, share=FolderShare(Path.home() / "Downloads", open_file), feel=KeptFeel(is_quiet))
    return DesktopDevice(_device_name(), _camera(files), power, kit)


def _camera(files: PhotoFiles) -> Camera:
    """Choose the camera: the pictures of a folder (ROUNDS_CAMERA: the demo), else a file chooser."""
    if "ROUNDS_CAMERA" in os.environ:
        from mobile.device.camera import FolderCamera

        return FolderCamera(files, Path(os.environ["ROUNDS_CAMERA"]))
    from mobile.device.camera import ChosenFileCamera
    from mobile.screens.choose import choose_picture

    return ChosenFileCamera(choose_picture)


def _device_name() -> str:
    """Return what the office will call this tablet until it gives it a name."""
    return os.environ.get("ROUNDS_DEVICE", _host_name() or "tablet")[:100]


def _host_name() -> str:
    """Return what this machine calls itself; `platform` would be loaded at each start to ask the same."""
    return os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")


def configure() -> None:
    """Settle how Kivy behaves, and on a desktop the window's size: ROUNDS_WINDOW, such as 1280x800.

    Importing the widgets has opened the window already, so its size is set on it and not in Kivy's settings.
    """
    for section, key, value in (("kivy", "exit_on_escape", "0"), ("input", "mouse", "mouse,disable_multitouch")):
        Config.set(section, key, value)
    if not _is_android():
        width, _, height = os.environ.get("ROUNDS_WINDOW", "1280x800").partition("x")
        window = _window()
        window.minimum_width = window.minimum_height = SMALLEST_WINDOW
        window.size = (int(width), int(height))


def main() -> None:
    """Run the tablet: on Android, or in a window on a desktop."""
    configure()
    prepare()
    try:
        parts = assemble(home_folder())
    except StoreError as error:  # nothing can be shown of a tablet whose store is closed, but why
        log.exception("the store cannot be opened")
        StoppedApp(words_for(error.code, texts_for("zh")), words_for(error.code, texts_for("en"))).run()
        return
    app = RoundsApp(parts)
    ExceptionManager.add_handler(FaultBorder(app.say_fault))
    app.run()
