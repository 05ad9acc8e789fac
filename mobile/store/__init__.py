"""The tablet's memory: one SQLite file with what a person made, what waits to be sent, and what the server says.

``port`` what views and actions may ask · ``row`` the small answers · ``sqlite`` the store, put together from ``draft``,
``photo``, ``desk`` (a person's side), ``replica`` (the server's word, overlaid with what waits), ``outbox`` and
``ledger`` (the sync's side) over ``database`` · ``schema/`` and ``migrate`` the tables.

Invariant: one action is one transaction, on disk when it returns.
Invariant: the outbox and drafts are never touched by what the server sends.
Start reading at ``port``.
"""
