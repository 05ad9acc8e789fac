"""Battery, its saver, storage and what protects it, as Android tells."""

from __future__ import annotations

from pathlib import Path

from mobile.device.android.java import (
    BatteryManager,
    Context,
    DevicePolicyManager,
    Intent,
    KeyguardManager,
    PowerManager,
    Settings,
    StatFs,
    Uri,
    activity,
    context,
    system,
    tolerated,
)


class AndroidPower:
    """Implements ``Power``; every question may be asked on any thread."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def battery_percent(self) -> int | None:
        percent = int(_battery().getIntProperty(BatteryManager.BATTERY_PROPERTY_CAPACITY))
        return percent if 0 <= percent <= 100 else None

    def is_charging(self) -> bool | None:
        return bool(_battery().isCharging())

    def is_saver_on(self) -> bool | None:
        return bool(_power().isPowerSaveMode())

    def is_exempt(self) -> bool | None:
        return bool(_power().isIgnoringBatteryOptimizations(context().getPackageName()))

    def ask_exemption(self) -> None:
        question: Intent = Intent(Settings.ACTION_REQUEST_IGNORE_BATTERY_OPTIMIZATIONS)
        question.setData(Uri.fromParts("package", context().getPackageName(), None))
        with tolerated("the question about the battery"):
            activity().startActivity(question)

    def free_bytes(self) -> int | None:
        with tolerated("asking for free space"):
            disk: StatFs = StatFs(str(self.folder))
            return int(disk.getAvailableBytes())
        return None

    def is_encrypted(self) -> bool | None:
        policy = system(DevicePolicyManager, Context.DEVICE_POLICY_SERVICE)
        return int(policy.getStorageEncryptionStatus()) in {
            int(DevicePolicyManager.ENCRYPTION_STATUS_ACTIVE),
            int(DevicePolicyManager.ENCRYPTION_STATUS_ACTIVE_DEFAULT_KEY),
            int(DevicePolicyManager.ENCRYPTION_STATUS_ACTIVE_PER_USER),
        }

    def has_screen_lock(self) -> bool | None:
        return bool(system(KeyguardManager, Context.KEYGUARD_SERVICE).isDeviceSecure())


def _battery() -> BatteryManager:
    return system(BatteryManager, Context.BATTERY_SERVICE)


def _power() -> PowerManager:
    return system(PowerManager, Context.POWER_SERVICE)
