"""Every word is said in both languages, from the catalogue, and nothing in the catalogue is unused."""

import re
import string
from pathlib import Path

import pytest

from server.notify.mail import SECURITY
from server.office.answer.views import SAID
from server.office.hazards.category import CATEGORIES
from server.office.hazards.raising import SOURCES
from server.office.inspections.views import REASONS
from server.office.intake.trial import RowState
from server.office.letters.reading import POINT_FIELDS
from server.office.letters.views import ACTS
from server.office.look import LOOKS
from server.office.notices.moves import DELIVERY
from server.office.notifications.channels import PROBLEMS
from server.office.numbers.asked import PERIODS
from server.office.numbers.cards import SHARES
from server.office.numbers.panels import MAKERS
from server.office.page import LOOKS as LOOKS_OF_PAGES
from server.office.places.field import Form
from server.office.places.kinds import FROM_EXCEL, SITE
from server.office.plan.catalogue import rows
from server.office.plan.dates import WITHIN
from server.office.plan.missed import REASONS as DISPOSED_WHY
from server.office.plan.roster import KINDS as ABSENT
from server.office.plan.views import SHOW
from server.office.plan.write import OFTEN
from server.office.tablets.risk import RANKS
from server.office.templates.desk import ICONS as KINDS_OF_LINES
from server.office.text import Wording, catalogue
from server.store.bulk import DONE, OPEN, STOPPED, Left
from server.store.chain import OUTCOMES
from server.store.channel import ROBOTS
from server.store.draft import Deed
from server.store.outbox import Way
from server.store.register import Use
from server.store.rule import CHANGED, CREATED, ENDED, GIVEN_UP, SWITCHED_ON
from server.store.search import KINDS
from server.xlsform.column import SETTINGS, SURVEY
from server.xlsform.compare import Kind as Difference
from shared.checklist import Part
from shared.clearing import CarryReason, LineKind, SheetState
from shared.errors import OpRefusedError, every_error
from shared.hazard import guard
from shared.hazard.measure import Decision, FundSource, MeasureKind
from shared.hazard.order import OrderKind, OrderState
from shared.hazard.table import TRANSITIONS, Refusal, Transition
from shared.model.access import AccessCategory
from shared.model.hazard import Completion, HazardEvent, HazardState, NoticeState, RecheckResult
from shared.model.inspection import Result, ReviewState
from shared.model.place import BUILDING_KINDS, BUILDING_SYSTEMS, FIRE_CLASSES, UNIT_KINDS, AssetKind, PointKind, Role
from shared.model.plan import ExcuseState, Period, Recurrence, TaskState, WorkdayRule
from shared.model.roster import How
from shared.model.shift import Fitness
from shared.model.template import Act, Certainty, HazardGrade, ItemKind, Need
from shared.presence import Flag, Grade
from shared.schedule.equipment import Due
from shared.shift import CHECKS
from shared.sync.messages import OP_BODIES

