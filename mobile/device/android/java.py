"""The Java classes that the twins use, by name; loaded from the platform when one is first touched.

A class here stands for its Java class: ``Intent(Intent.ACTION_SEND)`` makes an object, ``Uri.parse(text)`` calls a static
method, and in an annotation the name says of what class an object is, so that ``tools/apk`` can check each use. What was
added after the oldest Android that we run on is used below ``if sdk() >= ...`` only.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, ClassVar, TypeVar

log = logging.getLogger(__name__)
A = TypeVar("A", bound="Java")


class _Named(type):
    """Passes on to the Java class what is asked of the Python class that stands for it."""

    of: str

    def __getattr__(cls, name: str) -> Any:
        return getattr(loaded(cls.of), name)

    def __call__(cls, *args: Any) -> Any:
        return loaded(cls.of)(*args)


class Java(metaclass=_Named):
    """An object of a Java class. Never made in Python: what is annotated so comes from Java."""

    of: ClassVar[str] = "java.lang.Object"

    def __init__(self, *args: Any) -> None: ...
    def __init_subclass__(cls, of: str) -> None:
        cls.of = of

    def __getattr__(self, name: str) -> Any: ...


@cache
def loaded(name: str) -> Any:
    """Load a Java class by its name; a class within another is written with ``$``."""
    from jnius import autoclass

    return autoclass(name)


# the app's own, from mobile/android/java
class Alarms(Java, of="org.siterounds.device.Alarms"): ...


class PdfPrint(Java, of="org.siterounds.device.PdfPrint"): ...


class ScanActivity(Java, of="org.siterounds.device.ScanActivity"): ...


class SharedFiles(Java, of="org.siterounds.device.SharedFiles"): ...


class SyncStarter(Java, of="org.siterounds.device.SyncStarter"): ...


# python-for-android's
class PythonActivity(Java, of="org.kivy.android.PythonActivity"): ...


class PythonService(Java, of="org.kivy.android.PythonService"): ...


# the platform's
class Activity(Java, of="android.app.Activity"): ...


class AlertDialog(Java, of="android.app.AlertDialog"): ...


class AlertDialogBuilder(Java, of="android.app.AlertDialog$Builder"): ...


class AudioManager(Java, of="android.media.AudioManager"): ...


class AudioSource(Java, of="android.media.MediaRecorder$AudioSource"): ...


class AudioEncoder(Java, of="android.media.MediaRecorder$AudioEncoder"): ...


class BatteryManager(Java, of="android.os.BatteryManager"): ...


class Build(Java, of="android.os.Build"): ...


class CharSequence(Java, of="java.lang.CharSequence"): ...


class ClipData(Java, of="android.content.ClipData"): ...


class Context(Java, of="android.content.Context"): ...


class DevicePolicyManager(Java, of="android.app.admin.DevicePolicyManager"): ...


class EditText(Java, of="android.widget.EditText"): ...


class EditorInfo(Java, of="android.view.inputmethod.EditorInfo"): ...


class File(Java, of="java.io.File"): ...


class GlobalSettings(Java, of="android.provider.Settings$Global"): ...


class Gravity(Java, of="android.view.Gravity"): ...


class InputType(Java, of="android.text.InputType"): ...


class Intent(Java, of="android.content.Intent"): ...


class KeyguardManager(Java, of="android.app.KeyguardManager"): ...


class Location(Java, of="android.location.Location"): ...


class LocationManager(Java, of="android.location.LocationManager"): ...


class Looper(Java, of="android.os.Looper"): ...


class Manifest(Java, of="android.Manifest$permission"): ...


class MediaPlayer(Java, of="android.media.MediaPlayer"): ...


class MediaRecorder(Java, of="android.media.MediaRecorder"): ...


class MediaStore(Java, of="android.provider.MediaStore"): ...


class Ndef(Java, of="android.nfc.tech.Ndef"): ...


class NdefMessage(Java, of="android.nfc.NdefMessage"): ...


class NdefRecord(Java, of="android.nfc.NdefRecord"): ...


class NfcAdapter(Java, of="android.nfc.NfcAdapter"): ...


class NfcTag(Java, of="android.nfc.Tag"): ...


class NotificationManager(Java, of="android.app.NotificationManager"): ...


class OutputFormat(Java, of="android.media.MediaRecorder$OutputFormat"): ...


class PackageManager(Java, of="android.content.pm.PackageManager"): ...


class Parcelable(Java, of="android.os.Parcelable"): ...


class PowerManager(Java, of="android.os.PowerManager"): ...


class Settings(Java, of="android.provider.Settings"): ...


class SharedPreferences(Java, of="android.content.SharedPreferences"): ...


class StatFs(Java, of="android.os.StatFs"): ...


class SystemClock(Java, of="android.os.SystemClock"): ...


class Text(Java, of="java.lang.String"): ...


class Thing(Java, of="java.lang.Object"): ...


class ToneGenerator(Java, of="android.media.ToneGenerator"): ...


class Uri(Java, of="android.net.Uri"): ...


class Version(Java, of="android.os.Build$VERSION"): ...


class VibrationEffect(Java, of="android.os.VibrationEffect"): ...


class Vibrator(Java, of="android.os.Vibrator"): ...


class VibratorManager(Java, of="android.os.VibratorManager"): ...


class View(Java, of="android.view.View"): ...


class Window(Java, of="android.view.Window"): ...


class WindowParams(Java, of="android.view.WindowManager$LayoutParams"): ...


OURS = (Alarms, PdfPrint, ScanActivity, SharedFiles, SyncStarter)


def warm() -> None:
    """Load the app's own classes: Java finds them on the app's first thread only."""
    for known in OURS:
        loaded(known.of)


def sdk() -> int:
    """Return the API level of the Android that runs, such as 34."""
    return int(Version.SDK_INT)


def activity() -> Activity:
    """Return the app's window; there is one as long as Kivy runs."""
    return as_a(Activity, PythonActivity.mActivity)


