"""Identifiers."""

from __future__ import annotations

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.ids import PersonId, SiteId, is_sha256, is_uuid, site_scope, user_scope, uuid7


@given(st.integers(0, 2**48 - 1), st.binary(min_size=10, max_size=16))
def test_uuid7_has_the_layout_of_rfc_9562(unix_ms: int, noise: bytes) -> None:
    made = uuid.UUID(uuid7(unix_ms, noise))
    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    assert made.int >> 80 == unix_ms
    assert is_uuid(str(made))


@given(st.integers(0, 2**48 - 1), st.lists(st.binary(min_size=10, max_size=10), min_size=2, max_size=2, unique=True))
def test_uuid7_differs_when_the_noise_differs_beyond_the_unused_bits(unix_ms: int, noises: list[bytes]) -> None:
    masks = [int.from_bytes(noise, "big") & (1 << 74) - 1 for noise in noises]
    assert (uuid7(unix_ms, noises[0]) == uuid7(unix_ms, noises[1])) == (masks[0] == masks[1])


@pytest.mark.parametrize(("unix_ms", "noise"), [(-1, b"0" * 10), (1 << 48, b"0" * 10), (0, b"0" * 9)])
def test_uuid7_refuses_what_does_not_fit(unix_ms: int, noise: bytes) -> None:
    with pytest.raises(ValueError, match="48-bit"):
        uuid7(unix_ms, noise)


@pytest.mark.parametrize(
    "text", ["", "x" * 36, "0193B1F0-0000-7000-8000-000000000000", "0193b1f0000070008000000000000000"]
)
def test_is_uuid_refuses_other_forms(text: str) -> None:
    assert not is_uuid(text)


def test_is_sha256_takes_64_lower_case_digits_only() -> None:
    assert is_sha256("0f" * 32)
    assert not is_sha256("0F" * 32)
    assert not is_sha256("0f" * 31)
    assert not is_sha256("0f" * 32 + "\n")


def test_scopes_are_named_after_what_they_carry() -> None:
    assert site_scope(SiteId("1")) == "site:1"
    assert user_scope(PersonId("2")) == "user:2"