OFFICE = Path(__file__).resolve().parents[3] / "server" / "office"
CHINESE = re.compile(r"[\u3400-\u9fff]")
LATIN = re.compile(r"[A-Za-z]{2,}")
SHOWN_ENUMS = (
    Part,
    RowState,
    HazardState,
    HazardEvent,
    HazardGrade,
    NoticeState,
    Completion,
    RecheckResult,
    Result,
    ReviewState,
    TaskState,
    ItemKind,
    Need,
    Act,
    Certainty,
    Role,
    AssetKind,
    PointKind,
    Period,
    Recurrence,
    Due,
    WorkdayRule,
    ExcuseState,
    How,
    AccessCategory,
    Fitness,
    Way,
    MeasureKind,
    Decision,
    FundSource,
    OrderKind,
    OrderState,
    SheetState,
    LineKind,
    CarryReason,
)
PLAN_FIELDS = (
    *("template", "recurrence", "period", "times", "every_days", "weekday", "min_gap_months", "opens_at", "due_at"),
    *("late_days", "workdays", "performer_role", "performers", "name", "source", "route", "stop", "remind_days"),
    *("point", "unit", "asset", "ends_on"),
)
INDICATORS = (*SHARES, "mean_days")
OF_TODAY = ("to_review", "missed", "excuses", "tablets", "to_clear", "to_audit")
# Keys that pages put together: by what, and all values that can stand there.
COMPOSED = {
    "tablets.risk_": RANKS,
    "tablets.why_": RANKS,
    "tablets.do_": RANKS,
    "tablets.show_": ("all", "alarming", "waiting", "old_app", "revoked"),
    "inspections.arrive_": ("wait", "ask", "call", "lost"),
    "letters.state_": ("open", "held", "applied", "aside"),
    "letters.act_": ("refused", "applied", "aside", "reopened"),
    "letters.whose_": ("tablet", "server", "other"),
    "point.": POINT_FIELDS,
    "delivery.": (*DELIVERY, "left"),
    "op.": (*OP_BODIES, "other"),
    "number_use.": tuple(use.value for use in Use),
    "done.": (
        *(event.value for event in HazardEvent),
        *(kind.value for kind in MeasureKind),
        "accepted",
        "returned",
        "revoke",
        "publish",
        "pin_set",
        "pin_taken_back",
        "excuse",
        "excuse_approved",
        "excuse_rejected",
        *("plan_made", "plan_changed", "plan_ended", "plan_day", "disposed", "stopped", "stop_ended", "switched_on"),
        *(
            "shifts",
            "shifts_removed",
            "week_copied",
            "absence",
            "absence_removed",
            "surprise_plan",
            "drawn",
            "draw_void",
        ),
        "workdays",
        *(f"letter_{act}" for act in ACTS),
        "link_revoked",
        "link_renewed",
        "read",
        "choices",
        "channel",
        "channel_test",
        "channel_again",
        "channel_gone",
    ),
    "answer.said_": SAID,
    "channel.problem_": PROBLEMS,
    "channel.kind_": ("email", *ROBOTS),
    "channel.security_": SECURITY,
    "link.act_": ("receipt", "reply", "more_time"),
    "flag.": tuple(flag.value for flag in Flag),
    "why.": (*(flag.value for flag in Flag), "jump_back", "walk_far"),
    "grade.": tuple(grade.value for grade in Grade),
    "reason.": REASONS,
    "bulk.state_": (OPEN, DONE, STOPPED),
    "bulk.left_": tuple(why.value for why in Left),
    "bulk.why_": ("sample_open", "closed"),
    "review.": ("submitted", "accepted", "returned", "draft"),
    "plan.tab_": ("plans", "calendar", "missed", "excuses", "stops", "roster", "draws", "catalogue", "workdays"),
    "plan.show_": SHOW,
    "plan.often_": tuple(OFTEN),
    "plan.why_": DISPOSED_WHY,
    "plan.word_": (*{word for row in rows() for word in row.when} - {"any", "lift", "aged"}, "plain"),
    "plan.group_": tuple({row.group for row in rows()}),
    "plan.act_": (CREATED, CHANGED, ENDED, SWITCHED_ON, GIVEN_UP),
    "plan.field_": PLAN_FIELDS,
    "roster.kind_": ABSENT,
    "plan.fault_": ("not_a_day", "other_year", "twice", "not_a_weekend"),
    "templates.news_": ("new", "version", "same", "older"),
    "draft.deed_": tuple(deed.value for deed in Deed),
    "draft.kind_": tuple(KINDS_OF_LINES),
    "draft.diff_": tuple(kind.value for kind in Difference),
    "draft.compare_": ("from", "to"),
    "draft.field_": tuple(key.replace(".", "_") for columns in (SURVEY, SETTINGS) for key in columns.keys),
    "done.draft_": ("up", "down", "into", "out", "move", "copy", "remove", "undo", "redo"),
    "weekday.": tuple("1234567"),
    "outcome.": OUTCOMES,
    "measure.": ("人", "点", "项", "天", "只", "具", "个", "辆", "次/h"),
    "search_kind.": (*KINDS, "paper"),
    "building_kind.": BUILDING_KINDS,
    "building_system.": BUILDING_SYSTEMS,
    "fire_class.": FIRE_CLASSES,
    "unit_kind.": UNIT_KINDS,
    "intake.shape_": tuple(form.name.lower() for form in Form),
    "done.account_": ("disable", "enable", "unlock", "sign_out"),
    "field.": tuple(
        field.name for kind in (SITE, *FROM_EXCEL.values()) for field in kind.fields if field.name != "code"
    ),
    "refusal.": tuple(refusal.value for refusal in Refusal),
    "hazards.measure_": ("explain", "decide", "plan", "suspend", "lift"),
    "hazards.owed_": ("explain", "decide", "plan"),
    "addressee.": ("principal", "company", "authority", "committee", "street"),
    "source.": SOURCES,
    "plan.within_": WITHIN,
    "numbers.panel_": MAKERS,
    "numbers.hint_": MAKERS,
    "numbers.period_": PERIODS,
    "numbers.round_": ("ok", "warn", "bad", "mute"),
    "numbers.weekday_": tuple("1234567"),
    "numbers.month_": tuple(str(month) for month in range(1, 13)),
    "numbers.by_": ("units", "buildings", "categories"),
    "numbers.": (*INDICATORS, *(f"{name}_formula" for name in INDICATORS)),
    "today.": (
        "overdue",
        "due_soon",
        "to_confirm",
        "to_issue",
        "to_decide",
        "to_recheck",
        "to_set",
        "to_sign",
        *OF_TODAY,
    ),
    "site.look_": LOOKS_OF_PAGES,
    "category.": CATEGORIES,
    "history.": (*(event.value for event in HazardEvent), *(kind.value for kind in MeasureKind)),
    "hazards.mode_": ("on_site", "documents"),
    "shift.check_": CHECKS,
    "shift.fact_": ("battery", "space", "clock", "forms", "tags", "unsent"),
    "shift.differs_": ("waiting", "missing", "other", "refused", "held", "photos", "damaged", "unfinished"),
}
ALSO_COMPOSED = (
    "field.", "field_help.", "places.", "act.", "act_family.", "act_verb.", "about.", "origin.",
    "menu.", "menu_group.", "count.", "error_", "missing.", "rule.", "problem.", "start.", "signer.", "clock.", "hazards.group_",
    "papers.kind_", "word.field_", "word.item_", "word.fault_", "word.not_", "word.too_",
    "hazards.do_", "letters.next_", "jobs.state_", "jobs.error_", "public_", "notices.do_", "OpStatus.", "refusal.", "trial.need_",
)  # fmt: skip


