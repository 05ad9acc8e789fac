"""Lines become items and groups."""

import pytest

from shared.model.place import AssetKind, Text
from shared.model.template import Act, Certainty, HazardGrade, ItemKind, Limits, Need
from tests.server.xlsform.sheets import a_group, a_line, an_end, imported


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("select_one pass_fail", ItemKind.PASS_FAIL),
        ("select one pass_fail", ItemKind.PASS_FAIL),
        ("select_one weather", ItemKind.CHOICE),
        ("select_multiple weather", ItemKind.CHOICES),
        ("select multiple weather", ItemKind.CHOICES),
        ("decimal", ItemKind.NUMBER),
        ("integer", ItemKind.COUNT),
        ("int", ItemKind.COUNT),
        ("date", ItemKind.DATE),
        ("time", ItemKind.TIME),
        ("dateTime", ItemKind.DATETIME),
        ("text", ItemKind.TEXT),
        ("image", ItemKind.PHOTO),
        ("barcode", ItemKind.TAG),
        ("Text", ItemKind.TEXT),
    ],
)
def test_a_type_becomes_a_kind(word: str, kind: ItemKind) -> None:
    item = imported(a_line("a", type=word)).template.items[0]

    assert item.kind is kind
    assert [choice.name for choice in item.choices] == (["sun", "rain"] if "weather" in word else [])


def test_an_image_with_the_appearance_signature_is_a_signature() -> None:
    assert imported(a_line("a", type="image", appearance="signature")).template.items[0].kind is ItemKind.SIGNATURE


def test_a_calculation_and_a_note_are_asked_of_nobody() -> None:
    template = imported(
        a_line("a"),
        {"type": "calculate", "name": "c", "calculation": "1 + 1"},
        {"type": "note", "name": "n", "label": "看", "label::en": "Look"},
    ).template

    assert [(item.kind, item.required) for item in template.items[1:]] == [
        (ItemKind.CALCULATE, ""),
        (ItemKind.NOTE, ""),
    ]


def test_every_column_arrives_in_its_field() -> None:
    line = a_line(
        "gap",
        type="decimal",
        code="LMR-15",
        part_of="brake",
        hint="四角平均",
        constraint=". >= 0",
        constraint_message="不能为负",
        appearance="numbers",
        unit="mm",
        low="0.1",
        high="0.7",
        warn_low="0.15",
        warn_high="0.6",
        low_from="brake_gap_min",
        high_from="brake_gap_max",
        limit_source="GB 10060-93",
        limit_certainty="[mem]",
        fail_needs="photo note action",
        category="lmr",
        grade="major",
        act="停",
        every_days="7",
        clause="S5.30.5",
        certainty="S5.30.5",
        relevant="${brake} != 'na'",
        default="0.5",
    )

    item = imported(a_line("brake"), line).template.items[1]

    assert (item.code, item.part_of, item.unit, item.appearance) == ("LMR-15", "brake", "mm", "numbers")
    assert (item.hint, item.constraint_message) == (Text("四角平均"), Text("不能为负"))
    assert (item.required, item.relevant) == ("true()", "${brake} != 'na'")
    assert (item.constraint, item.default) == (". >= 0", "0.5")
    assert item.limits == Limits(0.1, 0.7, 0.15, 0.6, "brake_gap_min", "brake_gap_max", "GB 10060-93", Certainty.MEMORY)
    assert item.fail_needs == (Need.PHOTO, Need.NOTE, Need.ACTION)
    assert (item.category, item.grade, item.act) == ("lmr", HazardGrade.MAJOR, Act.STOP)
    assert (item.every_days, item.clause, item.certainty) == (7, "S5.30.5", Certainty.MANUAL)


@pytest.mark.parametrize(
    ("written", "certainty"),
    [
        ("", Certainty.RECOMMENDED),
        ("✔", Certainty.READ),
        ("≈", Certainty.SECONDARY),
        ("[mem]", Certainty.MEMORY),
        ("[rec]", Certainty.RECOMMENDED),
        ("S5.29.2b", Certainty.MANUAL),
        ("manual", Certainty.MANUAL),
        ("READ", Certainty.READ),
    ],
)
def test_certainty_is_written_by_name_or_by_mark(written: str, certainty: Certainty) -> None:
    assert imported(a_line("a", certainty=written)).template.items[0].certainty is certainty


def test_limits_are_as_sure_as_their_line_unless_they_say_otherwise() -> None:
    assert imported(a_line("a", type="decimal", high="1", certainty="≈")).template.items[0].limits == Limits(
        high=1.0, certainty=Certainty.SECONDARY
    )


@pytest.mark.parametrize(
    ("written", "required"),
    [("yes", "true()"), ("TRUE", "true()"), ("是", "true()"), ("no", ""), ("", ""), ("${b} = 'fail'", "${b} = 'fail'")],
)
def test_required_is_yes_or_no_or_an_expression(written: str, required: str) -> None:
    assert imported(a_line("a", required=written), a_line("b")).template.items[0].required == required


@pytest.mark.parametrize(("written", "relevant"), [("yes", ""), ("no", "false()"), ("1 = 1", "1 = 1")])
def test_relevant_is_yes_or_no_or_an_expression(written: str, relevant: str) -> None:
    assert imported(a_line("a", relevant=written)).template.items[0].relevant == relevant


def test_groups_nest_and_repeats_turn_over_assets() -> None:
    template = imported(
        a_line("before"),
        a_group("outer", relevant="${before} = 'pass'"),
        a_line("one"),
        a_group("turn", "repeat", repeat_over="lift"),
        a_line("two"),
        a_group("inner"),
        a_line("three"),
        an_end(),
        an_end("repeat"),
        a_line("four"),
        {"type": "end group"},
    ).template

    assert [(s.name, s.parent, s.repeat_over) for s in template.sections] == [
        ("outer", "", None),
        ("turn", "outer", AssetKind.LIFT),
        ("inner", "turn", None),
    ]
    assert template.sections[0].relevant == "${before} = 'pass'"
    assert [item.section for item in template.items] == ["", "outer", "turn", "inner", "outer"]


def test_the_appearance_of_a_group_is_kept() -> None:
    template = imported(a_group("g", appearance="field-list"), a_line("a"), an_end()).template

    assert template.sections[0].extra == {"appearance": "field-list"}


def test_comments_and_empty_lines_are_skipped_and_keep_the_line_numbers() -> None:
    from tests.server.xlsform.sheets import complaints

    assert complaints({"type": "# a comment"}, {"type": ""}, a_line("a", type="geopoint"))[0].startswith(
        "short.csv:4 type"
    )


def test_settings_arrive_in_the_template() -> None:
    settings = (
        "form_id,version,title::中文 (zh),title::English (en),inspection_type,point_kinds,performers,signers,source,"
        "certainty,requires,is_about_unit,per_asset\n"
        "short,3,短表,Short,patrol,corridor garage,patroller,inspector dept_head,S5.29,✔,camera,yes,extinguisher\n"
    )

    template = imported(a_line("a"), settings=settings).template

    assert template.key == "short@3"
    assert template.title == Text("短表", "Short")
    assert [kind.value for kind in template.point_kinds] == ["corridor", "garage"]
    assert [role.value for role in template.performers] == ["patroller"]
    assert template.signers == ("inspector", "dept_head")
    assert (template.source, template.certainty, template.requires) == ("S5.29", Certainty.READ, ("camera",))
    assert template.is_about_unit
    assert template.per_asset is AssetKind.EXTINGUISHER
