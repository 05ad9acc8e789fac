"""Drafts of checklists: every save is a revision, taking back loses nothing, publishing is won by one."""

from dataclasses import replace

import pytest

from server.store import Viewer
from server.store.draft import (
    Deed,
    DraftState,
    FaultyDraftError,
    StaleDraftError,
    begin_draft,
    draft_of,
    drafts,
    history,
    publish_draft,
    redo,
    restore,
    save_draft,
    set_dropped,
    sheets_of_draft,
    undo,
)
from server.store.template import latest
from server.xlsform.sheets import Entry, Sheets
from shared.ids import PersonId, TemplateId

SHEETS = Sheets(
    {"form_id": "gate", "version": "1", "title.zh": "门岗", "title.en": "Gate", "inspection_type": "gate"},
    (Entry("r1", {"type": "text", "name": "a", "label.zh": "甲", "label.en": "A"}),),
)
WHO = Viewer(PersonId("p1"), "周敏", {})


def titled(title):
    return replace(SHEETS, settings={**SHEETS.settings, "title.zh": title})


@pytest.fixture
def draft(store):
    """A draft with two edits, at revision 3."""
    with store.writing() as tx:
        name = begin_draft(tx, WHO, SHEETS)
        save_draft(tx, WHO, name, 1, titled("二"), Deed.SETTINGS)
        save_draft(tx, WHO, name, 2, titled("三"), Deed.SETTINGS)
    return name


def shown(store, name):
    with store.reading() as tx:
        held = draft_of(tx, name)
        return held.rev, sheets_of_draft(tx, held).title.zh, held.can_undo, held.can_redo


def do(store, act, name, rev):
    with store.writing() as tx:
        return act(tx, WHO, name, rev)


def test_changes_are_taken_back_one_by_one_and_done_again(store, draft):
    seen = [shown(store, draft)]
    for act, rev in ((undo, 3), (undo, 4), (undo, 5), (redo, 5), (redo, 6), (redo, 7)):
        do(store, act, draft, rev)
        seen.append(shown(store, draft))

    assert seen == [
        (3, "三", True, False),
        (4, "二", True, True),
        (5, "门岗", False, True),
        (5, "门岗", False, True),
        (6, "二", True, True),
        (7, "三", True, False),
        (7, "三", True, False),
    ]


def test_a_change_after_taking_back_goes_on_from_there_and_the_other_way_is_kept(store, draft):
    do(store, undo, draft, 3)
    with store.writing() as tx:
        save_draft(tx, WHO, draft, 4, titled("四"), Deed.SETTINGS, "表")
    assert shown(store, draft) == (5, "四", True, False)

    do(store, undo, draft, 5)
    assert shown(store, draft) == (6, "二", True, True)

    with store.writing() as tx:
        restore(tx, WHO, draft, 6, 3)
        deeds = [entry.deed for entry in history(tx, draft_of(tx, draft))]
    assert shown(store, draft) == (7, "三", True, False)
    assert deeds[:2] == [Deed.RESTORED, Deed.UNDONE]


def test_saving_what_it_says_already_makes_no_revision(store, draft):
    with store.writing() as tx:
        assert save_draft(tx, WHO, draft, 3, titled("三"), Deed.EDITED) == 3

    assert shown(store, draft)[0] == 3


def test_of_two_who_save_at_once_the_second_is_told(store, draft):
    with pytest.raises(StaleDraftError), store.writing() as tx:
        save_draft(tx, WHO, draft, 2, titled("四"), Deed.SETTINGS)

    assert shown(store, draft)[:2] == (3, "三")


def test_a_draft_that_was_put_away_is_changed_by_nobody_until_it_is_taken_up(store, draft):
    with store.writing() as tx:
        set_dropped(tx, WHO, draft, is_dropped=True)
    with pytest.raises(StaleDraftError), store.writing() as tx:
        save_draft(tx, WHO, draft, 3, titled("四"), Deed.SETTINGS)
    with store.writing() as tx:
        assert [one.id for one in drafts(tx, DraftState.DROPPED)] == [draft]
        set_dropped(tx, WHO, draft, is_dropped=False)
        assert [one.id for one in drafts(tx, DraftState.OPEN)] == [draft]


def test_publishing_makes_the_next_version_once(store, draft):
    with store.writing() as tx:
        other = begin_draft(tx, WHO, titled("五"))
        publish_draft(tx, WHO, draft, 3, 0)

    # the other was compared with nothing published: it has to be looked at again
    with pytest.raises(StaleDraftError), store.writing() as tx:
        publish_draft(tx, WHO, other, 1, 0)
    with pytest.raises(StaleDraftError), store.writing() as tx:
        publish_draft(tx, WHO, draft, 3, 1)
    with store.writing() as tx:
        assert publish_draft(tx, WHO, other, 1, 1).version == 2
        assert draft_of(tx, draft).published == 1
        assert latest(tx, TemplateId("gate")).title.zh == "五"


def test_a_draft_with_problems_or_without_a_difference_is_not_published(store, draft):
    with store.writing() as tx:
        publish_draft(tx, WHO, draft, 3, 0)
        same = begin_draft(tx, WHO, titled("三"))
        faulty = begin_draft(tx, WHO, replace(SHEETS, survey=()))

    for name in (same, faulty):
        with pytest.raises(FaultyDraftError), store.writing() as tx:
            publish_draft(tx, WHO, name, 1, 1)