def pages():
    return sorted(OFFICE.rglob("*.html"))


def sources():
    return "\n".join(path.read_text(encoding="utf-8") for path in (*pages(), *OFFICE.rglob("*.py")))


def test_every_text_is_chinese_first_and_english_second():
    symbols = {
        "clearing.arithmetic",
        "numbers.no_value",
        "hazards.now_state",
        "notices.salutation",
        "shift.fact_battery",
        "site.colon",
        "site.comma",
        "trial.joiner",
        "trial.per_asset",
        "trial.reason_given",
    }

    wrong = [
        key
        for key, (zh, *english) in catalogue().items()
        if key not in symbols and (not CHINESE.search(zh) or any(CHINESE.search(en) or not en for en in english))
    ]

    assert wrong == []


def test_both_languages_fill_in_the_same_facts():
    def facts(text):
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    different = [key for key, (zh, *english) in catalogue().items() if any(facts(en) != facts(zh) for en in english)]

    # A plural's singular may leave the number out.
    assert [key for key in different if facts(catalogue()[key][-1]) != facts(catalogue()[key][0])] == []


def test_every_key_that_pages_name_is_in_the_catalogue():
    named = set(re.findall(r"""\b(?:t|wording|words|_key)\(\s*["']([\w.-]+)["']\s*[,)]""", sources()))

    assert len(named) > 200
    assert {key for key in named if key not in catalogue()} == set()


