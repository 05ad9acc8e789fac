"""A notice on the spot, offline: written, signed, numbered, received; and what sets an inspection of a unit out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from mobile import actions
from mobile.store.row import Duty, NoticeDraft, VisitDraft
from shared.errors import EvidenceMissingError, NotPermittedError, OpForbiddenError, UnknownRecordError
from shared.ids import BlockId, HazardId, NoticeId, SiteId, TemplateId
from shared.model.hazard import HazardState, NoticeState, RecheckResult
from shared.model.number import NumberBlock
from shared.model.place import Role
from shared.model.template import HazardGrade, ItemKind
from tests.builders import DEVICE, KEEPER, LEAD, SITE, UNIT, a_person, a_site, a_unit, an_id
from tests.mobile.scene import STROKES, Scene, a_round_template, a_scene
from tests.mobile.tiny_server import ORG, seed

NUMBER = f"{a_site().short_name}物消改〔2026〕{{:04d}}号"


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    """A tablet of a lead inspector with a block of three numbers."""
    scene = a_scene(tmp_path)
    lead = a_person(roles=(Role.LEAD_INSPECTOR, Role.MAINTENANCE_KEEPER, Role.INSPECTOR))
    block = NumberBlock(BlockId(an_id(0x801)), SITE, DEVICE, 2026, 11, 3)
    strange = replace(block, id=BlockId(an_id(0x802)), device=an_id(0x99), first=21)
    form = replace(a_round_template(), id=TemplateId("fire-short"), is_about_unit=True)
    seed(scene.server, [("person", KEEPER, lead), ("unit", UNIT, a_unit())])
    seed(scene.server, [("number_block", one.id, one) for one in (block, strange)])
    seed(scene.server, [("template", form.key, form)], ORG)
    scene.sync()
    return scene


def a_hazard_of(scene: Scene) -> HazardId:
    record = scene.walked(failed=True)
    (hazard,) = actions.finish_round(scene.tablet, record)
    return hazard


def a_written_notice(scene: Scene) -> NoticeId:
    """Write a notice over one hazard of a round, all but the receipt."""
    tablet = scene.tablet
    notice = actions.start_notice(tablet, [a_hazard_of(scene)], unit=UNIT)
    draft = tablet.store.notice_draft(notice)
    line = replace(
        draft.lines[0],
        grade=HazardGrade.GENERAL,
        deadline_on=date(2026, 11, 30),
        required_measures="补足灭火器",
        responsible_person="刘工",
        legal_basis="5.30.7",
    )
    actions.change_line(tablet, notice, line)
    actions.change_notice(tablet, replace(tablet.store.notice_draft(notice), interim_clause="派专人看护"))
    actions.sign(tablet, notice, "lead_inspector", "王建国", STROKES, person=KEEPER)
    return notice


def ops_of(scene: Scene, kind: str) -> list[object]:
    waiting = scene.store.waiting_ops(100, 1 << 20, scene.clock.read().wall)
    return [op for op in waiting if op.kind == kind]


def test_a_notice_takes_the_next_number_of_this_tablet_s_block_when_it_is_issued(scene):
    notice = a_written_notice(scene)

    issued = actions.issue_notice(scene.tablet, notice)

    assert issued.no == NUMBER.format(11)
    assert actions.free_numbers(scene.tablet, 2026) == (NUMBER.format(12), NUMBER.format(13))
    (op,) = ops_of(scene, "notice.put")
    assert op.body["no"] == issued.no
    shown = scene.store.notice(notice)
    assert (shown.state, shown.deadline_on) == (NoticeState.ISSUED, date(2026, 11, 30))
    assert scene.store.hazard(shown.hazards[0]).state is HazardState.ISSUED


def test_a_kill_before_the_issue_leaves_the_form_and_uses_no_number(scene):
    notice = a_written_notice(scene)

    scene.reopen()

    assert scene.store.notice_draft(notice).interim_clause == "派专人看护"
    assert scene.store.signatures_of(notice)
    assert actions.issue_notice(scene.tablet, notice).no == NUMBER.format(11)


def test_nobody_issues_a_notice_with_a_colleague_s_signature(scene):
    notice = a_written_notice(scene)
    actions.sign(scene.tablet, notice, "lead_inspector", "王建国", STROKES)
    lead = a_person(id=LEAD, name="李敏", roles=(Role.LEAD_INSPECTOR,))
    seed(scene.server, [("person", LEAD, lead)])
    scene.sync()
    signed_by = scene.store.signatures_of(notice)[0].person
    with scene.store.transaction():
        scene.store.set_duty(Duty(LEAD, scene.clock.read(), is_proved=True))

    with pytest.raises(EvidenceMissingError) as refused:
        actions.issue_notice(scene.tablet, notice)
    actions.go_on_with(scene.tablet, notice)
    left = scene.store.signatures_of(notice)
    actions.sign(scene.tablet, notice, "lead_inspector", "李敏", STROKES)
    issued = actions.issue_notice(scene.tablet, notice)

    assert (signed_by, refused.value.facts["missing"], left) == (KEEPER, ["signature"], ())
    assert (issued.lead_inspector, issued.issuer_signature.person) == (LEAD, LEAD)


def test_a_number_is_not_used_again_after_its_operation_has_left(scene):
    issued = actions.issue_notice(scene.tablet, a_written_notice(scene))
    with scene.store.transaction():
        scene.store._write("DELETE FROM outbox")  # as the retention does, years later

    assert issued.no not in actions.free_numbers(scene.tablet, 2026)


def test_without_a_number_left_a_temporary_one_is_taken_and_another_the_next_time(scene):
    scene.clock.wall = scene.clock.wall + timedelta(days=60)  # 2027: no block of that year

    first = actions.issue_notice(scene.tablet, _moved_on(scene, a_written_notice(scene)))

    assert first.no == "暂-一号平板-1"
    assert scene.store.setting("temporary_numbers") == "1"


def _moved_on(scene: Scene, notice: NoticeId) -> NoticeId:
    draft = scene.store.notice_draft(notice)
    actions.change_line(scene.tablet, notice, replace(draft.lines[0], deadline_on=date(2027, 2, 1)))
    return notice


def test_a_receipt_goes_with_the_issue_and_a_later_one_alone(scene):
    tablet = scene.tablet
    notice = a_written_notice(scene)
    actions.issue_notice(tablet, notice)
    assert ops_of(scene, "notice.move") == []

    actions.sign(tablet, notice, "receiver", "刘工", STROKES)
    received = actions.receive_notice(tablet, notice, "负责人")

    assert (received.state, received.received_by) == (NoticeState.RECEIVED, "刘工")
    assert scene.store.notice(notice).state is NoticeState.RECEIVED
    assert scene.store.hazard(received.hazards[0]).state is HazardState.IN_RECTIFICATION
    assert len(ops_of(scene, "notice.move")) == 1


def test_a_refusal_is_recorded_with_reason_and_witness(scene):
    notice = a_written_notice(scene)
    actions.note_refusal(scene.tablet, notice, "receiver", "刘工", "不认可检查结果", "周洋")

    refused = actions.issue_notice(scene.tablet, notice)

    assert (refused.state, refused.refusal_note, refused.witness) == (NoticeState.REFUSED, "不认可检查结果", "周洋")


def test_a_deadline_is_never_filled_in_by_itself(scene):
    notice = actions.start_notice(scene.tablet, [a_hazard_of(scene)], unit=UNIT)

    assert scene.store.notice_draft(notice).lines[0].deadline_on is None
    with pytest.raises(EvidenceMissingError):
        actions.issue_notice(scene.tablet, notice)
    assert actions.free_numbers(scene.tablet, 2026)[0] == NUMBER.format(11)


def test_a_notice_is_gone_on_with_and_a_hazard_left_out_stays_open(scene):
    tablet = scene.tablet
    notice = a_written_notice(scene)
    hazard = tablet.store.notice_draft(notice).lines[0].hazard

    assert actions.start_notice(tablet, [hazard]) == notice
    actions.change_line(tablet, notice, replace(tablet.store.notice_draft(notice).lines[0], is_chosen=False))

    with pytest.raises(EvidenceMissingError) as refused:
        actions.issue_notice(tablet, notice)
    assert "hazards" in refused.value.facts["missing"]
    assert len(tablet.store.sheets(NoticeDraft)) == 1


def test_who_is_no_lead_inspector_writes_no_notice_and_asks_for_no_numbers(tmp_path):
    scene = a_scene(tmp_path)
    hazard = a_hazard_of(scene)

    with pytest.raises(NotPermittedError):
        actions.start_notice(scene.tablet, [hazard])
    assert not actions.renew_numbers(scene.tablet)


def test_numbers_are_asked_for_once_when_few_are_left(scene):
    assert not actions.renew_numbers(scene.tablet)
    actions.issue_notice(scene.tablet, a_written_notice(scene))

    assert actions.renew_numbers(scene.tablet)
    assert not actions.renew_numbers(scene.tablet)
    assert len(ops_of(scene, "number.lease")) == 1


def test_numbers_that_the_server_refused_are_not_asked_for_again_at_each_start(scene):
    actions.issue_notice(scene.tablet, a_written_notice(scene))
    scene.sync()
    scene.server.refused["number.lease"] = OpForbiddenError(needs=["lead_inspector"])
    assert actions.renew_numbers(scene.tablet)
    scene.sync()
    assert len(scene.store.parked()) == 1

    scene.reopen()
    at_the_next_start = actions.renew_numbers(scene.tablet)
    scene.clock.wall = scene.clock.wall + actions.number.AGAIN_AFTER

    assert not at_the_next_start
    assert actions.renew_numbers(scene.tablet)


def test_a_tablet_whose_clock_is_off_by_years_asks_for_no_numbers(scene):
    scene.clock.wall = scene.clock.wall + timedelta(days=400)
    scene.sync()

    assert actions.free_numbers(scene.tablet, scene.tablet.today().year) == ()
    assert not actions.renew_numbers(scene.tablet)


def test_a_block_of_another_site_is_not_used_here(scene):
    elsewhere = NumberBlock(BlockId(an_id(0x803)), SiteId(an_id(0x98)), DEVICE, 2026, 1, 3)
    seed(scene.server, [("number_block", elsewhere.id, elsewhere)])
    scene.sync()

    assert actions.free_numbers(scene.tablet, 2026)[0] == NUMBER.format(11)


def test_an_inspection_of_a_unit_begins_as_it_was_set_out(scene):
    tablet = scene.tablet
    visit = actions.start_visit(tablet)
    with pytest.raises(EvidenceMissingError):
        actions.begin_visit(tablet, visit)
    draft = replace(
        tablet.store.visit_draft(visit),
        template=TemplateId("fire-short"),
        unit=UNIT,
        inspectors=("李敏", "王建国", " 周洋 "),
    )
    actions.change_visit(tablet, draft)
    scene.reopen()

    record = scene.store.inspection(actions.begin_visit(scene.tablet, visit))

    assert (record.id, record.unit, record.inspectors) == (visit, UNIT, ("李敏", "周洋"))
    assert record.visit.startswith("FJ-20261123-")
    assert scene.store.sheets(VisitDraft) == ()


@pytest.mark.parametrize(("number", "lead"), [("", "王建国"), ("FJ-20261123-7K2M", None)])
def test_names_given_when_an_inspection_was_set_out_are_not_asked_for_again(scene, number, lead):
    # Given a form that asks who leads, who inspects and who of the unit is there
    names = ("lead_inspector", "inspectors", "unit_representative")
    asked = tuple(replace(a_round_template().items[0], name=name, kind=ItemKind.TEXT) for name in names)
    form = replace(a_round_template(), id=TemplateId("fire-named"), is_about_unit=True)
    seed(scene.server, [("template", form.key, replace(form, items=(*form.items, *asked)))], ORG)
    scene.sync()
    tablet = scene.tablet
    visit = actions.start_visit(tablet, template=form.id)
    draft = replace(tablet.store.visit_draft(visit), unit=UNIT, inspectors=("李敏",), visit=number)
    actions.change_visit(tablet, draft)

    # When it is begun
    record = actions.begin_visit(tablet, visit)

    # Then they stand in the record, and who joins another's inspection does not claim to lead it
    said = [answer.value if answer else None for answer in (tablet.store.answer(record, name, None) for name in names)]
    assert said == [lead, "王建国、李敏", a_unit().head]


def test_the_rechecks_of_a_notice_are_handed_in_together_or_not_at_all(scene):
    tablet = scene.tablet
    notice = a_written_notice(scene)
    actions.note_refusal(tablet, notice, "receiver", "刘工", "不在", "周洋")
    actions.issue_notice(tablet, notice)
    scene.clock.wall = scene.clock.wall + timedelta(days=9)
    (recheck,) = actions.start_rechecks(tablet, notice)
    actions.sign(tablet, notice, "inspector", "王建国", STROKES)
    actions.set_recheck(tablet, recheck, result=RecheckResult.PASSED)

    with pytest.raises(EvidenceMissingError):
        actions.finish_rechecks(tablet, notice, [recheck])
    scene.photo(recheck)
    (made,) = actions.finish_rechecks(tablet, notice, [recheck])

    assert (made.result, [one.signer for one in made.signatures]) == (RecheckResult.PASSED, ["inspector"])
    assert tablet.store.recheck_draft(recheck) is None
    with pytest.raises(UnknownRecordError):
        actions.finish_rechecks(tablet, notice, [recheck])
