"""Pages about a site's own Word forms: taking one in, checking it, a sample, and a notice on it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from flask import Response, request, url_for

from server.office.excel import send
from server.office.form import Form
from server.office.page import done, show
from server.office.papers.blueprint import blueprint as blueprint  # noqa: PLC0414 - the family is put into the app from here
from server.office.papers.issue import issue, printable
from server.office.papers.notice import compose
from server.office.papers.paper import Desk, Paper
from server.office.papers.views import base
from server.office.parts import office
from server.office.permission import Permission
from server.office.reader import reader
from server.office.text import catalogue
from server.papers.word import FIELDS, ITEM_FIELDS, MOST_BYTES, Checked, WordFormError, check, fill
from server.store.paper import shown
from server.store.word_form import add_word_form, retire_word_form, word_form_for, word_forms

DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SAMPLE: Final[dict[str, Any]] = {
    "estate": "龙山国际",
    "no": "龙物消改〔2026〕0017号",
    "unit": "样例便利店",
    "unit_head": "张三",
    "unit_phone": "13800000000",
    "unit_place": "A1 栋底商",
    "inspected_on": "2026年11月20日",
    "inspection_type": "定期检查",
    "lead_inspector": "李四",
    "inspectors": "李四、王五",
    "count": 2,
    "deadline": "2026年12月5日",
    "interim": "整改完成前派专人看护。",
    "reply_to": "填写回执，附整改后照片。",
    "recheck_on": "2026年12月8日",
    "issued_on": "2026年11月20日",
    "received_by": "张三",
    "received_title": "店长",
    "received_on": "2026年11月20日",
    "refusal": "",
    "witness": "",
    "code": "XXXX-XXXX-XXXX",
    "verify": "https://example.com/v",
    "items": [
        {
            "number": number,
            "no": f"YH-2026-000{number}",
            "what": what,
            "place": "A1 栋一层",
            "basis": "《高层民用建筑消防安全管理规定》第二十八条",
            "measures": "立即清理，恢复原状",
            "deadline": "2026-12-05",
            "person": "张三",
            "photo": "",
        }
        for number, what in enumerate(("疏散通道堆放货物", "应急照明灯不亮"), 1)
    ],
}


@blueprint.get("/forms")
def show_forms() -> Response:
    """Show the site's own Word forms, and which fields a form may have."""
    return forms_page(Form())


@blueprint.post("/forms")
def send_form() -> Response:
    """Take a form in, or show what is wrong with it, paragraph by paragraph."""
    who, form = reader(), Form(request.form)
    who.must(Permission.PUBLISH_TEMPLATES)
    name = form.line("name", must=True)
    sent = request.files.get("file")
    docx = sent.stream.read(MOST_BYTES + 1) if sent is not None else b""
    checked = None
    if not docx:
        form.wrong("file", "form.missing")
    else:
        try:
            checked = check(docx)
        except WordFormError as error:
            form.wrong("file", error.key)
    if checked is not None and checked.faults:
        form.wrong("file", "word.has_faults")
    if not form.is_valid:
        return forms_page(form, checked, 422)
    with office().store.writing() as tx:
        add_word_form(tx, who.viewer, who.site, name, (sent.filename if sent else "") or "form.docx", docx)
    return done(url_for("papers.show_forms"), "done.word_form_added")


@blueprint.post("/forms/<form>/retired")
def send_retired(form: str) -> Response:
    """Offer a form no more."""
    who = reader()
    with office().store.writing() as tx:
        found, _ = word_form_for(tx, who.viewer, form)
        who.must(Permission.PUBLISH_TEMPLATES, found.site)
        retire_word_form(tx, found.id)
    return done(url_for("papers.show_forms"), "done.word_form_retired")


@blueprint.get("/forms/<form>/sample")
def send_sample(form: str) -> Response:
    """Send a form filled with a sample."""
    who = reader()
    who.must(Permission.SEE_NOTICES)
    with office().store.reading() as tx:
        found, docx = word_form_for(tx, who.viewer, form)
    try:
        made = fill(docx, SAMPLE, {})
    except WordFormError as error:
        return _unusable(error)
    return send(made, f"{found.name}-{who.wording('word.sample')}.docx", DOCX)


@blueprint.get("/forms/<form>/notices/<record>")
def send_notice(form: str, record: str) -> Response:
    """Send a notice on a site's own form; that it was printed is remembered."""
    who, parts = reader(), office()
    with parts.store.reading() as tx:
        found, docx = word_form_for(tx, who.viewer, form)
        paper = compose(Desk(tx, who, base(), parts.store.link_key), record)
    try:
        fill(docx, values_of(paper, ""), {})  # before it is written down as printed
    except WordFormError as error:
        return _unusable(error)
    own = replace(paper, kind="word", title=found.name, data={**paper.data, "form": found.id})
    with parts.store.writing() as tx:
        row = issue(tx, who.viewer, own)
    photos = printable(parts, paper.pictures)
    made = fill(docx, values_of(paper, shown(row.code)), photos)
    return send(made, f"{found.name}-{paper.number}.docx".replace("/", "-"), DOCX)


def _unusable(error: WordFormError) -> Response:
    """Say that a form cannot be filled: one that was taken in before a rule was made, or one that falls apart."""
    form = Form()
    form.wrong("", error.key)
    return forms_page(form, status=422)


def forms_page(form: Form, checked: Checked | None = None, status: int = 200) -> Response:
    """Write the page of Word forms; ``checked`` is the one that was just sent."""
    who = reader()
    who.must(Permission.SEE_NOTICES)
    with office().store.reading() as tx:
        found = word_forms(tx, who.viewer, who.site)
    named = [(name, who.wording(f"word.field_{name}")) for name in FIELDS]
    items = [(f"item.{name}", who.wording(f"word.item_{name}")) for name in ITEM_FIELDS]
    facts = {"forms": found, "fields": named, "items": items, "checked": checked, "known": catalogue()}
    return show("papers/forms.html", status, form=form, **facts)


def values_of(paper: Paper, code: str) -> dict[str, Any]:
    """Turn a composed notice into the fields of a Word form."""
    data = paper.data
    named = {one["name"]: one["words"] for one in data["facts"]}
    said = dict(data["said"])
    pictures: dict[str, str] = {}
    for one in data["photos"]:
        pictures.setdefault(one["caption"].partition(".")[0], one["file"])
    head, _, phone = named.get("负责人", "").partition("\u3000")
    receiver = data["receiver"]
    return {
        "estate": data["estate"],
        "no": paper.number,
        "unit": named.get("受检单位", ""),
        "unit_head": head,
        "unit_phone": phone,
        "unit_place": named.get("地址", ""),
        "inspected_on": named.get("检查日期", ""),
        "inspection_type": named.get("检查类型", ""),
        "lead_inspector": named.get("检查负责人", ""),
        "inspectors": named.get("检查人员", ""),
        "count": len(data["items"]),
        "deadline": data["deadline"],
        "interim": said.get("隐患消除前的防范要求", ""),
        "reply_to": said.get("回复方式", ""),
        "recheck_on": said.get("计划复查日期", ""),
        "issued_on": data["issuer"]["day"],
        "received_by": receiver["name"],
        "received_title": receiver["note"],
        "received_on": receiver["day"],
        "refusal": receiver["refusal"],
        "witness": receiver["witness"],
        "code": code,
        "verify": f"{base()}/v",
        "items": [{**one, "photo": pictures.get(str(one["number"]), "")} for one in data["items"]],
    }
