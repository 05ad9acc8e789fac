"""Which wordings are offered, and what an answer that was put right on the spot, or reads out of limits, must carry."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from shared.checklist import Context, evaluate, newest, offered
from shared.ids import PhotoId, PhraseId
from shared.model.inspection import Answer, Result
from shared.model.phrase import Phrase
from shared.model.place import Text
from shared.model.template import Certainty, Item, ItemKind, Limits, Need
from tests.builders import NOW, a_template, an_id


def a_phrase(name: str, *codes: str, **more: object) -> Phrase:
    return replace(Phrase(PhraseId(name), 1, Text(name), codes), **more)


def an_item(**more: object) -> Item:
    return replace(Item("x", ItemKind.PASS_FAIL, Text("灭火器"), code="LMR-09", required="yes"), **more)


def judged(item: Item, answer: Answer):
    return evaluate(replace(a_template(), sections=(), items=(item,)), (answer,), Context(NOW)).rows[0]


def test_wordings_of_the_items_own_code_come_first_then_its_familys_then_any():
    library = (a_phrase("any"), a_phrase("family", "LMR"), a_phrase("own", "LMR-09"), a_phrase("other", "LMR-0"))

    assert [one.id for one in offered(library, an_item())] == ["own", "family", "any"]


def test_only_the_newest_version_counts_and_a_retired_one_is_not_offered():
    library = (
        a_phrase("a", version=2, words=Text("新")),
        a_phrase("a", words=Text("旧")),
        a_phrase("b"),
        a_phrase("b", version=2, is_retired=True),
    )

    assert [one.words.zh for one in newest(library)] == ["新"]


def test_an_item_without_a_code_is_offered_only_what_fits_any():
    assert [one.id for one in offered((a_phrase("own", "LMR-09"), a_phrase("any")), an_item(code=""))] == ["any"]


def test_a_clause_is_a_basis_only_when_its_source_is_certain():
    sure = {certainty: a_phrase("a", clause="GB 1", certainty=certainty).basis for certainty in Certainty}

    assert [certainty for certainty, basis in sure.items() if basis] == [Certainty.MANUAL, Certainty.READ]


def test_a_deadline_is_suggested_from_the_day_it_was_found():
    assert a_phrase("a", days=7).suggested_on(date(2026, 12, 28)) == date(2027, 1, 4)
    assert a_phrase("a", days=0).suggested_on(date(2026, 12, 28)) == date(2026, 12, 28)
    assert a_phrase("a").suggested_on(date(2026, 12, 28)) is None


def test_what_was_put_right_on_the_spot_needs_its_photo():
    fixed = Answer("x", result=Result.FAIL, corrected=True)

    assert judged(an_item(), fixed).missing == (Need.AFTER,)
    assert judged(an_item(), replace(fixed, after=(PhotoId(an_id(1)),))).missing == ()
    assert judged(an_item(), replace(fixed, result=Result.PASS)).missing == ()


def test_a_fail_may_be_described_by_voice_but_not_shown_by_it():
    asked = an_item(fail_needs=(Need.PHOTO, Need.NOTE))
    spoken = Answer("x", result=Result.FAIL, voices=(PhotoId(an_id(1)),))

    assert judged(asked, replace(spoken, voices=())).missing == (Need.PHOTO, Need.NOTE)
    assert judged(asked, spoken).missing == (Need.PHOTO,)


def test_the_photo_of_the_correction_is_not_the_photo_of_the_fault():
    item = an_item(fail_needs=(Need.PHOTO,))
    answer = Answer("x", result=Result.FAIL, corrected=True, after=(PhotoId(an_id(1)),))

    assert judged(item, answer).missing == (Need.PHOTO,)


def test_a_reading_out_of_limits_needs_a_photo_and_why_though_its_form_says_nothing():
    item = an_item(kind=ItemKind.NUMBER, limits=Limits(high=40))

    assert judged(item, Answer("x", value=41.5)).missing == (Need.PHOTO, Need.NOTE)
    assert judged(item, Answer("x", value=39)).missing == ()
