"""Charts as SVG text: pure functions of their data, the same on a page and on paper.

``bars`` beside each other or stacked · ``across`` bars that lie, for long names · ``lines`` with limits · ``heat`` a calendar
of days · ``frame`` what they share: sizes, ticks, text.

Every part has a class (``chart-a`` ... ``chart-bad``), which a page's style sheet colours, and the same colour as an
attribute, for paper. Each chart has ``<title>`` and ``<desc>``, and each bar, point and day a ``<title>`` that says its
figures; a table with the same figures stands beside it on the page.

Invariant: no clock, no language, no database; labels come as they are shown.
"""

from server.charts.across import across
from server.charts.bars import bars
from server.charts.frame import TONES, Chart, Limit, Series
from server.charts.heat import Day, heat
from server.charts.lines import lines

__all__ = ["TONES", "Chart", "Day", "Limit", "Series", "across", "bars", "heat", "lines"]
