"""A customer's own Word form: which fields it may have, how it is filled, what it is not let do."""

import io
import zipfile

import pytest
from docx import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from PIL import Image

from server.papers.word import FIELDS, ITEM_FIELDS, MOST_BYTES, WordFormError, check, fill

VALUES = dict.fromkeys(FIELDS, "") | {
    "no": "龙物消改〔2026〕0017号",
    "unit": "<b>便利店</b> & 茶楼",
    "items": [
        dict.fromkeys(ITEM_FIELDS, "") | {"number": at, "what": what, "photo": "one.jpg" if at == 1 else ""}
        for at, what in enumerate(("堆放货物", "{{ no }} 不是字段"), 1)
    ],
}


def a_form(*paragraphs, rows=(), foot=""):
    document = Document()
    for words in paragraphs:
        document.add_paragraph(words)
    if rows:
        table = document.add_table(rows=0, cols=len(rows[0]))
        for row in rows:
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words
    document.sections[0].footer.paragraphs[0].text = foot
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


GOOD = a_form(
    "编号：{{ no }}",
    "致：{{ unit }}{% if refusal %}（拒签）{% endif %}",
    rows=(
        ("{%tr for item in items %}", ""),
        ("{{ item.number }}", "{{ item.what }} {{ item.photo }}"),
        ("{%tr endfor %}", ""),
    ),
    foot="校验码 {{ code }}",
)


def words_of(docx):
    document = Document(io.BytesIO(docx))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [*(one.text for one in document.paragraphs), *cells]


def a_photo():
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(out, "JPEG")
    return out.getvalue()


def test_a_form_names_the_fields_that_it_uses():
    found = check(GOOD)

    assert found.faults == ()
    assert set(found.fields) == {"no", "unit", "refusal", "items", "item.number", "item.what", "item.photo", "code"}


def test_a_form_is_filled_and_no_word_of_a_value_is_read_as_a_field():
    made = fill(GOOD, VALUES, {"one.jpg": a_photo()})

    words = words_of(made)
    assert words[:2] == ["编号：龙物消改〔2026〕0017号", "致：<b>便利店</b> & 茶楼"]
    assert [word.strip() for word in words[2:]] == ["1", "堆放货物", "2", "{{ no }} 不是字段"]
    assert len(Document(io.BytesIO(made)).inline_shapes) == 1


def test_a_field_that_nobody_knows_is_named_with_its_paragraph():
    found = check(a_form("标题", "致 {{ unti }}", "{{ item.waht }}"))

    assert [(one.paragraph, one.reason, one.name) for one in found.faults] == [
        (2, "unknown", "unti"),
        (3, "unknown", "item.waht"),
    ]
    assert found.faults[0].words == "致 {{ unti }}"


@pytest.mark.parametrize(
    "words",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ no.__class__ }}",
        "{{ no|attr('x') }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ items() }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ 'x' * 9 }}",
        "{{ no ~ no }}",
        "{% for x in range(9) %}{% endfor %}",
        "{% for i in items %}{% endfor %}",
        "{% set a = 1 %}",
        "{% include 'x' %}",
        "{% raw %}{% endraw %}",
        "{% macro a() %}{% endmacro %}",
        "{{ items[0] }}",
        "{{ items }}",
    ],
)
def test_a_form_may_name_fields_and_nothing_else(words):
    form = a_form(words)

    assert check(form).faults
    with pytest.raises(WordFormError):
        fill(form, VALUES, {})


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("{{ no ", "syntax"),
        ("{{ no }", "syntax"),
        ("{{ }}", "syntax"),
        ("{% if no %}", "syntax"),
        ("{% endfor %}", "syntax"),
        ("{% for item in items %}{% for item in items %}{{ item.no }}{% endfor %}{% endfor %}", "refused"),
    ],
)
def test_what_is_not_closed_or_nests_is_found(words, reason):
    faults = check(a_form(words)).faults

    assert [one.reason for one in faults][:1] == [reason]


@pytest.mark.parametrize(
    "field", [*(name for name in FIELDS if name != "items"), *(f"item.{name}" for name in ITEM_FIELDS)]
)
def test_every_field_that_is_offered_is_taken(field):
    assert check(a_form(f"{{{{ {field} }}}}")).faults == ()


def test_a_file_that_is_no_word_file_or_too_large_is_refused():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * (40 << 20))
    for data, key in (
        (b"%PDF-1.7", "word.not_word"),
        (b"", "word.not_word"),
        (b"0" * (MOST_BYTES + 1), "word.too_large"),
        (packed.getvalue(), "word.too_large"),
    ):
        with pytest.raises(WordFormError) as error:
            check(data)
        assert error.value.key == key


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("{{ 7", "* 6 }}"),
        ("{% for i in range(3000)", "%}x{% endfor", "%}"),
        ("{{ no.__class__", "}}"),
    ],
)
def test_a_field_spread_over_paragraphs_may_do_no_more_than_another(paragraphs):
    form = a_form(*paragraphs)

    assert check(form).faults
    with pytest.raises(WordFormError):
        fill(form, VALUES, {})


def test_the_foot_is_looked_at_as_a_whole_too():
    document = Document(io.BytesIO(a_form("{{ no }}", foot="{{ 7")))
    document.sections[0].footer.add_paragraph("* 6 }}")
    out = io.BytesIO()
    document.save(out)

    assert check(out.getvalue()).faults


@pytest.mark.parametrize("words", ["{% for i in range(3000) %}{% endfor %}", "{{ nothing }}", "{{ x", "{# x"])
@pytest.mark.parametrize("name", ["title", "author", "comments", "subject", "identifier", "language"])
def test_nothing_is_worked_out_in_what_a_file_says_of_itself(name, words):
    document = Document(io.BytesIO(GOOD))
    setattr(document.core_properties, name, words)
    out = io.BytesIO()
    document.save(out)

    assert [fault.reason for fault in check(out.getvalue()).faults] == ["refused"]
    with pytest.raises(WordFormError):
        fill(out.getvalue(), VALUES, {})


@pytest.mark.parametrize(
    ("words", "reason"), [("{{ 9 ** 9 ** 9 }}", "refused"), ("{{ x", "syntax"), ("{{ x }}", "unknown")]
)
def test_a_footnote_is_looked_at_as_the_text_is(words, reason):
    footnotes = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="1"><w:p><w:r>'
        f"<w:t>{words}</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    document = Document(io.BytesIO(GOOD))
    part = Part(PackURI("/word/footnotes.xml"), kind, footnotes.encode(), document.part.package)
    document.part.relate_to(part, relation)
    out = io.BytesIO()
    document.save(out)

    assert {fault.reason for fault in check(out.getvalue()).faults} == {reason}


def test_a_line_s_field_outside_of_the_lines_is_told_and_is_no_fault_of_the_server():
    with pytest.raises(WordFormError):
        fill(a_form("{{ item.no }}"), VALUES, {})
