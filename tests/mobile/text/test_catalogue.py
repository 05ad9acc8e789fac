"""Both languages are complete and use the same patterns; rare characters and icons are in the fonts."""

from __future__ import annotations

import re
import string
from operator import attrgetter
from pathlib import Path

import pytest

from mobile.store.row import SyncState
from mobile.text import ZH_CN, texts_for
from mobile.text.en import EN
from mobile.text.family import Family
from mobile.views import trouble
from mobile.views.parts import Tone
from shared import errors

ROOT = Path(__file__).resolve().parents[3]
FONTS = ROOT / "mobile" / "assets" / "fonts"


def keys_of(texts: object, family: str = "") -> list[str]:
    """Name every text, those of a family of screens with the family's name in front: ``shift.title``."""
    keys = []
    for key, value in vars(texts).items():
        name = f"{family}{key}"
        keys += keys_of(value, f"{name}.") if isinstance(value, Family) else [name]
    return keys


KEYS = [key for key in keys_of(ZH_CN) if key != "language"]


def names_in(pattern: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(pattern) if name}


@pytest.mark.parametrize("key", KEYS)
def test_a_text_is_there_in_both_languages_and_fills_in_the_same_names(key):
    chinese, english = attrgetter(key)(ZH_CN), attrgetter(key)(EN)

    assert chinese
    assert english
    if not own(key).startswith("date_"):  # the languages name months in their own way
        assert names_in(chinese) == names_in(english)


def own(key: str) -> str:
    return key.rpartition(".")[2]


MADE_OF_PARTS = (
    "result_", "state_", "hz_", "grade_", "step_", "recheck_", "completion_", "signer_", "count_", "need_",
    "weekday_", "err_", "kind_", "size_", "what_", "do_", "why_", "off_", "pin_", "diff_", "todo_",
)  # fmt: skip


def test_every_text_is_said_somewhere():
    folders = [ROOT / "mobile" / name for name in ("views", "screens", "widgets", "device")]
    files = [file for folder in folders for file in folder.rglob("*") if file.suffix in {".py", ".kv"}]
    code = "".join(file.read_text(encoding="utf-8") for file in [*files, ROOT / "mobile" / "app.py"])

    said = re.compile(r"\.(\w+)|\"(\w+)\"").findall(code)
    names = {name for pair in said for name in pair}
    unsaid = [key for key in KEYS if own(key) not in names]

    assert [key for key in unsaid if not own(key).startswith(MADE_OF_PARTS)] == []


def test_chinese_is_what_any_other_language_gets():
    assert texts_for("fr") is ZH_CN
    assert texts_for("en") is EN


def every_error() -> list[type[errors.RoundsError]]:
    found, waiting = [], [errors.RoundsError]
    while waiting:
        cls = waiting.pop()
        waiting += cls.__subclasses__()
        found.append(cls)
    return found


@pytest.mark.parametrize("cls", every_error(), ids=lambda cls: cls.__name__)
def test_every_error_has_words(cls):
    assert trouble.words_for(cls.code, ZH_CN)
    assert trouble.words_for(cls.code, EN)


def test_whoever_ends_a_colleague_s_round_reads_what_to_do():
    own, other = (errors.NotPermittedError(rule=rule) for rule in ("own_round_only", "clearer_audits"))

    assert trouble.error_words(own, ZH_CN) == ZH_CN.err_own_round_only
    assert trouble.error_words(other, ZH_CN) == ZH_CN.err_not_permitted


@pytest.mark.parametrize("code", sorted(trouble.KEYS))
def test_no_words_stand_for_a_code_that_does_not_exist(code):
    reasons = {
        f"offline-{reason}" for reason in ("unreachable", "portal", "gateway", "timeout", "cut", "tls", "stopped")
    }

    assert code in reasons | {cls.code for cls in every_error()}


@pytest.mark.parametrize("cls", every_error(), ids=lambda cls: cls.__name__)
def test_every_end_of_a_session_says_what_is_safe_and_what_to_do(cls):
    for texts in (ZH_CN, EN):
        view = trouble.session_trouble(SyncState(waiting=1, last_error_code=cls.code), texts)

        assert all((view.what, view.safe, view.todo, view.icon))


ELSEWHERE = {errors.EnrolmentCodeError, errors.OffsetMismatchError, errors.ChecksumMismatchError}
"""Refused while enrolling; and of an upload, which then goes on from where the server says."""


def test_every_end_of_a_session_has_words_of_its_own():
    whole = (errors.RequestError, errors.OfflineError, errors.StoreError)
    codes = {cls.code for cls in (*whole[1:], *every_error()) if issubclass(cls, whole) and cls not in ELSEWHERE}
    own = re.findall(r'(?:Problem\(|code=)"([a-z-]+)"', (ROOT / "shared/sync/session.py").read_text(encoding="utf-8"))

    assert len(own) == 4
    assert (codes | set(own)) - set(trouble.SESSION) == set()


def test_a_tablet_that_can_keep_nothing_does_not_say_that_it_passes_by_itself():
    view = trouble.session_trouble(SyncState(waiting=1, last_error_code=errors.ReadOnlyDiskError.code), ZH_CN)

    assert (view.what, view.safe) == ("这台平板的存储变成了只读", "已经保存的都在，没有丢。")
    assert view.todo.startswith("请重启平板")
    assert view.tone is Tone.BAD


def test_every_word_on_what_went_wrong_is_said_for_some_end_of_a_session():
    code = (ROOT / "mobile" / "views" / "trouble.py").read_text(encoding="utf-8")
    said = {name for name, _ in trouble.SESSION.values()} | {"other"}

    written = {key.partition("_")[2] for key in KEYS if key.startswith(("what_", "do_"))}

    assert {
        name for name in written if name not in said and f"what_{name}" not in code and f"do_{name}" not in code
    } == set()


def test_rare_characters_of_names_and_units_are_in_the_font():
    from fontTools.ttLib import TTFont

    with TTFont(FONTS / "NotoSansSC-Regular.ttf") as font:
        held = set(font.getBestCmap())

    assert {char for char in "䶮𬭎镕喆堃淼℃≤≥±ΩμCO₂〔〕№①㎡" if ord(char) not in held} == set()


def test_every_icon_has_a_glyph_and_every_icon_named_in_views_exists():
    from fontTools.ttLib import TTFont

    table = (ROOT / "mobile" / "widgets" / "icons.py").read_text(encoding="utf-8")
    icons = dict(re.findall(r'"([a-z0-9-]+)": "\\U([0-9A-Fa-f]{8})"', table))
    with TTFont(FONTS / "MaterialIcons.ttf") as font:
        held = set(font.getBestCmap())
    used = set()
    for folder in ("views", "screens", "widgets"):
        for file in (ROOT / "mobile" / folder).iterdir():
            if file.suffix == ".kv":
                used |= set(re.findall(r"icon: '([a-z0-9-]+)'", file.read_text(encoding="utf-8")))

    assert {name for name, point in icons.items() if int(point, 16) not in held} == set()
    assert used - set(icons) == set()


def test_a_text_is_given_under_a_name_that_there_is_and_never_again():
    class Greetings(Family):
        """The texts of one language."""

        morning: str
        night: str

    greetings = Greetings(morning="早", night="晚安")

    assert (greetings.morning, greetings.night) == ("早", "晚安")
    with pytest.raises(TypeError, match="night"):
        Greetings(morning="早")
    with pytest.raises(TypeError, match="noon"):
        Greetings(morning="早", night="晚安", noon="午安")
    with pytest.raises(AttributeError):
        greetings.morning = "早上好"
