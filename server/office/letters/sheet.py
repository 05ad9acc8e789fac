"""Everything that one letter's page shows, loaded at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from server.office.letters.correct import Choices, choices, pretty
from server.office.letters.reading import Reading, read
from server.office.permission import Permission
from server.office.photos.shot import files_of
from server.office.reader import Reader
from server.office.refusal import known
from server.office.text import catalogue
from server.store import Tx
from server.store.device import DeviceRow, find_device
from server.store.inspection import stored_photos
from server.store.letter import Letter, LetterAct, acts_on
from server.store.place import in_use, points
from shared.errors import UnknownRecordError
from shared.ids import Sha256
from shared.sync.messages import OP_BODIES

LONGEST_EXCERPT = 60
_SECRETS = {"pin.put": frozenset({"verifier", "salt", "rounds"})}
"""What no page shows of an operation: from these the few digits of a PIN are found by trying."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One letter with what it wanted, what it concerns as it stands now, what can be corrected and what was done."""

    letter: Letter
    reading: Reading
    choices: Choices
    acts: tuple[LetterAct, ...]
    tablet: DeviceRow | None
    stored: frozenset[Sha256]
    raw: str
    may_settle: bool

    @property
    def event(self) -> str:
        """The step that the author wanted, if it was one."""
        return str(self.letter.op.body.get("event", ""))


def load(tx: Tx, reader: Reader, letter: Letter) -> Sheet:
    """Load a letter's page; the letter was found for this reader."""
    found = read(tx, reader, letter.op)
    sites = tuple(one for one in reader.sites if reader.may(Permission.MANAGE_TABLETS, one.id))
    places = tuple(in_use(points(tx, reader.viewer, letter.place))) if letter.kind == "point.patch" else ()
    try:
        tablet = find_device(tx, letter.device)
    except UnknownRecordError:
        tablet = None
    return Sheet(
        letter=letter,
        reading=found,
        choices=choices(letter, found, sites, places),
        acts=tuple(acts_on(tx, letter)),
        tablet=tablet,
        stored=frozenset(stored_photos(tx, files_of(found.photos))),
        raw=pretty(
            {name: value for name, value in letter.op.body.items() if name not in _SECRETS.get(letter.op.kind, ())}
        ),
        may_settle=reader.may(Permission.MANAGE_TABLETS, letter.place),
    )


def reasons(problem: Mapping[str, object]) -> Iterator[str]:
    """Yield the text keys of what a problem says besides its type: missing evidence, the rule that was broken."""
    missing = problem.get("missing")
    for name in missing if isinstance(missing, list) else ():
        yield known(f"missing.{name}", "form.missing")
    for key in (f"rule.{problem.get('rule')}", f"refusal.{problem.get('why')}"):
        if key in catalogue():
            yield key


def excerpt(letter: Letter) -> str:
    """Return a few words of what an operation carries, for a list: no look-up."""
    for name in ("description", "text", "reason", "note", "conclusion"):
        value = letter.op.body.get(name)
        if isinstance(value, str) and value.strip():
            return value.strip()[:LONGEST_EXCERPT]
    changed = letter.op.body.get("set")
    values = changed.values() if isinstance(changed, dict) else ()
    return " · ".join(value for value in values if isinstance(value, str) and value)[:LONGEST_EXCERPT] or _unknown(
        letter
    )


def _unknown(letter: Letter) -> str:
    return letter.kind if letter.kind not in OP_BODIES else ""


def reason_key(problem: Mapping[str, object]) -> str:
    """Return the text key for why an operation was not applied: the last part of its problem's type."""
    code = str(problem.get("type", "")).rstrip("/").rpartition("/")[2]
    return known(f"problem.{code}", "problem.other")


def advice_key(letter: Letter) -> str:
    """Return the text key for what the office can do."""
    return known(f"letters.next_{letter.code}", "letters.next_other")
