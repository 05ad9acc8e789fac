"""What the device says by itself: why it asks for a permission, what its own screens and notifications are called."""

from __future__ import annotations

from mobile.text.family import Family


class DeviceTexts(Family):
    """`why_` and `off_`: before the system asks, and when it asks no more; one for each `Wanted`."""

    ask_title: str
    ask_yes: str
    ask_no: str
    ask_settings: str
    why_camera: str
    off_camera: str
    why_place: str
    off_place: str
    why_voice: str
    off_voice: str
    why_notice: str
    off_notice: str
    scan_hint: str
    scan_light: str
    scan_no_camera: str
    entry_done: str
    entry_back: str
    channel_due: str
    channel_sync: str
    sync_running: str
    sync_waits_title: str
    sync_waits: str

    def why(self, wanted: str) -> str:
        """Return what a permission is for."""
        return str(getattr(self, f"why_{wanted}"))

    def off(self, wanted: str) -> str:
        """Return what to do where the system asks no more."""
        return str(getattr(self, f"off_{wanted}"))


ZH = DeviceTexts(
    ask_title="需要您同意",
    ask_yes="继续",
    ask_no="暂不",
    ask_settings="去设置",
    why_camera="拍照取证、扫点位二维码要用相机。照片只存在本应用里，不进相册。",
    off_camera="相机权限已关闭，不能拍照和扫码。请到系统设置里打开「相机」。已填的内容都在。",
    why_place="扫码时记下位置，证明人在现场。只在巡查时取一次，不跟踪。",
    off_place="位置权限已关闭，记录里将没有位置。需要的话，请到系统设置里打开「位置信息」。",
    why_voice="录语音备注要用麦克风。只在您按下录音时录，最长两分钟。",
    off_voice="麦克风权限已关闭，不能录语音。请到系统设置里打开「麦克风」，或改用文字备注。",
    why_notice="巡查到点前提醒您，没发完的记录也会提醒。",
    off_notice="通知已关闭，到点不会提醒。请到系统设置里打开「通知」。",
    scan_hint="把二维码放进框里",
    scan_light="手电筒",
    scan_no_camera="相机打不开。可以返回后输入点位编号。",
    entry_done="完成",
    entry_back="返回",
    channel_due="到期提醒",
    channel_sync="后台发送",
    sync_running="正在把记录发到办公室",
    sync_waits_title="还有记录没发出去",
    sync_waits="打开巡安，连上网络就会继续发送。记录都在平板里，不会丢。",
)

EN = DeviceTexts(
    ask_title="Your permission is needed",
    ask_yes="Continue",
    ask_no="Not now",
    ask_settings="Open settings",
    why_camera="The camera takes evidence photos and reads the codes of the points. Photos stay in this app, not in the gallery.",
    off_camera="The camera is switched off for this app: no photos, no scanning. Please allow “Camera” in the system's "
    "settings. All you have filled in is safe.",
    why_place="The position is noted when a tag is scanned, to show that someone was there. It is read on rounds only; you "
    "are not tracked.",
    off_place="The position is switched off for this app; records will have none. Allow “Location” in the system's settings "
    "if you need it.",
    why_voice="Voice notes need the microphone. It records only while you press record, two minutes at most.",
    off_voice="The microphone is switched off for this app. Please allow “Microphone” in the system's settings, or write a "
    "note.",
    why_notice="You are reminded before a round is due, and when records still wait to be sent.",
    off_notice="Notifications are switched off: nothing reminds you. Please allow “Notifications” in the system's settings.",
    scan_hint="Hold the code inside the frame",
    scan_light="Light",
    scan_no_camera="The camera does not open. Go back and type the point's number.",
    entry_done="Done",
    entry_back="Back",
    channel_due="Reminders",
    channel_sync="Sending in the background",
    sync_running="Sending records to the office",
    sync_waits_title="Records still wait to be sent",
    sync_waits="Open 巡安 with a network and sending goes on. All records are safe on the tablet.",
)
