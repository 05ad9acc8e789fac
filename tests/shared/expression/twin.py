"""A scope whose every answer is written down in the test."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any

from shared.expression import Atom, Value, compile_expression

CHINA = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 23, 16, 30, 15, 250_000, tzinfo=CHINA)  # a Monday


@dataclass(frozen=True)
class ScriptedScope:
    values: dict[str, Value] = field(default_factory=dict)
    own: Atom = ""
    saved: dict[str, Value] = field(default_factory=dict)
    asset_data: dict[str, Atom] = field(default_factory=dict)
    place: int = 0
    now: datetime = NOW
    language: str = "zh"
    fails: int = 0

    def value(self, name: str) -> Value:
        return self.values[name]

    def instances(self, name: str) -> tuple[Atom, ...]:
        value = self.values[name]
        return value if isinstance(value, tuple) else (value,)

    def last_saved(self, name: str) -> Value:
        return self.saved.get(name, "")

    def own_value(self) -> Atom:
        return self.own

    def position(self) -> int:
        return self.place

    def asset(self, key: str) -> Atom:
        return self.asset_data.get(key, "")

    def choice_label(self, choice: str, name: str) -> str:
        return f"{name}/{choice}/{self.language}"

    def failed(self, codes: tuple[str, ...]) -> int:
        return self.fails if "EVA" in codes else 0

    def random(self) -> bytes:
        return bytes(range(16))


def calculate(text: str, **scope: Any) -> Value:
    """Evaluate ``text`` in a scope made of ``scope``."""
    return compile_expression(text).evaluate(ScriptedScope(**scope))
