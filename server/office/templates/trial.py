"""A draft walked on the page as on the tablet: nothing is kept, the form carries all answers from one look to the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from flask import Response, request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import NotFound

from server.office.page import show
from server.office.parts import office
from server.office.permission import Permission
from server.office.reader import Reader, reader
from server.office.templates.desk import author, desk_of, field_word
from server.office.templates.family import blueprint
from server.office.templates.screen import Screen
from server.store.phrase import phrases
from server.store.template import versions
from shared.checklist import AnswerKey, Context, Evaluation, Fault, RowState, defaults, evaluate
from shared.checklist.reading import value_for
from shared.ids import AssetId, PhotoId, PointId, SiteId, TemplateId
from shared.model.inspection import Answer, Result, Value
from shared.model.phrase import Phrase
from shared.model.place import Asset, AssetKind, Text
from shared.model.template import Item, ItemKind, Section, Template

PER_KIND = 2
"""So many pieces of equipment a trial has of each kind."""
_LONGEST = 4_000
_PHOTO = PhotoId("trial")
"""Stands for a photo that was ticked as taken."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One group, for one piece of equipment if it repeats, with its rows."""

    section: Section | None
    asset: Asset | None
    rows: tuple[RowState, ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """What the page shows of one look: the form's turns, what they amount to, and the equipment that was made up."""

    template: Template
    evaluation: Evaluation
    answers: Mapping[AnswerKey, Answer]
    assets: tuple[Asset, ...]
    turns: tuple[Turn, ...]
    now: datetime

    def faults(self, row: RowState) -> list[Fault]:
        """Return what failed while a row was worked out."""
        return [fault for fault in self.evaluation.faults if (fault.item, fault.per) == row.key]

    def answer(self, row: RowState) -> Answer:
        """Return what was answered, or an empty answer."""
        return self.answers.get(row.key, Answer(row.item.name))


@blueprint.route("/drafts/<draft>/preview", methods=["GET", "POST"])
def show_preview(draft: str) -> Response:
    """Show a draft as the tablet does, and what the answers given so far amount to."""
    who = author()
    with office().store.reading() as tx:
        desk, library = desk_of(tx, draft), phrases(tx)
    facts = {"draft": desk.draft, "problems": len(desk.reading.problems)}
    return trial_page(who, desk.reading.template, library, **facts)


@blueprint.route("/<template>/<int:version>/preview", methods=["GET", "POST"])
def show_trial(template: str, version: int) -> Response:
    """Show a published version as the tablet does."""
    who = reader()
    who.must(Permission.SEE_TEMPLATES)
    with office().store.reading() as tx:
        found = next((one for one in versions(tx, TemplateId(template)) if one.version == version), None)
        library = phrases(tx)
    if found is None:
        raise NotFound
    return trial_page(who, found, library, draft=None, problems=0)


def trial_page(who: Reader, template: Template, library: Sequence[Phrase], **facts: object) -> Response:
    """Write the page of a trial; ``library`` are the wordings that a fail may be described with."""
    said = {phrase.key: who.wording.text(phrase.words) for phrase in library}
    trial = run(template, request.form, who.now.astimezone(who.formats.zone), who.wording.language, said)
    words = {"field_word": lambda key: field_word(who.wording, key), "name_of": name_of}
    screen = Screen(trial, who.wording, who.formats, library)
    return show("templates/trial.html", trial=trial, screen=screen, **words, **facts)


def run(
    template: Template,
    typed: MultiDict[str, str],
    now: datetime,
    language: str,
    said: Mapping[str, str] = MappingProxyType({}),
) -> Trial:
    """Evaluate a form with the answers of a submitted trial; the first look begins with the form's defaults.

    ``said`` is what each wording of the library says, by its key.
    """
    assets = _assets(template, typed)
    context = Context(now, assets, seed="trial", language=language)
    if typed:
        blank = evaluate(template, {}, context)
        answers = {row.key: _answer(row, typed, said) for row in blank.rows}
    else:
        answers = {(answer.item, answer.per): answer for answer in defaults(template, context)}
    evaluation = evaluate(template, answers, context)
    return Trial(template, evaluation, answers, assets, _turns(template, evaluation, assets), now)


def name_of(row: RowState, part: str = "v") -> str:
    """Name the field of one part of a row's answer."""
    return f"{part}.{row.item.name}{'@' + row.per if row.per else ''}"


def _assets(template: Template, typed: MultiDict[str, str]) -> tuple[Asset, ...]:
    """Make equipment up for the repeats; its data is typed as ``field = value``, one a line."""
    count = {section.repeat_over: PER_KIND for section in template.sections if section.repeat_over is not None}
    if template.per_asset:
        count.setdefault(template.per_asset, 1)
    return tuple(_asset(kind, number, typed) for kind, most in count.items() for number in range(1, most + 1))


def _asset(kind: AssetKind, number: int, typed: MultiDict[str, str]) -> Asset:
    name = AssetId(f"{kind.value}-{number}")
    lines = (line.partition("=") for line in typed.get(f"data.{name}", "")[:_LONGEST].splitlines())
    data: dict[str, str | float | int | bool | None] = {
        key.strip(): _number(value.strip()) for key, sign, value in lines if sign and key.strip()
    }
    title = Text(f"{number}号", f"No. {number}")
    return Asset(name, SiteId("trial"), PointId("trial"), kind, title, f"{number}", data=data)


def _number(text: str) -> str | float:
    try:
        return float(text)
    except ValueError:
        return text


def _answer(row: RowState, typed: MultiDict[str, str], said: Mapping[str, str]) -> Answer:
    def text(part: str) -> str:
        return typed.get(name_of(row, part), "").strip()[:_LONGEST]

    result, phrase = text("r"), text("h")
    note = text("n")
    if phrase in said and (not note or note in said.values()):  # what was typed by hand stays
        note = said[phrase]
    return Answer(
        row.item.name,
        row.per,
        result=Result(result) if result in {one.value for one in Result} else None,
        value=_value(row.item, typed.getlist(name_of(row))),
        note=note,
        phrase=phrase if phrase in said else "",
        reason=text("w"),
        action=text("x"),
        photos=(_PHOTO,) if text("p") else (),
    )


def _value(item: Item, typed: list[str]) -> Value:
    text = " ".join(typed).strip()[:_LONGEST]
    if not text or item.kind is ItemKind.PASS_FAIL:
        return None
    try:
        return value_for(item, text)
    except ValueError:
        return None


def _turns(template: Template, evaluation: Evaluation, assets: tuple[Asset, ...]) -> tuple[Turn, ...]:
    sections = {section.name: section for section in template.sections}
    known = {asset.id: asset for asset in assets}
    turns: dict[tuple[str, AssetId | None], list[RowState]] = {}
    for row in evaluation.rows:
        turns.setdefault((row.item.section, row.per), []).append(row)
    return tuple(
        Turn(sections.get(name), known.get(per) if per else None, tuple(rows)) for (name, per), rows in turns.items()
    )
