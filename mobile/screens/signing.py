"""Ask about who is to sign: the name, or why somebody refuses and who saw it. Each word is on disk as it is typed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from mobile import actions
from mobile.actions.typed import NAME, REASON, WITNESS, keep_typed, typed
from mobile.screens.note import write
from mobile.screens.screen import Desk
from mobile.views.finish import SignerView
from mobile.views.parts import OptionView
from mobile.widgets.signature import Stroke


def on_signer(
    desk: Desk,
    record: str,
    view: SignerView,
    event: str,
    changed: Callable[[], None],
    strokes: tuple[Stroke, ...] = (),
) -> None:
    """Do what the part of one signer tells: ``sign``, ``clear``, ``name`` or ``refuse``."""
    if event == "sign":
        desk.do(lambda: actions.sign(desk.tablet, record, view.signer, view.name, strokes))
        changed()
    elif event == "clear":
        desk.do(lambda: actions.unsign(desk.tablet, record, view.signer))
        changed()
    elif event == "name":
        ask_name(desk, record, view, changed)
    elif event == "refuse":
        ask_refusal(desk, record, view, changed)


def names_of(desk: Desk, record: str) -> dict[str, str]:
    """Return names of signers that are entered but not signed for yet."""
    return typed(desk.tablet.store, record, NAME)


def ask_name(desk: Desk, record: str, view: SignerView, changed: Callable[[], None]) -> None:
    """Ask for the name of a signer who is not the tablet's own person."""

    def keep(text: str) -> None:
        desk.do(lambda: keep_typed(desk.tablet, record, view.signer, NAME, text))
        changed()

    write(desk, f"{view.label} · {view.name_hint}", view.name, "", view.names, keep)


def ask_refusal(desk: Desk, record: str, view: SignerView, changed: Callable[[], None]) -> None:
    """Record that somebody refuses to sign: first why, then who saw it."""
    texts, tablet, signer = desk.texts, desk.tablet, view.signer

    def said(what: str) -> str:
        return typed(tablet.store, record, what).get(signer, "")

    def keep(what: str, text: str) -> None:
        desk.do(lambda: keep_typed(tablet, record, signer, what, text))

    def ask_witness() -> None:
        if said(REASON):
            write(desk, texts.refusal_witness, said(WITNESS), "", view.names, partial(keep, WITNESS), then=note)

    def note() -> None:
        reason, witness = said(REASON), said(WITNESS)
        if witness and desk.do(lambda: actions.note_refusal(tablet, record, signer, view.name, reason, witness)):
            for what in (REASON, WITNESS):
                keep(what, "")
        changed()

    reasons = tuple(OptionView(text, text) for text in (texts.refusal_on_principle, texts.refusal_absent))
    write(desk, texts.refusal_reason, said(REASON), "", reasons, partial(keep, REASON), then=ask_witness)
