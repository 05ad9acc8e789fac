"""The last readings of an item as a small plot, with its limits, and where they are heading in words."""

from __future__ import annotations

from datetime import datetime

from mobile.store.row import Past
from mobile.views import answer as words
from mobile.views.parts import PlotView
from mobile.views.setting import Setting
from shared.checklist import RowState, drift
from shared.model.inspection import Answer
from shared.model.template import ItemKind, Limits

MEASURED = (ItemKind.NUMBER, ItemKind.COUNT)
FEWEST = 2
MARGIN = 0.12
"""Over the highest and under the lowest thing that is drawn: this share of the height."""


def plot_view(setting: Setting, row: RowState, answer: Answer, past: tuple[Past, ...]) -> PlotView:
    """Make the plot of a reading: what was read before and, once there is one, what is read now."""
    item = row.item
    if item.kind not in MEASURED:
        return PlotView()
    now = setting.now()
    readings = _readings(answer, past, now)
    if len(readings) < FEWEST:
        return PlotView()
    texts = setting.texts.checklist
    bottom, height = _range([value for _, value in readings], row.limits)
    high, low = (row.limits.high, row.limits.low) if row.limits else (None, None)
    said, icon = drift_words(setting, readings, row.limits, now)
    steps = len(readings) - 1
    return PlotView(
        points=tuple((index / steps, (value - bottom) / height) for index, (_, value) in enumerate(readings)),
        tones=tuple(words.verdict_words(value, row.limits, item.unit, setting.texts)[1] for _, value in readings),
        high=None if high is None else (high - bottom) / height,
        low=None if low is None else (low - bottom) / height,
        high_words="" if high is None else texts.plot_high.format(limit=words.number(high)),
        low_words="" if low is None else texts.plot_low.format(limit=words.number(low)),
        words=said,
        icon=icon,
    )


def drift_words(
    setting: Setting, readings: list[tuple[datetime, float]], limits: Limits | None, now: datetime
) -> tuple[str, str]:
    """Say where readings are heading, and with which icon; nothing where nothing honest can be said."""
    found = drift(readings, limits, now)
    if found is None:
        return "", ""
    texts = setting.texts.checklist
    if found.is_up:
        said = texts.drift_high if found.in_days else texts.drift_high_today
    else:
        said = texts.drift_low if found.in_days else texts.drift_low_today
    return said.format(n=found.in_days), "trending-up" if found.is_up else "trending-down"


def _readings(answer: Answer, past: tuple[Past, ...], now: datetime) -> list[tuple[datetime, float]]:
    before = [(one.at, one.value) for one in reversed(past) if isinstance(one.value, int | float)]
    return [*before, (now, answer.value)] if isinstance(answer.value, int | float) else before


def _range(values: list[float], limits: Limits | None) -> tuple[float, float]:
    """Return the bottom of the plot and its height in the reading's unit.

    Limits are drawn; one that lies far from all readings (an upper limit of 90 over readings about 50) is drawn too, so that
    the distance is seen.
    """
    bounds = [bound for bound in (limits.low, limits.high) if bound is not None] if limits else []
    least, most = min([*values, *bounds]), max([*values, *bounds])
    spread = (most - least) or max(abs(most), 1.0)
    return least - spread * MARGIN, spread * (1 + 2 * MARGIN)
