"""Forms that were not handed in stand on the list of rounds: kind, place, when they were begun, what was written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from mobile import actions
from mobile.text.en import EN
from mobile.views.parts import SectionView, Tone
from mobile.views.rounds import TODO, rounds_view
from mobile.views.unfinished import DROP, form_menu, form_of, unfinished
from tests.mobile.longshan import DAILY


def a_report(tablet, **written):
    form = actions.start_hazard(tablet)
    point = tablet.store.points()[0]
    values = {"description": "通道堆放杂物", "point": point.id, **written}
    actions.change_hazard(tablet, replace(tablet.store.hazard_draft(form), **values))
    return form, point


def test_a_report_stands_under_its_own_heading_with_place_time_and_words(tablet, setting):
    form, point = a_report(tablet)

    lines = rounds_view(setting, TODO).lines
    heading = next(n for n, line in enumerate(lines) if isinstance(line, SectionView) and line.words == "未完成")
    row = lines[heading + 1]

    assert row.key == f"form:report:{form}"
    assert row.title == f"登记隐患 · {point.name.zh}"
    assert row.detail.endswith(" 开始")
    assert (row.word, row.tone, row.more) == ("通道堆放杂物", Tone.INFO, True)


def test_every_kind_of_form_is_listed_with_the_screen_that_goes_on_with_it(tablet, setting):
    a_report(tablet)
    actions.start_note(tablet, "site", tablet.enrolment().site)
    actions.start_visit(tablet)
    actions.start_excuse(tablet, DAILY, date(2026, 11, 23))
    actions.start_admit(tablet, tablet.store.points()[0].id)
    actions.start_recheck(tablet, next(h.id for h in tablet.store.hazards() if h.state.value == "replied"))

    screens = [form.row.key.split(":")[1] for form in unfinished(setting)]

    assert sorted(screens) == ["admit", "excuse", "memo", "recheck", "report", "unit"]


def test_a_form_of_last_week_is_still_there_and_stands_out(tablet, setting):
    form, _ = a_report(tablet)
    tablet.clock.wall += timedelta(days=7)

    row = next(row for row in rounds_view(setting, TODO).rows if row.key == f"form:report:{form}")

    assert row.tone is Tone.WARN


def test_photos_are_counted(tablet, setting):
    form, _ = a_report(tablet)
    actions.begin_photo(tablet, form)

    assert "照片 1" in form_of(setting, f"form:report:{form}").row.detail


def test_what_is_listed_can_be_thrown_away(tablet, setting):
    form, _ = a_report(tablet)
    key = f"form:report:{form}"

    assert [option.key for option in form_menu(setting)][-1] == DROP
    actions.drop_forms(tablet, form_of(setting, key).drafts)
    assert form_of(setting, key) is None


def test_the_list_speaks_english_too(tablet, setting):
    a_report(tablet)

    (form,) = unfinished(replace(setting, texts=EN))

    assert form.row.title.startswith("Report a hazard · ")
    assert "begun" in form.row.detail
