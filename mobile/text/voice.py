"""What is said about voice notes."""

from __future__ import annotations

from mobile.text.family import Family


class VoiceTexts(Family):
    """The words of one language."""

    title: str
    record: str
    recording: str
    hint: str
    stop: str
    kept: str
    said: str
    play: str
    quiet: str
    drop: str
    dropped: str
    refused: str
    failed: str
    nothing: str
    no_space: str
    waits: str
    cut: str
    away: str


ZH = VoiceTexts(
    title="语音备注",
    record="语音",
    recording="正在录音",
    hint="请对着平板说，说完点停止。一条最长 {minutes} 分钟，到时自动保存。",
    stop="停止并保存",
    kept="语音 {length} 已存本机",
    said="语音 {n} 条",
    play="播放",
    quiet="停止播放",
    drop="删除语音",
    dropped="语音已删除",
    refused="没有允许使用麦克风，没有录音。请到系统设置里打开「麦克风」，或改用文字备注。",
    failed="现在录不了音，麦克风可能正被别的应用占用。请稍后再试，或改用文字备注。",
    nothing="没有录到声音，请再录一次。",
    no_space="存储空间不足，现在不能录音。已填的内容都在；请联网发送或清理空间后再录。",
    waits="存储空间不足，录音先放在本机，有空间后自动存好，不用重录。",
    cut="有 {n} 段录音没录完就中断了，没能存下来，请重录。其他内容都在。",
    away="这条语音不在本机，请在办公室网页上听。",
)
EN = VoiceTexts(
    title="Voice note",
    record="Voice",
    recording="Recording",
    hint="Speak towards the tablet and tap stop when done. {minutes} minutes at most, then it is saved by itself.",
    stop="Stop and save",
    kept="Voice note of {length} is saved on this tablet",
    said="Voice notes: {n}",
    play="Play",
    quiet="Stop playing",
    drop="Delete",
    dropped="Voice note deleted",
    refused="The microphone was not allowed, nothing was recorded. Please allow “Microphone” in the system's settings, or write "
    "a note.",
    failed="Recording is not possible now; another app may hold the microphone. Please try again later, or write a note.",
    nothing="No sound was recorded. Please record it again.",
    no_space="There is no room for a recording. All you filled in is safe; please connect and send, or free some space.",
    waits="There is no room: the recording waits on this tablet and is saved by itself once there is. Do not record it again.",
    cut="Recordings cut off before their end and lost: {n}. Please record them again. All else is here.",
    away="This voice note is not on this tablet. Listen to it in the office's pages.",
)
