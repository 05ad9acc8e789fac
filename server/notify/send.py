"""A turn of sending: what is due is claimed and worded in one transaction, sent without one, and settled in another.

Who dies between sending and settling sends again after the backoff: a message may come twice, and then bears the same
Message-ID. Nothing is ever lost, and in the app and over e-mail digests nothing is ever double.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Final

from server.config import Config
from server.notify.letter import Letter, to_group, to_person, to_unit
from server.notify.mail import connection, mail_settings, send_letter
from server.notify.problem import ChannelError
from server.notify.robot import send_text
from server.store import ServerStore, Tx
from server.store.channel import (
    Channel,
    channels,
    claim_due,
    note_channel,
    put_back,
    settle_dropped,
    settle_failed,
    settle_sent,
    sweep_outbox,
)
from server.store.outbox import EMAIL, Told
from server.store.unit_link import make_missing_links
from server.store.watch import tell_of_server, tell_of_site
from shared.errors import BusyError
from shared.ids import SiteId
from shared.model.place import Site

log = logging.getLogger(__name__)
TURN_S: Final = 45.0
"""So long one turn sends at most; the rest is due at once in the next. The work's lease lasts two and a half minutes."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """One message with the rows that it settles: a mail (``letter``) or a group's text."""

    rows: tuple[Told, ...]
    letter: Letter | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Round:
    """What one turn is to send, by channel."""

    parcels: dict[str, list[Parcel]] = field(default_factory=dict)
    channels: Mapping[str, Channel] = field(default_factory=dict)


class Notify:
    """Tells of time, and sends. ``once`` is one turn; the work repeats it."""

    def __init__(self, store: ServerStore, config: Config) -> None:
        self._store = store
        self._base = config.public_url
        self._config = config
        self._swept_on: date | None = None

    def once(self) -> dict[str, int]:
        """Do one turn; returns what was told, sent, put off, and given up."""
        key = self._store.link_key
        did = {"links": self._step(lambda tx: make_missing_links(tx, key())) if key is not None else 0}
        did["told"] = sum(self._step(partial(tell_of_site, where=site)) for site in self._sites())
        did["told"] += self._step(tell_of_server)
        today = self._store.now().date()
        if self._swept_on != today:
            self._step(sweep_outbox)
            self._swept_on = today
        return did | self._send()

    def _sites(self) -> list[SiteId]:
        with self._store.reading() as tx:
            return [one.id for one in tx.every(Site)]

    def _step(self, work: Callable[[Tx], int]) -> int:
        """Do one step in a transaction of its own. What breaks it, such as a damaged record, must not end the sending."""
        try:
            return self._store.act(work)
        except BusyError:
            return 0  # the next turn is in a minute
        except Exception:
            log.exception("a step of telling failed; it is tried again in the next turn")
            return 0

    def _send(self) -> dict[str, int]:
        turn = self._store.act(self._claim)
        did = {"sent": 0, "failed": 0, "given_up": 0}
        began = time.monotonic()
        for name, parcels in turn.parcels.items():
            channel = turn.channels[name]
            for parcel, problem in self._deliver(channel, parcels, began):
                self._settle(parcel, problem, did)
        return did

    def _claim(self, tx: Tx) -> Round:
        """Take what is due and word it; what cannot be sent to anybody is dropped at once."""
        known = {channel.id: channel for channel in channels(tx) if channel.is_on}
        found = Round({}, known)
        mine = claim_due(tx)
        lost = [row for row in mine if row.channel not in known]
        settle_dropped(tx, [row.id for row in lost], "channel")
        rows = [row for row in mine if row.channel in known]
        for name in dict.fromkeys(row.channel for row in rows):
            here = [row for row in rows if row.channel == name]
            made = self._mails(tx, here) if name == EMAIL else [_worded(tx, here, self._group)]
            if parcels := [parcel for parcel in made if parcel is not None]:
                found.parcels[name] = parcels
        return found

    def _group(self, tx: Tx, rows: Sequence[Told]) -> Parcel:
        return Parcel(tuple(rows), text=to_group(tx, rows, self._base))

    def _mails(self, tx: Tx, rows: Sequence[Told]) -> list[Parcel | None]:
        """Word mails: one for each row, and one for all rows of a person's digest."""
        bundles: dict[str, list[Told]] = {}
        for row in rows:
            bundles.setdefault(row.recipient if row.is_digest else row.id, []).append(row)
        return [_worded(tx, bundle, self._mail) for bundle in bundles.values()]

    def _mail(self, tx: Tx, bundle: Sequence[Told]) -> Parcel | None:
        lost: Sequence[Told]
        if bundle[0].recipient.startswith("unit:"):
            letter = to_unit(tx, bundle[0], self._base, self._store.link_key)
            lost = bundle if letter is None else []
        else:
            letter, lost = to_person(tx, bundle, self._base)
        settle_dropped(tx, [row.id for row in lost], "not_to_be_seen")
        return Parcel(tuple(row for row in bundle if row not in lost), letter) if letter is not None else None

    def _deliver(
        self, channel: Channel, parcels: Sequence[Parcel], began: float
    ) -> list[tuple[Parcel, ChannelError | None]]:
        """Send a channel's parcels; the first fault of the channel itself ends it for this turn."""
        try:
            if channel.kind == EMAIL:
                return self._post(channel, parcels, began)
            self._check_time(began)
            send_text(channel.kind, channel.settings, parcels[0].text, self._store.now())
        except ChannelError as problem:
            return [(parcel, problem) for parcel in parcels]
        return [(parcel, None) for parcel in parcels]

    def _post(
        self, channel: Channel, parcels: Sequence[Parcel], began: float
    ) -> list[tuple[Parcel, ChannelError | None]]:
        settings = mail_settings(channel.settings, self._config)
        done: list[tuple[Parcel, ChannelError | None]] = []
        with connection(settings) as client:
            for at, parcel in enumerate(parcels):
                try:
                    self._check_time(began)
                    if parcel.letter is not None:
                        send_letter(client, settings, parcel.letter)
                except ChannelError as problem:
                    if not problem.is_ours:
                        return [*done, *((rest, problem) for rest in parcels[at:])]
                    done.append((parcel, problem))
                else:
                    self._sent(parcel)  # at once: who dies now sends one mail again, not a turn's
                    done.append((parcel, None))
        return done

    def _sent(self, parcel: Parcel) -> None:
        names = [row.id for row in parcel.rows]
        self._store.act(lambda tx: settle_sent(tx, names))

    def _check_time(self, began: float) -> None:
        if time.monotonic() - began > TURN_S:
            raise ChannelError("later")

    def _settle(self, parcel: Parcel, problem: ChannelError | None, did: dict[str, int]) -> None:
        rows, channel = parcel.rows, parcel.rows[0].channel
        if problem is None:
            self._store.act(lambda tx: _went_well(tx, channel, rows))
            did["sent"] += len(rows)
        elif problem.word == "later":
            self._store.act(lambda tx: put_back(tx, rows))
        else:
            given_up = self._store.act(lambda tx: _failed(tx, channel, rows, problem))
            log.warning("not sent", extra={"channel": channel, "problem": problem.told, "rows": len(rows)})
            did["failed"] += len(rows)
            did["given_up"] += given_up


def _worded(
    tx: Tx, rows: Sequence[Told], make: Callable[[Tx, Sequence[Told]], Parcel | None], *, is_last: bool = False
) -> Parcel | None:
    """Make a message of rows; those that cannot be worded are dropped, so that they hold up no others for ever."""
    try:
        with tx.savepoint():
            return make(tx, rows)
    except BusyError:
        raise
    except Exception:
        if len(rows) == 1 or is_last:
            log.exception("rows cannot be worded and are dropped", extra={"rows": [row.id for row in rows]})
            settle_dropped(tx, [row.id for row in rows], "fault")
            return None
    sound = [row for row in rows if _worded(tx, [row], make) is not None]
    return _worded(tx, sound, make, is_last=True) if sound else None


def _went_well(tx: Tx, channel: str, rows: Sequence[Told]) -> None:
    settle_sent(tx, [row.id for row in rows])
    note_channel(tx, channel, "")


def _failed(tx: Tx, channel: str, rows: Sequence[Told], problem: ChannelError) -> int:
    if not problem.is_ours:
        note_channel(tx, channel, problem.told)
    return settle_failed(tx, rows, problem.told)
