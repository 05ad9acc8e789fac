"""A hazard's history in plain words: its steps, what was ordered meanwhile, and records that left its state as it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from server.office.hazards.money import yuan
from server.office.look import LOOKS, Look
from server.office.reader import Reader
from shared.hazard import FROM_LINK, FROM_OFFICE, FROM_TABLET
from shared.hazard.measure import Measure, MeasureKind
from shared.ids import DeviceId, PhotoId, is_uuid
from shared.model.hazard import Completion, Hazard, HazardEvent, HazardState, Recheck, RecheckResult, Reply, Step
from shared.model.inspection import Photo

E = HazardEvent
MEASURE_LOOKS: Final[Mapping[MeasureKind, Look]] = {
    MeasureKind.EXPLAIN: Look("warn", "message-report"),
    MeasureKind.DECIDE: Look("bad", "rubber-stamp"),
    MeasureKind.PLAN: Look("info", "checklist"),
    MeasureKind.SUSPEND: Look("bad", "hand-stop"),
    MeasureKind.LIFT: Look("ok", "rotate"),
    MeasureKind.FUND: Look("info", "file-text"),
    MeasureKind.AGAIN: Look("warn", "rotate"),
    MeasureKind.APART: Look("info", "git-compare"),
}
_REF_LABELS: Final[Mapping[HazardEvent, str]] = {
    E.ISSUE: "hazards.notice",
    E.WITHDRAW: "hazards.notice",
    E.RECEIVE: "hazards.notice",
    E.REFUSE: "hazards.notice",
    E.PASS_RECHECK: "hazards.recheck_no",
    E.FAIL_RECHECK: "hazards.recheck_no",
    E.RESUME: "hazards.outcome_ref",
    E.SIGN_OFF: "hazards.outcome_ref",
}
_DEADLINE_LABELS: Final[Mapping[HazardEvent, str]] = {
    E.ASK_EXTENSION: "hazards.asked_until",
    E.FAIL_RECHECK: "hazards.new_deadline",
    E.SET_DEADLINE: "hazards.new_deadline",
    E.GRANT_EXTENSION: "hazards.new_deadline",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the history. ``after`` is the state that it led to, if it led to another; ``said`` what was written."""

    at: datetime
    words: str
    who: str
    look: Look
    where: str = ""
    after: HazardState | None = None
    details: tuple[tuple[str, str], ...] = ()
    said: str = ""
    photos: tuple[Photo, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """What a history is told from; ``devices`` are the names of tablets."""

    hazard: Hazard
    measures: Iterable[Measure] = ()
    replies: Iterable[Reply] = ()
    rechecks: Iterable[Recheck] = ()
    photos: Mapping[PhotoId, Photo] | None = None
    devices: Mapping[DeviceId, str] | None = None


def history(who: Reader, told: Told) -> tuple[Entry, ...]:
    """Tell what happened, the latest first; the finding itself is its beginning."""
    lines = [(entry.at, index, entry) for index, entry in enumerate(_all(who, told))]
    ordered = sorted(lines, key=lambda line: (line[0], line[1]), reverse=True)
    return tuple(entry for _, _, entry in ordered)


def news(who: Reader, told: Told, steps: int, others: int) -> tuple[Entry, ...]:
    """Tell what has come to a history since it had so many steps and other lines, the earliest first."""
    fresh = list(_steps(who, told))[steps:] + list(_others(who, told))[others:]
    return tuple(sorted(fresh, key=lambda entry: entry.at))


def count_others(told: Told) -> int:
    """Count the lines of a history that are no steps."""
    return len(list(told.measures)) + len(_partly(told)) + len(_impossible(told))


def _all(who: Reader, told: Told) -> Iterator[Entry]:
    t, hazard = who.wording, told.hazard
    look = Look("mute", "flag")
    photos = hazard.photos_before
    first = min((hazard.found_at.wall, *(step.at for step in hazard.steps[:1])))  # a tablet's clock may have been wrong
    yield Entry(first, t("history.found"), hazard.found_by_name, look, photos=photos)
    yield from _steps(who, told)
    yield from _others(who, told)


def _steps(who: Reader, told: Told) -> Iterator[Entry]:
    """Tell the steps in their own order, even where a tablet's clock was corrected to before the step that it followed."""
    latest: datetime | None = None
    for step in told.hazard.steps:
        latest = step.at if latest is None else max(latest, step.at)
        yield _step(who, told, step, latest)


def _step(who: Reader, told: Told, step: Step, at: datetime) -> Entry:
    t = who.wording
    photos = told.photos or {}
    return Entry(
        at=at,
        words=t(f"history.{step.event.value}"),
        who=step.by_name,
        look=LOOKS[step.event],
        where=_where(who, step.origin, (told.devices or {}).get(step.device, "") if step.device else ""),
        after=step.after if step.after is not step.before else None,
        details=tuple(_details(who, step)),
        said=step.reason,
        photos=tuple(photos[name] for name in step.photos if name in photos),
    )


def _details(who: Reader, step: Step) -> Iterator[tuple[str, str]]:
    t, f = who.wording, who.formats
    if step.signed_by and step.signed_by != step.by_name:
        yield t("hazards.signed_by"), step.signed_by
    if step.witness:
        yield t("notices.witness"), step.witness
    if step.deadline_on:
        yield t(_DEADLINE_LABELS.get(step.event, "hazards.deadline")), f.day(step.deadline_on)
    if step.ref and not is_uuid(step.ref):  # a reply is named by its id, which says nothing to people
        yield t(_REF_LABELS.get(step.event, "hazards.ref")), step.ref
    if step.paper_on:
        yield t("hazards.paper_on"), f.day(step.paper_on)
    if step.event in (E.PASS_RECHECK, E.FAIL_RECHECK) and step.before is not HazardState.REPLIED:
        yield t("hazards.reply"), t("hazards.no_reply")


def _others(who: Reader, told: Told) -> Iterator[Entry]:
    yield from (_measure(who, one) for one in told.measures)
    t = who.wording
    for reply in _partly(told):
        said = "\n".join(word for word in (reply.measures_taken, reply.cause) if word)
        words = t("history.replied", how=t.of(reply.completion))
        look = LOOKS[reply.completion]
        yield Entry(reply.submitted_at, words, reply.signed_by, look, said=said, photos=reply.photos_after)
    for recheck in _impossible(told):
        words = t("history.impossible")
        look = LOOKS[recheck.result]
        yield Entry(recheck.at.wall, words, recheck.rechecked_by_name, look, said=recheck.note, photos=recheck.photos)


def _partly(told: Told) -> list[Reply]:
    """List the replies that did not say that the work is done; they left the hazard as it was."""
    return [reply for reply in told.replies if reply.completion is not Completion.DONE]


def _impossible(told: Told) -> list[Recheck]:
    return [recheck for recheck in told.rechecks if recheck.result is RecheckResult.IMPOSSIBLE]


def _measure(who: Reader, given: Measure) -> Entry:
    t, f = who.wording, who.formats
    details: list[tuple[str, str]] = []
    if given.decision:
        details.append((t("hazards.decision"), t.of(given.decision)))
    if given.budget_fen is not None:
        details.append((t("hazards.budget"), yuan(given.budget_fen)))
    if given.fund_source:
        details.append((t("hazards.fund_source"), t.of(given.fund_source)))
    if given.interim_measures:
        details.append((t("hazards.interim"), given.interim_measures))
    if given.ref:
        label = "hazards.recurs_from" if given.kind is MeasureKind.AGAIN else "hazards.ref"
        details.append((t(label), given.ref))
    if given.deadline_on and given.kind in (MeasureKind.EXPLAIN, MeasureKind.DECIDE):
        details.append((t("hazards.deadline"), f.day(given.deadline_on)))
    return Entry(
        at=given.at,
        words=t(f"history.{given.kind.value}"),
        who=given.by_name,
        look=MEASURE_LOOKS[given.kind],
        where=_where(who, given.origin, ""),
        details=tuple(details),
        said=given.text,
    )


def _where(who: Reader, origin: str, device: str) -> str:
    """Say where an act came from; steps of earlier versions do not know."""
    words = {FROM_OFFICE: "history.at_office", FROM_LINK: "history.by_link", FROM_TABLET: "history.on_tablet"}
    if origin not in words:
        return ""
    return f"{who.wording(words[origin])} {device}".strip()
