"""Reads QR codes with our own camera screen, and NFC tags in the platform's reader mode."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mobile.device.android.answers import Answers
from mobile.device.android.java import (
    Context,
    Intent,
    Ndef,
    NdefMessage,
    NdefRecord,
    NfcAdapter,
    NfcTag,
    PackageManager,
    ScanActivity,
    activity,
    context,
    implement,
    octets,
    on_window_thread,
    tolerated,
)
from mobile.device.android.permission import Permissions
from mobile.device.ndef import Record, text_of, uid_of
from mobile.device.permission import Wanted
from mobile.device.scanner import Heard, Scanned, Tag
from mobile.text.device import DeviceTexts


class AndroidScanner:
    """Implements ``Scanner``. Reader mode ends whenever the app leaves the front, so `resume` begins it anew."""

    def __init__(self, answers: Answers, permissions: Permissions, texts: Callable[[], DeviceTexts]) -> None:
        self.answers = answers
        self.permissions = permissions
        self.texts = texts
        self._heard: Heard | None = None
        self._reader = implement(
            "android.nfc.NfcAdapter$ReaderCallback",
            onTagDiscovered=("(Landroid/nfc/Tag;)V", self._met),
            onTagLost=("(Landroid/nfc/Tag;)V", lambda _tag: None),
        )

    @property
    def can_read_qr(self) -> bool:
        return bool(context().getPackageManager().hasSystemFeature(PackageManager.FEATURE_CAMERA_ANY))

    @property
    def can_read_nfc(self) -> bool:
        adapter = self._adapter()
        return adapter is not None and bool(adapter.isEnabled())

    def scan(self, done: Scanned) -> None:
        self.permissions.ask(Wanted.CAMERA, lambda may: self._open(done) if may else done(None))

    def listen(self, heard: Heard | None) -> None:
        self._heard = heard
        if heard is None:
            self.pause()
        else:
            self.resume()

    def resume(self) -> None:
        """Hear tags again, if somebody listens."""
        adapter = self._adapter()
        if adapter is None or self._heard is None:
            return
        flags = (
            NfcAdapter.FLAG_READER_NFC_A
            | NfcAdapter.FLAG_READER_NFC_B
            | NfcAdapter.FLAG_READER_NFC_F
            | NfcAdapter.FLAG_READER_NFC_V
            | NfcAdapter.FLAG_READER_NO_PLATFORM_SOUNDS
        )

        def begin() -> None:
            with tolerated("reading NFC tags"):
                adapter.enableReaderMode(activity(), self._reader, flags, None)

        on_window_thread(begin)

    def pause(self) -> None:
        """Leave tags to other apps."""
        adapter = self._adapter()
        if adapter is None:
            return

        def end() -> None:
            with tolerated("ending the NFC reader"):
                adapter.disableReaderMode(activity())

        on_window_thread(end)

    def _adapter(self) -> NfcAdapter | None:
        here: Context = context()
        found: NfcAdapter | None = NfcAdapter.getDefaultAdapter(here)
        return found

    def _met(self, tag: NfcTag) -> None:
        heard = self._heard
        if heard is not None:
            heard(Tag(text_of(_records_of(tag)), "nfc", uid_of(octets(tag.getId()))))

    def _open(self, done: Scanned) -> None:
        texts = self.texts()
        intent: Intent = Intent()
        intent.setClassName(context(), ScanActivity.of)
        intent.putExtra("hint", texts.scan_hint)
        intent.putExtra("light", texts.scan_light)
        intent.putExtra("no_camera", texts.scan_no_camera)

        def answered(is_done: bool, back: Intent | None) -> None:
            text = back.getStringExtra("text") if is_done and back is not None else None
            done(Tag(str(text), "qr") if text else None)

        self.answers.ask(intent, answered)


def _records_of(tag: NfcTag) -> list[Record]:
    """Read the message that the reader found when it met the tag; a tag without one has no records."""
    records: list[Record] = []
    with tolerated("reading what the tag says"):
        held: Ndef | None = Ndef.get(tag)
        message: NdefMessage | None = held.getCachedNdefMessage() if held is not None else None
        found: Any = message.getRecords() if message is not None else []
        for each in found:
            record: NdefRecord = each
            records.append(Record(int(record.getTnf()), octets(record.getType()), octets(record.getPayload())))
    return records
