"""Where the tablet is, from the platform's LocationManager: no Google services."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from mobile.device.android.java import (
    Context,
    Location,
    LocationManager,
    Looper,
    SystemClock,
    implement,
    sdk,
    system,
    tolerated,
)
from mobile.device.android.permission import Permissions
from mobile.device.location import LocatorState, better, is_fresh
from mobile.device.permission import Wanted
from shared.model.fix import Fix

EVERY_MS = 5_000


class AndroidLocator:
    """Implements ``Locator``; `now` is the tablet's wall clock."""

    def __init__(self, permissions: Permissions, now: Callable[[], datetime]) -> None:
        self.permissions = permissions
        self.now = now
        self._best: Fix | None = None
        self._is_looking = False
        self._has_asked = False
        self._listener = implement(
            "android.location.LocationListener",
            onLocationChanged=("(Landroid/location/Location;)V", self._met),
            onLocationChanged__list=("(Ljava/util/List;)V", self._met_several),
            onFlushComplete=("(I)V", lambda _code: None),
            onProviderEnabled=("(Ljava/lang/String;)V", lambda _name: None),
            onProviderDisabled=("(Ljava/lang/String;)V", lambda _name: None),
            onStatusChanged=("(Ljava/lang/String;ILandroid/os/Bundle;)V", lambda _name, _status, _more: None),
        )

    @property
    def state(self) -> LocatorState:
        if not _providers():
            return LocatorState.ABSENT
        if not self.permissions.has(Wanted.PLACE):
            return LocatorState.REFUSED
        return LocatorState.READY if _is_switched_on() else LocatorState.OFF

    def fix(self) -> Fix | None:
        with tolerated("looking for the place"):  # nothing that is recorded waits or fails for want of a place
            if self.permissions.has(Wanted.PLACE):
                self._look()
        return self._best if is_fresh(self._best, self.now()) else None

    def prepare(self) -> None:
        if self.permissions.has(Wanted.PLACE):
            self._look()
        elif not self._has_asked and not self.permissions.was_asked(Wanted.PLACE):
            self.ask()

    def ask(self) -> None:
        self._has_asked = True
        self.permissions.ask(Wanted.PLACE, lambda may: self._look() if may else None)

    def rest(self) -> None:
        if self._is_looking:
            self._is_looking = False
            with tolerated("ending the search for the place"):
                _manager().removeUpdates(self._listener)

    def _look(self) -> None:
        if self._is_looking or not _is_switched_on():
            return
        self._is_looking = True
        manager = _manager()
        for provider in _providers():
            with tolerated(f"asking {provider} for the place"):
                last: Location | None = manager.getLastKnownLocation(provider)
                if last is not None:
                    self._met(last)
                manager.requestLocationUpdates(provider, EVERY_MS, 0.0, self._listener, Looper.getMainLooper())

    def _met_several(self, places: object) -> None:
        for place in places:  # type: ignore[attr-defined]
            self._met(place)

    def _met(self, place: Location) -> None:
        age_ms = (int(SystemClock.elapsedRealtimeNanos()) - int(place.getElapsedRealtimeNanos())) // 1_000_000
        try:
            fix = Fix(
                float(place.getLatitude()),
                float(place.getLongitude()),
                float(place.getAccuracy()),
                _is_mock(place),
                self.now() - timedelta(milliseconds=max(0, age_ms)),
            )
        except ValueError:  # not on this globe: a driver's or another app's mistake
            return
        self._best = better(self._best, fix)


def _is_mock(place: Location) -> bool:
    if sdk() >= 31:
        return bool(place.isMock())
    return bool(place.isFromMockProvider())


def _manager() -> LocationManager:
    return system(LocationManager, Context.LOCATION_SERVICE)


def _providers() -> list[str]:
    known = {str(name) for name in _manager().getAllProviders()}
    return [name for name in (LocationManager.GPS_PROVIDER, LocationManager.NETWORK_PROVIDER) if name in known]


def _is_switched_on() -> bool:
    if sdk() >= 28:
        return bool(_manager().isLocationEnabled())
    manager = _manager()
    return any(bool(manager.isProviderEnabled(name)) for name in _providers())
