"""The key of units' links: made once, for its owner only; a setting goes before the file."""

from __future__ import annotations

import stat
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from server.config import Config, read_config, sqlite_url
from server.keys import BYTES, NAME, link_key
from server.store.unit_link import token_of
from shared.ids import NoticeId


@pytest.fixture
def config(tmp_path: Path) -> Config:
    return Config(home=tmp_path / "home", database_url=sqlite_url(tmp_path))


def test_a_key_is_made_when_it_is_first_needed_and_kept(config: Config) -> None:
    key = link_key(config)
    assert not (config.home / NAME).exists()

    first, again, of_the_next_start = key(), key(), link_key(config)()

    assert len(first) == BYTES
    assert first == again == of_the_next_start
    assert stat.S_IMODE((config.home / NAME).stat().st_mode) == 0o600
    assert [path.name for path in config.home.iterdir()] == [NAME]


def test_processes_that_begin_together_end_with_one_key(config: Config) -> None:
    found: list[bytes] = []
    barrier = threading.Barrier(8)

    def begin() -> None:
        barrier.wait()
        found.append(link_key(config)())

    threads = [threading.Thread(target=begin) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(found) == 8
    assert len(set(found)) == 1


def test_a_setting_goes_before_the_file_and_is_shown_nowhere(config: Config) -> None:
    secret = "a-secret-of-at-least-32-characters!"
    set_by_hand = replace(config, link_key=secret, smtp_password="hunter2")

    assert link_key(set_by_hand)() == link_key(replace(set_by_hand, home=config.home / "other"))()
    assert link_key(set_by_hand)() != link_key(config)()
    assert secret not in repr(set_by_hand)
    assert "hunter2" not in repr(set_by_hand)


def test_a_short_secret_is_refused_without_being_repeated() -> None:
    with pytest.raises(ValueError, match="ROUNDS_LINK_KEY") as refused:
        read_config({"ROUNDS_LINK_KEY": "too-short"})

    assert "too-short" not in str(refused.value)


def test_tokens_differ_by_key_notice_and_round() -> None:
    one, two = NoticeId("n1"), NoticeId("n2")

    tokens = {token_of(b"a" * 32, one, 1), token_of(b"a" * 32, one, 2), token_of(b"a" * 32, two, 1)}
    tokens.add(token_of(b"b" * 32, one, 1))

    assert len(tokens) == 4
    assert {len(token) for token in tokens} == {24}
