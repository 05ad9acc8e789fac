"""The lists of plans and of wordings, on every database: filtered, sorted and cut by the database itself."""

from __future__ import annotations

from datetime import date

import pytest

from server.store import Page, PageRequest, ServerStore, Tx, Viewer
from server.store.clause import ClauseFilter, clauses
from server.store.phrase import PhraseFilter, phrase_rows, phrases_naming
from server.store.plan import RuleFilter, rule_rows
from shared.ids import BuildingId, PhraseId, PointId, RuleId, TemplateId
from shared.model.phrase import Phrase
from shared.model.place import Point, PointKind, Role, Text
from shared.model.plan import Rule
from shared.model.template import Certainty, HazardGrade, Item, ItemKind, Template
from tests.builders import KEEPER, LEAD, SITE, a_rule, a_site, an_id

CHIEF = Viewer(LEAD, "李队", {SITE: frozenset({Role.LEAD_INSPECTOR})}, None, SITE)
ALL = PageRequest(1, 100)
TODAY = date(2026, 11, 23)


def plans(tx: Tx, *, sort: str = "", language: str = "zh", **wanted: object) -> Page[Rule]:
    return rule_rows(tx, CHIEF, TODAY, RuleFilter(SITE, **wanted), PageRequest(1, 2, sort), language)


@pytest.fixture
def planned(store: ServerStore) -> ServerStore:
    """Four plans: an ordinary one, one in a building by the keeper, one that is over, one about a unit with an English name."""
    with store.writing() as tx:
        tx.put(a_site())
        tx.put(a_rule(code="A", name=Text("甲", "Zzz")))
        tx.put(Point(PointId(an_id(0x2A)), SITE, BuildingId(an_id(0x2B)), Text("屋顶"), "P9", PointKind.OTHER))
        point = PointId(an_id(0x2A))
        tx.put(a_rule(id=an_id(0x43), code="B", name=Text("乙"), point=point, performers=(KEEPER,)))
        tx.put(a_rule(id=an_id(0x44), code="C", name=Text("丙"), ends_on=date(2026, 11, 22), source="手册 5.29.1"))
        tx.put(a_rule(id=an_id(0x45), code="D", name=Text("丁", "Aaa"), point=None, unit=an_id(0x31)))
    return store


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ({"building": an_id(0x2B)}, {0x43}),
        ({"performer": KEEPER, "ended": False}, {0x43}),
        ({"performer": KEEPER[:-1]}, set()),
        ({"ended": True}, {0x44}),
        ({"unit": an_id(0x31)}, {0x45}),
        ({"text": "5.29.1"}, {0x44}),
        ({"text": "aaa"}, {0x45}),
        ({"text": "100%"}, set()),
        ({"among": (RuleId(an_id(0x43)),)}, {0x43}),
        ({"among": ()}, set()),
    ],
)
def test_plans_are_filtered(planned: ServerStore, wanted: dict[str, object], ids: set[int]) -> None:
    with planned.reading() as tx:
        found = plans(tx, **wanted)

    assert {row.id for row in found.rows} == {an_id(number) for number in ids}
    assert found.total == len(ids)


def test_plans_are_sorted_by_the_name_that_the_reader_sees_page_by_page(planned: ServerStore) -> None:
    with planned.reading() as tx:
        first = plans(tx, sort="-code")
        second = rule_rows(tx, CHIEF, TODAY, RuleFilter(SITE), PageRequest(2, 2, "-code", first.after))
        english = plans(tx, language="en")

    assert [row.code for row in (*first.rows, *second.rows)] == ["D", "C", "B", "A"]
    assert (first.total, second.after) == (4, "")
    assert english.rows[0].code == "D"


