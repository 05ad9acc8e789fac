"""How a person likes this tablet: where he was, settings, phrases."""

from __future__ import annotations

from mobile.store.database import Database, stamp
from mobile.store.row import Position
from shared.clock import Reading
from shared.ids import AssetId

MOST_PHRASES = 200


class Desk(Database):
    """The tables position, setting and phrase."""

    def position(self) -> Position | None:
        """Return where the person was."""
        row = self._row("SELECT screen, record, item, per FROM position")
        if row is None:
            return None
        return Position(row["screen"], row["record"], row["item"], AssetId(row["per"]) if row["per"] else None)

    def set_position(self, position: Position) -> None:
        """Remember where the person is."""
        self._write(
            "INSERT OR REPLACE INTO position (one, screen, record, item, per) VALUES (1, ?, ?, ?, ?)",
            position.screen,
            position.record,
            position.item,
            position.per or "",
        )

    def setting(self, name: str, default: str = "") -> str:
        """Return one setting of this tablet."""
        row = self._row("SELECT value FROM setting WHERE name = ?", name)
        return default if row is None else str(row["value"])

    def set_setting(self, name: str, value: str) -> None:
        """Keep one setting."""
        self._write("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", name, value)

    def phrases(self) -> tuple[str, ...]:
        """List what was written before, most used first."""
        rows = self._rows("SELECT text FROM phrase ORDER BY used DESC, used_at DESC LIMIT ?", MOST_PHRASES)
        return tuple(row["text"] for row in rows)

    def count_phrase(self, text: str, at: Reading) -> None:
        """Count one use of a phrase."""
        self._write(
            "INSERT INTO phrase (text, used, used_at) VALUES (?, 1, ?)"
            " ON CONFLICT (text) DO UPDATE SET used = used + 1, used_at = excluded.used_at",
            text,
            stamp(at.wall),
        )

    def forget_phrase(self, text: str) -> None:
        """Take a phrase off the list."""
        self._write("DELETE FROM phrase WHERE text = ?", text)
