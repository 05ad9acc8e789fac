"""What templates about letters call."""

from __future__ import annotations

from collections.abc import Iterable

from server.office.letters.correct import FLAGS, pretty
from server.office.letters.reading import Change
from server.office.letters.sheet import Sheet, advice_key, excerpt, reason_key, reasons
from server.office.reader import reader
from shared.model.hazard import HazardEvent
from shared.sync.messages import OP_BODIES


def bits() -> dict[str, object]:
    """Name them for the template environment."""
    return {
        "reason_key": reason_key,
        "advice_key": advice_key,
        "letter_reasons": reasons,
        "letter_excerpt": excerpt,
        "letter_events": events,
        "letter_kinds": kinds,
        "letter_arrived": arrived,
        "whose_options": whose,
        "pretty_body": pretty,
        "op_kinds": OP_BODIES,
    }


def events(offered: Iterable[HazardEvent]) -> list[tuple[str, str]]:
    """Name steps of a hazard as a select field's choices."""
    return [(event.value, reader().wording.of(event)) for event in offered]


def kinds(names: Iterable[str]) -> list[tuple[str, str]]:
    """Name kinds of operations as a filter's choices."""
    return [(name, reader().wording(f"op.{name}")) for name in names]


def arrived(sheet: Sheet) -> int:
    """Count the photos of an operation that have arrived whole."""
    return sum(photo.sha256 in sheet.stored for photo in sheet.reading.photos)


def whose(change: Change) -> list[tuple[str, str]]:
    """Offer for one field the tablet's value, the server's, or another one."""
    say = reader().wording
    values = (("tablet", change.wanted), ("server", change.now))
    found = [(name, say(f"letters.whose_{name}", value=value or say("letters.empty"))) for name, value in values]
    return found if change.name in FLAGS else [*found, ("other", say("letters.whose_other"))]
