"""Signs by vibration and by the system's own tones, as loud as notifications are."""

from __future__ import annotations

from collections.abc import Callable

from mobile.device.android.java import (
    AudioManager,
    Context,
    ToneGenerator,
    VibrationEffect,
    Vibrator,
    VibratorManager,
    sdk,
    system,
    tolerated,
)

SHORT_MS = 30
LONG_MS = (0, 90, 70, 160)
VOLUME = 80


class AndroidFeel:
    """Implements ``Feel``."""

    def __init__(self, is_quiet: Callable[[], bool]) -> None:
        self.is_quiet = is_quiet
        self._tones: ToneGenerator | None = None

    def saved(self) -> None:
        if not self.is_quiet():
            with tolerated("the sign that something is saved"):
                _vibrator().vibrate(VibrationEffect.createOneShot(SHORT_MS, VibrationEffect.DEFAULT_AMPLITUDE))
                self._tone(ToneGenerator.TONE_PROP_ACK, 120)

    def warned(self) -> None:
        if not self.is_quiet():
            with tolerated("the sign that something needs a look"):
                _vibrator().vibrate(VibrationEffect.createWaveform(list(LONG_MS), -1))
                self._tone(ToneGenerator.TONE_PROP_NACK, 300)

    def close(self) -> None:
        """Give the sound channel back; the system has few."""
        if self._tones is not None:
            self._tones.release()
            self._tones = None

    def _tone(self, tone: int, duration_ms: int) -> None:
        if self._tones is None:
            self._tones = ToneGenerator(AudioManager.STREAM_NOTIFICATION, VOLUME)
        tones: ToneGenerator = self._tones
        tones.startTone(tone, duration_ms)


def _vibrator() -> Vibrator:
    if sdk() >= 31:
        manager = system(VibratorManager, Context.VIBRATOR_MANAGER_SERVICE)
        found: Vibrator = manager.getDefaultVibrator()
        return found
    return system(Vibrator, Context.VIBRATOR_SERVICE)
