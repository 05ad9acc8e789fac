"""The check before work 开工自检: a verdict a line, what it means, what to do about it. Never a reason to wait."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from mobile.device.files import PHOTO_RESERVE_BYTES
from mobile.device.location import Locator, LocatorState
from mobile.device.power import Power
from mobile.device.scanner import Scanner
from mobile.views import when
from mobile.views.parts import Tone
from mobile.views.setting import Setting
from mobile.views.space import CAMERA_FILE_BYTES, expected_photos, photo_bytes
from mobile.views.todo import plan_tasks
from shared.ids import PointId, ShiftId
from shared.model.plan import TaskState
from shared.model.shift import Check, Fitness, Shift
from shared.schedule import Task
from shared.shift import (
    CHECKS,
    battery_fitness,
    clock_fitness,
    forms_fitness,
    space_fitness,
    unsent_fitness,
)

SYNC, TRY, ALLOW, LOCATE = "sync", "try", "allow", "locate"
ICONS = {
    "battery": "battery",
    "camera": "camera-outline",
    "space": "harddisk",
    "clock": "clock-outline",
    "forms": "clipboard-check-outline",
    "tags": "tag-outline",
    "unsent": "cloud-upload-outline",
    "place": "crosshairs-gps",
    "guard": "lock-outline",
}
LOOKS = {
    Fitness.GOOD: ("check-circle", Tone.OK),
    Fitness.MIND: ("alert-circle-outline", Tone.WARN),
    Fitness.BAD: ("alert-octagon-outline", Tone.BAD),
    Fitness.UNKNOWN: ("help-circle-outline", Tone.IDLE),
}
OPEN = frozenset({TaskState.PLANNED, TaskState.DUE, TaskState.IN_PROGRESS})


@dataclass(frozen=True, slots=True)
class Gauged:
    """The device's ports that the check asks."""

    power: Power
    scanner: Scanner
    locator: Locator


@dataclass(frozen=True, slots=True)
class FitnessView:
    """One line of the check: what was found, in words, and one thing that can be done about it."""

    key: str = ""
    title: str = ""
    icon: str = ""
    verdict: str = ""
    verdict_icon: str = ""
    tone: str = Tone.IDLE
    found: str = ""
    todo: str = ""
    act: str = ""
    action: str = ""
    action_icon: str = ""


@dataclass(frozen=True, slots=True)
class ShiftView:
    """The check before work."""

    title: str = ""
    subtitle: str = ""
    detail: str = ""
    rows: tuple[FitnessView, ...] = ()
    progress: str = ""
    share: float = 0.0
    tone: str = Tone.INFO
    button: str = ""
    button_tone: str = Tone.INFO


def check_tablet(setting: Setting, gauged: Gauged, shift: ShiftId) -> tuple[Check, ...]:
    """Look at everything that can be looked at now; what the camera brought is as it was kept with the shift."""
    kept = setting.source.shift(shift)
    tried = next((one for one in kept.checks if one.name == "camera"), None) if kept is not None else None
    todays = tuple(task for task in plan_tasks(setting) if task.state in OPEN)
    looks: dict[str, Callable[[], Check]] = {
        "battery": lambda: _battery(gauged.power),
        "camera": lambda: tried or Check("camera", Fitness.UNKNOWN),
        "space": lambda: _space(setting, gauged.power, todays),
        "clock": lambda: _clock(setting),
        "forms": lambda: _forms(setting, todays),
        "tags": lambda: _tags(setting, gauged.scanner, todays),
        "unsent": lambda: _unsent(setting),
        "place": lambda: _place(gauged.locator),
        "guard": lambda: _guard(gauged.power),
    }
    return tuple(looks[name]() for name in CHECKS)


