"""How far a correction may reach: into no estate where the corrector does not manage tablets, and to no other record."""

from __future__ import annotations

from collections.abc import Iterator

from server.codec import CarefulCodec
from server.office.permission import Permission
from server.office.reader import Reader
from server.store import Tx
from server.store.letter import Letter
from server.store.projection import site_of
from shared.ids import DeviceId, SiteId, is_uuid
from shared.model.hazard import Hazard
from shared.model.place import Site
from shared.sync.apply import KIND_OF_OP
from shared.sync.messages import OP_BODIES, ROW_BODIES, Json, Op


def must_reach(tx: Tx, reader: Reader, op: Op) -> None:
    """Go on only if the reader manages tablets wherever a corrected operation would write.

    Raises:
        ForbiddenError: with the roles that would do (fact ``needs``).
        MalformedError: its body cannot be read.
    """
    for site in _sites(tx, op):
        reader.must(Permission.MANAGE_TABLETS, site)


def is_same_record(letter: Letter, body: Json) -> bool:
    """Tell whether an edited body still is of the record and the tablet that the operation names.

    What could not be read there may be put right: the tablet can then only be the one that sent it.
    """
    sent = letter.op.body
    return _is_kept(sent.get("id"), body.get("id")) and _is_kept(sent.get("device"), body.get("device"), letter.device)


def _is_kept(sent: object, now: object, instead: DeviceId | None = None) -> bool:
    if now == sent:
        return True
    return not (isinstance(sent, str) and is_uuid(sent)) and (instead is None or now == instead)


def _sites(tx: Tx, op: Op) -> Iterator[SiteId]:
    """Yield the estate that an operation names and those of the records that it would change, as far as there are such."""
    body: object = CarefulCodec().decode(OP_BODIES[op.kind], op.body)
    named = (
        (Site, getattr(body, "site", "")),
        (ROW_BODIES[KIND_OF_OP[op.kind]], getattr(body, "id", "")),
        (Hazard, getattr(body, "hazard", "")),
    )
    for kind, name in named:
        found: object = tx.find(kind, name)
        if found is not None and (site := site_of(found)) is not None:
            yield site
