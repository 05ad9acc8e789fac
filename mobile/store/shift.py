"""Who holds the tablet, what a shift made, and how far the server agrees: the tables duty, pin_try, shift and manifest."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import datetime

from mobile.store.database import moment, stamp
from mobile.store.replica import Replica
from mobile.store.row import Duty, Made, Tries
from shared.clock import Reading
from shared.errors import UnknownRecordError
from shared.ids import DeviceId, OpId, PersonId, Sha256, ShiftId
from shared.model.shift import Pin, Shift
from shared.sync.manifest import content_hash
from shared.sync.messages import Manifest, ManifestLine, ManifestReply, Standing
from shared.wire import decode, dumps, encode, loads

ASKED, SAME = "asked", Standing.SAME.value
PARTIAL, MISSING = "partial", Standing.MISSING.value
MOST_LINES = 500
_NOT_WORK = "kind NOT IN ('shift.put', 'pin.put')"
_MADE = f"FROM outbox WHERE seq > ? AND author = ? AND {_NOT_WORK}"
_PHOTOS = (
    "SELECT DISTINCT p.record, p.sha256, b.state, b.received, b.size_bytes, m.standing"  # noqa: S608 (constants)
    " FROM photo p JOIN blob b ON b.sha256 = p.sha256 LEFT JOIN manifest m ON m.name = p.sha256"
    f" WHERE p.state = 'ready' AND p.record IN (SELECT entity_id {_MADE})"
)


class Shifts(Replica):
    """What a shift needs of the store, for actions and views, and for the sync that compares."""

    # who holds the tablet -----------------------------------------------------------------------------------------

    def duty(self) -> Duty | None:
        """Return who said that he holds the tablet now, None if nobody did."""
        row = self._row("SELECT person, since, is_proved FROM duty")
        if row is None:
            return None
        with self._own_words():
            return Duty(PersonId(row["person"]), decode(Reading, loads(row["since"])), bool(row["is_proved"]))

    def set_duty(self, duty: Duty | None) -> None:
        """Note who holds the tablet from now on."""
        self._write("DELETE FROM duty")
        if duty is not None:
            self._write(
                "INSERT INTO duty (one, person, since, is_proved) VALUES (1, ?, ?, ?)",
                duty.person,
                dumps(encode(duty.since)),
                int(duty.is_proved),
            )

    def pin(self, person: PersonId) -> Pin | None:
        """Return the verifier of a person's PIN, one that waits here to be sent before the server's."""
        waiting = self._row(
            "SELECT body FROM outbox WHERE entity_id = ? AND kind = 'pin.put' AND state = 'pending'"
            " ORDER BY seq DESC LIMIT 1",
            person,
        )
        own = None if waiting is None else self._read_as(Pin, waiting["body"])
        return own or self._one(Pin, "pin", person)

    def pins(self) -> tuple[Pin, ...]:
        """List the verifiers of all who have a PIN."""
        known = {pin.id: pin for pin in self._every(Pin, "pin")}
        for body in self._unsettled("pin.put", "pending"):
            pin = self._read_as(Pin, body)
            if pin is not None:
                known[pin.id] = pin
        return tuple(pin for pin in known.values() if pin.is_set)

    def tries(self, person: PersonId) -> Tries:
        """Return how many wrong PINs there were in a row, and when the last was."""
        row = self._row("SELECT wrong, last FROM pin_try WHERE person = ?", person)
        if row is None:
            return Tries()
        with self._own_words():
            return Tries(row["wrong"], decode(Reading, loads(row["last"])))

    def set_tries(self, person: PersonId, tries: Tries) -> None:
        """Keep how many wrong PINs there were in a row."""
        self._write("DELETE FROM pin_try WHERE person = ?", person)
        if tries.wrong and tries.last is not None:
            self._write(
                "INSERT INTO pin_try (person, wrong, last) VALUES (?, ?, ?)",
                person,
                tries.wrong,
                dumps(encode(tries.last)),
            )

    # shifts -------------------------------------------------------------------------------------------------------

    def shift(self, shift: ShiftId) -> Shift | None:
        """Return one shift of this tablet, with the time at which the server last answered for all of it."""
        return self._shift(self._row("SELECT body, compared_at FROM shift WHERE id = ?", shift))

    def open_shift(self, person: PersonId) -> Shift | None:
        """Return the shift that a person has begun here and not handed over."""
        return self._shift(
            self._row(
                "SELECT body, compared_at FROM shift WHERE person = ? AND ended_at IS NULL"
                " ORDER BY began_at DESC LIMIT 1",
                person,
            )
        )

    def last_shift(self, person: PersonId) -> Shift | None:
        """Return the shift that a person began here last."""
        return self._shift(
            self._row(
                "SELECT body, compared_at FROM shift WHERE person = ? ORDER BY began_at DESC LIMIT 1",
                person,
            )
        )

    def put_shift(self, shift: Shift) -> None:
        """Begin a shift or keep what has become of it."""
        self._write(
            "INSERT INTO shift (id, person, began_at, ended_at, seq, body)"
            " VALUES (?1, ?2, ?3, ?4, (SELECT coalesce(max(seq), 0) FROM outbox), ?5)"
            " ON CONFLICT (id) DO UPDATE SET ended_at = excluded.ended_at, body = excluded.body",
            shift.id,
            shift.person,
            stamp(shift.began_at.wall),
            stamp(shift.ended_at.wall) if shift.ended_at is not None else None,
            dumps(encode(replace(shift, compared_at=None) if shift.ended_at is None else shift)),
        )

    def made_in(self, shift: ShiftId) -> tuple[Made, ...]:
        """List the records that a shift made or changed, oldest first, with how far each is on the server."""
        begun = self._beginning(shift)
        found: dict[str, Made] = {}
        for row in self._rows(
            "SELECT o.seq, o.kind, o.entity_id, o.about, o.made_at, o.state, o.tries, m.standing"  # noqa: S608 (constants)
            f" FROM (SELECT * {_MADE}) o LEFT JOIN manifest m ON m.name = o.op_id ORDER BY o.seq",
            *begun,
        ):
            one = found.get(row["entity_id"]) or _made(row)
            found[one.entity_id] = _with_op(one, row)
        for row in self._rows(_PHOTOS, *begun):
            found[row["record"]] = _with_photo(found[row["record"]], row)
        return tuple(found.values())

    def _shift(self, row: sqlite3.Row | None) -> Shift | None:
        found = None if row is None else self._read_as(Shift, row["body"])
        if found is None or row is None or found.ended_at is not None:
            return found
        return replace(found, compared_at=moment(row["compared_at"]))

    def _beginning(self, shift: ShiftId) -> tuple[int, str]:
        row = self._row("SELECT seq, person FROM shift WHERE id = ?", shift)
        if row is None:
            raise UnknownRecordError(kind="shift", id=shift)
        return row["seq"], row["person"]

    # the comparison -----------------------------------------------------------------------------------------------

    def ask_comparison(self, shift: ShiftId) -> None:
        """Let the next session ask the server how all that a shift made stands there."""
        begun = self._beginning(shift)
        self._write("DELETE FROM manifest")
        self._write("UPDATE shift SET compared_at = NULL WHERE id = ?", shift)
        self._write(
            f"INSERT INTO manifest (name, shift, kind, seq, standing) SELECT op_id, ?, 'op', seq, '{ASKED}' {_MADE}",
            shift,
            *begun,
        )
        self._write(
            "INSERT OR IGNORE INTO manifest (name, shift, kind, seq, standing)"  # noqa: S608 (constants)
            f" SELECT p.sha256, ?, 'photo', min(p.rowid), '{ASKED}' FROM photo p"
            f" WHERE p.state = 'ready' AND p.record IN (SELECT entity_id {_MADE}) GROUP BY p.sha256",
            shift,
            *begun,
        )
        if not self._is_asked():
            self._set_compared(shift, None)

    def is_comparing(self, shift: ShiftId) -> bool:
        """Tell whether the server is yet to answer for something of a shift."""
        return self._is_asked(shift)

    def compared(self, shift: ShiftId) -> tuple[int, int]:
        """Return for how many lines of a shift the server has answered, and how many it is asked about."""
        row = self._row(
            f"SELECT sum(standing <> '{ASKED}') AS done, count(*) AS total FROM manifest WHERE shift = ?",  # noqa: S608
            shift,
        )
        return (0, 0) if row is None else (row["done"] or 0, row["total"])

    def manifest_page(self, limit: int) -> Manifest | None:
        """Return lines of the open comparison that the server has not answered for, None if there is none."""
        with self.snapshot():
            most = min(limit, MOST_LINES)
            ops = self._rows(
                "SELECT m.name, o.author, o.kind, o.body FROM manifest m JOIN outbox o ON o.op_id = m.name"  # noqa: S608
                f" WHERE m.standing = '{ASKED}' AND m.kind = 'op' ORDER BY m.seq LIMIT ?",
                most,
            )
            photos = self._rows(
                f"SELECT name FROM manifest WHERE standing = '{ASKED}' AND kind = 'photo' ORDER BY seq LIMIT ?",  # noqa: S608
                most,
            )
            enrolment = self._meta("enrolment")
        if not ops and not photos:
            return None
        device = DeviceId(str(enrolment.get("device")) if isinstance(enrolment, dict) else "")
        lines = tuple(_line(row) for row in ops)
        return Manifest(device, lines, tuple(Sha256(row["name"]) for row in photos))

    def save_manifest(self, asked: Manifest, reply: ManifestReply) -> None:
        """Keep how each line stands; what the server has lost although it once had it waits again."""
        with self.transaction():
            for line in asked.ops:
                standing = reply.differing.get(line.op_id, Standing.SAME)
                self._answer(line.op_id, standing.value)
                if standing is Standing.MISSING:
                    self._write(
                        "UPDATE outbox SET state = 'pending', tries = 0, not_before = NULL, result = NULL"
                        " WHERE op_id = ? AND state = 'acked'",
                        line.op_id,
                    )
            for sha256 in asked.photos:
                if sha256 in reply.partial:
                    self._answer(sha256, PARTIAL, reply.partial[sha256])
                else:
                    self._answer(sha256, MISSING if sha256 in reply.missing else SAME)
                if sha256 in reply.partial or sha256 in reply.missing:
                    self._send_again(sha256, reply.partial.get(sha256, 0))
            row = self._row("SELECT shift FROM manifest LIMIT 1")
            if row is not None and not self._is_asked():
                self._set_compared(ShiftId(row["shift"]), reply.server_time)

    def doubt_manifest(self) -> None:
        """Let lines that were not the same be asked again, because more was sent since."""
        if self._row(f"SELECT 1 FROM manifest WHERE standing <> '{SAME}' LIMIT 1") is None:  # noqa: S608
            return
        with self.transaction():
            self._write(f"UPDATE manifest SET standing = '{ASKED}' WHERE standing <> '{SAME}'")  # noqa: S608

    def _is_asked(self, shift: str = "") -> bool:
        return (
            self._row(
                f"SELECT 1 FROM manifest WHERE standing = '{ASKED}' AND (?1 = '' OR shift = ?1) LIMIT 1",  # noqa: S608
                shift,
            )
            is not None
        )

    def _answer(self, name: str, standing: str, received: int = 0) -> None:
        self._write("UPDATE manifest SET standing = ?, received = ? WHERE name = ?", standing, received, name)

    def _set_compared(self, shift: ShiftId, at: datetime | None) -> None:
        self._write("UPDATE shift SET compared_at = ? WHERE id = ?", None if at is None else stamp(at), shift)

    def _send_again(self, sha256: Sha256, received: int) -> None:
        self._write(
            "UPDATE blob SET state = 'pending', received = ? WHERE sha256 = ? AND state = 'stored' AND has_file = 1",
            received,
            sha256,
        )
        self._write("UPDATE blob SET state = 'damaged' WHERE sha256 = ? AND state = 'stored' AND has_file = 0", sha256)


def _line(row: sqlite3.Row) -> ManifestLine:
    body = loads(row["body"])
    author = PersonId(row["author"])
    return ManifestLine(OpId(row["name"]), content_hash(author, row["kind"], body if isinstance(body, dict) else {}))


def _made(row: sqlite3.Row) -> Made:
    return Made(row["entity_id"], row["kind"], row["about"], moment(row["made_at"]))


def _with_op(one: Made, row: sqlite3.Row) -> Made:
    standing = row["standing"] or ""
    return replace(
        one,
        ops=one.ops + 1,
        waiting=one.waiting + (row["state"] == "pending"),
        refused=one.refused + (row["state"] == "parked"),
        is_new=one.is_new or not standing,
        standing=standing if standing not in {"", SAME, ASKED} else one.standing,
    )


def _with_photo(one: Made, row: sqlite3.Row) -> Made:
    is_sent = row["state"] == "stored" and row["standing"] in {None, SAME, ASKED}
    return replace(
        one,
        photos=one.photos + 1,
        photos_sent=one.photos_sent + is_sent,
        photos_damaged=one.photos_damaged + (row["state"] == "damaged"),
    )
