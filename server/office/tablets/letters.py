"""Operations of tablets that could not be applied: how many wait."""

from __future__ import annotations

from collections import Counter

from server.office.reader import Reader
from server.store import Tx
from server.store.letter import waiting_by_device
from shared.ids import DeviceId


def open_letters(tx: Tx, reader: Reader) -> Counter[DeviceId]:
    """Count by tablet, at the chosen site."""
    return Counter(waiting_by_device(tx, reader.viewer, reader.site))