def shift_view(setting: Setting, shift: Shift, checks: tuple[Check, ...]) -> ShiftView:
    """Make the view of the check before work."""
    texts = setting.texts.shift
    amiss = [one for one in checks if one.fitness in {Fitness.MIND, Fitness.BAD}]
    good = sum(one.fitness is Fitness.GOOD for one in checks)
    words = texts.check_some.format(n=len(amiss)) if amiss else texts.check_all_good
    is_bad = any(one.fitness is Fitness.BAD for one in checks)
    return ShiftView(
        title=texts.check_title,
        subtitle=shift.person_name,
        detail=texts.check_detail,
        rows=tuple(_rows(setting, checks)),
        progress=words,
        share=good / len(checks) if checks else 0.0,
        tone=Tone.BAD if is_bad else Tone.WARN if amiss else Tone.OK,
        button=texts.check_start_anyway if amiss else texts.check_start,
        button_tone=Tone.WARN if amiss else Tone.OK,
    )


def _rows(setting: Setting, checks: tuple[Check, ...]) -> Iterator[FitnessView]:
    says: dict[str, Callable[[Setting, Check], tuple[str, str, str]]] = {
        "battery": _say_battery,
        "camera": _say_camera,
        "space": _say_space,
        "clock": _say_clock,
        "forms": _say_forms,
        "tags": _say_tags,
        "unsent": _say_unsent,
        "place": _say_place,
        "guard": _say_guard,
    }
    texts = setting.texts.shift
    actions = {
        SYNC: (texts.sync_now, "cloud-sync-outline"),
        TRY: (texts.camera_try, "camera-outline"),
        ALLOW: (texts.battery_allow, "battery-charging"),
        LOCATE: (texts.place, "crosshairs-gps"),
    }
    for one in checks:
        found, todo, act = says[one.name](setting, one)
        icon, tone = LOOKS[one.fitness]
        action, action_icon = actions.get(act, ("", ""))
        yield FitnessView(
            one.name,
            str(getattr(texts, one.name)),
            ICONS[one.name],
            fitness_words(setting, one.fitness),
            icon,
            tone,
            found,
            todo,
            act,
            action,
            action_icon,
        )


def fitness_words(setting: Setting, fitness: Fitness) -> str:
    """Name a verdict: 好, 注意, 不行, 不清楚."""
    texts = setting.texts.shift
    return {
        Fitness.GOOD: texts.good,
        Fitness.MIND: texts.mind,
        Fitness.BAD: texts.bad,
        Fitness.UNKNOWN: texts.unknown,
    }[fitness]


# ---- what is looked at


def _battery(power: Power) -> Check:
    percent, is_charging = power.battery_percent(), bool(power.is_charging())
    is_saver_on, is_exempt = power.is_saver_on(), power.is_exempt()
    fitness = battery_fitness(percent, is_saver_on=is_saver_on)
    if fitness is Fitness.BAD and is_charging:
        fitness = Fitness.MIND
    if fitness is Fitness.GOOD and is_exempt is False:
        fitness = Fitness.MIND
    facts = {"percent": percent, "charging": is_charging, "saver": is_saver_on, "exempt": is_exempt}
    return Check("battery", fitness, dict(facts))


