"""The screens: each shows one frozen View and turns taps into actions; `x.py` with its `x.kv`.

A tap calls one function of `mobile.actions` (one transaction), then the screen asks for its View again and sets it
whole. Screens are built on the first visit and kept.

Invariant: no SQL, no network, no image work, no reading of clocks here.
Invariant: what a person has entered is in the store before the screen shows it; sheets save as they go.
Start reading at `screen.py` (what a screen is and may use), then `shell.py` and `router.py`, then `checklist.py`.
"""
