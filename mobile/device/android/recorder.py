"""Voice notes by the platform's MediaRecorder and MediaPlayer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from mobile.device.android.java import (
    AudioEncoder,
    AudioSource,
    MediaPlayer,
    MediaRecorder,
    OutputFormat,
    PackageManager,
    context,
    implement,
    sdk,
    tolerated,
)
from mobile.device.android.permission import Permissions
from mobile.device.permission import Wanted
from mobile.device.recorder import LONGEST_S, Recording, Started

BITS_A_SECOND = 64_000
SAMPLES_A_SECOND = 22_050


class AndroidRecorder:
    """Implements ``Recorder``. In the background Android hears nothing, so a pause ends the recording and keeps it."""

    def __init__(self, permissions: Permissions) -> None:
        self.permissions = permissions
        self._recorder: MediaRecorder | None = None
        self._player: MediaPlayer | None = None
        self._path: Path | None = None
        self._listener: Any = None

    @property
    def is_there(self) -> bool:
        return bool(context().getPackageManager().hasSystemFeature(PackageManager.FEATURE_MICROPHONE))

    def start(self, path: Path, started: Started) -> None:
        self.permissions.ask(Wanted.VOICE, lambda may: started(self._begin(path) if may else Recording.REFUSED))

    def stop(self) -> bool:
        self.pause()
        path, self._path = self._path, None
        return path is not None and path.is_file() and path.stat().st_size > 0

    def pause(self) -> None:
        """End the recording, if one runs, and keep its file."""
        running, self._recorder = self._recorder, None
        if running is not None:
            recorder: MediaRecorder = running
            with tolerated("ending a recording"):  # it throws where not even one sound was recorded
                recorder.stop()
            recorder.release()

    def play(self, path: Path, ended: Callable[[], None]) -> None:
        self.quiet()
        player: MediaPlayer = MediaPlayer()
        listener = implement(
            "android.media.MediaPlayer$OnCompletionListener",
            onCompletion=("(Landroid/media/MediaPlayer;)V", lambda _player: self._over(ended)),
        )
        self._player, self._listener = player, listener
        is_playing = False
        with tolerated("playing a voice note"):
            player.setDataSource(str(path))
            player.setOnCompletionListener(listener)
            player.prepare()
            player.start()
            is_playing = True
        if not is_playing:
            self._over(ended)

    def quiet(self) -> None:
        playing, self._player = self._player, None
        if playing is not None:
            player: MediaPlayer = playing
            player.release()

    def _over(self, ended: Callable[[], None]) -> None:
        self.quiet()
        ended()

    def _begin(self, path: Path) -> Recording:
        self.pause()
        path.parent.mkdir(parents=True, exist_ok=True)
        recorder = _new_recorder()
        with tolerated("recording"):
            recorder.setAudioSource(AudioSource.MIC)
            recorder.setOutputFormat(OutputFormat.MPEG_4)
            recorder.setAudioEncoder(AudioEncoder.AAC)
            recorder.setAudioChannels(1)
            recorder.setAudioSamplingRate(SAMPLES_A_SECOND)
            recorder.setAudioEncodingBitRate(BITS_A_SECOND)
            recorder.setMaxDuration(LONGEST_S * 1000)
            recorder.setOutputFile(str(path))
            recorder.prepare()
            recorder.start()
            self._recorder, self._path = recorder, path
            return Recording.RUNS
        recorder.release()
        return Recording.FAILED


def _new_recorder() -> MediaRecorder:
    if sdk() >= 31:
        told: MediaRecorder = MediaRecorder(context())
        return told
    made: MediaRecorder = MediaRecorder()
    return made
