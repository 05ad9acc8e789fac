"""How times, days and sizes read on a page. Times are stored in UTC and shown in the site's zone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from server.office.text import Wording, catalogue

_KIB = 1024


@dataclass(frozen=True, slots=True)
class Formats:
    """Writes values for one language, in one time zone, as seen at ``now``."""

    wording: Wording
    zone: ZoneInfo
    now: datetime

    @property
    def today(self) -> date:
        """The site's day."""
        return self.now.astimezone(self.zone).date()

    def local(self, moment: datetime) -> datetime:
        """Move a time into the site's zone."""
        return moment.astimezone(self.zone)

    def moment(self, moment: datetime) -> str:
        """Write day and minute in full: 2026-11-20 09:02."""
        return self.local(moment).strftime("%Y-%m-%d %H:%M")

    def brief(self, moment: datetime) -> str:
        """Write day and minute as short as the reader needs: no day for today, no year for this year."""
        local = self.local(moment)
        if local.date() == self.today:
            return local.strftime("%H:%M")
        return local.strftime("%m-%d %H:%M" if local.year == self.today.year else "%Y-%m-%d")

    def minute(self, moment: datetime) -> str:
        """Write the time of day alone: 09:02."""
        return self.local(moment).strftime("%H:%M")

    def day(self, day: date) -> str:
        """Write a day as tables show it: 2026-11-20."""
        return day.isoformat()

    def later(self, days: int) -> str:
        """Write the day that is so many days from today, as a date field holds it."""
        return (self.today + timedelta(days=days)).isoformat()

    def long_day(self, day: date) -> str:
        """Write a day as the printed form does: 2026年11月20日."""
        if self.wording.language == "zh":
            return f"{day.year}年{day.month}月{day.day}日"
        return f"{day.day} {day:%B %Y}"

    def month(self, day: date) -> str:
        """Name the month of a day: 2026年11月."""
        return f"{day.year}年{day.month}月" if self.wording.language == "zh" else f"{day:%B %Y}"

    def weekday(self, day: date) -> str:
        """Name the day of the week."""
        return self.wording(f"weekday.{day.isoweekday()}")

    def ago(self, moment: datetime) -> str:
        """Say how long ago something was, in the largest unit that fits."""
        passed = self.now - moment
        if passed < timedelta(minutes=1):
            return self.wording("ago.now")
        if passed < timedelta(hours=1):
            return self.wording("ago.minutes", n=passed // timedelta(minutes=1))
        if passed < timedelta(days=1):
            return self.wording("ago.hours", n=passed // timedelta(hours=1))
        return self.wording("ago.days", n=passed.days)

    def days_left(self, deadline: date) -> str:
        """Say how a deadline stands today: days left, today, or days overdue."""
        days = (deadline - self.today).days
        if days == 0:
            return self.wording("left.today")
        return self.wording("left.days", n=days) if days > 0 else self.wording("left.overdue", n=-days)

    def seconds_to(self, moment: datetime) -> int:
        """Count the whole seconds until a time; 0 once it has passed."""
        return max(0, round((moment - self.now).total_seconds()))

    def time_to(self, moment: datetime) -> str:
        """Write the minutes and seconds until a time: 9:59."""
        minutes, seconds = divmod(self.seconds_to(moment), 60)
        return f"{minutes}:{seconds:02}"

    def duration(self, start: datetime, end: datetime) -> str:
        """Say how long something took."""
        minutes = max(0, round((end - start).total_seconds() / 60))
        if minutes < 60:
            return self.wording("took.minutes", n=minutes)
        return self.wording("took.hours", hours=minutes // 60, minutes=minutes % 60)

    def offset(self, milliseconds: int) -> str:
        """Say how far a tablet's clock is off, with its direction."""
        seconds = abs(milliseconds) // 1000
        key = "clock.ahead" if milliseconds > 0 else "clock.behind"
        if seconds < 60:
            return self.wording(f"{key}_seconds", n=seconds)
        if seconds < 7200:
            return self.wording(f"{key}_minutes", n=seconds // 60)
        return self.wording(f"{key}_hours", n=seconds // 3600)

    def size(self, size_bytes: int) -> str:
        """Write a size in bytes in the largest unit that fits: 3.2 MB."""
        amount = float(size_bytes)
        for unit in ("B", "KB", "MB", "GB"):
            if amount < _KIB or unit == "GB":
                return f"{amount:.0f} {unit}" if unit == "B" or amount >= 100 else f"{amount:.1f} {unit}"
            amount /= _KIB
        raise AssertionError("the last unit always fits")

    def unit(self, unit: str) -> str:
        """Name a reading's unit."""
        return unit_word(unit, self.wording)

    def number(self, value: float) -> str:
        """Write a reading without needless zeros."""
        return f"{value:g}" if abs(value) < 1e6 else f"{value:.0f}"


def unit_word(unit: str, wording: Wording) -> str:
    """Name a reading's unit: signs are the same in every language, counted things have a word of their own."""
    key = f"measure.{unit}"
    return wording(key) if key in catalogue() else unit
