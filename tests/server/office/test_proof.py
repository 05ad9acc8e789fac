"""The first page says whether a backup was proved, alarms when none was for a week, and says what to do."""

from __future__ import annotations

from datetime import timedelta

import pytest

from server.store.proof import Proof, last_proof, record_proof
from tests.builders import NOW


def drilled(store, days_ago, reason=""):
    made_at = NOW - timedelta(days=days_ago)
    with store.writing() as tx:
        record_proof(tx, Proof(made_at + timedelta(minutes=30), "20261113T181000Z", made_at, not reason, reason))


def first_page(sign_in, who="quality"):
    return sign_in(who).get("/").get_data(as_text=True)


def test_a_server_that_was_never_drilled_alarms(sign_in):
    page = first_page(sign_in)

    assert "备份从未验证" in page
    assert "rounds drill" in page
    assert "tone-bad" in page[page.index('class="proof"') :][:200]


def test_a_proved_backup_is_named_by_its_moment_at_the_site(sign_in, store):
    drilled(store, 1)

    page = first_page(sign_in)

    assert (
        f"备份已验证 {(NOW + timedelta(hours=8)).month}月{(NOW + timedelta(hours=8) - timedelta(days=1)).day}日" in page
    )
    assert "tone-ok" in page[page.index('class="proof"') :][:200]


@pytest.mark.parametrize(
    ("days", "words"), [(6.9, "备份已验证"), (7.1, "备份已 7 天未验证"), (30, "备份已 30 天未验证")]
)
def test_a_proof_counts_for_seven_days(sign_in, store, days, words):
    drilled(store, days)

    assert words in first_page(sign_in)


def test_a_failed_drill_alarms_with_its_reason_and_the_last_good_backup(sign_in, store):
    drilled(store, 2)
    drilled(store, 1, "blobs/ab is missing <here>")

    page = first_page(sign_in)

    assert "备份验证失败" in page
    assert "blobs/ab is missing &lt;here&gt;" in page
    assert "上一份可靠的备份是" in page


def test_only_those_who_look_after_the_tablets_see_it(sign_in):
    assert 'class="proof"' not in first_page(sign_in, "keeper")


def test_the_date_of_the_last_good_backup_outlives_failures(store):
    drilled(store, 3)
    drilled(store, 2, "bad")
    drilled(store, 1, "bad again")

    with store.reading() as tx:
        proof = last_proof(tx)

    assert proof.proved_at == NOW - timedelta(days=3)
    assert not proof.is_good
