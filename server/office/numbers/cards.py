"""The indicators as cards: the figure, how it was in the period before, and the formula behind it."""

from __future__ import annotations

from dataclasses import dataclass

from server.office.numbers.panels import Period
from server.office.reader import Reader
from server.store.numbers import Indicators, Share, before, indicators

SHARES = ("rectified", "on_time", "first_pass", "coverage", "recurrence")
MORE_IS_WORSE = frozenset({"recurrence", "mean_days"})
_NOISE = 0.05
"""A change that would read ``0.0`` is none."""


@dataclass(frozen=True, slots=True)
class Card:
    """One indicator. ``value`` is written with its unit; ``tone`` tells whether the change is for the better.

    ``previous`` is empty where the period before has no figure.
    """

    key: str
    value: str
    counted: str
    previous: str
    change: str
    tone: str
    icon: str


def cards(of: Period) -> list[Card]:
    """Work out the indicators of a period and of the one before it."""
    who = of.who
    now = indicators(of.tx, who.viewer, of.wanted, of.course)
    then = indicators(of.tx, who.viewer, before(of.wanted))
    return [*(_share(who, key, now, then) for key in SHARES), _mean(who, now, then)]


def _share(who: Reader, key: str, now: Indicators, then: Indicators) -> Card:
    found, earlier = getattr(now, key), getattr(then, key)
    counted = who.wording("numbers.of", part=found.part, whole=found.whole) if found.whole else ""
    return _card(who, key, _percent_of(found), _percent_of(earlier), "%", counted)


def _mean(who: Reader, now: Indicators, then: Indicators) -> Card:
    counted = who.wording("numbers.of_closed", n=now.closed) if now.closed else ""
    return _card(who, "mean_days", now.mean_days, then.mean_days, "", counted)


def _percent_of(share: Share) -> float | None:
    return share.percent


def _card(who: Reader, key: str, value: float | None, earlier: float | None, unit: str, counted: str) -> Card:
    t = who.wording

    def said(number: float | None) -> str:
        if number is None:
            return t("numbers.no_value")
        return f"{number:.1f}{unit}" if unit else t("numbers.n_days", n=f"{number:.1f}")

    then = "" if earlier is None else said(earlier)
    change = None if value is None or earlier is None else value - earlier
    if change is None or abs(change) < _NOISE:
        return Card(key, said(value), counted, then, "", "mute", "arrow-narrow-right")
    is_up = change > 0
    is_better = is_up != (key in MORE_IS_WORSE)
    icon = "trending-up" if is_up else "trending-down"
    return Card(key, said(value), counted, then, f"{change:+.1f}", "ok" if is_better else "bad", icon)
