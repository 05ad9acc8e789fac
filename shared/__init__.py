"""Facts and rules that the tablet and the server share: checklists, hazards, schedule and sync.

Invariant: pure. No input or output, no clock, no globals, no third-party import (one exception: ``expression``
imports elementpath, lazily). The same code decides on both sides, so both sides decide alike.
Invariant: never imports ``mobile`` or ``server``.

Start reading at ``model`` (the nouns), then ``checklist``, ``hazard`` and ``schedule`` (the rules), then ``sync``.
"""
