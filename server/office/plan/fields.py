"""Fields that forms of the schedule share: times of day, small numbers, lists of numbers and days."""

from __future__ import annotations

from datetime import date, time

from server.office.form import Form, read_day


def clock_time(form: Form, name: str, default: time) -> time:
    """Read a time of day; an empty field means ``default``."""
    typed = form.text(name)
    if not typed:
        return default
    try:
        found = time.fromisoformat(typed)
    except ValueError:
        form.wrong(name, "plan.not_a_time")
        return default
    return found.replace(second=0, microsecond=0, tzinfo=None)


def number(form: Form, name: str, lowest: int, highest: int, default: int) -> int:
    """Read a whole number from ``lowest`` to ``highest``; an empty field means ``default``."""
    typed = form.text(name)
    if not typed:
        return default
    if not (typed.isascii() and typed.isdigit()) or not lowest <= int(typed[:9]) <= highest:
        form.wrong(name, "plan.not_a_number")
        return default
    return int(typed)


def numbers(form: Form, name: str, highest: int) -> tuple[int, ...]:
    """Read whole numbers from 1, between commas or blanks; the largest first."""
    parts = form.text(name).replace("，", ",").replace("、", ",").replace(",", " ").split()
    if any(not (part.isascii() and part.isdigit() and 1 <= int(part[:9]) <= highest) for part in parts):
        form.wrong(name, "plan.not_a_number")
        return ()
    return tuple(sorted({int(part) for part in parts}, reverse=True))


def days(form: Form, name: str) -> tuple[date, ...]:
    """Read days, one a line or between commas."""
    found = []
    for part in form.text(name).replace("，", ",").replace(",", " ").split():
        day = read_day(part)
        if day is None:
            form.wrong(name, "plan.not_days")
        else:
            found.append(day)
    return tuple(sorted(set(found)))
