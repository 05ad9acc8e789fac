"""Asks the person for permissions, with a reason first, and shows the way to the settings after a final refusal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from mobile.device.android.java import (
    AlertDialogBuilder,
    CharSequence,
    Context,
    Intent,
    Manifest,
    PackageManager,
    Settings,
    SharedPreferences,
    Uri,
    activity,
    context,
    implement,
    on_window_thread,
    sdk,
    tolerated,
    words,
)
from mobile.device.permission import Step, Wanted, next_step
from mobile.text.device import DeviceTexts

Answered = Callable[[bool], None]


def names_of(wanted: Wanted) -> tuple[str, ...]:
    """Return the system's permissions behind a wish; the first one decides."""
    if wanted is Wanted.CAMERA:
        return (str(Manifest.CAMERA),)
    if wanted is Wanted.VOICE:
        return (str(Manifest.RECORD_AUDIO),)
    if wanted is Wanted.PLACE:
        return (str(Manifest.ACCESS_FINE_LOCATION), str(Manifest.ACCESS_COARSE_LOCATION))
    if sdk() >= 33:
        return (str(Manifest.POST_NOTIFICATIONS),)
    return ()


class Permissions:
    """One question at a time. `texts` gives the words in the language that the app shows."""

    def __init__(self, texts: Callable[[], DeviceTexts]) -> None:
        self.texts = texts
        self._kept: list[Any] = []

    def has(self, wanted: Wanted) -> bool:
        """Tell whether the app may; approximate positions are enough for a place."""
        here: Context = context()
        names = names_of(wanted)
        return not names or any(here.checkSelfPermission(name) == PackageManager.PERMISSION_GRANTED for name in names)

    def was_asked(self, wanted: Wanted) -> bool:
        """Tell whether the system has put its question before, in this run of the app or an earlier one."""
        names = names_of(wanted)
        return bool(names) and bool(self._preferences().getBoolean(names[0], False))

    def ask(self, wanted: Wanted, answered: Answered) -> None:
        """Call `answered` with whether the app may: at once, or after the person's answer, on any thread."""
        names = names_of(wanted)
        step = next_step(
            is_granted=self.has(wanted),
            was_asked=self.was_asked(wanted),
            wants_reason=bool(names) and bool(activity().shouldShowRequestPermissionRationale(names[0])),
        )
        if step is Step.GO_ON:
            answered(True)
        else:
            on_window_thread(lambda: self._explain(wanted, step, answered))

    def _explain(self, wanted: Wanted, step: Step, answered: Answered) -> None:
        texts = self.texts()
        is_final = step is Step.SETTINGS

        def go_on(_dialog: object, _button: int) -> None:
            if is_final:
                _open_settings()
                answered(False)
            else:
                self._let_system_ask(wanted, names_of(wanted), answered)

        yes = implement(
            "android.content.DialogInterface$OnClickListener", onClick=("(Landroid/content/DialogInterface;I)V", go_on)
        )
        no = implement(
            "android.content.DialogInterface$OnClickListener",
            onClick=("(Landroid/content/DialogInterface;I)V", lambda _dialog, _button: answered(False)),
        )
        self._kept = [yes, no]
        reason: CharSequence = words(texts.off(wanted) if is_final else texts.why(wanted))
        builder: AlertDialogBuilder = AlertDialogBuilder(activity())
        builder.setTitle(words(texts.ask_title))
        builder.setMessage(reason)
        builder.setCancelable(False)
        builder.setPositiveButton(words(texts.ask_settings if is_final else texts.ask_yes), yes)
        builder.setNegativeButton(words(texts.ask_no), no)
        builder.show()

    def _let_system_ask(self, wanted: Wanted, names: Sequence[str], answered: Answered) -> None:
        from android.permissions import request_permissions

        self._note_asked(names[0])
        request_permissions(list(names), lambda _names, _grants: answered(self.has(wanted)))

    def _note_asked(self, name: str) -> None:
        self._preferences().edit().putBoolean(name, True).apply()

    def _preferences(self) -> SharedPreferences:
        found: SharedPreferences = context().getSharedPreferences("asked", Context.MODE_PRIVATE)
        return found


def _open_settings() -> None:
    page: Intent = Intent(Settings.ACTION_APPLICATION_DETAILS_SETTINGS)
    page.setData(Uri.fromParts("package", context().getPackageName(), None))
    with tolerated("the app's page in the settings"):
        activity().startActivity(page)
