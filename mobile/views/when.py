"""Times and spans in words, in the site's local time."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from mobile.text import Texts

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def span(length: timedelta, texts: Texts) -> str:
    """Return a length of time in its one largest unit: 40 秒, 5 分钟, 3 小时, 2 天."""
    seconds = max(0, int(length.total_seconds()))
    if seconds < 60:
        return texts.seconds.format(n=seconds)
    if seconds < 3600:
        return texts.minutes.format(n=seconds // 60)
    if seconds < 86400:
        return texts.hours.format(n=seconds // 3600)
    return texts.days.format(n=seconds // 86400)


def ago(then: datetime | None, now: datetime, texts: Texts) -> str:
    """Return how long ago something was; "never" for None."""
    if then is None:
        return texts.never
    if now - then < timedelta(seconds=20):
        return texts.just_now
    return texts.span_ago.format(span=span(now - then, texts))


def ahead(then: datetime | None, now: datetime, texts: Texts) -> str:
    """Return how far ahead something is."""
    if then is None:
        return texts.never
    if then - now < timedelta(seconds=1):
        return texts.soon
    return texts.in_span.format(span=span(then - now, texts))


def day(on: date, today: date, texts: Texts) -> str:
    """Return a day as people say it: 今天, 昨天, 明天, else the date."""
    near = {0: texts.today, -1: texts.yesterday, 1: texts.tomorrow}.get((on - today).days)
    return near or short_date(on, texts)


def short_date(on: date, texts: Texts) -> str:
    return texts.date_short.format(month=on.month, day=on.day, month_name=MONTHS[on.month - 1])


def long_date(on: date, texts: Texts) -> str:
    weekday = getattr(texts, f"weekday_{on.weekday()}")
    return texts.date_long.format(month=on.month, day=on.day, month_name=MONTHS[on.month - 1], weekday=weekday)


def clock_time(at: datetime) -> str:
    return at.strftime("%H:%M")


def day_and_time(at: datetime, now: datetime, texts: Texts) -> str:
    return f"{day(at.date(), now.date(), texts)} {clock_time(at)}"


def length(seconds: float) -> str:
    """Return how long something plays: 1:05."""
    whole = int(seconds)
    return f"{whole // 60}:{whole % 60:02d}"
