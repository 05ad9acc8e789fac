"""How the readings of a place went: each with its limits, its last values and where it is heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from markupsafe import Markup

from server.charts import Chart, Limit, Series, lines
from server.office.numbers.panels import SMALL
from server.office.reader import Reader
from server.store import Tx
from server.store.place import assets_at, points
from server.store.readings import last_records
from shared.checklist import Drift, drift
from shared.ids import AssetId, PointId
from shared.model.inspection import Inspection
from shared.model.place import Asset
from shared.model.template import Item, ItemKind, Limits, Template

WIDE: Final = 560
BACK: Final = 90
"""Records that are looked through: a quarter of daily rounds."""
FEWEST: Final = 2
"""One value is no trend."""
_READ = (ItemKind.NUMBER, ItemKind.COUNT)


@dataclass(frozen=True, slots=True)
class Reading:
    """One value and when it was read, by the server's clock."""

    at: datetime
    value: float


@dataclass(frozen=True, slots=True)
class Trend:
    """One reading of a place over its last records. ``low`` and ``high`` are its limits, if it has any."""

    title: str
    unit: str
    values: tuple[Reading, ...]
    low: float | None
    high: float | None
    drift: Drift | None
    svg: Markup
    small: Markup

    @property
    def last(self) -> Reading:
        """The latest value."""
        return self.values[-1]

    @property
    def is_out(self) -> bool:
        """Tell whether the latest value lies outside the limits."""
        return not _is_within(self.last.value, self.low, self.high)


def places(tx: Tx, who: Reader) -> dict[PointId, str]:
    """List the points of the chosen site that have readings to show, by number."""
    return {point.id: f"{point.number} {who.wording.text(point.name)}" for point in points(tx, who.viewer, who.site)}


def trends(tx: Tx, who: Reader, point: PointId) -> list[Trend]:
    """Collect the readings of a point from its last records, in the order of their forms."""
    known = {asset.id: asset for asset in assets_at(tx, point)}
    series: dict[tuple[str, str, AssetId | None], tuple[Item, list[Reading]]] = {}
    for at, record in last_records(tx, who.viewer, who.site, point, BACK):
        form = tx.find(Template, f"{record.template}@{record.template_version}")
        for item, per, value in _read(form, record) if form else ():
            key = (record.template, item.name, per)
            _, values = series.setdefault(key, (item, []))
            values.append(Reading(at, value))
    found = ((item, known.get(per) if per else None, values) for (_, _, per), (item, values) in series.items())
    return [_trend(who, item, asset, values[::-1]) for item, asset, values in found if len(values) >= FEWEST]


def _read(form: Template, record: Inspection) -> Iterator[tuple[Item, AssetId | None, float]]:
    items = {item.name: item for item in form.items if item.kind in _READ}
    for answer in record.answers:
        item = items.get(answer.item)
        if item is not None and isinstance(answer.value, (int, float)) and not isinstance(answer.value, bool):
            yield item, answer.per, float(answer.value)


def _trend(who: Reader, item: Item, asset: Asset | None, values: Sequence[Reading]) -> Trend:
    label = who.wording.text(item.label)
    title = f"{who.wording.text(asset.name)} · {label}" if asset else label
    low, high = _limit(item.limits, asset, is_low=True), _limit(item.limits, asset, is_low=False)
    limits = Limits(low, high) if item.limits else None
    heading = drift([(one.at, one.value) for one in values], limits, who.now)
    unit = who.formats.unit(item.unit)
    svg, small = (Markup(_draw(who, title, unit, values, low, high, width)) for width in (WIDE, SMALL))  # noqa: S704
    return Trend(title, unit, tuple(values), low, high, heading, svg, small)


def _draw(
    who: Reader,
    title: str,
    unit: str,
    values: Sequence[Reading],
    low: float | None,
    high: float | None,
    width: int,
) -> str:
    t = who.wording
    labels = tuple(f"{who.formats.local(one.at):%m-%d}" for one in values)
    chart = Chart(
        title, labels, (Series(title, tuple(one.value for one in values), "a"),), unit=unit, width=width, height=200
    )
    ends = ((t("numbers.low"), low), (t("numbers.high"), high))
    return lines(chart, [Limit(name, value) for name, value in ends if value is not None])


def _limit(limits: Limits | None, asset: Asset | None, *, is_low: bool) -> float | None:
    """Return a limit: the maker's own value of this asset first, then the form's."""
    if limits is None:
        return None
    name = limits.low_from if is_low else limits.high_from
    own = asset.data.get(name) if asset and name else None
    if isinstance(own, (int, float)) and not isinstance(own, bool):
        return float(own)
    return limits.low if is_low else limits.high


def _is_within(value: float, low: float | None, high: float | None) -> bool:
    return (low is None or value >= low) and (high is None or value <= high)
