"""What people are told is worded when it is read: each kind whole in both languages, whatever language the data is in."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from server.notify import words
from server.notify.letter import line_of
from server.store.outbox import Kind, Sent, Told
from shared.model.place import Text

CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
AT = datetime(2026, 11, 23, 8, tzinfo=UTC)


def told(kind: Kind, facts: dict[str, str]) -> Told:
    return Told("row", "key", "person:x", "app", kind, None, "server", "", facts, AT, Sent.SENT, False, AT, 0, "", None)


@pytest.mark.parametrize("kind", list(Kind), ids=lambda kind: kind.value)
def test_each_kind_is_worded_in_the_language_of_its_reader(store, kind):
    facts = {code: code for code in words.MORE} | {
        "n": "2",
        "all": "5",
        "left": "9",
        "day": "2026-12-01",
        "due": "scrap",
    }
    with store.reading() as tx:
        chinese, english = (line_of(tx, told(kind, facts), language) for language in ("zh", "en"))

    assert CHINESE.search(chinese.title)
    assert not CHINESE.search(f"{english.title} {english.name} {english.detail}")
    assert english.title
    assert all(words.MORE[code].en in english.detail for code in words.MORE)


def test_no_sentence_of_a_mail_lacks_its_english():
    every = [one for one in vars(words).values() if isinstance(one, Text)]
    every += [*words.TITLES.values(), *words.MORE.values(), *words.EQUIPMENT.values()]

    assert all(one.en and not CHINESE.search(one.en) for one in every)
    assert all(CHINESE.search(one.zh) for one in every)