def _space(setting: Setting, power: Power, todays: tuple[Task, ...]) -> Check:
    photos = 0
    for task in todays:
        form = setting.source.latest_template(task.rule.template)
        photos += expected_photos(setting, form, task.rule.point) if form is not None else 0
    needed = photos * photo_bytes(setting) + CAMERA_FILE_BYTES + PHOTO_RESERVE_BYTES
    free = power.free_bytes()
    facts = {"free_mb": None if free is None else free // 1_000_000, "needed_mb": needed // 1_000_000, "photos": photos}
    return Check("space", space_fitness(free, needed), dict(facts))


def _clock(setting: Setting) -> Check:
    state = setting.source.sync_state()
    offset_s = state.clock_skew_s if state.last_success_at is not None else None
    return Check("clock", clock_fitness(offset_s), {"offset_s": offset_s})


def _forms(setting: Setting, todays: tuple[Task, ...]) -> Check:
    wanted = {task.rule.template for task in todays}
    missing = sum(setting.source.latest_template(form) is None for form in wanted)
    since = _since(setting)
    hours = None if since is None else int(since.total_seconds() // 3600)
    return Check("forms", forms_fitness(missing, since), {"rounds": len(todays), "missing": missing, "hours": hours})


def _tags(setting: Setting, scanner: Scanner, todays: tuple[Task, ...]) -> Check:
    points = {task.rule.point for task in todays if task.rule.point is not None}
    without = sum(not _has_tag(setting, point) for point in points)
    can_scan = scanner.can_read_qr or scanner.can_read_nfc
    fitness = Fitness.MIND if without or not can_scan else Fitness.GOOD
    return Check("tags", fitness, {"points": len(points), "without": without, "can_scan": can_scan})


def _unsent(setting: Setting) -> Check:
    state = setting.source.sync_state()
    now = setting.clock.read().wall
    oldest = now - state.oldest_waiting_at if state.oldest_waiting_at is not None else None
    photos = max(0, state.photos_total - state.photos_sent)
    fitness = unsent_fitness(state.waiting + photos, len(state.parked), state.photos_damaged, oldest)
    facts = {"waiting": state.waiting, "photos": photos, "refused": len(state.parked), "damaged": state.photos_damaged}
    return Check("unsent", fitness, dict(facts))


def _place(locator: Locator) -> Check:
    fitness = {LocatorState.READY: Fitness.GOOD, LocatorState.ABSENT: Fitness.UNKNOWN}
    return Check("place", fitness.get(locator.state, Fitness.MIND), {"state": locator.state.value})


def _guard(power: Power) -> Check:
    """Look at what protects a lost tablet: the system's encryption, whose key a screen lock keeps."""
    facts = {"encrypted": power.is_encrypted(), "lock": power.has_screen_lock()}
    known = set(facts.values())
    fitness = Fitness.MIND if False in known else Fitness.UNKNOWN if None in known else Fitness.GOOD
    return Check("guard", fitness, dict(facts))


def _has_tag(setting: Setting, point: PointId) -> bool:
    found = setting.source.point(point)
    return found is not None and bool(found.tag or found.number) and not found.is_tag_retired


def _since(setting: Setting) -> timedelta | None:
    last = setting.source.sync_state().last_success_at
    return None if last is None else max(timedelta(0), setting.clock.read().wall - last)


# ---- how it is said: what was found, what to do, which act helps


def _say_battery(setting: Setting, one: Check) -> tuple[str, str, str]:
    texts, percent = setting.texts.shift, one.facts.get("percent")
    if percent is None:
        found = texts.battery_unknown
    else:
        found = (texts.battery_charging if one.facts.get("charging") else texts.battery_percent).format(n=percent)
    todo = {Fitness.BAD: texts.battery_flat, Fitness.MIND: ""}.get(one.fitness, "")
    if isinstance(percent, int) and one.fitness is Fitness.MIND and percent < 50:
        todo = texts.battery_low
    if one.facts.get("saver"):
        todo = f"{todo}{texts.battery_saver}"
    is_held = one.facts.get("exempt") is False
    return found, f"{todo}{texts.battery_held}" if is_held else todo, ALLOW if is_held else ""


def _say_camera(setting: Setting, one: Check) -> tuple[str, str, str]:
    texts = setting.texts.shift
    if one.fitness is Fitness.GOOD:
        return texts.camera_tried.format(width=one.facts.get("width"), height=one.facts.get("height")), "", TRY
    found = texts.camera_none if one.fitness is Fitness.BAD else texts.camera_untried
    return found, texts.camera_todo, TRY


def _say_space(setting: Setting, one: Check) -> tuple[str, str, str]:
    texts, free = setting.texts.shift, one.facts.get("free_mb")
    if free is None:
        return texts.space_unknown, "", ""
    found = texts.space_words.format(free=_size(free), needed=_size(one.facts.get("needed_mb")))
    return (found, "", "") if one.fitness is Fitness.GOOD else (found, texts.space_todo, SYNC)


def _say_clock(setting: Setting, one: Check) -> tuple[str, str, str]:
    texts, offset = setting.texts.shift, one.facts.get("offset_s")
    if not isinstance(offset, (int, float)):
        return texts.clock_unknown, "", SYNC
    if abs(offset) < 5:
        return texts.clock_right, "", ""
    span = when.span(timedelta(seconds=abs(offset)), setting.texts)
    found = (texts.clock_behind if offset > 0 else texts.clock_ahead).format(span=span)
    return found, "" if one.fitness is Fitness.GOOD else texts.clock_todo, ""


def _say_forms(setting: Setting, one: Check) -> tuple[str, str, str]:
    texts, missing = setting.texts.shift, one.facts.get("missing")
    have = texts.forms_all.format(n=one.facts.get("rounds"))
    found = texts.forms_missing.format(n=missing) if missing else have
    last = setting.source.sync_state().last_success_at
    ago = when.ago(last, setting.clock.read().wall, setting.texts) if last is not None else ""
    contact = texts.forms_contact.format(ago=ago) if last is not None else texts.forms_never
    is_good = one.fitness is Fitness.GOOD
    return f"{found} · {contact}", "" if is_good else texts.forms_todo, "" if is_good else SYNC


def _say_tags(setting: Setting, one: Check) -> tuple[str, str, str]:
    texts, points, without = setting.texts.shift, one.facts.get("points"), one.facts.get("without")
    if not isinstance(points, int) or not isinstance(without, int) or not points:
        found = texts.tags_nothing
    elif without:
        found = texts.tags_words.format(n=points, tagged=points - without)
    else:
        found = texts.tags_none.format(n=points)
    todo = texts.tags_todo if without else ""
    return found, todo if one.facts.get("can_scan") else f"{texts.tags_no_scanner}{todo}", ""


def _say_unsent(setting: Setting, one: Check) -> tuple[str, str, str]:
    texts, facts = setting.texts.shift, one.facts
    said = [
        texts.unsent_words.format(n=facts.get("waiting"), photos=facts.get("photos"))
        if facts.get("waiting") or facts.get("photos")
        else "",
        texts.unsent_refused.format(n=facts.get("refused")) if facts.get("refused") else "",
        texts.unsent_damaged.format(n=facts.get("damaged")) if facts.get("damaged") else "",
    ]
    found = setting.texts.joiner.join(part for part in said if part)
    return (found, texts.unsent_todo, SYNC) if found else (texts.unsent_none, "", "")


def _say_place(setting: Setting, one: Check) -> tuple[str, str, str]:
    texts, state = setting.texts.shift, str(one.facts.get("state"))
    words = {
        LocatorState.READY.value: texts.place_ready,
        LocatorState.OFF.value: texts.place_off,
        LocatorState.REFUSED.value: texts.place_denied,
    }
    is_amiss = one.fitness is Fitness.MIND
    return words.get(state, texts.place_absent), texts.place_todo if is_amiss else "", LOCATE if is_amiss else ""


def _say_guard(setting: Setting, one: Check) -> tuple[str, str, str]:
    texts = setting.texts.shift
    if one.fitness is Fitness.GOOD:
        return texts.guard_on, "", ""
    if one.fitness is Fitness.UNKNOWN:
        return texts.guard_unknown, "", ""
    has_no_lock = one.facts.get("lock") is False
    return (texts.guard_no_lock if has_no_lock else texts.guard_open), texts.guard_todo, ""


def _size(megabytes: object) -> str:
    found = megabytes if isinstance(megabytes, (int, float)) else 0
    return f"{found / 1000:.1f} GB" if found >= 1000 else f"{found:.0f} MB"
