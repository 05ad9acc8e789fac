"""The server shell: what the estate's office opens in a browser and what its tablets talk to.

``config`` settings · ``db`` engine · ``tables`` what is stored · ``store`` everything that reads or writes it ·
``files`` photo bytes · ``api`` for tablets · ``office`` pages for people · ``app`` puts it together · ``cli`` commands.
Start reading at ``app.create_app``; the way of a pushed record is ``api/sync.py`` -> ``shared/sync/exchange.py`` ->
``store``.

Invariant: rules of the trade live in ``shared``; here is only storing, showing and asking for permission.
Invariant: what a tablet was told is stored is on disk (synchronous=FULL, fsync) before it is told so.
"""