# ---- wordings and clauses
@pytest.fixture
def worded(store: ServerStore) -> ServerStore:
    """Four wordings, one of two versions, one retired; and a checklist of two versions whose lines name clauses."""
    with store.writing() as tx:
        tx.put(a_site())
        tx.put(Phrase(PhraseId("a"), 1, Text("旧说法"), ("LMR-09",), clause="旧条款"))
        sure = {"clause": "手册 5.30", "certainty": Certainty.MANUAL}
        tx.put(Phrase(PhraseId("a"), 2, Text("灭火器失压", "Zero pressure"), ("LMR-09", "EXT-1"), days=10, **sure))
        tx.put(Phrase(PhraseId("b"), 1, Text("门锁损坏", "Broken lock"), ("LMR",), Text("更换门锁"), days=2))
        tx.put(Phrase(PhraseId("c"), 1, Text("任何问题"), grade=HazardGrade.GENERAL))
        tx.put(Phrase(PhraseId("d"), 1, Text("停用的"), is_retired=True, clause="停用条款"))
        lines = {"clause": "GB 1", "certainty": Certainty.READ}, {"clause": "记得的", "certainty": Certainty.MEMORY}, {}
        for version, facts in ((1, ({"clause": "第一版"},)), (2, (*lines, sure))):
            items = tuple(Item(f"i{n}", ItemKind.PASS_FAIL, Text("项"), **one) for n, one in enumerate(facts))
            tx.put(Template(TemplateId("t"), version, Text("表"), "round", (), items))
    return store


def wordings(tx: Tx, *, sort: str = "", language: str = "zh", **wanted: object) -> list[str]:
    return [one.id for one in phrase_rows(tx, PhraseFilter(**wanted), PageRequest(1, 10, sort), language).rows]


def test_the_newest_version_of_each_wording_is_filtered_and_sorted(worded: ServerStore) -> None:
    with worded.reading() as tx:
        assert wordings(tx) == ["b", "a", "c"]
        assert wordings(tx, with_retired=True, sort="words", language="en") == ["b", "a", "c", "d"]
        assert (wordings(tx, text="旧"), wordings(tx, text="更换"), wordings(tx, text="ZERO")) == ([], ["b"], ["a"])
        assert (wordings(tx, code="lmr"), wordings(tx, code="LMR-0"), wordings(tx, code="ext")) == (
            ["b", "a"],
            [],
            ["a"],
        )
        assert (wordings(tx, grade="general"), wordings(tx, clause="手册 5.30")) == (["c"], ["a"])
        assert [one.id for one in phrases_naming(tx, "停用条款")] == ["d"]


def test_numbers_are_sorted_as_numbers_from_page_to_page(worded: ServerStore) -> None:
    with worded.reading() as tx:
        first = phrase_rows(tx, PhraseFilter(), PageRequest(1, 1, "days"))
        second = phrase_rows(tx, PhraseFilter(), PageRequest(2, 1, "days", first.after))
        third = phrase_rows(tx, PhraseFilter(), PageRequest(3, 1, "days", second.after))

    assert [page.rows[0].id for page in (first, second, third)] == ["b", "a", "c"]
    assert third.after == ""


def test_clauses_are_counted_in_wordings_and_newest_checklists(worded: ServerStore) -> None:
    with worded.reading() as tx:
        editor = clauses(tx, ClauseFilter(with_remembered=True), ALL)
        reader = clauses(tx, ClauseFilter(), PageRequest(1, 1, "-items"))
        searched = clauses(tx, ClauseFilter("gb"), ALL)
        sure = clauses(tx, ClauseFilter(certainty="manual"), ALL)

    assert [(one.name, one.phrases, one.items) for one in editor.rows] == [
        ("GB 1", 0, 1),
        ("手册 5.30", 1, 1),
        ("记得的", 0, 1),
    ]
    assert (editor.rows[1].certainties, editor.rows[1].templates) == ((Certainty.MANUAL,), ("t",))
    assert (reader.total, len(reader.rows), bool(reader.after)) == (2, 1, True)
    assert ([one.name for one in searched.rows], [one.name for one in sure.rows]) == (["GB 1"], ["手册 5.30"])
