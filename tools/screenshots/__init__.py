"""Photographs every tablet screen and office page into docs/screenshots: ``make screenshots``.

A throw-away demo estate is served on a free port and lives through one morning: a tablet is enrolled, a machine-room
round is walked with the real app, the office works on what it found, the recheck follows. On the way every screen and
page has its picture taken. The clock starts at 09:40 of today, whatever time it is, so that a rerun shows the same.

Invariant: nothing outside docs/screenshots and a temporary folder is written.

Start reading at ``__main__``; ``tablet`` and ``office`` list what is photographed.
"""
