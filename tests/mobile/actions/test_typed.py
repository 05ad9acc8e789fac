"""What was typed about signers before they sign: on disk as it is typed, apart for each record, and never without end."""

from __future__ import annotations

from mobile.actions.typed import NAME, REASON, keep_typed, typed


def test_names_and_reasons_outlive_a_kill_apart_for_each_record(scene):
    keep_typed(scene.tablet, "one", "receiver", NAME, "刘")
    keep_typed(scene.tablet, "one", "receiver", NAME, "刘工")
    keep_typed(scene.tablet, "one", "receiver", REASON, "不认可")
    keep_typed(scene.tablet, "two", "receiver", NAME, "张工")

    scene.reopen()

    assert typed(scene.store, "one", NAME) == {"receiver": "刘工"}
    assert typed(scene.store, "one", REASON) == {"receiver": "不认可"}
    assert typed(scene.store, "two", NAME) == {"receiver": "张工"}


def test_an_empty_text_forgets_and_the_oldest_go(scene):
    keep_typed(scene.tablet, "one", "receiver", NAME, "刘工")
    keep_typed(scene.tablet, "one", "receiver", NAME, "")
    after = typed(scene.store, "one", NAME)

    for number in range(200):
        keep_typed(scene.tablet, f"record {number}", "receiver", NAME, "张工")

    kept = [number for number in range(200) if typed(scene.store, f"record {number}", NAME)]
    assert after == {}
    assert kept == list(range(140, 200))