@pytest.mark.parametrize(("prefix", "values"), COMPOSED.items())
def test_every_key_that_pages_put_together_is_in_the_catalogue(prefix, values):
    issued_elsewhere = {"done.issue", "done.receive", "done.refuse", "done.withdraw"}

    missing = {f"{prefix}{value}" for value in values} - set(catalogue()) - issued_elsewhere

    assert missing == set()


@pytest.mark.parametrize("kind", SHOWN_ENUMS, ids=lambda kind: kind.__name__)
def test_every_member_of_a_shown_enum_has_its_word(kind):
    missing = [member for member in kind if f"{kind.__name__}.{member.value}" not in catalogue()]

    assert missing == []


def test_every_state_that_is_shown_as_a_badge_has_its_look():
    badges = (
        HazardState,
        HazardEvent,
        HazardGrade,
        NoticeState,
        Completion,
        RecheckResult,
        Result,
        ReviewState,
        TaskState,
    )

    assert [member for kind in badges for member in kind if member not in LOOKS] == []


def test_every_icon_that_pages_draw_is_in_the_sprite():
    sprite = (OFFICE / "static" / "vendor" / "icons.svg").read_text(encoding="utf-8")
    drawn = set(re.findall(r"""icon\(["']([a-z0-9-]+)["']""", sources())) | {look.icon for look in LOOKS.values()}

    assert {name for name in drawn if f'id="{name}"' not in sprite} == set()


def test_every_rule_and_every_missing_thing_has_its_words():
    cells = [cell for row in TRANSITIONS.values() for cell in row.values() if isinstance(cell, Transition)]
    rules = {f"rule.{rule.__name__}" for cell in cells for rule in cell.rules}
    source = Path(guard.__file__).read_text(encoding="utf-8")
    missing = {
        f"missing.{name}"
        for block in re.findall(r"_absent\((.*?)\)\n", source, re.DOTALL)
        for name in re.findall(r"\b(\w+)=", block)
    }

    assert rules
    assert missing
    assert (rules | missing) - set(catalogue()) == set()


def test_every_refused_operation_has_its_reason():
    codes = {f"problem.{error.code}" for error in every_error(OpRefusedError)}

    assert codes - set(catalogue()) == set()


def test_no_text_of_the_catalogue_is_unused():
    text = sources()
    enums = {kind.__name__ for kind in SHOWN_ENUMS}

    unused = [
        key
        for key in catalogue()
        if f'"{key}"' not in text
        and f"'{key}'" not in text
        and key.split(".")[0] not in enums
        and not key.startswith((*COMPOSED, *ALSO_COMPOSED))
    ]

    assert unused == []


def test_pages_hold_no_words_of_their_own():
    allowed = {"巡安", "Site Rounds", "English", "中文"}
    words = []
    for path in pages():
        text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", " ", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        spoken = re.findall(r">([^<>]+)<", re.sub(r'(?:title|aria-label|placeholder|alt)="([^"]*)"', r">\1<", text))
        words += [
            (path.name, word.strip())
            for word in spoken
            if (CHINESE.search(word) or LATIN.search(word)) and word.strip() not in allowed and '="' not in word
        ]

    assert words == []


def test_english_counts_one_and_many():
    say = Wording("en")

    assert say("left.days", n=1) == "1 day left"
    assert say("left.days", n=3) == "3 days left"
    assert Wording("zh")("left.days", n=3) == "还有 3 天"


def test_an_unknown_text_is_an_error_and_not_an_empty_place():
    with pytest.raises(KeyError):
        Wording("zh")("nobody.wrote_this")
