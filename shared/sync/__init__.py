"""The sync: one protocol, both halves, no transport and no database.

``messages`` what travels · ``session`` the tablet's half as a generator, with ``asking`` (one question), ``upload`` and
``download`` (photos), over ``request`` (what a shell carries) · ``exchange`` the server's half · ``problem`` errors as
RFC 9457 documents ·
``merge`` the conflict rule of each entity · ``ports`` what both halves need from their stores.
Documented for readers in ``docs/protocol.md``.

Invariant: a session keeps nothing that is not already in the store; it may be dropped after any step.
Invariant: everything may be sent twice, in any order, cut anywhere.
"""
