"""Charts are SVG that can be read aloud, and their figures stand where they belong."""

import re
from datetime import date, timedelta
from xml.etree import ElementTree as ET

import pytest

from server.charts import Chart, Day, Limit, Series, across, bars, heat, lines
from server.charts.frame import scale, wide

SVG = "{http://www.w3.org/2000/svg}"
WEEKS = Chart("每周", ("第1周", "第2周"), (Series("新增", (4, 2)), Series("销案", (1, None), "ok")), "说明", "条")


def drawn(text):
    return ET.fromstring(text)


def rects(root, tone):
    return [
        one
        for one in root.iter(f"{SVG}rect")
        if one.get("class") == f"chart-{tone}" and one.find(f"{SVG}title") is not None
    ]


def size(rect, side="height"):
    return float(rect.get(side))


@pytest.mark.parametrize(
    "chart",
    [
        bars(WEEKS),
        bars(WEEKS, is_stacked=True),
        across(WEEKS),
        lines(WEEKS, (Limit("上限", 3),)),
        heat(
            "日历",
            [Day(date(2026, 11, 23), "ok", "3/3")],
            "一二三四五六日",
            [str(n) for n in range(1, 13)],
            [("ok", "好")],
            "说明",
        ),
    ],
    ids=("bars", "stacked", "across", "lines", "heat"),
)
def test_every_chart_has_a_name_a_description_and_says_its_figures(chart):
    root = drawn(chart)

    named = {one.get("id"): one.text for one in root if one.tag in (f"{SVG}title", f"{SVG}desc")}
    assert root.get("role") == "img"
    assert root.get("aria-labelledby").split() == list(named)
    assert all(named.values())
    assert [one.text for one in root.iter(f"{SVG}title") if one.text][1:]


def test_a_bar_is_as_high_as_its_figure():
    four, two = rects(drawn(bars(WEEKS)), "a")

    assert size(four) == pytest.approx(2 * size(two), abs=0.2)
    assert len(rects(drawn(bars(WEEKS)), "ok")) == 1


def test_stacked_bars_stand_one_upon_the_other():
    root = drawn(bars(WEEKS, is_stacked=True))

    low, high = rects(root, "a")[0], rects(root, "ok")[0]

    assert float(high.get("y")) + size(high) == pytest.approx(float(low.get("y")), abs=0.2)


def test_lying_bars_grow_by_a_row_for_each_name_and_cut_names_that_are_too_long():
    long = Chart("单位", ("很长" * 40, "短"), (Series("未销案", (1, 3)),))

    root = drawn(across(long))

    one, three = (size(rect, "width") for rect in rects(root, "a"))
    assert three == pytest.approx(3 * one, abs=0.3)
    assert "…" in "".join(root.itertext())


def test_a_figure_beyond_a_limit_is_marked_and_a_gap_breaks_the_line():
    chart = Chart("室温", ("1", "2", "3", "4", "5", "6"), (Series("室温", (20, 21, None, 44, 22, 2)),), unit="℃")

    root = drawn(lines(chart, (Limit("上限", 40), Limit("下限", 5))))

    beyond = [one.find(f"{SVG}title").text for one in root.iter(f"{SVG}circle") if "chart-bad" in one.get("class")]
    assert beyond == ["4 · 室温 44 ℃", "6 · 室温 2 ℃"]
    assert len(list(root.iter(f"{SVG}path"))) == 2


def test_a_calendar_has_a_column_for_each_week_and_tells_days_apart_without_colour():
    first = date(2026, 11, 2)
    days = [Day(first + timedelta(days=n), "bad" if n == 3 else "ok") for n in range(35)]

    root = drawn(heat("日历", days, "一二三四五六日", [f"{n}月" for n in range(1, 13)], [("ok", "好"), ("bad", "漏")]))

    squares = [*rects(root, "ok"), *rects(root, "bad")]
    assert len({one.get("x") for one in squares}) == 5
    assert len({one.get("y") for one in squares}) == 7
    assert len(list(root.iter(f"{SVG}path"))) == 1


def test_a_narrow_calendar_goes_on_below_with_the_same_days():
    days = [Day(date(2026, 1, 1) + timedelta(days=n), "ok") for n in range(365)]
    facts = ("日历", days, "一二三四五六日", [f"{n}月" for n in range(1, 13)], [("ok", "按时完成"), ("bad", "有漏检")])

    full, narrow = drawn(heat(*facts)), drawn(heat(*facts, most=326))

    assert [len(rects(one, "ok")) for one in (full, narrow)] == [365, 365]
    assert width_of(narrow) <= 326 < width_of(full)
    assert all(float(one.get("x")) + size(one, "width") <= 326 for one in rects(narrow, "ok"))
    months = [one.text for one in narrow.iter(f"{SVG}text") if (one.text or "").endswith("月")]
    assert {f"{n}月" for n in range(1, 13)} <= set(months)
    assert len({(one.get("x"), one.get("y")) for one in rects(narrow, "ok")}) == 365


def width_of(root):
    return float(root.get("viewBox").split()[2])


@pytest.mark.parametrize("width", [326, 560])
@pytest.mark.parametrize("draw", [bars, lambda chart: bars(chart, is_stacked=True), lines, across])
def test_nothing_touches_the_legend_and_nothing_leaves_the_drawing(draw, width):
    series = tuple(Series(f"很长的名称{n}", (6, 5, 6), tone) for n, tone in enumerate(("a", "b", "c", "bad")))
    chart = Chart("时长", ("0–3 天", "4–7 天", "8–15 天"), series, unit="%", width=width)

    texts = list(drawn(draw(chart)).iter(f"{SVG}text"))

    keys = {one.name for one in series}
    lowest = max(float(one.get("y")) for one in texts if one.text in keys)
    highest = min(float(one.get("y")) - 11 for one in texts if one.text not in keys)
    assert highest >= lowest
    assert sum(one.text in keys for one in texts) == 4
    assert all(end_of(one) <= width for one in texts)


def end_of(one):
    share = {"start": 1, "middle": 0.5, "end": 0}[one.get("text-anchor")]
    return float(one.get("x")) + share * wide(one.text)


def test_words_of_people_are_escaped():
    chart = Chart("<b>&", ('"<i>',), (Series("</svg>", (1,)),))

    for text in (bars(chart), across(chart), lines(chart)):
        assert drawn(text)[0].text == "<b>&"
        assert not re.search(r"<(b|i)>", text)


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ((0, 17), (0, 5, 10, 15, 20)),
        ((), (0, 1)),
        ((3,), (0, 1, 2, 3)),
        ((0.02, 0.31), (0, 0.1, 0.2, 0.3, 0.4)),
        ((-4, 8), (-5, 0, 5, 10)),
    ],
)
def test_ticks_are_round(values, ticks):
    assert scale(values, 0, 100).ticks == pytest.approx(ticks)


def test_a_chart_without_figures_is_drawn_empty():
    nothing = Chart("空", (), (Series("新增", ()),))

    assert all(
        drawn(text) is not None for text in (bars(nothing), across(nothing), lines(nothing), heat("空", [], "", [], []))
    )


def test_a_series_has_a_figure_for_each_label():
    with pytest.raises(ValueError, match="each label"):
        Chart("x", ("a", "b"), (Series("y", (1,)),))