def context() -> Context:
    """Return the app's window, or in the sync service the service.

    As a Context and nothing more: pyjnius tells overloaded methods apart by the exact class.
    """
    return as_a(Context, PythonActivity.mActivity or PythonService.mService)


def as_a(kind: type[A], thing: Any) -> A:
    """Take a Java object for one of another class or interface that it is."""
    from jnius import cast

    seen: A = cast(kind.of, thing)
    return seen


def system(kind: type[A], name: str) -> A:
    """Return one of the system's services, such as ``system(PowerManager, Context.POWER_SERVICE)``."""
    return as_a(kind, context().getSystemService(name))


def words(text: str) -> CharSequence:
    """Return a text for a method that also takes something else: pyjnius would not know which is meant."""
    return as_a(CharSequence, Text(text))


def octets(array: Sequence[int] | None) -> bytes:
    """Return a Java byte array as bytes; Java's are signed, and pyjnius reads an empty one only as a slice."""
    return bytes(one & 0xFF for one in array[:]) if array else b""


class tolerated:  # noqa: N801 (read as a word: with tolerated("sharing"))
    """Logs what Java throws here and goes on: an app that is not there, a chip that is busy."""

    def __init__(self, what: str) -> None:
        self.what = what

    def __enter__(self) -> None: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> bool:
        from jnius import JavaException

        if kind is None or not issubclass(kind, JavaException):
            return False
        log.warning("%s failed: %s", self.what, error)
        return True


def implement(interface: str, **methods: tuple[str, Callable[..., Any]]) -> Any:
    """Return an object with these methods of a Java interface: ``name=("(I)V", function)``.

    Two methods of one name are told apart by what follows ``__``. Whoever asks must keep the object as long as Java may
    call it. Java's own threads call it; what it raises is logged and goes no further.
    """
    from jnius import PythonJavaClass, java_method

    body: dict[str, Any] = {"__javainterfaces__": [interface.replace(".", "/")]}
    for name, (signature, function) in methods.items():
        body[name] = java_method(signature, name=name.partition("__")[0])(_told(function))

    def equals(proxy: object, other: Thing | None) -> bool:
        return other is not None and bool(other.hashCode() == _number(proxy))

    body["hashCode"] = java_method("()I")(_number)
    body["equals"] = java_method("(Ljava/lang/Object;)Z")(equals)
    body["toString"] = java_method("()Ljava/lang/String;")(lambda _self: interface)
    return type("Implemented", (PythonJavaClass,), body)()


def _number(proxy: object) -> int:
    return id(proxy) & 0x7FFFFFFF


def _told(function: Callable[..., Any]) -> Callable[..., Any]:
    def method(_self: object, *args: Any) -> Any:
        try:
            return function(*args)
        except Exception:  # the border to Java's threads
            log.exception("what Java called failed")
            return None

    return method


_waiting: set[Any] = set()


def on_window_thread(act: Callable[[], None]) -> None:
    """Run something on the thread that Android's own widgets want."""

    def run() -> None:
        _waiting.discard(runnable)
        act()

    runnable = implement("java.lang.Runnable", run=("()V", run))
    _waiting.add(runnable)
    activity().runOnUiThread(runnable)
