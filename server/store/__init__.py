"""Everything that reads or writes the server's database.

``store`` opens transactions · ``tx`` finds and puts synced entities (the one way to write them) · ``feed`` what changed
for whom · ``projection`` columns and scopes · ``inspection``, ``hazard``, ``notice``, ``place``, ``template``, ``plan``
lists for pages · ``account``, ``device``, ``blob``, ``letter``, ``receipt`` what only the server knows.

Invariant: a synced entity is written by ``Tx.put`` and ``Tx.remove`` only; feeds follow in the same commit, last.
Invariant: every list takes a ``Viewer`` and returns nothing outside that person's sites.
Start reading at ``store`` and ``tx``.
"""

from server.store.page import Page, PageRequest
from server.store.store import ServerStore
from server.store.tx import Tx
from server.store.viewer import Viewer

__all__ = ["Page", "PageRequest", "ServerStore", "Tx", "Viewer"]
