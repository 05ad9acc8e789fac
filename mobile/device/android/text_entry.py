"""Typing in the platform's own EditText: every Chinese keyboard, handwriting and voice key works there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mobile.device.android.java import (
    AlertDialog,
    AlertDialogBuilder,
    EditorInfo,
    EditText,
    Gravity,
    InputType,
    Window,
    WindowParams,
    activity,
    implement,
    on_window_thread,
    words,
)
from mobile.device.text_entry import Typed, Typing, nobody
from mobile.text.device import DeviceTexts

CLICK = "android.content.DialogInterface$OnClickListener"
CLICKED = "(Landroid/content/DialogInterface;I)V"
LINES = 5


class AndroidTextEntry:
    """Implements ``TextEntry``. Each change is told at once, so whatever ends the app loses nothing of it."""

    def __init__(self, texts: Callable[[], DeviceTexts]) -> None:
        self.texts = texts
        self._kept: list[Any] = []

    def edit(
        self, title: str, text: str, hint: str, done: Typed, typing: Typing = nobody, *, is_multiline: bool = True
    ) -> None:
        on_window_thread(lambda: self._open(title, self._field(text, hint, typing, is_multiline=is_multiline), done))

    def _field(self, text: str, hint: str, typing: Typing, *, is_multiline: bool) -> EditText:
        field: EditText = EditText(activity())
        kind = InputType.TYPE_CLASS_TEXT | InputType.TYPE_TEXT_FLAG_CAP_SENTENCES
        if is_multiline:
            kind |= InputType.TYPE_TEXT_FLAG_MULTI_LINE
            field.setMinLines(LINES)
            field.setMaxLines(2 * LINES)
            field.setGravity(Gravity.TOP | Gravity.START)
        field.setInputType(kind)
        # in landscape a keyboard would put its own field over the whole screen, with our words gone from sight
        field.setImeOptions(EditorInfo.IME_FLAG_NO_EXTRACT_UI | EditorInfo.IME_FLAG_NO_FULLSCREEN)
        field.setHint(words(hint))
        field.setText(words(text))
        field.setSelection(field.length())
        watcher = implement(
            "android.text.TextWatcher",
            beforeTextChanged=("(Ljava/lang/CharSequence;III)V", lambda *_: None),
            onTextChanged=("(Ljava/lang/CharSequence;III)V", lambda *_: None),
            afterTextChanged=("(Landroid/text/Editable;)V", lambda _now: typing(_text_in(field))),
        )
        self._kept = [watcher]
        field.addTextChangedListener(watcher)
        return field

    def _open(self, title: str, field: EditText, done: Typed) -> None:
        texts = self.texts()
        yes = implement(CLICK, onClick=(CLICKED, lambda _dialog, _button: done(_text_in(field))))
        back = implement(CLICK, onClick=(CLICKED, lambda _dialog, _button: done(None)))
        left = implement(
            "android.content.DialogInterface$OnCancelListener",
            onCancel=("(Landroid/content/DialogInterface;)V", lambda _dialog: done(None)),
        )
        self._kept += [yes, back, left]
        builder: AlertDialogBuilder = AlertDialogBuilder(activity())
        builder.setTitle(words(title))
        builder.setView(field)
        builder.setPositiveButton(words(texts.entry_done), yes)
        builder.setNegativeButton(words(texts.entry_back), back)
        builder.setOnCancelListener(left)
        dialog: AlertDialog = builder.create()
        dialog.setCanceledOnTouchOutside(False)
        window: Window | None = dialog.getWindow()
        if window is not None:
            window.setSoftInputMode(
                WindowParams.SOFT_INPUT_STATE_ALWAYS_VISIBLE | WindowParams.SOFT_INPUT_ADJUST_RESIZE
            )
        dialog.show()
        field.requestFocus()


def _text_in(field: EditText) -> str:
    return str(field.getText().toString())
