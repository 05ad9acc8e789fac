"""What a corrected record says otherwise, and one inspection by several people."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from shared.checklist import Context, Part, diff, evaluate, of_visit, parts_of, signers_of, visit_no
from shared.ids import InspectionId, PhotoId, Sha256
from shared.model.inspection import VOICE, Answer, Photo, Result
from shared.model.place import Text
from shared.model.template import Section
from tests.builders import NOW, a_reading, a_template, an_id, an_inspection


def a_photo(number: int, name: str, item: str) -> Photo:
    return Photo(PhotoId(an_id(number)), Sha256(name * 64), 10, a_reading(), item=item)


def test_a_correction_lists_what_it_says_otherwise_in_the_order_of_the_form():
    form = a_template()
    first, second = form.items[0].name, form.items[1].name
    old = an_inspection(answers=(Answer(second, result=Result.PASS), Answer(first, value=20.0)))
    new = replace(old, answers=(Answer(first, value=21.5), Answer(second, result=Result.FAIL, note="不见了")))

    changes = diff(form, old, new)

    assert [(one.part, one.item.name, one.before, one.after) for one in changes if one.item] == [
        (Part.VALUE, first, 20.0, 21.5),
        (Part.RESULT, second, Result.PASS, Result.FAIL),
        (Part.NOTE, second, "", "不见了"),
    ]


def test_a_photo_under_a_new_id_is_the_same_photo():
    form = a_template()
    item = form.items[0].name
    old = an_inspection(photos=(a_photo(1, "a", item), a_photo(2, "b", item)))
    new = replace(old, photos=(a_photo(3, "a", item), a_photo(4, "c", item)))

    (change,) = diff(form, old, new)

    assert (change.part, change.added, change.dropped) == (Part.PHOTOS, (an_id(4),), (an_id(2),))


def test_the_same_record_has_no_diff():
    record = an_inspection()

    assert diff(a_template(), record, record) == ()


def sought() -> tuple[object, str, str]:
    form = a_template()
    sections = (Section("one", Text("一")), Section("two", Text("二")), Section("head", Text("头")))
    places = (("one", "eva"), ("two", "eva"), ("head", ""))
    items = tuple(
        replace(item, section=name, category=category)
        for item, (name, category) in zip(form.items, places, strict=True)
    )
    return replace(form, sections=sections, items=items), items[0].name, items[1].name


def test_only_the_chosen_parts_of_a_form_are_asked_and_what_stands_around_them():
    form, first, second = sought()

    whole = evaluate(form, (), Context(NOW))
    confined = evaluate(form, (), Context(NOW, sections=("one",)))

    assert [part.name for part in parts_of(form)] == ["one", "two"]
    assert whole.row(second).visible
    assert confined.row(first).visible
    assert not confined.row(second).visible
    assert confined.row(form.items[2].name).visible


def test_everybody_along_signs_after_the_inspector():
    form = replace(a_template(), signers=("inspector", "unit_representative"))
    record = an_inspection(inspectors=("李敏", "周洋"))

    assert signers_of(form, record) == ("inspector", "inspector_2", "inspector_3", "unit_representative")


def test_records_of_one_inspection_are_found_by_their_number_without_corrected_ones():
    number = visit_no(date(2026, 11, 23), an_id(7))
    mine = an_inspection(id=InspectionId(an_id(1)), visit=number)
    other = an_inspection(id=InspectionId(an_id(2)), visit=number)
    corrected = an_inspection(id=InspectionId(an_id(3)), visit=number, amends=other.id)
    strange = an_inspection(id=InspectionId(an_id(4)), visit="FJ-20261123-AAAA")

    assert number.startswith("FJ-20261123-")
    assert of_visit(mine, [mine, other, corrected, strange]) == (corrected,)
    assert of_visit(replace(mine, visit=""), [other]) == ()


def test_a_voice_note_that_was_added_is_a_change_of_its_own():
    form = a_template()
    item = form.items[0].name
    old = an_inspection(photos=(a_photo(1, "a", item),))
    new = replace(old, photos=(a_photo(1, "a", item), replace(a_photo(2, "b", item), role=VOICE, seconds=9)))

    changes = diff(form, old, new)

    assert [(one.part, one.before, one.after, one.added) for one in changes] == [(Part.VOICES, 0, 1, (an_id(2),))]
