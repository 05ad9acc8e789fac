"""Forms that nobody handed in: those that hold something stay, those that hold nothing go when no form is open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from mobile import actions
from mobile.actions.typed import NAME, keep_typed
from shared.ids import HazardId, PointId, TemplateId
from shared.model.hazard import RecheckResult
from tests.builders import an_id
from tests.mobile.longshan import DAILY, furnish
from tests.mobile.scene import STROKES


@pytest.fixture
def tablet(tmp_path: Path) -> Iterator[actions.Tablet]:
    made = furnish(tmp_path)
    yield made
    made.store.close()


def room(tablet) -> PointId:
    return tablet.store.points()[0].id


def due(tablet) -> HazardId:
    """Return a hazard that waits for its recheck."""
    return next(one.id for one in tablet.store.hazards() if one.state.value == "replied")


BEGINNINGS: dict[str, Callable] = {
    "report": actions.start_hazard,
    "memo": lambda tablet: actions.start_note(tablet, "site", tablet.enrolment().site),
    "unit": actions.start_visit,
    "excuse": lambda tablet: actions.start_excuse(tablet, DAILY, date(2026, 11, 23)),
    "admit": lambda tablet: actions.start_admit(tablet, room(tablet)),
    "recheck": lambda tablet: actions.start_recheck(tablet, due(tablet)),
    "report at a recheck": lambda tablet: actions.start_hazard(tablet, room(tablet), None, "recheck"),
}


def write_report(tablet, form):
    actions.change_hazard(tablet, replace(tablet.store.hazard_draft(form), description="通道堆放杂物"))


def write_memo(tablet, form):
    actions.change_note(tablet, replace(tablet.store.note_draft(form), text="明天带钥匙"))


def set_unit_out(tablet, form):
    actions.change_visit(tablet, replace(tablet.store.visit_draft(form), inspectors=("李主任",)))


def write_entry(tablet, form):
    actions.change_admit(tablet, form, lambda now: replace(now, name="赵师傅"))


ENTRIES: dict[str, Callable] = {
    "report": write_report,
    "memo": write_memo,
    "unit": set_unit_out,
    "excuse": lambda tablet, form: actions.change_excuse(tablet, form, reason="电梯停运"),
    "admit": write_entry,
    "recheck": lambda tablet, form: actions.set_recheck(tablet, form, result=RecheckResult.PASSED),
    "report at a recheck": write_report,
}


@pytest.mark.parametrize("kind", BEGINNINGS)
def test_a_form_in_which_nothing_was_entered_is_forgotten(tablet, kind):
    form = BEGINNINGS[kind](tablet)

    assert actions.clear_blank_forms(tablet) == 1
    assert not tablet.store.has_sheet(form)


@pytest.mark.parametrize("kind", ENTRIES)
def test_a_form_in_which_something_was_entered_stays(tablet, kind):
    form = BEGINNINGS[kind](tablet)
    ENTRIES[kind](tablet, form)

    assert actions.clear_blank_forms(tablet) == 0
    assert tablet.store.has_sheet(form)


@pytest.mark.parametrize("kind", BEGINNINGS)
def test_a_form_with_a_photo_stays_even_while_the_camera_is_still_open(tablet, kind):
    form = BEGINNINGS[kind](tablet)
    actions.begin_photo(tablet, form)

    assert actions.clear_blank_forms(tablet) == 0


def test_a_signed_form_stays(tablet):
    form = actions.start_recheck(tablet, due(tablet))
    actions.sign(tablet, form, "inspector", "王建国", STROKES)

    assert actions.clear_blank_forms(tablet) == 0


def test_a_form_for_which_a_signer_s_name_was_typed_stays_until_it_is_thrown_away(tablet):
    form = actions.start_recheck(tablet, due(tablet))
    notice = tablet.store.hazard(due(tablet)).notice
    for record in (form, notice):
        keep_typed(tablet, record, "unit_representative", NAME, "赵师傅")
    kept = actions.clear_blank_forms(tablet)
    for record in (form, notice):
        keep_typed(tablet, record, "unit_representative", NAME, "" if record == form else "赵师傅")
    kept_for_its_notice = actions.clear_blank_forms(tablet)

    actions.drop_forms(tablet, [form])
    actions.start_recheck(tablet, due(tablet))

    assert (kept, kept_for_its_notice) == (0, 0)
    assert actions.clear_blank_forms(tablet) == 1


def test_a_checklist_that_was_chosen_for_a_unit_s_inspection_is_nothing_to_keep(tablet):
    actions.start_visit(tablet, template=TemplateId("pump"))

    assert actions.clear_blank_forms(tablet) == 1


def test_throwing_a_form_away_takes_its_photos_along(tablet):
    form = actions.start_hazard(tablet)
    write_report(tablet, form)
    actions.begin_photo(tablet, form)

    actions.drop_forms(tablet, [form])

    assert tablet.store.forms() == ()
    assert tablet.store.photos_of(form) == ()


def test_forms_that_are_not_there_any_more_are_dropped_without_a_word(tablet):
    actions.drop_forms(tablet, [an_id(0x777)])

    assert tablet.store.forms() == ()
