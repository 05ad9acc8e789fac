"""Work that a colleague began on this tablet becomes one's own before it goes on: nobody signs or sends for somebody else."""

from __future__ import annotations

from dataclasses import replace

from mobile.actions.tablet import Tablet
from mobile.store.port import Sheet
from shared.errors import NotPermittedError
from shared.model.inspection import Inspection

OWN_SIGNER, ISSUER = "inspector", "lead_inspector"
"""Who signs for himself: whoever walked the round or made the recheck; whoever issues a notice."""


def require_own(tablet: Tablet, draft: Inspection) -> None:
    """Refuse to end a colleague's round for him; ``take_over`` makes it one's own.

    Raises:
        NotPermittedError: somebody else began it.
    """
    if draft.author != tablet.person_id():
        raise NotPermittedError(rule="own_round_only")


def own_sheet(tablet: Tablet, sheet: Sheet, *signed: str) -> None:
    """Make a form that is gone on with the own one; what a colleague signed for himself on it is wiped off.

    ``signed`` names records beside the form that its signatures are kept under. For use in a transaction.
    """
    person = tablet.person_id()
    if sheet.author == person:
        return
    tablet.store.put_sheet(replace(sheet, author=person))
    for record in (sheet.id, *signed):
        for signer in (OWN_SIGNER, ISSUER):
            tablet.store.drop_signature(record, signer)
